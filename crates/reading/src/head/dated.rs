//! Which lines may hold a date of publication: a quick look, so that only those are read for one.

use crate::needles::Needles;
use std::sync::LazyLock;

/// The names of months, whole and short.
const MONTHS: [&str; 24] = [
    "jan",
    "january",
    "feb",
    "february",
    "mar",
    "march",
    "apr",
    "april",
    "may",
    "jun",
    "june",
    "jul",
    "july",
    "aug",
    "august",
    "sep",
    "sept",
    "september",
    "oct",
    "october",
    "nov",
    "november",
    "dec",
    "december",
];
static MONTH: LazyLock<Needles> = LazyLock::new(|| Needles::new(MONTHS));
/// The names of months and holidays in Thai.
static THAI: LazyLock<Needles> = LazyLock::new(|| Needles::new(crate::quantity::thai_days()));
/// The name of a month stands within so many bytes of its day (the 2nd day of September).
const BESIDE: usize = 24;

/// Whether a day may be written here: something of a number, and something of a date beside it.
pub(super) fn may_hold_date(line: &str, folded: &str) -> bool {
    let thai_digit = |char: char| ('๐'..='๙').contains(&char);
    let digit = || folded.bytes().any(|byte| byte.is_ascii_digit());
    // A Chinese or Japanese holiday may stand in a Thai line.
    let mixed = || line.bytes().any(|byte| matches!(byte, 0xE3..=0xE9));
    let written = || line.contains(|char: char| ('\u{0E01}'..='\u{0E5B}').contains(&char));
    let thai = || written() && (line.contains(thai_digit) || mixed() || digit() && THAI.any(folded));
    let wide = || line.contains(['０', '１', '２', '３', '４', '５', '６', '７', '８', '９']);
    let numeral = || {
        folded.contains('日')
            && folded.contains(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '元', '廿'])
    };
    if line.is_ascii() {
        return has_day(folded);
    }
    has_day(folded) || numeral() || wide() || memchr::memchr(0xE0, line.as_bytes()).is_some() && thai()
}

/// A number in digits with a sign of a date behind it, or the name of a month beside it.
fn has_day(folded: &str) -> bool {
    let bytes = folded.as_bytes();
    let mut end = 0;
    while let Some(start) = (end..bytes.len()).find(|at| bytes[*at].is_ascii_digit()) {
        end = (start..bytes.len()).find(|at| !bytes[*at].is_ascii_digit()).unwrap_or(bytes.len());
        let short = end - start <= 2;
        if end - start >= 8 || is_marked(&bytes[end..]) || short && names_month(folded, start, end) {
            return true;
        }
    }
    false
}

/// 日 or 号 behind spaces, `-5-`, `.5.`, `/5`, or a character that may count as one of them or as a space.
fn is_marked(rest: &[u8]) -> bool {
    let spaces = rest.iter().take_while(|byte| **byte == b' ').count();
    match rest {
        [b'/', next, ..] => next.is_ascii_digit() || may_be_another(&rest[1..]),
        [mark @ (b'-' | b'.'), inner @ ..] => {
            let digits = inner.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let behind = &inner[digits..];
            may_be_another(behind) || digits > 0 && behind.first() == Some(mark)
        }
        _ => {
            let rest = &rest[spaces..];
            rest.starts_with("日".as_bytes()) || rest.starts_with("号".as_bytes()) || may_be_another(rest)
        }
    }
}

/// Full-width forms, other dashes and spaces, and what is invisible begin so.
fn may_be_another(rest: &[u8]) -> bool {
    matches!(rest, [0xC2 | 0xD8 | 0xE2 | 0xEF, ..] | [0xE3, 0x80, 0x80, ..])
}

fn names_month(folded: &str, start: usize, end: usize) -> bool {
    let from = floor(folded, start.saturating_sub(BESIDE));
    let to = floor(folded, end + BESIDE);
    let near = folded.get(from..to).unwrap_or_default();
    let letter = |at: usize| near.as_bytes().get(at).is_some_and(u8::is_ascii_lowercase);
    let letters = near.bytes().any(|byte| byte.is_ascii_lowercase());
    letters && MONTH.all(near).any(|(at, number)| !letter(at + MONTH.length(number)))
}

fn floor(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Signs that stand right behind the date of a dateline.
const SIGNS: [&str; 16] =
    ["电", "讯", "電", "訊", " /", "/", "共同", " (", " xinhua", " Xinhua", "】", ":", "：", " -", " –", " —"];
static SIGN: LazyLock<Needles> = LazyLock::new(|| Needles::new(SIGNS.into_iter().chain(["-", "–", "—"])));

/// Before a date of which they say that it is that of publication, wherever it stands.
const LABELS: [&str; 2] = ["时间", "日期"];

/// How far a paragraph that begins so is to be read for a dateline: to the last of the signs, where something that may end a
/// date stands before one of them, or all of it, where it opens a bracket or names a label; else not at all.
pub(super) fn dateline_reach(beginning: &str) -> usize {
    if beginning.starts_with(['【', '(', '（']) {
        return beginning.len();
    }
    if LABELS.iter().any(|label| beginning.contains(label)) {
        return if SIGN.all(beginning).any(|(at, _)| may_end_date(&beginning[..at])) { beginning.len() } else { 0 };
    }
    let signs: Vec<usize> = SIGN.all(beginning).map(|(at, _)| at).collect();
    let dated = signs.iter().any(|at| may_end_date(&beginning[..*at]));
    if dated { signs.last().copied().unwrap_or_default() } else { 0 }
}

fn may_end_date(before: &str) -> bool {
    match before.chars().next_back() {
        None => false,
        Some(last) if last.is_ascii_alphabetic() || last == '.' => {
            let near = before.bytes().rev().take(BESIDE);
            near.into_iter().any(|byte| byte.is_ascii_digit())
        }
        Some(last) => {
            last.is_ascii_digit()
                || matches!(last, '日' | '号' | '號' | ')' | '）' | '０'..='９' | '\u{0E01}'..='\u{0E5B}')
                || crate::quantity::is_ignorable(last)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{dateline_reach, may_hold_date};
    use crate::fold::fold;

    #[test]
    fn may_hold_date_every_writing_of_a_day() {
        for line in [
            "2020年11月20日 11:18",
            "2020-11-20",
            "20/11/2020",
            "Nov 20, 2020",
            "20th of November 2020",
            "20201120",
            "二〇二〇年十一月二十日",
            "２０２０年１１月２０日",
            "20 พฤศจิกายน 2563",
            "令和2年 11月 20日",
            "2020.11.20",
        ] {
            assert!(may_hold_date(line, &fold(line)), "{line}");
        }
    }

    #[test]
    fn may_hold_date_other_numbers_are_passed_by() {
        for line in ["首页 | 12个项目", "Top 10 markets", "第3届博览会", "2024年推介会", "v1.5万", "in May 2024", ""]
        {
            assert!(!may_hold_date(line, &fold(line)), "{line}");
        }
    }

    #[test]
    fn datelines_begin_with_a_date_and_its_sign() {
        for line in [
            "中新网广州4月1日电 12个",
            "CHENGDU, Nov. 20, 2020 /PRNewswire/",
            "BANGKOK, 30 August (TNA)",
            "【广州8月31日】",
            "(成都11月20日)",
        ] {
            assert!(dateline_reach(line) > 0, "{line}");
        }
        for line in ["5月1日,河口市(大阪)推介会举行", "The zone (HDZ) said", "—河口市"] {
            assert_eq!(dateline_reach(line), 0, "{line}");
        }
    }
}
