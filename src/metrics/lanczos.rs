//! Which vector does a symmetric matrix stretch most?
//!
//! In: a function that multiplies by the matrix, and a vector to start from. Out: the leading eigenvector within all
//! that grows from the start (so where the largest eigenvalue repeats, the part of the start that lies in its space), or
//! nothing where it does not stand out: never a wrong vector.
//!
//! Lanczos with thick restarts (Wu and Simon 2000, 10.1137/S0895479898334605): a few orthogonal vectors are grown by
//! multiplication, the best combinations of them are kept, and so on until the best one is an eigenvector.

use rayon::prelude::*;

/// Vectors that are grown before the best are kept.
const GROWN: usize = 24;

/// How many are kept.
const KEPT: usize = 8;

/// Restarts before giving up.
const RESTARTS: usize = 2000;

/// The residual, relative to the eigenvalue, at which a vector is as good as doubles allow.
const CONVERGED: f64 = 1e-15;

/// The largest angle to the true eigenvector (the residual over the gap to the next eigenvalue) of what is handed out.
const LARGEST_ERROR: f64 = 1e-9;

/// Eigenvalues that differ by less, relative to the largest, cannot be told apart.
const REPEATED: f64 = 16.0 * f64::EPSILON;

/// Sums are made over blocks of this length, added in order, whatever the number of threads.
const BLOCK: usize = 8192;

/// The leading eigenvector of a matrix without negative entries, from a start without any: of length 1, nothing below
/// zero. `None` where the start or the largest eigenvalue is zero, or the vector does not stand out from the next.
pub(super) fn leading_vector(times: impl Fn(&[f64]) -> Vec<f64>, start: Vec<f64>) -> Option<Vec<f64>> {
    let mut space = Space::from(start)?;
    for _ in 0..RESTARTS {
        let rest = space.grow(&times);
        let best = Ritz::of(&space.projected, space.vectors.len());
        let last = best.vectors.len() - 1;
        if best.values[0] <= 0.0 {
            return None;
        }
        let residual = rest.length * best.vectors[0][last].abs();
        if residual <= CONVERGED * best.values[0] {
            return space.leading_part(&best, &rest).map(upright);
        }
        space.restart(&best, rest);
    }
    None
}

/// Of length 1 and with a sum above zero; what is below zero is rounding, for matrices and starts without a minus.
fn upright(mut vector: Vec<f64>) -> Vec<f64> {
    let sign = vector.iter().sum::<f64>().signum();
    let length = length(&vector);
    for value in &mut vector {
        *value = (*value * sign / length).max(0.0);
    }
    vector
}

/// What is left of a grown vector beyond the space.
struct Beyond {
    vector: Vec<f64>,
    length: f64,
}

/// Orthogonal vectors and what the matrix does within them.
struct Space {
    vectors: Vec<Vec<f64>>,
    /// vᵢ · W vⱼ.
    projected: Vec<Vec<f64>>,
    /// The first of all vectors.
    start: Vec<f64>,
}

impl Space {
    fn from(mut start: Vec<f64>) -> Option<Self> {
        let length = length(&start);
        start.iter_mut().for_each(|value| *value /= length);
        (length > 0.0 && length.is_finite()).then(|| Self {
            vectors: vec![start.clone()],
            start,
            projected: vec![vec![0.0; GROWN]; GROWN],
        })
    }

    /// Grows the space until it is full or closed, and gives what the last product leaves beyond it.
    fn grow(&mut self, times: impl Fn(&[f64]) -> Vec<f64>) -> Beyond {
        loop {
            let newest = self.vectors.len() - 1;
            let mut product = times(&self.vectors[newest]);
            let before = length(&product);
            let mut beyond = before;
            // twice is enough (Parlett 1980): rounding of the first pass is taken out by the second
            for _ in 0..2 {
                let shares: Vec<f64> = self.vectors.par_iter().map(|vector| dot(vector, &product)).collect();
                take_out(&mut product, &self.vectors, &shares);
                for (row, share) in shares.iter().enumerate() {
                    self.projected[row][newest] += share;
                }
                beyond = length(&product);
            }
            for row in 0..newest {
                self.projected[newest][row] = self.projected[row][newest];
            }
            let closed = beyond <= f64::EPSILON * before;
            if closed || self.vectors.len() == GROWN {
                return Beyond {
                    vector: product,
                    length: if closed { 0.0 } else { beyond },
                };
            }
            product.iter_mut().for_each(|value| *value /= beyond);
            self.vectors.push(product);
        }
    }

