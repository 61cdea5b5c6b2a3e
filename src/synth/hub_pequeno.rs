//! Eighteen months of a small city's innovation laboratory, as kept in a spreadsheet in Spanish, without ids.
//!
//! In: nothing but a fixed seed. Out: the sample hub `hub-pequeno`: 40 organisations, 110 people, 15 events, 25
//! agreements (12 without an end date) and the practices that offices took up.

use std::io;

use rand_chacha::ChaCha8Rng;

use crate::random::{self, Draws};
use crate::time::Day;

use super::choice::{log_normal, one, weighted, without_replacement};
use super::folder::Folder;
use super::names::{self, Names};
use super::planted::Truth;

mod lists;

use lists::{ADOPTIONS, AGREEMENTS, Agreement, COMMITMENTS, GATHERINGS, Gathering, HUB_TOML, ORGANIZATIONS, POSTS};

const SEED: u64 = 1;
/// Share of participations that nobody wrote down.
const LOST: f64 = 0.10;
/// How many of the town's officials carry the latent champion trait.
const CHAMPIONS: usize = 4;

struct Person {
    name: String,
    organization: usize,
    post: usize,
    email: String,
    activity: f64,
    champion: bool,
}

impl Person {
    fn heads_an_office(&self) -> bool {
        self.post == 0 && ORGANIZATIONS[self.organization].2 == "gobierno"
    }
}

/// Writes the sample; returns how many officials carry the champion trait.
pub fn write(folder: &mut Folder) -> io::Result<usize> {
    let mut random = random::stream(SEED, "hub-pequeno", 0);
    let mut truth = Truth::default();
    let people = people(&mut random);
    for person in people.iter().filter(|person| person.champion) {
        truth.note("champion", &person.name, "", "");
    }
    folder.text("hub.toml", HUB_TOML)?;
    write_actors(&people, folder)?;
    write_events(&people, folder, &mut random)?;
    write_agreements(&people, folder, &mut random)?;
    write_adoptions(&people, folder, &mut truth)?;
    write_commitments(folder)?;
    truth.write(folder)?;
    Ok(people.iter().filter(|person| person.champion).count())
}

/// A date as the spreadsheet has it: `05/03/2025`.
fn date(day: Day) -> String {
    format!("{:02}/{:02}/{}", day.day_of_month(), day.month(), day.year())
}

fn parse(text: &str) -> Day {
    text.parse().expect("the lists hold only days that exist")
}

/// The people of each organisation, the head first; the first heads work for the laboratory itself.
fn people(random: &mut ChaCha8Rng) -> Vec<Person> {
    let mut names = Names::default();
    let mut people = Vec::new();
    for (organization, (name, _, sector, _, members)) in ORGANIZATIONS.iter().enumerate() {
        for member in 0..*members {
            let person = names.person(random);
            let listed = random.chance(0.75);
            let post = if member == 0 {
                0
            } else {
                1 + random.below(POSTS.len() - 1)
            };
            let office = *sector == "gobierno" && member == 0;
            people.push(Person {
                email: if listed {
                    names::email(&person, name)
                } else {
                    String::new()
                },
                name: person,
                organization,
                post,
                // office brings people to the table whether or not they care
                activity: if office { 3.0 } else { log_normal(random, 0.6) },
                champion: false,
            });
        }
    }
    let officials: Vec<f64> = people
        .iter()
        .map(|person| {
            f64::from(u8::from(
                ORGANIZATIONS[person.organization].2 == "gobierno" && person.post > 1,
            ))
        })
        .collect();
    for place in without_replacement(random, &officials, CHAMPIONS) {
        people[place].champion = true;
        people[place].activity = 2.2;
    }
    people
}

fn write_actors(people: &[Person], folder: &mut Folder) -> io::Result<()> {
    let headers = [
        "nombre",
        "tipo",
        "sector",
        "nivel_de_gobierno",
        "pertenece_a",
        "cargo",
        "jerarquía",
        "ciudad",
        "ingreso",
        "correo",
    ];
    let mut table = folder.table("actores.csv", &headers)?;
    for (place, (name, kind, sector, parent, _)) in ORGANIZATIONS.iter().enumerate() {
        // who signed the founding act, one after the other in the first five months; the others just take part
        let signed = place % 3 == 0 || lists::ALONE.contains(&place);
        let joined = if signed {
            date(parse("2024-07-15").plus_days(4 * place as i32))
        } else {
            String::new()
        };
        let level = if name.contains("Regional") || name.contains("Provincial") {
            "regional"
        } else {
            "municipal"
        };
        let level = if *sector == "gobierno" { level } else { "" };
        table.row(&[name, kind, sector, level, parent, "", "", "Valle Sereno", &joined, ""])?;
    }
    for person in people {
        let home = ORGANIZATIONS[person.organization].0;
        let (post, authority) = POSTS[person.post];
        table.row(&[
            &person.name,
            "persona",
            "",
            "",
            home,
            post,
            authority,
            "Valle Sereno",
            "",
            &person.email,
        ])?;
    }
    folder.close(table)
}

