//! Which texts stand in a cell that holds several?
//!
//! In: a cell and the options that `hub.toml` declares for its column. Out: its items, and which of them no option
//! declares. Options are found first, the longest first, because options contain commas and blanks.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::tidy;
use crate::records::{names, words};

/// The declared options of a multi-value column; none where nothing is declared.
#[derive(Debug, Clone, Default)]
pub(in crate::records) struct Options {
    /// Key → the option as declared.
    by_key: BTreeMap<String, Arc<str>>,
}

/// The items of one cell, in their order and each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::records) struct Items {
    pub items: Vec<Arc<str>>,
    /// Those that are none of the declared options.
    pub undeclared: Vec<Arc<str>>,
    /// Whether an item holds a comma at which it was not split, because no options are declared.
    pub unsplit: bool,
}

impl Options {
    /// The options as declared.
    pub(in crate::records) fn new(declared: &[String]) -> Self {
        let keyed = declared
            .iter()
            .map(|option| (names::key(option), Arc::from(option.trim())));
        Self {
            by_key: keyed.filter(|(key, _)| !key.is_empty()).collect(),
        }
    }

    /// Splits a cell: at options first, else at `;`, `|` and line breaks (and at commas where options are declared).
    /// Blanks part options only where the whole cell is made of them, as KoboToolbox writes its answers.
    pub(in crate::records) fn split(&self, text: &str) -> Items {
        let text = tidy(text);
        let declared = !self.by_key.is_empty();
        let found = if declared {
            self.split_at(&text, |c| is_mark(c) || c == ',' || c == ' ')
                .filter(|items| items.undeclared.is_empty())
                .or_else(|| self.split_at(&text, |c| is_mark(c) || c == ','))
        } else {
            self.split_at(&text, is_mark)
        };
        let mut found = found.unwrap_or_default();
        found.unsplit = !declared && found.items.iter().any(|item| item.contains(','));
        if !declared {
            found.undeclared.clear();
        }
        found
    }

    /// The items apart at these marks; `None` where there are none.
    fn split_at(&self, text: &str, is_break: impl Fn(char) -> bool) -> Option<Items> {
        let mut found = Items::default();
        let mut rest = text;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || is_break(c));
            if rest.is_empty() {
                break;
            }
            let (length, option) = match self.longest(rest, &is_break) {
                Some((length, option)) => (length, Some(option)),
                None => (rest.find(&is_break).unwrap_or(rest.len()), None),
            };
            let (item, tail) = rest.split_at(length);
            rest = tail;
            let item = names::unquote(item.trim());
            let item = match option {
                Some(option) => option,
                None if item.is_empty() || words::is_nothing(item) => continue,
                None => {
                    let item: Arc<str> = Arc::from(item);
                    found.undeclared.push(Arc::clone(&item));
                    item
                }
            };
            if !found.items.contains(&item) {
                found.items.push(item);
            }
        }
        (!found.items.is_empty()).then_some(found)
    }

    /// The longest option with which a text begins and behind which an item ends; and how long it is as written there.
    fn longest(&self, text: &str, is_break: impl Fn(char) -> bool) -> Option<(usize, Arc<str>)> {
        if self.by_key.is_empty() {
            return None;
        }
        let ends = text.char_indices().filter(|(_, c)| is_break(*c)).map(|(at, _)| at);
        let ends: Vec<usize> = ends.chain([text.len()]).collect();
        ends.into_iter().rev().find_map(|end| {
            let option = self.by_key.get(&names::key(&text[..end]))?;
            Some((end, Arc::clone(option)))
        })
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, ';' | '|' | '\n' | '\r' | '；')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str, options: &[&str]) -> Items {
        let options: Vec<String> = options.iter().map(|o| (*o).to_owned()).collect();
        Options::new(&options).split(text)
    }

    fn items(text: &str, options: &[&str]) -> Vec<String> {
        split(text, options).items.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lists_split_on_semicolon_bar_and_line_break_but_not_on_comma() {
        assert_eq!(
            items("datos, mapas; salas | buses\ntrenes", &[]),
            ["datos, mapas", "salas", "buses", "trenes"]
        );
        assert!(split("datos, mapas; salas", &[]).unsplit);
        assert!(!split("datos; salas", &[]).unsplit);
        assert_eq!(items(" ; ", &[]), Vec::<String>::new());
        assert_eq!(items("N/A", &[]), Vec::<String>::new());
    }

    #[test]
    fn declared_options_contain_commas_and_the_longest_wins() {
        let options = ["buses", "buses, trenes", "datos"];
        let found = split("buses, trenes, datos, otra cosa", &options);
        let texts: Vec<&str> = found.items.iter().map(|item| &**item).collect();
        assert_eq!(texts, ["buses, trenes", "datos", "otra cosa"]);
        assert_eq!(found.undeclared, [Arc::from("otra cosa")]);
        assert!(!found.unsplit);
        assert_eq!(items("buses, datos", &options), ["buses", "datos"]);
        assert_eq!(items("BUSES; Datos", &options), ["buses", "datos"]);
    }

    #[test]
    fn blanks_part_options_where_the_cell_is_made_of_them() {
        let options = ["datos_abiertos", "mapas", "salas de reunion"];
        assert_eq!(items("datos_abiertos mapas", &options), ["datos_abiertos", "mapas"]);
        assert_eq!(items("mapas salas de reunión", &options), ["mapas", "salas de reunion"]);
        // one word that is no option: nothing is cut at blanks
        let found = split("mapas y otros", &options);
        assert_eq!(found.undeclared, [Arc::from("mapas y otros")]);
    }
}
