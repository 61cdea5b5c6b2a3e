//! Who could come? Organisations and people of a hub of any size, by city and by sector, the most active first.
//!
//! In: a seed and how many. Out: the [`Population`], a few bytes each, from which events and agreements draw, and the
//! table `stakeholders`.

use std::io;

use rand_chacha::ChaCha8Rng;

use crate::random::{self, Draws};
use crate::time::Day;

use super::super::choice::waiting_months;
use super::super::folder::Folder;
use super::super::planted::Truth;
use super::{SPAN, first_day, last_day};

/// The sectors with their share of organisations.
pub const SECTORS: [(&str, f64); 7] = [
    ("government", 0.25),
    ("business", 0.30),
    ("civil_society", 0.24),
    ("academia", 0.08),
    ("research", 0.05),
    ("funder", 0.04),
    ("other", 0.04),
];

/// Share of stakeholders that are organisations; the rest are people.
const ORGANIZATIONS: f64 = 0.3;
/// Share of officials below the top two grades who carry the champion trait.
const TRAIT_SHARE: f64 = 0.15;
/// How unequal activity is: a place in a list is drawn as the list's length times a uniform number to this power.
const INEQUALITY: f64 = 2.0;

/// One stakeholder.
#[derive(Debug, Clone, Copy)]
struct Member {
    /// Its organisation; itself for an organisation.
    home: u32,
    city: u16,
    sector: u8,
    /// 1 is the top; 0 for an organisation.
    authority: u8,
    champion: bool,
    from: Day,
    until: Day,
}

/// Everyone, organisations first.
#[derive(Debug)]
pub struct Population {
    members: Vec<Member>,
    organizations: u32,
    by_city: Vec<Vec<u32>>,
    by_sector: Vec<Vec<u32>>,
    organizations_by_city: Vec<Vec<u32>>,
    champions_by_city: Vec<Vec<u32>>,
    /// People of each organisation.
    people: Vec<Vec<u32>>,
    by_activity: Vec<u32>,
}

/// The id of a stakeholder.
pub fn id(member: u32) -> String {
    format!("s{:07}", member + 1)
}

/// The name of a city.
pub fn city_name(city: usize) -> String {
    format!("City {}", city + 1)
}

impl Population {
    /// Draws everyone.
    pub fn draw(seed: u64, count: usize, cities: usize) -> Self {
        let organizations = (count as f64 * ORGANIZATIONS) as u32;
        let mut members: Vec<Member> = Vec::with_capacity(count);
        for place in 0..count as u32 {
            let mut random = random::stream(seed, "synth stakeholder", u64::from(place));
            let member = if place < organizations {
                organization(place, cities, &mut random)
            } else {
                // people spread unevenly over organisations
                let home = (f64::from(organizations) * random.unit().powf(1.5)) as u32;
                person(&members[home as usize], &mut random)
            };
            members.push(member);
        }
        let mut random = random::stream(seed, "synth activity", 0);
        let mut by_activity: Vec<u32> = (0..count as u32).collect();
        random.shuffle(&mut by_activity);
        // office brings people to the table: the top two grades come first in half of the cases
        by_activity.sort_by_key(|&place| {
            let authority = members[place as usize].authority;
            !(matches!(authority, 1 | 2) && place % 2 == 0)
        });
        let grouped = |groups: usize, of: &dyn Fn(&Member) -> Option<usize>| {
            let mut lists = vec![Vec::new(); groups];
            for &place in &by_activity {
                if let Some(group) = of(&members[place as usize]) {
                    lists[group].push(place);
                }
            }
            lists
        };
        let city = |member: &Member| Some(member.city as usize);
        let is_organization = |member: &Member| member.authority == 0;
        Self {
            by_city: grouped(cities, &city),
            by_sector: grouped(SECTORS.len(), &|member| Some(member.sector as usize)),
            organizations_by_city: grouped(cities, &|member| city(member).filter(|_| is_organization(member))),
            champions_by_city: grouped(cities, &|member| city(member).filter(|_| member.champion)),
            people: grouped(organizations as usize, &|member| {
                Some(member.home as usize).filter(|_| !is_organization(member))
            }),
            organizations,
            members,
            by_activity,
        }
    }

    fn member_at(&self, member: u32) -> &Member {
        &self.members[member as usize]
    }

    /// How many carry the trait.
    pub fn champions(&self) -> usize {
        self.champions_by_city.iter().map(Vec::len).sum()
    }

    /// Whether someone carries the trait.
    pub fn is_champion(&self, member: u32) -> bool {
        self.member_at(member).champion
    }

    /// Whether someone is with the hub on a day.
    pub fn is_there(&self, member: u32, day: Day) -> bool {
        let member = self.member_at(member);
        member.from <= day && day < member.until
    }

    /// The organisation of someone.
    pub fn home(&self, member: u32) -> u32 {
        self.member_at(member).home
    }

    /// The city of someone.
    pub fn city(&self, member: u32) -> usize {
        self.member_at(member).city as usize
    }

