//! Citizen participation as a Decidim platform opens its data.
//!
//! In: `proposals.csv`, `meetings.csv` and their comments, with a column per language (`title/ca`). Out: proposals and
//! meetings as events; who proposed, commented or came as participations.

use std::path::PathBuf;

use super::keyed::{Keyed, Unique};
use super::listing::{Dates, Listing};
use super::parties::{Parties, Party};
use super::{
    FileLedger, ImportError, ImportFormat, ImportOptions, ImportReason, Imported, RecordsError, RowState, TableName,
    grids_of,
};
use crate::records::{HashMap, words};

const FORMAT: ImportFormat = ImportFormat::Decidim;

const KNOWN: [&str; 12] = [
    "id",
    "component/id",
    "participatory_space/id",
    "participatory_space/url",
    "url",
    "reference",
    "start_time",
    "end_time",
    "author/id",
    "author/name",
    "commentable_type",
    "root_commentable_url",
];

/// What a file holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Meetings,
    Proposals,
    Comments,
    /// Another component: results, projects, surveys.
    Other,
}

/// Reads the files of a platform, of one or several components each.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    let mut listings = Vec::new();
    for grid in grids_of(files)? {
        let listing = Listing::open(grid, &KNOWN);
        let kind = kind(&listing).ok_or_else(|| ImportError::OtherFormat {
            file: listing.file.clone(),
            format: FORMAT,
            expected: "id, component/id, participatory_space/id".to_owned(),
            found: listing.headers().join(", "),
        })?;
        listings.push((kind, listing));
    }
    let mut made = Made::new();
    let mut ledgers: Vec<Option<FileLedger>> = listings.iter().map(|_| None).collect();
    // what is commented on stands before the comments, whatever the order of the files
    for wanted in [Kind::Meetings, Kind::Proposals, Kind::Comments, Kind::Other] {
        for ((kind, listing), ledger) in listings.iter().zip(&mut ledgers) {
            if *kind == wanted {
                *ledger = Some(match kind {
                    Kind::Meetings => made.meetings(listing, options)?,
                    Kind::Proposals => made.proposals(listing, options)?,
                    Kind::Comments => made.comments(listing, options)?,
                    Kind::Other => listing.left_out(),
                });
            }
        }
    }
    let tables = vec![made.parties.into_table(), made.participations.table, made.events.table];
    Ok(Imported::new(FORMAT, tables, ledgers.into_iter().flatten().collect()))
}

fn kind(listing: &Listing) -> Option<Kind> {
    if listing.has(&["commentable_type"]) || listing.has(&["root_commentable_url"]) {
        Some(Kind::Comments)
    } else if listing.has(&["id", "start_time"]) {
        Some(Kind::Meetings)
    } else if !listing.has(&["id"]) || !(listing.has(&["component/id"]) || listing.has(&["participatory_space/id"])) {
        None
    } else if listing.has(&["state"]) && (listing.has(&["published_at"]) || listing.has(&["is_amend"])) {
        Some(Kind::Proposals)
    } else {
        Some(Kind::Other)
    }
}

/// The tables so far.
struct Made {
    parties: Parties,
    events: Keyed,
    participations: Unique,
    /// The address of a page → its event.
    by_url: HashMap<String, String>,
    /// A comment → the event it stands under.
    by_comment: HashMap<String, String>,
}

impl Made {
    fn new() -> Self {
        let events = ["id", "name", "component", "start", "end", "city", "programme", "status"];
        let participations = ["stakeholder_id", "event_id", "date", "role", "outcome"];
        Self {
            parties: Parties::new(),
            events: Keyed::new(TableName::Events, &events),
            participations: Unique::new(TableName::Participations, &participations),
            by_url: HashMap::default(),
            by_comment: HashMap::default(),
        }
    }

    fn meetings(&mut self, listing: &Listing, options: &ImportOptions) -> Result<FileLedger, RecordsError> {
        let mut ledger = listing.ledger();
        let starts = listing.dates(listing.column(&["start_time"]), options)?;
        let ends = listing.dates(listing.column(&["end_time"]), options)?;
        let title = Texts::of(listing, "title", options);
        let organizations = listing.column(&["organizations", "attending_organizations"]);
        for row in ledger.open() {
            let Some(id) = id(listing, row, "meeting", &mut ledger) else {
                continue;
            };
            let start = listing.date(row, &starts, &mut ledger);
            let withdrawn = words::yes_no(listing.text(row, listing.column(&["withdrawn"]))) == Some(true);
            let event = Event {
                id: &id,
                title: title.text(listing, row),
                component: "meeting",
                start: &start,
                end: &listing.end(row, &ends, &mut ledger),
                status: if withdrawn { "cancelled" } else { "" },
            };
            self.event(listing, row, &event, &mut ledger);
            if withdrawn {
                ledger.note(row, RowState::Used, ImportReason::NeverHeld, "withdrawn", "");
                continue;
            }
            self.authors(listing, row, &id, [&start, "host"], &mut ledger);
            let names = listing.text(row, organizations).to_owned();
            for name in names
                .split([',', ';', '\n'])
                .map(str::trim)
                .filter(|name| !words::is_nothing(name))
            {
                let party = Party {
                    name: name.to_owned(),
                    kind: "organization",
                    ..Party::default()
                };
                self.came(&party, &id, [&start, "attendee"], &mut ledger, row);
            }
        }
        Ok(ledger)
    }

