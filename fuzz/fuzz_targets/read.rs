//! Whatever bytes a file has, reading ends with records or with a refusal.
//!
//! The first byte picks the format, the rest is the file.
#![no_main]

use std::sync::Once;

use hubscope::records::{self, ReadOptions};
use libfuzzer_sys::fuzz_target;

const ENDINGS: [&str; 8] = ["csv", "jsonl", "parquet", "xlsx", "xlsb", "xls", "ods", "sqlite"];

fuzz_target!(|bytes: &[u8]| {
    // a panic within a reader is caught and becomes a refusal; libFuzzer's own hook, which ends the run, hears the others
    static CAUGHT: Once = Once::new();
    CAUGHT.call_once(|| {
        let tell = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !records::panics_are_refusals() {
                tell(panic);
            }
        }));
    });
    let Some((first, content)) = bytes.split_first() else {
        return;
    };
    let ending = ENDINGS[usize::from(*first) % ENDINGS.len()];
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(format!("actores.{ending}")), content).expect("written");
    // a refusal is an outcome like any other; only a panic or a hang is a finding
    let _ = records::read(folder.path(), &ReadOptions::default());
});
