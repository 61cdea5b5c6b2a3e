//! Which whole-network figures of a hub go beyond chance?
//!
//! In: a prepared hub and a window. Out: [`Significance`] of the layer asked for; where events of the layer brought two
//! together, their attendance is dealt anew and frozen by the layer's own rules of tie strength.

use super::Prepared;
use crate::metrics::null::Incidence;
use crate::metrics::{MetricError, Redealing, Significance, SignificanceOptions, significance as compared};
use crate::network::{View, Without};
use crate::time::Window;

/// Each figure of one window beside its null model.
///
/// # Errors
/// Where a measure cannot be computed as asked.
pub fn significance(prepared: &Prepared, window: &Window) -> Result<Significance, MetricError> {
    let snapshot = prepared.snapshot_in(window);
    let measures = prepared.measure_options(&snapshot);
    let records = prepared.network.reprojection(&View {
        layer: prepared.options.layer,
        window,
        members: prepared.options.members,
        direction: prepared.options.direction,
        without: &Without::default(),
    });
    let participants = records.participants();
    let met = participants.iter().any(|event| event.len() > 1);
    let attendance = Incidence::from_events(snapshot.node_count(), participants.iter().map(Vec::as_slice));
    let freeze = |attendance: &Incidence| {
        let events = (0..attendance.events()).map(|event| attendance.participants(event));
        records.with_participants(events)
    };
    let options = SignificanceOptions {
        measures: &measures,
        redealing: met.then_some(Redealing {
            attendance: &attendance,
            freeze: &freeze,
        }),
        only: None,
        draws: prepared.records.config.stability.draws,
        q: prepared.records.config.gaps.q,
    };
    compared(&snapshot, &options)
}
