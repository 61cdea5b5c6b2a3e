//! Which question of a form holds which column?
//!
//! In: the questions of a form and, where given, the map (a small TOML file). Out: the places of the columns that are
//! known, and the ties that a question asks for. Without a map, questions that are called as a column is are found.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::fault::{ImportFault, Spot};
use super::{ImportError, bytes_of};
use crate::records::{RecordsError, TableName, sources, words};

/// One question of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Question {
    /// The column in which its answers stand.
    pub column: usize,
    /// Its code or whole header.
    pub code: String,
    /// What was asked.
    pub text: String,
}

/// What `[questions]` may give: columns of the person who answers, and of the event.
const OF_THE_PERSON: [&str; 15] = [
    "name",
    "email",
    "role_title",
    "sector",
    "government_level",
    "city",
    "country",
    "appointment",
    "authority",
    "joined",
    "offers",
    "needs",
    "external_ids",
    "consent",
    "profiling",
];
/// Beside them: where the person works, the day, what they took part in, and whom they name.
const OTHERS: [&str; 9] = [
    "first_name",
    "last_name",
    "organization",
    "date",
    "event",
    "role",
    "hours",
    "partners",
    "nominations",
];

/// The map as written: column → question, or questions.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Written {
    questions: BTreeMap<String, OneOrSeveral>,
    options: BTreeMap<String, Vec<String>>,
    ties: Ties,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum OneOrSeveral {
    One(String),
    Several(Vec<String>),
}

/// What the ties are that `partners` asks for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Ties {
    /// Their kind.
    pub kind: String,
}

impl Default for Ties {
    fn default() -> Self {
        Self {
            kind: "collaboration".to_owned(),
        }
    }
}

/// A question that names others: a list in one cell, or one column for each of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Naming {
    /// A list in the cells of a column.
    List(usize),
    /// A column for each, with the name of whom it asks about.
    Roster(Vec<(usize, String)>),
}

/// Where everything stands.
#[derive(Debug, Default)]
pub(super) struct Places {
    /// Column → place.
    pub columns: BTreeMap<String, usize>,
    /// Column → places of a question whose options stand each in a column of its own.
    pub options_of: BTreeMap<String, Vec<(usize, String)>>,
    /// Whom they work with.
    pub partners: Vec<Naming>,
    /// Whom they ask.
    pub nominations: Vec<Naming>,
    /// Column → the declared list of its options.
    pub lists: BTreeMap<String, Vec<String>>,
    /// What the ties are.
    pub ties: Ties,
}

impl Places {
    /// The place of a column.
    pub(super) fn of(&self, column: &str) -> Option<usize> {
        self.columns.get(column).copied()
    }

    /// Finds the columns by the map, else where the tool itself records them, else by what the questions are called;
    /// refused where nobody could be known.
    pub(super) fn find(
        file: &str,
        questions: &[Question],
        recorded: &[(&str, usize)],
        map: Option<&Path>,
    ) -> Result<Self, RecordsError> {
        let written = map.map(read).transpose()?.unwrap_or_default();
        let mut places = Self {
            lists: written.options,
            ties: written.ties,
            ..Self::default()
        };
        let map_file = map.map_or_else(String::new, sources::file_name);
        let known = || OF_THE_PERSON.iter().chain(&OTHERS).copied();
        for (key, wanted) in &written.questions {
            if !known().any(|name| name == key) {
                let list = known().collect::<Vec<_>>().join(", ");
                return Err(ImportFault::MapKey.at(Spot::new(&map_file, 1, key), &list));
            }
            let wanted = match wanted {
                OneOrSeveral::One(question) => std::slice::from_ref(question),
                OneOrSeveral::Several(questions) => questions,
            };
            let naming = naming(questions, wanted);
            let unfound = wanted
                .iter()
                .find(|text| self::naming(questions, std::slice::from_ref(text)).is_empty());
            if let Some(unfound) = unfound {
                return Err(ImportFault::NoQuestion.at(Spot::new(file, 1, key), unfound));
            }
            match key.as_str() {
                "partners" => places.partners = naming,
                "nominations" => places.nominations = naming,
                _ => match naming.into_iter().next() {
                    Some(Naming::List(column)) => drop(places.columns.insert(key.clone(), column)),
                    Some(Naming::Roster(options)) => drop(places.options_of.insert(key.clone(), options)),
                    None => {}
                },
            }
        }
        for (column, at) in recorded {
            places.columns.entry((*column).to_owned()).or_insert(*at);
        }
        places.find_by_name(questions);
        let somebody = ["name", "email", "organization", "first_name", "last_name"];
        if somebody.iter().all(|column| places.of(column).is_none()) {
            let asked: Vec<&str> = questions.iter().map(|question| question.text.as_str()).collect();
            return Err(ImportFault::Questions.at(Spot::new(file, 1, "name"), &asked.join(" · ")));
        }
        Ok(places)
    }

