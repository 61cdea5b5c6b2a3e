//! Who can be a node? The run's sorted list of those who stand for themselves at the chosen level.
//!
//! In: the records and a level. Out: [`Roster`] and, for measures over groups, [`Grouping`].

use std::collections::BTreeSet;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Level;
use super::roll_up::RollUp;
use crate::records::{HubRecords, Sector, StakeholderId, StakeholderIndex, StakeholderKind};
use crate::time::Day;

/// A place in the run's roster; the same in every window and layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(pub u32);

impl Place {
    /// The place as an index into the roster's arrays.
    #[must_use]
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// One who stands for itself at the chosen level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterMember {
    /// The stakeholder that it is.
    pub stakeholder: StakeholderIndex,
    /// Its id.
    pub id: StakeholderId,
    /// Its name as recorded. Persons' names never leave the private file: see `is_person`.
    pub name: Arc<str>,
    /// What it is.
    pub kind: StakeholderKind,
    /// Its sector.
    pub sector: Option<Sector>,
    /// Its city.
    pub city: Option<Arc<str>>,
    /// Whether it runs the hub, or works for it.
    pub of_the_hub: bool,
}

impl RosterMember {
    /// Whether it is a natural person, whose name stays in the private file.
    #[must_use]
    pub fn is_person(&self) -> bool {
        self.kind == StakeholderKind::Person
    }
}

/// Everyone who can be a node in this run, sorted by id.
#[derive(Debug, Clone, Default)]
pub struct Roster {
    /// The members, sorted by id.
    pub members: Vec<RosterMember>,
    /// For each stakeholder of the records, where it stands when nothing dated says otherwise (its unit's or
    /// organisation's place, or its own).
    pub place_of: Vec<Place>,
    /// How many persons and units stand alone because nothing says where they belong.
    pub standing_alone: usize,
    /// For each stakeholder, its place where it stands for itself.
    own_place: Vec<Option<Place>>,
    roll_up: RollUp,
    operator: Option<Place>,
}

impl Roster {
    /// Everyone who stands for itself at a level; `record_days` are the stakeholders of all records with their days,
    /// because who holds no post on the day of a record stands alone for that record.
    #[must_use]
    pub fn new(
        records: &HubRecords,
        level: Level,
        record_days: impl Iterator<Item = (StakeholderIndex, Option<Day>)>,
    ) -> Self {
        let roll_up = RollUp::new(records, level);
        let everyone = || (0..records.stakeholders.len() as u32).map(StakeholderIndex);
        let mut standing: BTreeSet<StakeholderIndex> = everyone().map(|who| roll_up.home(who, None)).collect();
        standing.extend(
            record_days
                .filter(|(who, _)| roll_up.depends_on_day(*who))
                .map(|(who, day)| roll_up.home(who, day)),
        );
        let mut own_place = vec![None; records.stakeholders.len()];
        for (place, who) in standing.iter().enumerate() {
            own_place[who.0 as usize] = Some(Place(place as u32));
        }
        let place_of: Vec<Place> = everyone()
            .filter_map(|who| own_place[roll_up.home(who, None).0 as usize])
            .collect();
        let standing_alone = standing.iter().filter(|who| !roll_up.stands(**who)).count();
        let operator = records
            .config
            .hub
            .operator
            .as_deref()
            .and_then(|text| find(records, text));
        let staff = records.config.hub.staff.iter().filter_map(|text| find(records, text));
        let staff: BTreeSet<StakeholderIndex> = staff.collect();
        let operator_place = operator.map(|operator| place_of[operator.0 as usize]);
        let members = standing.iter().zip(0..).map(|(&who, place)| {
            let works_for_it = operator.is_some_and(|operator| roll_up.belongs_to(who, operator));
            let of_the_hub = works_for_it || staff.contains(&who) || operator_place == Some(Place(place));
            member(records, who, of_the_hub)
        });
        Self {
            members: members.collect(),
            place_of,
            standing_alone,
            own_place,
            roll_up,
            operator: operator_place,
        }
    }

    /// Who stands for a stakeholder's record of a day: its post of that day, else its parent, else itself. On a day
    /// that no record of its has, or without a day, where it stands when nothing dated says otherwise.
    #[must_use]
    pub fn place_on(&self, who: StakeholderIndex, day: Option<Day>) -> Place {
        let usual = self.place_of[who.0 as usize];
        if day.is_none() || !self.roll_up.depends_on_day(who) {
            return usual;
        }
        let home = self.roll_up.home(who, day);
        self.own_place[home.0 as usize].unwrap_or(usual)
    }

    /// Where the organisation that runs the hub stands; `None` where it is not declared or not found.
    #[must_use]
    pub const fn operator(&self) -> Option<Place> {
        self.operator
    }

    /// The places of the hub itself: its operator and, where they stand for themselves, those who work for it.
    pub fn of_the_hub(&self) -> impl Iterator<Item = Place> + '_ {
        self.places().filter(|place| self.member(*place).of_the_hub)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// The member at a place.
    #[must_use]
    pub fn member(&self, place: Place) -> &RosterMember {
        &self.members[place.at()]
    }

    /// Every place, in order.
    pub fn places(&self) -> impl ExactSizeIterator<Item = Place> + use<> {
        (0..self.members.len() as u32).map(Place)
    }

    /// The members by sector; those without one belong to no group.
    #[must_use]
    pub fn by_sector(&self) -> Grouping {
        let labels: Vec<Arc<str>> = Sector::ALL.iter().map(|s| Arc::from(s.name())).collect();
        let of = self
            .members
            .iter()
            .map(|m| {
                m.sector
                    .and_then(|s| Sector::ALL.iter().position(|x| *x == s))
                    .map(|g| g as u32)
            })
            .collect();
        Grouping { labels, of }
    }
}

