//! What happened, and who came? The four components in order, the programme that followed, and many meetings.
//!
//! In: the [`Cast`]. Out: the [`Program`], and the tables `events` and `participations`. The champion trait raises the
//! odds of starting an event and of bringing newcomers; office brings many events and speeches without it. Associations
//! never take part in the competition: the planted hole in the coverage of the method.

use std::io;

use rand_chacha::ChaCha8Rng;

use crate::random::{self, Draws};
use crate::time::Day;

use super::super::choice::{weighted, without_replacement};
use super::super::folder::Folder;
use super::super::planted::{LOST_PARTICIPATIONS, Truth};
use super::actors::{Cast, Fate};
use super::agenda::{self, Form};
use super::{SEED, TOPICS, as_of, cell, day};

/// How much likelier someone with the trait starts an event, and a newcomer is recorded as theirs.
const INITIATES: f64 = 9.0;
const INVITES: f64 = 9.0;

/// An event as it took place.
#[derive(Debug)]
pub struct Event {
    pub id: String,
    pub name: String,
    pub form: Form,
    pub start: Day,
    pub end: Day,
    pub topic: usize,
    pub city: &'static str,
    pub size: usize,
    pub initiator: Option<usize>,
    pub host: usize,
    pub status: &'static str,
}

/// One person at one event.
#[derive(Debug)]
pub struct Presence {
    pub person: usize,
    pub event: usize,
    pub role: &'static str,
    pub invited_by: Option<usize>,
    pub wins: bool,
}

/// Everything that happened.
#[derive(Debug, Default)]
pub struct Program {
    pub events: Vec<Event>,
    pub presences: Vec<Presence>,
}

/// What happens, always the same.
pub fn program(cast: &Cast) -> Program {
    let mut random = random::stream(SEED, "gran-concepcion events", 0);
    let mut program = Program {
        events: agenda::agenda(cast, &mut random),
        presences: Vec::new(),
    };
    let mut known = vec![false; cast.people.len()];
    for place in 0..program.events.len() {
        choose_initiator(cast, &mut program.events[place], &mut random);
        let event = &program.events[place];
        let people = guests(cast, event, &known, &mut random);
        let presences = presences(cast, place, event, &people, &known, &mut random);
        for presence in &presences {
            known[presence.person] = true;
        }
        program.presences.extend(presences);
    }
    program
}

/// Who starts it: whoever holds office starts the large ones, whoever carries the trait starts many of the small ones.
fn choose_initiator(cast: &Cast, event: &mut Event, random: &mut ChaCha8Rng) {
    let weights: Vec<f64> = (0..cast.people.len())
        .map(|place| {
            let person = &cast.people[place];
            let home = cast.home(place, event.start);
            let here = if home.city == event.city { 2.0 } else { 1.0 };
            let free = person.is_there(event.start) && home.fate == Fate::Ordinary;
            let likely = match event.form {
                Form::Group(group) => return f64::from(u8::from(home.fate == Fate::Bridge(group))),
                Form::OpenDay | Form::Component(_) => return f64::from(u8::from(home.fate == Fate::Operator)),
                Form::Steering if !person.is_boss() || !cast.is_official(place) => 0.0,
                Form::Table | Form::Program if person.champion => INITIATES,
                _ => 1.0,
            };
            if free {
                likely * here * person.activity.sqrt()
            } else {
                0.0
            }
        })
        .collect();
    event.initiator = weighted(random, &weights);
    if let Some(person) = event.initiator {
        event.host = cast.people[person].post_on(event.start).actor;
    }
}

/// How much a form of event speaks to a sector.
fn appeal(form: Form, sector: &str, boss: bool) -> f64 {
    match (form, sector) {
        (Form::Steering, _) => {
            if boss {
                8.0
            } else {
                0.15
            }
        }
        (Form::Component("competition"), "civil_society") => 0.0,
        (Form::Component("competition"), "business" | "academia") => 2.2,
        (Form::Component("co_design_workshop"), "civil_society") => 2.2,
        (Form::Component("strategic_plan_workshop"), "government") => 1.5,
        (Form::Program, "business") => 1.4,
        _ => 1.0,
    }
}