fn write_events(people: &[Person], folder: &mut Folder, random: &mut ChaCha8Rng) -> io::Result<()> {
    let event_headers = [
        "nombre",
        "componente",
        "inicio",
        "fin",
        "tema",
        "ciudad",
        "anfitrión",
        "iniciado_por",
        "impulso",
        "incentivo",
        "estado",
    ];
    let headers = [
        "nombre",
        "organización",
        "correo",
        "evento",
        "fecha",
        "rol",
        "invitado_por",
    ];
    let mut events = folder.table("eventos.csv", &event_headers)?;
    let mut participations = folder.table("participaciones.csv", &headers)?;
    let mut known = vec![false; people.len()];
    for gathering in &GATHERINGS {
        let initiator = initiator(people, gathering, random);
        let day = parse(gathering.day);
        let host = ORGANIZATIONS[people[initiator].organization].0;
        let push = match gathering.component {
            "reunión" if people[initiator].heads_an_office() => "desde arriba",
            "reunión" => "desde abajo",
            _ => "conjunto",
        };
        events.row(&[
            gathering.name,
            gathering.component,
            &date(day),
            &date(day.plus_days(gathering.days - 1)),
            gathering.topic,
            "Valle Sereno",
            host,
            &people[initiator].name,
            push,
            gathering.incentive,
            "realizado",
        ])?;
        let guests = guests(people, gathering, initiator, &known, random);
        for &place in &guests {
            let (person, fresh) = (&people[place], !known[place]);
            known[place] = true;
            if random.chance(LOST) {
                continue;
            }
            let invited_by = inviter(people, &guests, place, initiator, fresh, random);
            let role = role(person, gathering, place == initiator, random);
            table_row(&mut participations, person, gathering, &date(day), role, invited_by)?;
        }
    }
    folder.close(events)?;
    folder.close(participations)
}

fn table_row(
    table: &mut super::folder::Table,
    person: &Person,
    gathering: &Gathering,
    date: &str,
    role: &str,
    invited_by: &str,
) -> io::Result<()> {
    let home = ORGANIZATIONS[person.organization].0;
    table.row(&[
        &person.name,
        home,
        &person.email,
        gathering.name,
        date,
        role,
        invited_by,
    ])
}

/// The laboratory starts the large ones; of the small ones, those with the trait start most.
fn initiator(people: &[Person], gathering: &Gathering, random: &mut ChaCha8Rng) -> usize {
    let weights: Vec<f64> = people
        .iter()
        .map(|person| match gathering.component {
            "reunión" | "programa" if person.champion => 16.0,
            "reunión" | "programa" => 0.3 * person.activity,
            _ => f64::from(u8::from(person.organization == 0)),
        })
        .collect();
    weighted(random, &weights).unwrap_or(0)
}

fn guests(
    people: &[Person],
    gathering: &Gathering,
    initiator: usize,
    known: &[bool],
    random: &mut ChaCha8Rng,
) -> Vec<usize> {
    let weights: Vec<f64> = people
        .iter()
        .enumerate()
        .map(|(place, person)| {
            let sector = ORGANIZATIONS[person.organization].2;
            if place == initiator || gathering.without == sector || lists::ALONE.contains(&person.organization) {
                return 0.0;
            }
            let fresh = if people[initiator].champion && !known[place] {
                2.5
            } else {
                1.0
            };
            person.activity * fresh
        })
        .collect();
    let mut guests = without_replacement(random, &weights, gathering.size - 1);
    guests.push(initiator);
    if gathering.component == "programa" && gathering.size > 20 {
        // those who know nobody come to the fair, each to a crowd
        guests.extend((0..people.len()).filter(|&place| lists::ALONE.contains(&people[place].organization)));
    }
    guests.sort_unstable();
    guests.dedup();
    guests
}

