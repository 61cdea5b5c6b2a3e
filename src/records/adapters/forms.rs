//! Who answered a form, what did they say of themselves, and whom did they name?
//!
//! In: the answers of a form as its tool writes them, and where each question's column stands. Out: those who answered
//! as stakeholders, what they took part in, the partners and advisers they named. One answer, one row of the file.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::keyed::{Keyed, joined, listed};
use super::listing::{Dates, Listing, Numbers};
use super::people::{self, Directory, Person};
use super::question_map::{Naming, Places, Question};
use super::{FileLedger, Grid, ImportFormat, ImportOptions, ImportReason, Imported, ImportedTable, Place, sheets};
use crate::records::cells::{Measures, Options};
use crate::records::{RecordsError, TableName, names, words};

/// How a tool dresses its answers.
pub(super) struct Dress {
    /// What was asked, without what the tool itself records.
    pub questions: Vec<Question>,
    /// Where the tool records when the answer came.
    pub timestamp: Option<usize>,
    /// Name or e-mail where the tool records them itself: column of hubscope and place.
    pub recorded: Vec<(&'static str, usize)>,
    /// Rows below the header that are no answers, and why.
    pub set_aside: Vec<(usize, ImportReason)>,
    /// A question's place → its options, each in a column of its own that says whether it was chosen.
    pub chosen: BTreeMap<usize, Vec<(usize, String)>>,
    /// What parts the choices in one cell.
    pub mark: Mark,
}

/// What parts the choices in one cell, where no list of options is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// `Agua, Energía`
    Comma,
    /// `Agua;Energía;`
    Semicolon,
    /// `agua energia`, codes without blanks
    Blank,
}

/// One form, its questions found.
struct Form {
    listing: Listing,
    dress: Dress,
    places: Places,
    /// Name and e-mail of each row.
    people: Vec<(String, String)>,
}

/// Reads the answers of one or several forms.
pub(super) fn read(
    format: ImportFormat,
    files: &[PathBuf],
    options: &ImportOptions,
    open: impl Fn(Grid) -> Result<(Listing, Dress), RecordsError>,
) -> Result<Imported, RecordsError> {
    let sheets = sheets::open(files, open)?;
    let forms = sheets.opened.into_iter();
    let forms: Vec<Form> = forms
        .map(|(listing, dress)| Form::new(listing, dress, options))
        .collect::<Result<_, _>>()?;
    let mut directory = Directory::default();
    let everyone: Vec<Person<'_>> = forms.iter().flat_map(|form| form.people.iter().map(person)).collect();
    directory.settle(&everyone);
    let ties = ["source", "target", "kind", "strength", "last_confirmed"];
    let mut made = Made {
        stakeholders: people::table(),
        events: Keyed::new(TableName::Events, &["id", "name", "start"]),
        participations: ImportedTable::new(TableName::Participations, &["stakeholder_id", "event_id", "date"]),
        partnerships: ImportedTable::new(TableName::Partnerships, &ties),
        nominations: ImportedTable::new(TableName::Nominations, &["source", "target", "date", "question"]),
        directory,
    };
    let mut ledgers = sheets.beside;
    for form in &forms {
        ledgers.push(made.form(form, options)?);
    }
    let tables = vec![
        made.stakeholders.table,
        made.events.table,
        made.participations,
        made.partnerships,
        made.nominations,
    ];
    Ok(Imported::new(format, tables, ledgers))
}

fn person((name, email): &(String, String)) -> Person<'_> {
    Person { name, email }
}

impl Form {
    fn new(listing: Listing, dress: Dress, options: &ImportOptions) -> Result<Self, RecordsError> {
        let map = options.map.as_deref();
        let places = Places::find(&listing.file, &dress.questions, &dress.recorded, map)?;
        let text = |row: usize, column: &str| listing.text(row, places.of(column)).to_owned();
        let people = (0..listing.len()).map(|row| {
            let name = text(row, "name");
            let parts = [text(row, "first_name"), text(row, "last_name")];
            let name = if name.is_empty() {
                parts.join(" ").trim().to_owned()
            } else {
                name
            };
            let email = text(row, "email");
            // forms without sign-in write `anonymous` in both
            let told = |text: &str| {
                if words::key(text) == "anonymous" {
                    String::new()
                } else {
                    text.to_owned()
                }
            };
            (told(&name), people::email(&email).to_owned())
        });
        Ok(Self {
            people: people.collect(),
            listing,
            dress,
            places,
        })
    }