    /// The part of the start that belongs to the largest value, where it stands out from the next.
    ///
    /// Where the largest eigenvalue repeats, rounding lets a second vector of it into the space: values that only
    /// rounding tells apart count as one.
    fn leading_part(&self, best: &Ritz, rest: &Beyond) -> Option<Vec<f64>> {
        let largest = best.values[0];
        let same = best
            .values
            .partition_point(|value| largest - value <= REPEATED * largest);
        let gap = best.values.get(same).map_or(f64::INFINITY, |next| largest - next);
        let mut part = vec![0.0; self.start.len()];
        let mut residual = 0.0_f64;
        for shares in &best.vectors[..same] {
            let vector = self.combined(shares);
            let share = dot(&self.start, &vector);
            residual = residual.hypot(share * rest.length * shares[shares.len() - 1]);
            take_out(&mut part, &[vector], &[-share]);
        }
        // it cannot be known better than rounding
        let residual = (residual / length(&part)).max(f64::EPSILON * largest);
        (residual <= LARGEST_ERROR * gap).then_some(part)
    }

    /// Keeps the best combinations, and the direction beyond.
    fn restart(&mut self, best: &Ritz, beyond: Beyond) {
        let kept = KEPT.min(best.values.len());
        let mut vectors: Vec<Vec<f64>> = (0..kept).map(|at| self.combined(&best.vectors[at])).collect();
        let Beyond { mut vector, length } = beyond;
        vector.iter_mut().for_each(|value| *value /= length);
        vectors.push(vector);
        self.vectors = vectors;
        self.projected = vec![vec![0.0; GROWN]; GROWN];
        for (at, value) in best.values[..kept].iter().enumerate() {
            self.projected[at][at] = *value;
        }
    }

    /// Σ shareᵢ vᵢ.
    fn combined(&self, shares: &[f64]) -> Vec<f64> {
        let mut sum = vec![0.0; self.vectors[0].len()];
        let less: Vec<f64> = shares.iter().map(|share| -share).collect();
        take_out(&mut sum, &self.vectors, &less);
        sum
    }
}

/// Takes Σ shareᵢ vᵢ out of a vector.
fn take_out(from: &mut [f64], vectors: &[Vec<f64>], shares: &[f64]) {
    from.par_chunks_mut(BLOCK).enumerate().for_each(|(block, part)| {
        for (vector, share) in vectors.iter().zip(shares) {
            let vector = &vector[block * BLOCK..];
            for (value, other) in part.iter_mut().zip(vector) {
                *value -= share * other;
            }
        }
    });
}

fn length(vector: &[f64]) -> f64 {
    dot(vector, vector).sqrt()
}

/// The inner product, over fixed blocks of eight running sums.
fn dot(one: &[f64], other: &[f64]) -> f64 {
    let block = |(one, other): (&[f64], &[f64])| -> f64 {
        let mut sums = [0.0; 8];
        for (one, other) in one.chunks(8).zip(other.chunks(8)) {
            for ((sum, one), other) in sums.iter_mut().zip(one).zip(other) {
                *sum += one * other;
            }
        }
        sums.iter().sum()
    };
    one.chunks(BLOCK).zip(other.chunks(BLOCK)).map(block).sum()
}

/// Eigenvalues of a small symmetric matrix, falling, each with its vector.
struct Ritz {
    values: Vec<f64>,
    vectors: Vec<Vec<f64>>,
}

