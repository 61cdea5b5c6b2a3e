//! Hubs with a gap of every kind, and the same hubs without any.
//!
//! In: a seed and whether gaps are planted. Out: the records of a hub of about sixty organisations over six years, and of
//! one whose guests each keep a pace of their own.

use std::collections::BTreeSet;
use std::sync::Arc;

use hubscope::config::TomlDay;
use hubscope::random::{self, Draws};
use hubscope::records::{
    Amount, End, Event, EventIndex, HubRecords, Participation, Partnership, Sector, Stakeholder, StakeholderIndex,
    StakeholderKind,
};
use hubscope::time::{DateSpan, Day};

use super::super::findings::{organization, partnership};

/// Ordinary members; after them stand one without ties, one who lapses and one who fades, each ordinary where nothing
/// is planted, and the person who holds an office.
const ORDINARY: u32 = 60;
pub const ISOLATED: u32 = ORDINARY;
pub const LAPSED: u32 = ORDINARY + 1;
pub const FADING: u32 = ORDINARY + 2;
const ORGANIZATIONS: u32 = ORDINARY + 3;
const PERSON: u32 = ORGANIZATIONS;

/// The last eight ordinary members are an island where one is planted.
pub const ISLAND: u32 = ORDINARY - 8;

/// Which members carry what is planted.
pub const LAWYER: u32 = 0;
pub const HOST: u32 = 1;
pub const LAB: u32 = 2;
pub const PAYER: u32 = 7;
pub const OFFICE: u32 = 8;

/// Share of the ties, or seats at events, of government and business that never come about where they are kept apart.
const APART: f64 = 0.85;

const CITIES: [&str; 2] = ["Norte", "Sur"];
const COMPONENTS: [&str; 4] = [
    "co_design_workshop",
    "diagnosis_roadmap",
    "competition",
    "strategic_plan_workshop",
];

/// What is planted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Planted {
    /// A gap of every kind.
    Every,
    /// None.
    Nothing,
}

fn day(year: i16, month: i8, day: i8) -> Day {
    Day::from_ymd(year, month, day).expect("a day of the calendar")
}

/// A hub while it is made up.
struct Maker {
    random: rand_chacha::ChaCha8Rng,
    planted: Planted,
    ties: BTreeSet<(u32, u32)>,
    partnerships: Vec<Partnership>,
    events: Vec<Event>,
    participations: Vec<Participation>,
    activity: Vec<f64>,
}

fn sector(planted: Planted, member: u32) -> Sector {
    match (member % 4, planted) {
        (0, _) => Sector::Government,
        (1, _) => Sector::Business,
        (2, _) => Sector::Academia,
        // where everything is planted there is no civil society
        (_, Planted::Every) => Sector::Funder,
        (_, Planted::Nothing) => Sector::CivilSociety,
    }
}

impl Maker {
    fn new(seed: u64, planted: Planted) -> Self {
        let mut random = random::stream(seed, "planted gaps", u64::from(planted == Planted::Every));
        let activity = (0..ORGANIZATIONS).map(|_| 0.5 + random.unit()).collect();
        Self {
            random,
            planted,
            ties: BTreeSet::new(),
            partnerships: Vec::new(),
            events: Vec::new(),
            participations: Vec::new(),
            activity,
        }
    }

    fn every(&self) -> bool {
        self.planted == Planted::Every
    }

    fn on_island(&self, member: u32) -> bool {
        self.every() && (ISLAND..ORDINARY).contains(&member)
    }

    /// Whether a member takes no part in ordinary ties and events.
    fn apart_from_all(&self, member: u32) -> bool {
        self.on_island(member) || self.every() && member == ISOLATED
    }

    fn kept_apart(&mut self, a: u32, b: u32) -> bool {
        let sectors = BTreeSet::from([a % 4, b % 4]);
        self.every() && sectors == BTreeSet::from([0, 1]) && self.random.chance(APART)
    }

    /// An agreement that lives through the window and beyond the twelve months after it.
    fn tie(&mut self, a: u32, b: u32) -> &mut Partnership {
        let (start, end) = (self.random.below(48), self.random.below(24));
        let mut tie = partnership((a, b));
        let since = day(2019, 6, 1)
            .plus_months(start as i32)
            .plus_days(self.random.below(28) as i32);
        tie.id = format!("p{:04}", self.partnerships.len()).as_str().into();
        tie.start = Some(DateSpan::exact(since));
        tie.end = End::On(DateSpan::exact(day(2026, 6, 30).plus_months(end as i32)));
        tie.function = Some(Arc::from(
            ["training", "data", "space", "funding"][self.random.below(4)],
        ));
        self.ties.insert((a.min(b), a.max(b)));
        self.partnerships.push(tie);
        self.partnerships.last_mut().expect("just put there")
    }

