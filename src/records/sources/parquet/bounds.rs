//! Does a Parquet file claim no more than it can hold?
//!
//! In: its bytes. Out: the same file with its footer written anew, and whether each page is as large, and holds as many
//! values, as the footer lets it. The reader of Parquet makes room for whatever number of rows, values or bytes a file
//! claims before it looks at them; a spoilt number would take all the memory there is and end the process.

use std::io::Cursor;
use std::ops::Range;

use polars_parquet::parquet::read::read_metadata;
use polars_parquet_format::thrift::Result;
use polars_parquet_format::thrift::protocol::{
    TCompactInputProtocol, TCompactOutputProtocol, TInputProtocol, TListIdentifier, TType,
};
use polars_parquet_format::{
    ColumnMetaData, Encoding, FileMetaData, KeyValue, PageHeader, PageType, RowGroup, SchemaElement,
};

use super::deltas;

/// What stands at the end of a file, behind its footer's length.
const MAGIC: &[u8] = b"PAR1";
/// Columns made of other columns are refused; a tree of more of them than this would be walked too deep for that.
const MOST_GROUPS: usize = 1000;
/// Cells that are read of any file: a gigabyte; more where the file has bytes for them.
const MOST_CELLS: u64 = 40_000_000;
const CELLS_PER_BYTE: u64 = 8;
/// The largest page, uncompressed; writers make them of a megabyte.
const LARGEST_PAGE: u64 = 1 << 28;
/// All pages, uncompressed; more where the file has bytes for them.
const MOST_BYTES: u64 = 1 << 30;
const LARGEST_RATIO: u64 = 256;

/// A file whose footer can be read.
pub(super) struct Bounded {
    /// The file, its footer written anew: every list in it is as long as it says.
    pub bytes: Vec<u8>,
    footer: FileMetaData,
    /// Where the footer begins.
    data: usize,
}

impl Bounded {
    /// `None` where the footer is broken, or claims more rows than such a file can hold.
    pub fn of(mut bytes: Vec<u8>) -> Option<Self> {
        let tail = bytes.len().checked_sub(MAGIC.len() + 4)?;
        let length: [u8; 4] = bytes[tail..tail + 4].try_into().ok()?;
        let data = tail.checked_sub(u32::from_le_bytes(length) as usize)?;
        if !bytes.ends_with(MAGIC) {
            return None;
        }
        let footer = footer(&bytes[data..tail]).ok()??;
        if !holds(&footer, data as u64) {
            return None;
        }
        bytes.truncate(data);
        footer
            .write_to_out_protocol(&mut TCompactOutputProtocol::new(&mut bytes))
            .ok()?;
        let length = u32::try_from(bytes.len() - data).ok()?;
        bytes.extend(length.to_le_bytes());
        bytes.extend(MAGIC);
        Some(Self { bytes, footer, data })
    }

    /// Its rows.
    pub fn rows(&self) -> usize {
        usize::try_from(self.footer.num_rows).unwrap_or_default()
    }

    /// Whether every page stands within the file and within what the footer says of it.
    pub fn has_bounded_pages(&self) -> bool {
        let data = &self.bytes[..self.data];
        let mut room = MOST_BYTES.max(LARGEST_RATIO * data.len() as u64);
        let mut with_deltas = Vec::new();
        for (at, group) in self.footer.row_groups.iter().enumerate() {
            for (place, column) in group.columns.iter().enumerate() {
                let pages = column
                    .meta_data
                    .as_ref()
                    .and_then(|it| Pages::of(data, it, group.num_rows));
                let Some((pages, left)) = pages.and_then(|it| Some((it.clone(), room.checked_sub(it.size)?))) else {
                    return false;
                };
                room = left;
                with_deltas.extend(pages.has_deltas.then_some((at, place, pages.range)));
            }
        }
        // for most files that is all
        with_deltas.is_empty()
            || read_metadata(&mut Cursor::new(&self.bytes)).is_ok_and(|metadata| {
                with_deltas.into_iter().all(|(at, place, range)| {
                    let column = metadata
                        .row_groups
                        .get(at)
                        .and_then(|it| it.parquet_columns().get(place));
                    column.is_some_and(|column| deltas::are_bounded(column, &data[range]))
                })
            })
    }
}

