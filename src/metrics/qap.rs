//! Do two networks among the same members go together, and which of several explains one?
//!
//! In: matrices over the same nodes. Out: [`Qap`], coefficients with permutation p-values that allow for the
//! dependence of the cells of a row.

use rayon::prelude::*;

use super::null::NullComparison;
use crate::network::Direction;
use crate::random::{self, Draws};
use crate::statistics::regression::{Factored, least_squares, logit};

/// One number for each ordered pair of the same nodes, row by row; the diagonal is never read.
#[derive(Debug, Clone, PartialEq)]
pub struct PairMatrix {
    nodes: usize,
    cells: Vec<f64>,
}

impl PairMatrix {
    /// A matrix of zeros.
    #[must_use]
    pub fn zeros(nodes: usize) -> Self {
        Self {
            nodes,
            cells: vec![0.0; nodes * nodes],
        }
    }

    /// A matrix from a rule.
    #[must_use]
    pub fn of(nodes: usize, cell: impl Fn(usize, usize) -> f64) -> Self {
        let cells = (0..nodes * nodes).map(|at| cell(at / nodes, at % nodes)).collect();
        Self { nodes, cells }
    }

    /// How many nodes it is over.
    #[must_use]
    pub const fn nodes(&self) -> usize {
        self.nodes
    }

    /// Adds to a cell.
    pub fn add(&mut self, row: usize, column: usize, value: f64) {
        self.cells[row * self.nodes + column] += value;
    }

    /// The matrix of 1 where this one is not 0.
    #[must_use]
    pub fn tied(&self) -> Self {
        let tied = |cell: &f64| f64::from(u8::from(cell.abs() > 0.0));
        Self {
            nodes: self.nodes,
            cells: self.cells.iter().map(tied).collect(),
        }
    }

    /// The cells that count, with rows and columns put in an order: each ordered pair, or each pair once.
    fn pairs(&self, order: &[u32], direction: Direction) -> Vec<f64> {
        let mut pairs = Vec::with_capacity(self.cells.len());
        for (row, &from) in order.iter().enumerate() {
            let cells = &self.cells[from as usize * self.nodes..][..self.nodes];
            let columns = match direction {
                Direction::Directed => 0,
                Direction::Undirected => row + 1,
            };
            for (column, &to) in order.iter().enumerate().skip(columns) {
                if column != row {
                    pairs.push(cells[to as usize]);
                }
            }
        }
        pairs
    }
}

/// How the response is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QapModel {
    /// Each predictor alone, by correlation.
    Correlation,
    /// All predictors together, by least squares.
    Linear,
    /// All predictors together, whether there is a tie at all, by logistic regression.
    Logit,
}

impl QapModel {
    /// By how much the smaller tail is multiplied: correlations are compared in both tails, t and z by their size.
    #[must_use]
    pub const fn tails(self) -> usize {
        match self {
            Self::Correlation => 2,
            Self::Linear | Self::Logit => 1,
        }
    }

    /// The fewest permutations with which p, at least the tails over one more than the draws, can be 5 %.
    ///
    /// ```
    /// use hubscope::metrics::QapModel;
    /// assert_eq!((QapModel::Correlation.least_draws(), QapModel::Linear.least_draws()), (39, 19));
    /// ```
    #[must_use]
    pub const fn least_draws(self) -> usize {
        20 * self.tails() - 1
    }
}

/// How a question is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QapOptions {
    /// The model.
    pub model: QapModel,
    /// Each ordered pair, or each pair once.
    pub direction: Direction,
    /// Permutations for each term.
    pub draws: usize,
    /// The seed of everything random.
    pub seed: u64,
}

/// One predictor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct QapTerm {
    /// Its correlation, or its coefficient beside the other predictors.
    pub estimate: f64,
    /// The statistic that is permuted: the correlation, t or Wald's z.
    pub statistic: f64,
    /// Two-sided p with the +1 correction.
    pub p: f64,
}

