//! Which ties are more than chance would make?
//!
//! In: a snapshot, a null model and the rate of false discoveries allowed. Out: [`Backbone`].

use super::{DisparityOptions, MetricError, backbone_fixed_row, backbone_sdsm, disparity};
use crate::network::{Direction, Snapshot};
use crate::statistics::false_discovery::benjamini_hochberg_among;

/// The null model of a backbone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackboneModel {
    /// Stochastic degree sequence model, for shared events: everyone's number of events and each event's size kept on
    /// average.
    Sdsm,
    /// Fixed rows, for shared events: everyone's number of events kept, sizes of events ignored.
    FixedRow,
    /// Disparity filter, for strengths: each stakeholder's strength cut at random.
    Disparity,
}

impl BackboneModel {
    /// Every model.
    pub const ALL: [Self; 3] = [Self::Sdsm, Self::FixedRow, Self::Disparity];

    /// Its name on the command line and in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sdsm => "sdsm",
            Self::FixedRow => "fixed_row",
            Self::Disparity => "disparity",
        }
    }
}

/// How a backbone is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BackboneOptions {
    /// The null model.
    pub model: BackboneModel,
    /// Which share of the ties kept may be false discoveries.
    pub rate: f64,
    /// Ties, or arcs from source to target (disparity only).
    pub direction: Direction,
}

impl BackboneOptions {
    /// A model at a rate of 5 %, over ties.
    #[must_use]
    pub const fn of(model: BackboneModel) -> Self {
        Self {
            model,
            rate: 0.05,
            direction: Direction::Undirected,
        }
    }
}

/// Which ties a backbone keeps, in the order of [`Snapshot::pairs`]; of arcs, source by source.
#[derive(Debug, Clone, PartialEq)]
pub struct Backbone {
    /// The chance of a tie at least so strong under the null model.
    pub p: Vec<f64>,
    /// The same corrected over the family (Benjamini & Hochberg 1995).
    pub q: Vec<f64>,
    /// Whether the tie is kept: q is at most the rate.
    pub kept: Vec<bool>,
    /// How many tests the family holds: for shared events all pairs of those who took part in any, else all ties.
    pub family: u64,
}

/// The backbone of a snapshot: the ties that a null model does not explain.
///
/// What it tells a hub: which ties stand for a relation and which come about because busy people meet at large events
/// anyway. The null decides the network: by SDSM often few ties or none are left, which says that the attendance lists
/// alone do not show who seeks whom. Nothing is left out of other measures because of it.
///
/// # Formula
/// ```text
/// p from the null model: backbone_sdsm, backbone_fixed_row, disparity
/// q of the tie of rank r, p upwards: min over ranks j ≥ r of p_j · family/j, at most 1;  kept where q ≤ rate
/// ```
/// # Conventions
/// For shared events the family is all pairs of those who took part in any: pairs that share none have p = 1 and belong
/// to it. Pairs tied by a partnership alone share no event, have p = q = 1 and do not belong to it. For disparity the family is the ties.
///
/// # Returns
/// p and q from 0 to 1 and whether it is kept, per tie in the order of [`Snapshot::pairs`] (per arc in the directed view).
///
/// # Complexity
/// That of the model and O(m log m). Deterministic.
///
/// # Errors
/// [`MetricError::NoAttendance`] for a model of shared events where the layer has none; [`MetricError::NoArcs`] where
/// direction is asked for and the layer has no arcs; [`MetricError::NotConverged`] from SDSM.
///
/// # Agreement
/// As its models; R `p.adjust(p, "BH")` over all pairs.
///
/// # Example
/// ```
/// use hubscope::metrics::{BackboneModel, BackboneOptions, backbone};
/// use hubscope::network::Snapshot;
/// // one tie holds almost all strength of 0: (1 − 98/100)² there, times 3 ties over rank 1
/// let snapshot = Snapshot::from_ties(4, &[(0, 1, 98.0), (0, 2, 1.0), (0, 3, 1.0)]);
/// let found = backbone(&snapshot, &BackboneOptions::of(BackboneModel::Disparity))?;
/// assert_eq!(found.kept, [true, false, false]);
/// assert!((found.q[0] - 3.0 * 0.0004).abs() < 1e-12);
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Neal, Z. P., Domagalski, R., Sagan, B. (2021). Comparing alternatives to the fixed degree sequence model for extracting
/// the backbone of bipartite projections. Scientific Reports 11, 23929. <https://doi.org/10.1038/s41598-021-03238-3>
///
/// Benjamini, Y., Hochberg, Y. (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B
/// 57(1), 289-300. <https://doi.org/10.1111/j.2517-6161.1995.tb02031.x>
pub fn backbone(snapshot: &Snapshot, options: &BackboneOptions) -> Result<Backbone, MetricError> {
    let (p, family) = match options.model {
        BackboneModel::Sdsm => {
            let found = backbone_sdsm(snapshot)?;
            (found.p, found.family)
        }
        BackboneModel::FixedRow => {
            let found = backbone_fixed_row(snapshot)?;
            (found.p, found.family)
        }
        BackboneModel::Disparity => {
            let direction = options.direction;
            let p = disparity(snapshot, &DisparityOptions { direction })?.p;
            let family = p.len() as u64;
            (p, family)
        }
    };
    let q = corrected(&p, family);
    Ok(Backbone {
        kept: q.iter().map(|q| *q <= options.rate).collect(),
        p,
        q,
        family,
    })
}

/// q of each tie. Those with p = 1, among them all that share no event and so are not of the family, have q = 1.
fn corrected(p: &[f64], family: u64) -> Vec<f64> {
    let tested: Vec<usize> = (0..p.len()).filter(|&tie| p[tie] < 1.0).collect();
    let of_tested: Vec<f64> = tested.iter().map(|&tie| p[tie]).collect();
    let mut q = vec![1.0; p.len()];
    for (tie, value) in tested.into_iter().zip(benjamini_hochberg_among(&of_tested, family)) {
        q[tie] = value;
    }
    q
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ties_that_share_no_event_are_not_kept_however_many_they_are() {
        // one pair at an event: the family is that pair, with p = 1 as it could not but meet; five partnerships beside it
        assert_eq!(corrected(&[1.0; 6], 1), [1.0; 6]);
        // p = 0.01 of a family of two: q = 0.02; the others share nothing
        assert_eq!(corrected(&[1.0, 0.01, 1.0, 1.0], 2), [1.0, 0.02, 1.0, 1.0]);
        assert_eq!(corrected(&[1.0; 2], 0), [1.0; 2]);
    }

    #[test]
    fn models_of_shared_events_need_events() {
        let pair = Snapshot::from_ties(2, &[(0, 1, 1.0)]);
        for (model, measure) in [
            (BackboneModel::Sdsm, "backbone_sdsm"),
            (BackboneModel::FixedRow, "backbone_fixed_row"),
        ] {
            let found = backbone(&pair, &BackboneOptions::of(model));
            assert_eq!(found, Err(MetricError::NoAttendance { measure }));
        }
        let directed = BackboneOptions {
            direction: Direction::Directed,
            ..BackboneOptions::of(BackboneModel::Disparity)
        };
        assert!(matches!(backbone(&pair, &directed), Err(MetricError::NoArcs { .. })));
        // an end with one tie is never surprised: p = q = 1
        let found = backbone(&pair, &BackboneOptions::of(BackboneModel::Disparity)).expect("ties");
        assert_eq!((found.p, found.q, found.kept), (vec![1.0], vec![1.0], vec![false]));
    }
}
