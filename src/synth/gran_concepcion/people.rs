//! Which people are there? 900 of them, with posts, terms of office and how readily they come.
//!
//! In: the organisations and a random stream. Out: the people of the [`Cast`]. Here the latent champion trait is dealt:
//! to officials of grades 3 to 5 only, so that neither seniority nor the ties that come with office point to it.

use rand_chacha::ChaCha8Rng;

use crate::random::{self, Draws};
use crate::time::Day;

use super::super::choice::{log_normal, one, waiting_months};
use super::super::names::Names;
use super::actors::{Actor, Cast, Fate, Person, Post};
use super::{SEED, as_of, day, months_after};

/// How many people there are.
const PEOPLE: usize = 900;
/// Share of officials of grades 3 to 5 who carry the trait.
const TRAIT_SHARE: f64 = 0.15;
/// Those who carry the trait stay this many months on average, others this many.
const STAY_CHAMPION: f64 = 150.0;
const STAY: f64 = 34.0;
/// They come this much more readily than others below the top grades; those in office come more readily still.
const COMES_CHAMPION: f64 = 1.5;

struct Maker<'a> {
    cast: &'a mut Cast,
    names: &'a mut Names,
    random: ChaCha8Rng,
}

/// Adds the people.
pub fn all(cast: &mut Cast, names: &mut Names) {
    let random = random::stream(SEED, "gran-concepcion people", 0);
    let mut maker = Maker { cast, names, random };
    let is = |actor: &Actor, fate: Fate| actor.fate == fate;
    let operator = maker
        .cast
        .actors
        .iter()
        .position(|actor| is(actor, Fate::Operator))
        .unwrap_or(0);
    for _ in 0..8 {
        let staff = maker.staff(operator);
        maker.cast.people[staff].from = day(2020, 1, 6);
        maker.cast.people[staff].posts[0].start = day(2020, 1, 6);
        maker.cast.people[staff].until = as_of().plus_months(12);
    }
    for actor in 0..maker.cast.actors.len() {
        if maker.cast.actors[actor].sector == "government" {
            maker.officials(actor);
        }
    }
    for actor in 0..maker.cast.actors.len() {
        if actor != operator {
            maker.members(actor);
        }
    }
    maker.fill(operator);
    maker.moves();
}

