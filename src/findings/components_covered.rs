//! Which component of the method did a sector never take part in?

use crate::records::{EventId, Sector};

/// One sector in one component.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageCell {
    /// The sector.
    pub sector: Sector,
    /// The component, as recorded.
    pub component: String,
    /// Stakeholders of the sector that took part.
    pub participants: usize,
    /// The events of the component, sorted.
    pub events: Vec<EventId>,
}

/// Component by sector, over the whole study.
#[derive(Debug, Clone, PartialEq)]
pub struct ComponentCoverage {
    /// The components that took place, the four of the method first.
    pub components: Vec<String>,
    /// Components of the method for which no event is recorded.
    pub not_held: Vec<String>,
    /// The sectors that have a member.
    pub sectors: Vec<Sector>,
    /// One cell per sector and component, row by row.
    pub cells: Vec<CoverageCell>,
    /// Of those who took part in each component, how many took part in the next one held: (from, to, stayed, of).
    pub conversion: Vec<(String, String, usize, usize)>,
}

/// Which sector took part in which component, over the whole study.
#[must_use]
pub fn component_coverage(context: &super::Context<'_>) -> super::Answer<ComponentCoverage> {
    let _ = context;
    todo!()
}
