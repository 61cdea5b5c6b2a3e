//! Which members alone hold parts of the working network together, and who would be stranded?

use crate::network::Place;
use crate::records::RecordId;

/// A member whose leaving would cut others off.
#[derive(Debug, Clone, PartialEq)]
pub struct CutPoint {
    /// Who.
    pub place: Place,
    /// How many would no longer reach the largest part left of its component.
    pub stranded: usize,
    /// Those who would be stranded, in roster order.
    pub stranded_places: Vec<Place>,
    /// Share of event-jackknife draws (one event left out) in which it stays a cut point; `None` where no event makes a tie.
    pub stability: Option<f64>,
    /// The partnerships of the cut point that live in the window.
    pub records: Vec<RecordId>,
}

/// The cut points of the working layer, most stranded first, then by place.
#[must_use]
pub fn cut_points(context: &super::Context<'_>) -> Vec<CutPoint> {
    let _ = context;
    todo!()
}
