//! Open-innovation challenges as their platforms export them: challenge, submission, team, stage.
//!
//! In: lists of submissions, with lists of challenges and of team members where the platform has them; every platform
//! heads them its own way, so a small map says which column is which where the usual words do not. Out: challenges as
//! events, competitors as participations with the stage they reached, and ties within each team.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::keyed::{Keyed, Unique};
use super::listing::{Dates, Listing};
use super::parties::{Parties, Party};
use super::{
    FileLedger, ImportError, ImportFormat, ImportOptions, ImportReason, Imported, RecordsError, RowState, TableName,
    grids_of,
};
use crate::records::{HashMap, HashSet, names, words};

mod map;

use map::{KNOWN, Map, Part};

const FORMAT: ImportFormat = ImportFormat::Challenges;

/// Reads the lists of a platform.
pub(super) fn read(files: &[PathBuf], options: &ImportOptions) -> Result<Imported, RecordsError> {
    let map = Map::read(options.map.as_deref())?;
    let mut listings = Vec::new();
    for grid in grids_of(files)? {
        let known: Vec<&str> = KNOWN.iter().copied().chain(map.headers()).collect();
        let listing = Listing::open(grid, &known);
        let part = map.part(&listing).ok_or_else(|| ImportError::OtherFormat {
            file: listing.file.clone(),
            format: FORMAT,
            expected: "challenge, team, participant, organization, stage".to_owned(),
            found: listing.headers().join(", "),
        })?;
        listings.push((part, listing));
    }
    if !listings.iter().any(|(part, _)| *part == Part::Submissions) {
        let file = "submissions".to_owned();
        return Err(ImportError::MissingFile { format: FORMAT, file }.into());
    }
    let mut made = Made::new(&map);
    made.declared = listings.iter().any(|(part, _)| *part == Part::Challenges);
    for (part, listing) in &listings {
        made.learn(*part, listing)?;
    }
    let mut ledgers: Vec<Option<FileLedger>> = listings.iter().map(|_| None).collect();
    for wanted in [Part::Challenges, Part::Members, Part::Submissions] {
        for ((part, listing), ledger) in listings.iter().zip(&mut ledgers) {
            if *part == wanted {
                *ledger = Some(match part {
                    Part::Challenges => made.challenges(listing, options)?,
                    Part::Members => made.members(listing)?,
                    Part::Submissions => made.submissions(listing, options)?,
                });
            }
        }
    }
    let tables = vec![
        made.parties.into_table(),
        made.ties.table,
        made.participations.table,
        made.events.table,
    ];
    Ok(Imported::new(FORMAT, tables, ledgers.into_iter().flatten().collect()))
}

/// The tables so far.
struct Made<'a> {
    map: &'a Map,
    /// Whether the platform lists its challenges.
    declared: bool,
    parties: Parties,
    events: Keyed,
    participations: Unique,
    ties: Unique,
    /// A challenge's name → its id.
    by_name: HashMap<String, String>,
    /// A team's name → its members, each with the organisation.
    teams: BTreeMap<String, Vec<Party>>,
    /// Challenges and teams whose ties are made.
    tied: HashSet<(String, String)>,
}

/// Where the columns that name somebody stand.
struct Who {
    team: Option<usize>,
    person: Option<usize>,
    email: Option<usize>,
    organization: Option<usize>,
}

impl Who {
    /// The person of a row, as far as the row says.
    fn person(&self, listing: &Listing, row: usize) -> Party {
        let email = listing.text(row, self.email);
        let id = if email.is_empty() {
            String::new()
        } else {
            // the address stays in its own column: an id may end up on a page
            format!("p-{}", names::fingerprint([email.to_lowercase().as_str()], 10))
        };
        let name = listing.text(row, self.person);
        Party {
            id,
            name: name.to_owned(),
            kind: "person",
            email: email.to_owned(),
            ..Party::default()
        }
    }

    fn organization(&self, listing: &Listing, row: usize) -> Party {
        Party {
            name: listing.text(row, self.organization).to_owned(),
            kind: "organization",
            ..Party::default()
        }
    }
}