    /// Columns that no map gave, by questions that are called as they are.
    fn find_by_name(&mut self, questions: &[Question]) {
        let taken = |places: &Self, at: usize| {
            let by_naming = places
                .partners
                .iter()
                .chain(&places.nominations)
                .any(|naming| match naming {
                    Naming::List(column) => *column == at,
                    Naming::Roster(columns) => columns.iter().any(|(column, _)| *column == at),
                });
            by_naming || places.columns.values().any(|column| *column == at)
        };
        for rank in 0..3 {
            for name in OF_THE_PERSON.iter().chain(&OTHERS) {
                if self.columns.contains_key(*name) || self.options_of.contains_key(*name) {
                    continue;
                }
                let found = questions.iter().find(|question| {
                    let is_named = [&question.text, &question.code]
                        .into_iter()
                        .any(|text| is_called(name, rank, &words::key(text)));
                    is_named && !taken(self, question.column)
                });
                if let Some(question) = found {
                    self.columns.insert((*name).to_owned(), question.column);
                }
            }
        }
    }
}

/// Whether a question bears a column's name: as its own, its Spanish one or a synonym.
fn is_called(name: &str, rank: usize, key: &str) -> bool {
    let further: &[&str] = match name {
        "first_name" => &["first name", "nombres", "primer nombre", "recipientfirstname"],
        "last_name" => &["last name", "apellido", "apellidos", "surname", "recipientlastname"],
        "organization" => &[
            "organization",
            "organisation",
            "organizacion",
            "institucion",
            "entidad",
            "empresa",
            "institution",
            "company",
        ],
        "email" => &[
            "email address",
            "direccion de correo electronico",
            "recipientemail",
            "correo",
        ],
        "name" => &[
            "nombre",
            "name",
            "nombre completo",
            "full name",
            "nombre y apellido",
            "nombres y apellidos",
            "nome",
        ],
        // a question that is called so asks for anything
        "date" | "event" | "role" | "hours" | "partners" | "nominations" => return false,
        _ => &[],
    };
    if further.contains(&key) {
        return rank == 0;
    }
    let Some(column) = TableName::Stakeholders.column(name).filter(|_| name != "name") else {
        return false;
    };
    match rank {
        0 => words::key(column.name) == key,
        1 => words::key(column.spanish) == key,
        _ => column.synonyms.iter().any(|word| words::key(word) == key),
    }
}

/// The columns that a wanted question names: one of that code or text, else those of a matrix with a column for each.
fn naming(questions: &[Question], wanted: &[String]) -> Vec<Naming> {
    let mut found = Vec::new();
    let mut single = Vec::new();
    for text in wanted {
        let key = words::key(text);
        let whole = questions
            .iter()
            .find(|question| words::key(&question.code) == key || words::key(&question.text) == key);
        match whole {
            Some(question) if wanted.len() > 1 => single.push((question.column, question.text.clone())),
            Some(question) => found.push(Naming::List(question.column)),
            None => {
                let roster: Vec<(usize, String)> = questions.iter().filter_map(|one| item(one, text, &key)).collect();
                if !roster.is_empty() {
                    found.push(Naming::Roster(roster));
                }
            }
        }
    }
    // several questions, each about one: their texts are whom they ask about
    if !single.is_empty() {
        found.push(Naming::Roster(single));
    }
    found
}