    /// The choices of an answer.
    fn choices(&self, row: usize, column: &str, at: usize) -> Vec<String> {
        if let Some(options) = self.dress.chosen.get(&at) {
            let flagged: Vec<String> = self.flagged(row, options);
            let is_told = options
                .iter()
                .any(|(place, _)| !self.listing.text(row, Some(*place)).is_empty());
            if is_told {
                return flagged;
            }
        }
        let text = self.listing.text(row, Some(at));
        let declared = self.places.lists.get(column).map_or(&[][..], Vec::as_slice);
        let parts: Vec<String> = match self.dress.mark {
            _ if !declared.is_empty() && self.dress.mark != Mark::Blank => items(text, declared),
            // the name of an event may contain a comma, and mostly one is chosen
            Mark::Comma if column == "event" => vec![text.to_owned()],
            Mark::Comma => text
                .split([',', ';', '\n'])
                .map(|part| part.trim().to_owned())
                .collect(),
            Mark::Semicolon => items(text, &[]),
            Mark::Blank => text.split_whitespace().map(str::to_owned).collect(),
        };
        let told = parts.into_iter().filter(|part| !words::is_nothing(part));
        told.map(|part| listed(&part)).collect()
    }

    /// Whether the columns of a roster say yes or no alone, so that a 1 is no strength.
    fn is_flag(&self, naming: &Naming) -> bool {
        let Naming::Roster(items) = naming else { return true };
        let is_answer = |row: &usize| !self.dress.set_aside.iter().any(|(known, _)| known == row);
        let rows: Vec<usize> = (0..self.listing.len()).filter(is_answer).collect();
        let cells = items
            .iter()
            .flat_map(|(place, _)| rows.iter().map(|row| self.listing.text(*row, Some(*place))));
        cells
            .into_iter()
            .all(|text| text.is_empty() || words::yes_no(text).is_some())
    }

    fn flagged(&self, row: usize, options: &[(usize, String)]) -> Vec<String> {
        let is_chosen = |place: usize| words::yes_no(self.listing.text(row, Some(place))) == Some(true);
        let chosen = options.iter().filter(|(place, _)| is_chosen(*place));
        chosen.map(|(_, name)| listed(name)).collect()
    }

    /// Whom an answer names, and how strongly.
    fn named(&self, row: usize, column: &str, (naming, is_flag): &(&Naming, bool)) -> Vec<(String, String)> {
        let roster = match naming {
            Naming::List(at) => {
                let choices = self.choices(row, column, *at).into_iter();
                return choices.map(|name| (name, String::new())).collect();
            }
            Naming::Roster(items) => items,
        };
        let answered = roster.iter().filter_map(|(place, name)| {
            let text = self.listing.text(row, Some(*place));
            let number = text.replace(',', ".").parse::<f64>().ok();
            let is_none =
                text.is_empty() || number.is_some_and(|number| number <= 0.0) || words::yes_no(text) == Some(false);
            let strength = number
                .filter(|_| !is_flag)
                .map_or_else(String::new, |number| number.to_string());
            (!is_none).then(|| (name.clone(), strength))
        });
        answered.collect()
    }
}

/// The hub so far.
struct Made {
    stakeholders: Keyed,
    events: Keyed,
    participations: ImportedTable,
    partnerships: ImportedTable,
    nominations: ImportedTable,
    directory: Directory,
}

/// Who answered, and when.
struct Respondent {
    id: String,
    /// Where the person works, empty where nobody asked.
    organization: String,
    date: String,
}

/// How the dates and numbers of a form are written.
struct Forms {
    date: Dates,
    joined: Dates,
    hours: Numbers,
}