/// What the predictors explain.
#[derive(Debug, Clone, PartialEq)]
pub struct Qap {
    /// The intercept; none for correlations.
    pub intercept: Option<f64>,
    /// One per predictor.
    pub terms: Vec<QapTerm>,
    /// Share of the variance explained, of the linear model.
    pub r_squared: Option<f64>,
    /// −2 log likelihood, of the logistic model.
    pub deviance: Option<f64>,
    /// The same where every pair is as likely tied as not, as `sna` has it.
    pub null_deviance: Option<f64>,
    /// Permutations for each term.
    pub draws: usize,
    /// Pairs in the comparison.
    pub pairs: usize,
}

/// Correlation or regression of one network on others among the same members, by quadratic assignment.
///
/// What it tells a hub: whether those who meet at events also work together, beyond being of the same sector or city. The
/// pairs of one member are not independent of each other, so that ordinary p-values promise too much; here everyone keeps
/// their pattern of ties and only who they are is shuffled.
///
/// # Formula
/// ```text
/// correlation: r of the cells of Y and X; p from r of Y and X with rows and columns shuffled together
/// regression (double semi-partialling), for each X_k: E_k the residual of X_k on the other predictors, π a shuffle:
/// t of π(E_k) in the regression of Y on the other predictors and π(E_k), against the t of X_k
/// correlation: p = min(1, 2 · smaller tail); regression: p = (1 + #{|t_π| ≥ |t|})/(B + 1)
/// logit: the same with Wald's z of the logistic regression of [Y ≠ 0]
/// ```
/// # Conventions
/// The diagonal is left out. Undirected: each pair once. A draw whose logistic model cannot be fitted counts as more
/// extreme. The intercept is not tested.
///
/// # Returns
/// Estimates in the units of the matrices. `None` without a predictor or a draw, where the matrices differ in size, a
/// number is not finite, a predictor is made of others or does not vary, or no model fits.
///
/// # Complexity
/// Linear: O(B n² p) for each of p predictors; logit some ten times that. Memory O(n² p). Draws in parallel, each with its
/// own stream: deterministic for any number of threads.
///
/// # Errors
/// None.
///
/// # Agreement
/// R sna 2.7-1 `gcor`, `netlm`, `netlogit` (`nullhyp = "qapspp"`) on Krackhardt's managers: correlations, coefficients, R²
/// and deviances to eight digits; p within three standard errors. `sna` tests the intercept too.
///
/// # Example
/// ```
/// use hubscope::metrics::{PairMatrix, QapModel, QapOptions, qap};
/// use hubscope::network::Direction;
/// // who is near is tied: four on a line, ties between neighbours
/// let near = PairMatrix::of(4, |a, b| -(a.abs_diff(b) as f64));
/// let ties = PairMatrix::of(4, |a, b| f64::from(u8::from(a.abs_diff(b) == 1)));
/// let options = QapOptions { model: QapModel::Correlation, direction: Direction::Undirected, draws: 999, seed: 1 };
/// let found = qap(&ties, &[near], &options).expect("both vary");
/// // six pairs, distances 1 1 1 2 2 3: r = 2/√5
/// assert!((found.terms[0].estimate - 2.0 / 5.0_f64.sqrt()).abs() < 1e-12);
/// ```
/// # References
/// Krackhardt, D. (1988). Predicting with networks: nonparametric multiple regression analysis of dyadic data. Social
/// Networks 10(4), 359-381. <https://doi.org/10.1016/0378-8733(88)90004-4>
///
/// Dekker, D., Krackhardt, D., Snijders, T. A. B. (2007). Sensitivity of MRQAP tests to collinearity and autocorrelation
/// conditions. Psychometrika 72(4), 563-581. <https://doi.org/10.1007/s11336-007-9016-1>
#[must_use]
pub fn qap(response: &PairMatrix, predictors: &[PairMatrix], options: &QapOptions) -> Option<Qap> {
    let finite = |matrix: &PairMatrix| matrix.cells.iter().all(|cell| cell.is_finite());
    let fits = |matrix: &PairMatrix| matrix.nodes == response.nodes && finite(matrix);
    if predictors.is_empty() || options.draws == 0 || !finite(response) || !predictors.iter().all(fits) {
        return None;
    }
    match options.model {
        QapModel::Correlation => correlations(response, predictors, options),
        QapModel::Linear | QapModel::Logit => regression(response, predictors, options),
    }
}

