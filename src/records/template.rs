//! What does an empty hub look like?
//!
//! In: a language. Out: the files of a new hub: per table a header and one example row, an annotated `hub.toml`, and
//! the data dictionary. All follow the declaration of the tables; nothing is written to disk here.

use super::{Column, ColumnType, TableName};
use crate::messages::{Lang, Messages};

/// One file of a new hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFile {
    /// Its name within the hub's folder.
    pub name: String,
    /// Its text.
    pub content: String,
}

/// The files of a new hub in a language: its headers, examples and explanations.
///
/// ```
/// use hubscope::{messages::Lang, records::template::files};
/// let names: Vec<String> = files(Lang::Es).into_iter().map(|file| file.name).collect();
/// assert!(names.contains(&"participaciones.csv".to_owned()));
/// ```
#[must_use]
pub fn files(lang: Lang) -> Vec<TemplateFile> {
    let messages = Messages::new(lang);
    let tables = TableName::ALL.into_iter().filter(|table| !table.is_written_back());
    let mut files: Vec<TemplateFile> = tables.map(|table| table_file(table, lang, &messages)).collect();
    files.push(TemplateFile {
        name: "hub.toml".into(),
        content: hub_toml(lang, &messages),
    });
    files.push(TemplateFile {
        name: format!("{}.md", messages.word("dictionary-file")),
        content: dictionary(lang, &messages),
    });
    files
}

/// The name of a table in a language, as a file's stem.
fn stem(table: TableName, lang: Lang) -> &'static str {
    match lang {
        Lang::En => table.name(),
        Lang::Es => table.synonyms().first().copied().unwrap_or(table.name()),
    }
}

fn header(column: &Column, lang: Lang) -> &'static str {
    match lang {
        Lang::En => column.name,
        Lang::Es => column.spanish,
    }
}

/// Spreadsheets in Spanish expect `;` between cells, and need the mark of UTF-8 to show accents.
fn table_file(table: TableName, lang: Lang, messages: &Messages) -> TemplateFile {
    let (separator, mark) = match lang {
        Lang::En => (',', ""),
        Lang::Es => (';', "\u{feff}"),
    };
    let headers: Vec<&str> = table.columns().iter().map(|column| header(column, lang)).collect();
    let example = messages.word(&format!("example-{table}"));
    let cells: Vec<&str> = example.split('|').map(str::trim).collect();
    let line = |cells: &[&str]| {
        let quoted = cells.iter().map(|cell| {
            let plain = !cell.contains([separator, '"', '\n']);
            if plain {
                (*cell).to_owned()
            } else {
                format!("\"{}\"", cell.replace('"', "\"\""))
            }
        });
        quoted.collect::<Vec<_>>().join(&separator.to_string())
    };
    TemplateFile {
        name: format!("{}.csv", stem(table, lang)),
        content: format!("{mark}{}\n{}\n", line(&headers), line(&cells)),
    }
}