    /// The sector of someone.
    pub fn sector(&self, member: u32) -> &'static str {
        SECTORS[self.member_at(member).sector as usize].0
    }

    /// How many cities there are.
    pub fn cities(&self) -> usize {
        self.by_city.len()
    }

    /// A city, in proportion to those who live there.
    pub fn some_city(&self, random: &mut ChaCha8Rng) -> usize {
        self.city(self.anyone(random))
    }

    /// Anyone, each as likely.
    pub fn anyone(&self, random: &mut ChaCha8Rng) -> u32 {
        random.below(self.members.len()) as u32
    }

    /// Anyone, the active ones likelier.
    pub fn anyone_by_activity(&self, random: &mut ChaCha8Rng) -> u32 {
        active(&self.by_activity, random).unwrap_or(0)
    }

    /// Someone of a city, the active ones likelier.
    pub fn someone_of_city(&self, city: usize, random: &mut ChaCha8Rng) -> u32 {
        active(&self.by_city[city], random).unwrap_or(0)
    }

    /// Someone of a sector, the active ones likelier.
    pub fn someone_of_sector(&self, sector: usize, random: &mut ChaCha8Rng) -> u32 {
        active(&self.by_sector[sector], random).unwrap_or(0)
    }

    /// Someone of a city who carries the trait and is there.
    pub fn some_champion(&self, city: usize, day: Day, random: &mut ChaCha8Rng) -> Option<u32> {
        let list = &self.champions_by_city[city];
        (0..4).find_map(|_| active(list, random).filter(|&member| self.is_there(member, day)))
    }

    /// An organisation, the first ones likelier.
    pub fn some_organization(&self, random: &mut ChaCha8Rng) -> u32 {
        (f64::from(self.organizations) * random.unit().powf(INEQUALITY)) as u32
    }

    /// An organisation of a city, the active ones likelier.
    pub fn organization_of_city(&self, city: usize, random: &mut ChaCha8Rng) -> u32 {
        active(&self.organizations_by_city[city], random).unwrap_or(0)
    }

    /// Someone of an organisation, those with the trait likelier.
    pub fn member(&self, organization: u32, random: &mut ChaCha8Rng) -> Option<u32> {
        let people = &self.people[organization as usize];
        let champion = self.champion_of(organization).filter(|_| random.chance(0.6));
        champion.or_else(|| active(people, random))
    }

    /// Who carries the trait in an organisation.
    pub fn champion_of(&self, organization: u32) -> Option<u32> {
        let people = &self.people[organization as usize];
        people.iter().copied().find(|&person| self.is_champion(person))
    }

    /// The government organisations of a city, in order of id.
    pub fn offices(&self, city: usize) -> Vec<u32> {
        let mut offices: Vec<u32> = self.organizations_by_city[city]
            .iter()
            .copied()
            .filter(|&organization| self.sector(organization) == "government")
            .collect();
        offices.sort_unstable();
        offices
    }

    /// Writes the table of stakeholders, and who carries the trait into the truth file.
    pub fn write(&self, folder: &mut Folder, truth: &mut Truth) -> io::Result<()> {
        let headers = [
            "id",
            "name",
            "kind",
            "sector",
            "parent_id",
            "city",
            "authority",
            "joined",
            "left",
        ];
        let mut table = folder.table("stakeholders.csv", &headers)?;
        for (place, member) in self.members.iter().enumerate() {
            let own = id(place as u32);
            let left = Some(member.until).filter(|&until| until < last_day() && place % 2 == 0);
            let left = left.map(|day| day.to_string()).unwrap_or_default();
            let (city, joined) = (city_name(member.city as usize), member.from.to_string());
            if member.authority == 0 {
                let name = format!("Organisation {}", place + 1);
                let sector = SECTORS[member.sector as usize].0;
                table.row(&[&own, &name, "organization", sector, "", &city, "", &joined, &left])?;
            } else {
                let (name, home) = (format!("Person {}", place + 1), id(member.home));
                table.row(&[
                    &own,
                    &name,
                    "person",
                    "",
                    &home,
                    &city,
                    &member.authority.to_string(),
                    &joined,
                    &left,
                ])?;
            }
            if member.champion {
                truth.note("champion", own, "", "");
            }
        }
        folder.close(table)
    }
}

fn organization(place: u32, cities: usize, random: &mut ChaCha8Rng) -> Member {
    // the first one runs the hub and belongs to the last sector, "other"
    let sector = if place == 0 {
        SECTORS.len() - 1
    } else {
        some_sector(random)
    };
    // Zipf-like: the first cities are much larger than the last
    let city = (cities as f64 * random.unit().powf(1.7)) as u16;
    let (from, until) = if place == 0 {
        (first_day(), last_day().plus_days(1))
    } else {
        stay(10.0 * 12.0, random)
    };
    Member {
        home: place,
        city,
        sector: sector as u8,
        authority: 0,
        champion: false,
        from,
        until,
    }
}

fn person(home: &Member, random: &mut ChaCha8Rng) -> Member {
    let authority = [1, 2, 3, 3, 4, 4, 4, 5, 5, 5][random.below(10)];
    let official = SECTORS[home.sector as usize].0 == "government";
    let champion = official && authority > 2 && random.chance(TRAIT_SHARE);
    let (from, until) = stay(if champion { 12.0 * 12.0 } else { 4.0 * 12.0 }, random);
    Member {
        home: home.home,
        city: home.city,
        sector: home.sector,
        authority,
        champion,
        from,
        until,
    }
}

fn some_sector(random: &mut ChaCha8Rng) -> usize {
    let mut left = random.unit();
    for (place, (_, share)) in SECTORS.iter().enumerate() {
        left -= share;
        if left < 0.0 {
            return place;
        }
    }
    SECTORS.len() - 1
}

/// From when to when someone is with the hub, given how many months they stay on average.
fn stay(months: f64, random: &mut ChaCha8Rng) -> (Day, Day) {
    let from = if random.chance(0.3) {
        0
    } else {
        random.below(SPAN as usize - 400) as i32
    };
    let days = (waiting_months(random, 1.0 / months) * 30.44).clamp(90.0, 1e5) as i32;
    let from = first_day().plus_days(from);
    (from, from.plus_days(days))
}

/// An item of a list, those in front likelier.
fn active(list: &[u32], random: &mut ChaCha8Rng) -> Option<u32> {
    let place = (list.len() as f64 * random.unit().powf(INEQUALITY)) as usize;
    list.get(place).copied()
}
