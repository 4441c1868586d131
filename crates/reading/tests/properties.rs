//! What holds for any input: nothing panics, every span is a slice, ids are right.

use proptest::prelude::*;
use samesky_model::reading::Reading;
use samesky_reading::gazetteer::Gazetteer;
use samesky_reading::{Input, Options, read, read_several};

/// Pieces that rules look for, to be thrown together.
const PIECES: &[&str] = &[
    "中日(成都)合作推介会",
    "签约仪式",
    "15个项目",
    "总投资逾200亿",
    "204.5亿元",
    "、",
    "。",
    "，",
    "(",
    ")",
    "（",
    "“",
    "”",
    "《",
    "》",
    "其中",
    "等59家日资企业",
    "株式会社",
    "有限公司",
    "11月19日",
    "2020年",
    "\n",
    "\n\n",
    " ",
    "\u{3000}",
    "相关文章\n",
    "责任编辑:",
    "在成都举行",
    "由",
    "主办",
    "与",
    "签署",
    "総投資額は30億ドル",
    "11件と契約",
    "で開催",
    "が",
    "の",
    "第4回",
    "博覧会",
    "Acme Trading Co., Ltd.",
    "signed 43 projects worth over 46.5 billion yuan",
    "on Friday",
    ". ",
    "the ",
    "โครงการ",
    "ลงนาม 43 โครงการ",
    "มูลค่ากว่า 4.65 หมื่นล้านหยวน",
    "บริษัท",
    "จำกัด",
    "สมาคม",
    "เมื่อวันที่ 2 กรกฎาคม",
    "4兆亿日元",
    "三菱重工",
    "南沙",
    "31日は",
    "\u{200b}",
    "\u{202e}",
    "\u{301}",
    "𠮷",
    "🎌",
    "1,602億元",
    "9",
    "0",
    "万",
    "(下称“",
    "”)",
    "〇",
    "−",
    "%",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,6}"];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn spans(reading: &Reading) -> Vec<(usize, usize, String)> {
    let mut spans = Vec::new();
    spans.extend(reading.title.iter().map(|title| (title.start, title.end, title.text.clone())));
    for figure in &reading.figures {
        spans.push((figure.start, figure.end, figure.quote.clone()));
        spans.extend(figure.spans.iter().map(|span| (span.start, span.end, span.quote.clone())));
    }
    for organisation in &reading.organisations {
        spans.push((organisation.start, organisation.end, organisation.name.clone()));
        spans.extend(organisation.spans.iter().map(|span| (span.start, span.end, span.quote.clone())));
    }
    spans.extend(reading.projects.iter().map(|project| (project.start, project.end, project.name.clone())));
    spans
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let reading = read(&Input::text(text), &Options { quantities: true, explain: false });
    let chars: Vec<char> = text.chars().collect();
    for (start, end, quote) in spans(&reading) {
        prop_assert_eq!(chars.get(start..end).map(|slice| slice.iter().collect::<String>()), Some(quote));
    }
    for block in &reading.body {
        prop_assert!(block.start <= block.end && block.end <= chars.len());
    }
    for event in &reading.events {
        prop_assert!(event.start <= event.end && event.end <= chars.len());
    }
    let ids: Vec<&String> = reading.figures.iter().map(|figure| &figure.id).collect();
    for figure in &reading.figures {
        let whole = figure.part_of.as_ref().is_none_or(|of| ids.contains(&of) && *of != figure.id);
        let event = figure.event.as_ref().is_none_or(|of| reading.events.iter().any(|event| event.id == *of));
        prop_assert!(whole, "{:?}", figure);
        prop_assert!(event, "{:?}", figure);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn reading_of_any_text_slices_back(text in text()) {
        check(&text)?;
    }

    #[test]
    fn several_are_read_as_each_is_alone(
        texts in prop::collection::vec(text(), 0..6),
        explain in any::<bool>(),
        quantities in any::<bool>(),
    ) {
        let options = Options { quantities, explain };
        let inputs: Vec<Input<'_>> = texts.iter().map(|text| Input::text(text)).collect();
        let each: Vec<Reading> = inputs.iter().map(|input| read(input, &options)).collect();
        prop_assert_eq!(read_several(&inputs, &options, Gazetteer::built_in()), each);
    }

    #[test]
    fn reading_of_any_characters_slices_back(text in "\\PC{0,300}") {
        check(&text)?;
    }
}

#[test]
fn reading_of_hostile_texts_returns() {
    let million_digits = "7".repeat(1_000_000);
    let brackets = format!("{}推介会{}在成都举行", "(".repeat(10_000), ")".repeat(10_000));
    let quotes = "“".repeat(50_000) + "推介会";
    let commas = "三菱重工、".repeat(40_000);
    let lines = "15个项目签约\n".repeat(20_000);
    let numerals = "亿".repeat(200_000);
    let capitals = "Acme Group ".repeat(20_000);
    let thai = "บริษัท".repeat(20_000);
    for text in [million_digits, brackets, quotes, commas, lines, numerals, capitals, thai] {
        let reading = read(&Input::text(&text), &Options::default());
        assert!(reading.figures.len() <= text.len());
    }
}
