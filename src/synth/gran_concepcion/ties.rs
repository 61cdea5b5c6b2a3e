//! Who agreed what with whom, and who turns to whom?
//!
//! In: the [`Cast`] and the [`Program`]. Out: the tables `partnerships` and `nominations`. Pairs agree in proportion to
//! their activity, more within a city and after a shared event; two pairs of sectors hardly do: the planted gaps.
//! Agreements carried from above and from below last longer.

use std::io;

use rand_chacha::ChaCha8Rng;

use crate::random::{self, Draws};
use crate::time::Day;

use super::super::choice::{log_normal, one, waiting_months, weighted};
use super::super::folder::{Folder, Table};
use super::super::planted::{
    ABANDON_HAZARD, BOTH_HAZARD_RATIO, GAP_FACTOR, LOST_NOMINATIONS, LOST_PARTNERSHIPS, Truth,
};
use super::actors::{Cast, Fate};
use super::events::Program;
use super::{SEED, as_of, cell, day};

/// How many agreements are made, renewals and groups apart.
const AGREEMENTS: usize = 640;
const NOMINATIONS: usize = 420;
/// Pairs of sectors that hardly agree.
const GAPS: [(&str, &str); 2] = [("business", "civil_society"), ("business", "research")];

const FUNCTIONS: [&str; 7] = [
    "pilot site",
    "traffic data",
    "evaluation",
    "training",
    "community outreach",
    "software",
    "facilitation",
];

/// An agreement.
#[derive(Debug, Clone)]
struct Agreement {
    source: usize,
    target: usize,
    kind: &'static str,
    start: Day,
    end: Day,
    origin: &'static str,
    initiator: Option<usize>,
    event: Option<usize>,
    renewed_from: Option<usize>,
}

/// Writes the tables of agreements and nominations.
pub fn write(cast: &Cast, program: &Program, folder: &mut Folder, truth: &mut Truth) -> io::Result<()> {
    let mut random = random::stream(SEED, "gran-concepcion partnerships", 0);
    let agreements = agreements(cast, program, &mut random);
    for (a, b) in GAPS {
        truth.note("sector_gap", a, b, GAP_FACTOR);
    }
    write_agreements(cast, program, &agreements, folder, &mut random)?;
    write_nominations(cast, folder)
}

fn agreements(cast: &Cast, program: &Program, random: &mut ChaCha8Rng) -> Vec<Agreement> {
    let mut present: Vec<Vec<usize>> = vec![Vec::new(); program.events.len()];
    for presence in &program.presences {
        present[presence.event].push(presence.person);
    }
    let mut agreements = Vec::new();
    while agreements.len() < AGREEMENTS {
        let start = day(2020, 4, 1).plus_days((2100.0 * random.unit().sqrt()) as i32);
        let (source, target, event) = if random.chance(0.3) {
            let event = random.below(program.events.len());
            if present[event].len() < 2 {
                continue;
            }
            let on = program.events[event].start;
            let mut side = || cast.people[*one(random, &present[event])].post_on(on).actor;
            (side(), side(), Some(event))
        } else {
            let weights: Vec<f64> = cast.actors.iter().map(|actor| actor.activity).collect();
            let mut side = || weighted(random, &weights).unwrap_or(0);
            (side(), side(), None)
        };
        let start = match event {
            Some(event) => program.events[event].end.plus_days(10 + random.below(170) as i32),
            None => start,
        };
        if start < as_of() && random.chance(agree(cast, source, target)) {
            agreements.push(draw(cast, source, target, start, event, random));
        }
    }
    renew(&mut agreements, random);
    groups(cast, &mut agreements, random);
    agreements.sort_by_key(|agreement| agreement.renewed_from.is_some());
    agreements
}

/// The chance that a pair that could agree does.
fn agree(cast: &Cast, a: usize, b: usize) -> f64 {
    let (one, other) = (&cast.actors[a], &cast.actors[b]);
    let apart = |actor: usize| matches!(cast.actors[actor].fate, Fate::Hanger(_) | Fate::Isolated);
    if cast.root(a) == cast.root(b) || apart(a) || apart(b) {
        return 0.0;
    }
    let mut sectors = [one.sector, other.sector];
    sectors.sort_unstable();
    let gap = GAPS.contains(&(sectors[0], sectors[1]));
    let near = if one.city == other.city { 1.0 } else { 0.4 };
    if gap { near * GAP_FACTOR } else { near }
}

