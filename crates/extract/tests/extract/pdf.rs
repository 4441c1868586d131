//! PDFs.

use super::pdf_maker::{pdf, predefined, scan, with_a_broken_page};
use super::{extract, only};
use samesky_extract::{ExtractError, Extracted, Format};
use samesky_model::remark::{Remark, RemarkCode};

#[test]
fn pdf_chinese_lines_become_paragraphs_and_the_headline_is_known() {
    let page = vec![
        (120, 780, 22, "虚构市举行投资推介会"),
        (114, 740, 12, "虚构市商务局二日在东京举行投资推介会,会上签约项目十二个,总"),
        (90, 722, 12, "投资三十五亿元,涵盖汽车零部件、新材料、医疗器械等多个领域,参会"),
        (90, 704, 12, "企业六十家。"),
        (114, 680, 12, "下一步将设立服务点。"),
        (280, 40, 9, "- 1 -"),
    ];
    let text = "虚构市举行投资推介会\n虚构市商务局二日在东京举行投资推介会,会上签约项目十二个,总投资三十五亿元,\
                涵盖汽车零部件、新材料、医疗器械等多个领域,参会企业六十家。\n下一步将设立服务点。";
    let title = Some("虚构市举行投资推介会".to_owned());
    assert_eq!(extract(&pdf(&[page])), Ok(Extracted { title, ..only(text, Format::Pdf) }));
}

#[test]
fn pdf_english_lines_keep_their_spaces_across_pages() {
    let first = vec![
        (72, 720, 12, "The fictitious city of Newbridge signed twelve projects worth 3.5 billion"),
        (72, 704, 12, "yuan at an investment promotion meeting held in Bangkok on Tuesday, the"),
        (280, 40, 10, "1 / 2"),
    ];
    let second =
        vec![(72, 760, 12, "trade office said."), (72, 720, 12, "Sixty companies attended."), (280, 40, 10, "2 / 2")];
    let text = "The fictitious city of Newbridge signed twelve projects worth 3.5 billion yuan at an investment promotion \
                meeting held in Bangkok on Tuesday, the trade office said.\nSixty companies attended.";
    assert_eq!(extract(&pdf(&[first, second])), Ok(only(text, Format::Pdf)));
}

#[test]
fn pdf_radicals_become_characters_and_ruby_goes() {
    let page = vec![(72, 712, 5, "かくう"), (72, 700, 12, "架空\u{2F02}\u{2F08}\u{2ED3}")];
    assert_eq!(extract(&pdf(&[page])).map(|found| found.text), Ok("架空\u{4E36}人长".to_owned()));
}

#[test]
fn pdf_columns_of_a_table_are_parted_by_tabs() {
    let page = vec![(72, 700, 12, "企业"), (300, 700, 12, "投资额"), (72, 680, 12, "虚构甲"), (300, 680, 12, "5亿元")];
    assert_eq!(extract(&pdf(&[page])).map(|found| found.text), Ok("企业\t投资额\n虚构甲\t5亿元".to_owned()));
}

#[test]
fn pdf_characters_that_no_font_names_are_marked_and_counted() {
    let found = extract(&pdf(&[vec![(72, 700, 12, "เมื\0อวันที\0")]]));
    let remarks = vec![Remark::new(RemarkCode::LostCharacters, &[("count", "2"), ("format", "PDF")])];
    assert_eq!(found, Ok(Extracted { remarks, ..only("เมื\u{FFFD}อวันที\u{FFFD}", Format::Pdf) }));
}

#[test]
fn pdf_predefined_encodings_of_fonts_that_are_not_embedded_are_read() {
    let chinese = "虚构市签约12个项目,总投资35.6亿元。";
    let japanese = "架空県は12件の協定に調印した。";
    let utf_16: Vec<u8> = chinese.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (name, codes, text) in [
        ("UniGB-UCS2-H", utf_16, chinese),
        ("GBK-EUC-H", encoding_rs::GBK.encode(chinese).0.into_owned(), chinese),
        ("90ms-RKSJ-H", encoding_rs::SHIFT_JIS.encode(japanese).0.into_owned(), japanese),
        ("EUC-H", encoding_rs::EUC_JP.encode(japanese).0.into_owned(), japanese),
    ] {
        assert_eq!(extract(&predefined(name, &[(700, &codes)])), Ok(only(text, Format::Pdf)), "{name}");
    }
}

#[test]
fn pdf_heads_of_pages_go_and_lines_that_are_all_of_a_page_stay() {
    let page = |text: &'static str| vec![(72, 800, 9, "虚构市商务局简报"), (72, 700, 12, text)];
    let found = extract(&pdf(&[page("甲项目签约。"), page("乙项目签约。"), page("丙项目签约。")]));
    assert_eq!(found.map(|found| found.text), Ok("甲项目签约。\n乙项目签约。\n丙项目签约。".to_owned()));
    let alone =
        extract(&pdf(&[vec![(72, 700, 12, "签约。")], vec![(72, 700, 12, "签约。")], vec![(72, 700, 12, "签约。")]]));
    assert_eq!(alone.map(|found| found.text), Ok("签约。\n签约。\n签约。".to_owned()));
}

#[test]
fn pdf_scan_is_refused_as_without_text() {
    assert_eq!(extract(&scan()), Err(ExtractError::WithoutText { format: Format::Pdf }));
}

#[test]
fn pdf_page_that_cannot_be_read_is_left_out_with_a_remark() {
    let remarks = vec![Remark::new(RemarkCode::PagesSkipped, &[("pages", "2"), ("total", "2")])];
    let found = extract(&with_a_broken_page("签约项目十二个。"));
    assert_eq!(found, Ok(Extracted { remarks, ..only("签约项目十二个。", Format::Pdf) }));
}

#[test]
fn pdf_cut_off_is_refused_as_damaged() {
    let whole = pdf(&[vec![(72, 700, 12, "签约")]]);
    assert_eq!(extract(&whole[..20]), Err(ExtractError::Damaged { format: Format::Pdf }));
}
