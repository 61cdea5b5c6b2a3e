//! What was on the agenda? The events in order of date, before anyone comes.
//!
//! In: the cities and a random stream. Out: events with form, date, place, topic and size.

use rand_chacha::ChaCha8Rng;

use crate::random::Draws;
use crate::time::Day;

use super::super::choice::{log_normal, weighted};
use super::actors::{Cast, Fate};
use super::events::Event;
use super::{CITIES, TOPICS, as_of, day};

/// What kind of gathering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One of the four components of the method.
    Component(&'static str),
    /// A course or pilot of the hub's programme.
    Program,
    /// The quarterly committee of those in office.
    Steering,
    /// A small table on one topic.
    Table,
    /// The yearly day for everyone.
    OpenDay,
    /// A meeting of a group that only its bridge links to the rest.
    Group(usize),
}

impl Form {
    /// The column `component`.
    pub const fn component(self) -> &'static str {
        match self {
            Self::Component(component) => component,
            Self::Program => "hub_program",
            Self::Steering | Self::Table | Self::Group(_) => "meeting",
            Self::OpenDay => "other",
        }
    }

    /// The column `hours`.
    pub const fn hours(self) -> &'static str {
        match self {
            Self::Component(_) => "6",
            Self::Program | Self::OpenDay => "4",
            Self::Steering => "2",
            Self::Table | Self::Group(_) => "1.5",
        }
    }

    /// The column `incentive`.
    pub const fn incentive(self) -> &'static str {
        match self {
            Self::Program => "learning",
            Self::Steering => "mandate",
            _ => "",
        }
    }
}

/// The components of the method: name, component, day, length in days, size.
const METHOD: [(&str, &str, (i16, i8, i8), i32, usize); 18] = [
    (
        "Co-design workshop 1: how we cross the river",
        "co_design_workshop",
        (2020, 3, 11),
        2,
        80,
    ),
    (
        "Co-design workshop 2: the last mile to school",
        "co_design_workshop",
        (2020, 6, 17),
        2,
        71,
    ),
    (
        "Co-design workshop 3: port and neighbourhoods",
        "co_design_workshop",
        (2020, 8, 26),
        1,
        62,
    ),
    (
        "Co-design workshop 4: buses people trust",
        "co_design_workshop",
        (2020, 11, 4),
        2,
        75,
    ),
    (
        "Diagnosis session 1: who moves how",
        "diagnosis_roadmap",
        (2021, 3, 16),
        1,
        57,
    ),
    (
        "Diagnosis session 2: data we have",
        "diagnosis_roadmap",
        (2021, 5, 19),
        1,
        49,
    ),
    ("Vision for 2030", "diagnosis_roadmap", (2021, 8, 11), 2, 67),
    ("Roadmap session 1", "diagnosis_roadmap", (2021, 10, 13), 1, 52),
    ("Roadmap session 2", "diagnosis_roadmap", (2021, 12, 1), 1, 59),
    ("Competition launch", "competition", (2022, 4, 6), 1, 156),
    ("Competition idea camp", "competition", (2022, 6, 3), 3, 93),
    ("Competition prototype week", "competition", (2022, 8, 22), 5, 59),
    ("Competition jury day", "competition", (2022, 10, 19), 1, 31),
    ("Competition final", "competition", (2022, 12, 7), 1, 136),
    (
        "Strategic plan workshop 1",
        "strategic_plan_workshop",
        (2023, 5, 10),
        2,
        62,
    ),
    (
        "Strategic plan workshop 2",
        "strategic_plan_workshop",
        (2023, 7, 12),
        1,
        52,
    ),
    (
        "Strategic plan workshop 3",
        "strategic_plan_workshop",
        (2023, 9, 27),
        1,
        46,
    ),
    (
        "Strategic plan workshop 4",
        "strategic_plan_workshop",
        (2023, 11, 22),
        2,
        70,
    ),
];

const PILOTS: [&str; 6] = [
    "Pilot review",
    "Open data course",
    "Challenge procurement clinic",
    "Street test day",
    "Accessibility walk",
    "Signal timing lab",
];

/// How many topic tables there are.
const TABLES: usize = 150;

/// The agenda, in order of date.
pub fn agenda(cast: &Cast, random: &mut ChaCha8Rng) -> Vec<Event> {
    let host = cast
        .actors
        .iter()
        .position(|actor| actor.fate == Fate::Operator)
        .unwrap_or(0);
    let mut events = Vec::new();
    let mut add = |name: String, form, start: Day, days: i32, size: usize, random: &mut ChaCha8Rng| {
        let shares: Vec<f64> = CITIES.iter().map(|(_, share)| *share).collect();
        let city = match form {
            Form::Group(group) => ["Lota", "Tomé"][group],
            Form::Table | Form::Program => CITIES[weighted(random, &shares).unwrap_or(0)].0,
            _ => "Concepción",
        };
        let status = match form {
            Form::Table | Form::Program if random.chance(0.05) => "failed",
            Form::Table if random.chance(0.03) => "cancelled",
            _ => "held",
        };
        let topic = random.below(TOPICS.len());
        let end = start.plus_days(days - 1);
        events.push(Event {
            id: String::new(),
            name,
            form,
            start,
            end,
            topic,
            city,
            size,
            initiator: None,
            host,
            status,
        });
    };
    for (name, component, (year, month, of_month), days, size) in METHOD {
        add(
            name.into(),
            Form::Component(component),
            day(year, month, of_month),
            days,
            size,
            random,
        );
    }
    for year in 2020..=2025 {
        add(
            format!("Mobility open day {year}"),
            Form::OpenDay,
            day(year, 10, 2),
            1,
            110 + 12 * (year as usize - 2020),
            random,
        );
        // the committee first meets in the second year
        for quarter in (0..4).filter(|_| year > 2020) {
            let start = day(year, 1 + 3 * quarter, 20);
            add(
                format!("Steering committee {year}-Q{}", quarter + 1),
                Form::Steering,
                start,
                1,
                16,
                random,
            );
        }
        for group in 0..2 {
            for (half, month) in [("first", 4), ("second", 9)] {
                if year > 2020 {
                    let name = format!(
                        "{} meeting, {half} half of {year}",
                        ["Hauliers'", "Coastal villages'"][group]
                    );
                    add(
                        name,
                        Form::Group(group),
                        day(year, month, 12 + group as i8),
                        1,
                        7,
                        random,
                    );
                }
            }
        }
    }
    for number in 0..26 {
        let start = day(2024, 1, 15).plus_days(number * 27);
        let size = 14 + random.below(26);
        add(
            format!("{} {}", PILOTS[number as usize % 6], number / 6 + 1),
            Form::Program,
            start,
            1,
            size,
            random,
        );
    }
    for number in 0..TABLES {
        let span = as_of().days_since(day(2020, 4, 1)) as usize;
        let start = day(2020, 4, 1).plus_days(random.below(span) as i32);
        let size = (3.0 + 4.5 * log_normal(random, 0.5)).min(18.0) as usize;
        add(
            format!("Topic table {}", number + 1),
            Form::Table,
            start,
            1,
            size,
            random,
        );
    }
    events.sort_by(|a, b| a.start.cmp(&b.start).then_with(|| a.name.cmp(&b.name)));
    for (place, event) in events.iter_mut().enumerate() {
        event.id = format!("e{:03}", place + 1);
        if event.form == Form::Table {
            event.name = format!("{} on {}", event.name, TOPICS[event.topic]);
        }
    }
    events
}