/// The questions that name others, and whether their cells say yes or no alone.
struct Namings<'a> {
    partners: Vec<(&'a Naming, bool)>,
    nominations: Vec<(&'a Naming, bool)>,
}

impl Made {
    fn form(&mut self, form: &Form, options: &ImportOptions) -> Result<FileLedger, RecordsError> {
        let mut ledger = form.listing.ledger();
        for (row, reason) in &form.dress.set_aside {
            ledger.exclude(*row, *reason, "", "");
        }
        let forms = Forms {
            date: form
                .listing
                .dates(form.places.of("date").or(form.dress.timestamp), options)?,
            joined: form.listing.dates(form.places.of("joined"), options)?,
            hours: form
                .listing
                .numbers(form.places.of("hours"), Measures::Hours, options)?,
        };
        let with_flags =
            |namings: &'_ [Naming]| -> Vec<bool> { namings.iter().map(|naming| form.is_flag(naming)).collect() };
        let (partners, nominations) = (&form.places.partners, &form.places.nominations);
        let namings = Namings {
            partners: partners.iter().zip(with_flags(partners)).collect(),
            nominations: nominations.iter().zip(with_flags(nominations)).collect(),
        };
        for row in ledger.open() {
            let Some(who) = self.respondent(form, row, &forms, &mut ledger) else {
                ledger.exclude(
                    row,
                    ImportReason::MissingCell,
                    form.listing.header(form.places.of("name")),
                    "",
                );
                continue;
            };
            self.participation(form, row, (&who, &forms), options, &mut ledger);
            self.named(form, row, (&who, &namings), &mut ledger);
        }
        Ok(ledger)
    }

    /// The row of who answered; an organisation, where no person is asked for.
    fn respondent(&mut self, form: &Form, row: usize, forms: &Forms, ledger: &mut FileLedger) -> Option<Respondent> {
        let organization = form.listing.text(row, form.places.of("organization"));
        let person = person(&form.people[row]);
        if !person.is_somebody() && organization.is_empty() {
            return None;
        }
        let date = form.listing.date(row, &forms.date, ledger);
        let stakeholders = &mut self.stakeholders;
        let organization = self.directory.organization(organization, stakeholders, (ledger, row));
        let about = self.about(form, row, forms, ledger);
        let mut about: Vec<(&str, &str)> = about
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let id = if person.is_somebody() {
            if !organization.is_empty() {
                about.push(("parent_id", &organization));
            }
            self.directory
                .mention(person, &about, &mut self.stakeholders, (ledger, row))
                .0
        } else {
            self.stakeholders.mention(&organization, &about, ledger, row);
            organization.clone()
        };
        Some(Respondent { id, organization, date })
    }

    /// What the answer says of who gave it, column by column, without the empty ones.
    fn about(&self, form: &Form, row: usize, forms: &Forms, ledger: &mut FileLedger) -> Vec<(String, String)> {
        let is_own =
            |column: &str| TableName::Stakeholders.column(column).is_some() && !matches!(column, "name" | "email");
        let mut about = Vec::new();
        for (column, at) in form.places.columns.iter().filter(|(column, _)| is_own(column)) {
            let value = match column.as_str() {
                "offers" | "needs" | "external_ids" => {
                    let choices = form.choices(row, column, *at);
                    joined(&choices.iter().map(String::as_str).collect::<Vec<_>>())
                }
                "joined" => form.listing.date(row, &forms.joined, ledger),
                _ => form.listing.text(row, Some(*at)).to_owned(),
            };
            about.push((column.clone(), value));
        }
        for (column, options) in form.places.options_of.iter().filter(|(column, _)| is_own(column)) {
            let chosen = form.flagged(row, options);
            about.push((
                column.clone(),
                joined(&chosen.iter().map(String::as_str).collect::<Vec<_>>()),
            ));
        }
        about.retain(|(_, value)| !value.is_empty());
        about
    }

    fn participation(
        &mut self,
        form: &Form,
        row: usize,
        (who, forms): (&Respondent, &Forms),
        options: &ImportOptions,
        ledger: &mut FileLedger,
    ) {
        let asked = form.places.of("event").map(|at| form.choices(row, "event", at));
        let events = asked.unwrap_or_else(|| options.event.clone().into_iter().collect());
        let hours = form.listing.number(row, &forms.hours, ledger);
        let role = form.listing.text(row, form.places.of("role"));
        for event in events {
            let start = options.date.clone().unwrap_or_default();
            let id = names::slug(&event);
            let values = [("id", id.as_str()), ("name", &event), ("start", &start)];
            self.events.mention(&id, &values, ledger, row);
            let date = if start.is_empty() { &who.date } else { &start };
            let filled = [("role", role), ("hours", hours.as_str())];
            let mut values = vec![
                ("stakeholder_id", who.id.as_str()),
                ("event_id", id.as_str()),
                ("date", date.as_str()),
            ];
            values.extend(filled.into_iter().filter(|(_, value)| !value.is_empty()));
            let place = self.participations.push(&values);
            ledger.used(row, place);
        }
    }

    /// The ties to whom the answer names: partners of the organisation (of the person where none is given), and those
    /// whom the person asks.
    fn named(&mut self, form: &Form, row: usize, (who, namings): (&Respondent, &Namings<'_>), ledger: &mut FileLedger) {
        let source = if who.organization.is_empty() {
            &who.id
        } else {
            &who.organization
        };
        for naming in &namings.partners {
            for (target, strength) in form.named(row, "partners", naming) {
                let values = [
                    ("source", source.as_str()),
                    ("target", &target),
                    ("kind", &form.places.ties.kind),
                    ("strength", &strength),
                    ("last_confirmed", &who.date),
                ];
                let place: Place = self.partnerships.push(&values);
                ledger.used(row, place);
            }
        }
        for naming in &namings.nominations {
            let question = match naming.0 {
                Naming::List(at) => form.listing.header(Some(*at)),
                Naming::Roster(items) => items.first().map_or("", |(at, _)| form.question(*at)),
            };
            for (target, _) in form.named(row, "nominations", naming) {
                let values = [
                    ("source", who.id.as_str()),
                    ("target", &target),
                    ("date", &who.date),
                    ("question", question),
                ];
                let place = self.nominations.push(&values);
                ledger.used(row, place);
            }
        }
    }
}

impl Form {
    /// What a column of a matrix asks, without whom it asks about.
    fn question(&self, at: usize) -> &str {
        let question = self.dress.questions.iter().find(|question| question.column == at);
        let text = question.map_or("", |question| question.text.as_str());
        let cut = text
            .rfind(" - ")
            .or_else(|| text.rfind('['))
            .or_else(|| text.rfind('/'));
        cut.map_or(text, |end| text[..end].trim_end())
    }
}
/// The items of a cell that holds several.
fn items(text: &str, declared: &[String]) -> Vec<String> {
    let found = Options::new(declared).split(text).items;
    found.iter().map(ToString::to_string).collect()
}
