//! Which indicators are there? Names, units, which direction is healthy, cautions, sources and what each needs.
//!
//! Report, glossary, data dictionary and docs are made from here.

/// An indicator of the hub's sustainability, in the order in which they are exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Indicator {
    /// Core members.
    CoreMembers,
    /// Guests.
    Guests,
    /// Members now that were none in the window before.
    Entries,
    /// Members of the window before that are none now.
    Exits,
    /// Share of the members of the window before that are members now.
    Retention,
    /// Guests of the window before that are members now, over guests of the window before.
    GuestConversion,
    /// Ties over pairs, among members, working layer.
    Density,
    /// Mean working ties of a member.
    MeanDegree,
    /// Share of working ties that join two sectors.
    CrossSectorShare,
    /// Cross-sector working ties, observed over the exact stub expectation.
    CrossSectorRatio,
    /// Shannon entropy of members over sectors.
    SectorShannon,
    /// Share of members in the largest component once the operator is taken out.
    ConnectedWithoutOperator,
    /// The same once the largest event is taken out.
    ConnectedWithoutLargestEvent,
    /// Share of live agreements that end in the next twelve months.
    AgreementsEnding,
    /// Share of the known money that ends in the next twelve months.
    MoneyEnding,
    /// Share of the money that comes from the top payer.
    TopPayerShare,
}

/// Which direction is healthy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Healthy {
    /// Higher is healthier.
    Higher,
    /// Lower is healthier.
    Lower,
    /// Depends on the network's age and aim.
    Depends,
}
