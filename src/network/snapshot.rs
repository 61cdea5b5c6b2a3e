//! One layer of the network in one window, frozen into plain arrays: all that a measure ever sees.
//!
//! In: the ties, arcs and attendance of a window. Out: [`Snapshot`]. It holds no name, no sector and no date.

use super::Place;

/// A node of one snapshot; nodes stand in the order of the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeIndex(pub u32);

impl NodeIndex {
    /// The index as a place in an array.
    #[must_use]
    pub const fn at(self) -> usize {
        self.0 as usize
    }
}

/// How strong a tie is: above zero, and so far from the limits of doubles that neither its inverse nor a sum of many
/// leaves them.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct TieStrength(f64);

impl TieStrength {
    /// The weakest and the strongest tie; what lies beyond is brought there.
    const LIMITS: [f64; 2] = [1e-290, 1e290];

    /// A strength, `None` unless above zero.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        let [weakest, strongest] = Self::LIMITS;
        (value > 0.0).then(|| Self(value.clamp(weakest, strongest)))
    }

    /// Its value.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }
}

/// Compressed sparse rows: for each row, the sorted columns it touches and a strength for each.
///
/// Invariants: `offsets` has one entry more than there are rows, begins with 0, never falls and ends with the length
/// of `columns`; the columns of a row rise strictly; `strengths` is as long as `columns`, each finite and above zero.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    offsets: Vec<usize>,
    columns: Vec<u32>,
    strengths: Vec<f64>,
}

impl Rows {
    /// Sorts entries `(row, column, strength)` into rows; strengths of the same place are added in the order given
    /// after sorting by strength, so that the result does not depend on the order of the entries.
    #[must_use]
    pub fn from_entries(rows: usize, mut entries: Vec<Entry>) -> Self {
        entries.sort_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.value().total_cmp(&b.2.value())));
        let mut built = Self {
            offsets: vec![0; rows + 1],
            columns: Vec::new(),
            strengths: Vec::new(),
        };
        let mut last = None;
        for (row, column, strength) in entries {
            if last == Some((row, column)) {
                if let Some(sum) = built.strengths.last_mut() {
                    *sum += strength.value();
                }
            } else {
                built.columns.push(column);
                built.strengths.push(strength.value());
                built.offsets[row as usize + 1] += 1;
                last = Some((row, column));
            }
        }
        for row in 0..rows {
            built.offsets[row + 1] += built.offsets[row];
        }
        built
    }

    /// Rows that are filled one entry at a time, in order.
    pub(super) fn builder(rows: usize) -> RowsBuilder {
        RowsBuilder {
            rows: Self {
                offsets: vec![0; rows + 1],
                ..Self::default()
            },
        }
    }

    /// Columns for rows and rows for columns.
    pub(super) fn transposed(&self, columns: usize) -> Self {
        let mut turned = Self {
            offsets: vec![0; columns + 1],
            columns: vec![0; self.entries()],
            strengths: vec![0.0; self.entries()],
        };
        for &column in &self.columns {
            turned.offsets[column as usize + 1] += 1;
        }
        for column in 0..columns {
            turned.offsets[column + 1] += turned.offsets[column];
        }
        let mut next = turned.offsets.clone();
        for row in 0..self.len() {
            for (column, strength) in self.row(row) {
                let at = &mut next[column as usize];
                turned.columns[*at] = row as u32;
                turned.strengths[*at] = strength;
                *at += 1;
            }
        }
        turned
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many entries all rows hold.
    #[must_use]
    pub fn entries(&self) -> usize {
        self.columns.len()
    }

    /// The columns of a row, rising.
    #[must_use]
    pub fn columns(&self, row: usize) -> &[u32] {
        &self.columns[self.offsets[row]..self.offsets[row + 1]]
    }

    /// The strengths of a row, in the order of its columns.
    #[must_use]
    pub fn strengths(&self, row: usize) -> &[f64] {
        &self.strengths[self.offsets[row]..self.offsets[row + 1]]
    }

    /// The columns of a row, each with its strength.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (u32, f64)> + '_ {
        self.columns(row)
            .iter()
            .copied()
            .zip(self.strengths(row).iter().copied())
    }

    /// The strength at a place.
    #[must_use]
    pub fn get(&self, row: usize, column: u32) -> Option<f64> {
        let place = self.columns(row).binary_search(&column).ok()?;
        Some(self.strengths(row)[place])
    }
}

