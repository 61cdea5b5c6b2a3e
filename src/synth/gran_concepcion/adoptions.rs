//! Which practices were taken up, carried from above, from below or from both, and which lasted?
//!
//! In: the [`Cast`]. Out: the tables `leadership` and `adoptions`. Leadership acts and people with the trait both make a
//! unit adopt sooner. What only one side carries is given up at one rate; what both carry at a fraction of it.

use std::io;

use rand_chacha::ChaCha8Rng;

use crate::random::{self, Draws};
use crate::time::Day;

use super::super::choice::{one, waiting_months, weighted};
use super::super::folder::Folder;
use super::super::planted::{BOTH_HAZARD_RATIO, Carried, LOST_ADOPTIONS, Side, Truth};
use super::actors::Cast;
use super::{CITIES, SEED, as_of, cell, day, months_after};

/// The practices, with the month in which each became known.
const PRACTICES: [(&str, (i16, i8)); 8] = [
    ("open transport data", (2020, 7)),
    ("co-design of bus stops", (2020, 10)),
    ("cycling counts", (2021, 3)),
    ("neighbourhood mobility table", (2021, 6)),
    ("challenge-based procurement", (2022, 2)),
    ("accessibility audit", (2022, 9)),
    ("shared signal timing", (2023, 1)),
    ("school street closures", (2023, 4)),
];

/// Chance a month that a unit adopts: with neither side, one side, both sides.
const ADOPT: [f64; 3] = [0.003, 0.017, 0.06];

/// An act from above: who, about what, where, from when to when.
#[derive(Debug)]
pub struct Act {
    body: usize,
    kind: &'static str,
    start: Day,
    end: Option<Day>,
    person: Option<usize>,
    practice: &'static str,
    /// A city or a level of government.
    scope: &'static str,
    binding: &'static str,
    amount: String,
}

/// An adoption.
#[derive(Debug)]
pub struct Adoption {
    unit: usize,
    practice: &'static str,
    date: Day,
    carried: Carried,
    sponsor: Option<usize>,
    champion: Option<usize>,
    given_up: Option<Day>,
}

/// The acts from above, always the same: terms of office, and mandates, sponsorships and budget lines on practices.
pub fn leadership(cast: &Cast) -> Vec<Act> {
    let mut random = random::stream(SEED, "gran-concepcion leadership", 0);
    let mut acts = Vec::new();
    let heads: Vec<usize> = (0..cast.people.len())
        .filter(|&person| cast.is_official(person) && cast.people[person].posts[0].authority == 1)
        .collect();
    for &person in &heads {
        let it = &cast.people[person];
        let body = &cast.actors[it.posts[0].actor];
        let scope = if body.level == "municipal" {
            body.city
        } else {
            body.level
        };
        acts.push(act(
            it.posts[0].actor,
            "term",
            it.posts[0].start,
            it.term_end,
            Some(person),
            "",
            scope,
            &mut random,
        ));
    }
    for (practice, (year, month)) in PRACTICES {
        for (city, _) in CITIES {
            if random.chance(0.6) {
                let start = day(year, month, 1).plus_days(random.below(900) as i32);
                acts.extend(city_act(cast, &heads, city, practice, start, &mut random));
            }
        }
        for level in ["national", "regional"] {
            if random.chance(0.5) {
                let start = day(year, month, 1).plus_days(random.below(700) as i32);
                let body = cast.actors.iter().position(|actor| actor.level == level).unwrap_or(0);
                let person = head_of(cast, &heads, body, start);
                acts.push(act(body, "mandate", start, None, person, practice, level, &mut random));
            }
        }
    }
    acts.retain(|act| act.start <= as_of());
    acts
}

fn city_act(
    cast: &Cast,
    heads: &[usize],
    city: &'static str,
    practice: &'static str,
    start: Day,
    random: &mut ChaCha8Rng,
) -> Option<Act> {
    let body = cast
        .actors
        .iter()
        .position(|actor| actor.level == "municipal" && actor.city == city)?;
    let kind = *one(random, &["mandate", "mandate", "sponsorship", "budget_line"]);
    let end = (kind == "budget_line").then(|| start.plus_months(36));
    Some(act(
        body,
        kind,
        start,
        end,
        head_of(cast, heads, body, start),
        practice,
        city,
        random,
    ))
}

fn head_of(cast: &Cast, heads: &[usize], body: usize, on: Day) -> Option<usize> {
    heads
        .iter()
        .copied()
        .find(|&head| cast.people[head].posts[0].actor == body && cast.people[head].is_there(on))
}

#[expect(clippy::too_many_arguments, reason = "one argument a column")]
fn act(
    body: usize,
    kind: &'static str,
    start: Day,
    end: Option<Day>,
    person: Option<usize>,
    practice: &'static str,
    scope: &'static str,
    random: &mut ChaCha8Rng,
) -> Act {
    let amount = if kind == "budget_line" {
        (5 + random.below(40)) * 1_000_000
    } else {
        0
    };
    let amount = if amount > 0 { amount.to_string() } else { String::new() };
    let binding = if kind == "mandate" { "yes" } else { "no" };
    Act {
        body,
        kind,
        start,
        end,
        person,
        practice,
        scope,
        binding,
        amount,
    }
}

/// What was taken up, always the same.
pub fn adoptions(cast: &Cast, acts: &[Act]) -> Vec<Adoption> {
    let mut random = random::stream(SEED, "gran-concepcion adoptions", 0);
    let mut adoptions = Vec::new();
    for (unit, actor) in cast.actors.iter().enumerate() {
        if actor.sector != "government" {
            continue;
        }
        for (practice, (year, month)) in PRACTICES {
            adoptions.extend(adoption(cast, acts, unit, practice, day(year, month, 1), &mut random));
        }
    }
    adoptions.sort_by_key(|adoption| adoption.date);
    adoptions
}

