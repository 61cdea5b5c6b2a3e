//! What stands in a file of JSON objects?
//!
//! In: its text: an object on each line, or one list of objects. Out: a column per key, in the order in which keys
//! first occur. A value that is itself an object or a list is refused with its row: a cell holds one value.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::growing::Growing;
use super::{Content, SourceError};
use crate::records::RecordsError;

/// Reads the objects; rows are numbered as lines, in a list as its entries.
pub(super) fn read(file: &str, text: &str) -> Result<Content, RecordsError> {
    let mut rows = Rows::new(file);
    if text.trim_start().starts_with('[') {
        let mut reader = serde_json::Deserializer::from_str(text);
        let list: Objects = Objects::deserialize(&mut reader).map_err(|error| refused(file, error.line(), &error))?;
        reader.end().map_err(|error| refused(file, error.line(), &error))?;
        for object in list.0 {
            rows.push(Some(object))?;
        }
    } else {
        let lines: Vec<&str> = text.trim_end().lines().collect();
        for (number, line) in (1..).zip(lines) {
            let object = if line.trim().is_empty() {
                None
            } else {
                Some(serde_json::from_str(line).map_err(|error| refused(file, number, &error))?)
            };
            rows.push(object)?;
        }
    }
    rows.finish()
}

fn refused(file: &str, row: usize, error: &serde_json::Error) -> RecordsError {
    let row = row as u64;
    SourceError::JsonForm {
        file: file.to_owned(),
        row,
        problem: error.to_string(),
    }
    .into()
}

/// The columns while rows are added.
struct Rows<'a> {
    file: &'a str,
    places: HashMap<String, usize>,
    columns: Vec<Growing>,
    rows: usize,
}

impl<'a> Rows<'a> {
    fn new(file: &'a str) -> Self {
        Self {
            file,
            places: HashMap::new(),
            columns: Vec::new(),
            rows: 0,
        }
    }

    fn push(&mut self, object: Option<Object>) -> Result<(), RecordsError> {
        for (key, value) in object.into_iter().flat_map(|object| object.0) {
            if let Value::Nested(found) = value {
                return Err(SourceError::NestedValue {
                    file: self.file.to_owned(),
                    row: self.rows as u64 + 1,
                    column: key,
                    found: found.to_owned(),
                }
                .into());
            }
            let place = match self.places.get(key.trim()) {
                Some(place) => *place,
                None => {
                    self.places.insert(key.trim().to_owned(), self.columns.len());
                    self.columns.push(Growing::new(&key));
                    self.columns.len() - 1
                }
            };
            let column = &mut self.columns[place];
            column.nothing_until(self.rows);
            match value {
                Value::Text(text) => column.text(&text),
                Value::Number(number) => column.number(&number),
                Value::Nothing | Value::Nested(_) => column.nothing(),
            }
        }
        self.rows += 1;
        Ok(())
    }

    fn finish(self) -> Result<Content, RecordsError> {
        if self.columns.is_empty() {
            return Err(RecordsError::Empty {
                file: self.file.to_owned(),
            });
        }
        let finished = |mut column: Growing| {
            column.nothing_until(self.rows);
            column.finish()
        };
        Ok(Content {
            columns: self.columns.into_iter().map(finished).collect(),
            first_row: 1,
            ..Content::default()
        })
    }
}

/// A list of objects.
struct Objects(Vec<Object>);

/// Keys and values in their order; a key that stands twice is refused, since one value would be lost.
struct Object(Vec<(String, Value)>);

enum Value {
    Nothing,
    Text(String),
    Number(String),
    Nested(&'static str),
}

impl<'de> Deserialize<'de> for Objects {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Self)
    }
}

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Object;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("an object: {\"column\": value, …}")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
                let mut pairs: Vec<(String, Value)> = Vec::new();
                while let Some((key, value)) = map.next_entry::<String, Value>()? {
                    if pairs.iter().any(|(known, _)| known.trim() == key.trim()) {
                        return Err(A::Error::custom(format!("the key \"{key}\" stands twice")));
                    }
                    pairs.push((key, value));
                }
                Ok(Object(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Value;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a value")
            }

            fn visit_unit<E: Error>(self) -> Result<Value, E> {
                Ok(Value::Nothing)
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
                Ok(Value::Text(value.to_string()))
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
                Ok(Value::Number(value.to_string()))
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
                Ok(Value::Number(value.to_string()))
            }

            fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
                // longer ones come rounded, and as an id each digit counts
                let rounded = value.fract().abs() <= 0.0 && value.abs() >= 1e16;
                Ok(if rounded {
                    Value::Nested("number of more than 19 digits")
                } else {
                    Value::Number(value.to_string())
                })
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
                Ok(Value::Text(value.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
                while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                Ok(Value::Nested("object"))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Ok(Value::Nested("list"))
            }
        }
        deserializer.deserialize_any(Any)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::sources::SheetColumn;

    fn cells(text: &str) -> Vec<(String, Vec<Option<String>>)> {
        let content = read("t.jsonl", text).expect("readable");
        let column = |column: SheetColumn| {
            let cells = column.cells.iter().map(|cell| cell.map(str::to_owned)).collect();
            (column.header, cells)
        };
        content.columns.into_iter().map(column).collect()
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn lines_and_a_list_say_the_same() {
        let lines = "{\"name\":\"A\",\"hours\":1.5}\n{\"hours\":2,\"city\":\" Cali \",\"name\":null}\n";
        let list = "[\n {\"name\":\"A\",\"hours\":1.5},\n {\"hours\":2,\"city\":\" Cali \",\"name\":null}\n]";
        for text in [lines, list] {
            let columns = cells(text);
            assert_eq!(columns[0], ("name".to_owned(), vec![some("A"), None]));
            assert_eq!(columns[1], ("hours".to_owned(), vec![some("1.5"), some("2")]));
            assert_eq!(columns[2], ("city".to_owned(), vec![None, some("Cali")]));
        }
        let numeric = read("t.jsonl", lines).expect("readable").columns;
        assert_eq!(
            numeric.iter().map(|c| c.numeric).collect::<Vec<_>>(),
            [false, true, false]
        );
    }

    #[test]
    fn a_blank_line_keeps_its_row() {
        assert_eq!(
            cells("{\"a\":\"x\"}\n\n{\"a\":\"y\"}\n")[0].1,
            [some("x"), None, some("y")]
        );
    }

    #[test]
    fn nested_values_twofold_keys_and_broken_lines_are_refused_with_their_row() {
        let nested = read("t.jsonl", "{\"a\":1}\n{\"a\":[1,2]}\n").err();
        assert!(
            matches!(&nested, Some(RecordsError::Source(SourceError::NestedValue { row: 2, column, .. })) if column == "a"),
            "{nested:?}"
        );
        for text in [
            "{\"a\":1}\n{\"a\":1,\"a\":2}\n",
            "{\"a\":1}\n{\"a\":\n",
            "{\"a\":1}\n7\n",
        ] {
            let error = read("t.jsonl", text).err();
            assert!(
                matches!(error, Some(RecordsError::Source(SourceError::JsonForm { row: 2, .. }))),
                "{text}: {error:?}"
            );
        }
        let long = read("t.jsonl", "{\"id\":123456789012345678901234}").err();
        assert!(
            matches!(
                long,
                Some(RecordsError::Source(SourceError::NestedValue { row: 1, .. }))
            ),
            "{long:?}"
        );
    }
}
