//! The sample hubs are what `synth` makes, have the promised shape, and carry what was planted.
//!
//! `HUBSCOPE_WRITE_SAMPLES=1 cargo test --release samples` writes them anew after a deliberate change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use hubscope::synth::{self, Sample};

fn kept(sample: Sample) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(sample.name())
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let entry = entry.unwrap();
            (
                entry.file_name().into_string().unwrap(),
                fs::read(entry.path()).unwrap(),
            )
        })
        .collect()
}

#[test]
fn the_sample_hubs_are_exactly_what_synth_makes() {
    for sample in Sample::ALL {
        let place = tempfile::tempdir().unwrap();
        let fresh = place.path().join(sample.name());
        synth::write_sample(sample, &fresh).unwrap();
        if std::env::var_os("HUBSCOPE_WRITE_SAMPLES").is_some() {
            let _ = fs::remove_dir_all(kept(sample));
            synth::write_sample(sample, &kept(sample)).unwrap();
        }
        let (fresh, kept) = (files(&fresh), files(&kept(sample)));
        assert_eq!(fresh.keys().collect::<Vec<_>>(), kept.keys().collect::<Vec<_>>());
        for (name, bytes) in &fresh {
            assert!(bytes == &kept[name], "{}/{name} is not what synth makes", sample.name());
        }
    }
}