/// Month by month: does the unit adopt, given what it saw until the month before?
fn adoption(
    cast: &Cast,
    acts: &[Act],
    unit: usize,
    practice: &'static str,
    known: Day,
    random: &mut ChaCha8Rng,
) -> Option<Adoption> {
    let mut month = known;
    while month < as_of().plus_months(-1) {
        let above = acts.iter().find(|act| {
            let covers = act.scope == cast.actors[unit].city && cast.actors[unit].level == "municipal";
            act.practice == practice && act.start < month && (covers || act.scope == cast.actors[unit].level)
        });
        let champions: Vec<f64> = (0..cast.people.len())
            .map(|place| {
                let person = &cast.people[place];
                let here = person.post_on(month).actor == unit && person.is_there(month);
                f64::from(u8::from(here && person.champion))
            })
            .collect();
        let below = weighted(random, &champions);
        let carried = Carried::from_sides(Side::from(above.is_some()), Side::from(below.is_some()));
        let sides = usize::from(above.is_some()) + usize::from(below.is_some());
        if random.chance(ADOPT[sides]) {
            let date = month.plus_days(random.below(28) as i32);
            let given_up = months_after(date, waiting_months(random, carried.abandon_hazard()));
            return Some(Adoption {
                unit,
                practice,
                date,
                carried,
                sponsor: above.and_then(|act| act.person),
                champion: below.and_then(|champion| named(cast, unit, champion, date, random)),
                given_up: Some(given_up).filter(|&day| day <= as_of()),
            });
        }
        month = month.plus_months(1);
    }
    None
}

/// Whom the record names as champion: often nobody, sometimes a colleague.
fn named(cast: &Cast, unit: usize, champion: usize, on: Day, random: &mut ChaCha8Rng) -> Option<usize> {
    let colleagues: Vec<f64> = (0..cast.people.len())
        .map(|place| {
            f64::from(u8::from(
                cast.people[place].post_on(on).actor == unit && cast.people[place].is_there(on),
            ))
        })
        .collect();
    match random.below(10) {
        0..=4 => Some(champion),
        5..=6 => weighted(random, &colleagues),
        _ => None,
    }
}

/// Writes the tables of leadership and adoptions.
pub fn write(
    cast: &Cast,
    acts: &[Act],
    adoptions: &[Adoption],
    folder: &mut Folder,
    truth: &mut Truth,
) -> io::Result<()> {
    let headers = [
        "body",
        "kind",
        "start",
        "end",
        "person_id",
        "practice",
        "scope",
        "binding",
        "amount",
        "source",
    ];
    let mut table = folder.table("leadership.csv", &headers)?;
    let person = |person: Option<usize>| person.map(|person| cast.people[person].id.as_str()).unwrap_or_default();
    for act in acts {
        table.row(&[
            &cast.actors[act.body].id,
            act.kind,
            &act.start.to_string(),
            &cell(act.end),
            person(act.person),
            act.practice,
            act.scope,
            act.binding,
            &act.amount,
            "register of acts (synthetic)",
        ])?;
    }
    folder.close(table)?;
    truth.note("hazard_ratio", "both", "abandonment of adoptions", BOTH_HAZARD_RATIO);
    for adoption in adoptions {
        truth.note(
            "adoption",
            &cast.actors[adoption.unit].id,
            adoption.practice,
            adoption.carried.name(),
        );
    }
    write_adoptions(cast, adoptions, folder)
}

fn write_adoptions(cast: &Cast, adoptions: &[Adoption], folder: &mut Folder) -> io::Result<()> {
    let headers = [
        "unit",
        "practice",
        "date",
        "origin",
        "trigger",
        "sponsor",
        "champion",
        "programme",
        "last_confirmed",
        "abandoned",
    ];
    let mut random = random::stream(SEED, "gran-concepcion adoptions written", 0);
    let mut table = folder.table("adoptions.csv", &headers)?;
    let person = |person: Option<usize>| person.map(|person| cast.people[person].id.as_str()).unwrap_or_default();
    for it in adoptions {
        let trigger = match it.carried {
            Carried::Above => *one(&mut random, &["mandate", "mandate", "mandate", "funder"]),
            Carried::Below => *one(&mut random, &["own", "own", "peer"]),
            Carried::Both => *one(&mut random, &["mandate", "own"]),
            Carried::Neither => *one(&mut random, &["funder", "funder", "funder", "unknown"]),
        };
        let recorded = !random.chance(0.08);
        let origin = if recorded { it.carried.origin() } else { "" };
        let silent = if random.chance(0.85) { 180 } else { 900 };
        let seen = as_of().plus_days(-(random.below(silent) as i32));
        let confirmed = if it.given_up.is_none() {
            seen.max(it.date)
        } else {
            it.date
        };
        let programme = if random.chance(0.3) { "Move the Bay" } else { "" };
        let confirmed = if it.given_up.is_none() {
            cell(Some(confirmed))
        } else {
            String::new()
        };
        let row = [
            &cast.actors[it.unit].id,
            it.practice,
            &it.date.to_string(),
            origin,
            trigger,
            person(it.sponsor),
            person(it.champion),
            programme,
            &confirmed,
            &cell(it.given_up),
        ];
        if !random.chance(LOST_ADOPTIONS) {
            table.row(&row)?;
        }
    }
    folder.close(table)
}
