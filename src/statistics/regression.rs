//! How much of one quantity do others explain? Least squares and logistic regression without penalty.
//!
//! In: columns of numbers (with a column of ones where an intercept is wanted) and a response. Out: coefficients, their
//! standard errors and the fit; `None` where the columns depend on each other or nothing can be fitted.

/// A fitted linear model.
#[derive(Debug, Clone, PartialEq)]
pub struct LinearFit {
    /// One per column.
    pub coefficients: Vec<f64>,
    /// Standard error of each under independent errors of equal variance.
    pub errors: Vec<f64>,
    /// 1 − residual over total sum of squares about the mean; `None` where the response does not vary.
    pub r_squared: Option<f64>,
}

/// A fitted logistic model.
#[derive(Debug, Clone, PartialEq)]
pub struct LogitFit {
    /// One per column, in log odds.
    pub coefficients: Vec<f64>,
    /// Standard error of each by the inverse information (Wald).
    pub errors: Vec<f64>,
    /// −2 log likelihood.
    pub deviance: f64,
}

/// Least squares by the normal equations.
///
/// ```
/// use hubscope::statistics::regression::least_squares;
/// // 1, 3, 5 at 0, 1, 2: intercept 1, slope 2
/// let fit = least_squares(&[&[1.0; 3], &[0.0, 1.0, 2.0]], &[1.0, 3.0, 5.0]).expect("two columns");
/// assert!((fit.coefficients[0] - 1.0).abs() < 1e-12 && (fit.coefficients[1] - 2.0).abs() < 1e-12);
/// ```
/// # Agreement
/// R `lm`: coefficients, standard errors and R² the same to ten digits on networks of classic size.
#[must_use]
pub fn least_squares(columns: &[&[f64]], response: &[f64]) -> Option<LinearFit> {
    let gram = Factored::new(&products(columns, |_| 1.0))?;
    let toward: Vec<f64> = columns.iter().map(|column| dot(column, response)).collect();
    let coefficients = gram.solve(&toward);
    let residual = |row: usize| response[row] - predicted(columns, &coefficients, row);
    let squares: f64 = (0..response.len()).map(|row| residual(row).powi(2)).sum();
    let mean = response.iter().sum::<f64>() / response.len() as f64;
    let total: f64 = response.iter().map(|value| (value - mean).powi(2)).sum();
    let freedom = response
        .len()
        .checked_sub(columns.len())
        .filter(|freedom| *freedom > 0)?;
    let variance = squares / freedom as f64;
    Some(LinearFit {
        errors: gram
            .inverse_diagonal()
            .into_iter()
            .map(|one| (one * variance).sqrt())
            .collect(),
        r_squared: (total > 0.0).then(|| 1.0 - squares / total),
        coefficients,
    })
}

/// Rounds of the fit beyond which it is taken not to converge.
const MOST_ROUNDS: usize = 50;

/// Logistic regression of a response of zeros and ones, by iteratively reweighted least squares from `start` (or from
/// zero), until the deviance changes by less than 1e-12 of itself.
///
/// `None` where the columns separate zeros from ones, so that no finite coefficients are best.
///
/// # Agreement
/// R `glm(family = binomial)`: coefficients and deviance the same to eight digits.
#[must_use]
pub fn logit(columns: &[&[f64]], response: &[f64], start: Option<&[f64]>) -> Option<LogitFit> {
    let rows = response.len();
    let mut coefficients = start.map_or_else(|| vec![0.0; columns.len()], <[f64]>::to_vec);
    let mut before = f64::INFINITY;
    for _ in 0..MOST_ROUNDS {
        let chance: Vec<f64> = (0..rows)
            .map(|row| 1.0 / (1.0 + (-predicted(columns, &coefficients, row)).exp()))
            .collect();
        let deviance = deviance(&chance, response);
        let information = Factored::new(&products(columns, |row| chance[row] * (1.0 - chance[row])))?;
        if (before - deviance).abs() <= 1e-12 * (deviance.abs() + 0.1) {
            let errors = information.inverse_diagonal().into_iter().map(f64::sqrt).collect();
            return (deviance > 1e-6).then_some(LogitFit {
                coefficients,
                errors,
                deviance,
            });
        }
        before = deviance;
        let unexplained: Vec<f64> = response
            .iter()
            .zip(&chance)
            .map(|(seen, chance)| seen - chance)
            .collect();
        let toward: Vec<f64> = columns.iter().map(|column| dot(column, &unexplained)).collect();
        for (coefficient, step) in coefficients.iter_mut().zip(information.solve(&toward)) {
            *coefficient += step;
        }
    }
    None
}

fn deviance(chance: &[f64], response: &[f64]) -> f64 {
    let likelihood = |(chance, seen): (&f64, &f64)| if *seen > 0.5 { chance.ln() } else { (1.0 - chance).ln() };
    -2.0 * chance.iter().zip(response).map(likelihood).sum::<f64>()
}