    fn proposals(&mut self, listing: &Listing, options: &ImportOptions) -> Result<FileLedger, RecordsError> {
        let mut ledger = listing.ledger();
        let published = listing.dates(listing.column(&["published_at", "created_at"]), options)?;
        let title = Texts::of(listing, "title", options);
        let state = listing.column(&["state"]);
        for row in ledger.open() {
            let Some(id) = id(listing, row, "proposal", &mut ledger) else {
                continue;
            };
            let start = listing.date(row, &published, &mut ledger);
            let event = Event {
                id: &id,
                title: title.text(listing, row),
                component: "other",
                start: &start,
                end: "",
                status: listing.text(row, state),
            };
            self.event(listing, row, &event, &mut ledger);
            self.authors(listing, row, &id, [&start, "author"], &mut ledger);
        }
        Ok(ledger)
    }

    fn event(&mut self, listing: &Listing, row: usize, event: &Event<'_>, ledger: &mut FileLedger) {
        let known = self.events.find(event.id);
        let space = listing.text(row, listing.column(&["participatory_space/url"]));
        let space = space.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
        let values = [
            ("id", event.id),
            ("name", if event.title.is_empty() { event.id } else { &event.title }),
            ("component", event.component),
            ("start", event.start),
            ("end", event.end),
            ("programme", space),
            ("status", event.status),
        ];
        self.events.mention(event.id, &values, ledger, row);
        if let Some(known) = known {
            ledger.merge(row, known, ImportReason::SameRecord);
        }
        let url = listing.text(row, listing.column(&["url"]));
        if !url.is_empty() {
            self.by_url.insert(page(url), event.id.to_owned());
        }
    }

    /// The authors of a proposal or meeting: newer platforms list several in one cell, older ones name none.
    fn authors(&mut self, listing: &Listing, row: usize, event: &str, as_what: [&str; 2], ledger: &mut FileLedger) {
        let cell = |name: &str| listing.text(row, listing.column(&[name])).to_owned();
        let (ids, names) = (cell("author/id"), cell("author/name"));
        let ids: Vec<&str> = ids
            .split([',', ';'])
            .map(str::trim)
            .filter(|id| !id.is_empty())
            .collect();
        let split: Vec<&str> = names.split([',', ';']).map(str::trim).collect();
        if ids.is_empty() {
            if listing.column(&["author/id"]).is_some() {
                ledger.note(row, RowState::Used, ImportReason::Withheld, "author/id", "");
            }
            return;
        }
        for (place, id) in ids.iter().enumerate() {
            // names with commas cannot be told apart: then ids stand for them
            let name = match ids.len() {
                1 => names.as_str(),
                several if several == split.len() => split[place],
                _ => "",
            };
            let party = person(id, name);
            self.came(&party, event, as_what, ledger, row);
        }
    }

    fn comments(&mut self, listing: &Listing, options: &ImportOptions) -> Result<FileLedger, RecordsError> {
        let mut ledger = listing.ledger();
        let created = listing.dates(listing.column(&["created_at"]), options)?;
        let column = |name: &str| listing.column(&[name]);
        let rows = ledger.open();
        // replies stand under comments, which may come later in the file
        for _ in 0..DEEPEST {
            let before = self.by_comment.len();
            for row in &rows {
                if let Some(event) = self.under(listing, *row) {
                    let id = listing.text(*row, column("id"));
                    self.by_comment.insert(id.to_owned(), event);
                }
            }
            if self.by_comment.len() == before {
                break;
            }
        }
        let groups = Texts::named(listing, "user_group/name", None);
        for row in rows {
            self.comment(listing, row, &created, &groups, &mut ledger);
        }
        Ok(ledger)
    }