impl Ritz {
    /// Jacobi's rotations.
    fn of(matrix: &[Vec<f64>], size: usize) -> Self {
        let mut a: Vec<Vec<f64>> = matrix[..size].iter().map(|row| row[..size].to_vec()).collect();
        let mut turned: Vec<Vec<f64>> = (0..size)
            .map(|row| (0..size).map(|column| f64::from(u8::from(row == column))).collect())
            .collect();
        let whole: f64 = a.iter().flatten().map(|value| value * value).sum();
        // a sweep leaves the square of what stood off the diagonal: ten are more than enough, fifty certainly
        for _ in 0..50 {
            let off = (0..size).flat_map(|p| (0..p).map(move |q| (p, q)));
            if off.map(|(p, q)| a[p][q] * a[p][q]).sum::<f64>() <= f64::MIN_POSITIVE.max(1e-40 * whole) {
                break;
            }
            for p in 0..size {
                for q in 0..p {
                    rotate(&mut a, &mut turned, p, q);
                }
            }
        }
        let mut order: Vec<usize> = (0..size).collect();
        order.sort_by(|&p, &q| a[q][q].total_cmp(&a[p][p]));
        Self {
            values: order.iter().map(|&at| a[at][at]).collect(),
            vectors: order.into_iter().map(|at| turned[at].clone()).collect(),
        }
    }
}

/// Turns the plane of p and q so that nothing is left between them.
fn rotate(a: &mut [Vec<f64>], turned: &mut [Vec<f64>], p: usize, q: usize) {
    if a[p][q].abs() <= 0.0 {
        return;
    }
    let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
    let tangent = theta.signum() / (theta.abs() + theta.hypot(1.0));
    let cosine = 1.0 / tangent.hypot(1.0);
    let sine = tangent * cosine;
    for row in a.iter_mut() {
        (row[p], row[q]) = (cosine * row[p] - sine * row[q], sine * row[p] + cosine * row[q]);
    }
    for rows in [a, turned] {
        for column in 0..rows[p].len() {
            let (one, other) = (rows[p][column], rows[q][column]);
            rows[p][column] = cosine * one - sine * other;
            rows[q][column] = sine * one + cosine * other;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The path of so many nodes: eigenvalues 2 cos(π k/(n + 1)), the leading vector sin(π i/(n + 1)) for i from 1.
    fn path(x: &[f64]) -> Vec<f64> {
        let at = |place: usize| x.get(place).copied().unwrap_or(0.0);
        (0..x.len()).map(|i| at(i.wrapping_sub(1)) + at(i + 1)).collect()
    }

    #[test]
    fn a_path_has_a_sine() {
        for nodes in [1_usize, 2, 3, 30, 400] {
            let found = leading_vector(path, vec![1.0; nodes]);
            if nodes == 1 {
                // one node without a tie: nothing is stretched
                assert_eq!(found, None);
                continue;
            }
            let found = found.expect("stands out");
            let angle = std::f64::consts::PI / (nodes + 1) as f64;
            let scale = (2.0 / (nodes + 1) as f64).sqrt();
            for (i, value) in found.iter().enumerate() {
                let expected = scale * (angle * (i + 1) as f64).sin();
                assert!((value - expected).abs() <= 1e-11, "{nodes}: {value} is not {expected}");
            }
        }
    }

    #[test]
    fn where_the_largest_repeats_it_is_the_part_of_the_start() {
        // 2 stretches the first two places, 1 the third: of the start (3, 4, 5) the part (3, 4, 0) remains
        let times = |x: &[f64]| vec![2.0 * x[0], 2.0 * x[1], x[2]];
        let found = leading_vector(times, vec![3.0, 4.0, 5.0]).expect("a start");
        for (value, expected) in found.iter().zip([0.6, 0.8, 0.0]) {
            assert!((value - expected).abs() <= 1e-14, "{value} is not {expected}");
        }
        assert_eq!(leading_vector(times, vec![0.0; 3]), None);
    }

    #[test]
    fn what_hardly_stands_out_is_not_handed_out() {
        // the second eigenvalue is nearer than a vector can be told apart by doubles
        let times = |x: &[f64]| vec![x[0], (1.0 - 1e-8) * x[1], 0.5 * x[2]];
        assert_eq!(leading_vector(times, vec![1.0; 3]), None);
    }
}