/// What the footer says of the file; nothing where it leaves something out.
fn footer(bytes: &[u8]) -> Result<Option<FileMetaData>> {
    // no list has more elements than the footer has bytes, and eight are counted for each
    let mut wire = TCompactInputProtocol::new(Cursor::new(bytes), 16 * bytes.len());
    let (mut version, mut schema, mut rows, mut groups, mut notes) = (None, None, None, None, None);
    wire.read_struct_begin()?;
    loop {
        let field = wire.read_field_begin()?;
        match (field.field_type, field.id) {
            (TType::Stop, _) => break,
            (TType::I32, Some(1)) => version = Some(wire.read_i32()?),
            (TType::List, Some(2)) => schema = Some(list(&mut wire, SchemaElement::read_from_in_protocol)?),
            (TType::I64, Some(3)) => rows = Some(wire.read_i64()?),
            (TType::List, Some(4)) => groups = Some(list(&mut wire, RowGroup::read_from_in_protocol)?),
            (TType::List, Some(5)) => notes = Some(list(&mut wire, KeyValue::read_from_in_protocol)?),
            // who wrote it, the order of statistics: nothing that is read
            (other, _) => wire.skip(other)?,
        }
    }
    let footer = |((version, schema), (rows, groups))| {
        FileMetaData::new(version, schema, rows, groups, notes, None, None, None, None)
    };
    Ok(version.zip(schema).zip(rows.zip(groups)).map(footer))
}

fn list<P: TInputProtocol, T>(wire: &mut P, read: impl Fn(&mut P) -> Result<T>) -> Result<Vec<T>> {
    let TListIdentifier { size, .. } = wire.read_list_begin()?;
    (0..size).map(|_| read(wire)).collect()
}

/// Whether the rows of its groups are those of the file, and a file of this size can hold them.
fn holds(footer: &FileMetaData, bytes: u64) -> bool {
    let is_group = |element: &&SchemaElement| element.num_children.is_some_and(|children| children > 0);
    let groups = footer.schema.iter().filter(is_group).count();
    let columns = (footer.schema.len() - groups) as u64;
    let rows = footer.row_groups.iter().try_fold(0u64, |sum, group| {
        let rows = u64::try_from(group.num_rows).ok()?;
        let has_values = |column: &ColumnMetaData| column.num_values >= 0;
        let whole = group
            .columns
            .iter()
            .all(|column| column.meta_data.as_ref().is_some_and(has_values));
        sum.checked_add(rows).filter(|_| whole)
    });
    let cells = rows.and_then(|rows| rows.checked_mul(columns.max(1)));
    groups <= MOST_GROUPS
        && rows.is_some_and(|rows| i64::try_from(rows) == Ok(footer.num_rows))
        && cells.is_some_and(|cells| cells <= MOST_CELLS.max(CELLS_PER_BYTE * bytes))
}

/// The pages of a column.
#[derive(Clone)]
struct Pages {
    /// Where they stand.
    range: Range<usize>,
    /// Their size, uncompressed.
    size: u64,
    /// Whether values are written as differences in any of them.
    has_deltas: bool,
}

impl Pages {
    /// `None` where they are not whole, or do not hold `rows` values.
    fn of(data: &[u8], column: &ColumnMetaData, rows: i64) -> Option<Self> {
        let start = usize::try_from(column.dictionary_page_offset.unwrap_or(column.data_page_offset)).ok()?;
        let end = start.checked_add(usize::try_from(column.total_compressed_size).ok()?)?;
        let chunk = data.get(start..end)?;
        let mut cursor = Cursor::new(chunk);
        let mut values = 0i64;
        let mut pages = Self {
            range: start..end,
            size: 0,
            has_deltas: false,
        };
        while values < column.num_values {
            // a header that would make room for more than the column's bytes is refused here
            let mut wire = TCompactInputProtocol::new(&mut cursor, 16 * chunk.len());
            let header = PageHeader::read_from_in_protocol(&mut wire).ok()?;
            let page = Page::of(&header)?;
            values = values.checked_add(page.values)?;
            pages.size += page.size;
            pages.has_deltas |= page.has_deltas;
            cursor.set_position(cursor.position().checked_add(page.compressed)?);
            if cursor.position() > chunk.len() as u64 {
                return None;
            }
        }
        (values == column.num_values && values == rows).then_some(pages)
    }
}

/// What a page's header says of it.
struct Page {
    compressed: u64,
    size: u64,
    /// Rows, those without a value among them; none in a dictionary.
    values: i64,
    has_deltas: bool,
}