    fn comment(&mut self, listing: &Listing, row: usize, created: &Dates, groups: &Texts, ledger: &mut FileLedger) {
        let text = |name: &str| listing.text(row, listing.column(&[name]));
        let Some(event) = self.under(listing, row) else {
            ledger.exclude(
                row,
                ImportReason::Unattached,
                "root_commentable_url",
                text("root_commentable_url"),
            );
            return;
        };
        let group = text("user_group/id");
        let party = if group.is_empty() {
            person(text("author/id"), text("author/name"))
        } else {
            let name = groups.text(listing, row);
            Party {
                id: format!("group-{group}"),
                name,
                kind: "organization",
                ..Party::default()
            }
        };
        if party.id.is_empty() {
            ledger.exclude(row, ImportReason::Withheld, "author/id", text("author/name"));
            return;
        }
        let date = listing.date(row, created, ledger);
        let outcome = match text("alignment") {
            "1" => "in favour",
            "-1" => "against",
            _ => "",
        };
        self.add(&party, &event, [&date, "commenter", outcome], ledger, row);
    }

    /// The event that a comment stands under.
    fn under(&self, listing: &Listing, row: usize) -> Option<String> {
        let text = |name: &str| listing.text(row, listing.column(&[name]));
        if let Some(event) = self.by_url.get(&page(text("root_commentable_url"))) {
            return Some(event.clone());
        }
        let id = text("commentable_id");
        match text("commentable_type") {
            "Decidim::Proposals::Proposal" => Some(format!("proposal-{id}")),
            "Decidim::Meetings::Meeting" => Some(format!("meeting-{id}")),
            "Decidim::Comments::Comment" => self.by_comment.get(id).cloned(),
            _ => None,
        }
        .filter(|event| self.events.find(event).is_some())
    }

    fn came(&mut self, party: &Party, event: &str, [date, role]: [&str; 2], ledger: &mut FileLedger, row: usize) {
        self.add(party, event, [date, role, ""], ledger, row);
    }

    fn add(&mut self, party: &Party, event: &str, how: [&str; 3], ledger: &mut FileLedger, row: usize) {
        let Some(id) = self.parties.mention(party, ledger, row) else {
            return;
        };
        let [date, role, outcome] = how;
        let values = [
            ("stakeholder_id", id.as_str()),
            ("event_id", event),
            ("date", date),
            ("role", role),
            ("outcome", outcome),
        ];
        self.participations.add(&values, ledger, row);
    }
}

/// Replies to replies: deeper threads than this a platform does not allow.
const DEEPEST: usize = 16;

/// What an event is told of.
struct Event<'a> {
    id: &'a str,
    title: String,
    component: &'a str,
    start: &'a str,
    end: &'a str,
    status: &'a str,
}

/// The columns of a text: one for all languages, or one for each.
struct Texts {
    columns: Vec<usize>,
}

impl Texts {
    /// The language asked for first, then that with most texts.
    fn of(listing: &Listing, name: &str, options: &ImportOptions) -> Self {
        Self::named(listing, name, options.locale.as_deref())
    }

    fn named(listing: &Listing, name: &str, locale: Option<&str>) -> Self {
        let mut columns: Vec<(usize, usize)> = listing
            .below(name)
            .into_iter()
            .map(|(language, column)| {
                let filled = (0..listing.len())
                    .filter(|row| !listing.text(*row, Some(column)).is_empty())
                    .count();
                let wanted = locale.is_some_and(|locale| language.eq_ignore_ascii_case(locale));
                (if wanted { usize::MAX } else { filled }, column)
            })
            .collect();
        columns.sort_by_key(|(filled, column)| (std::cmp::Reverse(*filled), *column));
        let plain = listing.column(&[name]).into_iter();
        Self {
            columns: plain.chain(columns.into_iter().map(|(_, column)| column)).collect(),
        }
    }

    fn text(&self, listing: &Listing, row: usize) -> String {
        let mut texts = self.columns.iter().map(|column| listing.text(row, Some(*column)));
        let found = texts.find(|text| !text.is_empty()).unwrap_or_default();
        found.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn person(id: &str, name: &str) -> Party {
    Party {
        id: if id.is_empty() {
            String::new()
        } else {
            format!("user-{id}")
        },
        name: name.to_owned(),
        kind: "person",
        ..Party::default()
    }
}

/// The address of a page without what comes behind its path.
fn page(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    path.trim_end_matches('/').to_lowercase()
}

/// The id of an event: each component counts on its own.
fn id(listing: &Listing, row: usize, component: &str, ledger: &mut FileLedger) -> Option<String> {
    let id = listing.text(row, listing.column(&["id"]));
    if id.is_empty() {
        ledger.exclude(row, ImportReason::MissingCell, "id", "");
        return None;
    }
    Some(format!("{component}-{id}"))
}
