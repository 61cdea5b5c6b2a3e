//! How long is each tie?
//!
//! In: rows of strengths. Out: [`LengthRows`], the same rows with lengths, in the order of columns or nearest first.

use std::ops::Range;

use crate::network::Rows;

/// For each node, those one tie ahead and how long the tie is.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::metrics::paths) struct LengthRows {
    offsets: Vec<usize>,
    columns: Vec<u32>,
    lengths: Vec<f64>,
}

impl LengthRows {
    pub(super) fn of(rows: &Rows, length: impl Fn(f64) -> f64) -> Self {
        Self::from_rows((0..rows.len()).map(|row| rows.row(row).map(|(node, strength)| (node, length(strength)))))
    }

    pub(super) fn from_rows<Row: IntoIterator<Item = (u32, f64)>>(rows: impl IntoIterator<Item = Row>) -> Self {
        let mut built = Self {
            offsets: vec![0],
            ..Self::default()
        };
        for row in rows {
            for (node, length) in row {
                built.columns.push(node);
                built.lengths.push(length);
            }
            built.offsets.push(built.columns.len());
        }
        built
    }

    /// Each row in order of (length, column).
    pub(super) fn nearest_first(&self) -> Self {
        let sorted = |row| {
            let mut row: Vec<(u32, f64)> = self.row(row).collect();
            row.sort_unstable_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
            row
        };
        Self::from_rows((0..self.len()).map(sorted))
    }

    pub(in crate::metrics::paths) fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    /// How many entries all rows hold.
    pub(in crate::metrics::paths) fn entries(&self) -> usize {
        self.columns.len()
    }

    /// The places of a row among all entries.
    pub(in crate::metrics::paths) fn places(&self, row: usize) -> Range<usize> {
        self.offsets[row]..self.offsets[row + 1]
    }

    /// The columns and the lengths at so many places.
    pub(in crate::metrics::paths) fn at(&self, places: Range<usize>) -> (&[u32], &[f64]) {
        (&self.columns[places.clone()], &self.lengths[places])
    }

    /// The column at a place.
    pub(in crate::metrics::paths) fn column(&self, place: u32) -> u32 {
        self.columns[place as usize]
    }

    pub(in crate::metrics::paths) fn row(&self, row: usize) -> impl Iterator<Item = (u32, f64)> + '_ {
        let (columns, lengths) = self.at(self.places(row));
        columns.iter().copied().zip(lengths.iter().copied())
    }

    /// Whether all ties are equally long.
    pub(super) fn is_even(&self) -> bool {
        self.lengths
            .windows(2)
            .all(|pair| pair[0].to_bits() == pair[1].to_bits())
    }

    /// The shortest of all lengths, infinite where there is none.
    pub(super) fn shortest(&self) -> f64 {
        self.lengths.iter().copied().fold(f64::INFINITY, f64::min)
    }

    /// The longest of all lengths.
    pub(super) fn longest(&self) -> f64 {
        self.lengths.iter().copied().fold(0.0, f64::max)
    }
}
