//! Each row of the table of what is refused, repaired and used, through the program: exit code, exit code under
//! `--strict`, the state in the ledger, and what the person reads: file, row, remedy.

use crate::program::{hub_of, hubscope, rows};

const TIES: &str = "id,source,target,start,end\nt1,A,B,2024-01-01,2024-12-31\n";

/// A table that cannot be read, and what its error names.
struct Refused {
    files: &'static [(&'static str, &'static str)],
    says: &'static [&'static str],
}

const REFUSED: [Refused; 6] = [
    Refused {
        files: &[("hub.toml", "[tables]\npartnerships = \"ties.csv\"\n")],
        says: &["ties.csv"],
    },
    Refused {
        files: &[("partnerships.csv", "")],
        says: &["partnerships.csv"],
    },
    Refused {
        files: &[("partnerships.csv", "source,target\nA,B\u{0}\u{1}\u{2}\n")],
        says: &["partnerships.csv"],
    },
    Refused {
        files: &[("partnerships.csv", "source,start\nA,2024-01-01\n")],
        says: &["partnerships.csv", "target"],
    },
    Refused {
        files: &[(
            "partnerships.csv",
            "source,target,start\nA,B,03/05/2024\nA,C,04/06/2024\n",
        )],
        says: &["partnerships.csv", "start", "row 2", "date_order"],
    },
    Refused {
        files: &[("partnerships.csv", "source,target,amount\nA,B,1.200\nA,C,3.400\n")],
        says: &["partnerships.csv", "amount", "row 2", "number_form"],
    },
];

#[test]
fn what_cannot_be_read_is_exit_1_with_its_place_and_a_remedy() {
    for case in &REFUSED {
        let hub = hub_of(case.files);
        let ran = hubscope(&["check", hub.path().to_str().expect("a path")]);
        assert_eq!(ran.code, 1, "{:?}: {}{}", case.files, ran.stdout, ran.stderr);
        assert!(
            ran.stderr.contains("error:") && ran.stderr.contains("hint:"),
            "{}",
            ran.stderr
        );
        for words in case.says {
            assert!(ran.stderr.contains(words), "{words}: {}", ran.stderr);
        }
        assert!(ran.stdout.is_empty(), "{}", ran.stdout);
    }
}

#[test]
fn what_hub_toml_names_in_vain_is_exit_2_with_its_place_and_a_remedy() {
    for (toml, says) in [
        ("[values.sectr]\npublic = \"government\"\n", "sector"),
        ("[columns.partnerships]\nsource = \"form\"\n", "from"),
        ("[hub]\noperator = \"Alpa\"\n", "Alpha"),
        ("[hub]\nstaff = [\"Alpha\", \"nobody\"]\n", "nobody"),
    ] {
        let ties = "from,source,target,start\n1,Alpha,B,2024-01-01\n";
        let hub = hub_of(&[("partnerships.csv", ties), ("hub.toml", toml)]);
        let ran = hubscope(&["check", hub.path().to_str().expect("a path")]);
        assert_eq!(ran.code, 2, "{toml}: {}{}", ran.stdout, ran.stderr);
        for words in ["hub.toml", "hint:", says] {
            assert!(ran.stderr.contains(words), "{toml}: {}", ran.stderr);
        }
    }
}