fn draw(cast: &Cast, a: usize, b: usize, start: Day, event: Option<usize>, random: &mut ChaCha8Rng) -> Agreement {
    let pays = |actor: usize| {
        cast.actors[actor].sector == "funder" || matches!(cast.actors[actor].level, "national" | "regional")
    };
    let (source, target) = if pays(b) && !pays(a) { (b, a) } else { (a, b) };
    let kind = match random.below(10) {
        _ if pays(source) && random.chance(0.45) => "funding",
        0..=3 => "agreement",
        4..=6 => "collaboration",
        7 => "data_sharing",
        8 => "procurement",
        _ => "mentoring",
    };
    let origin = ["top_down", "bottom_up", "joint"][weighted(random, &[0.36, 0.34, 0.3]).unwrap_or(0)];
    let fading = [a, b].iter().any(|&actor| cast.actors[actor].fate == Fate::Fading);
    let end = match origin {
        "joint" => term(ABANDON_HAZARD * BOTH_HAZARD_RATIO * 1.5, start, random),
        _ => term(ABANDON_HAZARD, start, random),
    };
    let (start, end) = if fading && end > day(2024, 11, 30) {
        (start.min(day(2023, 9, 1)), day(2024, 10, 31))
    } else {
        (start, end)
    };
    Agreement {
        source,
        target,
        kind,
        start,
        end,
        origin,
        initiator: initiator(cast, source, target, start, origin, random),
        event,
        renewed_from: None,
    }
}

/// The end of an agreement: whole months, at least six, at most eight years.
fn term(hazard: f64, start: Day, random: &mut ChaCha8Rng) -> Day {
    let months = (6.0 + waiting_months(random, hazard)).min(96.0);
    start.plus_months(months as i32)
}

/// Someone of one of the two sides: who holds office where it came from above, else most often who carries the trait.
fn initiator(cast: &Cast, a: usize, b: usize, start: Day, origin: &str, random: &mut ChaCha8Rng) -> Option<usize> {
    let weights: Vec<f64> = (0..cast.people.len())
        .map(|place| {
            let person = &cast.people[place];
            let home = person.post_on(start).actor;
            let near = home == a || home == b || cast.root(home) == a || cast.root(home) == b;
            if !near || !person.is_there(start) {
                0.0
            } else if person.champion && origin != "top_down" {
                8.0
            } else if person.is_boss() && origin == "top_down" {
                6.0
            } else {
                1.0
            }
        })
        .collect();
    if random.chance(0.7) {
        weighted(random, &weights)
    } else {
        None
    }
}

/// Some agreements that ended are renewed, those from both sides more often.
fn renew(agreements: &mut Vec<Agreement>, random: &mut ChaCha8Rng) {
    let mut place = 0;
    while place < agreements.len() {
        let old = agreements[place].clone();
        let likely = if old.origin == "joint" { 0.55 } else { 0.25 };
        if old.end < as_of() && old.end > day(2020, 12, 1) && random.chance(likely) && old.end != day(2024, 10, 31) {
            let start = old.end;
            let hazard = if old.origin == "joint" {
                ABANDON_HAZARD * BOTH_HAZARD_RATIO * 1.5
            } else {
                ABANDON_HAZARD
            };
            let end = term(hazard, start, random);
            agreements.push(Agreement {
                start,
                end,
                renewed_from: Some(place),
                event: None,
                ..old
            });
        }
        place += 1;
    }
}

/// Each group agrees with its bridge, and the bridge with its municipality.
fn groups(cast: &Cast, agreements: &mut Vec<Agreement>, random: &mut ChaCha8Rng) {
    for (source, actor) in cast.actors.iter().enumerate() {
        let Fate::Bridge(group) = actor.fate else { continue };
        for (target, other) in cast.actors.iter().enumerate() {
            let municipality = other.level == "municipal" && other.kind == "organization" && other.city == actor.city;
            if other.fate == Fate::Hanger(group) || municipality {
                let mut agreement = draw(cast, source, target, day(2022, 5, 1), None, random);
                agreement.kind = "agreement";
                agreement.end = day(2026, 12, 31).plus_months(12 * (target % 3) as i32);
                agreements.push(agreement);
            }
        }
    }
}

const PARTNERSHIPS: [&str; 18] = [
    "id",
    "source",
    "target",
    "kind",
    "function",
    "start",
    "end",
    "last_confirmed",
    "notice_months",
    "owner",
    "strength",
    "amount",
    "currency",
    "funder_id",
    "initiated_by",
    "origin",
    "attributed_to",
    "renewed_from",
];

