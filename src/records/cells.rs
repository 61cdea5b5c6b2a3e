//! What does a cell say?
//!
//! In: the text of a cell, and what its whole column decided about the order of dates and the marks of numbers.
//! Out: a typed value, nothing, or "cannot be read".

use std::sync::Arc;

use super::names;

mod dates;
mod numbers;

pub(super) use dates::{DateForm, date, date_form};
pub(super) use numbers::{NumberMarks, number, number_marks};

/// What reading one cell gave.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Read<T> {
    /// Nothing stands there.
    Nothing,
    /// This.
    Value(T),
    /// Something that cannot be read as the column's type.
    Bad,
}

/// What a whole column decided.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Decision<T> {
    /// No cell leaves a choice.
    NotNeeded,
    /// The column's cells settle it.
    Settled(T),
    /// This cell (by row) could be read either way and no other settles it.
    Undecidable(usize),
}

/// The texts of a multi-value cell: declared options are found first, the longest first, because options contain
/// commas; what is left splits on `;`, `|` and line breaks (and on commas where options are declared).
pub(super) fn list(text: &str, options: &[String]) -> Vec<Arc<str>> {
    let is_break = |c: char| matches!(c, ';' | '|' | '\n') || !options.is_empty() && c == ',';
    let mut items: Vec<Arc<str>> = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || is_break(c));
        if rest.is_empty() {
            break;
        }
        let declared = options
            .iter()
            .filter(|option| stands_at_start(rest, option, is_break))
            .max_by_key(|o| o.len());
        let length = match declared {
            Some(option) => option.len(),
            None => rest.find(is_break).unwrap_or(rest.len()),
        };
        let (item, tail) = rest.split_at(length);
        let item = names::unquote(item.trim());
        if !item.is_empty() && !super::words::is_nothing(item) && !items.iter().any(|known| &**known == item) {
            items.push(Arc::from(item));
        }
        rest = tail;
    }
    items
}

fn stands_at_start(text: &str, option: &str, is_break: impl Fn(char) -> bool) -> bool {
    !option.is_empty()
        && text.strip_prefix(option).is_some_and(|rest| {
            let rest = rest.trim_start_matches([' ', '\t']);
            rest.is_empty() || rest.starts_with(&is_break)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(text: &str, options: &[&str]) -> Vec<String> {
        let options: Vec<String> = options.iter().map(|o| (*o).to_owned()).collect();
        list(text, &options).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lists_split_on_semicolon_and_bar_but_not_on_comma() {
        assert_eq!(
            items("datos, mapas; salas | buses", &[]),
            ["datos, mapas", "salas", "buses"]
        );
        assert_eq!(items(" ; ", &[]), Vec::<String>::new());
    }

    #[test]
    fn declared_options_contain_commas_and_the_longest_wins() {
        let options = ["buses", "buses, trenes", "datos"];
        assert_eq!(
            items("buses, trenes, datos, otra cosa", &options),
            ["buses, trenes", "datos", "otra cosa"]
        );
        assert_eq!(items("buses, datos", &options), ["buses", "datos"]);
    }
}
