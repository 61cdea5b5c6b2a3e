//! How strong is the tie of a pair in a window? Partnerships and shared events, added and decayed.
//!
//! In: what one pair shares in a window. Out: its strength in a layer.
//!
//! - partnerships: the sum of the recorded strengths of those that live in the window;
//! - co-participation: each event with k ≥ 2 distinct participants in the window adds 1/(k − 1) (Newman 2001,
//!   doi:10.1103/PhysRevE.64.016132), 1, or the smaller of the two sides' hours. k counts everyone who took part in
//!   the window, whoever the snapshot holds: taking somebody out never makes the others' ties stronger;
//! - combined: partnership weight × the first + participation weight × the second;
//! - working: as combined, but co-participation counts only for a pair that shared two events, or one of at most
//!   [`SMALL_EVENT`] participants;
//! - an event to which a partnership of the pair, live in the window, is attributed is the same fact: in combined and
//!   working it counts as the partnership and not as co-participation;
//! - decay: a record that ended d days before the window's end counts 2^(−d/half-life). An event ends with the last
//!   of its participations in the window.

use super::{Layer, NetworkOptions, Projection};
use crate::time::{Day, Period, Window};

/// Up to so many participants, one shared event makes a working tie.
pub const SMALL_EVENT: usize = 8;

/// What one pair shares in a window.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shared {
    /// Sum of the strengths of their partnerships.
    pub(super) partnerships: f64,
    /// Sum of what each shared event adds.
    pub(super) participation: f64,
    /// How many events they shared.
    pub(super) events: u32,
    /// Whether one of them was small.
    pub(super) small_event: bool,
    /// The first day of the oldest of these records, where one is dated.
    pub(super) since: Option<Day>,
}

impl Shared {
    pub(super) fn add_partnership(&mut self, strength: f64, since: Option<Day>) {
        self.partnerships += strength;
        self.began(since);
    }

    pub(super) fn add_event(&mut self, strength: f64, size: usize, since: Option<Day>) {
        self.participation += strength;
        self.events += 1;
        self.small_event |= size <= SMALL_EVENT;
        self.began(since);
    }

    fn began(&mut self, since: Option<Day>) {
        self.since = match (self.since, since) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }

    /// The strength of the pair's tie in a layer; zero where it has none.
    pub(super) fn strength(&self, layer: Layer, options: &NetworkOptions) -> f64 {
        let both = |participation: f64| {
            options.partnership_weight * self.partnerships + options.participation_weight * participation
        };
        match layer {
            Layer::Partnerships => self.partnerships,
            Layer::Participations => self.participation,
            Layer::Combined => both(self.participation),
            Layer::Working if self.events >= 2 || self.small_event => both(self.participation),
            Layer::Working => both(0.0),
        }
    }
}

/// What an event of so many distinct participants adds to each of its pairs, before decay.
pub(super) fn event_strength(projection: Projection, participants: usize) -> f64 {
    match projection {
        Projection::Newman => 1.0 / (participants.max(2) - 1) as f64,
        // By hours, each pair has its own number: this is what multiplies it.
        Projection::Count | Projection::Hours => 1.0,
    }
}

/// What is left of a record at the window's end.
pub(super) fn decay(half_life_days: Option<f64>, record: Option<Period>, window: &Window) -> f64 {
    match (half_life_days, record, window.period) {
        (Some(half_life), Some(record), Some(window)) => {
            let ended_before = window.end().days_since(record.end()).max(0);
            (-f64::from(ended_before) / half_life).exp2()
        }
        _ => 1.0,
    }
}
