//! How many of each brokerage role would chance give?
//!
//! In: the sizes of the groups and the number of arcs. Out: mean and variance of each role, of a member of each group
//! and of the network, by the formulas of Gould and Fernandez (1989) as sna 2.7 states them. Sums over pairs and
//! triples of groups are made from power sums in whole numbers, so that what is impossible has a variance of exactly 0.

use super::Role;

/// Mean and variance of one role.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moments {
    pub(super) expected: f64,
    pub(super) variance: f64,
}

/// The moments of every role.
pub(super) struct Chance {
    /// By group; `None` where nobody belongs to it.
    groups: Vec<Option<[Moments; 6]>>,
    network: Option<[Moments; 6]>,
}

impl Chance {
    pub(super) fn new(groups: &[Option<u32>], arcs: usize) -> Self {
        let largest = groups.iter().flatten().max().map_or(0, |&group| group as usize + 1);
        let mut sizes = vec![0_i128; largest];
        for &group in groups.iter().flatten() {
            sizes[group as usize] += 1;
        }
        let sums = Sums::of(&sizes);
        if sums.nodes < 2 {
            return Self {
                groups: vec![None; largest],
                network: None,
            };
        }
        let density = Density(arcs as f64 / (sums.nodes * (sums.nodes - 1)) as f64);
        let of_group = |&size: &i128| (size > 0).then(|| density.of_member(&sums, size));
        Self {
            groups: sizes.iter().map(of_group).collect(),
            network: Some(density.of_network(&sums, &sizes)),
        }
    }

    pub(super) fn of_group(&self, group: u32, role: Role) -> Option<Moments> {
        self.groups[group as usize].map(|moments| moments[role as usize])
    }

    pub(super) fn of_network(&self, role: Role) -> Option<Moments> {
        self.network.map(|moments| moments[role as usize])
    }
}

/// Sums over the sizes n of the groups.
struct Sums {
    /// Σ n
    nodes: i128,
    /// Σ n²
    squares: i128,
    /// Σ n³
    cubes: i128,
}

impl Sums {
    fn of(sizes: &[i128]) -> Self {
        Self {
            nodes: sizes.iter().sum(),
            squares: sizes.iter().map(|n| n * n).sum(),
            cubes: sizes.iter().map(|n| n * n * n).sum(),
        }
    }

    /// Σ over ordered pairs of two different other groups than one of size n of the product of their sizes.
    fn pairs_without(&self, n: i128) -> i128 {
        (self.nodes - n).pow(2) - (self.squares - n * n)
    }
}

/// The share of possible arcs that are there.
struct Density(f64);

impl Density {
    /// Of a member of a group of size n.
    fn of_member(&self, sums: &Sums, n: i128) -> [Moments; 6] {
        let others = sums.nodes - n;
        // Σ n_k(n_k − 1) and Σ n_k(n_k − 1)(n_k − 2) over the other groups
        let pairs = sums.squares - sums.nodes - n * (n - 1);
        let triples = sums.cubes - 3 * sums.squares + 2 * sums.nodes - n * (n - 1) * (n - 2);
        let pairs_of_groups = sums.pairs_without(n);
        // Σ over the other groups of n_k C(N − n_k − n, 2), doubled: of (others − n_k)(others − n_k − 1)
        let (squares, cubes) = (sums.squares - n * n, sums.cubes - n * n * n);
        let split = others * others * (others - 1) - squares * (2 * others - 1) + cubes;
        let crossing = (n - 1) * others * (others - 1) + others * (n - 1) * (n - 2);
        let crossed = self.moments(others * (n - 1), crossing);
        [
            self.moments((n - 1) * (n - 2), 2 * (n - 1) * (n - 2) * (n - 3)),
            self.moments(pairs, 2 * triples),
            crossed,
            crossed,
            self.moments(pairs_of_groups, 2 * split),
            self.moments(
                (sums.nodes - 1) * (sums.nodes - 2),
                2 * (sums.nodes - 1) * (sums.nodes - 2) * (sums.nodes - 3),
            ),
        ]
    }

    /// Of one broker: `pairs` that it could link and `shared` ordered couples of such pairs with one common member.
    fn moments(&self, pairs: i128, shared: i128) -> Moments {
        let d = self.0;
        let open = d.powi(2) * (1.0 - d);
        let expected = open * pairs as f64;
        Moments {
            expected,
            variance: expected * (1.0 - open) + shared as f64 * d.powi(3) * (1.0 - d).powi(3),
        }
    }

    /// Of the whole network.
    fn of_network(&self, sums: &Sums, sizes: &[i128]) -> [Moments; 6] {
        let all = sums.nodes;
        let sum = |term: &dyn Fn(i128) -> i128| sizes.iter().map(|&n| term(n)).sum::<i128>();
        let coordinator = self.whole(
            sum(&|n| n * (n - 1) * (n - 2)),
            sum(&|n| n * (n - 1) * (n - 2) * (4 * n - 10)),
            sum(&|n| -4 * n * (n - 1) * (n - 2) * (n - 3)),
            sum(&|n| n * (n - 1) * (n - 2) * (n - 3)),
        );
        // pairs of different groups of sizes n and o: Σ_o o = N − n, Σ_o o² = Σ n² − n²
        let itinerant = self.whole(
            sum(&|n| n * (all - n) * (n - 1)),
            sum(&|n| n * (n - 1) * ((2 * n - 6) * (all - n) + 2 * (sums.squares - n * n))),
            0,
            sum(&|n| n * (n - 1) * (all - n - 1) * (all - n)),
        );
        let crossed = self.whole(
            sum(&|n| n * (all - n) * (n - 1)),
            sum(&|n| n * (all - n) * (n - 1) * (all - 3)),
            0,
            sum(&|n| n * (all - n) * (n - 1) * (n - 2)),
        );
        // ordered triples of different groups: Σ n o p and Σ n² o p, the latter the same whichever is squared
        let triples = sum(&|n| n * sums.pairs_without(n));
        let squared = sum(&|n| n * n * sums.pairs_without(n));
        let overlaps = 4 * all * triples - 8 * squared - 2 * triples;
        let liaison = self.whole(triples, overlaps, -overlaps, all * triples - 2 * squared - triples);
        let paths = all * (all - 1) * (all - 2);
        let total = self.whole(paths, paths * (4 * all - 10), -4 * paths * (all - 3), paths * (all - 3));
        [coordinator, itinerant, crossed, crossed, liaison, total]
    }

    /// `paths` that could be, and how many couples of them overlap in each of three ways.
    fn whole(&self, paths: i128, threes: i128, fours: i128, fives: i128) -> Moments {
        let d = self.0;
        let open = d.powi(2) * (1.0 - d);
        let expected = open * paths as f64;
        let overlaps = threes as f64 * d.powi(3) * (1.0 - d).powi(3)
            + fours as f64 * d.powi(4) * (1.0 - d).powi(2)
            + fives as f64 * d.powi(5) * (1.0 - d);
        Moments {
            expected,
            variance: expected * (1.0 - open) + overlaps,
        }
    }
}