fn identity(nodes: usize) -> Vec<u32> {
    (0..nodes as u32).collect()
}

/// The orders of all draws of one term, one after the other in parallel.
fn shuffled<T: Send>(nodes: usize, options: &QapOptions, term: usize, draw: impl Fn(&[u32]) -> T + Sync) -> Vec<T> {
    let purpose = format!("qap_{term}");
    (0..options.draws as u64)
        .into_par_iter()
        .map(|number| {
            let mut order = identity(nodes);
            random::stream(options.seed, &purpose, number).shuffle(&mut order);
            draw(&order)
        })
        .collect()
}

fn correlations(response: &PairMatrix, predictors: &[PairMatrix], options: &QapOptions) -> Option<Qap> {
    let order = identity(response.nodes);
    let seen = Standardised::new(response.pairs(&order, options.direction))?;
    let term = |(term, predictor): (usize, &PairMatrix)| {
        let own = Standardised::new(predictor.pairs(&order, options.direction))?;
        let estimate = dot(&seen.values, &own.values);
        let drawn = shuffled(response.nodes, options, term, |order| {
            let pairs = predictor.pairs(order, options.direction);
            pairs
                .iter()
                .zip(&seen.values)
                .map(|(cell, seen)| (cell - own.mean) / own.norm * seen)
                .sum()
        });
        Some(QapTerm {
            estimate,
            statistic: estimate,
            p: NullComparison::new(estimate, &drawn)?.p,
        })
    };
    Some(Qap {
        intercept: None,
        terms: predictors.iter().enumerate().map(term).collect::<Option<_>>()?,
        r_squared: None,
        deviance: None,
        null_deviance: None,
        draws: options.draws,
        pairs: seen.values.len(),
    })
}

/// Values less their mean, over the root of their sum of squares.
struct Standardised {
    values: Vec<f64>,
    mean: f64,
    norm: f64,
}