impl<'a> Made<'a> {
    fn new(map: &'a Map) -> Self {
        let events = ["id", "name", "component", "start", "end", "topic", "host", "prize"];
        let participations = ["stakeholder_id", "event_id", "date", "role", "outcome"];
        let ties = ["source", "target", "kind", "function", "start", "attributed_to"];
        Self {
            map,
            declared: false,
            parties: Parties::new(),
            events: Keyed::new(TableName::Events, &events),
            participations: Unique::new(TableName::Participations, &participations),
            ties: Unique::new(TableName::Partnerships, &ties),
            by_name: HashMap::default(),
            teams: BTreeMap::new(),
            tied: HashSet::default(),
        }
    }

    fn who(&self, part: Part, listing: &Listing) -> Result<Who, RecordsError> {
        let column = |field: &str| self.map.column(part, field, listing);
        Ok(Who {
            team: column("team")?,
            person: column("person")?,
            email: column("email")?,
            organization: column("organization")?,
        })
    }

    fn learn(&mut self, part: Part, listing: &Listing) -> Result<(), RecordsError> {
        if part != Part::Challenges {
            let who = self.who(part, listing)?;
            (0..listing.len()).for_each(|row| self.parties.learn(&who.person(listing, row)));
        }
        Ok(())
    }

    fn challenges(&mut self, listing: &Listing, options: &ImportOptions) -> Result<FileLedger, RecordsError> {
        let mut ledger = listing.ledger();
        let column = |field: &str| self.map.column(Part::Challenges, field, listing);
        let (id, name) = (column("id")?, column("name")?);
        let starts = listing.dates(column("start")?, options)?;
        let ends = listing.dates(column("end")?, options)?;
        let (topic, host, prize) = (column("topic")?, column("host")?, column("prize")?);
        for row in ledger.open() {
            let (told, name) = (listing.text(row, id), listing.text(row, name));
            if told.is_empty() && name.is_empty() {
                ledger.exclude(row, ImportReason::MissingCell, "challenge", "");
                continue;
            }
            let id = if told.is_empty() {
                names::slug(name)
            } else {
                told.to_owned()
            };
            let hosted = Party {
                name: listing.text(row, host).to_owned(),
                kind: "organization",
                ..Party::default()
            };
            let host = self.parties.mention(&hosted, &mut ledger, row).unwrap_or_default();
            let known = self.events.find(&id);
            let values = [
                ("id", id.as_str()),
                ("name", if name.is_empty() { &id } else { name }),
                ("component", "competition"),
                ("start", &listing.date(row, &starts, &mut ledger)),
                ("end", &listing.end(row, &ends, &mut ledger)),
                ("topic", listing.text(row, topic)),
                ("host", &host),
                ("prize", listing.text(row, prize)),
            ];
            self.events.mention(&id, &values, &mut ledger, row);
            if let Some(known) = known {
                ledger.merge(row, known, ImportReason::SameRecord);
            }
            self.by_name.insert(names::key(name), id.clone());
        }
        Ok(ledger)
    }

    /// Each row says that a person belongs to a team.
    fn members(&mut self, listing: &Listing) -> Result<FileLedger, RecordsError> {
        let mut ledger = listing.ledger();
        let who = self.who(Part::Members, listing)?;
        for row in ledger.open() {
            let team = names::key(listing.text(row, who.team));
            let (person, organization) = (who.person(listing, row), who.organization(listing, row));
            if team.is_empty() || self.parties.id(&person).is_none() {
                let column = if team.is_empty() { who.team } else { who.person };
                ledger.exclude(row, ImportReason::MissingCell, listing.header(column), "");
                continue;
            }
            let person = self.person(person, &organization, &mut ledger, row);
            self.teams.entry(team).or_default().push(person);
        }
        Ok(ledger)
    }

    /// Mentions a person with the organisation they belong to.
    fn person(&mut self, person: Party, organization: &Party, ledger: &mut FileLedger, row: usize) -> Party {
        let parent = self.parties.mention(organization, ledger, row).unwrap_or_default();
        let person = Party {
            parent_id: parent,
            ..person
        };
        let id = self.parties.mention(&person, ledger, row).unwrap_or_default();
        Party { id, ..person }
    }

