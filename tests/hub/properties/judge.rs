//! What is the value by the definition, however slowly?
//!
//! In: a matrix of strengths. Out: each measure by its defining formula, on nested loops: no sparse rows, no queue, no
//! shared line with the library.

/// Strengths by source and target; 0 where there is no arc. Undirected ties stand both ways.
#[derive(Debug, Clone)]
pub struct Matrix(pub Vec<Vec<f64>>);

/// The lengths of shortest paths and how many there are, by source and target.
pub struct Paths {
    pub length: Vec<Vec<f64>>,
    pub count: Vec<Vec<f64>>,
}

fn close(a: f64, b: f64) -> bool {
    a.is_finite() && b.is_finite() && (a - b).abs() <= 1e-12 * a.max(b)
}

impl Matrix {
    pub fn of(nodes: u32, ties: &[(u32, u32, f64)]) -> Self {
        let mut matrix = vec![vec![0.0; nodes as usize]; nodes as usize];
        for &(a, b, strength) in ties.iter().filter(|(a, b, _)| a != b) {
            matrix[a as usize][b as usize] += strength;
        }
        Self(matrix)
    }

    /// Both directions added.
    pub fn undirected(&self) -> Self {
        let n = self.nodes();
        let both = |a: usize, b: usize| self.0[a][b] + self.0[b][a];
        Self((0..n).map(|a| (0..n).map(|b| both(a, b)).collect()).collect())
    }

    /// Every strength 1.
    pub fn steps(&self) -> Self {
        let one = |strength: &f64| if *strength > 0.0 { 1.0 } else { 0.0 };
        Self(self.0.iter().map(|row| row.iter().map(one).collect()).collect())
    }

    pub fn without(&self, node: usize) -> Self {
        let mut left = self.clone();
        for other in 0..self.nodes() {
            left.0[node][other] = 0.0;
            left.0[other][node] = 0.0;
        }
        left
    }

    pub fn nodes(&self) -> usize {
        self.0.len()
    }

    pub fn tied(&self, a: usize, b: usize) -> bool {
        self.0[a][b] > 0.0
    }

    pub fn degree(&self, node: usize) -> usize {
        (0..self.nodes()).filter(|&other| self.tied(node, other)).count()
    }

    pub fn strength(&self, node: usize) -> f64 {
        self.0[node].iter().sum()
    }

    /// Floyd and Warshall's lengths; counts by adding up those of the nodes one tie before, the nearest first.
    pub fn paths(&self) -> Paths {
        let n = self.nodes();
        let tie = |a: usize, b: usize| {
            if self.tied(a, b) {
                1.0 / self.0[a][b]
            } else {
                f64::INFINITY
            }
        };
        let mut length: Vec<Vec<f64>> = (0..n)
            .map(|a| (0..n).map(|b| if a == b { 0.0 } else { tie(a, b) }).collect())
            .collect();
        for via in 0..n {
            for a in 0..n {
                for b in 0..n {
                    length[a][b] = length[a][b].min(length[a][via] + length[via][b]);
                }
            }
        }
        let mut count = vec![vec![0.0; n]; n];
        for source in 0..n {
            let mut nearest: Vec<usize> = (0..n).collect();
            nearest.sort_by(|a, b| length[source][*a].total_cmp(&length[source][*b]));
            count[source][source] = 1.0;
            for &target in nearest.iter().filter(|target| **target != source) {
                count[source][target] = (0..n)
                    .filter(|&before| close(length[source][before] + tie(before, target), length[source][target]))
                    .map(|before| count[source][before])
                    .sum();
            }
        }
        Paths { length, count }
    }

    pub fn core_number(&self, node: usize) -> usize {
        (0..=self.nodes()).rev().find(|&k| self.core(k)[node]).unwrap_or(0)
    }

    /// Who is left when all with fewer than k partners left are taken out again and again.
    fn core(&self, k: usize) -> Vec<bool> {
        let mut left = vec![true; self.nodes()];
        loop {
            let partners = |node: usize| (0..self.nodes()).filter(|&o| left[o] && self.tied(node, o)).count();
            let Some(out) = (0..self.nodes()).find(|&node| left[node] && partners(node) < k) else {
                return left;
            };
            left[out] = false;
        }
    }

    pub fn constraint(&self, i: usize) -> Option<f64> {
        let n = self.nodes();
        let p = |a: usize, b: usize| self.0[a][b] / self.strength(a);
        let partners: Vec<usize> = (0..n).filter(|&j| self.tied(i, j)).collect();
        let term = |j: usize| {
            let others = (0..n).filter(|&q| q != i && q != j && self.tied(i, q));
            (p(i, j) + others.map(|q| p(i, q) * p(q, j)).sum::<f64>()).powi(2)
        };
        (!partners.is_empty()).then(|| partners.iter().map(|&j| term(j)).sum())
    }

    /// The sizes of the pieces into which the others fall whom a node reaches, once it is gone.
    pub fn pieces_without(&self, node: usize) -> Vec<usize> {
        let (whole, left) = (self.paths(), self.without(node).paths());
        let mut waiting: Vec<usize> = (0..self.nodes())
            .filter(|&other| other != node && whole.length[node][other].is_finite())
            .collect();
        let mut sizes = Vec::new();
        while let Some(&first) = waiting.first() {
            let before = waiting.len();
            waiting.retain(|&other| left.length[first][other].is_infinite());
            sizes.push(before - waiting.len());
        }
        sizes
    }

    /// External less internal over both, for the ties of one node or of all.
    pub fn ei_index(&self, groups: &[Option<u32>], of: Option<usize>) -> Option<f64> {
        let (mut external, mut internal) = (0.0, 0.0);
        for a in 0..self.nodes() {
            for b in 0..a {
                if of.is_some_and(|node| node != a && node != b) || groups[a].is_none() || groups[b].is_none() {
                    continue;
                }
                if groups[a] == groups[b] {
                    internal += self.0[a][b];
                } else {
                    external += self.0[a][b];
                }
            }
        }
        (external + internal > 0.0).then(|| (external - internal) / (external + internal))
    }
}

impl Paths {
    /// Σ over pairs (ordered when directed) of the share of shortest paths through a node.
    pub fn betweenness(&self, node: usize, directed: bool) -> f64 {
        let n = self.length.len();
        let mut sum = 0.0;
        for s in (0..n).filter(|&s| s != node) {
            for t in (0..n).filter(|&t| t != node && if directed { t != s } else { t > s }) {
                if close(self.length[s][node] + self.length[node][t], self.length[s][t]) {
                    sum += self.count[s][node] * self.count[node][t] / self.count[s][t];
                }
            }
        }
        sum
    }

    /// Σ 1/d from the node to the others, over n − 1.
    pub fn harmonic_out(&self, node: usize) -> f64 {
        let others = (0..self.length.len()).filter(|&other| other != node);
        let sum: f64 = others.map(|other| 1.0 / self.length[node][other]).sum();
        sum / (self.length.len().max(2) - 1) as f64
    }

    /// Σ 1/d from the others to the node, over n − 1.
    pub fn harmonic_in(&self, node: usize) -> f64 {
        let others = (0..self.length.len()).filter(|&other| other != node);
        let sum: f64 = others.map(|other| 1.0 / self.length[other][node]).sum();
        sum / (self.length.len().max(2) - 1) as f64
    }
}