fn predicted(columns: &[&[f64]], coefficients: &[f64], row: usize) -> f64 {
    columns
        .iter()
        .zip(coefficients)
        .map(|(column, coefficient)| column[row] * coefficient)
        .sum()
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

/// The products of each two columns, rows weighted.
fn products(columns: &[&[f64]], weight: impl Fn(usize) -> f64) -> Vec<Vec<f64>> {
    let product = |a: usize, b: usize| -> f64 {
        let rows = 0..columns[a].len();
        rows.map(|row| columns[a][row] * columns[b][row] * weight(row)).sum()
    };
    let row = |a: usize| (0..columns.len()).map(|b| product(a.min(b), a.max(b))).collect();
    (0..columns.len()).map(row).collect()
}

/// A symmetric positive matrix as L Lᵀ (Cholesky).
pub struct Factored {
    lower: Vec<Vec<f64>>,
}

/// What is left of a column after the others, as a share of it, under which it counts as made of them.
const DEPENDENT: f64 = 1e-10;

impl Factored {
    /// `None` unless every row adds something of its own.
    #[must_use]
    pub fn new(matrix: &[Vec<f64>]) -> Option<Self> {
        let mut lower = vec![vec![0.0; matrix.len()]; matrix.len()];
        for row in 0..matrix.len() {
            for column in 0..=row {
                let done: f64 = (0..column).map(|k| lower[row][k] * lower[column][k]).sum();
                let left: f64 = matrix[row][column] - done;
                lower[row][column] = if row == column {
                    (left > DEPENDENT * matrix[row][row]).then(|| left.sqrt())?
                } else {
                    left / lower[column][column]
                };
            }
        }
        Some(Self { lower })
    }

    /// The x with matrix · x = `toward`.
    #[must_use]
    pub fn solve(&self, toward: &[f64]) -> Vec<f64> {
        let mut found = toward.to_vec();
        for row in 0..found.len() {
            let done: f64 = (0..row).map(|k| self.lower[row][k] * found[k]).sum();
            found[row] = (found[row] - done) / self.lower[row][row];
        }
        for row in (0..found.len()).rev() {
            let done: f64 = (row + 1..found.len()).map(|k| self.lower[k][row] * found[k]).sum();
            found[row] = (found[row] - done) / self.lower[row][row];
        }
        found
    }

    fn inverse_diagonal(&self) -> Vec<f64> {
        let count = self.lower.len();
        let unit = |at: usize| (0..count).map(|one| f64::from(u8::from(one == at))).collect::<Vec<_>>();
        (0..count).map(|at| self.solve(&unit(at))[at]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_by_hand() {
        // x 0 1 2 3, y 1 2 2 5: means 1.5 and 2.5, Sxy = 6, Sxx = 5: slope 1.2, intercept 0.7; residuals 0.3 0.1 −1.1
        // 0.7, squares 1.8 over 2; error of the slope √(0.9/5); R² = 1 − 1.8/9
        let fit = least_squares(&[&[1.0; 4], &[0.0, 1.0, 2.0, 3.0]], &[1.0, 2.0, 2.0, 5.0]).expect("varies");
        assert!((fit.coefficients[0] - 0.7).abs() <= 1e-12 && (fit.coefficients[1] - 1.2).abs() <= 1e-12);
        assert!((fit.errors[1] - (0.9_f64 / 5.0).sqrt()).abs() <= 1e-12);
        assert!(fit.r_squared.is_some_and(|r| (r - 0.8).abs() <= 1e-12));
    }

    #[test]
    fn a_two_by_two_table_by_hand() {
        // 3 of 4 where x is 1, 1 of 4 where it is 0: log odds ln(1/3) and ln 3 − ln(1/3); Wald errors from the four
        // cells: √(1/1 + 1/3) for the first, √(1/1 + 1/3 + 1/3 + 1/1) for the difference
        let x = [0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0];
        let y = [1.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0];
        let fit = logit(&[&[1.0; 8], &x], &y, None).expect("overlaps");
        assert!((fit.coefficients[0] - (1.0_f64 / 3.0).ln()).abs() <= 1e-9);
        assert!((fit.coefficients[1] - 9.0_f64.ln()).abs() <= 1e-9);
        assert!((fit.errors[0] - (4.0_f64 / 3.0).sqrt()).abs() <= 1e-9);
        assert!((fit.errors[1] - (8.0_f64 / 3.0).sqrt()).abs() <= 1e-9);
        // −2 · (6 ln ¾ + 2 ln ¼)
        assert!((fit.deviance + 2.0 * (6.0 * 0.75_f64.ln() + 2.0 * 0.25_f64.ln())).abs() <= 1e-9);
    }

    #[test]
    fn what_depends_on_another_or_separates_is_not_fitted() {
        assert_eq!(least_squares(&[&[1.0; 3], &[2.0; 3]], &[1.0, 2.0, 3.0]), None);
        assert_eq!(least_squares(&[&[1.0; 2], &[0.0, 1.0]], &[1.0, 2.0]), None);
        assert_eq!(
            logit(&[&[1.0; 4], &[0.0, 0.0, 1.0, 1.0]], &[0.0, 0.0, 1.0, 1.0], None),
            None
        );
    }
}
