//! Who can be a node? The run's sorted list of those who stand for themselves at the chosen level.
//!
//! In: the records and a level. Out: [`Roster`] and, for measures over groups, [`Grouping`].

use std::sync::Arc;

use crate::records::{Sector, StakeholderId, StakeholderIndex, StakeholderKind};

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
}

impl Roster {
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
