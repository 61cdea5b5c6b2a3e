//! Importing files as a person would: files in, tables and accounts out, and the hub that is made of them read back.
//!
//! Shared by the tests of the formats; it holds no test itself.

use std::path::PathBuf;

use hubscope::messages::{Lang, Messages};
use hubscope::records::adapters::{
    ImportError, ImportFault, ImportFormat, ImportOptions, ImportReason, Imported, RowFate, import,
};
use hubscope::records::{self, HubRecords, ReadOptions, RecordsError};

/// Imports files of these names and contents.
pub fn try_import(
    format: ImportFormat,
    files: &[(&str, &[u8])],
    options: &ImportOptions,
) -> Result<Imported, RecordsError> {
    let folder = tempfile::tempdir().expect("a folder");
    let paths: Vec<PathBuf> = files
        .iter()
        .map(|(name, content)| {
            let path = folder.path().join(name);
            std::fs::write(&path, content).expect("written");
            path
        })
        .collect();
    import(format, &paths, options)
}

/// Imports files that can be read without options.
pub fn imported(format: ImportFormat, files: &[(&str, &[u8])]) -> Imported {
    try_import(format, files, &ImportOptions::default()).expect("files that can be read")
}

/// Writes the hub that was made and reads it.
pub fn round_trip(imported: &Imported) -> HubRecords {
    let folder = tempfile::tempdir().expect("a folder");
    for file in imported.files(&Messages::new(Lang::En)).expect("the hub's files") {
        std::fs::write(folder.path().join(&file.name), &file.content).expect("written");
    }
    records::read(folder.path(), &ReadOptions::default()).expect("a hub that can be read")
}

/// The cells of a table in these columns, row by row; empty where the table has no such column.
pub fn cells<'a, const N: usize>(imported: &'a Imported, table: &str, columns: &[&str; N]) -> Vec<[&'a str; N]> {
    let found = imported.tables.iter().find(|known| known.table.name() == table);
    let table = found.expect("the table");
    (0..table.rows.len())
        .map(|row| columns.map(|column| table.get(row, column)))
        .collect()
}

/// Why a row ended as it did.
pub fn reasons(fate: &RowFate) -> Vec<ImportReason> {
    fate.notes.iter().map(|note| note.reason).collect()
}

/// The sentence that refuses files, and the one that says what to do, once both are sure to stand in both languages.
pub fn sentences(error: &RecordsError) -> (String, String) {
    let spoken = |lang| {
        let messages = Messages::new(lang);
        let ((what, found), (remedy, values)) = (error.message(), error.remedy());
        assert!(messages.has(what) && messages.has(remedy), "{what}, {remedy}");
        (messages.say(what, &found), messages.say(remedy, &values))
    };
    let (english, spanish) = (spoken(Lang::En), spoken(Lang::Es));
    assert!(english.0 != spanish.0 && english.1 != spanish.1);
    english
}

/// The file is refused for that fault, and the sentence says where and what.
pub fn refused(format: ImportFormat, file: &str, content: &[u8], fault: ImportFault, said: &[&str]) {
    let error = try_import(format, &[(file, content)], &ImportOptions::default()).expect_err("refused");
    let found = match &error {
        RecordsError::Import(ImportError::Foreign { fault, .. }) => Some(*fault),
        _ => None,
    };
    let (sentence, _) = sentences(&error);
    assert_eq!(found, Some(fault), "{sentence}");
    assert!(sentence.contains(file), "{sentence}");
    assert!(
        said.iter().all(|part| sentence.contains(part)),
        "{said:?} in: {sentence}"
    );
}
