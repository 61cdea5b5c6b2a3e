//! Whatever bytes a file has, reading ends with records or with a refusal: it never panics and never hangs.
//!
//! Files of every format are spoilt at random. `FUZZ_SECONDS` says for how long (a few seconds by default),
//! `FUZZ_FORMAT` spoils files of one ending only; a failure names the seed by which it can be made again.

use std::io::{Cursor, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

use hubscope::random::{Draws, stream};
use hubscope::records::{self, ReadOptions};

use crate::files::{self, Table};

/// No spoilt file of a few kilobytes takes longer, on the slowest machine.
const LONGEST: Duration = Duration::from_secs(60);

const ACTORS: &str = "nombre,tipo,ciudad,ingreso,correo\n\
    Ana Muñoz,persona,Bogotá,2024-02-29,ana@example.org\n\
    Fundación Ñandú,organización,\"Cali, Valle\",2023-05-01,\n\
    Beto Díaz,persona,,2022-11-30,\n\
    Total,,,,\n";

/// The names and bytes of valid files, one of each format.
fn valid_files() -> Vec<(&'static str, Vec<u8>)> {
    let table = Table::from_csv("actores", ACTORS);
    let folder = tempfile::tempdir().expect("a folder");
    let database = folder.path().join("actores.sqlite");
    files::sqlite(&database, std::slice::from_ref(&table));
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/sources");
    vec![
        ("actores.csv", ACTORS.as_bytes().to_vec()),
        ("actores.csv", files::semicolons_1252(ACTORS)),
        ("actores.csv", wide(ACTORS)),
        ("actores.jsonl", files::json_lines(&table).into_bytes()),
        ("actores.parquet", files::parquet(&table)),
        (
            "actores.parquet",
            std::fs::read(data.join("actores_deltas.parquet")).expect("a test file"),
        ),
        ("actores.xlsx", files::xlsx(std::slice::from_ref(&table))),
        ("actores.ods", files::ods(&[files::ods_sheet(&table)])),
        (
            "actores.xls",
            std::fs::read(data.join("actores.xls")).expect("a test file"),
        ),
        (
            "actores.xlsb",
            std::fs::read(data.join("actores.xlsb")).expect("a test file"),
        ),
        ("actores.sqlite", std::fs::read(&database).expect("its bytes")),
    ]
}

/// Spoils bytes in one to four ways.
fn spoil(bytes: &mut Vec<u8>, draws: &mut impl Draws) {
    for _ in 0..=draws.below(3) {
        if bytes.is_empty() {
            return;
        }
        let at = draws.below(bytes.len());
        let to = (at + 1 + draws.below(64)).min(bytes.len());
        match draws.below(8) {
            0 => bytes[at] ^= 1 << draws.below(8),
            1 => bytes[at] = draws.below(256) as u8,
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..to)),
            4 => {
                let piece = bytes[at..to].to_vec();
                let place = draws.below(bytes.len());
                bytes.splice(place..place, piece);
            }
            5 => bytes[at..to].fill([0, 0xff, b'"', b'\n', b'9', b'<'][draws.below(6)]),
            6 => {
                let odd: &[&[u8]] = &[
                    b"\"",
                    b"\r",
                    b"\n\n",
                    b";",
                    b"\xef\xbb\xbf",
                    b"\xff\xfe",
                    b"\0",
                    b"1e999",
                    b"-",
                    b"<",
                    b"/>",
                    b"99999999999",
                ];
                bytes.splice(at..at, odd[draws.below(odd.len())].iter().copied());
            }
            _ => {
                let other = draws.below(bytes.len());
                bytes.swap(at, other);
            }
        }
    }
}

/// Spoils a part inside an archive, so that its sums still agree.
fn spoil_part(archive: &[u8], draws: &mut impl Draws) -> Option<Vec<u8>> {
    let mut from = zip::ZipArchive::new(Cursor::new(archive)).ok()?;
    let spoilt = draws.below(from.len());
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let mut file = from.by_index(place).ok()?;
        let name = file.name().ok()?.into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).ok()?;
        if place == spoilt {
            spoil(&mut content, draws);
        }
        let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        to.start_file(name, stored).ok()?;
        to.write_all(&content).ok()?;
    }
    Some(to.finish().ok()?.into_inner())
}

#[test]
fn spoilt_files_are_read_or_refused() {
    let seconds = std::env::var("FUZZ_SECONDS")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(5);
    let seed = std::env::var("FUZZ_SEED")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(20_260_704);
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut valid = valid_files();
    if let Ok(ending) = std::env::var("FUZZ_FORMAT") {
        valid.retain(|(name, _)| name.ends_with(&format!(".{ending}")));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (mut read, mut refused) = (0usize, 0usize);
    for draw in 0.. {
        if Instant::now() > end {
            break;
        }
        let mut draws = stream(seed, "spoil", draw);
        let (name, bytes) = &valid[draws.below(valid.len())];
        let mut bytes = bytes.clone();
        let inside = bytes.starts_with(b"PK") && draws.below(4) > 0;
        match inside.then(|| spoil_part(&bytes, &mut draws)).flatten() {
            Some(spoilt) => bytes = spoilt,
            None => spoil(&mut bytes, &mut draws),
        }
        let path = folder.path().join(name);
        std::fs::write(&path, &bytes).expect("written");
        let started = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            records::read(folder.path(), &ReadOptions::default())
        }));
        let Ok(outcome) = outcome else {
            panic!("{name}: a panic with FUZZ_SEED={seed}, draw {draw}");
        };
        assert!(
            started.elapsed() < LONGEST,
            "{name}: too long with FUZZ_SEED={seed}, draw {draw}"
        );
        match outcome {
            Ok(records) => {
                read += 1;
                let rows = records
                    .ledger
                    .tables
                    .iter()
                    .map(|table| table.states.len())
                    .sum::<usize>();
                assert_eq!(records.ledger.rows(), rows);
            }
            Err(error) => {
                refused += 1;
                // every refusal has its words
                assert!(!error.message().0.is_empty() && !error.remedy().0.is_empty());
            }
        }
        std::fs::remove_file(&path).expect("removed");
    }
    eprintln!("{} spoilt files: {read} read, {refused} refused", read + refused);
    // a mutator that only ever breaks, or never does, tests nothing
    assert!(read > 0 && refused > 0, "{read} read, {refused} refused");
}