/// Every section of `hub.toml` with its defaults, or with an example where there is none; each line commented out.
const HUB_TOML: &[(&str, &[&str])] = &[
    (
        "hub",
        &[
            "[hub]",
            "name = \"\"",
            "lang = \"{lang}\"",
            "operator = \"\"",
            "staff = []",
            "monthly_cost = 0",
            "currency = \"\"",
        ],
    ),
    ("study", &["[study]", "from = 2020-01-01", "as_of = 2025-12-31"]),
    (
        "recording",
        &["[[recording]]", "from = 2023-01-01", "source = \"\"", "what = \"\""],
    ),
    (
        "records",
        &[
            "[records]",
            "unknown_ids = \"create\"",
            "date_order = \"auto\"",
            "number_form = \"auto\"",
            "date_orders = {}",
            "number_forms = {}",
            "null_words = []",
            "assumed_term_months = 24",
        ],
    ),
    ("tables", &["[tables]", "stakeholders = \"{stakeholders}.csv\""]),
    ("columns", &["[columns.stakeholders]", "name = \"{name}\""]),
    ("values", &["[values.role]", "\"{attendee}\" = \"attendee\""]),
    ("sectors", &["[sectors]", "\"{government}\" = \"government\""]),
    ("options", &["[options]", "offers = []"]),
    (
        "attendance",
        &[
            "[attendance.\"lista.xlsx#Hoja1\"]",
            "event = \"\"",
            "date = 2025-01-01",
            "ignore = false",
        ],
    ),
    (
        "network",
        &[
            "[network]",
            "layer = \"combined\"",
            "projection = \"newman\"",
            "partnership_weight = 1",
            "participation_weight = 1",
            "half_life_days = 0",
        ],
    ),
    ("government", &["[government]", "sectors = [\"government\"]"]),
    ("funding", &["[funding]", "kinds = [\"funding\"]"]),
    ("gaps", &["[gaps]", "template = \"quadruple_helix\"", "q = 0.05"]),
    ("stability", &["[stability]", "min_response = 0.5", "draws = 1000"]),
    ("introductions", &["[introductions]", "avoid = []", "notice = \"\""]),
    (
        "plan",
        &[
            "[plan]",
            "hours = 60",
            "hours_renew = 4",
            "hours_broaden = 8",
            "hours_hand_over = 6",
            "hours_introduce = 3",
        ],
    ),
    ("adoption", &["[adoption]", "at_risk = \"\"", "equivalence = 0.10"]),
    (
        "champions",
        &[
            "[champions]",
            "purpose = \"\"",
            "responsible = \"\"",
            "notice_date = 2025-01-01",
        ],
    ),
    ("privacy", &["[privacy]", "key_file = \"\""]),
];

fn hub_toml(lang: Lang, messages: &Messages) -> String {
    let mut text = format!("# {}\n", messages.word("toml-head"));
    let name = TableName::Stakeholders
        .column("name")
        .map_or("name", |column| header(column, lang));
    for (section, lines) in HUB_TOML {
        text.push_str(&format!("\n# {}\n", messages.word(&format!("toml-{section}"))));
        for line in *lines {
            let line = line
                .replace("{lang}", lang.code())
                .replace("{stakeholders}", stem(TableName::Stakeholders, lang))
                .replace("{name}", name)
                .replace("{attendee}", &messages.word("toml-example-attendee"))
                .replace("{government}", &messages.word("sector-government"));
            text.push_str(&format!("#{line}\n"));
        }
    }
    text
}

fn dictionary(lang: Lang, messages: &Messages) -> String {
    let (title, intro) = (messages.word("dictionary-title"), messages.word("dictionary-intro"));
    let mut text = format!("# {title}\n\n{intro}\n");
    for table in TableName::ALL {
        let about = messages.word(&format!("table-{table}"));
        text.push_str(&format!("\n## {}: {about}\n\n", stem(table, lang)));
        text.push_str(&format!(
            "| {} |\n| --- | --- | --- | --- |\n",
            messages.word("dictionary-head")
        ));
        for column in table.columns() {
            let required = messages.word(if column.required { "yes" } else { "no" });
            let definition = messages.word(&column.definition_key(table));
            let cells = cells(column.kind, messages);
            text.push_str(&format!(
                "| {} | {required} | {cells} | {definition} |\n",
                header(column, lang)
            ));
        }
    }
    text
}

