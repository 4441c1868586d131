//! Formats and encodings: the same announcement, however it comes.

use crate::made::{CHINESE, JAPANESE, THAI, TRADITIONAL, docx, html, pdf};
use crate::support::{amounts, assert_spans, file, run, text};
use serde_json::Value;
use std::path::Path;

fn read(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) -> Value {
    let said = run(["read", "--json", text(&file(folder, name, bytes))]);
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""), "{name}");
    said.json()
}

fn assert_facts(reading: &Value, name: &str) {
    let found = amounts(reading);
    for amount in [("24", "projects"), ("8640000000", "CNY"), ("118", "companies")] {
        let amount = (amount.0.to_owned(), amount.1.to_owned());
        assert!(found.contains(&amount), "{name}: {amount:?} is not in {found:?}");
    }
}

#[test]
fn encodings_are_told_and_the_facts_are_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    for (label, source) in [
        ("GBK", CHINESE),
        ("gb18030", CHINESE),
        ("Big5", TRADITIONAL),
        ("Shift_JIS", JAPANESE),
        ("EUC-JP", JAPANESE),
        ("ISO-2022-JP", JAPANESE),
        ("windows-874", THAI),
    ] {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).expect("an encoding");
        let (bytes, _, lost) = encoding.encode(source);
        assert!(!lost, "{label} cannot write the text");
        let reading = read(folder.path(), &format!("{label}.txt"), &bytes);
        assert_facts(&reading, label);
        assert!(assert_spans(&reading, source) >= 3, "{label}");
        let page = html(source, label);
        let (bytes, _, lost) = encoding.encode(&page);
        assert!(!lost, "{label} cannot write the page");
        let reading = read(folder.path(), &format!("{label}.html"), &bytes);
        assert_facts(&reading, &format!("{label} page"));
        let extracted = reading["text"].as_str().expect("the text").to_owned();
        assert!(assert_spans(&reading, &extracted) >= 3, "{label} page");
    }
}

#[test]
fn utf16_is_text() {
    let folder = tempfile::tempdir().expect("a folder");
    let little: Vec<u8> = "\u{FEFF}".encode_utf16().chain(CHINESE.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let reading = read(folder.path(), "a.txt", little);
    assert_facts(&reading, "UTF-16LE");
    assert!(assert_spans(&reading, CHINESE) >= 3);
}

#[test]
fn formats_are_extracted_and_the_text_is_in_the_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    for (language, source) in [("zh", CHINESE), ("ja", JAPANESE), ("th", THAI)] {
        let mut made = vec![("html", html(source, "utf-8").into_bytes()), ("docx", docx(source))];
        if language != "th" {
            made.push(("pdf", pdf(source)));
        }
        for (extension, bytes) in made {
            let name = format!("{language}.{extension}");
            let reading = read(folder.path(), &name, bytes);
            assert_facts(&reading, &name);
            let extracted = reading["text"].as_str().unwrap_or_else(|| panic!("{name} has no text")).to_owned();
            assert!(assert_spans(&reading, &extracted) >= 3, "{name}");
        }
    }
}

#[test]
fn format_is_told_by_content_not_by_name() {
    let folder = tempfile::tempdir().expect("a folder");
    assert!(read(folder.path(), "page.txt", html(CHINESE, "utf-8")).get("text").is_some());
    assert!(read(folder.path(), "document.txt", docx(CHINESE)).get("text").is_some());
    assert!(read(folder.path(), "text.docx", CHINESE).get("text").is_none());
}