/// Fills [`Rows`] in order.
pub(super) struct RowsBuilder {
    rows: Rows,
}

impl RowsBuilder {
    /// Adds an entry; rows never fall, and within a row columns rise.
    pub(super) fn push(&mut self, row: u32, column: u32, strength: TieStrength) {
        self.rows.offsets[row as usize + 1] += 1;
        self.rows.columns.push(column);
        self.rows.strengths.push(strength.value());
    }

    pub(super) fn finish(mut self) -> Rows {
        for row in 1..self.rows.offsets.len() {
            self.rows.offsets[row] += self.rows.offsets[row - 1];
        }
        self.rows
    }
}

/// Arcs from source to target, both ways round.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Arcs {
    /// For each node, the nodes its arcs lead to.
    pub out: Rows,
    /// For each node, the nodes whose arcs lead to it.
    pub into: Rows,
}

impl Arcs {
    fn new(nodes: usize, mut arcs: Vec<Entry>) -> Self {
        arcs.retain(|(a, b, _)| a != b);
        Self {
            into: Rows::from_entries(nodes, arcs.iter().map(|&(a, b, s)| (b, a, s)).collect()),
            out: Rows::from_entries(nodes, arcs),
        }
    }
}

/// Who took part in what in the window, both ways round; strengths are 1, or hours where the projection uses them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Attendance {
    /// For each node, the events it took part in.
    pub events_of: Rows,
    /// For each event, the nodes that took part.
    pub nodes_of: Rows,
}

/// One layer of the network in one window.
///
/// Invariants: `ties` is symmetric and has no diagonal; nodes stand in rising order of their place in the roster.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Snapshot {
    places: Vec<Place>,
    ties: Rows,
    arcs: Option<Arcs>,
    attendance: Option<Attendance>,
    ages: Option<Vec<TieAge>>,
}

/// How old a tie is: days from the first day of the oldest record behind it to the window's last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TieAge(i32);

impl TieAge {
    /// No age is so low.
    const UNDATED: i32 = i32::MIN;

    /// The age of a tie in days; `None` where its records are undated.
    #[must_use]
    pub fn new(days: Option<i32>) -> Self {
        Self(days.unwrap_or(Self::UNDATED))
    }

    /// Its days; `None` for a tie of undated records alone.
    #[must_use]
    pub fn days(self) -> Option<i32> {
        (self.0 != Self::UNDATED).then_some(self.0)
    }
}

/// A row, a column and a strength; for ties one side, the other and their strength.
pub type Entry = (u32, u32, TieStrength);

/// What a snapshot is made of.
#[derive(Debug, Clone, Default)]
pub struct SnapshotParts {
    /// Each node's place in the run's roster, rising.
    pub places: Vec<Place>,
    /// Ties as `(one, other, strength)`, each pair in one order only; several of one pair add up.
    pub ties: Vec<Entry>,
    /// Arcs as `(source, target, strength)`, where the layer has them.
    pub arcs: Option<Vec<Entry>>,
    /// How many events there are and attendance as `(node, event, weight)`, where the layer has it.
    pub attendance: Option<(usize, Vec<Entry>)>,
}

/// What a window of the temporal network is frozen from.
pub(super) struct Frozen {
    pub(super) places: Vec<Place>,
    /// The ties of each node to later nodes, one run of nodes after the other.
    pub(super) ties: Vec<TieRows>,
    /// Whether the window has days from which ages are counted.
    pub(super) has_ages: bool,
    pub(super) arcs: Option<Vec<Entry>>,
    pub(super) attendance: Option<Attendance>,
}

/// The ties of a run of nodes to later nodes, node by node, the later nodes rising.
#[derive(Debug, Clone, Default)]
pub(super) struct TieRows {
    /// How many ties each node has.
    lengths: Vec<u32>,
    columns: Vec<u32>,
    strengths: Vec<f64>,
    ages: Vec<TieAge>,
}

impl TieRows {
    /// Begins the row of the next node.
    pub(super) fn begin(&mut self) {
        self.lengths.push(0);
    }

