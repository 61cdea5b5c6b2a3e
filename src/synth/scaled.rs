//! A hub as large as one asks: heavy-tailed activity and events, communities by city and sector, ten years.
//!
//! In: a size and a seed. Out: the tables of a hub, written row by row, with the same kinds of planted truth as the
//! samples: champions, a sector gap, adoptions that last where both sides carry them.

use std::io;

use rand_chacha::ChaCha8Rng;

use crate::random::{self, Draws};
use crate::time::Day;

use super::choice::{log_normal, waiting_months};
use super::folder::{Folder, Table};
use super::planted::{ABANDON_HAZARD, BOTH_HAZARD_RATIO, Carried, GAP_FACTOR, Side, Truth};
use super::{Size, SynthOptions};

mod population;

use population::{Population, SECTORS};

/// How many of everything.
#[derive(Debug, Clone, Copy)]
struct Counts {
    stakeholders: usize,
    events: usize,
    participations: usize,
    partnerships: usize,
    cities: usize,
}

const fn counts(size: Size) -> Counts {
    match size {
        Size::S => Counts {
            stakeholders: 2_000,
            events: 400,
            participations: 15_000,
            partnerships: 5_000,
            cities: 8,
        },
        Size::M => Counts {
            stakeholders: 100_000,
            events: 30_000,
            participations: 1_000_000,
            partnerships: 300_000,
            cities: 80,
        },
        Size::L => Counts {
            stakeholders: 1_000_000,
            events: 300_000,
            participations: 10_000_000,
            partnerships: 3_000_000,
            cities: 400,
        },
    }
}

/// No event has more participants.
const LARGEST_EVENT: usize = 200;
const PRACTICES: [&str; 4] = [
    "open data",
    "participatory budget",
    "challenge procurement",
    "service blueprint",
];
const COMPONENTS: [&str; 7] = [
    "co_design_workshop",
    "diagnosis_roadmap",
    "competition",
    "strategic_plan_workshop",
    "hub_program",
    "meeting",
    "meeting",
];

/// First day of the ten years.
fn first_day() -> Day {
    Day::from_ymd(2016, 1, 1).expect("a day of the calendar")
}

/// Days in the ten years.
const SPAN: i32 = 3653;

fn last_day() -> Day {
    first_day().plus_days(SPAN - 1)
}

/// Writes the hub; returns how many officials carry the champion trait.
pub fn write(options: &SynthOptions, folder: &mut Folder) -> io::Result<usize> {
    let counts = counts(options.size);
    let population = Population::draw(options.seed, counts.stakeholders, counts.cities);
    let mut truth = Truth::default();
    folder.text("hub.toml", &hub_toml(options))?;
    population.write(folder, &mut truth)?;
    write_events(options.seed, &counts, &population, folder)?;
    write_partnerships(options.seed, &counts, &population, folder, &mut truth)?;
    write_adoptions(options.seed, &population, folder, &mut truth)?;
    truth.write(folder)?;
    Ok(population.champions())
}

fn hub_toml(options: &SynthOptions) -> String {
    let (size, seed, lang) = (options.size, options.seed, options.lang.code());
    format!(
        "# Synthetic: every organisation, person and record is invented by `hubscope synth`.\n\n[hub]\nname = \"Synthetic \
         hub {size}, seed {seed}\"\nlang = \"{lang}\"\noperator = \"s0000001\"\n\n[study]\nfrom = {}\nas_of = {}\n",
        first_day(),
        last_day()
    )
}

/// Event sizes: heavy-tailed, from 2 to the largest, adding up to the participations asked for.
fn event_sizes(events: usize, participations: usize, random: &mut ChaCha8Rng) -> Vec<usize> {
    let drawn: Vec<f64> = (0..events).map(|_| log_normal(random, 1.0)).collect();
    let scale = participations as f64 / drawn.iter().sum::<f64>();
    let mut sizes: Vec<usize> = drawn
        .iter()
        .map(|size| ((size * scale) as usize).clamp(2, LARGEST_EVENT))
        .collect();
    let mut total: usize = sizes.iter().sum();
    while total != participations {
        let size = &mut sizes[random.below(events)];
        if total < participations && *size < LARGEST_EVENT {
            *size += 1;
            total += 1;
        } else if total > participations && *size > 2 {
            *size -= 1;
            total -= 1;
        }
    }
    sizes
}

