//! Do the pages that a Parquet file writes as differences hold what they say?
//!
//! In: a column's pages, whose sizes were looked at already. Out: whether each has no more values than its header says,
//! and whether the texts they make have a bound. Differences of nothing can say billions of values in ten bytes.

use std::io::Cursor;

use polars_parquet::parquet::compression::DecompressionContext;
use polars_parquet::parquet::encoding::{Encoding, uleb128, zigzag_leb128};
use polars_parquet::parquet::metadata::ColumnChunkMetadata;
use polars_parquet::parquet::page::{DataPage, Page, split_buffer};
use polars_parquet::parquet::read::{PageReader, decompress};

/// The largest block of differences; writers make them of 128 to some thousands.
const LARGEST_BLOCK: u64 = 1 << 20;
/// Texts of one page; writers make pages of a megabyte.
const MOST_BYTES: i64 = 1 << 28;

/// Whether every page of a column is bounded.
pub(super) fn are_bounded(column: &ColumnChunkMetadata, chunk: &[u8]) -> bool {
    let bytes = Cursor::new(chunk.to_vec().into());
    let mut pages = PageReader::new(bytes, column, Vec::new(), 16 * chunk.len());
    pages.all(|page| {
        let page = page.and_then(|page| decompress(page, &mut Vec::new(), &mut DecompressionContext::Unset));
        match page {
            Ok(Page::Data(page)) => is_bounded(&page).is_some(),
            Ok(Page::Dict(_)) => true,
            Err(_) => false,
        }
    })
}

fn is_bounded(page: &DataPage) -> Option<()> {
    let values = split_buffer(page).ok()?.values;
    let most = page.num_values();
    match page.encoding() {
        Encoding::DeltaBinaryPacked => numbers(values, most).map(|_| ()),
        Encoding::DeltaLengthByteArray => {
            let lengths = numbers(values, most)?;
            is_within(&lengths.values, lengths.rest)
        }
        Encoding::DeltaByteArray => {
            // what each text shares with the one before, and what follows that
            let shared = numbers(values, most)?;
            let own = numbers(shared.rest, most)?;
            is_within(&own.values, own.rest)?;
            let pairs = shared.values.iter().zip(&own.values);
            let texts = pairs.clone().try_fold((0i64, 0i64), |(before, sum), (shared, own)| {
                let length = shared.checked_add(*own)?;
                let is_shared = (0..=before).contains(shared);
                is_shared.then_some((length, sum.checked_add(length)?))
            });
            let (_, sum) = texts?;
            (shared.values.len() == own.values.len() && sum <= MOST_BYTES).then_some(())
        }
        _ => Some(()),
    }
}

fn is_within(lengths: &[i64], bytes: &[u8]) -> Option<()> {
    let sum = lengths.iter().try_fold(0i64, |sum, length| {
        sum.checked_add(*length).filter(|_| (0..=MOST_BYTES).contains(length))
    });
    (usize::try_from(sum?).ok()? <= bytes.len()).then_some(())
}

/// Numbers that were written as differences, and the bytes behind them.
struct Numbers<'a> {
    values: Vec<i64>,
    rest: &'a [u8],
}

/// Reads the differences; `None` where they are not whole or more than `most`.
fn numbers(bytes: &[u8], most: usize) -> Option<Numbers<'_>> {
    let mut rest = bytes;
    let block = unsigned(&mut rest)?;
    let parts = unsigned(&mut rest)?;
    let count = usize::try_from(unsigned(&mut rest)?).ok()?;
    let mut last = signed(&mut rest)?;
    let is_form = block <= LARGEST_BLOCK && block % 128 == 0 && parts > 0 && block % parts == 0;
    if !is_form || (block / parts) % 32 != 0 || count > most {
        return None;
    }
    let (parts, each) = (usize::try_from(parts).ok()?, usize::try_from(block / parts).ok()?);
    let mut values = Vec::new();
    values.extend((count > 0).then_some(last));
    while values.len() < count {
        let least = signed(&mut rest)?;
        let widths = taken(&mut rest, parts)?;
        for width in widths.iter().map(|width| usize::from(*width)) {
            if values.len() == count {
                break;
            }
            let packed = (width <= 64).then(|| taken(&mut rest, (width * each).div_ceil(8)))??;
            for place in 0..each.min(count - values.len()) {
                let difference = bits(packed, place * width, width).cast_signed();
                last = last.wrapping_add(least).wrapping_add(difference);
                values.push(last);
            }
        }
    }
    Some(Numbers { values, rest })
}

/// Some bits of packed ones, the lowest first.
fn bits(packed: &[u8], from: usize, width: usize) -> u64 {
    (0..width).fold(0, |number, at| {
        let (byte, bit) = ((from + at) / 8, (from + at) % 8);
        number | u64::from(packed[byte] >> bit & 1) << at
    })
}

fn unsigned(bytes: &mut &[u8]) -> Option<u64> {
    let (number, length) = uleb128::decode(bytes);
    taken(bytes, length.max(1)).map(|_| number)
}

fn signed(bytes: &mut &[u8]) -> Option<i64> {
    let (number, length) = zigzag_leb128::decode(bytes);
    taken(bytes, length.max(1)).map(|_| number)
}

fn taken<'a>(bytes: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, rest) = bytes.split_at_checked(length)?;
    *bytes = rest;
    Some(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_are_read_as_the_standard_writes_them() {
        // blocks of 128 in 4 parts, five values: 7, 5, 3, 1, 2 (an example of the standard)
        let bytes = [&[0x80, 1, 4, 5, 14, 3, 2, 0, 0, 0][..], &[0xc0], &[0; 7], b"x"].concat();
        let read = numbers(&bytes, 5).expect("five values");
        assert_eq!(read.values, [7, 5, 3, 1, 2]);
        assert_eq!(read.rest, b"x");
        assert!(numbers(&bytes, 4).is_none());
        assert!(numbers(&bytes[..12], 5).is_none());
    }

    #[test]
    fn billions_of_equal_values_are_refused() {
        // count 0xffff_ffff, every difference none
        let bytes = [0x80, 1, 4, 0xff, 0xff, 0xff, 0xff, 0x0f, 0, 0, 0, 0, 0, 0];
        assert!(numbers(&bytes, 3).is_none());
        // a block of 2^35 values
        assert!(numbers(&[0x80, 0x80, 0x80, 0x80, 0x80, 1, 4, 2, 0, 0, 0, 0, 0, 0], 3).is_none());
        assert!(numbers(&[0x80, 1, 0, 2, 0], 3).is_none());
    }

    #[test]
    fn lengths_lie_within_the_page() {
        assert!(is_within(&[1, 2], b"abc").is_some() && is_within(&[1, 2], b"ab").is_none());
        assert!(is_within(&[-1, 2], b"abc").is_none() && is_within(&[i64::MAX, i64::MAX], b"abc").is_none());
    }
}