impl Maker<'_> {
    fn person(&mut self, post: Post, from: Day, until: Day) -> usize {
        let person = Person {
            id: format!("p{:03}", self.cast.people.len() + 1),
            name: self.names.person(&mut self.random),
            posts: vec![post],
            term_end: None,
            from,
            until,
            champion: false,
            activity: log_normal(&mut self.random, 0.7),
        };
        self.cast.people.push(person);
        self.cast.people.len() - 1
    }

    /// When someone comes to the hub: many at its beginning, others at any time.
    fn arrival(&mut self) -> Day {
        if self.random.chance(0.4) {
            day(2020, 3, 1).plus_days(self.random.below(240) as i32)
        } else {
            day(2020, 3, 1).plus_days(self.random.below(2000) as i32)
        }
    }

    fn officials(&mut self, actor: usize) {
        let (kind, level, city) = {
            let it = &self.cast.actors[actor];
            (it.kind, it.level, it.city)
        };
        if kind == "unit" {
            let start = self.arrival();
            self.office(actor, "Head of unit", "career", 2, &[(start, None)]);
            for _ in 0..3 {
                self.official(actor);
            }
            return;
        }
        let terms: &[(Day, Option<Day>)] = match (level, kind) {
            ("national", _) => &[
                (day(2020, 1, 1), Some(day(2022, 3, 11))),
                (day(2022, 3, 11), Some(day(2026, 3, 11))),
            ],
            // mayors: in some cities the same person was elected again
            ("municipal", _) if matches!(city, "Concepción" | "Tomé" | "Lota" | "Hualqui") => {
                &[(day(2021, 6, 28), Some(day(2028, 12, 6)))]
            }
            ("municipal", _) => &[
                (day(2021, 6, 28), Some(day(2024, 12, 6))),
                (day(2024, 12, 6), Some(day(2028, 12, 6))),
            ],
            _ if self.cast.actors[actor].name.starts_with("Regional Government") => &[
                (day(2021, 7, 14), Some(day(2025, 1, 6))),
                (day(2025, 1, 6), Some(day(2029, 1, 6))),
            ],
            _ => &[(day(2020, 3, 1), Some(day(2026, 6, 30)))],
        };
        let (title, appointment) = match level {
            "national" => ("Undersecretary", "political"),
            "municipal" => ("Mayor", "elected"),
            _ if terms.len() == 2 => ("Regional Governor", "elected"),
            _ => ("Director", "political"),
        };
        self.office(actor, title, appointment, 1, terms);
        self.office(actor, "Chief of staff", "political", 2, terms);
        self.official(actor);
    }

    fn office(
        &mut self,
        actor: usize,
        title: &'static str,
        appointment: &'static str,
        authority: u8,
        terms: &[(Day, Option<Day>)],
    ) {
        for &(start, end) in terms {
            let post = Post {
                actor,
                title,
                appointment,
                authority,
                start,
            };
            let until = end.unwrap_or_else(|| months_after(start, 18.0 + waiting_months(&mut self.random, 1.0 / 60.0)));
            let person = self.person(post, start, until);
            self.cast.people[person].term_end = end;
            // office brings people to the table whether or not they care
            self.cast.people[person].activity = 2.2 * log_normal(&mut self.random, 0.4);
        }
    }

    fn official(&mut self, actor: usize) {
        let (title, authority) = *one(
            &mut self.random,
            &[
                ("Section chief", 3),
                ("Professional", 4),
                ("Professional", 4),
                ("Assistant", 5),
            ],
        );
        let appointment = if self.random.chance(0.6) { "career" } else { "contract" };
        let start = self.arrival();
        let champion = self.random.chance(TRAIT_SHARE);
        let stay = if champion { STAY_CHAMPION } else { STAY };
        let until = months_after(start, waiting_months(&mut self.random, 1.0 / stay));
        let person = self.person(
            Post {
                actor,
                title,
                appointment,
                authority,
                start,
            },
            start,
            until,
        );
        self.cast.people[person].champion = champion;
        if champion {
            self.cast.people[person].activity = COMES_CHAMPION * log_normal(&mut self.random, 0.4);
        }
    }

    fn staff(&mut self, actor: usize) -> usize {
        let (title, authority) = *one(
            &mut self.random,
            &[
                ("Director", 1),
                ("Manager", 2),
                ("Coordinator", 3),
                ("Coordinator", 3),
                ("Specialist", 4),
                ("Member", 5),
            ],
        );
        let start = self.arrival();
        let until = months_after(start, 3.0 + waiting_months(&mut self.random, 1.0 / (STAY + 8.0)));
        self.person(
            Post {
                actor,
                title,
                appointment: "",
                authority,
                start,
            },
            start,
            until,
        )
    }

    fn members(&mut self, actor: usize) {
        let (sector, fate) = (self.cast.actors[actor].sector, self.cast.actors[actor].fate);
        let count = match (sector, fate) {
            ("government", _) => 0,
            (_, Fate::Hanger(_) | Fate::Isolated) => 1,
            (_, Fate::Bridge(_)) => 2,
            ("academia", _) => 4,
            ("research" | "funder", _) => 3,
            _ => 2,
        };
        for _ in 0..count {
            let person = self.staff(actor);
            let person = &mut self.cast.people[person];
            match fate {
                Fate::Hanger(_) | Fate::Bridge(_) => {
                    (person.from, person.until) = (day(2021, 3, 1), as_of().plus_months(12))
                }
                Fate::Isolated => (person.from, person.until) = (day(2023, 5, 2), as_of().plus_months(12)),
                Fate::Fading => {
                    (person.from, person.until, person.activity) = (day(2020, 9, 1), as_of().plus_months(12), 15.0)
                }
                Fate::Ordinary | Fate::Operator => {}
            }
            person.posts[0].start = person.from;
        }
    }

    /// More members for ordinary organisations until there are enough people.
    fn fill(&mut self, operator: usize) {
        while self.cast.people.len() < PEOPLE {
            let actor = self.random.below(self.cast.actors.len());
            let it = &self.cast.actors[actor];
            if it.sector != "government" && it.fate == Fate::Ordinary && actor != operator {
                self.staff(actor);
            }
        }
    }

    /// Some change posts: mostly within their sector, sometimes out of it.
    fn moves(&mut self) {
        for person in 0..self.cast.people.len() {
            let (boss, first) = (
                self.cast.people[person].is_boss(),
                self.cast.people[person].posts[0].actor,
            );
            let (from, until) = (
                self.cast.people[person].from,
                self.cast.people[person].until.min(as_of()),
            );
            let ordinary = self.cast.actors[first].fate == Fate::Ordinary;
            if boss || !ordinary || until.days_since(from) < 500 || !self.random.chance(0.18) {
                continue;
            }
            let stays = self.cast.people[person].champion || self.random.chance(0.85);
            let next = loop {
                let actor = self.random.below(self.cast.actors.len());
                let it = &self.cast.actors[actor];
                let same = it.sector == self.cast.actors[first].sector;
                // nobody joins an association late: their absence from the competition stays as planted
                let open = it.fate == Fate::Ordinary && (same || it.sector != "civil_society");
                if actor != first && open && same == stays {
                    break actor;
                }
            };
            let start = from.plus_days(200 + self.random.below((until.days_since(from) - 300) as usize) as i32);
            let old = &self.cast.people[person].posts[0];
            let post = Post {
                actor: next,
                title: old.title,
                appointment: old.appointment,
                authority: old.authority,
                start,
            };
            self.cast.people[person].posts.push(post);
        }
    }
}