#[test]
fn a_line_over_sixteen_mebibytes_is_refused() {
    let long = format!("source,target,function\nA,B,{}\n", "x".repeat((16 << 20) + 1));
    let hub = hub_of(&[("partnerships.csv", &long)]);
    let ran = hubscope(&["check", hub.path().to_str().expect("a path")]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("partnerships.csv") && ran.stderr.contains("hint:"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_reader_that_stumbles_leaves_no_trace_beside_its_refusal() {
    let whole = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/sources/actores.xls");
    let mut broken = std::fs::read(whole).expect("a test file");
    // the first record of the workbook is said to be empty, and its reader takes its version from it all the same
    assert_eq!(broken[512..516], [0x09, 0x08, 16, 0]);
    broken[514] = 0;
    let hub = hub_of(&[]);
    std::fs::write(hub.path().join("actores.xls"), broken).expect("written");
    let ran = hubscope(&["check", hub.path().to_str().expect("a path")]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("actores.xls"), "{}", ran.stderr);
    assert!(
        !ran.stderr.contains("panicked") && !ran.stderr.contains("backtrace"),
        "{}",
        ran.stderr
    );
}

#[test]
fn one_id_for_two_different_rows_is_refused() {
    let table = "id,source,target\nt1,A,B\nt1,A,C\n";
    let hub = hub_of(&[("partnerships.csv", table)]);
    let ran = hubscope(&["check", hub.path().to_str().expect("a path")]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("t1") && ran.stderr.contains("row"),
        "{}",
        ran.stderr
    );
}

/// A table that is read with something noticed.
struct Noticed {
    files: &'static [(&'static str, &'static str)],
    /// Table, row and state in the ledger.
    row: (&'static str, &'static str, &'static str),
    strict: i32,
}

const NOTICED: [Noticed; 10] = [
    Noticed {
        files: &[(
            "partnerships.csv",
            "id,source,target,start\nt1,A,B,soon\nt2,A,C,2024-01-01\n",
        )],
        row: ("partnerships", "2", "repaired"),
        strict: 1,
    },
    Noticed {
        files: &[("partnerships.csv", "id,source,target\nt1,A,\nt2,A,C\n")],
        row: ("partnerships", "2", "excluded"),
        strict: 1,
    },
    Noticed {
        files: &[
            ("partnerships.csv", TIES),
            ("stakeholders.csv", "id,name\nA,Alpha\nB,\n"),
        ],
        row: ("stakeholders", "3", "repaired"),
        strict: 1,
    },
    Noticed {
        files: &[("partnerships.csv", TIES), ("stakeholders.csv", "id,name\nA,Alpha\n")],
        row: ("partnerships", "2", "used"),
        strict: 1,
    },
    Noticed {
        files: &[("partnerships.csv", "id,source,target\nt1,A,A\nt2,A,C\n")],
        row: ("partnerships", "2", "excluded"),
        strict: 1,
    },
    Noticed {
        files: &[("partnerships.csv", "id,source,target\nt1,A,B\nt1,A,B\n")],
        row: ("partnerships", "3", "merged"),
        strict: 1,
    },
    Noticed {
        files: &[("partnerships.csv", "id,source,target\nt1,A,B\nt2,B,A\n")],
        row: ("partnerships", "3", "used"),
        strict: 0,
    },
    Noticed {
        files: &[(
            "partnerships.csv",
            "id,source,target,start,end\nt1,A,B,2024-05-01,2024-01-01\nt2,A,C,2024-01-01,2024-12-31\n",
        )],
        row: ("partnerships", "2", "repaired"),
        strict: 1,
    },
    Noticed {
        files: &[
            ("events.csv", "id,name,start,end\ne1,Workshop,2024-03-01,2024-03-02\n"),
            (
                "participations.csv",
                "stakeholder_id,event_id,date\nA,e1,2024-02-01\nB,e1,2024-03-01\n",
            ),
        ],
        row: ("participations", "2", "used"),
        strict: 1,
    },
    Noticed {
        files: &[("partnerships.csv", TIES), ("events.csv", "id,name\n")],
        row: ("partnerships", "2", "used"),
        strict: 0,
    },
];

#[test]
fn what_is_repaired_or_left_out_is_exit_0_and_exit_1_under_strict() {
    for case in &NOTICED {
        let hub = hub_of(case.files);
        let path = hub.path().to_str().expect("a path");
        let checked = hubscope(&["check", path]);
        assert_eq!(checked.code, 0, "{:?}: {}", case.files, checked.stderr);
        let strict = hubscope(&["check", path, "--strict"]);
        assert_eq!(
            strict.code, case.strict,
            "{:?}: {}{}",
            case.files, strict.stdout, strict.stderr
        );
        if case.strict == 1 {
            let place = format!("{}.csv, row {}", case.row.0, case.row.1);
            assert!(
                strict.stderr.contains(&place) && strict.stderr.contains("hint:"),
                "{place}: {}",
                strict.stderr
            );
            assert!(checked.stdout.contains(&place), "{place}: {}", checked.stdout);
        }
        assert_eq!(state(path, case.row.0, case.row.1), case.row.2, "{:?}", case.files);
    }
}

/// The state of a row in `ledger.csv`; every row stands there exactly once.
fn state(hub: &str, table: &str, row: &str) -> String {
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().join("report");
    let ran = hubscope(&["report", hub, "--out", folder.to_str().expect("a path"), "--quiet"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let ledger = rows(&std::fs::read_to_string(folder.join("ledger.csv")).expect("the ledger"));
    let found: Vec<_> = ledger
        .iter()
        .filter(|line| line["table"] == table && line["row"] == row)
        .collect();
    assert_eq!(found.len(), 1, "{table}, row {row}");
    found[0]["state"].clone()
}

#[test]
fn a_url_is_refused_because_no_connection_is_ever_opened() {
    let ran = hubscope(&["check", "https://example.org/hub"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert!(ran.stderr.contains("hint:"), "{}", ran.stderr);
}