/// The item that a column of a matrix asks about: `Q3_2` with `… - Ana Rojas`, `Question [Ana Rojas]`, `question/ana`.
fn item(question: &Question, wanted: &str, key: &str) -> Option<(usize, String)> {
    let after = |text: &str, mark: &str| {
        let (before, item) = text.rsplit_once(mark)?;
        (words::key(before) == key).then(|| item.trim().to_owned())
    };
    let coded = question
        .code
        .strip_prefix(wanted)
        .and_then(|rest| rest.strip_prefix('_'));
    let is_coded = coded.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()));
    let item = if is_coded {
        let (_, item) = question.text.rsplit_once(" - ").unwrap_or(("", &question.text));
        Some(item.trim().to_owned())
    } else {
        let bracketed = question.text.strip_suffix(']').and_then(|text| after(text, "["));
        bracketed
            .or_else(|| after(&question.text, " - "))
            .or_else(|| after(&question.code, "/"))
    };
    item.filter(|item| !item.is_empty()).map(|item| (question.column, item))
}

fn read(path: &Path) -> Result<Written, RecordsError> {
    let file = sources::file_name(path);
    let bytes = bytes_of(path)?;
    let text = String::from_utf8(bytes).map_err(|_| RecordsError::Encoding {
        file: file.clone(),
        row: 1,
    })?;
    toml::from_str(text.trim_start_matches('\u{feff}')).map_err(|problem| {
        let problem = problem.to_string().trim().replace('\n', " ");
        ImportError::Map { file, problem }.into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn questions(texts: &[(&str, &str)]) -> Vec<Question> {
        texts
            .iter()
            .enumerate()
            .map(|(column, (code, text))| Question {
                column,
                code: (*code).to_owned(),
                text: (*text).to_owned(),
            })
            .collect()
    }

    #[test]
    fn a_matrix_is_found_in_the_dress_of_each_tool() {
        let asked = questions(&[
            ("Q3_1", "¿A quién pide consejo? - Ana Rojas"),
            ("Q3_2", "¿A quién pide consejo? - Luis Paz"),
            ("Q3_2_TEXT", "¿A quién pide consejo? - Otro - Texto"),
            ("Con quién [Alcaldía]", "Con quién [Alcaldía]"),
            ("ties/uno", "uno"),
        ]);
        let roster = |wanted: &str| match naming(&asked, &[wanted.to_owned()]).pop() {
            Some(Naming::Roster(items)) => items.into_iter().map(|(_, item)| item).collect(),
            _ => Vec::new(),
        };
        assert_eq!(roster("Q3"), ["Ana Rojas", "Luis Paz"]);
        assert_eq!(roster("¿A quién pide consejo?"), ["Ana Rojas", "Luis Paz"]);
        assert_eq!(roster("con quien"), ["Alcaldía"]);
        assert_eq!(roster("ties"), ["uno"]);
        assert_eq!(roster("Q4"), Vec::<String>::new());
    }

    #[test]
    fn questions_called_as_columns_are_found_without_a_map() {
        let asked = questions(&[
            ("Correo electrónico", "Correo electrónico"),
            ("Nombre completo", "Nombre completo"),
            ("Institución", "Institución"),
            ("Cargo", "Cargo"),
            ("¿Qué ofrece?", "¿Qué ofrece?"),
        ]);
        let places = Places::find("a.csv", &asked, &[], None).expect("somebody");
        let found: Vec<(&str, usize)> = places.columns.iter().map(|(name, at)| (name.as_str(), *at)).collect();
        assert_eq!(
            found,
            [
                ("email", 0),
                ("name", 1),
                ("offers", 4),
                ("organization", 2),
                ("role_title", 3)
            ]
        );
    }
}
