//! The announcements beside the repository, in every encoding that can hold them. Skipped where they are absent.

use super::{extract, only};
use encoding_rs::{BIG5, EUC_JP, Encoding, GBK, SHIFT_JIS, UTF_8, WINDOWS_874};
use samesky_extract::{Extracted, Format};
use std::io::Write;
use std::path::PathBuf;

fn texts() -> Vec<(String, String)> {
    let shared = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let files = ["announcements", "seeds"].iter().filter_map(|folder| std::fs::read_dir(shared.join(folder)).ok());
    let paths =
        files.flatten().flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "txt"));
    paths.map(|path| (path.display().to_string(), std::fs::read_to_string(&path).expect("a text in UTF-8"))).collect()
}

#[test]
fn shared_announcements_are_told_in_every_encoding_that_holds_them() {
    let texts = texts();
    if texts.is_empty() {
        let said = writeln!(std::io::stderr(), "skipped: there are no announcements beside the repository");
        said.expect("standard error is open");
    }
    let encodings: [&'static Encoding; 6] = [UTF_8, GBK, BIG5, SHIFT_JIS, EUC_JP, WINDOWS_874];
    let mut wrong = Vec::new();
    for (name, text) in &texts {
        for encoding in encodings {
            let (bytes, _, lossy) = encoding.encode(text);
            let has_kana = text.contains(['の', 'を']);
            let is_usual = encoding != GBK || !has_kana;
            if lossy || !is_usual || (text.is_ascii() && encoding != UTF_8) {
                continue;
            }
            let expected = Extracted { encoding: encoding.name().to_owned(), ..only(text, Format::Text) };
            if extract(&bytes) != Ok(expected) {
                wrong.push(format!("{name} in {}", encoding.name()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
