//! Which cells of an OpenDocument sheet are merged?
//!
//! In: the bytes of the file. Out: the merged cells of each sheet, which the reader of its cells does not tell. A file
//! whose sheets are not closed is refused here: that reader would wait for their end for ever.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::Dimensions;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use super::SourceError;

/// No hub fills more than this.
const LARGEST_PART: u64 = 2 << 30;

/// The merged cells by sheet, or why the file cannot be read.
pub(super) fn merged_cells(file: &str, bytes: &[u8]) -> Result<BTreeMap<String, Vec<Dimensions>>, SourceError> {
    let damaged = || SourceError::Damaged { file: file.to_owned() };
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let manifest = part(&mut archive, "META-INF/manifest.xml").ok_or_else(damaged)?;
    if manifest.contains("encryption-data") {
        return Err(SourceError::Password { file: file.to_owned() });
    }
    let content = part(&mut archive, "content.xml").ok_or_else(damaged)?;
    merged_in(&content).ok_or_else(damaged)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    let found = archive.by_name(name).ok()?;
    found.take(LARGEST_PART).read_to_string(&mut text).ok()?;
    Some(text)
}

/// Where the reader stands.
#[derive(Default)]
struct Place {
    sheet: Option<String>,
    row: u32,
    /// How many rows the open one stands for.
    rows: u32,
    column: u32,
}

/// `None` where the text is no XML or ends within a sheet.
fn merged_in(content: &str) -> Option<BTreeMap<String, Vec<Dimensions>>> {
    let mut reader = Reader::from_str(content);
    let mut place = Place::default();
    let mut merged: BTreeMap<String, Vec<Dimensions>> = BTreeMap::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => place.enter(&tag, &mut merged)?,
            Event::Empty(tag) => {
                place.enter(&tag, &mut merged)?;
                place.leave(tag.name().as_ref());
            }
            Event::End(tag) => place.leave(tag.name().as_ref()),
            Event::Eof => return place.sheet.is_none().then_some(merged),
            _ => {}
        }
    }
}

impl Place {
    fn enter(&mut self, tag: &BytesStart<'_>, merged: &mut BTreeMap<String, Vec<Dimensions>>) -> Option<()> {
        match tag.name().as_ref() {
            "table:table" => {
                *self = Self {
                    sheet: Some(text(tag, "table:name")?.unwrap_or_default()),
                    ..Self::default()
                };
            }
            "table:table-row" => {
                (self.rows, self.column) = (number(tag, "table:number-rows-repeated")?, 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let down = number(tag, "table:number-rows-spanned")?;
                let across = number(tag, "table:number-columns-spanned")?;
                if let Some(sheet) = self.sheet.as_ref().filter(|_| down > 1 || across > 1) {
                    let start = (self.row, self.column);
                    let end = (self.row.checked_add(down - 1)?, self.column.checked_add(across - 1)?);
                    merged.entry(sheet.clone()).or_default().push(Dimensions { start, end });
                }
                self.column = self.column.checked_add(number(tag, "table:number-columns-repeated")?)?;
            }
            _ => {}
        }
        Some(())
    }

    fn leave(&mut self, name: &str) {
        match name {
            "table:table" => self.sheet = None,
            "table:table-row" => self.row = self.row.saturating_add(self.rows),
            _ => {}
        }
    }
}

/// An attribute; the outer `None` where the tag cannot be read.
fn text(tag: &BytesStart<'_>, name: &str) -> Option<Option<String>> {
    match tag.try_get_attribute(name).ok()? {
        Some(found) => Some(Some(found.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())),
        None => Some(None),
    }
}

/// A count, one where it is not told.
fn number(tag: &BytesStart<'_>, name: &str) -> Option<u32> {
    match text(tag, name)? {
        Some(count) => count.trim().parse().ok().filter(|count| *count > 0),
        None => Some(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_stand_where_their_first_cell_does() {
        let content = "<d><table:table table:name=\"A &amp; B\">\
            <table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>\
            <table:table-row><table:table-cell table:number-columns-repeated=\"2\"/>\
            <table:table-cell table:number-rows-spanned=\"2\" table:number-columns-spanned=\"3\"/>\
            <table:covered-table-cell table:number-columns-repeated=\"2\"/></table:table-row>\
            </table:table></d>";
        let merged = merged_in(content).expect("XML");
        assert_eq!(merged["A & B"], [Dimensions::new((3, 2), (4, 4))]);
    }

    #[test]
    fn a_sheet_without_end_is_no_sheet() {
        for content in ["<d><table:table table:name=\"A\">", "<d><table:table></d>", "<d"] {
            assert!(merged_in(content).is_none(), "{content}");
        }
    }
}
