//! What was promised, and who is already known to carry the change?
//!
//! In: the [`Cast`] and the [`Program`]. Out: the tables `commitments` and `champions` (labels for part of the people,
//! some of them wrong).

use std::io;

use crate::random::{self, Draws};

use super::super::choice::one;
use super::super::folder::Folder;
use super::actors::Cast;
use super::events::Program;
use super::{SEED, day};

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
        "organisations",
        "60",
        "120",
        2025,
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
    let event = |name: &str| {
        program
            .events
            .iter()
            .find(|event| event.name == name)
            .map_or("", |event| event.id.as_str())
    };
    let (roadmap, plan) = (event("Roadmap session 2"), event("Strategic plan workshop 4"));
    let government: Vec<&str> = cast.actors[..24 + 64]
        .iter()
        .filter(|actor| actor.kind == "organization")
        .map(|actor| actor.id.as_str())
        .collect();
    let others: Vec<&str> = cast.actors[24 + 64..]
        .iter()
        .filter(|actor| actor.kind == "organization")
        .map(|a| a.id.as_str())
        .collect();
    let mut table = folder.table("commitments.csv", &headers)?;
    for (place, (text, indicator, baseline, target, due)) in OBJECTIVES.iter().enumerate() {
        let id = format!("c{:02}", place + 1);
        let due = format!("{due}-12-31");
        let from = if place < 4 { roadmap } else { plan };
        table.row(&[
            &id,
            *text,
            from,
            "objective",
            indicator,
            baseline,
            target,
            &due,
            *one(&mut random, &government),
            "",
            "open",
            "",
        ])?;
    }
    for (place, (text, due, done)) in ACTIONS.iter().enumerate() {
        let id = format!("c{:02}", OBJECTIVES.len() + place + 1);
        let done_on = if *done {
            day(*due, 1 + random.below(12) as i8, 15).to_string()
        } else {
            String::new()
        };
        let partner = if random.chance(0.6) {
            *one(&mut random, &others)
        } else {
            ""
        };
        let from = if place < 6 { roadmap } else { plan };
        table.row(&[
            &id,
            *text,
            from,
            "action",
            "",
            "",
            "",
            &format!("{due}-12-31"),
            *one(&mut random, &government),
            partner,
            if *done { "done" } else { "open" },
            &done_on,
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
