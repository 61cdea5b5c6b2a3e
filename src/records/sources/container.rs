//! Is an older workbook (xls) whole enough to be read?
//!
//! In: its bytes: a container of streams in chained sectors, one of which is the workbook. Out: whether every chain
//! has an end and every cell a column that exists. A reader that follows a chain in a circle, or makes room for a
//! cell in column 60,000, takes all the memory there is.

/// The last sector of a chain; numbers from here on name no sector.
const NO_SECTOR: u32 = 0xffff_fffa;
/// Streams below this size stand in the small sectors.
const SMALL_STREAM: usize = 4096;
/// The columns of an older workbook: A to IV.
const COLUMNS: u16 = 256;
/// Its rows.
const ROWS: u32 = 65_536;
/// The record that says where a sheet begins.
const SHEET: u16 = 0x0085;
/// The record that says how far the cells of a sheet reach.
const EXTENT: u16 = 0x0200;
/// Records that hold cells; row and column are their first two numbers.
const CELL_RECORDS: [u16; 10] = [
    0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00bd, 0x00be, 0x00d6, 0x00fd, 0x027e,
];

/// Whether the reader of xls files comes to an end with these bytes.
pub(super) fn is_readable(bytes: &[u8]) -> bool {
    Container::of(bytes)
        .and_then(|container| container.streams())
        .is_some_and(|streams| {
            let workbooks = streams.iter().filter(|stream| stream.is_workbook);
            workbooks.into_iter().all(|stream| is_drawable(&stream.bytes))
        })
}

struct Container<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The sector after each sector.
    next: Vec<u32>,
}

struct Stream {
    is_workbook: bool,
    bytes: Vec<u8>,
}

impl<'a> Container<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let sector = match number_16(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut container = Self {
            bytes,
            sector,
            next: Vec::new(),
        };
        let mut tables: Vec<u32> = (0..109).map_while(|place| number_32(bytes, 76 + 4 * place)).collect();
        let mut more = number_32(bytes, 68)?;
        // no list of tables is longer than the file
        for _ in 0..=bytes.len() / sector {
            if more >= NO_SECTOR {
                break;
            }
            tables.extend(numbers(container.at(more)));
            more = tables.pop()?;
        }
        for table in tables.into_iter().filter(|table| *table < NO_SECTOR) {
            let entries: Vec<u32> = numbers(container.at(table)).collect();
            container.next.extend(entries);
        }
        Some(container)
    }

    /// The bytes of a sector, as far as the file goes.
    fn at(&self, sector: u32) -> &'a [u8] {
        let start = (sector as usize)
            .saturating_add(1)
            .saturating_mul(self.sector)
            .min(self.bytes.len());
        let end = start.saturating_add(self.sector).min(self.bytes.len());
        &self.bytes[start..end]
    }

    /// The bytes of a chain; `None` where it runs in a circle.
    fn chained(&self, first: u32) -> Option<Vec<u8>> {
        let sectors = chain(first, &self.next)?;
        Some(
            sectors
                .into_iter()
                .flat_map(|sector| self.at(sector).iter().copied())
                .collect(),
        )
    }

    /// Every stream that the directory names; `None` where one has no end.
    fn streams(&self) -> Option<Vec<Stream>> {
        let directory = self.chained(number_32(self.bytes, 48)?)?;
        let entries: Vec<&[u8]> = directory.chunks_exact(128).collect();
        let small_next: Vec<u32> = numbers(&self.chained(number_32(self.bytes, 60)?)?).collect();
        let small = self.chained(number_32(entries.first()?, 116)?)?;
        let stream = |entry: &&[u8]| {
            let (first, length) = (number_32(entry, 116)?, number_32(entry, 120)? as usize);
            let mut bytes = if length < SMALL_STREAM {
                let sectors = chain(first, &small_next)?;
                let bytes = sectors.into_iter().filter_map(|sector| {
                    let start = (sector as usize).checked_mul(64)?;
                    small.get(start..small.len().min(start + 64))
                });
                bytes.flatten().copied().collect()
            } else {
                self.chained(first)?
            };
            bytes.truncate(length);
            let name: Vec<u16> = entry[..64]
                .chunks_exact(2)
                .map(|pair| u16::from_le_bytes([pair[0], pair[1]]))
                .collect();
            let name = String::from_utf16_lossy(&name).to_lowercase();
            // what stands behind the first zero is no part of it
            let name = name.split('\0').next().unwrap_or_default();
            Some(Stream {
                is_workbook: name == "workbook" || name == "book",
                bytes,
            })
        };
        entries.iter().map(stream).collect()
    }
}

/// The sectors of a chain, in order; `None` where it comes back to itself.
fn chain(first: u32, next: &[u32]) -> Option<Vec<u32>> {
    let mut sectors = Vec::new();
    let mut sector = first;
    while sector < NO_SECTOR {
        if sectors.len() > next.len() {
            return None;
        }
        sectors.push(sector);
        match next.get(sector as usize) {
            Some(after) => sector = *after,
            None => break,
        }
    }
    Some(sectors)
}

