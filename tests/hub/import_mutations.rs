//! Whatever stands in another program's file: it is read or refused, never a panic, and what is read makes a hub that
//! can be read back, every row accounted for.

use std::time::{Duration, Instant};

use hubscope::messages::{Lang, Messages};
use hubscope::records::adapters::{ImportFormat, ImportOptions, Imported};
use hubscope::records::{self, ReadOptions};

use crate::import_graphs::{CONNECTIONS, DYNAMIC, ELEMENTS, NETWORK, PAJEK, gexf, graphml};
use crate::import_people::{EVENTBRITE, GOOGLE, GOOGLE_MAP, KOBO, MICROSOFT, QUALTRICS, ZOOM};
use crate::imports::{sentences, try_import};

/// Reproducible numbers, so that a failure can be found again.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides.max(1)
    }
}

/// Bytes that mean something to one of the formats.
const TOKENS: [&str; 26] = [
    "\"",
    "<",
    ">",
    "&",
    ",",
    ";",
    "\n",
    "\r\n",
    "|",
    "[",
    "]",
    "*",
    "\u{0}",
    "\u{feff}",
    "é",
    "\u{ff}",
    "-1",
    "1e999",
    "NaN",
    "99999999999999999999",
    "</node>",
    "<graph>",
    "]]>",
    "*Vertices 3 1",
    "31/02/2026",
    "=1+1",
];

fn mutated(sample: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = sample.to_vec();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len() + 1);
        match dice.below(6) {
            0 => bytes.truncate(at),
            1 => bytes
                .splice(at..at, TOKENS[dice.below(TOKENS.len())].bytes())
                .for_each(drop),
            2 if at < bytes.len() => bytes[at] = u8::try_from(dice.below(256)).expect("a byte"),
            3 => {
                let end = (at + dice.below(40)).min(bytes.len());
                bytes.drain(at..end).for_each(drop);
            }
            4 => {
                let end = (at + dice.below(80)).min(bytes.len());
                let part = bytes[at..end].to_vec();
                let to = dice.below(bytes.len() + 1);
                bytes.splice(to..to, part).for_each(drop);
            }
            _ => {
                let token = TOKENS[dice.below(TOKENS.len())].as_bytes();
                let end = (at + token.len()).min(bytes.len());
                bytes.splice(at..end, token.iter().copied()).for_each(drop);
            }
        }
    }
    bytes
}

/// The formats with a file of each, and the map of forms.
fn samples() -> Vec<(ImportFormat, &'static str, Vec<u8>)> {
    let text = |text: &str| text.as_bytes().to_vec();
    vec![
        (ImportFormat::Graphml, "a.graphml", text(&graphml(NETWORK))),
        (ImportFormat::Gexf, "a.gexf", text(&gexf(DYNAMIC))),
        (ImportFormat::Pajek, "a.net", text(PAJEK)),
        (ImportFormat::Kumu, "a.csv", text(ELEMENTS)),
        (ImportFormat::Kumu, "a.csv", text(CONNECTIONS)),
        (
            ImportFormat::Kumu,
            "a.json",
            text(
                r#"{"elements": [{"id": "e1", "label": "A"}], "connections": [{"from": "e1", "to": "B|C", "direction": "mutual"}]}"#,
            ),
        ),
        (ImportFormat::Zoom, "a.csv", text(ZOOM)),
        (ImportFormat::Eventbrite, "a.csv", text(EVENTBRITE)),
        (ImportFormat::GoogleForms, "a.csv", text(GOOGLE)),
        (ImportFormat::MicrosoftForms, "a.csv", text(MICROSOFT)),
        (ImportFormat::Kobo, "a.csv", text(KOBO)),
        (ImportFormat::Qualtrics, "a.csv", text(QUALTRICS)),
    ]
}

/// The hub made of it can be read, and its tables hold the rows that the account names.
fn holds(imported: &Imported, shown: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    for file in imported.files(&Messages::new(Lang::En)).expect("the hub's files") {
        std::fs::write(folder.path().join(&file.name), &file.content).expect("written");
    }
    if let Err(error) = records::read(folder.path(), &ReadOptions::default()) {
        panic!("the hub cannot be read: {error}\n{shown}");
    }
    for place in imported
        .ledger
        .files
        .iter()
        .flat_map(|file| &file.rows)
        .flat_map(|fate| &fate.into)
    {
        let table = imported
            .tables
            .iter()
            .find(|table| table.table == place.table)
            .expect("the table");
        assert!(place.row < table.rows.len(), "{place:?}\n{shown}");
    }
}

#[test]
fn no_mutation_of_a_file_panics_or_makes_a_hub_that_cannot_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let map = folder.path().join("mapa.toml");
    std::fs::write(&map, GOOGLE_MAP).expect("written");
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    let until = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let (mut dice, mut read, mut round) = (Dice(7), 0, 0);
    loop {
        for (format, name, sample) in samples() {
            let bytes = if round == 0 {
                sample
            } else {
                mutated(&sample, &mut dice)
            };
            let is_google = format == ImportFormat::GoogleForms;
            let options = ImportOptions {
                map: is_google.then(|| map.clone()),
                date: (dice.below(2) == 0).then(|| "2026-05-13".to_owned()),
                ..ImportOptions::default()
            };
            match try_import(format, &[(name, &bytes)], &options) {
                Ok(imported) => {
                    holds(&imported, &String::from_utf8_lossy(&bytes));
                    read += 1;
                }
                Err(error) => drop(sentences(&error)),
            }
        }
        round += 1;
        let done = until.map_or(round >= 60, |until| Instant::now() >= until);
        if done {
            break;
        }
    }
    // most mutations leave a file that can be read
    assert!(read * 4 > round * samples().len(), "{read} of {round} rounds");
}
