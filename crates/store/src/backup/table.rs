//! The file of one table: a JSON object per line.

use super::file;
use super::manifest::{TableNote, file_of};
use crate::StoreError;
use sha2::{Digest, Sha256};
use std::io::{BufRead, BufReader, Read, Seek, Write};
use zip::ZipArchive;
use zip::read::ZipFile;

/// Lines that are restored at once: this many, or this many bytes of them.
const ROWS: usize = 200;
const BYTES: usize = 4 << 20;

/// A file that is being written, counted and summed up.
pub(super) struct Lines<'a, W> {
    out: &'a mut W,
    rows: u64,
    digest: Sha256,
}

impl<'a, W: Write> Lines<'a, W> {
    pub(super) fn new(out: &'a mut W) -> Self {
        Self { out, rows: 0, digest: Sha256::new() }
    }

    pub(super) fn write(&mut self, line: &str) -> Result<(), StoreError> {
        for bytes in [line.as_bytes(), b"\n"] {
            self.out.write_all(bytes).map_err(file)?;
            self.digest.update(bytes);
        }
        self.rows += 1;
        Ok(())
    }

    pub(super) fn note(self, table: &str) -> TableNote {
        TableNote { name: table.to_owned(), rows: self.rows, sha256: hexadecimal(self.digest) }
    }
}

/// Reads a whole file and compares it with what the manifest says.
pub(super) fn verify<R: Read + Seek>(archive: &mut ZipArchive<R>, note: &TableNote) -> Result<(), StoreError> {
    let damaged = |why: String| StoreError::DamagedBackup { what: format!("table {}: {why}", note.name) };
    let mut input = archive.by_name(&file_of(&note.name)).map_err(|error| damaged(error.to_string()))?;
    let (mut rows, mut digest, mut buffer) = (0_u64, Sha256::new(), vec![0; 1 << 16]);
    loop {
        let length = input.read(&mut buffer).map_err(|error| damaged(error.to_string()))?;
        if length == 0 {
            break;
        }
        digest.update(&buffer[..length]);
        rows += buffer[..length].iter().filter(|byte| **byte == b'\n').count() as u64;
    }
    if rows != note.rows {
        return Err(damaged(format!("{rows} rows, {} were written", note.rows)));
    }
    if hexadecimal(digest) != note.sha256 {
        return Err(damaged("the checksum differs".to_owned()));
    }
    Ok(())
}

/// A file that is being read, some lines at a time.
pub(super) struct Source<'a, R: Read> {
    input: BufReader<ZipFile<'a, R>>,
    table: String,
}

impl<'a, R: Read + Seek> Source<'a, R> {
    pub(super) fn open(archive: &'a mut ZipArchive<R>, table: &str) -> Result<Self, StoreError> {
        let input = archive.by_name(&file_of(table)).map_err(file)?;
        Ok(Self { input: BufReader::new(input), table: table.to_owned() })
    }
}

impl<R: Read> Source<'_, R> {
    /// The next lines; none at the end.
    pub(super) fn some(&mut self) -> Result<Vec<String>, StoreError> {
        let (mut lines, mut bytes) = (Vec::new(), 0);
        while lines.len() < ROWS && bytes < BYTES {
            let mut line = String::new();
            let length = self
                .input
                .read_line(&mut line)
                .map_err(|error| StoreError::DamagedBackup { what: format!("table {}: {error}", self.table) })?;
            if length == 0 {
                break;
            }
            bytes += length;
            lines.push(line);
        }
        Ok(lines)
    }
}

fn hexadecimal(digest: Sha256) -> String {
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}