    /// Adds a tie to the row begun last; `other` is above all before in it.
    pub(super) fn push(&mut self, other: u32, strength: TieStrength, age: Option<i32>) {
        if let Some(length) = self.lengths.last_mut() {
            *length += 1;
            self.columns.push(other);
            self.strengths.push(strength.value());
            self.ages.push(TieAge::new(age));
        }
    }
}

impl Snapshot {
    /// Freezes the parts. Ties of a node with itself are left out.
    #[must_use]
    pub fn freeze(parts: SnapshotParts) -> Self {
        let nodes = parts.places.len();
        let both = |entries: Vec<Entry>| {
            entries
                .into_iter()
                .filter(|(a, b, _)| a != b)
                .flat_map(|(a, b, s)| [(a, b, s), (b, a, s)])
                .collect::<Vec<_>>()
        };
        let turned = |entries: &[Entry]| entries.iter().map(|&(a, b, s)| (b, a, s)).collect::<Vec<_>>();
        let ties = Rows::from_entries(nodes, both(parts.ties));
        let arcs = parts.arcs.map(|arcs| Arcs::new(nodes, arcs));
        let attendance = parts.attendance.map(|(events, rows)| Attendance {
            nodes_of: Rows::from_entries(events, turned(&rows)),
            events_of: Rows::from_entries(nodes, rows),
        });
        Self {
            places: parts.places,
            ties,
            arcs,
            attendance,
            ages: None,
        }
    }

    /// Freezes what the temporal network gathered: no sorting, each pair stands in order already.
    pub(super) fn from_frozen(frozen: Frozen) -> Self {
        let nodes = frozen.places.len();
        let (ties, ages) = mirrored(nodes, frozen.ties);
        Self {
            ages: frozen.has_ages.then_some(ages),
            ties,
            arcs: frozen.arcs.map(|arcs| Arcs::new(nodes, arcs)),
            attendance: frozen.attendance,
            places: frozen.places,
        }
    }

    /// A snapshot from ties alone, for examples and tests: nodes 0 to n − 1 at the same places of the roster.
    ///
    /// ```
    /// use hubscope::network::Snapshot;
    /// let triangle = Snapshot::from_ties(3, &[(0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0)]);
    /// assert_eq!(triangle.tie_count(), 3);
    /// ```
    #[must_use]
    pub fn from_ties(nodes: u32, ties: &[(u32, u32, f64)]) -> Self {
        let ties = ties
            .iter()
            .filter_map(|&(a, b, s)| Some((a, b, TieStrength::new(s)?)))
            .collect();
        Self::freeze(SnapshotParts {
            places: (0..nodes).map(Place).collect(),
            ties,
            ..SnapshotParts::default()
        })
    }

    /// A snapshot from arcs, for examples and tests: strengths of both directions add up in the ties.
    #[must_use]
    pub fn from_arcs(nodes: u32, arcs: &[(u32, u32, f64)]) -> Self {
        let arcs: Vec<_> = arcs
            .iter()
            .filter_map(|&(a, b, s)| Some((a, b, TieStrength::new(s)?)))
            .collect();
        Self::freeze(SnapshotParts {
            places: (0..nodes).map(Place).collect(),
            ties: arcs.clone(),
            arcs: Some(arcs),
            ..SnapshotParts::default()
        })
    }

    /// How many nodes there are.
    #[must_use]
    pub fn node_count(&self) -> usize {
        self.places.len()
    }

    /// How many pairs are tied.
    #[must_use]
    pub fn tie_count(&self) -> usize {
        self.ties.entries() / 2
    }

    /// Every node, in order.
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = NodeIndex> + use<> {
        (0..self.places.len() as u32).map(NodeIndex)
    }

    /// Each node's place in the run's roster, rising.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The node that stands for a place of the roster, if this snapshot holds it.
    #[must_use]
    pub fn node_at(&self, place: Place) -> Option<NodeIndex> {
        self.places
            .binary_search(&place)
            .ok()
            .map(|node| NodeIndex(node as u32))
    }

    /// Ties, each pair in both rows.
    #[must_use]
    pub const fn ties(&self) -> &Rows {
        &self.ties
    }

