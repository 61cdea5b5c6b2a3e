//! What does an activity say?
//!
//! In: the bytes of an IATI file. Out: its activities, each as a small tree of elements.

use std::collections::BTreeMap;

use crate::records::adapters::markup::{Markup, Part, decoded};
use crate::records::{RecordsError, words};

/// An element with all that stands in it.
#[derive(Debug, Default)]
pub(super) struct Node {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    children: Vec<Node>,
}

impl Node {
    /// What an attribute says; empty where it says nothing.
    pub fn get(&self, attribute: &str) -> &str {
        let value = self.attributes.get(attribute).map_or("", |value| value.trim());
        if words::is_nothing(value) { "" } else { value }
    }

    /// The elements of a name directly within it.
    pub fn children<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Its text on one line: in version 2 that of a `narrative` (in the language asked for, else the first), in version
    /// 1 its own.
    pub fn narrative(&self, locale: Option<&str>) -> String {
        let spoken = |child: &&Self| locale.is_some_and(|locale| child.get("lang").eq_ignore_ascii_case(locale));
        let chosen = self.children("narrative").find(spoken);
        let chosen = chosen.or_else(|| self.children("narrative").next());
        let text = chosen.map_or(&self.text, |child| &child.text);
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if words::is_nothing(&line) { String::new() } else { line }
    }
}

/// The activities of a file.
pub(super) fn activities_of(file: &str, bytes: &[u8]) -> Result<Vec<Node>, RecordsError> {
    let text = decoded(file, bytes)?;
    let mut markup = Markup::new(file, &text);
    markup.expect_root("iati-activities")?;
    let mut activities = Vec::new();
    // the elements that are open below the root, the innermost last
    let mut open: Vec<Node> = Vec::new();
    while let Some(part) = markup.next()? {
        match part {
            Part::Open(element) => open.push(Node {
                name: element.name,
                attributes: element.attributes,
                ..Node::default()
            }),
            Part::Text(text) => {
                if let Some(node) = open.last_mut() {
                    node.text.push_str(&text);
                }
            }
            Part::Close(_) => {
                let Some(node) = open.pop() else { continue };
                match open.last_mut() {
                    Some(parent) => parent.children.push(node),
                    None if node.name == "iati-activity" => activities.push(node),
                    None => {}
                }
            }
        }
    }
    Ok(activities)
}
