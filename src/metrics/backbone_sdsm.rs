//! Which pairs share more events than the numbers of their events and the sizes of the events explain?
//!
//! In: a snapshot with attendance. Out: [`BackboneSdsm`].

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::MetricError;
use super::shared_events::SharedEvents;
use crate::network::Snapshot;

/// The SDSM p of each tie, in the order of [`Snapshot::pairs`].
#[derive(Debug, Clone, PartialEq)]
pub struct BackboneSdsm {
    /// The chance of sharing at least so many events.
    pub p: Vec<f64>,
    /// All pairs of those who took part in any event.
    pub family: u64,
}

/// The stochastic degree sequence model's test of shared events.
///
/// What it tells a hub: which pairs meet more often than they would if everyone kept their number of events and every
/// event its size, both on average, and chance did the rest. It is the strictest of the usual tests: what it keeps is a
/// tie; where it keeps nothing, attendance alone shows no ties beyond busy people and large events.
///
/// # Formula
/// ```text
/// q_ie = x_i y_e/(1 + x_i y_e), Σ_e q_ie = k_i, Σ_i q_ie = d_e   (bipartite configuration model, the most even one)
/// p_ij = P(X ≥ c_ij),  X the number of events e drawn, each with q_ie q_je on its own (Poisson-binomial)
/// k_i the events of i, d_e the size of e, c_ij the events both took part in
/// ```
/// # Conventions
/// Attendance counts once per event. Whoever took part in every event does so in the model as well, and so on for events
/// that everyone attended. A tie whose ends share no event has p = 1. The upper tail alone; ties weaker than chance are
/// not sought.
///
/// # Returns
/// One p per tie, from 0 to 1, in the order of [`Snapshot::pairs`].
///
/// # Complexity
/// The model O(classes of k · classes of d) per round, some ten rounds; the tails O(E c) for each pair of classes of k
/// that is tied, c the most events shared; exact, sums of positive terms only. Classes in parallel. Deterministic.
///
/// # Errors
/// [`MetricError::NoAttendance`] where the layer has no attendance; [`MetricError::NotConverged`] where the model does not
/// reach the numbers to 1e-9 in 10,000 rounds.
///
/// # Agreement
/// Python `bicm` 3.4 on Davis' southern women: the same p within 1e-7 (its margins are met to 5e-9). A Poisson-binomial
/// by full enumeration in the tests: the same tails. R `backbone` 3.0.3 `sdsm` keeps no tie of the southern women at
/// 0.05; nor does this, the smallest p being 0.088.
///
/// # Example
/// ```
/// use hubscope::metrics::backbone_sdsm;
/// use hubscope::network::{Place, Snapshot, SnapshotParts, TieStrength};
/// // three people, three events of two: q = 2/3 everywhere, so the chance of a shared event is 1 − (1 − 4/9)³
/// let one = TieStrength::new(1.0).expect("above zero");
/// let rows = [(0, 0), (1, 0), (1, 1), (2, 1), (2, 2), (0, 2)].map(|(node, event)| (node, event, one));
/// let snapshot = Snapshot::freeze(SnapshotParts {
///     places: (0..3).map(Place).collect(),
///     ties: vec![(0, 1, one), (1, 2, one), (0, 2, one)],
///     attendance: Some((3, rows.to_vec())),
///     ..SnapshotParts::default()
/// });
/// let expected = 1.0 - (5.0_f64 / 9.0).powi(3);
/// assert!(backbone_sdsm(&snapshot)?.p.iter().all(|p| (p - expected).abs() < 1e-9));
/// # Ok::<(), hubscope::metrics::MetricError>(())
/// ```
/// # References
/// Neal, Z. P. (2014). The backbone of bipartite projections: inferring relationships from co-authorship, co-sponsorship,
/// co-attendance and other co-behaviors. Social Networks 39, 84-97. <https://doi.org/10.1016/j.socnet.2014.06.001>
///
/// Neal, Z. P., Domagalski, R., Sagan, B. (2021). Comparing alternatives to the fixed degree sequence model for extracting
/// the backbone of bipartite projections. Scientific Reports 11, 23929. <https://doi.org/10.1038/s41598-021-03238-3>
///
/// Saracco, F., Di Clemente, R., Gabrielli, A., Squartini, T. (2015). Randomizing bipartite networks: the case of the
/// World Trade Web. Scientific Reports 5, 10595. <https://doi.org/10.1038/srep10595>
pub fn backbone_sdsm(snapshot: &Snapshot) -> Result<BackboneSdsm, MetricError> {
    let met = SharedEvents::of(snapshot, "backbone_sdsm")?;
    let (people, events) = (Classes::of(&met.events_of), Classes::of(&met.participants));
    let chances = attendance_chances(&people, &events)?;
    // the most events shared by a tied pair of each two classes
    let mut most: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    let mut keys = Vec::with_capacity(met.shared.len());
    for ((one, other, _), &shared) in snapshot.pairs().zip(&met.shared) {
        let (a, b) = (people.of[one.at()], people.of[other.at()]);
        let key = (a.min(b), a.max(b));
        let known = most.entry(key).or_default();
        *known = shared.max(*known);
        keys.push(key);
    }
    let tails: BTreeMap<(u32, u32), Vec<f64>> = most
        .into_par_iter()
        .map(|((a, b), most)| {
            let together = chances[a as usize].iter().zip(&chances[b as usize]).map(|(p, q)| p * q);
            let tails = upper_tails(together.zip(events.sizes.iter().copied()), most as usize);
            ((a, b), tails)
        })
        .collect();
    Ok(BackboneSdsm {
        p: keys
            .iter()
            .zip(&met.shared)
            .map(|(key, &shared)| tails[key][shared as usize])
            .collect(),
        family: met.family(),
    })
}

