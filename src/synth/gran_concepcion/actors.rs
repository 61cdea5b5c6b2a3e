//! Who is there? Organisations, units, people and the posts they held.
//!
//! In: the organisations and the people as made. Out: the [`Cast`], and the tables `stakeholders` and `affiliations`.

use std::io;

use rand_chacha::ChaCha8Rng;

use crate::random::{self, Draws};
use crate::time::Day;

use super::super::choice::one;
use super::super::folder::{Folder, Table};
use super::super::names::{self, Names};
use super::super::planted::{LOST_AFFILIATIONS, Truth};
use super::{SEED, as_of, cell, organizations, people};

/// What becomes of an organisation in the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Nothing in particular.
    Ordinary,
    /// It runs the hub.
    Operator,
    /// It alone links a group to the rest.
    Bridge(usize),
    /// It meets the rest only through the group's bridge.
    Hanger(usize),
    /// It joined and has no working tie.
    Isolated,
    /// It was active and hardly is in the last year.
    Fading,
}

/// An organisation or a unit.
#[derive(Debug)]
pub struct Actor {
    pub id: String,
    pub name: String,
    pub kind: &'static str,
    pub sector: &'static str,
    pub level: &'static str,
    pub parent: Option<usize>,
    pub city: &'static str,
    pub topic: usize,
    pub fate: Fate,
    /// How readily it makes agreements.
    pub activity: f64,
}

/// A post someone held, until the next one.
#[derive(Debug)]
pub struct Post {
    pub actor: usize,
    pub title: &'static str,
    pub appointment: &'static str,
    pub authority: u8,
    pub start: Day,
}

/// A person.
#[derive(Debug)]
pub struct Person {
    pub id: String,
    pub name: String,
    /// In order of start; never empty.
    pub posts: Vec<Post>,
    pub term_end: Option<Day>,
    /// First day with the hub.
    pub from: Day,
    /// First day without it.
    pub until: Day,
    /// Whether the person carries the latent champion trait.
    pub champion: bool,
    /// How readily the person comes.
    pub activity: f64,
}

impl Person {
    /// The post held on a day (the first one before it began).
    pub fn post_on(&self, day: Day) -> &Post {
        self.posts
            .iter()
            .rev()
            .find(|post| post.start <= day)
            .unwrap_or(&self.posts[0])
    }

    /// Whether the person is with the hub on a day.
    pub fn is_there(&self, day: Day) -> bool {
        self.from <= day && day < self.until
    }

    /// Whether the person holds one of the top two grades.
    pub fn is_boss(&self) -> bool {
        self.posts[0].authority <= 2
    }

    fn last_post(&self) -> &Post {
        &self.posts[self.posts.len() - 1]
    }
}

/// Everyone in the story.
#[derive(Debug, Default)]
pub struct Cast {
    pub actors: Vec<Actor>,
    pub people: Vec<Person>,
}

impl Cast {
    /// The organisation that an organisation or unit belongs to.
    pub fn root(&self, actor: usize) -> usize {
        self.actors[actor].parent.unwrap_or(actor)
    }

    /// The organisation or unit of a person on a day.
    pub fn home(&self, person: usize, day: Day) -> &Actor {
        &self.actors[self.people[person].post_on(day).actor]
    }

    /// Those who carry the trait.
    pub fn champions(&self) -> impl Iterator<Item = usize> {
        (0..self.people.len()).filter(|&person| self.people[person].champion)
    }

    /// Whether a person works for government.
    pub fn is_official(&self, person: usize) -> bool {
        self.actors[self.people[person].posts[0].actor].sector == "government"
    }
}

/// Everyone, always the same.
pub fn cast() -> Cast {
    let mut cast = Cast::default();
    let mut names = Names::default();
    organizations::all(&mut cast, &mut names);
    people::all(&mut cast, &mut names);
    cast
}

const OFFERS: [&str; 8] = [
    "meeting rooms",
    "traffic counts",
    "street workshops",
    "software development",
    "legal advice",
    "student teams",
    "test site",
    "survey fieldwork",
];

/// Writes the tables of who there is, and who carries the trait into the truth file.
pub fn write(cast: &Cast, folder: &mut Folder, truth: &mut Truth) -> io::Result<()> {
    write_stakeholders(cast, folder)?;
    write_affiliations(cast, folder)?;
    for champion in cast.champions() {
        truth.note("champion", &cast.people[champion].id, "", "");
    }
    for (place, actor) in cast.actors.iter().enumerate() {
        match actor.fate {
            Fate::Isolated => truth.note("isolated", &actor.id, "", ""),
            Fate::Fading => truth.note("fading", &actor.id, "", ""),
            Fate::Bridge(group) => {
                let stranded = (0..cast.actors.len()).filter(|&other| cast.actors[other].fate == Fate::Hanger(group));
                for other in stranded {
                    truth.note("cut_point", &cast.actors[place].id, &cast.actors[other].id, "");
                }
            }
            Fate::Ordinary | Fate::Operator | Fate::Hanger(_) => {}
        }
    }
    Ok(())
}