fn write_events(seed: u64, counts: &Counts, population: &Population, folder: &mut Folder) -> io::Result<()> {
    let mut random = random::stream(seed, "synth events", 0);
    let sizes = event_sizes(counts.events, counts.participations, &mut random);
    let event_headers = [
        "id",
        "name",
        "component",
        "start",
        "end",
        "city",
        "host",
        "initiated_by",
        "origin",
        "status",
    ];
    let mut events = folder.table("events.csv", &event_headers)?;
    let mut rows = folder.table(
        "participations.csv",
        &["stakeholder_id", "event_id", "date", "role", "hours", "invited_by"],
    )?;
    let mut known = vec![false; counts.stakeholders];
    for (place, &size) in sizes.iter().enumerate() {
        let mut random = random::stream(seed, "synth event", place as u64);
        let day = first_day().plus_days((place as i64 * i64::from(SPAN) / counts.events as i64) as i32);
        let city = population.some_city(&mut random);
        let guests = guests(population, city, day, size, &mut random);
        let (id, date) = (format!("e{:07}", place + 1), day.to_string());
        let initiator = guests[0];
        let status = if random.chance(0.03) { "failed" } else { "held" };
        let origin = if population.is_champion(initiator) {
            "bottom_up"
        } else {
            "top_down"
        };
        events.row(&[
            &id,
            &format!("Event {}", place + 1),
            COMPONENTS[random.below(COMPONENTS.len())],
            &date,
            &date,
            &population::city_name(city),
            &population::id(population.home(initiator)),
            &population::id(initiator),
            origin,
            status,
        ])?;
        write_guests(population, &guests, &mut known, [&id, &date], &mut rows, &mut random)?;
    }
    folder.close(events)?;
    folder.close(rows)
}

/// Who comes, the initiator first: most from the city, some of one sector, some from anywhere.
fn guests(population: &Population, city: usize, day: Day, size: usize, random: &mut ChaCha8Rng) -> Vec<u32> {
    let mut guests: Vec<u32> = Vec::with_capacity(size);
    // those with the trait start two events in five, and sit in on others
    if random.chance(0.4) {
        guests.extend(population.some_champion(city, day, random));
    }
    let sector = random.below(SECTORS.len());
    let mut tries = 0;
    while guests.len() < size {
        tries += 1;
        let guest = match random.unit() {
            _ if tries > 30 * size => population.anyone(random),
            share if share < 0.65 => population.someone_of_city(city, random),
            share if share < 0.80 => population.someone_of_sector(sector, random),
            share if share < 0.82 => population.some_champion(city, day, random).unwrap_or(0),
            _ => population.anyone_by_activity(random),
        };
        // long in vain: everyone free that day is here already
        let free = population.is_there(guest, day) || tries > 60 * size;
        if free && !guests.contains(&guest) {
            guests.push(guest);
        }
    }
    guests
}

fn write_guests(
    population: &Population,
    guests: &[u32],
    known: &mut [bool],
    [event, date]: [&str; 2],
    rows: &mut Table,
    random: &mut ChaCha8Rng,
) -> io::Result<()> {
    let hours = ["1.5", "2", "4", "6"][random.below(4)];
    for (place, &guest) in guests.iter().enumerate() {
        let fresh = !std::mem::replace(&mut known[guest as usize], true);
        let carried = population.is_champion(guests[0]);
        let asked = match (fresh, carried) {
            (true, true) => 0.6,
            (true, false) => 0.2,
            (false, _) => 0.05,
        };
        let inviter = if carried {
            guests[0]
        } else {
            guests[random.below(guests.len())]
        };
        let invited_by = if place > 0 && inviter != guest && random.chance(asked) {
            population::id(inviter)
        } else {
            String::new()
        };
        let role = match place {
            0 => "host",
            _ if random.chance(0.06) => "speaker",
            _ => "attendee",
        };
        rows.row(&[&population::id(guest), event, date, role, hours, &invited_by])?;
    }
    Ok(())
}

fn write_partnerships(
    seed: u64,
    counts: &Counts,
    population: &Population,
    folder: &mut Folder,
    truth: &mut Truth,
) -> io::Result<()> {
    truth.note("sector_gap", "business", "civil_society", GAP_FACTOR);
    let headers = [
        "id",
        "source",
        "target",
        "kind",
        "start",
        "end",
        "amount",
        "currency",
        "initiated_by",
        "origin",
    ];
    let mut random = random::stream(seed, "synth partnerships", 0);
    let mut table = folder.table("partnerships.csv", &headers)?;
    for place in 0..counts.partnerships {
        let (source, target) = pair(population, &mut random);
        let start = first_day().plus_days(random.below(SPAN as usize - 30) as i32);
        let (origin, hazard) = match random.below(3) {
            0 => ("top_down", ABANDON_HAZARD),
            1 => ("bottom_up", ABANDON_HAZARD),
            _ => ("joint", ABANDON_HAZARD * BOTH_HAZARD_RATIO),
        };
        let months = (6.0 + waiting_months(&mut random, hazard)).min(120.0) as i32;
        let end = if random.chance(0.15) {
            String::new()
        } else {
            start.plus_months(months).to_string()
        };
        let funding = random.chance(0.15);
        let amount = if funding {
            ((10.0 * log_normal(&mut random, 1.0)) as u64 * 1000).to_string()
        } else {
            String::new()
        };
        let initiator = population.member(if random.chance(0.5) { source } else { target }, &mut random);
        table.row(&[
            &format!("t{:07}", place + 1),
            &population::id(source),
            &population::id(target),
            if funding { "funding" } else { "agreement" },
            &start.to_string(),
            &end,
            &amount,
            if funding { "USD" } else { "" },
            &initiator.map(population::id).unwrap_or_default(),
            origin,
        ])?;
    }
    folder.close(table)
}

