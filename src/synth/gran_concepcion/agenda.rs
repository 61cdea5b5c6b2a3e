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

/// A gathering planned.
struct Planned {
    name: String,
    form: Form,
    start: Day,
    days: i32,
    size: usize,
}

/// A step of the method.
struct Step {
    name: &'static str,
    component: &'static str,
    date: (i16, i8, i8),
    days: i32,
    size: usize,
}

const fn step(name: &'static str, component: &'static str, date: (i16, i8, i8), days: i32, size: usize) -> Step {
    Step {
        name,
        component,
        date,
        days,
        size,
    }
}

const CO_DESIGN: &str = "co_design_workshop";
const DIAGNOSIS: &str = "diagnosis_roadmap";
const COMPETITION: &str = "competition";
const PLAN: &str = "strategic_plan_workshop";

/// The components of the method, one after the other.
const METHOD: [Step; 18] = [
    step(
        "Co-design workshop 1: how we cross the river",
        CO_DESIGN,
        (2020, 3, 11),
        2,
        80,
    ),
    step(
        "Co-design workshop 2: the last mile to school",
        CO_DESIGN,
        (2020, 6, 17),
        2,
        71,
    ),
    step(
        "Co-design workshop 3: port and neighbourhoods",
        CO_DESIGN,
        (2020, 8, 26),
        1,
        62,
    ),
    step(
        "Co-design workshop 4: buses people trust",
        CO_DESIGN,
        (2020, 11, 4),
        2,
        75,
    ),
    step("Diagnosis session 1: who moves how", DIAGNOSIS, (2021, 3, 16), 1, 57),
    step("Diagnosis session 2: data we have", DIAGNOSIS, (2021, 5, 19), 1, 49),
    step("Vision for 2030", DIAGNOSIS, (2021, 8, 11), 2, 67),
    step("Roadmap session 1", DIAGNOSIS, (2021, 10, 13), 1, 52),
    step("Roadmap session 2", DIAGNOSIS, (2021, 12, 1), 1, 59),
    step("Competition launch", COMPETITION, (2022, 4, 6), 1, 156),
    step("Competition idea camp", COMPETITION, (2022, 6, 3), 3, 93),
    step("Competition prototype week", COMPETITION, (2022, 8, 22), 5, 59),
    step("Competition jury day", COMPETITION, (2022, 10, 19), 1, 31),
    step("Competition final", COMPETITION, (2022, 12, 7), 1, 136),
    step("Strategic plan workshop 1", PLAN, (2023, 5, 10), 2, 62),
    step("Strategic plan workshop 2", PLAN, (2023, 7, 12), 1, 52),
    step("Strategic plan workshop 3", PLAN, (2023, 9, 27), 1, 46),
    step("Strategic plan workshop 4", PLAN, (2023, 11, 22), 2, 70),
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
const TABLES: usize = 190;

/// The agenda, in order of date.
pub fn agenda(cast: &Cast, random: &mut ChaCha8Rng) -> Vec<Event> {
    let operator = cast.actors.iter().position(|actor| actor.fate == Fate::Operator);
    let mut plans: Vec<Planned> = METHOD.iter().map(of_the_method).collect();
    plans.extend((2020..=2025).flat_map(of_the_year));
    plans.extend(of_the_programme(random));
    plans.extend((1..=TABLES).map(|number| topic_table(number, random)));
    plans.sort_by(|a, b| a.start.cmp(&b.start).then_with(|| a.name.cmp(&b.name)));
    let numbered = plans.into_iter().enumerate();
    numbered
        .map(|(place, plan)| event(place, plan, operator.unwrap_or(0), random))
        .collect()
}

fn event(place: usize, plan: Planned, host: usize, random: &mut ChaCha8Rng) -> Event {
    let shares = CITIES.map(|(_, share)| share);
    let city = match plan.form {
        Form::Group(group) => ["Lota", "Tomé"][group],
        Form::Table | Form::Program => CITIES[weighted(random, &shares).unwrap_or(0)].0,
        _ => "Concepción",
    };
    let status = match plan.form {
        Form::Table | Form::Program if random.chance(0.05) => "failed",
        Form::Table if random.chance(0.03) => "cancelled",
        _ => "held",
    };
    let topic = random.below(TOPICS.len());
    let name = match plan.form {
        Form::Table => format!("{} on {}", plan.name, TOPICS[topic]),
        _ => plan.name,
    };
    Event {
        id: format!("e{:03}", place + 1),
        name,
        form: plan.form,
        start: plan.start,
        end: plan.start.plus_days(plan.days - 1),
        topic,
        city,
        size: plan.size,
        initiator: None,
        host,
        status,
    }
}

fn of_the_method(step: &Step) -> Planned {
    let (year, month, of_month) = step.date;
    Planned {
        name: step.name.into(),
        form: Form::Component(step.component),
        start: day(year, month, of_month),
        days: step.days,
        size: step.size,
    }
}

/// The open day, which grows; from the second year on the committee every quarter and each group twice.
fn of_the_year(year: i16) -> Vec<Planned> {
    let one_day = |name, form, start, size| Planned {
        name,
        form,
        start,
        days: 1,
        size,
    };
    let size = 110 + 12 * (year as usize - 2020);
    let mut plans = vec![one_day(
        format!("Mobility open day {year}"),
        Form::OpenDay,
        day(year, 10, 2),
        size,
    )];
    if year == 2020 {
        return plans;
    }
    for quarter in 1..=4 {
        let name = format!("Steering committee {year}-Q{quarter}");
        plans.push(one_day(name, Form::Steering, day(year, 3 * quarter - 2, 20), 18));
    }
    for (group, members) in ["Hauliers'", "Coastal villages'"].into_iter().enumerate() {
        for (half, month) in [("first", 4), ("second", 9)] {
            let name = format!("{members} meeting, {half} half of {year}");
            plans.push(one_day(name, Form::Group(group), day(year, month, 12 + group as i8), 7));
        }
    }
    plans
}

fn of_the_programme(random: &mut ChaCha8Rng) -> Vec<Planned> {
    (0..26)
        .map(|number| Planned {
            name: format!("{} {}", PILOTS[number % PILOTS.len()], number / PILOTS.len() + 1),
            form: Form::Program,
            start: day(2024, 1, 15).plus_days(27 * number as i32),
            days: 1,
            size: 14 + random.below(26),
        })
        .collect()
}

fn topic_table(number: usize, random: &mut ChaCha8Rng) -> Planned {
    let first = day(2020, 4, 1);
    Planned {
        name: format!("Topic table {number}"),
        form: Form::Table,
        start: first.plus_days(random.below(as_of().days_since(first) as usize) as i32),
        days: 1,
        size: (3.0 + 4.5 * log_normal(random, 0.5)).min(18.0) as usize,
    }
}
