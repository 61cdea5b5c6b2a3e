//! What stands in an XML file, element by element?
//!
//! In: the bytes of a file in any encoding it declares. Out: elements opened and closed, and text, each with its line.
//! Nothing is ever expanded (an entity other than XML's own five is refused), nesting and the size of what one element
//! says are bounded: no file can make reading hang.

use std::borrow::Cow;
use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::fault::{ImportFault as Fault, Spot};
use crate::records::RecordsError;

/// Elements within elements: the deepest graph files in the wild (groups within groups) stay below 40.
const DEEPEST: usize = 256;
/// Attributes of one element.
const MOST_ATTRIBUTES: usize = 256;
/// Bytes of one attribute or text: what is longer would not be read back as a cell.
const LONGEST_TEXT: usize = 1024 * 1024;

/// What comes next in the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// An element begins.
    Open(Element),
    /// The element of that name ends.
    Close(String),
    /// Text within an element; one text may come in several parts.
    Text(String),
}

/// The begin of an element.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Element {
    /// Its name without prefix.
    pub name: String,
    /// Its attributes by name without prefix.
    pub attributes: BTreeMap<String, String>,
    /// The line in which it ends its opening tag.
    pub line: u64,
}

impl Element {
    /// What an attribute says; `None` where it is missing or empty.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .get(name)
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
    }
}

/// Reads the parts of one file.
pub(super) struct Markup<'a> {
    file: &'a str,
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// The open elements.
    open: Vec<String>,
    /// Bytes whose line breaks are counted, and the line there.
    counted: (usize, u64),
}

/// The text of an XML file, in the encoding that its mark or its declaration names.
pub(super) fn decoded<'a>(file: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, RecordsError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(RecordsError::Empty { file: file.to_owned() });
    }
    let encoding = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None => declared_encoding(bytes),
    };
    let (text, _, broken) = encoding.decode(bytes);
    if broken {
        let before = text.split('\u{fffd}').next().unwrap_or_default();
        return Err(RecordsError::Encoding {
            file: file.to_owned(),
            row: 1 + before.matches('\n').count() as u64,
        });
    }
    if text.contains('\0') {
        return Err(RecordsError::Binary { file: file.to_owned() });
    }
    Ok(text)
}

/// The encoding named in `<?xml … encoding="…"?>`; UTF-8 where none is.
fn declared_encoding(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(256)]);
    let declaration = head.split("?>").next().unwrap_or_default();
    let label = declaration.split_once("encoding").and_then(|(_, rest)| {
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split(quote).next()
    });
    label
        .and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()))
        // a file that is read byte by byte cannot be in two bytes a letter, whatever it says
        .filter(|encoding| encoding.is_ascii_compatible())
        .unwrap_or(encoding_rs::UTF_8)
}