/// Two organisations, mostly of one city; firms and associations hardly ever.
fn pair(population: &Population, random: &mut ChaCha8Rng) -> (u32, u32) {
    loop {
        let source = population.some_organization(random);
        let target = if random.chance(0.6) {
            population.organization_of_city(population.city(source), random)
        } else {
            population.some_organization(random)
        };
        let sectors = [population.sector(source), population.sector(target)];
        let gap = sectors == ["business", "civil_society"] || sectors == ["civil_society", "business"];
        if source != target && (!gap || random.chance(GAP_FACTOR)) {
            return (source, target);
        }
    }
}

fn write_adoptions(seed: u64, population: &Population, folder: &mut Folder, truth: &mut Truth) -> io::Result<()> {
    let mut random = random::stream(seed, "synth adoptions", 0);
    let mut acts = folder.table(
        "leadership.csv",
        &["body", "kind", "start", "practice", "scope", "binding"],
    )?;
    let headers = [
        "unit",
        "practice",
        "date",
        "origin",
        "trigger",
        "champion",
        "last_confirmed",
        "abandoned",
    ];
    let mut table = folder.table("adoptions.csv", &headers)?;
    truth.note("hazard_ratio", "both", "abandonment of adoptions", BOTH_HAZARD_RATIO);
    for city in 0..population.cities() {
        let units = population.offices(city);
        for practice in PRACTICES {
            let mandated = first_day().plus_days(random.below(SPAN as usize) as i32);
            let mandate = units
                .first()
                .filter(|_| random.chance(0.6))
                .map(|&body| (body, mandated));
            if let Some((body, day)) = mandate {
                let cells = [
                    &population::id(body),
                    "mandate",
                    &day.to_string(),
                    practice,
                    &population::city_name(city),
                    "yes",
                ];
                acts.row(&cells)?;
            }
            for &unit in &units {
                let champion = population.champion_of(unit);
                let slow = 1.0 / (if champion.is_some() { 60.0 } else { 300.0 });
                let own = months(&mut random, first_day(), slow);
                let pushed = mandate.map(|(_, day)| months(&mut random, day, 1.0 / 24.0));
                let date = pushed.map_or(own, |pushed| pushed.min(own));
                if date > last_day() {
                    continue;
                }
                let above = mandate.is_some_and(|(_, day)| day < date);
                let carried = Carried::from_sides(Side::from(above), Side::from(champion.is_some()));
                truth.note("adoption", population::id(unit), practice, carried.name());
                let given_up = months(&mut random, date, carried.abandon_hazard());
                let (seen, gone) = if given_up <= last_day() {
                    (String::new(), given_up.to_string())
                } else {
                    (last_day().to_string(), String::new())
                };
                let trigger = match carried {
                    Carried::Above | Carried::Both => "mandate",
                    Carried::Below => "own",
                    Carried::Neither => "funder",
                };
                table.row(&[
                    &population::id(unit),
                    practice,
                    &date.to_string(),
                    carried.origin(),
                    trigger,
                    &champion.map(population::id).unwrap_or_default(),
                    &seen,
                    &gone,
                ])?;
            }
        }
    }
    folder.close(acts)?;
    folder.close(table)
}

/// The day on which something happens at a constant rate a month.
fn months(random: &mut ChaCha8Rng, from: Day, rate: f64) -> Day {
    from.plus_days((waiting_months(random, rate) * 30.44).min(1e6) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn event_sizes_add_up_and_are_heavy_tailed() {
        let mut random = random::stream(1, "sizes", 0);
        let mut sizes = event_sizes(400, 15_000, &mut random);
        sizes.sort_unstable();
        assert_eq!(sizes.iter().sum::<usize>(), 15_000);
        assert!(sizes[0] >= 2 && sizes[399] <= LARGEST_EVENT);
        // the larger half has most of the participations: a log-normal with spread 1 has 84 % above its median
        let upper: usize = sizes[200..].iter().sum();
        assert!(upper * 100 >= 15_000 * 75, "{upper}");
    }
}