fn cells(kind: ColumnType, messages: &Messages) -> String {
    let values = |key: &str, list: &[&str]| messages.say(key, &[("values", list.join(", ").into())]);
    match kind {
        ColumnType::Text => messages.word("cells-text"),
        ColumnType::StakeholderRef => messages.word("cells-stakeholder"),
        ColumnType::StakeholderRefs => messages.word("cells-stakeholders"),
        ColumnType::EventRef => messages.word("cells-event"),
        ColumnType::Date => messages.word("cells-date"),
        ColumnType::EndDate => messages.word("cells-end"),
        ColumnType::Number => messages.word("cells-number"),
        ColumnType::Whole => messages.word("cells-whole"),
        ColumnType::YesNo => messages.word("cells-yes-no"),
        ColumnType::List => messages.word("cells-list"),
        ColumnType::Choice(list) => values("cells-choice", list),
        ColumnType::OpenChoice(list) => values("cells-open-choice", list),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{ReadOptions, Reason, RecordsError, RowState, read};
    use super::*;
    use crate::records::{FormDoubt, SettledBy, Undecided};

    #[test]
    fn a_new_hub_is_read_with_every_row_used() {
        for lang in Lang::ALL {
            let folder = tempfile::tempdir().expect("a folder");
            for file in files(lang) {
                std::fs::write(folder.path().join(file.name), file.content).expect("written");
            }
            let records = read(folder.path(), &ReadOptions::default()).expect("readable");
            assert_eq!(records.ledger.tables.len(), 11, "{lang}");
            assert_eq!(
                records.ledger.count(RowState::Used),
                records.ledger.rows(),
                "{lang}: {:?}",
                records.ledger
            );
            assert_eq!(records.mapping.unmapped, Default::default(), "{lang}");
            for (table, present) in &records.present {
                assert_eq!(present.unknown_columns, Vec::<String>::new(), "{lang}: {table}");
            }
            // the example names what a hub would declare in rows of its own
            let notes = records.ledger.tables.iter().flat_map(|table| &table.notes);
            assert!(
                notes.into_iter().all(|note| note.reason == Reason::UnknownIdCreated),
                "{lang}"
            );
        }
    }

    #[test]
    fn every_example_has_a_cell_per_column() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for table in TableName::ALL.into_iter().filter(|table| !table.is_written_back()) {
                let cells = messages.word(&format!("example-{table}")).split('|').count();
                assert_eq!(cells, table.columns().len(), "{lang}: {table}");
            }
        }
    }

    #[test]
    fn hub_toml_with_every_line_set_is_valid() {
        for lang in Lang::ALL {
            let text = hub_toml(lang, &Messages::new(lang));
            assert_eq!(
                crate::config::parse(&text),
                Ok(crate::config::HubConfig::default()),
                "{lang}"
            );
            let set: Vec<&str> = text
                .lines()
                .filter_map(|line| line.strip_prefix('#'))
                .filter(|l| !l.starts_with(' '))
                .collect();
            let config = crate::config::parse(&set.join("\n")).expect("valid");
            let defaults = crate::config::HubConfig::default();
            assert_eq!(
                (config.network, config.stability, config.gaps),
                (defaults.network, defaults.stability, defaults.gaps)
            );
            assert_eq!(config.records, defaults.records);
        }
    }

    #[test]
    fn every_word_of_the_dictionary_is_in_the_catalogue() {
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            for table in TableName::ALL {
                assert!(messages.has(&format!("table-{table}")), "{table}");
                for column in table.columns() {
                    let key = column.definition_key(table);
                    assert!(messages.has(&key), "{lang}: {key}");
                }
            }
            for reason in Reason::ALL {
                assert!(messages.has(&format!("reason-{}", reason.key())), "{lang}: {reason:?}");
            }
        }
    }

    #[test]
    fn errors_speak_both_languages() {
        let undecided = Undecided {
            file: "events.csv".into(),
            column: "inicio".into(),
            row: 3,
            value: "03/05/2024".into(),
            doubt: FormDoubt::DateOrder,
            settled_by: SettledBy::HubToml("events.start".into()),
        };
        let error = RecordsError::from(Box::new(undecided));
        for lang in Lang::ALL {
            let messages = Messages::new(lang);
            let (key, values) = error.message();
            let text = messages.say(key, &values);
            assert!(
                ["events.csv", "inicio", "03/05/2024"]
                    .iter()
                    .all(|part| text.contains(part)),
                "{text}"
            );
            let (key, values) = error.remedy();
            assert!(messages.say(key, &values).contains("date_order"), "{lang}");
        }
    }
}