impl Standardised {
    fn new(values: Vec<f64>) -> Option<Self> {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let norm = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>().sqrt();
        (norm > 0.0).then(|| Self {
            values: values.iter().map(|value| (value - mean) / norm).collect(),
            mean,
            norm,
        })
    }
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

fn regression(response: &PairMatrix, predictors: &[PairMatrix], options: &QapOptions) -> Option<Qap> {
    let order = identity(response.nodes);
    let by_logit = options.model == QapModel::Logit;
    let seen = match by_logit {
        true => response.tied().pairs(&order, options.direction),
        false => response.pairs(&order, options.direction),
    };
    let ones = vec![1.0; seen.len()];
    let vectors: Vec<Vec<f64>> = predictors
        .iter()
        .map(|one| one.pairs(&order, options.direction))
        .collect();
    let columns: Vec<&[f64]> = std::iter::once(&ones).chain(&vectors).map(Vec::as_slice).collect();
    let (linear, logistic) = match by_logit {
        true => (None, Some(logit(&columns, &seen, None)?)),
        false => (Some(least_squares(&columns, &seen)?), None),
    };
    let coefficients = match (&linear, &logistic) {
        (Some(fit), _) => &fit.coefficients,
        (None, Some(fit)) => &fit.coefficients,
        (None, None) => return None,
    };
    let term = |place: usize| {
        let others: Vec<&[f64]> = (0..columns.len())
            .filter(|at| *at != place + 1)
            .map(|at| columns[at])
            .collect();
        let left = residual(&predictors[place], &vectors[place], &others, predictors, place)?;
        let (statistic, drawn) = match &logistic {
            None => {
                let rest = Rest::new(&others, &seen)?;
                let t = |order: &[u32]| rest.t(&left.pairs(order, options.direction));
                (t(&order)?, shuffled(response.nodes, options, place, t))
            }
            Some(fit) => {
                let z = |order: &[u32]| {
                    let own = left.pairs(order, options.direction);
                    let columns: Vec<&[f64]> = others.iter().copied().chain([own.as_slice()]).collect();
                    let fit = logit(&columns, &seen, None)?;
                    Some(fit.coefficients.last()? / fit.errors.last()?)
                };
                let statistic = fit.coefficients[place + 1] / fit.errors[place + 1];
                (statistic, shuffled(response.nodes, options, place, z))
            }
        };
        let extreme = drawn
            .iter()
            .filter(|one| one.is_none_or(|one| one.abs() >= statistic.abs() * (1.0 - 1e-9)));
        Some(QapTerm {
            estimate: coefficients[place + 1],
            statistic,
            p: (1 + extreme.count()) as f64 / (options.draws + 1) as f64,
        })
    };
    Some(Qap {
        intercept: Some(coefficients[0]),
        terms: (0..predictors.len()).map(term).collect::<Option<_>>()?,
        r_squared: linear.as_ref().and_then(|fit| fit.r_squared),
        null_deviance: by_logit.then_some(2.0 * seen.len() as f64 * std::f64::consts::LN_2),
        deviance: logistic.as_ref().map(|fit| fit.deviance),
        draws: options.draws,
        pairs: seen.len(),
    })
}

/// What is left of a predictor after the others, as a matrix again.
fn residual(
    own: &PairMatrix,
    pairs: &[f64],
    others: &[&[f64]],
    predictors: &[PairMatrix],
    place: usize,
) -> Option<PairMatrix> {
    let fit = least_squares(others, pairs)?;
    let beside = || {
        predictors
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != place)
            .map(|(_, one)| one)
    };
    let explained = |at: usize| -> f64 {
        let rest = beside()
            .zip(&fit.coefficients[1..])
            .map(|(one, coefficient)| one.cells[at] * coefficient);
        fit.coefficients[0] + rest.sum::<f64>()
    };
    Some(PairMatrix {
        nodes: own.nodes,
        cells: own
            .cells
            .iter()
            .enumerate()
            .map(|(at, cell)| cell - explained(at))
            .collect(),
    })
}

/// The regression of the response on all but one predictor, to which one column is added over and over.
struct Rest<'a> {
    columns: &'a [&'a [f64]],
    seen: &'a [f64],
    gram: Factored,
    /// The response on the columns, and what that leaves of it.
    coefficients: Vec<f64>,
    squares: f64,
}

