//! How does a page become HTML? Views, filled into templates that hold no arithmetic.
//!
//! In: a [`Page`] of texts, figures and tables that are already words. Out: one HTML file that loads nothing.

use std::collections::BTreeMap;

use minijinja::syntax::SyntaxConfig;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};
use serde::Serialize;

use super::bundle::ReportError;

const TEMPLATES: [(&str, &str); 5] = [
    ("report.html", include_str!("report.html")),
    ("people.html", include_str!("people.html")),
    ("frame.html", include_str!("frame.html")),
    ("blocks.html", include_str!("blocks.html")),
    ("style.css", include_str!("style.css")),
];

/// What every page has.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Frame {
    /// Code of the language.
    pub(super) lang: &'static str,
    /// The title in the browser's tab.
    pub(super) title: String,
    /// The small line above the heading.
    pub(super) kicker: String,
    /// The heading.
    pub(super) heading: String,
    /// Lines below the heading.
    pub(super) lines: Vec<String>,
    /// The mark on each page of a private file.
    pub(super) private: Option<String>,
    /// The word that stands across each such page.
    pub(super) mark: String,
    /// `@font-face` rules with the font inside.
    pub(super) font: String,
    /// "Skip to the text".
    pub(super) skip: String,
    /// The heading of the list of sections.
    pub(super) contents: String,
    /// The label of a figure's table.
    pub(super) numbers: String,
    /// The last line.
    pub(super) foot: String,
}

/// One section of a page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Section {
    /// Its anchor.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) title: String,
    /// What it holds, from top to bottom.
    pub(super) blocks: Vec<Block>,
}

/// One thing in a section.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Block {
    /// The question that the section answers.
    Lead { text: String },
    /// A smaller heading.
    Heading { text: String },
    /// A paragraph.
    Text { text: String },
    /// What to keep in mind.
    Caveat { text: String },
    /// A list of sentences.
    List { items: Vec<String> },
    /// A chart with the table behind it.
    Figure(Figure),
    /// Small charts side by side.
    Figures { items: Vec<Figure> },
    /// A table that stands open.
    Table(Grid),
    /// A table that can be unfolded.
    Folded { summary: String, grid: Grid },
    /// Words and what they mean.
    Terms { items: Vec<Term> },
    /// The figures of the first page.
    Headlines { items: Vec<HeadlineView> },
    /// The actions of the first page.
    Actions { items: Vec<ActionView> },
    /// One person's card.
    Card(CardView),
}

/// A chart.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Figure {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) svg: String,
    pub(super) grid: Grid,
    /// Definition, caution and source, where the chart has them.
    pub(super) notes: Vec<String>,
}

/// A table of words.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Grid {
    pub(super) caption: String,
    pub(super) columns: Vec<Heading>,
    pub(super) rows: Vec<Vec<String>>,
    /// What is left out, and where it stands.
    pub(super) note: Option<String>,
}

/// The head of a column.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Heading {
    pub(super) text: String,
    /// Whether its cells are numbers.
    pub(super) number: bool,
}

/// A word and what it means.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Term {
    pub(super) word: String,
    pub(super) meaning: String,
}

/// A figure of the first page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct HeadlineView {
    pub(super) name: String,
    /// `None` where it cannot be computed.
    pub(super) value: Option<String>,
    /// Machine name of the movement, for its look.
    pub(super) movement: &'static str,
    pub(super) movement_word: String,
    /// The last years as a line without words; its numbers stand under the indicator's own figure.
    pub(super) spark: Option<String>,
    /// Year before, interval, target, what stands beside it.
    pub(super) lines: Vec<String>,
    /// The record that is needed.
    pub(super) lacking: Option<String>,
}

/// An action of the first page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ActionView {
    pub(super) what: String,
    pub(super) why: String,
    /// By when, who, with whom, how much work.
    pub(super) terms: Vec<String>,
}

/// A card of the private page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CardView {
    pub(super) name: String,
    pub(super) place: String,
    pub(super) facts: Vec<Term>,
    pub(super) evidence: Grid,
}

impl Grid {
    /// A table whose columns are given as `(head, whether numbers)`.
    pub(super) fn new(caption: String, columns: Vec<(String, Align)>) -> Self {
        let columns = columns
            .into_iter()
            .map(|(text, align)| Heading {
                text,
                number: align == Align::Number,
            })
            .collect();
        Self {
            caption,
            columns,
            ..Self::default()
        }
    }
}

/// How the cells of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// Text, from the left.
    Text,
    /// Numbers, at the right.
    Number,
}

/// Fills a page's template.
pub(super) fn render(page: &'static str, view: &impl Serialize) -> Result<Vec<u8>, ReportError> {
    let filled = || -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
        let view = template_value(serde_json::to_value(view)?);
        Ok(environment()?.get_template(page)?.render(view)?)
    };
    let failed = |source| ReportError::Page { page, source };
    filled().map(String::into_bytes).map_err(failed)
}

fn environment() -> Result<Environment<'static>, minijinja::Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    for (name, source) in TEMPLATES {
        environment.add_template(name, source)?;
    }
    Ok(environment)
}

/// A view as the template engine wants it.
fn template_value(view: serde_json::Value) -> Value {
    use serde_json::Value as Json;
    match view {
        Json::Null => Value::from(()),
        Json::Bool(truth) => Value::from(truth),
        Json::Number(number) => number
            .as_i64()
            .map_or_else(|| Value::from(number.as_f64()), Value::from),
        Json::String(text) => Value::from(text),
        Json::Array(items) => items.into_iter().map(template_value).collect(),
        Json::Object(entries) => {
            let entries = entries.into_iter().map(|(name, value)| (name, template_value(value)));
            Value::from(entries.collect::<BTreeMap<_, _>>())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_break_out_of_the_page() {
        let hostile = "<script>alert(1)</script> & \"co\"";
        let mut grid = Grid::new(hostile.to_owned(), vec![(hostile.to_owned(), Align::Text)]);
        grid.rows = vec![vec![hostile.to_owned()]];
        let section = Section {
            id: "one",
            title: hostile.to_owned(),
            blocks: vec![Block::Table(grid)],
        };
        let words = |name: &'static str| (name, hostile);
        let frame: BTreeMap<_, _> = [
            "lang", "title", "kicker", "heading", "mark", "skip", "contents", "numbers", "foot",
        ]
        .map(words)
        .into();
        let mut frame = serde_json::to_value(frame).expect("a frame");
        frame["lines"] = serde_json::json!([hostile]);
        frame["private"] = serde_json::Value::Null;
        frame["font"] = "".into();
        let view = serde_json::json!({ "frame": frame, "sections": [section] });
        for page in ["report.html", "people.html"] {
            let html = String::from_utf8(render(page, &view).expect("a page")).expect("UTF-8");
            assert!(!html.contains("<script") && html.contains("&lt;script&gt;"));
        }
    }
}
