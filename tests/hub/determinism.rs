//! The same input gives the same bytes: on any number of threads, and `tables/` and `charts/` for any order of rows.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use hubscope::random::{self, Draws};

use crate::program::hubscope;

/// Every file of a bundle by its path, without the one that differs from run to run.
fn bundle(hub: &Path, out: &Path, threads: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let (hub, folder) = (hub.to_str().expect("a path"), out.to_str().expect("a path"));
    let ran = hubscope(&["report", hub, "--out", folder, "--threads", threads, "--quiet"]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let mut files = BTreeMap::new();
    collect(out, out, &mut files);
    assert!(files.remove(Path::new("timings.json")).is_some());
    files
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let inside = path.strip_prefix(root).expect("inside").to_path_buf();
            files.insert(inside, fs::read(&path).expect("a file"));
        }
    }
}

/// A copy of a sample hub with the rows of every table in another order.
fn shuffled(sample: &str, seed: u64) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let hub = folder.path().join(sample);
    fs::create_dir(&hub).expect("a folder");
    for entry in fs::read_dir(sample_hub(sample)).expect("a sample hub") {
        let path = entry.expect("an entry").path();
        let target = hub.join(path.file_name().expect("a name"));
        if path.extension().is_some_and(|extension| extension == "csv") {
            let mut reader = csv::Reader::from_path(&path).expect("a table");
            let header = reader.headers().expect("a header").clone();
            let mut rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
            random::stream(seed, "shuffle", rows.len() as u64).shuffle(&mut rows);
            let mut writer = csv::Writer::from_path(&target).expect("a table");
            writer.write_record(&header).expect("written");
            rows.iter().for_each(|row| writer.write_record(row).expect("written"));
            writer.flush().expect("written");
        } else {
            fs::copy(&path, &target).expect("copied");
        }
    }
    folder
}

fn sample_hub(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name)
}

fn assert_equal(one: &BTreeMap<PathBuf, Vec<u8>>, other: &BTreeMap<PathBuf, Vec<u8>>, of: &str) {
    let names = |files: &BTreeMap<PathBuf, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(one), names(other), "{of}");
    for (name, bytes) in one {
        assert!(bytes == &other[name], "{of}: {} differs", name.display());
    }
}

#[test]
fn one_thread_and_eight_give_the_same_bundle() {
    let out = tempfile::tempdir().expect("a folder");
    for sample in ["gran-concepcion", "hub-pequeno"] {
        let one = bundle(&sample_hub(sample), &out.path().join(format!("{sample}-1")), "1");
        let eight = bundle(&sample_hub(sample), &out.path().join(format!("{sample}-8")), "8");
        assert!(one.len() > 20, "{sample}: {} files", one.len());
        assert_equal(&one, &eight, sample);
    }
}

#[test]
fn shuffled_rows_give_the_same_tables_and_charts() {
    let out = tempfile::tempdir().expect("a folder");
    for sample in ["gran-concepcion", "hub-pequeno"] {
        let kept = |files: BTreeMap<PathBuf, Vec<u8>>| -> BTreeMap<PathBuf, Vec<u8>> {
            files
                .into_iter()
                .filter(|(name, _)| name.starts_with("tables") || name.starts_with("charts"))
                .collect()
        };
        let straight = kept(bundle(&sample_hub(sample), &out.path().join(sample), "2"));
        let other = shuffled(sample, 5);
        let mixed = kept(bundle(
            &other.path().join(sample),
            &out.path().join(format!("{sample}-mixed")),
            "2",
        ));
        assert!(straight.len() > 15, "{sample}: {} files", straight.len());
        assert_equal(&straight, &mixed, sample);
    }
}
