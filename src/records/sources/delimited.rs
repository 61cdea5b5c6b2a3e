//! What stands in a text file of separated cells?
//!
//! In: the bytes of a CSV or TSV file. Out: its columns as text, blank lines included, so that each row keeps the
//! number a spreadsheet gives it. What would be read wrongly in silence is refused with its row.

use csv::{ByteRecord, Reader, ReaderBuilder};
use polars::prelude::{PlSmallStr, StringChunkedBuilder};

use super::heading::{self, TITLE_ROWS};
use super::{Content, SheetColumn};
use crate::records::RecordsError;

const LONGEST_LINE: usize = 16 * 1024 * 1024;
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads the cells by column; `is_known` says whether a header is a column of the table.
pub(super) fn read(file: &str, text: &str, is_known: &dyn Fn(&str) -> bool) -> Result<Content, RecordsError> {
    refuse_no_table(file, text)?;
    let Opening { separator, above } = opening(text, is_known);
    let header_row = above.len() as u64 + 1;
    let mut headers: Vec<String> = Vec::new();
    let mut columns: Vec<StringChunkedBuilder> = Vec::new();
    each_row(file, text, separator, |row, record| {
        match record {
            _ if row < header_row => {}
            Some(record) if row == header_row => {
                headers = record.iter().map(|cell| as_text(cell).to_owned()).collect();
                let builder = |_: &String| StringChunkedBuilder::new(PlSmallStr::EMPTY, text.len() / 64);
                columns = headers.iter().map(builder).collect();
            }
            Some(record) => append(file, row, record, &mut columns)?,
            None => columns.iter_mut().for_each(StringChunkedBuilder::append_null),
        }
        Ok(())
    })?;
    let named = |(place, (header, cells)): (usize, (String, StringChunkedBuilder))| SheetColumn {
        header: if header.is_empty() {
            format!("({})", place + 1)
        } else {
            header
        },
        cells: cells.finish(),
        ..SheetColumn::default()
    };
    Ok(Content {
        columns: headers.into_iter().zip(columns).enumerate().map(named).collect(),
        first_row: header_row + 1,
        notes: heading::titles(&above, header_row).into_iter().collect(),
        ..Content::default()
    })
}

/// Reads the cells row by row, the header among them; `is_known` says whether a header is a column of any table.
pub(super) fn rows(
    file: &str,
    text: &str,
    is_known: &dyn Fn(&str) -> bool,
) -> Result<Vec<Vec<Option<String>>>, RecordsError> {
    refuse_no_table(file, text)?;
    let mut rows = Vec::new();
    each_row(file, text, opening(text, is_known).separator, |_, record| {
        rows.push(record.map(cells).unwrap_or_default());
        Ok(())
    })?;
    Ok(rows)
}

/// Hands on each row with its number, blank ones as `None`, and refuses quotes that swallow rows.
fn each_row(
    file: &str,
    text: &str,
    separator: u8,
    mut take: impl FnMut(u64, Option<&ByteRecord>) -> Result<(), RecordsError>,
) -> Result<(), RecordsError> {
    let mut reader = reader(text, separator);
    let mut record = ByteRecord::new();
    let mut row = 0;
    let mut last = None;
    loop {
        let before = reader.position().byte() as usize;
        let is_record = reader
            .read_byte_record(&mut record)
            .map_err(|problem| RecordsError::Unreadable {
                file: file.to_owned(),
                problem: problem.to_string(),
            })?;
        if !is_record {
            break;
        }
        for _ in 0..blank_lines(text.as_bytes(), before) {
            row += 1;
            take(row, None)?;
        }
        row += 1;
        let span = Span::of(&record, reader.position().line());
        let bytes = &text.as_bytes()[before..(reader.position().byte() as usize).min(text.len())];
        if span.lines > 1 && closes_amid_text(bytes, separator) {
            return Err(RecordsError::OpenQuote {
                file: file.to_owned(),
                row,
            });
        }
        last = Some(span);
        take(row, Some(&record))?;
    }
    last.map_or(Ok(()), |last| refuse_open_quote(file, text, row, &last))
}