fn guests(cast: &Cast, event: &Event, known: &[bool], random: &mut ChaCha8Rng) -> Vec<usize> {
    let carried = event.initiator.is_some_and(|person| cast.people[person].champion);
    let weights: Vec<f64> = (0..cast.people.len())
        .map(|place| {
            let person = &cast.people[place];
            let home = cast.home(place, event.start);
            if !person.is_there(event.start) || Some(place) == event.initiator {
                return 0.0;
            }
            let fate = match (home.fate, event.form) {
                (Fate::Hanger(own) | Fate::Bridge(own), Form::Group(group)) => {
                    return f64::from(u8::from(own == group));
                }
                (_, Form::Group(_)) | (Fate::Hanger(_), _) => 0.0,
                (Fate::Isolated, Form::OpenDay) if event.start > day(2025, 1, 1) => return 40.0,
                (Fate::Isolated, _) => 0.0,
                (Fate::Fading, _) if event.start > day(2024, 11, 1) => 0.02,
                (Fate::Operator, _) => return 0.0,
                _ => 1.0,
            };
            let near = if home.city == event.city { 2.5 } else { 1.0 };
            let minded = if home.topic == event.topic { 2.0 } else { 1.0 };
            // who carries the change reaches out of government and to people who never came
            let outward = if carried && home.sector != "government" {
                1.6
            } else {
                1.0
            };
            let fresh = if carried && !known[place] { 2.5 } else { 1.0 };
            let boss = person.is_boss() && cast.is_official(place);
            person.activity * fate * near * minded * outward * fresh * appeal(event.form, home.sector, boss)
        })
        .collect();
    let mut guests = without_replacement(random, &weights, event.size.saturating_sub(1));
    guests.extend(hosts_of_the_hub(cast, event, random));
    guests.sort_unstable();
    guests
}

/// The hub's own people, who run the large events and sit in on some of the small ones.
fn hosts_of_the_hub(cast: &Cast, event: &Event, random: &mut ChaCha8Rng) -> Vec<usize> {
    let count = match event.form {
        Form::Component(_) | Form::OpenDay => 3,
        Form::Program | Form::Steering => 1,
        Form::Table => usize::from(random.chance(0.4)),
        Form::Group(_) => 0,
    };
    let weights: Vec<f64> = (0..cast.people.len())
        .map(|place| {
            let staff = cast.home(place, event.start).fate == Fate::Operator && Some(place) != event.initiator;
            f64::from(u8::from(staff))
        })
        .collect();
    without_replacement(random, &weights, count)
}

fn presences(
    cast: &Cast,
    place: usize,
    event: &Event,
    people: &[usize],
    known: &[bool],
    random: &mut ChaCha8Rng,
) -> Vec<Presence> {
    let mut presences: Vec<Presence> = Vec::new();
    if let Some(host) = event.initiator {
        presences.push(Presence {
            person: host,
            event: place,
            role: "host",
            invited_by: None,
            wins: false,
        });
    }
    if event.status == "cancelled" {
        return presences;
    }
    let inviters: Vec<f64> = (0..cast.people.len())
        .map(|other| {
            let able = Some(other) == event.initiator || (known[other] && people.binary_search(&other).is_ok());
            let weight = if cast.people[other].champion { INVITES } else { 1.0 };
            if able { weight } else { 0.0 }
        })
        .collect();
    let mut winners = 0;
    for &person in people {
        let asked = if known[person] { 0.12 } else { 0.6 };
        let invited_by = if random.chance(asked) {
            weighted(random, &inviters)
        } else {
            None
        };
        let role = role(cast, event, person, random);
        let wins = role == "competitor" && event.name.contains("final") && winners < 6 && random.chance(0.2);
        winners += usize::from(wins);
        presences.push(Presence {
            person,
            event: place,
            role: if wins { "winner" } else { role },
            invited_by: invited_by.filter(|&other| other != person),
            wins,
        });
    }
    presences
}

