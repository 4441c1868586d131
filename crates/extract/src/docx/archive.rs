//! The archive: which parts there are, and reading one within bounds.

use super::parts;
use crate::decode::decode;
use crate::{ExtractError, Format, Limits};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// An opened archive with the bytes that may still be unpacked.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    limit: u64,
    left: u64,
}

impl<'a> Archive<'a> {
    pub(crate) fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, ExtractError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ExtractError::UnreadableZip)?;
        if zip.len() > limits.archive_entries {
            return Err(ExtractError::NotADocx { found: format!("ZIP ({})", zip.len()) });
        }
        Ok(Self { zip, limit: limits.unpacked_bytes, left: limits.unpacked_bytes })
    }

    /// The name of the part that holds the text.
    pub(crate) fn main_part(&mut self) -> Result<String, ExtractError> {
        let stated = self.text("_rels/.rels")?.and_then(|xml| parts::main_target(&xml));
        let name = stated.unwrap_or_else(|| "word/document.xml".to_owned());
        let found = match name.split('/').next().unwrap_or_default() {
            "xl" => "XLSX",
            "ppt" => "PPTX",
            "visio" => "VSDX",
            _ if self.zip.index_for_name(&name).is_some() => return Ok(name),
            _ => self.other_kind()?,
        };
        Err(ExtractError::NotADocx { found: found.to_owned() })
    }

    /// What an archive without a main part is.
    fn other_kind(&mut self) -> Result<&'static str, ExtractError> {
        let declared = self.text("mimetype")?.unwrap_or_default();
        let has = |name: &str| self.zip.index_for_name(name).is_some();
        Ok(match declared.trim() {
            "application/vnd.oasis.opendocument.text" => "ODT",
            "application/vnd.oasis.opendocument.spreadsheet" => "ODS",
            "application/vnd.oasis.opendocument.presentation" => "ODP",
            "application/epub+zip" => "EPUB",
            _ if has("META-INF/MANIFEST.MF") => "JAR",
            _ if has("xl/workbook.xml") => "XLSX",
            _ if has("ppt/presentation.xml") => "PPTX",
            _ => "ZIP",
        })
    }

    /// A part that lies in the same folder as another.
    pub(crate) fn text_beside(&mut self, part: &str, name: &str) -> Result<Option<String>, ExtractError> {
        let folder = part.rsplit_once('/').map_or("", |(folder, _)| folder);
        self.text(format!("{folder}/{name}").trim_start_matches('/'))
    }

    /// The text of one part, or `None` where there is no such part.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, ExtractError> {
        let entry = match self.zip.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ExtractError::Locked { format: Format::Docx });
            }
            Err(_) => return Err(ExtractError::UnreadableZip),
        };
        let mut bytes = Vec::new();
        entry.take(self.left.saturating_add(1)).read_to_end(&mut bytes).map_err(|_| ExtractError::UnreadableZip)?;
        let size = bytes.len() as u64;
        if size > self.left {
            return Err(ExtractError::UnpacksTooLarge { format: Format::Docx, limit: self.limit });
        }
        self.left -= size;
        Ok(Some(decode(&bytes, None).text))
    }
}