fn write_agreements(
    cast: &Cast,
    program: &Program,
    agreements: &[Agreement],
    folder: &mut Folder,
    random: &mut ChaCha8Rng,
) -> io::Result<()> {
    let mut table = folder.table("partnerships.csv", &PARTNERSHIPS)?;
    for (place, agreement) in agreements.iter().enumerate() {
        let bridge = matches!(cast.actors[agreement.source].fate, Fate::Bridge(_));
        if bridge || !random.chance(LOST_PARTNERSHIPS) {
            write_agreement(cast, program, (place, agreement), &mut table, random)?;
        }
    }
    folder.close(table)
}

fn write_agreement(
    cast: &Cast,
    program: &Program,
    (place, it): (usize, &Agreement),
    table: &mut Table,
    random: &mut ChaCha8Rng,
) -> io::Result<()> {
    let id = |place: usize| format!("t{:04}", place + 1);
    let bridge = matches!(cast.actors[it.source].fate, Fate::Bridge(_));
    let seen = as_of().min(it.end).plus_days(-(random.below(240) as i32));
    let confirmed = Some(seen).filter(|&seen| seen > it.start && random.chance(0.4));
    let end = match random.below(20) {
        0..=2 if !bridge => String::new(),
        3 if it.end > as_of() && !bridge => "present".into(),
        _ => it.end.to_string(),
    };
    let known = it.kind == "funding" && random.chance(0.93);
    let millions = (8.0 * log_normal(random, 0.9)).round().max(1.0) as u64;
    let payer = known && random.chance(0.6);
    let origin = match random.below(20) {
        0 => "unknown",
        1..=2 => "",
        _ => it.origin,
    };
    let noted = it.event.filter(|_| random.chance(0.5));
    let mut some = |share: f64, words: &[&'static str]| if random.chance(share) { *one(random, words) } else { "" };
    table.fill(&[
        ("id", &id(place)),
        ("source", &cast.actors[it.source].id),
        ("target", &cast.actors[it.target].id),
        ("kind", it.kind),
        ("function", some(1.0, &FUNCTIONS)),
        ("start", &it.start.to_string()),
        ("end", &end),
        ("last_confirmed", &cell(confirmed)),
        ("notice_months", some(0.5, &["1", "2", "3", "6"])),
        ("owner", some(0.7, &["Pilots desk", "Data desk", "Partnerships desk"])),
        ("strength", some(0.15, &["2"])),
        (
            "amount",
            &if known {
                format!("{millions}000000")
            } else {
                String::new()
            },
        ),
        ("currency", if known { "CLP" } else { "" }),
        ("funder_id", if payer { &cast.actors[it.source].id } else { "" }),
        (
            "initiated_by",
            it.initiator.map_or("", |person| &cast.people[person].id),
        ),
        ("origin", origin),
        ("attributed_to", noted.map_or("", |event| &program.events[event].id)),
        ("renewed_from", &it.renewed_from.map(id).unwrap_or_default()),
    ])
}

/// People name those in office more than those who carry the trait: nominations alone mislead.
fn write_nominations(cast: &Cast, folder: &mut Folder) -> io::Result<()> {
    let mut random = random::stream(SEED, "gran-concepcion nominations", 0);
    let mut table = folder.table("nominations.csv", &["source", "target", "date", "question"])?;
    let mut made = std::collections::BTreeSet::new();
    for _ in 0..NOMINATIONS {
        let date = day(2021 + random.below(5) as i16, 11, 15);
        let free = |place: usize| cast.people[place].is_there(date) && cast.home(place, date).fate == Fate::Ordinary;
        let pull = |place: usize| match &cast.people[place] {
            person if person.champion => 4.0,
            person if person.is_boss() => 6.0,
            _ => 1.0,
        };
        let sources: Vec<f64> = (0..cast.people.len())
            .map(|place| f64::from(u8::from(free(place))))
            .collect();
        let targets: Vec<f64> = (0..cast.people.len())
            .map(|place| {
                if free(place) && cast.is_official(place) {
                    pull(place)
                } else {
                    0.0
                }
            })
            .collect();
        let (Some(source), Some(target)) = (weighted(&mut random, &sources), weighted(&mut random, &targets)) else {
            continue;
        };
        if source != target && made.insert((source, target)) && !random.chance(LOST_NOMINATIONS) {
            let question = "Whom do you turn to when a change gets stuck?";
            let (source, target) = (&cast.people[source].id, &cast.people[target].id);
            table.row(&[source, target, date.to_string().as_str(), question])?;
        }
    }
    folder.close(table)
}