    /// A ring through some members in a random order, and chords: nobody alone holds others in.
    fn web(&mut self, members: &[u32], chords: usize) {
        let mut left = members.to_vec();
        self.random.shuffle(&mut left);
        let mut ring: Vec<u32> = vec![left.remove(0)];
        while !left.is_empty() {
            let last = ring[ring.len() - 1];
            let next = (0..left.len())
                .find(|at| !self.kept_apart(last, left[*at]))
                .unwrap_or(0);
            ring.push(left.remove(next));
        }
        for at in 0..ring.len() {
            self.tie(ring[at], ring[(at + 1) % ring.len()]);
        }
        let mut made = 0;
        while made < chords {
            let (a, b) = (
                members[self.random.below(members.len())],
                members[self.random.below(members.len())],
            );
            if a != b && !self.ties.contains(&(a.min(b), a.max(b))) && !self.kept_apart(a, b) {
                self.tie(a, b);
                made += 1;
            }
        }
    }

    fn partnerships(&mut self) {
        let main: Vec<u32> = (0..ORGANIZATIONS)
            .filter(|one| !(self.apart_from_all(*one) || self.every() && *one == LAPSED))
            .collect();
        self.web(&main, 90);
        if self.every() {
            let island: Vec<u32> = (ISLAND..ORDINARY).collect();
            self.web(&island, 8);
            // the one tie to the island
            self.tie(11, ISLAND + 3);
            // thirty agreements end in the second quarter
            for at in 0..30 {
                let end = day(2025, 4, 1).plus_days(self.random.below(80) as i32);
                self.partnerships[at * 3].end = End::On(DateSpan::exact(end));
            }
        }
        let second_lawyer = if self.every() { LAWYER } else { LAWYER + 1 };
        for (who, client) in [(LAWYER, 20), (second_lawyer, 21), (LAWYER, 22), (second_lawyer, 23)] {
            let tie = self.tie(who, client);
            tie.function = Some(Arc::from("legal advice"));
            tie.directed = true;
        }
        let most = if self.every() { 10_000.0 } else { 1_000.0 };
        for place in 0..6 {
            let tie = self.tie(PAYER + 4 * place, 30 + place);
            tie.kind = Some(Arc::from("funding"));
            tie.start = Some(DateSpan::exact(day(2022, 1, 1)));
            tie.amount = Some(Amount {
                value: if place == 0 { most } else { 1_000.0 },
                currency: Some(Arc::from("CLP")),
            });
        }
    }

    /// Who comes to an event on a day, by how active each is.
    fn guests(&mut self, on: Day, seats: usize) -> Vec<u32> {
        let shut_out = self.every().then(|| self.random.below(2) as u32);
        let mut guests = BTreeSet::new();
        while guests.len() < seats {
            let one = self.random.below(ORGANIZATIONS as usize) as u32;
            let gone =
                self.every() && (one == LAPSED && on >= day(2023, 1, 1) || one == FADING && on >= day(2024, 2, 1));
            let out = shut_out == Some(one % 4) && self.random.chance(APART);
            let keen = if [LAPSED, FADING].contains(&one) {
                1.5
            } else {
                self.activity[one as usize]
            };
            if !gone && !out && !self.apart_from_all(one) && self.random.chance(keen / 1.5) {
                guests.insert(one);
            }
        }
        guests.into_iter().collect()
    }

    fn event(&mut self, on: Day, guests: &[u32], more: impl FnOnce(&mut Event)) {
        let id = format!("e{:04}", self.events.len());
        let mut event = Event::derived(id.as_str().into(), Arc::from(id.as_str()));
        event.start = Some(DateSpan::exact(on));
        event.derived = false;
        more(&mut event);
        let index = EventIndex(self.events.len() as u32);
        self.events.push(event);
        for guest in guests {
            self.participations.push(Participation {
                stakeholder: StakeholderIndex(*guest),
                event: index,
                date: None,
                role: None,
                hours: None,
                invited_by: None,
                incentive: None,
                outcome: None,
                amount: None,
            });
        }
    }