    /// Arcs, where the layer has them.
    #[must_use]
    pub const fn arcs(&self) -> Option<&Arcs> {
        self.arcs.as_ref()
    }

    /// Attendance, where the layer has it.
    #[must_use]
    pub const fn attendance(&self) -> Option<&Attendance> {
        self.attendance.as_ref()
    }

    /// How old each tie is, in the order of the entries of [`Self::ties`]; `None` where the window has no last day.
    #[must_use]
    pub fn ages(&self) -> Option<&[TieAge]> {
        self.ages.as_deref()
    }

    /// Each pair once, the smaller node first, in order.
    pub fn pairs(&self) -> impl Iterator<Item = (NodeIndex, NodeIndex, f64)> + '_ {
        self.nodes().flat_map(move |node| {
            self.ties
                .row(node.at())
                .filter(move |(other, _)| *other > node.0)
                .map(move |(other, s)| (node, NodeIndex(other), s))
        })
    }

    /// How many partners a node has.
    #[must_use]
    pub fn degree(&self, node: NodeIndex) -> usize {
        self.ties.columns(node.at()).len()
    }
}

/// Both halves of the ties, from the half above the diagonal, and the age of each entry.
fn mirrored(nodes: usize, upper: Vec<TieRows>) -> (Rows, Vec<TieAge>) {
    let mut offsets = vec![0; nodes + 1];
    let mut node = 0;
    for run in &upper {
        for length in &run.lengths {
            offsets[node + 1] += *length as usize;
            node += 1;
        }
        for &other in &run.columns {
            offsets[other as usize + 1] += 1;
        }
    }
    for node in 0..nodes {
        offsets[node + 1] += offsets[node];
    }
    let mut next = offsets.clone();
    let entries = offsets[nodes];
    let mut columns = vec![0; entries];
    let mut strengths = vec![0.0; entries];
    let mut ages = vec![TieAge::new(None); entries];
    let mut node = 0;
    // Nodes rise, so a row has got all its smaller columns before its larger ones are written.
    for run in upper {
        let mut ties = run.columns.into_iter().zip(run.strengths).zip(run.ages);
        for length in run.lengths {
            for ((other, strength), age) in ties.by_ref().take(length as usize) {
                for (at, column) in [(node, other), (other as usize, node as u32)] {
                    columns[next[at]] = column;
                    strengths[next[at]] = strength;
                    ages[next[at]] = age;
                    next[at] += 1;
                }
            }
            node += 1;
        }
    }
    let rows = Rows {
        offsets,
        columns,
        strengths,
    };
    (rows, ages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parallel_ties_add_up_in_both_rows_whatever_their_order() {
        let one = Snapshot::from_ties(3, &[(0, 1, 0.1), (1, 0, 0.2), (1, 2, 1.0), (2, 2, 5.0)]);
        let other = Snapshot::from_ties(3, &[(1, 2, 1.0), (0, 1, 0.2), (0, 1, 0.1)]);
        assert_eq!(one, other);
        assert_eq!(one.tie_count(), 2);
        assert_eq!(one.ties().get(1, 0), one.ties().get(0, 1));
        assert_eq!(one.ties().get(2, 2), None);
    }

    #[test]
    fn arcs_run_one_way_and_ties_both() {
        let snapshot = Snapshot::from_arcs(2, &[(0, 1, 2.0), (1, 0, 1.0)]);
        let arcs = snapshot.arcs().expect("arcs");
        assert_eq!((arcs.out.get(0, 1), arcs.into.get(0, 1)), (Some(2.0), Some(1.0)));
        assert_eq!(snapshot.ties().get(0, 1), Some(3.0));
    }

    #[test]
    fn strengths_are_above_zero_and_their_inverses_finite() {
        let value = |strength| TieStrength::new(strength).map(TieStrength::value);
        assert!([0.0, -1.0, f64::NAN].iter().all(|&none| value(none).is_none()));
        assert_eq!(value(0.3), Some(0.3));
        // what decayed almost to nothing, and a sum of strengths beyond the doubles
        assert_eq!(value(5e-324), Some(1e-290));
        assert_eq!(value(f64::MAX + f64::MAX), Some(1e290));
    }
}
