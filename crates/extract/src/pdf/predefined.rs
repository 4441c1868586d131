//! The predefined character encodings of Chinese and Japanese fonts (ISO 32000-1, 9.7.5.2), which the parser does not
//! know: each is written out in the file as a mapping of its own before the file is read.
//!
//! With these encodings the codes in the file are characters of GBK, Big5, Shift_JIS, EUC-JP or UTF-16, so what they mean
//! is known without the font.

use encoding_rs::{BIG5, EUC_JP, Encoding, GBK, SHIFT_JIS, UTF_16BE};
use pdf_extract::{Dictionary, Document, Object, ObjectId, Stream};
use std::collections::HashMap;
use std::fmt::Write;

/// Beginnings of names with the encoding of the codes.
const NAMES: &[(&str, &Encoding)] = &[
    ("GBK-EUC", GBK),
    ("GBKp-EUC", GBK),
    ("GBK2K", GBK),
    ("GB-EUC", GBK),
    ("GBpc-EUC", GBK),
    ("B5pc", BIG5),
    ("ETen-B5", BIG5),
    ("ETenms-B5", BIG5),
    ("90ms-RKSJ", SHIFT_JIS),
    ("90msp-RKSJ", SHIFT_JIS),
    ("90pv-RKSJ", SHIFT_JIS),
    ("83pv-RKSJ", SHIFT_JIS),
    ("EUC-", EUC_JP),
];

/// Writes out the encodings of all composite fonts of a document that name a predefined one.
pub(crate) fn write_out(document: &mut Document) {
    let fonts: Vec<(ObjectId, &'static Encoding)> =
        document.objects.iter().filter_map(|(id, object)| Some((*id, encoding_of(object.as_dict().ok()?)?))).collect();
    let mut made = HashMap::new();
    for (id, encoding) in fonts {
        let (codes, characters) = made.entry(encoding.name()).or_insert_with(|| {
            let codes = Stream::new(Dictionary::new(), codes_of(encoding).into_bytes());
            let is_utf_16 = encoding == UTF_16BE;
            let codes =
                if is_utf_16 { Object::Name(b"Identity-H".to_vec()) } else { document.add_object(codes).into() };
            (codes, document.add_object(Stream::new(Dictionary::new(), characters_of(encoding).into_bytes())))
        });
        set_widths(document, id);
        if let Ok(font) = document.get_object_mut(id).and_then(Object::as_dict_mut) {
            font.set("Encoding", codes.clone());
            if !font.has(b"ToUnicode") {
                font.set("ToUnicode", *characters);
            }
        }
    }
}

fn encoding_of(font: &Dictionary) -> Option<&'static Encoding> {
    let name = font.get(b"Encoding").and_then(Object::as_name).ok()?;
    let name = std::str::from_utf8(name).ok().filter(|_| font.has(b"DescendantFonts"))?;
    if name.starts_with("Uni") && (name.contains("UCS2") || name.contains("UTF16")) {
        return Some(UTF_16BE);
    }
    NAMES.iter().find(|(start, _)| name.starts_with(start)).map(|(_, encoding)| *encoding)
}

/// The widths of the file go by the font's own numbers, which are not known: half an em for ASCII, one for the rest.
fn set_widths(document: &mut Document, font: ObjectId) {
    let below = document.get_object(font).and_then(Object::as_dict).and_then(|font| font.get(b"DescendantFonts"));
    let below = below.and_then(|fonts| document.dereference(fonts)).and_then(|(_, fonts)| fonts.as_array());
    let Some(below) = below.ok().and_then(|fonts| fonts.first()?.as_reference().ok()) else { return };
    if let Ok(below) = document.get_object_mut(below).and_then(Object::as_dict_mut) {
        below.set("W", vec![Object::Integer(0x20), Object::Array(vec![Object::Integer(500); 0x7F - 0x20])]);
        below.set("DW", 1000);
    }
}

/// Which codes have one byte and which have two, each its own number. The parser takes a range for half as many bytes as
/// it is written with, so each is written with twice as many; the tests of this encoding fail when that changes.
fn codes_of(encoding: &'static Encoding) -> String {
    let ranges: &[&str] = match encoding.name() {
        "Shift_JIS" => &["<0000> <0080>", "<00A0> <00DF>", "<00008140> <00009FFC>", "<0000E040> <0000FCFC>"],
        _ => &["<0000> <0080>", "<00008140> <0000FEFE>"],
    };
    let (count, ranges) = (ranges.len(), ranges.join("\n"));
    wrapped(&format!(
        "{count} begincodespacerange\n{ranges}\nendcodespacerange\n1 begincidrange\n<0000> <FFFF> 0\nendcidrange"
    ))
}

/// What each code means, as runs of codes whose characters follow one another.
fn characters_of(encoding: &'static Encoding) -> String {
    if encoding == UTF_16BE {
        return wrapped("1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange");
    }
    let one = (0x20..=0xDF_u16).filter(|code| *code < 0x80 || encoding == SHIFT_JIS);
    let two = (0x81..=0xFE_u16).flat_map(|lead| (0x40..=0xFE_u16).map(move |trail| lead << 8 | trail));
    let mut runs: Vec<(u16, u16, u16)> = Vec::new();
    for code in one.chain(two) {
        let Some(character) = character_of(encoding, code) else { continue };
        match runs.last_mut() {
            Some((start, end, first)) if *end + 1 == code && first.checked_add(code - *start) == Some(character) => {
                *end = code;
            }
            _ => runs.push((code, code, character)),
        }
    }
    let mut list = String::new();
    for (start, end, character) in &runs {
        let digits = if *start < 0x100 { 2 } else { 4 };
        let _ = writeln!(list, "<{start:0digits$X}> <{end:0digits$X}> <{character:04X}>");
    }
    wrapped(&format!("{} beginbfrange\n{list}endbfrange", runs.len()))
}

/// The one character of the basic plane that a code stands for.
fn character_of(encoding: &'static Encoding, code: u16) -> Option<u16> {
    let [lead, trail] = code.to_be_bytes();
    let bytes: &[u8] = if code < 0x100 { &[trail] } else { &[lead, trail] };
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let mut units = text.encode_utf16();
    units.next().filter(|_| units.next().is_none())
}

fn wrapped(mapping: &str) -> String {
    format!(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Made def\n/CMapType 2 def\n{mapping}\n\
         endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
}