const STAKEHOLDERS: [&str; 19] = [
    "id",
    "name",
    "kind",
    "sector",
    "government_level",
    "parent_id",
    "city",
    "country",
    "role_title",
    "appointment",
    "authority",
    "term_end",
    "joined",
    "left",
    "email",
    "offers",
    "needs",
    "consent",
    "profiling",
];

fn write_stakeholders(cast: &Cast, folder: &mut Folder) -> io::Result<()> {
    let mut random = random::stream(SEED, "gran-concepcion stakeholders", 0);
    let mut table = folder.table("stakeholders.csv", &STAKEHOLDERS)?;
    for place in 0..cast.actors.len() {
        write_actor(cast, place, &mut table, &mut random)?;
    }
    for person in &cast.people {
        write_person(cast, person, &mut table, &mut random)?;
    }
    folder.close(table)
}

fn write_actor(cast: &Cast, place: usize, table: &mut Table, random: &mut ChaCha8Rng) -> io::Result<()> {
    let actor = &cast.actors[place];
    let span = |edge: fn(&Person) -> Day| -> Vec<Day> {
        let here = |person: &&Person| person.posts.iter().any(|post| post.actor == place);
        cast.people.iter().filter(here).map(edge).collect()
    };
    // most never sign anything: whether they belong shows in their agreements and attendance
    let signed = actor.fate != Fate::Ordinary || random.chance(0.25);
    let joined = span(|person| person.from).into_iter().min().filter(|_| signed);
    let gone = span(|person| person.until).into_iter().max();
    // who stopped coming often never says so: only some of those who went are recorded as gone
    let left = gone.filter(|&day| signed && actor.fate == Fate::Ordinary && day < as_of().plus_months(-9));
    let left = left.filter(|_| actor.sector != "government" && random.chance(0.7));
    let mut some = |share| {
        if random.chance(share) {
            *one(random, &OFFERS)
        } else {
            ""
        }
    };
    let (offers, needs) = (some(0.35), some(0.25));
    let parent = actor.parent.map_or("", |parent| &cast.actors[parent].id);
    table.fill(&[
        ("id", &actor.id),
        ("name", &actor.name),
        ("kind", actor.kind),
        ("sector", actor.sector),
        ("government_level", actor.level),
        ("parent_id", parent),
        ("city", actor.city),
        ("country", "CL"),
        ("joined", &cell(joined)),
        ("left", &cell(left)),
        ("offers", offers),
        ("needs", needs),
        ("consent", if random.chance(0.6) { "public" } else { "" }),
    ])
}

fn write_person(cast: &Cast, person: &Person, table: &mut Table, random: &mut ChaCha8Rng) -> io::Result<()> {
    let post = person.last_post();
    let home = &cast.actors[post.actor];
    let left = Some(person.until).filter(|&until| until < as_of().plus_months(-6) && random.chance(0.5));
    let email = if random.chance(0.6) {
        names::email(&person.name, &home.name)
    } else {
        String::new()
    };
    table.fill(&[
        ("id", &person.id),
        ("name", &person.name),
        ("kind", "person"),
        ("parent_id", &home.id),
        ("city", home.city),
        ("country", "CL"),
        ("role_title", post.title),
        ("appointment", post.appointment),
        ("authority", &post.authority.to_string()),
        ("term_end", &cell(person.term_end)),
        ("joined", &cell(Some(person.from))),
        ("left", &cell(left)),
        ("email", &email),
        ("consent", if random.chance(0.1) { "private" } else { "" }),
        ("profiling", if random.chance(0.02) { "no" } else { "" }),
    ])
}

fn write_affiliations(cast: &Cast, folder: &mut Folder) -> io::Result<()> {
    let headers = [
        "person",
        "organization",
        "role_title",
        "appointment",
        "authority",
        "start",
        "end",
    ];
    let mut random = random::stream(SEED, "gran-concepcion affiliations", 0);
    let mut table = folder.table("affiliations.csv", &headers)?;
    for person in &cast.people {
        if person.posts.len() == 1 && !person.is_boss() {
            continue;
        }
        for (place, post) in person.posts.iter().enumerate() {
            let next = person.posts.get(place + 1).map(|next| next.start);
            let end = next.or(person.term_end.filter(|&end| end <= as_of()));
            let cells = [
                &person.id,
                &cast.actors[post.actor].id,
                post.title,
                post.appointment,
                &post.authority.to_string(),
                &cell(Some(post.start)),
                &cell(end),
            ];
            if !random.chance(LOST_AFFILIATIONS) {
                table.row(&cells)?;
            }
        }
    }
    folder.close(table)
}