/// Equal numbers together: the model treats them alike.
struct Classes {
    /// For each one, its class.
    of: Vec<u32>,
    /// For each class, the number that its members have.
    number: Vec<f64>,
    /// For each class, how many members it has.
    sizes: Vec<u32>,
}

impl Classes {
    fn of(numbers: &[u32]) -> Self {
        let mut distinct = numbers.to_vec();
        distinct.sort_unstable();
        distinct.dedup();
        let mut sizes = vec![0; distinct.len()];
        let class = |number: &u32| distinct.partition_point(|other| other < number) as u32;
        let of: Vec<u32> = numbers.iter().map(class).collect();
        of.iter().for_each(|&class| sizes[class as usize] += 1);
        Self {
            of,
            number: distinct.iter().map(|&number| f64::from(number)).collect(),
            sizes,
        }
    }
}

/// One side of the model while it is fitted.
struct Side {
    /// What is left to explain of each class's number.
    left: Vec<f64>,
    /// How many members each class has.
    sizes: Vec<f64>,
    /// ln x, or ln y.
    log: Vec<f64>,
    /// Whether chance has any part in it.
    open: Vec<bool>,
}

impl Side {
    fn of(classes: &Classes) -> Self {
        Self {
            left: classes.number.clone(),
            sizes: classes.sizes.iter().map(|&size| f64::from(size)).collect(),
            log: vec![0.0; classes.number.len()],
            open: vec![true; classes.number.len()],
        }
    }

    fn members(&self) -> f64 {
        let open = self.sizes.iter().zip(&self.open).filter(|(_, open)| **open);
        open.fold(0.0, |sum, (size, _)| sum + size)
    }

    fn classes(&self) -> Vec<usize> {
        (0..self.open.len()).filter(|&class| self.open[class]).collect()
    }
}

/// The chance that a member of each class of people takes part in an event of each class.
fn attendance_chances(people: &Classes, events: &Classes) -> Result<Vec<Vec<f64>>, MetricError> {
    let (mut rows, mut columns) = (Side::of(people), Side::of(events));
    let mut chances = vec![vec![0.0; events.number.len()]; people.number.len()];
    let mut certain = |row: usize, column: usize, chance: f64| chances[row][column] = chance;
    while settle(&mut rows, &mut columns, &mut |row, column, chance| {
        certain(row, column, chance)
    }) || settle(&mut columns, &mut rows, &mut |column, row, chance| {
        certain(row, column, chance)
    }) {}
    fit(&mut rows, &mut columns)?;
    for &row in &rows.classes() {
        for &column in &columns.classes() {
            chances[row][column] = logistic(rows.log[row] + columns.log[column]);
        }
    }
    Ok(chances)
}

/// Takes out a class that has everything that is left, or nothing, where chance has no part; whether there was one.
fn settle(side: &mut Side, others: &mut Side, certain: &mut dyn FnMut(usize, usize, f64)) -> bool {
    let all = others.members();
    let settled = side.classes().into_iter().find(|&class| {
        let left = side.left[class];
        left < 0.5 || left > all - 0.5
    });
    let Some(class) = settled else { return false };
    let everything = side.left[class] > 0.5;
    side.open[class] = false;
    for other in others.classes() {
        certain(class, other, if everything { 1.0 } else { 0.0 });
        if everything {
            others.left[other] -= side.sizes[class];
        }
    }
    true
}

const ROUNDS: usize = 10_000;
const TOLERANCE: f64 = 1e-9;

/// Newton's steps for one side's unknowns given the other's, in turn, until both sides' numbers are met.
fn fit(rows: &mut Side, columns: &mut Side) -> Result<(), MetricError> {
    if rows.classes().is_empty() || columns.classes().is_empty() {
        return Ok(());
    }
    let total: f64 = rows.classes().iter().map(|&row| rows.left[row] * rows.sizes[row]).sum();
    for side in [&mut *rows, &mut *columns] {
        for class in side.classes() {
            side.log[class] = side.left[class].ln() - total.ln() / 2.0;
        }
    }
    for _ in 0..ROUNDS {
        let missed = step(rows, columns);
        if missed.max(step(columns, rows)) <= TOLERANCE {
            return Ok(());
        }
    }
    Err(MetricError::NotConverged {
        measure: "backbone_sdsm",
    })
}