fn role(cast: &Cast, event: &Event, person: usize, random: &mut ChaCha8Rng) -> &'static str {
    let home = cast.home(person, event.start);
    let it = &cast.people[person];
    let official = home.sector == "government";
    match event.form {
        _ if home.fate == Fate::Operator => "facilitator",
        Form::Component("competition") if official && it.is_boss() => "juror",
        Form::Component("competition") if official => "mentor",
        Form::Component("competition") if matches!(home.sector, "business" | "academia" | "research") => "competitor",
        Form::Component(_) | Form::OpenDay if official && it.is_boss() && random.chance(0.35) => "speaker",
        Form::Component(_) | Form::OpenDay | Form::Program if it.champion && random.chance(0.25) => "facilitator",
        _ if random.chance(0.04) => "speaker",
        _ => "attendee",
    }
}

/// Writes the tables of what happened.
pub fn write(cast: &Cast, program: &Program, folder: &mut Folder, truth: &mut Truth) -> io::Result<()> {
    write_events(cast, program, folder)?;
    truth.note("uncovered_component", "civil_society", "competition", 0);
    let headers = [
        "stakeholder_id",
        "event_id",
        "date",
        "role",
        "hours",
        "invited_by",
        "incentive",
        "outcome",
        "amount",
        "currency",
    ];
    let mut random = random::stream(SEED, "gran-concepcion losses", 0);
    let mut table = folder.table("participations.csv", &headers)?;
    for presence in &program.presences {
        let event = &program.events[presence.event];
        // the open day of the isolated is kept: it is how anyone knows of them
        let isolated = cast.home(presence.person, event.start).fate == Fate::Isolated;
        if random.chance(LOST_PARTICIPATIONS) && !isolated {
            continue;
        }
        let invited_by = presence
            .invited_by
            .map(|person| cast.people[person].id.as_str())
            .unwrap_or_default();
        let (outcome, amount, currency) = if presence.wins {
            ("pilot", "10000000", "CLP")
        } else {
            ("", "", "")
        };
        let incentive = if presence.role == "competitor" { "prize" } else { "" };
        table.row(&[
            &cast.people[presence.person].id,
            &event.id,
            &event.start.to_string(),
            presence.role,
            event.form.hours(),
            invited_by,
            incentive,
            outcome,
            amount,
            currency,
        ])?;
    }
    folder.close(table)
}

fn write_events(cast: &Cast, program: &Program, folder: &mut Folder) -> io::Result<()> {
    let headers = [
        "id",
        "name",
        "component",
        "start",
        "end",
        "topic",
        "city",
        "host",
        "initiated_by",
        "origin",
        "incentive",
        "prize",
        "programme",
        "status",
    ];
    let mut table = folder.table("events.csv", &headers)?;
    for event in &program.events {
        let initiator = event.initiator.map(|person| &cast.people[person]);
        let origin = match initiator {
            Some(person) if person.is_boss() => "top_down",
            Some(_) if event.form == Form::Table => "bottom_up",
            Some(_) => "joint",
            None => "unknown",
        };
        let contest = event.form == Form::Component("competition");
        let programme = if matches!(event.form, Form::Component(_) | Form::Program) {
            "Move the Bay"
        } else {
            ""
        };
        table.row(&[
            &event.id,
            &event.name,
            event.form.component(),
            &event.start.to_string(),
            &cell(Some(event.end.min(as_of()))),
            TOPICS[event.topic],
            event.city,
            &cast.actors[event.host].id,
            initiator.map(|person| person.id.as_str()).unwrap_or_default(),
            origin,
            if contest { "prize" } else { event.form.incentive() },
            if contest { "10000000" } else { "" },
            programme,
            event.status,
        ])?;
    }
    folder.close(table)
}