    /// Each row says that somebody competes in a challenge, and how far they came.
    fn submissions(&mut self, listing: &Listing, options: &ImportOptions) -> Result<FileLedger, RecordsError> {
        let mut ledger = listing.ledger();
        let column = |field: &str| self.map.column(Part::Submissions, field, listing);
        let (challenge, stage) = (column("challenge")?, column("stage")?);
        let dates = listing.dates(column("date")?, options)?;
        let who = self.who(Part::Submissions, listing)?;
        for row in ledger.open() {
            let told = listing.text(row, challenge);
            if told.is_empty() {
                ledger.exclude(row, ImportReason::MissingCell, listing.header(challenge), "");
                continue;
            }
            let outcome = self.map.outcome(listing.text(row, stage));
            if outcome.is_none() {
                ledger.exclude(
                    row,
                    ImportReason::NeverHeld,
                    listing.header(stage),
                    listing.text(row, stage),
                );
                continue;
            }
            let competitors = self.competitors(listing, row, &who, &mut ledger);
            if competitors.is_empty() {
                ledger.exclude(
                    row,
                    ImportReason::MissingCell,
                    listing.header(who.team.or(who.person)),
                    "",
                );
                continue;
            }
            let event = self.event(told, listing.header(challenge), &mut ledger, row);
            let date = self.date(listing, row, &dates, &event, &mut ledger);
            let outcome = outcome.unwrap_or_default();
            for id in &competitors {
                let values = [
                    ("stakeholder_id", id.as_str()),
                    ("event_id", &event),
                    ("date", &date),
                    ("role", if outcome == "winner" { "winner" } else { "competitor" }),
                    ("outcome", &outcome),
                ];
                self.participations.add(&values, &mut ledger, row);
            }
            let team = names::key(listing.text(row, who.team));
            if self.tied.insert((event.clone(), team)) {
                self.within(
                    &competitors,
                    [&event, &date, listing.text(row, who.team)],
                    &mut ledger,
                    row,
                );
            }
        }
        Ok(ledger)
    }

    /// Who competes: the team's members where they are known, else the team; without a team the person, else the
    /// organisation.
    fn competitors(&mut self, listing: &Listing, row: usize, who: &Who, ledger: &mut FileLedger) -> Vec<String> {
        let team = listing.text(row, who.team);
        let (person, organization) = (who.person(listing, row), who.organization(listing, row));
        let members = self.teams.get(&names::key(team)).cloned().unwrap_or_default();
        let mut found: Vec<String> = Vec::new();
        for member in &members {
            found.extend(self.parties.mention(member, ledger, row));
        }
        if self.parties.id(&person).is_some() {
            found.push(self.person(person, &organization, ledger, row).id);
        } else if found.is_empty() && !team.is_empty() {
            let parent = self.parties.mention(&organization, ledger, row).unwrap_or_default();
            let unit = Party {
                name: team.to_owned(),
                kind: "unit",
                parent_id: parent,
                ..Party::default()
            };
            found.extend(self.parties.mention(&unit, ledger, row));
        } else if found.is_empty() {
            found.extend(self.parties.mention(&organization, ledger, row));
        }
        found.sort();
        found.dedup();
        found
    }

    /// The event of a challenge that is named by id or by name.
    fn event(&mut self, told: &str, column: &str, ledger: &mut FileLedger, row: usize) -> String {
        if self.events.find(told).is_some() {
            return told.to_owned();
        }
        if let Some(id) = self.by_name.get(&names::key(told)) {
            return id.clone();
        }
        if self.declared {
            ledger.note(row, RowState::Used, ImportReason::UnknownReference, column, told);
        }
        let id = names::slug(told);
        let values = [("id", id.as_str()), ("name", told), ("component", "competition")];
        self.events.mention(&id, &values, ledger, row);
        self.by_name.insert(names::key(told), id.clone());
        id
    }

    /// The day of a submission, else the first of its challenge.
    fn date(&self, listing: &Listing, row: usize, dates: &Dates, event: &str, ledger: &mut FileLedger) -> String {
        let date = listing.date(row, dates, ledger);
        if !date.is_empty() {
            return date;
        }
        let event = self.events.find(event);
        event.map_or_else(String::new, |event| {
            self.events.table.get(event.row, "start").to_owned()
        })
    }

    /// The members of a team work together.
    fn within(&mut self, members: &[String], told: [&str; 3], ledger: &mut FileLedger, row: usize) {
        let [event, date, team] = told;
        for (place, one) in members.iter().enumerate() {
            for other in &members[place + 1..] {
                let values = [
                    ("source", one.as_str()),
                    ("target", other),
                    ("kind", "collaboration"),
                    ("function", team),
                    ("start", date),
                    ("attributed_to", event),
                ];
                self.ties.add(&values, ledger, row);
            }
        }
    }
}

/// Whether two words are the same to a reader.
fn same(one: &str, other: &str) -> bool {
    words::key(one) == words::key(other)
}