/// Two Newton steps for each class of a side; the largest relative miss of its number before them.
fn step(side: &mut Side, others: &Side) -> f64 {
    let mut missed: f64 = 0.0;
    let open = others.classes();
    for class in side.classes() {
        for newton in 0..2 {
            let (mut sum, mut slope) = (0.0, 0.0);
            for &other in &open {
                let chance = logistic(side.log[class] + others.log[other]);
                sum += others.sizes[other] * chance;
                slope += others.sizes[other] * chance * (1.0 - chance);
            }
            let miss = side.left[class] - sum;
            if newton == 0 {
                missed = missed.max(miss.abs() / side.left[class]);
            }
            side.log[class] += (miss / slope.max(f64::MIN_POSITIVE)).clamp(-1.0, 1.0);
        }
    }
    missed
}

fn logistic(value: f64) -> f64 {
    1.0 / (1.0 + (-value).exp())
}

/// P(X ≥ c) for c = 0 to `most`, X the number of successes among independent trials, given as chance and how often.
///
/// Counts below `most` are kept one by one and all others as one, so that only positive terms are added and a small tail
/// keeps its digits.
fn upper_tails(trials: impl Iterator<Item = (f64, u32)>, most: usize) -> Vec<f64> {
    let mut exactly = vec![0.0; most + 1];
    exactly[0] = 1.0;
    for (chance, times) in trials.filter(|(chance, _)| *chance > 0.0) {
        for _ in 0..times {
            if most > 0 {
                exactly[most] += exactly[most - 1] * chance;
            }
            for count in (0..most).rev() {
                let below = if count > 0 { exactly[count - 1] } else { 0.0 };
                exactly[count] = exactly[count] * (1.0 - chance) + below * chance;
            }
        }
    }
    let mut tail = 0.0;
    for count in exactly.iter_mut().rev() {
        tail += *count;
        *count = f64::min(tail, 1.0);
    }
    exactly[0] = 1.0;
    exactly
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails_equal_full_enumeration() {
        // all 2⁵ outcomes of five trials
        let chances = [0.1, 0.35, 0.5, 0.8, 0.8];
        let mut exactly = [0.0; 6];
        for outcome in 0..32_u32 {
            let of = |(trial, chance): (usize, &f64)| {
                if outcome >> trial & 1 == 1 {
                    *chance
                } else {
                    1.0 - chance
                }
            };
            exactly[outcome.count_ones() as usize] += chances.iter().enumerate().map(of).product::<f64>();
        }
        let trials = [(0.1, 1), (0.35, 1), (0.5, 1), (0.8, 2), (0.0, 7)];
        for most in 0..=5 {
            let tails = upper_tails(trials.into_iter(), most);
            assert_eq!(tails.len(), most + 1);
            for (count, tail) in tails.iter().enumerate() {
                let expected: f64 = exactly[count..].iter().sum();
                assert!(
                    (tail - expected).abs() <= 1e-15,
                    "{count} of {most}: {tail} is not {expected}"
                );
            }
        }
    }

    #[test]
    fn small_tails_keep_their_digits() {
        // all of 30 trials at 1/1000: 10⁻⁹⁰
        let tails = upper_tails([(0.001, 30)].into_iter(), 30);
        assert!((tails[30] / 1e-90 - 1.0).abs() <= 1e-12, "{}", tails[30]);
    }

    #[test]
    fn chances_meet_both_sides_numbers() {
        // 6 people with 1 2 2 3 4 5 of five events of sizes 6 5 3 2 1: the first was attended by all
        let (people, events) = (Classes::of(&[1, 2, 2, 3, 4, 5]), Classes::of(&[6, 5, 3, 2, 1]));
        let chances = attendance_chances(&people, &events).expect("converges");
        for (row, number) in people.number.iter().enumerate() {
            let sum: f64 = chances[row]
                .iter()
                .zip(&events.sizes)
                .map(|(p, n)| p * f64::from(*n))
                .sum();
            assert!((sum - number).abs() <= 1e-8, "{sum} is not {number}");
        }
        for (column, number) in events.number.iter().enumerate() {
            let sum: f64 = chances
                .iter()
                .zip(&people.sizes)
                .map(|(row, n)| row[column] * f64::from(*n))
                .sum();
            assert!((sum - number).abs() <= 1e-8, "{sum} is not {number}");
        }
        // who has five was everywhere, and the event of six had everyone
        assert!(chances[4].iter().all(|p| (p - 1.0).abs() <= 0.0));
        assert!(chances.iter().all(|row| (row[4] - 1.0).abs() <= 0.0));
    }

    #[test]
    fn nested_attendance_leaves_nothing_to_chance() {
        // person i took part in the first i events: 1 2 3 of sizes 3 2 1
        let (people, events) = (Classes::of(&[1, 2, 3]), Classes::of(&[3, 2, 1]));
        let chances = attendance_chances(&people, &events).expect("settled");
        assert_eq!(chances, [[0.0, 0.0, 1.0], [0.0, 1.0, 1.0], [1.0, 1.0, 1.0]]);
    }
}
