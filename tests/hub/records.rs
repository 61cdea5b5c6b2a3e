//! Every input row is accounted for, and what is refused says how to mend it.

use std::path::{Path, PathBuf};

use hubscope::records::{self, HubRecords, ReadOptions, RecordsError, RowState};

fn read(folder: &Path) -> Result<HubRecords, RecordsError> {
    records::read(folder, &ReadOptions::default())
}

/// The folder of reference data, where the environment names it; without it the cases are counted as skipped.
fn reference(cases: usize) -> Option<PathBuf> {
    let folder = std::env::var_os("HUBSCOPE_REFERENCE_DATA").map(PathBuf::from);
    if folder.is_none() {
        eprintln!("skipped {cases} cases: HUBSCOPE_REFERENCE_DATA is not set");
    }
    folder
}

#[test]
fn real_hubs_are_read_with_every_row_used() {
    let hubs = [
        ("h2020-chile-colombia", [1631, 152, 2335, 2183]),
        ("h2020-egypt-lebanon-mozambique-peru", [1294, 108, 1860, 1752]),
    ];
    let Some(folder) = reference(hubs.len()) else { return };
    for (hub, expected) in hubs {
        let records = read(&folder.join("hubs").join(hub)).expect("a hub that can be read");
        let counts = [
            records.stakeholders.len(),
            records.events.len(),
            records.participations.len(),
            records.partnerships.len(),
        ];
        assert_eq!(counts, expected, "{hub}");
        let odd: Vec<_> = records
            .ledger
            .tables
            .iter()
            .flat_map(|table| &table.notes)
            .take(5)
            .collect();
        assert_eq!(
            records.ledger.count(RowState::Used),
            records.ledger.rows(),
            "{hub}: {odd:?}"
        );
    }
}
