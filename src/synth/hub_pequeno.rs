//! x
use super::folder::Folder;
use std::io;
pub fn write(_folder: &mut Folder) -> io::Result<usize> {
    Ok(0)
}