fn inviter<'a>(
    people: &'a [Person],
    guests: &[usize],
    guest: usize,
    initiator: usize,
    fresh: bool,
    random: &mut ChaCha8Rng,
) -> &'a str {
    let weights: Vec<f64> = guests
        .iter()
        .map(|&place| match place {
            _ if place == guest => 0.0,
            _ if people[place].champion => 8.0,
            _ if place == initiator => 2.0,
            _ => 0.4,
        })
        .collect();
    let asked = random.chance(if fresh { 0.6 } else { 0.1 }) && people[guest].organization > 0;
    match weighted(random, &weights) {
        Some(place) if asked => &people[guests[place]].name,
        _ => "",
    }
}

fn role(person: &Person, gathering: &Gathering, starts: bool, random: &mut ChaCha8Rng) -> &'static str {
    let sector = ORGANIZATIONS[person.organization].2;
    match gathering.component {
        _ if starts => "anfitrión",
        _ if person.organization == 0 => "facilitador",
        "concurso" if sector == "gobierno" => "jurado",
        "concurso" if matches!(sector, "empresa" | "academia") => "concursante",
        _ if person.champion && random.chance(0.3) => "facilitador",
        _ if person.post == 0 && random.chance(0.15) => "ponente",
        _ => "asistente",
    }
}

fn write_agreements(people: &[Person], folder: &mut Folder, random: &mut ChaCha8Rng) -> io::Result<()> {
    let headers = [
        "entidad_1",
        "entidad_2",
        "tipo",
        "objeto",
        "inicio",
        "fin",
        "preaviso",
        "monto",
        "moneda",
        "iniciado_por",
        "impulso",
    ];
    let mut table = folder.table("alianzas.csv", &headers)?;
    for Agreement {
        a,
        b,
        kind,
        purpose,
        start,
        end,
        notice,
        amount,
        push,
    } in &AGREEMENTS
    {
        let weights: Vec<f64> = people
            .iter()
            .map(|person| match person.organization == *a || person.organization == *b {
                false => 0.0,
                true if person.champion && *push != "desde arriba" => 8.0,
                true if person.post == 0 => 2.0,
                true => 0.5,
            })
            .collect();
        let initiator = weighted(random, &weights).filter(|_| random.chance(0.8));
        let end = if end.is_empty() {
            String::new()
        } else {
            date(parse(end))
        };
        let currency = if amount.is_empty() { "" } else { "CLP" };
        table.row(&[
            ORGANIZATIONS[*a].0,
            ORGANIZATIONS[*b].0,
            kind,
            purpose,
            &date(parse(start)),
            &end,
            notice,
            amount,
            currency,
            initiator.map(|place| people[place].name.as_str()).unwrap_or_default(),
            push,
        ])?;
    }
    folder.close(table)
}

fn write_adoptions(people: &[Person], folder: &mut Folder, truth: &mut Truth) -> io::Result<()> {
    let headers = [
        "unidad",
        "práctica",
        "fecha",
        "impulso",
        "detonante",
        "promotor",
        "última_confirmación",
        "abandono",
    ];
    let champions: Vec<&Person> = people.iter().filter(|person| person.champion).collect();
    let mut random = random::stream(SEED, "hub-pequeno adoptions", 0);
    let mut table = folder.table("adopciones.csv", &headers)?;
    for (unit, practice, day, push, trigger, confirmed, abandoned) in ADOPTIONS {
        let below = matches!(push, "desde abajo" | "conjunto");
        let champion = if below {
            one(&mut random, &champions).name.as_str()
        } else {
            ""
        };
        let when = |text: &str| {
            if text.is_empty() {
                String::new()
            } else {
                date(parse(text))
            }
        };
        truth.note("adoption", ORGANIZATIONS[unit].0, practice, push);
        table.row(&[
            ORGANIZATIONS[unit].0,
            practice,
            &when(day),
            push,
            trigger,
            champion,
            &when(confirmed),
            &when(abandoned),
        ])?;
    }
    folder.close(table)
}

fn write_commitments(folder: &mut Folder) -> io::Result<()> {
    let headers = [
        "texto",
        "evento",
        "tipo",
        "indicador",
        "línea_base",
        "meta",
        "plazo",
        "responsable",
        "estado",
    ];
    let mut table = folder.table("compromisos.csv", &headers)?;
    for (text, kind, indicator, [baseline, target], due, owner, status) in COMMITMENTS {
        let (due, owner) = (date(parse(due)), ORGANIZATIONS[owner].0);
        let event = "Jornada de visión y hoja de ruta";
        table.row(&[text, event, kind, indicator, baseline, target, &due, owner, status])?;
    }
    folder.close(table)
}
