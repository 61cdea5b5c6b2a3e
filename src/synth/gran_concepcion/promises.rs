//! What was promised, and who is already known to carry the change?
//!
//! In: the [`Cast`] and the [`Program`]. Out: the tables `commitments` and `champions` (labels for part of the people,
//! some of them wrong).

use std::io;

use crate::random::{self, Draws};

use super::super::choice::one;
use super::super::folder::Folder;
use super::actors::{Actor, Cast, Fate};
use super::events::Program;
use super::{SEED, cell, day};

/// Share of those with the trait, and of other officials, who have a label.
const LABELLED: [f64; 2] = [0.7, 0.35];
/// Share of labels that are wrong.
const WRONG: f64 = 0.04;

/// Objectives: text, indicator, baseline, target, year due.
const OBJECTIVES: [(&str, &str, &str, &str, i16); 8] = [
    (
        "More municipalities publish their transport data",
        "municipalities publishing",
        "1",
        "10",
        2026,
    ),
    (
        "Bus stops designed with their users",
        "stops co-designed",
        "0",
        "60",
        2025,
    ),
    (
        "Fewer people injured at school crossings",
        "injuries a year",
        "84",
        "50",
        2027,
    ),
    ("More trips by bicycle", "share of trips in per cent", "2.4", "5", 2027),
    (
        "Units of government that keep a practice three years",
        "units",
        "0",
        "30",
        2026,
    ),
    (
        "Organisations that take part every year",
        "core_members",
        "60",
        "240",
        2027,
    ),
    (
        "Firms from outside Concepción in the competition",
        "firms",
        "5",
        "20",
        2024,
    ),
    ("Stations with step-free access", "stations", "3", "14", 2026),
];

/// Actions: text, year due, whether it was done.
const ACTIONS: [(&str, i16, bool); 14] = [
    ("Publish the bus positions as open data", 2022, true),
    ("Set up a shared desk for signal timing", 2023, true),
    ("Count bicycles at twelve crossings", 2022, true),
    ("Train ten units in challenge-based procurement", 2024, true),
    (
        "Sign a data agreement between the port and three municipalities",
        2023,
        false,
    ),
    ("Open a table on river crossings", 2022, true),
    ("Test a bus lane on the coastal road", 2024, false),
    ("Close four school streets on trial", 2024, true),
    ("Audit accessibility in every city", 2025, false),
    ("Bring associations into the second competition", 2025, false),
    ("Renew the agreement with each university", 2025, true),
    ("Find a second payer for the hub", 2025, false),
    ("Name a deputy for each topic table", 2026, false),
    ("Write the handover notes for the change of government", 2026, false),
];

/// Writes the tables of promises and labels.
pub fn write(cast: &Cast, program: &Program, folder: &mut Folder) -> io::Result<()> {
    write_commitments(cast, program, folder)?;
    write_labels(cast, folder)
}

fn write_commitments(cast: &Cast, program: &Program, folder: &mut Folder) -> io::Result<()> {
    let headers = [
        "id",
        "text",
        "event_id",
        "kind",
        "indicator",
        "baseline",
        "target",
        "due",
        "owner",
        "partners",
        "status",
        "done_on",
    ];
    let mut random = random::stream(SEED, "gran-concepcion commitments", 0);
    let named = |name: &str| program.events.iter().find(|event| event.name == name);
    let promised_at = |name: &str| named(name).map_or("", |event| event.id.as_str());
    let (roadmap, plan) = (
        promised_at("Roadmap session 2"),
        promised_at("Strategic plan workshop 4"),
    );
    let (offices, others): (Vec<&Actor>, Vec<&Actor>) = cast
        .actors
        .iter()
        .filter(|actor| actor.kind == "organization" && actor.fate == Fate::Ordinary)
        .partition(|actor| actor.sector == "government");
    let mut table = folder.table("commitments.csv", &headers)?;
    for (place, (text, indicator, baseline, target, due)) in OBJECTIVES.iter().enumerate() {
        let (id, due) = (format!("c{:02}", place + 1), format!("{due}-12-31"));
        let event = if place < 4 { roadmap } else { plan };
        let owner = &one(&mut random, &offices).id;
        table.row(&[
            &id,
            text,
            event,
            "objective",
            indicator,
            baseline,
            target,
            &due,
            owner,
            "",
            "open",
            "",
        ])?;
    }
    for (place, (text, year, done)) in ACTIONS.iter().enumerate() {
        let (id, due) = (format!("c{:02}", OBJECTIVES.len() + place + 1), format!("{year}-12-31"));
        let done_on = done.then(|| day(*year, 1 + random.below(12) as i8, 15));
        let event = if place < 6 { roadmap } else { plan };
        let owner = &one(&mut random, &offices).id;
        let partner = if random.chance(0.6) {
            &one(&mut random, &others).id
        } else {
            ""
        };
        let status = if *done { "done" } else { "open" };
        let done_on = cell(done_on);
        table.row(&[
            &id, text, event, "action", "", "", "", &due, owner, partner, status, &done_on,
        ])?;
    }
    folder.close(table)
}

fn write_labels(cast: &Cast, folder: &mut Folder) -> io::Result<()> {
    let mut random = random::stream(SEED, "gran-concepcion labels", 0);
    let mut table = folder.table("champions.csv", &["stakeholder_id", "champion", "from", "source"])?;
    for (place, person) in cast.people.iter().enumerate() {
        let share = if person.champion { LABELLED[0] } else { LABELLED[1] };
        if !cast.is_official(place) || !random.chance(share) {
            continue;
        }
        let wrong = random.chance(WRONG);
        let label = if person.champion != wrong { "yes" } else { "no" };
        table.row(&[&person.id, label, "2024-11-20", "peer reflection 2024 (synthetic)"])?;
    }
    folder.close(table)
}
