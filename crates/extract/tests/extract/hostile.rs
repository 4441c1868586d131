//! Documents made to break their reader: the caller stays up and can say what happened.

use super::docx_maker::{archive, docx, p};
use super::pdf_maker::{endless, nested, pdf};
use super::{extract, extractor};
use samesky_extract::{Death, ExtractError, Extractor, Format, Hint, Limits};
use std::time::Duration;

fn death(found: &Result<samesky_extract::Extracted, ExtractError>) -> Option<(Format, Death)> {
    match found {
        Err(ExtractError::ParserDied { format, reason, .. }) => Some((*format, *reason)),
        _ => None,
    }
}

#[test]
fn hostile_pdf_that_draws_itself_kills_only_its_reader() {
    let extractor = extractor();
    assert_eq!(death(&extractor.extract(&endless(), &Hint::default())), Some((Format::Pdf, Death::Broke)));
    let sound = pdf(&[vec![(72, 700, 12, "签约")]]);
    assert_eq!(extractor.extract(&sound, &Hint::default()).map(|found| found.text), Ok("签约".to_owned()));
}

#[test]
fn hostile_pdf_nested_without_measure_is_an_error() {
    for depth in [100, 100_000, 3_000_000] {
        assert!(extract(&nested(depth)).is_err(), "{depth}");
    }
}

#[test]
fn hostile_html_nested_without_measure_keeps_its_words() {
    let page = format!("<html><body>{}<p>签约项目12个,总投资35亿元。</p>", "<div>".repeat(100_000));
    assert_eq!(extract(page.as_bytes()).map(|found| found.text), Ok("签约项目12个,总投资35亿元。".to_owned()));
}

#[test]
fn hostile_html_of_tags_that_stay_open_is_read() {
    let tags: String = (0..3000).map(|n| format!("<b class={n}>")).collect();
    let page = format!("<html>{tags}{}", "<p>a".repeat(20_000));
    let found = extract(page.as_bytes()).map(|found| found.text.lines().count());
    assert_eq!(found, Ok(20_000));
}

#[test]
fn hostile_archive_that_unpacks_to_too_much_is_refused() {
    let bomb = docx(&p(&"0".repeat(3_000_000)));
    assert!(bomb.len() < 30_000);
    let limits = Limits { unpacked_bytes: 1_000_000, ..Limits::default() };
    let found = extractor().with_limits(limits).extract(&bomb, &Hint::default());
    assert_eq!(found, Err(ExtractError::UnpacksTooLarge { format: Format::Docx, limit: 1_000_000 }));
}

#[test]
fn hostile_archive_of_too_many_parts_is_refused() {
    let names: Vec<String> = (0..40).map(|n| format!("word/{n}.xml")).collect();
    let parts: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    let limits = Limits { archive_entries: 39, ..Limits::default() };
    let found = extractor().with_limits(limits).extract(&archive(&parts), &Hint::default());
    assert_eq!(found, Err(ExtractError::NotADocx { found: "ZIP (40)".to_owned() }));
}

#[test]
fn hostile_docx_of_paragraphs_and_tables_in_one_another_is_read() {
    let deep = format!("{}<w:r><w:t>签约</w:t></w:r>{}", "<w:p>".repeat(200_000), "</w:p>".repeat(200_000));
    assert_eq!(extract(&docx(&deep)).map(|found| found.text), Ok("签约".to_owned()));
    let table = "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>";
    let deep = format!("{}{}{}", table.repeat(50_000), p("签约"), "</w:tc></w:tr></w:tbl>".repeat(50_000));
    assert_eq!(extract(&docx(&deep)).map(|found| found.text.trim().to_owned()), Ok("签约".to_owned()));
}

#[test]
fn hostile_docx_nested_without_measure_keeps_its_words() {
    let deep = format!("{}{}{}", "<w:sdt>".repeat(100_000), p("签约"), "</w:sdt>".repeat(100_000));
    assert_eq!(extract(&docx(&deep)).map(|found| found.text), Ok("签约".to_owned()));
}

#[cfg(unix)]
#[test]
fn hostile_reader_that_hangs_is_ended_by_the_clock() {
    let limits = Limits { wall_time: Duration::from_millis(200), ..Limits::default() };
    let hanging = Extractor::new("/bin/sh", ["-c", "exec sleep 60"]).with_limits(limits);
    assert_eq!(death(&hanging.extract(b"%PDF-1.7", &Hint::default())), Some((Format::Pdf, Death::TooSlow)));
}

#[cfg(unix)]
#[test]
fn hostile_reader_that_talks_without_end_is_ended() {
    let limits = Limits { answer_bytes: 100_000, ..Limits::default() };
    let talking = Extractor::new("/bin/sh", ["-c", "while :; do echo words; done"]).with_limits(limits);
    assert_eq!(death(&talking.extract(b"%PDF-1.7", &Hint::default())), Some((Format::Pdf, Death::OutOfMemory)));
}

#[test]
fn hostile_memory_beyond_the_limit_is_named() {
    let limits = Limits { memory_bytes: 120 << 20, ..Limits::default() };
    let page = format!("<html><body>{}", "<p>a</p>".repeat(500_000));
    let found = extractor().with_limits(limits).extract(page.as_bytes(), &Hint::default());
    assert_eq!(death(&found), Some((Format::Html, Death::OutOfMemory)));
}

#[cfg(target_os = "linux")]
#[test]
fn hostile_processor_time_beyond_the_limit_is_named() {
    let limits = Limits { cpu_seconds: 1, ..Limits::default() };
    let turning = Extractor::new("/bin/sh", ["-c", "ulimit -S -t 1; while :; do :; done"]).with_limits(limits);
    assert_eq!(death(&turning.extract(b"%PDF-1.7", &Hint::default())), Some((Format::Pdf, Death::TooSlow)));
}

#[test]
fn hostile_missing_reader_is_named() {
    let missing = Extractor::new("/nowhere/samesky", ["extract-worker"]);
    let found = missing.extract(b"%PDF-1.7", &Hint::default());
    assert!(matches!(found, Err(ExtractError::ParserUnavailable { .. })), "{found:?}");
}
