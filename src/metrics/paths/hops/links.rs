//! Who is tied to whom, and nothing else?
//!
//! In: rows of columns. Out: [`Links`], compressed rows without strengths.

/// Compressed rows: for each row, the columns it touches.
#[derive(Debug, Clone)]
pub(super) struct Links {
    offsets: Vec<usize>,
    columns: Vec<u32>,
}

impl Links {
    /// The rows, in order.
    pub fn from_rows<Row: IntoIterator<Item = u32>>(rows: impl IntoIterator<Item = Row>) -> Self {
        let mut offsets = vec![0];
        let mut columns = Vec::new();
        for row in rows {
            columns.extend(row);
            offsets.push(columns.len());
        }
        Self { offsets, columns }
    }

    /// Rows from columns and columns from rows; the columns of each row rise.
    pub fn turned(&self, columns: usize) -> Self {
        let pairs = (0..self.len()).flat_map(|row| self.row(row).iter().map(move |&column| (column, row as u32)));
        Self::laid_out(columns, pairs)
    }

    /// Both halves of a symmetric relation from its pairs; where the pairs rise, so do the columns of each row.
    pub fn mirrored(rows: usize, pairs: &[(u32, u32)]) -> Self {
        Self::laid_out(rows, pairs.iter().flat_map(|&(a, b)| [(a, b), (b, a)]))
    }

    /// Pairs of a row and a column, each row in the order given.
    pub fn laid_out(rows: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut offsets = vec![0; rows + 1];
        for (row, _) in pairs.clone() {
            offsets[row as usize + 1] += 1;
        }
        for row in 0..rows {
            offsets[row + 1] += offsets[row];
        }
        let mut next = offsets.clone();
        let mut columns = vec![0; offsets[rows]];
        for (row, column) in pairs {
            columns[next[row as usize]] = column;
            next[row as usize] += 1;
        }
        Self { offsets, columns }
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// How many entries all rows hold.
    pub fn entries(&self) -> usize {
        self.columns.len()
    }

    /// The columns of a row.
    #[inline]
    pub fn row(&self, row: usize) -> &[u32] {
        &self.columns[self.offsets[row]..self.offsets[row + 1]]
    }

    /// Where the entries of a row begin among all.
    #[inline]
    pub fn start(&self, row: usize) -> usize {
        self.offsets[row]
    }

    /// How many columns a row touches.
    #[inline]
    pub fn degree(&self, row: u32) -> usize {
        self.row(row as usize).len()
    }
}
