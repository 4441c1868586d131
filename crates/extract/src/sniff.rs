//! What bytes are, by their content.

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// `%PDF-`.
    Pdf,
    /// A ZIP archive, perhaps a docx.
    Zip,
    /// Something known that is not read.
    Other(&'static str),
    /// Nothing known: text, if it decodes as one.
    Unknown,
}

/// First bytes of formats that are not read. From the formats' own descriptions and the WHATWG MIME Sniffing standard.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"RIFF", "RIFF (WebP, WAV, AVI)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE2 (DOC, XLS, PPT)"),
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"7z\xbc\xaf\x27\x1c", "7Z"),
    (b"Rar!\x1a\x07", "RAR"),
    (b"\xfd7zXZ\0", "XZ"),
    (b"\x28\xb5\x2f\xfd", "ZSTD"),
    (b"\x7fELF", "ELF"),
    (b"MZ", "EXE"),
    (b"SQLite format 3\0", "SQLite"),
    (b"OggS", "OGG"),
    (b"ID3", "MP3"),
    (b"\0\0\x01\0", "ICO"),
    (b"wOFF", "WOFF"),
    (b"wOF2", "WOFF2"),
];

/// Signatures of two or three plain letters, which a text may begin with too: they count only with control bytes near.
const SHORT: &[&str] = &["BMP", "EXE", "BZIP2", "MP3", "RIFF (WebP, WAV, AVI)", "OGG"];

/// Tells what bytes are by their content alone.
pub(crate) fn sniff(bytes: &[u8]) -> Kind {
    if is_pdf(bytes) {
        return Kind::Pdf;
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Kind::Zip;
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Kind::Other("MP4");
    }
    let found = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, name)| *name);
    match found {
        Some(name) if !SHORT.contains(&name) || has_controls(bytes) => Kind::Other(name),
        _ => Kind::Unknown,
    }
}

/// A PDF may have rubbish before its header (at most 1,024 bytes, as readers allow); a text that merely speaks of
/// `%PDF-` has no objects.
fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..1024 + 5).unwrap_or(bytes);
    let trimmed = head.trim_ascii_start();
    trimmed.starts_with(b"%PDF-") || (contains(head, b"%PDF-") && contains(bytes, b"endobj"))
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn has_controls(bytes: &[u8]) -> bool {
    bytes.iter().take(256).any(|byte| matches!(byte, 0..=8 | 14..=26))
}

/// Whether a decoded text is a web page. `hinted` says that its name or declared type calls it one.
pub(crate) fn is_html(text: &str, hinted: bool) -> bool {
    let head: String = text.chars().take(4096).collect::<String>().to_ascii_lowercase();
    let start = after_comments(head.trim_start());
    if ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| start.starts_with(tag)) {
        return true;
    }
    if start.starts_with("<?xml") {
        return head.contains("<html");
    }
    let tags = ["<div", "<p>", "<p ", "<table", "<span", "<meta", "<title", "<script", "<h1", "<article", "<br"];
    let seen = tags.iter().filter(|tag| head.contains(*tag)).count();
    (start.starts_with('<') && seen >= 2) || (hinted && (seen >= 1 || start.starts_with('<')))
}

/// The name of a format that is written in characters but is no text to read: other XML, and pages or messages saved
/// with all their parts (MIME).
pub(crate) fn coded(text: &str) -> Option<&'static str> {
    let start = text.trim_start();
    let head = start.char_indices().nth(2000).and_then(|(at, _)| start.get(..at)).unwrap_or(start);
    if start.starts_with("<?xml") {
        return Some("XML");
    }
    let is_message = head.contains("\nMIME-Version: 1.0") && head.contains("Content-Type:");
    is_message.then(|| if head.contains("multipart/related") { "MHTML" } else { "EML" })
}

fn after_comments(mut text: &str) -> &str {
    while let Some(rest) = text.strip_prefix("<!--") {
        text = rest.split_once("-->").map_or("", |(_, after)| after).trim_start();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Kind, coded, is_html, sniff};

    #[test]
    fn sniff_known_beginnings_are_told() {
        for (bytes, kind) in [
            (&b"%PDF-1.7\n"[..], Kind::Pdf),
            (b"junk\n%PDF-1.4\n1 0 obj endobj", Kind::Pdf),
            (b"PK\x03\x04\x14", Kind::Zip),
            (b"\x89PNG\r\n\x1a\n", Kind::Other("PNG")),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind::Other("OLE2 (DOC, XLS, PPT)")),
            (b"{\\rtf1", Kind::Other("RTF")),
            (b"BMW opens a plant", Kind::Unknown),
            (b"MZ\x90\0\x03", Kind::Other("EXE")),
            (b"A text on %PDF- headers", Kind::Unknown),
            (b"", Kind::Unknown),
        ] {
            assert_eq!(sniff(bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn coded_saved_pages_and_messages_are_told() {
        let saved = "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"";
        assert_eq!(coded(saved), Some("MHTML"));
        assert_eq!(coded("Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain\n\nx"), Some("EML"));
        assert_eq!(coded("<?xml version=\"1.0\"?><rss/>"), Some("XML"));
        assert_eq!(coded("签约12个项目。"), None);
    }

    #[test]
    fn is_html_needs_a_page_not_a_stray_tag() {
        assert!(is_html("  <!-- x --><!DOCTYPE html><p>a", false));
        assert!(is_html("<?xml version=\"1.0\"?><html>", false));
        assert!(is_html("<div><p>a</p></div>", false));
        assert!(!is_html("<?xml version=\"1.0\"?><rss>", false));
        assert!(!is_html("投资 <p> 5 亿元", false));
        assert!(is_html("投资 <p> 5 亿元", true));
        assert!(!is_html("1 < 2", true));
    }
}
