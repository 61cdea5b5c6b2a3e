//! Where do the tables go? Into a folder that is whole or not there.
//!
//! In: a path and rows of text. Out: CSV files under a temporary name beside the path, renamed when all are written.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Summary, TRUTH_FILE};

/// A folder being written.
pub struct Folder {
    target: PathBuf,
    temporary: TempDir,
    files: Vec<(String, usize)>,
}

impl Folder {
    /// Begins a folder that will stand at `target`, which must be free or empty.
    pub fn create(target: &Path) -> io::Result<Self> {
        if target.exists() && (!target.is_dir() || fs::read_dir(target)?.next().is_some()) {
            return Err(io::Error::new(
                io::ErrorKind::AlreadyExists,
                format!("{} exists and is not empty", target.display()),
            ));
        }
        let parent = match target.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent,
            _ => Path::new("."),
        };
        fs::create_dir_all(parent)?;
        Ok(Self {
            target: target.to_owned(),
            temporary: tempfile::Builder::new().prefix(".synth-").tempdir_in(parent)?,
            files: Vec::new(),
        })
    }

    /// Begins a table; [`Table::finish`] ends it.
    pub fn table(&self, file: &str, headers: &[&str]) -> io::Result<Table> {
        let out = BufWriter::with_capacity(1 << 16, File::create(self.temporary.path().join(file))?);
        let mut table = Table {
            file: file.to_owned(),
            writer: csv::Writer::from_writer(out),
            headers: headers.iter().map(|header| (*header).to_owned()).collect(),
            rows: 0,
        };
        table.writer.write_record(headers)?;
        Ok(table)
    }

    /// Ends a table.
    pub fn close(&mut self, mut table: Table) -> io::Result<()> {
        table.writer.flush()?;
        self.files.push((table.file, table.rows));
        Ok(())
    }

    /// Writes a text file.
    pub fn text(&mut self, file: &str, text: &str) -> io::Result<()> {
        fs::write(self.temporary.path().join(file), text)?;
        self.files.push((file.to_owned(), 0));
        Ok(())
    }

    /// Gives the folder its own name.
    pub fn finish(self, champions: usize) -> io::Result<Summary> {
        if self.target.exists() {
            fs::remove_dir(&self.target)?;
        }
        let written = self.temporary.keep();
        share(&written)?;
        fs::rename(&written, &self.target).inspect_err(|_| {
            // what cannot take its place is not left behind; the first error is the one to report
            let _ = fs::remove_dir_all(&written);
        })?;
        Ok(Summary {
            truth: self.target.join(TRUTH_FILE),
            folder: self.target,
            files: self.files,
            champions,
        })
    }
}

/// A temporary folder is closed to others; a hub is read like any other folder.
#[cfg(unix)]
fn share(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn share(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// A table being written.
pub struct Table {
    file: String,
    writer: csv::Writer<BufWriter<File>>,
    headers: Vec<String>,
    rows: usize,
}

impl Table {
    /// Writes a row by the names of the columns it fills; the others stay empty.
    pub fn fill(&mut self, filled: &[(&str, &str)]) -> io::Result<()> {
        if let Some((name, _)) = filled
            .iter()
            .find(|(name, _)| !self.headers.iter().any(|header| header == name))
        {
            return Err(io::Error::new(
                io::ErrorKind::InvalidInput,
                format!("{} has no column {name}", self.file),
            ));
        }
        let cell = |header: &String| {
            filled
                .iter()
                .find(|(name, _)| name == header)
                .map_or("", |(_, cell)| *cell)
        };
        let cells: Vec<&str> = self.headers.iter().map(cell).collect();
        self.writer.write_record(&cells)?;
        self.rows += 1;
        Ok(())
    }

    /// Writes a row.
    pub fn row(&mut self, cells: &[&str]) -> io::Result<()> {
        self.writer.write_record(cells)?;
        self.rows += 1;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_is_not_finished_is_never_there() {
        let place = tempfile::tempdir().unwrap();
        let target = place.path().join("hub");
        let folder = Folder::create(&target).unwrap();
        drop(folder);
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_with_files_is_left_alone() {
        let place = tempfile::tempdir().unwrap();
        fs::write(place.path().join("kept"), "x").unwrap();
        let error = Folder::create(place.path()).err().unwrap();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert!(place.path().join("kept").exists());
    }
}
