//! Who belongs to the hub in a window? Members and guests.
//!
//! In: the temporal network and a window. Out: [`Membership`].

/// How a stakeholder stands to the hub in a window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// No record in the window.
    Absent,
    /// One participation within 24 months and nothing else.
    Guest,
    /// Joined, holds a partnership live in the window, or took part twice within 24 months.
    Member,
}

/// How everyone stands in one window, by place in the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// One standing per place.
    pub standing: Vec<Standing>,
}

impl Membership {
    /// How many members there are.
    #[must_use]
    pub fn members(&self) -> usize {
        self.standing.iter().filter(|s| **s == Standing::Member).count()
    }

    /// How many guests there are.
    #[must_use]
    pub fn guests(&self) -> usize {
        self.standing.iter().filter(|s| **s == Standing::Guest).count()
    }
}
