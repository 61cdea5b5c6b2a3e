//! x
use super::SynthOptions;
use super::folder::Folder;
use std::io;
pub fn write(_options: &SynthOptions, _folder: &mut Folder) -> io::Result<usize> {
    Ok(0)
}