/// The text of a cell: a slice of valid text between ASCII marks is valid text.
fn as_text(cell: &[u8]) -> &str {
    std::str::from_utf8(cell).map_or("", str::trim)
}

fn cells(record: &ByteRecord) -> Vec<Option<String>> {
    let texts = record.iter().map(as_text);
    texts.map(|text| (!text.is_empty()).then(|| text.to_owned())).collect()
}

/// Refuses what has no text, or lines of no sane length.
fn refuse_no_table(file: &str, text: &str) -> Result<(), RecordsError> {
    if text.trim().is_empty() {
        return Err(RecordsError::Empty { file: file.to_owned() });
    }
    let mut lines = text.as_bytes().split(|byte| *byte == b'\n');
    match lines.position(|line| line.len() > LONGEST_LINE) {
        Some(line) => Err(RecordsError::LongLine {
            file: file.to_owned(),
            row: line as u64 + 1,
        }),
        None => Ok(()),
    }
}

fn reader(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

/// How a file begins.
struct Opening {
    separator: u8,
    /// The rows above the header.
    above: Vec<Vec<Option<String>>>,
}

/// The separator by which some row has most column names, and that row: the header. Among equals the one that splits
/// it into most cells.
fn opening(text: &str, is_known: &dyn Fn(&str) -> bool) -> Opening {
    let tried = |separator: u8| {
        let mut rows = Vec::new();
        let mut reader = reader(text, separator);
        let mut record = ByteRecord::new();
        while rows.len() <= TITLE_ROWS {
            let before = reader.position().byte() as usize;
            if !reader.read_byte_record(&mut record).unwrap_or(false) {
                break;
            }
            (0..blank_lines(text.as_bytes(), before)).for_each(|_| rows.push(Vec::new()));
            rows.push(cells(&record));
        }
        let header = heading::header_row(&rows, is_known);
        let row = rows.get(header).map_or(&[][..], Vec::as_slice);
        let known = row.iter().flatten().filter(|cell| is_known(cell)).count();
        let score = (known, row.len());
        rows.truncate(header);
        (score, Opening { separator, above: rows })
    };
    let openings = SEPARATORS.into_iter().rev().map(tried);
    openings.max_by_key(|(score, _)| *score).map_or(
        Opening {
            separator: b',',
            above: Vec::new(),
        },
        |(_, opening)| opening,
    )
}

/// How many blank lines stand at a place before the next record; the end of the record before it is not one.
fn blank_lines(bytes: &[u8], from: usize) -> usize {
    let rest = &bytes[from.min(bytes.len())..];
    // after `\r\n` the reader may stand between the two
    let rest = match (from.checked_sub(1).and_then(|place| bytes.get(place)), rest) {
        (Some(b'\r'), [b'\n', rest @ ..]) => rest,
        _ => rest,
    };
    let breaks: Vec<u8> = rest
        .iter()
        .copied()
        .take_while(|byte| matches!(byte, b'\r' | b'\n'))
        .collect();
    let pairs = breaks.windows(2).filter(|pair| *pair == b"\r\n").count();
    breaks.len() - pairs
}

fn append(file: &str, row: u64, record: &ByteRecord, columns: &mut [StringChunkedBuilder]) -> Result<(), RecordsError> {
    let blank = |cell: &[u8]| cell.iter().all(u8::is_ascii_whitespace);
    if record.iter().skip(columns.len()).any(|cell| !blank(cell)) {
        return Err(RecordsError::ExtraCells {
            file: file.to_owned(),
            row,
            expected: columns.len(),
            found: record.len(),
        });
    }
    for (place, column) in columns.iter_mut().enumerate() {
        let cell = record.get(place).map_or("", as_text);
        column.append_option((!cell.is_empty()).then_some(cell));
    }
    Ok(())
}

/// How a record lies in the file.
struct Span {
    lines: u64,
    breaks_in_last_cell: bool,
}

impl Span {
    fn of(record: &ByteRecord, end: u64) -> Self {
        Self {
            lines: end.saturating_sub(record.position().map_or(end, csv::Position::line)),
            breaks_in_last_cell: record.iter().next_back().is_some_and(|cell| cell.contains(&b'\n')),
        }
    }
}

/// Whether a quoted cell goes on after its closing quote: over several lines, the quote that closes it opens another
/// cell, and the rows between have been swallowed.
fn closes_amid_text(record: &[u8], separator: u8) -> bool {
    let is_end = |byte: u8| byte == separator || matches!(byte, b'\r' | b'\n');
    let (mut quoted, mut starts) = (false, true);
    let mut bytes = record.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' if quoted => {
                quoted = bytes.next_if_eq(&b'"').is_some();
                let goes_on = bytes.peek().is_some_and(|next| !is_end(*next) && *next != b' ');
                if !quoted && goes_on {
                    return true;
                }
            }
            b'"' if starts => quoted = true,
            _ => {}
        }
        starts = !quoted && is_end(byte);
    }
    false
}