impl Page {
    /// `None` where it says what cannot be.
    fn of(header: &PageHeader) -> Option<Self> {
        let compressed = u64::try_from(header.compressed_page_size).ok()?;
        let size = u64::try_from(header.uncompressed_page_size)
            .ok()
            .filter(|size| *size <= LARGEST_PAGE)?;
        let count = |number: i32| u64::try_from(number).ok();
        if let Some(page) = &header.dictionary_page_header {
            // each value takes a byte at least
            count(page.num_values).filter(|values| *values <= size)?;
        }
        if let Some(page) = &header.data_page_header_v2 {
            let levels = count(page.definition_levels_byte_length)? + count(page.repetition_levels_byte_length)?;
            let nulls = count(page.num_nulls)?;
            if levels > compressed.min(size) || nulls > count(page.num_values)? {
                return None;
            }
        }
        let (values, encoding) = match header.type_ {
            PageType::DATA_PAGE => {
                let page = header.data_page_header.as_ref()?;
                (page.num_values, Some(page.encoding))
            }
            PageType::DATA_PAGE_V2 => {
                let page = header.data_page_header_v2.as_ref()?;
                (page.num_values, Some(page.encoding))
            }
            _ => (0, None),
        };
        let deltas = [
            Encoding::DELTA_BINARY_PACKED,
            Encoding::DELTA_LENGTH_BYTE_ARRAY,
            Encoding::DELTA_BYTE_ARRAY,
        ];
        Some(Self {
            compressed,
            size,
            values: count(values)?.try_into().ok()?,
            has_deltas: encoding.is_some_and(|encoding| deltas.contains(&encoding)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use polars::prelude::{Column, DataFrame, NamedFrom, ParquetWriter, Series};
    use polars_parquet_format::DataPageHeader;

    /// Three rows of two columns.
    fn written() -> Vec<u8> {
        let name: Column = Series::new("name".into(), ["A", "B", "C"]).into();
        let hours: Column = Series::new("hours".into(), [1.5f64, 2.0, 3.0]).into();
        let mut frame = DataFrame::new_infer_height(vec![name, hours]).expect("columns of one length");
        let mut bytes = Vec::new();
        ParquetWriter::new(&mut bytes).finish(&mut frame).expect("written");
        bytes
    }

    fn with_footer(footer: &[u8]) -> Vec<u8> {
        let length = u32::try_from(footer.len()).expect("a short footer").to_le_bytes();
        [MAGIC, footer, &length, MAGIC].concat()
    }

    /// The file after its footer was changed.
    fn after(change: impl Fn(&mut FileMetaData)) -> Option<Bounded> {
        let mut bounded = Bounded::of(written()).expect("a whole file");
        change(&mut bounded.footer);
        bounded.bytes.truncate(bounded.data);
        let mut footer = Vec::new();
        bounded
            .footer
            .write_to_out_protocol(&mut TCompactOutputProtocol::new(&mut footer))
            .expect("written");
        bounded.bytes.extend(&footer);
        bounded.bytes.extend((footer.len() as u32).to_le_bytes());
        bounded.bytes.extend(MAGIC);
        Bounded::of(bounded.bytes)
    }

    #[test]
    fn a_whole_file_is_bounded() {
        let bounded = Bounded::of(written()).expect("a whole file");
        assert!(bounded.has_bounded_pages());
        assert_eq!(bounded.rows(), 3);
        let again = Bounded::of(bounded.bytes.clone()).expect("a whole file");
        assert_eq!(again.bytes, bounded.bytes);
    }

    #[test]
    fn a_list_longer_than_its_footer_is_refused() {
        // version 1, then a schema of 2,147,483,647 elements
        assert!(Bounded::of(with_footer(&[0x15, 0x02, 0x19, 0xfc, 0xff, 0xff, 0xff, 0xff, 0x07])).is_none());
        assert!(Bounded::of(with_footer(&[])).is_none());
        assert!(Bounded::of(MAGIC.to_vec()).is_none());
        let mut beyond = written();
        let at = beyond.len() - 8;
        beyond[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        assert!(Bounded::of(beyond).is_none());
    }

    #[test]
    fn rows_that_the_file_does_not_hold_are_refused() {
        assert!(after(|_| ()).is_some());
        for rows in [-1, 2, i64::MAX] {
            assert!(after(|footer| footer.num_rows = rows).is_none(), "{rows}");
            let alike = after(|footer| {
                footer.num_rows = rows;
                footer.row_groups[0].num_rows = rows;
            });
            assert!(alike.is_none_or(|file| !file.has_bounded_pages()), "{rows}");
        }
        let elsewhere = after(|footer| {
            let column = footer.row_groups[0].columns[0].meta_data.as_mut().expect("a column");
            column.total_compressed_size = 1 << 40;
        });
        assert!(!elsewhere.expect("a footer").has_bounded_pages());
    }

    #[test]
    fn a_page_of_fewer_values_than_none_is_refused() {
        let page = |values, size| PageHeader {
            type_: polars_parquet_format::PageType::DATA_PAGE,
            uncompressed_page_size: size,
            compressed_page_size: 8,
            crc: None,
            data_page_header: Some(DataPageHeader {
                num_values: values,
                encoding: polars_parquet_format::Encoding::PLAIN,
                definition_level_encoding: polars_parquet_format::Encoding::RLE,
                repetition_level_encoding: polars_parquet_format::Encoding::RLE,
                statistics: None,
            }),
            index_page_header: None,
            dictionary_page_header: None,
            data_page_header_v2: None,
        };
        assert!(Page::of(&page(3, 24)).is_some());
        assert!(Page::of(&page(-3, 24)).is_none());
        assert!(Page::of(&page(3, -1)).is_none());
        assert!(Page::of(&page(3, i32::MAX)).is_none());
    }
}