fn member(records: &HubRecords, who: StakeholderIndex, of_the_hub: bool) -> RosterMember {
    let stakeholder = records.stakeholder(who);
    RosterMember {
        stakeholder: who,
        id: stakeholder.id.clone(),
        name: stakeholder.name.clone(),
        kind: stakeholder.kind,
        sector: stakeholder.sector,
        city: stakeholder.city.clone(),
        of_the_hub,
    }
}

/// The stakeholder with this id, else the first with this name or alias, case and accents aside.
fn find(records: &HubRecords, text: &str) -> Option<StakeholderIndex> {
    let wanted = folded(text);
    let named = || {
        let place = records
            .stakeholders
            .iter()
            .position(|s| folded(&s.name) == wanted || s.aliases.iter().any(|alias| folded(alias) == wanted))?;
        u32::try_from(place).ok().map(StakeholderIndex)
    };
    records.find_stakeholder(text.trim()).or_else(named)
}

fn folded(text: &str) -> String {
    let plain: String = text.nfd().filter(|c| !is_combining_mark(*c)).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Which group each place of the roster belongs to, as plain indices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grouping {
    /// The groups' names.
    pub labels: Vec<Arc<str>>,
    /// For each place of the roster, its group.
    pub of: Vec<Option<u32>>,
}

impl Grouping {
    /// The group of each node of a snapshot.
    #[must_use]
    pub fn for_places(&self, places: &[Place]) -> Vec<Option<u32>> {
        places.iter().map(|place| self.of[place.at()]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_hub::{day, hub, options, place, who};
    use super::super::{NetworkOptions, TemporalNetwork};
    use super::*;

    #[test]
    fn a_record_goes_to_the_post_of_its_day_else_to_the_parent_else_alone() {
        // p: at O until 2020, at Q from 2021-07-01; no parent. r: parent unit U of O. s: nothing.
        let hub = hub(&[("O", Sector::Government), ("Q", Sector::Business)])
            .unit("U", "O")
            .person("p", "")
            .person("r", "U")
            .person("s", "")
            .post("p", "O", "", "2020-12-31")
            .post("p", "Q", "2021-07-01", "")
            .attends("p", "E1", "2020-12-31")
            .attends("p", "E2", "2021-01-01")
            .attends("p", "E3", "2021-07-01");
        let (records, network) = (hub.records(), hub.network());
        let on = |id, text| {
            let place = network.place_on(who(&records, id), Some(day(text)));
            network.roster().member(place).id.as_str().to_owned()
        };
        assert_eq!(on("p", "2020-12-31"), "O");
        assert_eq!(on("p", "2021-01-01"), "p");
        assert_eq!(on("p", "2021-06-30"), "p");
        assert_eq!(on("p", "2021-07-01"), "Q");
        assert_eq!(on("r", "2021-01-01"), "O");
        assert_eq!(on("s", "2021-01-01"), "s");
        let ids: Vec<&str> = network.roster().members.iter().map(|m| m.id.as_str()).collect();
        assert_eq!(ids, ["O", "Q", "p", "s"]);
        assert_eq!(network.roster().standing_alone, 2);
        let places: Vec<Place> = network.attendance().iter().map(|a| a.place).collect();
        assert_eq!(places, [Place(0), Place(2), Place(1)]);
        // Without a day the latest post holds, since nothing else says where p belongs.
        assert_eq!(network.place_on(who(&records, "p"), None), place(&network, "Q"));
    }

    #[test]
    fn a_level_decides_who_stands_for_whom() {
        let hub = hub(&[("O", Sector::Government)])
            .unit("U", "O")
            .person("p", "U")
            .person("d", "O");
        let ids = |level| {
            let network = TemporalNetwork::assemble(&hub.records(), &NetworkOptions { level, ..options() });
            let ids: Vec<String> = network.roster().members.iter().map(|m| m.id.to_string()).collect();
            ids
        };
        assert_eq!(ids(Level::Person), ["O", "U", "d", "p"]);
        assert_eq!(ids(Level::Unit), ["O", "U"]);
        assert_eq!(ids(Level::Organization), ["O"]);
    }

    #[test]
    fn parents_in_a_circle_stand_for_themselves() {
        let hub = hub(&[]).unit("U", "V").unit("V", "U");
        let roster = hub.network().roster().clone();
        assert_eq!((roster.len(), roster.standing_alone), (2, 2));
    }

    #[test]
    fn the_hub_is_found_by_id_name_or_alias_without_accents() {
        let hub = hub(&[("O", Sector::Government), ("Q", Sector::Business)])
            .about("O", |o| o.name = "Corporación  Ruta N".into())
            .unit("U", "O")
            .person("ana", "Q")
            .person("beto", "")
            .edit(|records| records.config.hub.staff = vec!["beto".into(), "ana".into()]);
        for name in ["O", "corporacion ruta n", "CORPORACIÓN RUTA N"] {
            let roster = hub.clone().operator(name).network().roster().clone();
            assert_eq!(roster.operator(), Some(Place(0)));
            // Ana works for the hub but is counted with Q, which is not the hub.
            assert_eq!(roster.of_the_hub().collect::<Vec<_>>(), [Place(0), Place(2)]);
        }
        assert_eq!(hub.clone().operator("nobody").network().roster().operator(), None);
        let person = NetworkOptions {
            level: Level::Person,
            ..options()
        };
        let network = TemporalNetwork::assemble(&hub.operator("O").records(), &person);
        let of_the_hub: Vec<&str> = network
            .roster()
            .of_the_hub()
            .map(|p| network.roster().member(p).id.as_str())
            .collect();
        assert_eq!(of_the_hub, ["O", "U", "ana", "beto"]);
    }
}
