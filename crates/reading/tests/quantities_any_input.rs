//! Whatever the input: spans re-slice to their quotes, stand in order, never overlap, and nothing panics.

use proptest::prelude::*;
use samesky_reading::quantity::{Options, read};

fn options(language: &str) -> Options {
    Options {
        reference_date: Some(jiff::civil::date(2020, 11, 20)),
        language: Some(language.to_owned()).filter(|l| !l.is_empty()),
    }
}

/// Reads the text under every hint and checks what must hold of any answer.
fn check(text: &str) {
    let points: Vec<char> = text.chars().collect();
    for language in ["", "zh", "ja", "th", "en"] {
        let mut floor = 0;
        for found in read(text, &options(language)) {
            let q = &found.quantity;
            assert!(q.start >= floor && q.start < q.end, "order in {text:?}: {found:?}");
            let slice: String = points[q.start..q.end].iter().collect();
            assert_eq!(slice, q.quote, "quote in {text:?}");
            assert_eq!(&text[found.bytes.clone()], q.quote, "bytes in {text:?}");
            floor = q.end;
        }
    }
    let _ = read(text, &Options::default());
}

/// Pieces that expressions are made of, so that random texts come close to real ones.
const PIECES: &[&str] = &[
    "1",
    "23",
    "2020",
    "08",
    "1,234",
    "3.5",
    "０１２",
    "๒๕๖๓",
    "一",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "億",
    "兆",
    "京",
    "两",
    "二〇二〇",
    "半",
    "数",
    "几",
    "零",
    "廿",
    "第",
    "首",
    "约",
    "逾",
    "近",
    "多",
    "余",
    "元",
    "円",
    "ドル",
    "美元",
    "块",
    "角",
    "分",
    "个",
    "家",
    "項",
    "项目",
    "社",
    "件",
    "回",
    "名",
    "人",
    "年",
    "月",
    "日",
    "号",
    "時",
    "时",
    "点",
    "上午",
    "午後",
    "周",
    "昨日",
    "去年",
    "令和",
    "民国",
    "春节",
    "ゴールデンウィーク",
    "百分之",
    "分之",
    "成",
    "割",
    "%",
    "‰",
    "倍",
    "以上",
    "左右",
    "至",
    "到",
    "～",
    "〜",
    "-",
    "–",
    "—",
    "から",
    "級",
    "级",
    "(",
    ")",
    "/",
    ".",
    ",",
    ":",
    " ",
    "\u{A0}",
    "\u{200B}",
    "\u{202E}",
    "\u{3000}",
    "\n",
    "$",
    "US$",
    "¥",
    "Rs ",
    "RM",
    "million",
    " billion",
    " dozen",
    "half a ",
    "two ",
    "twenty-",
    "one ",
    "hundred ",
    "and ",
    "a ",
    "percent",
    "km",
    "㎡",
    "MW",
    "Jan. ",
    "May ",
    "Nov ",
    "Monday",
    "last ",
    "ago",
    "Q3",
    "FY",
    "am",
    "p.m.",
    "2nd",
    "first ",
    "quarter ",
    "projects",
    "ล้าน",
    "พัน",
    "แสน",
    "หมื่น",
    "สอง",
    "ห้า",
    "ครึ่ง",
    "บาท",
    "โครงการ",
    "กรกฎาคม",
    "ก.ค.",
    "พ.ศ.",
    "ปี",
    "ไตรมาส",
    "ร้อยละ",
    "กว่า",
    "ราว",
    "น.",
    "เมื่อวาน",
    "ที่แล้ว",
    "x",
    "の",
    "เ",
    "\u{E48}",
    "e",
    "^",
    "10^",
    "E9",
    "½",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn quantities_any_string_keeps_its_spans(text in "\\PC{0,60}") {
        check(&text);
    }

    #[test]
    fn quantities_pieces_keep_their_spans(pieces in prop::collection::vec(0..PIECES.len(), 0..14)) {
        let text: String = pieces.iter().map(|&k| PIECES[k]).collect();
        check(&text);
    }
}

#[test]
fn quantities_long_runs_are_read_in_linear_time() {
    for piece in [
        "1",
        "一",
        "十",
        "万",
        "1,",
        "１",
        "สิบ",
        "ล้าน",
        "(",
        "two ",
        "hundred ",
        "1-",
        "1.",
        "$",
        "第",
        "1:",
        "1/",
        "約",
        "Jan. ",
        "一点",
        "数",
        "1\u{200B}",
        "近",
        "1 ",
        "a ",
        "ที่",
    ] {
        check_short_and_long(piece);
    }
}

fn check_short_and_long(piece: &str) {
    let text = piece.repeat(40_000);
    let found = read(&text, &Options::default());
    let mut floor = 0;
    for found in found {
        assert!(found.bytes.start >= floor, "{piece:?}");
        floor = found.bytes.end;
    }
}
