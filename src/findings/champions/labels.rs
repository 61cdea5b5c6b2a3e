//! How well do the rankings find those who are known to be champions?
//!
//! In: the candidates' standing and the table `champions`. Out: [`LabelCheck`], each ranking beside the floors "most
//! contacts" and "highest grade".

use std::collections::BTreeMap;

use crate::network::Place;
use crate::statistics::logistic::{LabelledCase, held_out_probabilities};
use crate::statistics::ranking::{average_precision, precision_at};

use super::field::Field;
use super::standing::Standing;
use super::traces::Traces;
use super::{LabelCheck, RankerScore};

/// The check against the labels; `None` where the hub names no champions.
///
/// Where the table says "no" of nobody, those it does not name count as not known to be champions; else they are left
/// out. Without both kinds there is a count but no score.
pub(super) fn check(
    field: &Field<'_>,
    candidates: &[Place],
    traces: &Traces,
    standing: &Standing,
    authority: &[Option<u32>],
) -> Option<LabelCheck> {
    let labels = labels(field)?;
    let named_only = labels.values().all(|champion| *champion);
    let labelled: Vec<(usize, bool)> = candidates
        .iter()
        .enumerate()
        .filter_map(|(candidate, place)| {
            let label = labels.get(place).copied().or(named_only.then_some(false));
            Some((candidate, label?))
        })
        .collect();
    let positive: Vec<bool> = labelled.iter().map(|(_, champion)| *champion).collect();
    let positives = positive.iter().filter(|champion| **champion).count();
    let pick = |values: Vec<f64>| -> Vec<f64> { labelled.iter().map(|(candidate, _)| values[*candidate]).collect() };

    let mut rankers = vec![
        ("borda", pick(standing.borda.iter().map(|rank| -rank).collect())),
        (
            "in_degree",
            pick(traces.contacts.iter().map(|c| c.all as f64).collect()),
        ),
    ];
    if authority.iter().any(Option::is_some) {
        let seniority = |grade: &Option<u32>| grade.map_or(f64::MIN, |grade| -f64::from(grade));
        rankers.push(("seniority", pick(authority.iter().map(seniority).collect())));
    }
    if let Ok(probabilities) = held_out_probabilities(&cases(field, candidates, standing, &labelled)) {
        rankers.push(("logistic", probabilities));
    }
    let both = positives > 0 && positives < positive.len();
    let score = |(ranker, scores): (&'static str, Vec<f64>)| {
        Some(RankerScore {
            ranker,
            average_precision: average_precision(&scores, &positive)?,
            precision_at_k: precision_at(positives, &scores, &positive)?,
        })
    };
    Some(LabelCheck {
        labelled: positive.len(),
        positives,
        base_rate: positives as f64 / positive.len().max(1) as f64,
        scores: rankers.into_iter().filter(|_| both).filter_map(score).collect(),
    })
}

/// What the table says of each place by `as_of`; the label that began last holds.
fn labels(field: &Field<'_>) -> Option<BTreeMap<Place, bool>> {
    let as_of = field.as_of();
    let mut rows: Vec<_> = field.records.champion_labels.iter().collect();
    rows.sort_by_key(|row| (row.from, row.champion));
    let begun = rows
        .into_iter()
        .filter(|row| row.from.is_none_or(|from| as_of.is_none_or(|day| from.first <= day)));
    let labels: BTreeMap<Place, bool> = begun
        .map(|row| (field.place_of(row.stakeholder), row.champion))
        .collect();
    (!labels.is_empty()).then_some(labels)
}

/// Counts are skewed: a tenth newcomer says less than a second.
fn cases(
    field: &Field<'_>,
    candidates: &[Place],
    standing: &Standing,
    labelled: &[(usize, bool)],
) -> Vec<LabelledCase> {
    labelled
        .iter()
        .map(|(candidate, champion)| LabelledCase {
            features: standing
                .by_construct
                .iter()
                .map(|(_, values, _)| values[*candidate].ln_1p())
                .collect(),
            positive: *champion,
            group: field
                .organization(candidates[*candidate])
                .map_or(usize::MAX, |organization| organization.0 as usize),
        })
        .collect()
}