/// A quote that is never closed swallows the rest of the file into the last cell.
fn refuse_open_quote(file: &str, text: &str, row: u64, last: &Span) -> Result<(), RecordsError> {
    let odd = text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
    if odd && last.breaks_in_last_cell && last.lines > 1 {
        return Err(RecordsError::OpenQuote {
            file: file.to_owned(),
            row,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<Option<String>>> {
        let content = read("t.csv", text, &|header| matches!(header, "name" | "city")).expect("readable");
        content
            .columns
            .iter()
            .map(|column| column.cells.iter().map(|cell| cell.map(str::to_owned)).collect())
            .collect()
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn the_header_decides_the_separator() {
        for separator in [",", ";", "\t", "|"] {
            let text = ["name", "city\n\"A, B\"", "x;\n"].join(separator).replace("x;", "x");
            assert_eq!(cells(&text), [vec![some("A, B")], vec![some("x")]], "{separator:?}");
        }
    }

    #[test]
    fn blank_lines_keep_their_row_with_either_line_end() {
        for end in ["\n", "\r\n"] {
            let text = ["name,city", "A,x", "", "", "B,\"y", "z\"", "", "C,", ""].join(end);
            let names = [some("A"), None, None, some("B"), None, some("C")];
            assert_eq!(cells(&text)[0], names, "{end:?}");
        }
    }

    #[test]
    fn blank_lines_and_titles_stand_above_the_header() {
        let content = read("t.csv", "\nRed de innovación;;\n\nname;city\nA;x\n", &|header| {
            matches!(header, "name" | "city")
        });
        let content = content.expect("readable");
        assert_eq!(content.first_row, 5);
        assert_eq!(content.columns[0].cells.iter().collect::<Vec<_>>(), [Some("A")]);
        assert_eq!(content.notes.len(), 1);
    }

    #[test]
    fn short_rows_are_padded_and_trailing_separators_are_nothing() {
        assert_eq!(
            cells("name,city\nA\nB,x,,"),
            [[some("A"), some("B")], [None, some("x")]]
        );
    }

    #[test]
    fn an_open_quote_is_refused_and_an_inch_is_not() {
        let open = read("t.csv", "name,city\nA,\"x\nB,y\nC,z\n", &|_| true);
        assert!(
            matches!(open, Err(RecordsError::OpenQuote { row: 2, .. })),
            "{:?}",
            open.err()
        );
        assert_eq!(cells("name,city\nA,12\" pipe\nB,y\n").len(), 2);
    }

    #[test]
    fn two_open_quotes_swallow_no_rows() {
        for text in [
            "name,city\nA,\"x\nB,y\nC,\"z\nD,w\n",
            "name,city\nA,\"x\nB,y\n\"C\",z\n",
        ] {
            let read = read("t.csv", text, &|_| true);
            assert!(matches!(read, Err(RecordsError::OpenQuote { row: 2, .. })), "{text}");
        }
        let lines = cells("name,city\nA,\"x, \"\"y\"\"\nz\"\n\"B\nC\",w\n");
        assert_eq!(lines[0], [some("A"), some("B\nC")]);
    }
}
