//! Six years of an open-innovation hub for urban transport, as its staff would have kept them.
//!
//! In: nothing but a fixed seed. Out: the sample hub `gran-concepcion`: 300 organisations and units, 900 people, the
//! four components of the method, agreements, leadership, adoptions and commitments, with planted truths.

use std::io;

use crate::time::Day;

use super::folder::Folder;
use super::planted::Truth;

mod actors;
mod adoptions;
mod agenda;
mod events;
mod organizations;
mod people;
mod promises;
mod ties;

const SEED: u64 = 1;

/// The cities with their share of organisations in per cent.
const CITIES: [(&str, f64); 10] = [
    ("Concepción", 35.0),
    ("Talcahuano", 15.0),
    ("San Pedro de la Paz", 10.0),
    ("Hualpén", 8.0),
    ("Chiguayante", 7.0),
    ("Coronel", 7.0),
    ("Tomé", 6.0),
    ("Penco", 5.0),
    ("Lota", 4.0),
    ("Hualqui", 3.0),
];

const TOPICS: [&str; 7] = [
    "bus corridors",
    "cycling",
    "walking and accessibility",
    "freight and port traffic",
    "river and rail crossings",
    "open transport data",
    "road safety",
];

const HUB_TOML: &str = include_str!("gran_concepcion/hub.toml");

/// The last day of the study.
fn as_of() -> Day {
    day(2025, 12, 31)
}

/// A day of the story; the dates it is called with exist.
fn day(year: i16, month: i8, of_month: i8) -> Day {
    Day::from_ymd(year, month, of_month).expect("the story names only days that exist")
}

/// A day so many months later.
fn months_after(day: Day, months: f64) -> Day {
    day.plus_days((months * 30.44).round().clamp(0.0, 1e6) as i32)
}

/// An optional day as a cell.
fn cell(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Writes the sample; returns how many officials carry the champion trait.
pub fn write(folder: &mut Folder) -> io::Result<usize> {
    let mut truth = Truth::default();
    let cast = actors::cast();
    let program = events::program(&cast);
    let leadership = adoptions::leadership(&cast);
    let adoptions = adoptions::adoptions(&cast, &leadership);

    folder.text("hub.toml", HUB_TOML)?;
    actors::write(&cast, folder, &mut truth)?;
    events::write(&cast, &program, folder, &mut truth)?;
    ties::write(&cast, &program, folder, &mut truth)?;
    adoptions::write(&cast, &leadership, &adoptions, folder, &mut truth)?;
    promises::write(&cast, &program, folder)?;
    truth.write(folder)?;
    Ok(cast.champions().count())
}
