//! Which core touches so many ties that the pattern fits best?
//!
//! In: a snapshot. Out: the core that greedy addition and exchange of single members find, with its fit.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::network::Snapshot;

/// Up to so many nodes the exchange begins from every size of the core.
const SMALL: usize = 200;

/// Differences of a fit below this are rounding.
const ROUNDING: f64 = 1e-12;

/// A core, with its fit.
#[derive(Debug, Clone)]
pub(super) struct Core {
    pub(super) is_in: Vec<bool>,
    pub(super) fit: f64,
}

/// The best core found; `None` where no core has a fit.
pub(super) fn best_found(snapshot: &Snapshot, pattern: &Pattern) -> Option<Core> {
    let order = greedy_order(snapshot);
    let mut exchange = Exchange::empty(snapshot, pattern);
    let mut touched = vec![0];
    for &node in &order {
        exchange.add(node);
        touched.push(exchange.touched);
    }
    let fit = |size: &usize| pattern.fit(*size, touched[*size]);
    let sizes: Vec<usize> = if pattern.nodes <= SMALL {
        (1..=pattern.nodes - 2).collect()
    } else {
        (1..=pattern.nodes - 2)
            .rev()
            .max_by(|one, other| fit(one).total_cmp(&fit(other)))
            .into_iter()
            .collect()
    };
    let cores = sizes.into_iter().map(|size| {
        let mut exchange = Exchange::empty(snapshot, pattern);
        order[..size].iter().for_each(|&node| exchange.add(node));
        exchange.finished()
    });
    cores.reduce(|best, next| if next.fit > best.fit + ROUNDING { next } else { best })
}

/// The nodes in the order in which a core is filled: each time the one with the most partners outside.
fn greedy_order(snapshot: &Snapshot) -> Vec<usize> {
    let mut outside: Vec<usize> = snapshot.nodes().map(|node| snapshot.degree(node)).collect();
    let mut queue: BinaryHeap<_> = outside
        .iter()
        .enumerate()
        .map(|(node, &k)| (k, Reverse(node)))
        .collect();
    let mut is_in = vec![false; outside.len()];
    let mut order = Vec::with_capacity(outside.len());
    while let Some((partners, Reverse(node))) = queue.pop() {
        // entries from before a partner joined are out of date
        if is_in[node] || partners != outside[node] {
            continue;
        }
        is_in[node] = true;
        order.push(node);
        for &partner in snapshot.ties().columns(node) {
            let partner = partner as usize;
            outside[partner] -= 1;
            if !is_in[partner] {
                queue.push((outside[partner], Reverse(partner)));
            }
        }
    }
    order
}

/// What the fit of any core depends on.
pub(super) struct Pattern {
    pub(super) nodes: usize,
    pairs: f64,
    ties: f64,
}

impl Pattern {
    /// `None` where no core has a fit.
    pub(super) fn of(snapshot: &Snapshot) -> Option<Self> {
        let nodes = snapshot.node_count();
        let pairs = nodes * nodes.saturating_sub(1) / 2;
        let ties = snapshot.tie_count();
        (nodes >= 3 && ties > 0 && ties < pairs).then_some(Self {
            nodes,
            pairs: pairs as f64,
            ties: ties as f64,
        })
    }

    /// The fit of a core of a size that touches so many ties; below every fit where the size is none.
    pub(super) fn fit(&self, size: usize, touched: usize) -> f64 {
        if size == 0 || size + 2 > self.nodes {
            return f64::NEG_INFINITY;
        }
        let around = (self.nodes - size) * (self.nodes - size - 1) / 2;
        let (pairs, ties, touching) = (self.pairs, self.ties, self.pairs - around as f64);
        let spread = (ties * (pairs - ties)).sqrt() * (touching * (pairs - touching)).sqrt();
        (pairs * touched as f64 - ties * touching) / spread
    }

    /// Whether a core fits better than so, rounding apart.
    pub(super) fn is_better(&self, size: usize, touched: usize, fit: f64) -> bool {
        self.fit(size, touched) > fit + ROUNDING
    }
}

/// A core that changes by single members.
struct Exchange<'a> {
    snapshot: &'a Snapshot,
    pattern: &'a Pattern,
    is_in: Vec<bool>,
    /// For each node its partners outside the core.
    outside: Vec<usize>,
    size: usize,
    /// Ties that touch the core.
    touched: usize,
}

impl<'a> Exchange<'a> {
    fn empty(snapshot: &'a Snapshot, pattern: &'a Pattern) -> Self {
        Self {
            snapshot,
            pattern,
            is_in: vec![false; pattern.nodes],
            outside: snapshot.nodes().map(|node| snapshot.degree(node)).collect(),
            size: 0,
            touched: 0,
        }
    }

    fn add(&mut self, node: usize) {
        self.touched += self.outside[node];
        self.size += 1;
        self.is_in[node] = true;
        for &partner in self.snapshot.ties().columns(node) {
            self.outside[partner as usize] -= 1;
        }
    }

    fn remove(&mut self, node: usize) {
        self.size -= 1;
        self.is_in[node] = false;
        for &partner in self.snapshot.ties().columns(node) {
            self.outside[partner as usize] += 1;
        }
        self.touched -= self.outside[node];
    }

    /// Changes the core while a change of one member, or of one for another, raises the fit.
    fn finished(mut self) -> Core {
        let mut fit = self.pattern.fit(self.size, self.touched);
        while let Some(better) = self.step(fit) {
            fit = better;
        }
        Core { is_in: self.is_in, fit }
    }

    /// The best of all single changes, made if it raises the fit.
    fn step(&mut self, fit: f64) -> Option<f64> {
        let nodes = 0..self.pattern.nodes;
        let newcomer = nodes
            .clone()
            .filter(|&node| !self.is_in[node])
            .max_by_key(|&node| (self.outside[node], Reverse(node)))?;
        let leaver = nodes
            .filter(|&node| self.is_in[node])
            .min_by_key(|&node| (self.outside[node], node))?;
        let (gain, loss) = (self.outside[newcomer], self.outside[leaver]);
        let (into, out, kept) = self.exchange(gain, loss).unwrap_or((newcomer, leaver, 0));
        let added = self.pattern.fit(self.size + 1, self.touched + gain);
        let removed = self.pattern.fit(self.size - 1, self.touched - loss);
        let exchanged = self.pattern.fit(self.size, self.touched + gain + kept - loss);
        let best = added.max(removed).max(exchanged);
        if best <= fit + ROUNDING {
            return None;
        }
        if added >= best {
            self.add(newcomer);
        } else if removed >= best {
            self.remove(leaver);
        } else {
            self.add(into);
            self.remove(out);
        }
        Some(best)
    }

    /// The best exchange takes in a node that adds the most and lets go of one that loses the least; where two such are
    /// tied, that tie stays touched, which is one more.
    fn exchange(&self, gain: usize, loss: usize) -> Option<(usize, usize, usize)> {
        let is_least = |node: usize| self.is_in[node] && self.outside[node] == loss;
        let mut most = (0..self.pattern.nodes).filter(|&node| !self.is_in[node] && self.outside[node] == gain);
        most.find_map(|into| {
            let partners = self.snapshot.ties().columns(into);
            let out = partners.iter().find(|&&partner| is_least(partner as usize))?;
            Some((into, *out as usize, 1))
        })
    }
}