/// From the beginning, and from where each sheet is said to begin: a wrong place there is read as records too.
fn is_drawable(stream: &[u8]) -> bool {
    let sheets = records(stream, 0).filter(|record| record.kind == SHEET);
    let mut places: Vec<usize> = sheets
        .filter_map(|sheet| Some(number_32(sheet.bytes, 0)? as usize))
        .collect();
    places.push(0);
    places.sort_unstable();
    places.dedup();
    places
        .into_iter()
        .all(|place| records(stream, place).all(|record| record.is_drawable()))
}

struct Record<'a> {
    kind: u16,
    bytes: &'a [u8],
}

fn records(stream: &[u8], mut at: usize) -> impl Iterator<Item = Record<'_>> {
    std::iter::from_fn(move || {
        let (kind, length) = (number_16(stream, at)?, number_16(stream, at.checked_add(2)?)?);
        let end = (at + 4 + usize::from(length)).min(stream.len());
        let bytes = &stream[at + 4..end];
        at = end;
        Some(Record { kind, bytes })
    })
}

impl Record<'_> {
    /// Whether what it says of rows and columns can be.
    fn is_drawable(&self) -> bool {
        if CELL_RECORDS.contains(&self.kind) {
            return number_16(self.bytes, 2).is_none_or(|column| column < COLUMNS);
        }
        if self.kind != EXTENT {
            return true;
        }
        let rows = match self.bytes.len() {
            14 => number_32(self.bytes, 0).zip(number_32(self.bytes, 4)),
            _ => number_16(self.bytes, 0)
                .zip(number_16(self.bytes, 2))
                .map(|(first, end)| (first.into(), end.into())),
        };
        let columns = self
            .bytes
            .len()
            .checked_sub(6)
            .and_then(|at| number_16(self.bytes, at).zip(number_16(self.bytes, at + 2)));
        rows.is_none_or(|(first, end)| first <= end && end <= ROWS && (end == 0 || first < end))
            && columns.is_none_or(|(_, end)| end <= COLUMNS)
    }
}

fn number_16(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes([pair[0], pair[1]]))
}

fn number_32(bytes: &[u8], at: usize) -> Option<u32> {
    let four = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes
        .chunks_exact(4)
        .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workbook() -> Vec<u8> {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/sources/actores.xls");
        std::fs::read(path).expect("a test file")
    }

    #[test]
    fn a_whole_workbook_is_readable() {
        assert!(is_readable(&workbook()));
        assert!(!is_readable(&workbook()[..600]));
        assert!(!is_readable(b""));
    }

    #[test]
    fn a_chain_in_a_circle_has_no_end() {
        assert_eq!(chain(0, &[1, 2, 0xffff_fffe]), Some(vec![0, 1, 2]));
        assert_eq!(chain(0, &[1, 2, 0]), None);
        assert_eq!(chain(7, &[1]), Some(vec![7]));
        let mut bytes = workbook();
        let directory = number_32(&bytes, 48).expect("a directory");
        let table = number_32(&bytes, 76).expect("a table") as usize;
        let entry = (table + 1) * 512 + directory as usize * 4;
        bytes[entry..entry + 4].copy_from_slice(&directory.to_le_bytes());
        assert!(!is_readable(&bytes));
    }

    #[test]
    fn a_cell_beyond_the_last_column_is_no_cell() {
        let record = |column: u16| [0x03, 0x02, 14, 0, 1, 0, column as u8, (column >> 8) as u8];
        assert!(is_drawable(&record(255)));
        assert!(!is_drawable(&record(256)));
    }

    #[test]
    fn cells_reach_no_further_than_a_sheet() {
        let extent = |first: u32, end: u32, last: u16| {
            let mut record = vec![0x00, 0x02, 14, 0];
            record.extend(first.to_le_bytes());
            record.extend(end.to_le_bytes());
            record.extend([0, 0, last as u8, (last >> 8) as u8, 0, 0]);
            record
        };
        assert!(is_drawable(&extent(0, 65_536, 256)) && is_drawable(&extent(0, 0, 0)));
        assert!(!is_drawable(&extent(0, 65_537, 1)) && !is_drawable(&extent(9, 8, 1)));
        assert!(!is_drawable(&extent(0, 1, 257)));
        // a sheet that is said to begin amid a record
        let hidden = [vec![0x00, 0x01, 20, 0, 0, 0], extent(9, 8, 1)].concat();
        assert!(is_drawable(&hidden));
        let sheet = [vec![0x85, 0, 4, 0, 14, 0, 0, 0], hidden].concat();
        assert!(!is_drawable(&sheet));
    }
}
