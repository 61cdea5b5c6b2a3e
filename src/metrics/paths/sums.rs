//! What does a sweep over all sources add up?
//!
//! In: distances from one source, and the shares of paths that lead through each node. Out: [`PathSums`], from which
//! closeness, harmonic centrality, betweenness and the path figures of the whole network are read.

/// What the sweeps from all sources add up.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct PathSums {
    /// Along the paths from each node to the others.
    pub outward: Distances,
    /// Along the paths from the others to each node.
    pub inward: Distances,
    /// By node, Σ over ordered pairs of others of the share of their shortest paths that the node stands on.
    pub dependency: Vec<f64>,
    /// The longest of all shortest paths; 0 where no path leads anywhere.
    pub longest: f64,
}

/// Sums over the shortest paths at each node, its path to itself left out.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Distances {
    /// Σ 1/d.
    pub inverse: Vec<f64>,
    /// Σ d.
    pub total: Vec<f64>,
    /// How many others stand at the other end.
    pub reached: Vec<u32>,
}

impl PathSums {
    pub(in crate::metrics) fn zero(nodes: usize) -> Self {
        Self {
            outward: Distances::zero(nodes),
            inward: Distances::zero(nodes),
            dependency: vec![0.0; nodes],
            longest: 0.0,
        }
    }

    /// Adds what another part of the sources gave.
    pub(super) fn add(&mut self, part: &Self) {
        self.outward.add(&part.outward);
        self.inward.add(&part.inward);
        add(&mut self.dependency, &part.dependency);
        self.longest = self.longest.max(part.longest);
    }

    /// Adds the paths from so many twins of a source to so many twins of a node, all equally long.
    pub(super) fn add_lengths(&mut self, source: (usize, u32), node: (usize, u32), length: f64) {
        self.outward.add_some(source.0, length, node.1);
        self.inward.add_some(node.0, length, source.1);
        self.longest = self.longest.max(length);
    }

    /// The sums of each node, from those of its class.
    pub(super) fn spread(self, class: &[u32]) -> Self {
        Self {
            outward: self.outward.spread(class),
            inward: self.inward.spread(class),
            dependency: spread(&self.dependency, class),
            longest: self.longest,
        }
    }

    /// Adds the path from a source to a node.
    #[cfg(test)]
    pub(super) fn add_length(&mut self, source: usize, node: usize, length: f64) {
        self.outward.add_one(source, length);
        self.inward.add_one(node, length);
        self.longest = self.longest.max(length);
    }
}

impl Distances {
    pub(super) fn zero(nodes: usize) -> Self {
        Self {
            inverse: vec![0.0; nodes],
            total: vec![0.0; nodes],
            reached: vec![0; nodes],
        }
    }

    pub(super) fn add(&mut self, part: &Self) {
        add(&mut self.inverse, &part.inverse);
        add(&mut self.total, &part.total);
        for (sum, count) in self.reached.iter_mut().zip(&part.reached) {
            *sum += count;
        }
    }

    /// Adds so many paths of one length that end at a node.
    pub(super) fn add_some(&mut self, node: usize, length: f64, count: u32) {
        self.inverse[node] += f64::from(count) * length.recip();
        self.total[node] += f64::from(count) * length;
        self.reached[node] += count;
    }

    fn spread(self, class: &[u32]) -> Self {
        Self {
            inverse: spread(&self.inverse, class),
            total: spread(&self.total, class),
            reached: spread(&self.reached, class),
        }
    }

    #[cfg(test)]
    fn add_one(&mut self, node: usize, length: f64) {
        self.inverse[node] += length.recip();
        self.total[node] += length;
        self.reached[node] += 1;
    }
}

fn add(total: &mut [f64], part: &[f64]) {
    for (sum, value) in total.iter_mut().zip(part) {
        *sum += value;
    }
}

fn spread<T: Copy>(of_classes: &[T], class: &[u32]) -> Vec<T> {
    class.iter().map(|&class| of_classes[class as usize]).collect()
}