    fn all_events(&mut self) {
        for month in 0..72 {
            for week in 0..5 {
                let on = day(2019, 1, 3).plus_months(month).plus_days(5 * week);
                let guests = self.guests(on, 9);
                let (topic, host) = (self.random.below(3), guests[self.random.below(9)]);
                self.event(on, &guests, |event| {
                    event.topic = Some(Arc::from(["energy", "health", "transport"][topic]));
                    event.host = Some(StakeholderIndex(host));
                });
            }
        }
        let second_host = if self.every() { HOST } else { HOST + 1 };
        for (place, host) in [HOST, second_host, HOST].into_iter().enumerate() {
            let guests = self.guests(day(2024, 5, 2), 9);
            self.event(day(2024, 5, 2 + place as i8), &guests, |event| {
                event.topic = Some(Arc::from("water"));
                event.host = Some(StakeholderIndex(host));
            });
        }
        for (place, component) in COMPONENTS.into_iter().enumerate() {
            let absent = |one: &u32| {
                let sector_stays_away = component == "competition" && one % 4 == 2;
                let city_stays_away = component == "co_design_workshop" && one.is_multiple_of(5);
                self.every() && (sector_stays_away || city_stays_away)
            };
            let guests: Vec<u32> = (place as u32 * 4..place as u32 * 4 + 24)
                .filter(|one| !absent(one))
                .collect();
            self.event(day(2023, 3 + 2 * place as i8, 9), &guests, |event| {
                event.component = Some(Arc::from(component));
            });
        }
    }

    fn stakeholders(&self) -> Vec<Stakeholder> {
        let texts = |texts: &[&str]| texts.iter().map(|text| Arc::from(*text)).collect();
        let mut all: Vec<Stakeholder> = (0..ORGANIZATIONS)
            .map(|member| {
                let mut one = organization(member, sector(self.planted, member));
                one.city = Some(Arc::from(CITIES[usize::from(member % 5 != 0)]));
                one
            })
            .collect();
        all[ISOLATED as usize].joined = Some(DateSpan::exact(day(2023, 1, 1)));
        all[LAB as usize].offers = texts(&["lab"]);
        if !self.every() {
            all[LAB as usize + 4].offers = texts(&["Lab"]);
        }
        for needy in [12, 13, 14] {
            all[needy].needs = texts(&["lab"]);
        }
        let person = format!("q{PERSON}");
        let mut officer = Stakeholder::new(
            person.as_str().into(),
            Arc::from(person.as_str()),
            StakeholderKind::Person,
        );
        officer.parent = Some(StakeholderIndex(OFFICE));
        officer.term_end = Some(DateSpan::exact(day(if self.every() { 2025 } else { 2027 }, 6, 30)));
        all.push(officer);
        all
    }

    fn hub(mut self) -> HubRecords {
        self.partnerships();
        self.all_events();
        let mut records = HubRecords {
            stakeholders: self.stakeholders(),
            partnerships: self.partnerships,
            events: self.events,
            participations: self.participations,
            ..HubRecords::default()
        };
        // the office comes in person
        for row in records
            .participations
            .iter_mut()
            .filter(|row| row.stakeholder.0 == OFFICE)
        {
            row.stakeholder = StakeholderIndex(PERSON);
        }
        records.participations.sort_by_key(|row| (row.event, row.stakeholder));
        records.config.study.from = Some(TomlDay(day(2019, 1, 1)));
        records.config.study.as_of = Some(TomlDay(day(2024, 12, 31)));
        records
    }
}

/// Eighty who come to monthly events, each at a pace of its own that never changes: from hardly ever to almost always.
pub fn irregular_hub(seed: u64) -> HubRecords {
    let mut maker = Maker::new(seed, Planted::Nothing);
    let paces: Vec<f64> = (0..80).map(|_| maker.random.unit()).collect();
    for month in 0..72 {
        let guests: Vec<u32> = (0..80)
            .filter(|who| maker.random.chance(paces[*who as usize]))
            .collect();
        maker.event(day(2019, 1, 3).plus_months(month), &guests, |_| {});
    }
    let mut records = HubRecords {
        stakeholders: (0..80).map(|one| organization(one, Sector::Business)).collect(),
        events: maker.events,
        participations: maker.participations,
        ..HubRecords::default()
    };
    records.stakeholders.push(organization(80, Sector::Business));
    records.config.study.from = Some(TomlDay(day(2019, 1, 1)));
    records.config.study.as_of = Some(TomlDay(day(2024, 12, 31)));
    records
}

/// A hub with a gap of every kind, or with none.
pub fn hub(seed: u64, planted: Planted) -> HubRecords {
    Maker::new(seed, planted).hub()
}
