//! Of which format is a file?
//!
//! In: its name and its first bytes. Out: the reader to use. What a file holds counts more than what it is called:
//! systems export text, and web pages, under the name of a workbook.

use std::path::Path;

use super::SourceError;
use crate::records::RecordsError;

/// What hubscope reads tables from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Delimited,
    JsonLines,
    Parquet,
    Workbook(Workbook),
    Sqlite,
}

/// Which kind of workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Workbook {
    Xlsx,
    Xlsb,
    Xls,
    Ods,
}

impl Format {
    /// What the file's name says.
    pub fn by_name(path: &Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_lowercase();
        Some(match &*extension {
            "csv" | "tsv" | "tab" | "txt" => Self::Delimited,
            "json" | "jsonl" | "ndjson" => Self::JsonLines,
            "parquet" => Self::Parquet,
            "xlsx" | "xlsm" => Self::Workbook(Workbook::Xlsx),
            "xlsb" => Self::Workbook(Workbook::Xlsb),
            "xls" => Self::Workbook(Workbook::Xls),
            "ods" => Self::Workbook(Workbook::Ods),
            "sqlite" | "sqlite3" | "db" => Self::Sqlite,
            _ => return None,
        })
    }

    /// Whether one file of it holds several tables by name.
    pub fn holds_several(self) -> bool {
        matches!(self, Self::Workbook(_) | Self::Sqlite)
    }

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Delimited => "CSV",
            Self::JsonLines => "JSON",
            Self::Parquet => "Parquet",
            Self::Workbook(Workbook::Xlsx) => "Excel (xlsx)",
            Self::Workbook(Workbook::Xlsb) => "Excel (xlsb)",
            Self::Workbook(Workbook::Xls) => "Excel (xls)",
            Self::Workbook(Workbook::Ods) => "OpenDocument (ods)",
            Self::Sqlite => "SQLite",
        }
    }
}

/// What the file is, by its content where that is plain and by its name else.
pub(super) fn of(file: &str, bytes: &[u8], named: Option<Format>) -> Result<Format, RecordsError> {
    if bytes.is_empty() {
        return Err(RecordsError::Empty { file: file.to_owned() });
    }
    if bytes.starts_with(b"SQLite format 3\0") {
        return Ok(Format::Sqlite);
    }
    if bytes.starts_with(b"PAR1") {
        return Ok(Format::Parquet);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        // a workbook under a password is wrapped in the container of the older format
        return if contains(bytes, &utf_16("EncryptedPackage")) {
            Err(SourceError::Password { file: file.to_owned() }.into())
        } else {
            Ok(Format::Workbook(Workbook::Xls))
        };
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return zipped(bytes).map(Format::Workbook).ok_or_else(|| match named {
            Some(Format::Workbook(_)) => SourceError::Damaged { file: file.to_owned() }.into(),
            _ => RecordsError::Binary { file: file.to_owned() },
        });
    }
    if is_web_page(bytes) {
        return Err(SourceError::WebPage { file: file.to_owned() }.into());
    }
    match named {
        Some(Format::Workbook(_)) if is_text(bytes) => Ok(Format::Delimited),
        Some(Format::Workbook(_) | Format::Sqlite | Format::Parquet) => {
            Err(SourceError::Damaged { file: file.to_owned() }.into())
        }
        Some(format) => Ok(format),
        None => Ok(Format::Delimited),
    }
}

/// The workbook in a zip archive, by the names of its parts.
fn zipped(bytes: &[u8]) -> Option<Workbook> {
    let head = &bytes[..bytes.len().min(256)];
    if contains(head, b"application/vnd.oasis.opendocument.spreadsheet") {
        Some(Workbook::Ods)
    } else if contains(bytes, b"xl/workbook.bin") {
        Some(Workbook::Xlsb)
    } else if contains(bytes, b"xl/") {
        Some(Workbook::Xlsx)
    } else {
        contains(bytes, b"content.xml").then_some(Workbook::Ods)
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn is_text(bytes: &[u8]) -> bool {
    let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    marked || !bytes[..bytes.len().min(4096)].contains(&0)
}

/// A page or a sheet of XML, whatever it is called.
fn is_web_page(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(1024)]).to_lowercase();
    let head = head.trim_start_matches('\u{feff}').trim_start();
    ["<html", "<!doctype", "<table", "<?xml", "<meta", "<head", "<style"]
        .iter()
        .any(|tag| head.starts_with(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_counts_more_than_the_name() {
        let xls = Some(Format::Workbook(Workbook::Xls));
        assert_eq!(of("t.xls", b"a\tb\n1\t2\n", xls).ok(), Some(Format::Delimited));
        assert_eq!(
            of("t.csv", b"PAR1....", Some(Format::Delimited)).ok(),
            Some(Format::Parquet)
        );
        let page = of("t.xls", b"\n<html><table>", xls);
        assert!(
            matches!(page, Err(RecordsError::Source(SourceError::WebPage { .. }))),
            "{page:?}"
        );
        let broken = of("t.parquet", b"a,b\n", Some(Format::Parquet));
        assert!(
            matches!(broken, Err(RecordsError::Source(SourceError::Damaged { .. }))),
            "{broken:?}"
        );
    }

    #[test]
    fn a_password_and_another_archive_are_told_apart() {
        let ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
        let locked = [ole.as_slice(), &utf_16("EncryptedPackage")].concat();
        let refused = of("t.xlsx", &locked, None);
        assert!(
            matches!(refused, Err(RecordsError::Source(SourceError::Password { .. }))),
            "{refused:?}"
        );
        let document = of("t.csv", b"PK\x03\x04 word/document.xml", Some(Format::Delimited));
        assert!(matches!(document, Err(RecordsError::Binary { .. })), "{document:?}");
    }
}
