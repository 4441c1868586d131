//! Spreadsheets that are not written by the library that XLSX files of tests are written with.

use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

/// An ODS whose only sheet holds these table rows.
pub(crate) fn ods(rows: &str) -> Vec<u8> {
    ods_of(rows, "")
}

/// An ODS with a password: its manifest says how its parts are scrambled (ODF 1.3 part 2, 3.4).
pub(crate) fn ods_locked() -> Vec<u8> {
    ods_of(
        "",
        "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\">\
         <manifest:encryption-data manifest:checksum-type=\"SHA1/1K\" manifest:checksum=\"x\"/></manifest:file-entry>",
    )
}

fn ods_of(rows: &str, parts: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>\
         <table:table table:name=\"一\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = format!(
        "<?xml version=\"1.0\"?><manifest:manifest \
         xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">{parts}</manifest:manifest>"
    );
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", &manifest),
        ("content.xml", &content),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

/// An XLS (BIFF8, [MS-XLS] 2.4) with one sheet: texts and numbers by row and column.
pub(crate) fn xls(texts: &[(u16, u16, &str)], numbers: &[(u16, u16, f64)]) -> Vec<u8> {
    xls_with(&[], texts, numbers)
}

/// An XLS whose records are scrambled: by the old way (0) or by RC4 (1).
pub(crate) fn xls_locked(way: u16) -> Vec<u8> {
    let begin = record(0x0809, &[&[0, 6, 5, 0, 0, 0, 0, 0], &[0; 8][..]].concat());
    let rubbish = record(0x0085, &[0xA7; 23]);
    compound("Workbook", [begin, record(0x002F, &[&way.to_le_bytes()[..], &[0x5A; 4]].concat()), rubbish].concat())
}

/// The record that hides a row, counted from 0.
pub(crate) fn hidden_row(row: u16) -> Vec<u8> {
    record(0x0208, &[&row.to_le_bytes()[..], &[0, 0, 2, 0, 0xff, 0, 0, 0, 0, 0], &[0x20, 1, 0, 0]].concat())
}

/// The record that hides columns, counted from 0.
pub(crate) fn hidden_columns(from: u16, to: u16) -> Vec<u8> {
    record(0x007D, &[from, to, 2048, 15, 1, 0].iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<_>>())
}

/// The record that merges cells: rows and columns from and to, counted from 0.
pub(crate) fn merged(area: [u16; 4]) -> Vec<u8> {
    record(0x00E5, &[1].iter().chain(&area).flat_map(|number: &u16| number.to_le_bytes()).collect::<Vec<_>>())
}

/// The same with other records before the cells.
pub(crate) fn xls_with(before: &[Vec<u8>], texts: &[(u16, u16, &str)], numbers: &[(u16, u16, f64)]) -> Vec<u8> {
    let name = wide("一");
    let globals = 20 + 4 + 8 + name.len() + 4;
    let mut stream = record(0x0809, &[&[0, 6, 5, 0, 0, 0, 0, 0], &[0; 8][..]].concat());
    let position = u32::try_from(globals).expect("small").to_le_bytes();
    stream.extend(record(0x0085, &[&position[..], &[0, 0, 1, 1], &name].concat()));
    stream.extend(record(0x000A, &[]));
    assert_eq!(stream.len(), globals);
    stream.extend(record(0x0809, &[&[0, 6, 0x10, 0, 0, 0, 0, 0], &[0; 8][..]].concat()));
    stream.extend(before.concat());
    for (row, column, text) in texts {
        let text = wide(text);
        let length = u16::try_from(text.len() / 2).expect("short");
        stream.extend(record(0x0204, &[&place(*row, *column)[..], &length.to_le_bytes(), &[1], &text].concat()));
    }
    for (row, column, number) in numbers {
        stream.extend(record(0x0203, &[&place(*row, *column)[..], &number.to_le_bytes()].concat()));
    }
    stream.extend(record(0x000A, &[]));
    compound("Workbook", stream)
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn place(row: u16, column: u16) -> Vec<u8> {
    [row, column, 0].iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len()).expect("a short record");
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
}

/// A compound file ([MS-CFB]) with one stream of 4,096 bytes at most.
pub(crate) fn compound(name: &str, mut stream: Vec<u8>) -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    assert!(stream.len() <= 4096);
    stream.resize(4096, 0);
    let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    file.extend([0; 16]);
    file.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, 0, 0, 0, 0, 0, 0]);
    for number in [0, 1, 1, 0, 4096, END, 0, END, 0, 0] {
        file.extend(number.to_le_bytes());
    }
    file.extend(std::iter::repeat_n(FREE.to_le_bytes(), 108).flatten());
    let mut table = vec![0xFFFF_FFFD, END, 3, 4, 5, 6, 7, 8, 9, END];
    table.resize(128, FREE);
    file.extend(table.into_iter().flat_map(u32::to_le_bytes));
    let entry = |name: &str, kind: u8, child: u32, start: u32, size: u32| {
        let mut entry = wide(name);
        let length = u16::try_from(entry.len() + 2).expect("short").to_le_bytes();
        entry.resize(64, 0);
        entry.extend(length);
        entry.extend([kind, 1]);
        entry.extend([FREE, FREE, child].into_iter().flat_map(u32::to_le_bytes));
        entry.resize(116, 0);
        entry.extend([start, size, 0].into_iter().flat_map(u32::to_le_bytes));
        entry
    };
    file.extend(entry("Root Entry", 5, 1, END, 0));
    file.extend(entry(name, 2, FREE, 2, 4096));
    file.extend([0; 256]);
    file.extend(stream);
    file
}

/// An XLSX whose only sheet has a number in the first cell of that many rows.
pub(crate) fn xlsx_of_rows(rows: u32) -> Vec<u8> {
    use std::fmt::Write as _;
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
    let mut sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>");
    for row in 1..=rows {
        let _ = write!(sheet, "<row r=\"{row}\"><c r=\"A{row}\"><v>{row}</v></c></row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let types = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{kind}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{kind}.worksheet+xml\"/></Types>"
    );
    let related = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"r1\" Type=\"{RELATIONS}/{kind}\" \
             Target=\"{target}\"/></Relationships>"
        )
    };
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("[Content_Types].xml", &types),
        ("_rels/.rels", &related("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &related("worksheet", "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", &sheet),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}