impl<'a> Rest<'a> {
    fn new(columns: &'a [&'a [f64]], seen: &'a [f64]) -> Option<Self> {
        let row = |one: &&[f64]| columns.iter().map(|other| dot(one, other)).collect::<Vec<_>>();
        let gram = Factored::new(&columns.iter().map(row).collect::<Vec<_>>())?;
        let toward: Vec<f64> = columns.iter().map(|column| dot(column, seen)).collect();
        let coefficients = gram.solve(&toward);
        Some(Self {
            squares: dot(seen, seen) - dot(&coefficients, &toward),
            columns,
            seen,
            gram,
            coefficients,
        })
    }

    /// t of a column added to the others; `None` where it is made of them.
    fn t(&self, added: &[f64]) -> Option<f64> {
        let shared: Vec<f64> = self.columns.iter().map(|column| dot(column, added)).collect();
        let whole = dot(added, added);
        let own = whole - dot(&self.gram.solve(&shared), &shared);
        let own = Some(own).filter(|own| *own > 1e-10 * whole)?;
        let coefficient = (dot(added, self.seen) - dot(&self.coefficients, &shared)) / own;
        let freedom = self
            .seen
            .len()
            .checked_sub(self.columns.len() + 1)
            .filter(|freedom| *freedom > 0)?;
        let left = (self.squares - coefficient * coefficient * own).max(0.0);
        (left > 0.0).then(|| coefficient / (left / freedom as f64 / own).sqrt())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OPTIONS: QapOptions = QapOptions {
        model: QapModel::Linear,
        direction: Direction::Directed,
        draws: 199,
        seed: 1,
    };

    /// Numbers that look like chance and are none.
    fn noise(salt: usize) -> impl Fn(usize, usize) -> f64 {
        move |a, b| (((a * 7 + b * 13 + salt * 5) % 11) as f64) + ((a * b + salt) % 3) as f64
    }

    #[test]
    fn a_response_made_of_a_predictor_is_explained_by_it_alone() {
        let (x, other) = (PairMatrix::of(8, noise(1)), PairMatrix::of(8, noise(4)));
        let y = PairMatrix::of(8, |a, b| 2.0 + 3.0 * noise(1)(a, b) + 0.1 * noise(9)(b, a));
        let found = qap(&y, &[x, other], &OPTIONS).expect("both vary");
        assert!((found.terms[0].estimate - 3.0).abs() <= 0.05, "{found:?}");
        assert!((found.terms[0].p - 1.0 / 200.0).abs() <= 1e-12);
        assert!(found.r_squared.is_some_and(|r| r > 0.99) && found.pairs == 56);
    }

    #[test]
    fn what_cannot_be_compared_is_not() {
        let x = PairMatrix::of(5, noise(1));
        let flat = PairMatrix::of(5, |_, _| 1.0);
        for model in [QapModel::Correlation, QapModel::Linear, QapModel::Logit] {
            let options = QapOptions { model, ..OPTIONS };
            assert_eq!(qap(&x, &[], &options), None);
            assert_eq!(qap(&x, std::slice::from_ref(&flat), &options), None, "{model:?}");
            assert_eq!(qap(&x, &[PairMatrix::zeros(4)], &options), None);
            assert_eq!(qap(&x, &[PairMatrix::of(5, |_, _| f64::NAN)], &options), None);
        }
        assert_eq!(qap(&x, &[x.clone(), x.clone()], &OPTIONS), None);
        assert_eq!(qap(&PairMatrix::zeros(0), &[PairMatrix::zeros(0)], &OPTIONS), None);
    }

    #[test]
    fn one_thread_and_eight_draw_the_same() {
        let y = PairMatrix::of(9, |a, b| f64::from(u8::from(noise(2)(a, b) > 6.0)));
        let predictors = [PairMatrix::of(9, noise(3)), PairMatrix::of(9, noise(5))];
        for model in [QapModel::Correlation, QapModel::Linear, QapModel::Logit] {
            let on = |threads| {
                let pool = rayon::ThreadPoolBuilder::new()
                    .num_threads(threads)
                    .build()
                    .expect("a pool");
                pool.install(|| qap(&y, &predictors, &QapOptions { model, ..OPTIONS }))
            };
            assert!(on(1).is_some(), "{model:?}");
            assert_eq!(on(1), on(8));
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20))]
        /// The t of a permuted residual equals that of the whole regression made anew.
        #[test]
        fn partial_t_is_the_t_of_the_whole_regression(salt in 0..50_usize, turn in 1..6_usize) {
            let matrices = [noise(salt), noise(salt + 3)].map(|rule| PairMatrix::of(6, rule));
            let y = PairMatrix::of(6, noise(salt + 8));
            for direction in [Direction::Directed, Direction::Undirected] {
                let order = identity(6);
                let turned: Vec<u32> = (0..6).map(|node| (node + turn as u32) % 6).collect();
                let (seen, other) = (y.pairs(&order, direction), matrices[0].pairs(&order, direction));
                let ones = vec![1.0; seen.len()];
                let others: [&[f64]; 2] = [&ones, &other];
                let added = matrices[1].pairs(&turned, direction);
                let rest = Rest::new(&others, &seen).expect("varies");
                let whole = least_squares(&[&ones, &other, &added], &seen);
                if let (Some(t), Some(fit)) = (rest.t(&added), whole) {
                    let expected = fit.coefficients[2] / fit.errors[2];
                    prop_assert!((t - expected).abs() <= 1e-6 * expected.abs().max(1.0), "{} {}", t, expected);
                }
            }
        }
    }
}
