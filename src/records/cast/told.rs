//! What does `hub.toml` say of the values of a column?
//!
//! In: `[values]` and `[sectors]`. Out: for a text, the value that stands for it; an empty one means that nothing is there.

use std::collections::BTreeMap;

use super::super::{TableName, words};
use crate::config::HubConfig;

/// The maps of one column, by the keys of the texts they map.
#[derive(Default)]
pub(super) struct Told(BTreeMap<String, String>);

impl Told {
    /// What is said of a column: of this table's first, then of all tables'.
    pub(super) fn of(config: &HubConfig, table: TableName, column: &str) -> Self {
        let sectors = (column == "sector").then_some(&config.sectors);
        let of_all = config.values.get(column).into_iter().chain(sectors);
        let of_this = config.values.get(&format!("{table}.{column}"));
        // the last of two that say something of one text wins
        let maps = of_all.chain(of_this).flatten();
        Self(maps.map(|(from, to)| (key(from), to.clone())).collect())
    }

    /// What stands for a text; nothing where no map names it.
    pub(super) fn value(&self, text: &str) -> Option<&str> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&key(text)).map(String::as_str)
    }
}

/// Texts without a letter or digit are compared as they stand.
fn key(text: &str) -> String {
    let key = words::key(text);
    if key.is_empty() { text.trim().to_owned() } else { key }
}
