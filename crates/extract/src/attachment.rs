//! What a file is that is only kept and handed out: told by its content, strictly. Nothing is unpacked, so nothing can unpack
//! to more than it is; of a ZIP archive only the list of names at its end is looked at.

use samesky_model::record::AttachmentKind;
use std::io::{Read, Result, Seek, SeekFrom};

/// Bytes of the list of an archive's names at most. A document has some hundred names.
const LIST: u64 = 4 << 20;
/// The end of an archive with the longest comment (APPNOTE 4.3.16).
const END: u64 = 22 + 65_535;

/// Pictures and PDF by their first bytes, from the formats' own descriptions.
const STARTS: &[(&[u8], AttachmentKind)] = &[
    (b"\x89PNG\r\n\x1a\n", AttachmentKind::Png),
    (b"\xff\xd8\xff", AttachmentKind::Jpeg),
    (b"GIF87a", AttachmentKind::Gif),
    (b"GIF89a", AttachmentKind::Gif),
    (b"%PDF-1.", AttachmentKind::Pdf),
    (b"%PDF-2.", AttachmentKind::Pdf),
];

/// Documents of Office Open XML by the part that each must have (ECMA-376, part 1, 11 to 13).
const PARTS: &[(&[u8], AttachmentKind)] = &[
    (b"word/document.xml", AttachmentKind::Docx),
    (b"xl/workbook.xml", AttachmentKind::Xlsx),
    (b"ppt/presentation.xml", AttachmentKind::Pptx),
];

/// What the file is; nothing where it is none of the kinds, or carries macros.
///
/// # Errors
/// When the file cannot be read.
pub fn attachment_kind(file: &mut (impl Read + Seek)) -> Result<Option<AttachmentKind>> {
    file.seek(SeekFrom::Start(0))?;
    let mut head = Vec::new();
    file.by_ref().take(128).read_to_end(&mut head)?;
    let start = STARTS.iter().find(|(start, _)| head.starts_with(start)).map(|(_, kind)| *kind);
    if start.is_some() {
        return Ok(start);
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Ok(Some(AttachmentKind::Webp));
    }
    if !head.starts_with(b"PK\x03\x04") {
        return Ok(None);
    }
    let Some(list) = list_of_names(file)? else { return Ok(None) };
    let has = |name: &[u8]| names(&list).any(|found| found == name);
    if names(&list).any(|name| name.to_ascii_lowercase().ends_with(b"vbaproject.bin")) {
        return Ok(None);
    }
    if has(b"[Content_Types].xml") {
        return Ok(PARTS.iter().find(|(part, _)| has(part)).map(|(_, kind)| *kind));
    }
    Ok(open_document(&head))
}

/// An OpenDocument file begins with its media type, unpacked (OpenDocument 1.3, part 2, 3.3).
fn open_document(head: &[u8]) -> Option<AttachmentKind> {
    let rest = head.get(30..)?.strip_prefix(b"mimetype")?;
    let kinds = [AttachmentKind::Ods, AttachmentKind::Odp, AttachmentKind::Odt];
    kinds.into_iter().find(|kind| {
        let after = rest.strip_prefix(kind.media_type().as_bytes());
        after.is_some_and(|after| after.starts_with(b"PK"))
    })
}

/// The central directory (APPNOTE 4.3.12), where it is whole and not larger than any document's.
fn list_of_names(file: &mut (impl Read + Seek)) -> Result<Option<Vec<u8>>> {
    let length = file.seek(SeekFrom::End(0))?;
    let from = length.saturating_sub(END);
    file.seek(SeekFrom::Start(from))?;
    let mut end = Vec::new();
    file.by_ref().take(END).read_to_end(&mut end)?;
    let at = end.windows(4).rposition(|window| window == b"PK\x05\x06").filter(|at| at + 22 <= end.len());
    let Some(at) = at else { return Ok(None) };
    let (Some(size), Some(offset)) = (number(&end, at + 12), number(&end, at + 16)) else { return Ok(None) };
    if size > LIST || offset.saturating_add(size) > length {
        return Ok(None);
    }
    file.seek(SeekFrom::Start(offset))?;
    let mut list = Vec::new();
    file.by_ref().take(size).read_to_end(&mut list)?;
    Ok(Some(list))
}

fn names(list: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = list;
    std::iter::from_fn(move || {
        if !rest.starts_with(b"PK\x01\x02") {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|at| short(rest, at));
        let whole = 46 + name? + extra? + comment?;
        let found = rest.get(46..46 + name?)?;
        rest = rest.get(whole..)?;
        Some(found)
    })
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?).into())
}

fn number(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?).into())
}

#[cfg(test)]
mod tests {
    use super::attachment_kind;
    use std::io::{Cursor, Write};
    use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

    fn kind(bytes: &[u8]) -> Option<&'static str> {
        attachment_kind(&mut Cursor::new(bytes)).expect("read").map(|kind| kind.as_str())
    }

    fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
            archive.start_file(*name, stored).expect("begun");
            archive.write_all(bytes).expect("written");
        }
        archive.finish().expect("finished").into_inner()
    }

    #[test]
    fn kind_is_told_by_the_content() {
        let types = ("[Content_Types].xml", &b"<Types/>"[..]);
        let text = b"application/vnd.oasis.opendocument.text";
        for (bytes, found) in [
            (b"\x89PNG\r\n\x1a\n...".to_vec(), Some("png")),
            (b"\xff\xd8\xff\xe0".to_vec(), Some("jpeg")),
            (b"GIF89a".to_vec(), Some("gif")),
            (b"RIFF\x00\x00\x00\x00WEBPVP8 ".to_vec(), Some("webp")),
            (b"RIFF\x00\x00\x00\x00WAVE".to_vec(), None),
            (b"%PDF-1.7\n".to_vec(), Some("pdf")),
            (b"<html>%PDF-1.7".to_vec(), None),
            (b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), None),
            (b"MZ\x90".to_vec(), None),
            (Vec::new(), None),
            (archive(&[types, ("word/document.xml", b"<w/>")]), Some("docx")),
            (archive(&[types, ("xl/workbook.xml", b"<w/>")]), Some("xlsx")),
            (archive(&[types, ("ppt/presentation.xml", b"<w/>")]), Some("pptx")),
            (archive(&[types, ("word/document.xml", b"<w/>"), ("word/vbaProject.bin", b"x")]), None),
            (archive(&[("mimetype", text), ("content.xml", b"<w/>")]), Some("odt")),
            (archive(&[("mimetype", b"application/epub+zip")]), None),
            (archive(&[("a.txt", b"x")]), None),
        ] {
            assert_eq!(kind(&bytes), found, "{:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(60)]));
        }
    }

    #[test]
    fn archive_that_is_cut_or_lies_about_itself_is_none() {
        let whole = archive(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>")]);
        for length in 0..whole.len() {
            assert_eq!(kind(&whole[..length]), None, "{length}");
        }
        for at in 0..whole.len() {
            let mut lying = whole.clone();
            lying[at] = 0xff;
            let _ = kind(&lying);
        }
    }
}
