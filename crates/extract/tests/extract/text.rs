//! Plain text.

use super::{extract, extractor, only};
use encoding_rs::{BIG5, EUC_JP, GB18030, GBK, SHIFT_JIS, WINDOWS_874};
use samesky_extract::{ExtractError, Extracted, Extractor, Format, Hint, Limits};
use samesky_model::remark::{Remark, RemarkCode};

#[test]
fn text_in_every_encoding_comes_out_unchanged() {
    let chinese = "虚构市商务局在东京举行投资推介会,\r\n签约项目12个。\r\n";
    let japanese = "架空県は東京で投資セミナーを開き、\n12件の協定に調印した。";
    let thai = "สำนักงานสมมติจัดงานส่งเสริมการลงทุน มีโครงการ 12 โครงการ";
    for (text, encoding, name) in [
        (chinese, GBK, "GBK"),
        (chinese, GB18030, "GBK"),
        ("虛構市商務局在東京舉行投資說明會,\n簽約項目12個。", BIG5, "Big5"),
        (japanese, SHIFT_JIS, "Shift_JIS"),
        (japanese, EUC_JP, "EUC-JP"),
        (thai, WINDOWS_874, "windows-874"),
    ] {
        let expected = Extracted { encoding: name.to_owned(), ..only(text, Format::Text) };
        assert_eq!(extract(&encoding.encode(text).0), Ok(expected), "{name}");
    }
}

#[test]
fn text_bad_bytes_become_replacement_characters_with_a_remark() {
    let bytes = [b"\xef\xbb\xbf", "签约12个".as_bytes(), b"\xff", "项目".as_bytes()].concat();
    let remarks = vec![Remark::new(RemarkCode::BadBytes, &[("encoding", "UTF-8"), ("count", "1")])];
    assert_eq!(extract(&bytes), Ok(Extracted { remarks, ..only("签约12个\u{FFFD}项目", Format::Text) }));
}

#[test]
fn text_table_of_data_is_read_with_a_remark() {
    let csv = "企业,国别,投资额\n虚构甲,日本,5\n虚构乙,泰国,6\n";
    let remarks = vec![Remark::new(RemarkCode::LooksLikeTable, &[("format", "CSV")])];
    assert_eq!(extract(csv.as_bytes()), Ok(Extracted { remarks, ..only(csv, Format::Text) }));
}

#[test]
fn text_content_decides_and_names_are_hints() {
    let named =
        |bytes: &[u8], name: &str| extractor().extract(bytes, &Hint { file_name: Some(name), content_type: None });
    let other = |found: &str| Err(ExtractError::UnknownFormat { found: found.to_owned() });
    assert_eq!(named(b"\x89PNG\r\n\x1a\n\0\0", "news.txt"), other("PNG"));
    assert_eq!(named(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "news.docx"), other("OLE2 (DOC, XLS, PPT)"));
    assert_eq!(named(b"<?xml version=\"1.0\"?><rss></rss>", "news.txt"), other("XML"));
    assert_eq!(named("签约".as_bytes(), "news.pdf"), Ok(only("签约", Format::Text)));
    let noise: Vec<u8> = (0..4096_u32).map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1]).collect();
    assert_eq!(named(&noise, "news.txt"), other("binary data"));
}

#[test]
fn text_empty_and_too_large_are_refused() {
    let small = Extractor::new("unused", [""; 0]).with_limits(Limits { input_bytes: 10, ..Limits::default() });
    assert_eq!(extract(b""), Err(ExtractError::Empty));
    assert_eq!(extract(b"\xef\xbb\xbf \r\n\t"), Err(ExtractError::Empty));
    assert_eq!(small.extract(&[b'a'; 11], &Hint::default()), Err(ExtractError::TooLarge { size: 11, limit: 10 }));
}

#[test]
fn text_declared_charset_settles_what_short_bytes_leave_open() {
    let hint = Hint { file_name: None, content_type: Some("text/plain; charset=\"GBK\"") };
    let found = extractor().extract(&GBK.encode("签约").0, &hint);
    assert_eq!(found, Ok(Extracted { encoding: "GBK".to_owned(), ..only("签约", Format::Text) }));
}

#[test]
fn text_of_a_million_digits_is_read() {
    let digits = "1234567890".repeat(100_000);
    assert_eq!(extract(digits.as_bytes()), Ok(only(&digits, Format::Text)));
}