impl<'a> Markup<'a> {
    /// Begins to read.
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = true;
        Self {
            file,
            text,
            reader,
            open: Vec::new(),
            counted: (0, 1),
        }
    }

    /// The next part; `None` at the end of the file.
    pub(super) fn next(&mut self) -> Result<Option<Part>, RecordsError> {
        loop {
            let event = self.reader.read_event();
            let event = match event {
                Ok(event) => event,
                Err(problem) => return Err(self.malformed(&problem.to_string())),
            };
            let part = match event {
                Event::Start(start) | Event::Empty(start) => Part::Open(self.element(&start)?),
                Event::End(end) => {
                    self.open.pop();
                    Part::Close(end.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Part::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Part::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => {
                    let resolved = reference.resolve_char_ref().ok().flatten().map(String::from);
                    let named = || quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned);
                    match resolved.or_else(named) {
                        Some(text) => Part::Text(text),
                        None => return Err(self.refuse(Fault::Entity, &format!("&{};", &*reference))),
                    }
                }
                Event::Eof if self.open.is_empty() => return Ok(None),
                Event::Eof => {
                    let unclosed = self.open.pop().unwrap_or_default();
                    return Err(self.refuse(Fault::Unclosed, &format!("<{unclosed}>")));
                }
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            };
            return Ok(Some(part));
        }
    }

    /// The text up to the end of the element that was just opened, elements within it left out.
    pub(super) fn text_of_element(&mut self) -> Result<String, RecordsError> {
        let (mut text, mut depth) = (String::new(), 1);
        while depth > 0 {
            match self.next()? {
                Some(Part::Open(_)) => depth += 1,
                Some(Part::Close(_)) => depth -= 1,
                Some(Part::Text(part)) if depth == 1 => {
                    text.push_str(&part);
                    text = self.sized(text)?;
                }
                Some(Part::Text(_)) => {}
                None => break,
            }
        }
        Ok(text.trim().to_owned())
    }

    /// Refuses a file whose first element is another.
    pub(super) fn expect_root(&mut self, name: &str) -> Result<Element, RecordsError> {
        loop {
            match self.next()? {
                Some(Part::Text(text)) if text.trim().is_empty() => {}
                Some(Part::Open(element)) if element.name == name => return Ok(element),
                Some(Part::Open(element)) => {
                    let line = self.line();
                    let expected = format!("<{name}>");
                    let spot = Spot::new(self.file, line, &expected);
                    return Err(Fault::Root.at(spot, &format!("<{}>", element.name)));
                }
                other => {
                    let found = match other {
                        Some(Part::Text(text)) => text.trim().chars().take(40).collect(),
                        _ => String::new(),
                    };
                    let expected = format!("<{name}>");
                    return Err(Fault::Root.at(Spot::new(self.file, 1, &expected), &found));
                }
            }
        }
    }

    /// What an attribute says that the element cannot do without.
    pub(super) fn required<'e>(&mut self, element: &'e Element, name: &str) -> Result<&'e str, RecordsError> {
        match element.get(name) {
            Some(value) => Ok(value),
            None => Err(self.refuse(Fault::NoAttribute, name)),
        }
    }

    /// The line that was reached.
    pub(super) fn line(&mut self) -> u64 {
        let reached = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        let reached = reached.min(self.text.len());
        let (from, line) = self.counted;
        if reached > from {
            let breaks = self.text.as_bytes()[from..reached]
                .iter()
                .filter(|byte| **byte == b'\n')
                .count();
            self.counted = (reached, line + breaks as u64);
        }
        self.counted.1
    }

    /// Refuses the file for what stands here.
    pub(super) fn refuse(&mut self, fault: Fault, value: &str) -> RecordsError {
        let element = self.open.last().map_or_else(String::new, |name| format!("<{name}>"));
        let line = self.line();
        fault.at(Spot::new(self.file, line, &element), value)
    }

    fn malformed(&mut self, problem: &str) -> RecordsError {
        self.refuse(Fault::Malformed, problem)
    }

    fn element(&mut self, start: &BytesStart<'_>) -> Result<Element, RecordsError> {
        let name = start.local_name().as_ref().to_owned();
        self.open.push(name.clone());
        if self.open.len() > DEEPEST {
            return Err(self.refuse(Fault::TooDeep, &format!("<{name}>")));
        }
        let mut attributes = BTreeMap::new();
        // the check for a name given twice would compare each with all others
        for attribute in start.attributes().with_checks(false) {
            let attribute = match attribute {
                Ok(attribute) => attribute,
                Err(problem) => return Err(self.malformed(&problem.to_string())),
            };
            let prefixed = attribute.key.as_ref();
            if prefixed == "xmlns" || prefixed.starts_with("xmlns:") {
                continue;
            }
            let value = match attribute.normalized_value(XmlVersion::Implicit1_0) {
                Ok(value) => value.into_owned(),
                Err(_) => return Err(self.refuse(Fault::Entity, &attribute.value)),
            };
            let value = self.sized(value)?;
            let key = attribute.key.local_name().as_ref().to_owned();
            if attributes.insert(key, value).is_some() {
                return Err(self.refuse(Fault::TwiceAttribute, prefixed));
            }
            if attributes.len() > MOST_ATTRIBUTES {
                return Err(self.refuse(Fault::ManyAttributes, prefixed));
            }
        }
        Ok(Element {
            name,
            attributes,
            line: self.line(),
        })
    }

    fn sized(&mut self, text: String) -> Result<String, RecordsError> {
        if text.len() <= LONGEST_TEXT {
            return Ok(text);
        }
        let shown: String = text.chars().take(40).collect();
        Err(self.refuse(Fault::TooLong, &format!("{shown}…")))
    }
}
