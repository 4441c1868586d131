//! The headline.

use crate::block::{Layout, Line, LineKind};
use crate::text::Text;
use std::ops::Range;

/// A title is not longer than this, in code points.
const LONGEST: usize = 200;

/// The headline's bytes. Of the short lines above the body, the one that another repeats with the site's name behind it,
/// else the longest of the first few.
pub(crate) fn title(text: &Text<'_>, layout: &Layout) -> Option<Range<usize>> {
    let lines = layout.head().iter().filter(|line| line.kind != LineKind::Blank).take(12);
    let above: Vec<&Line> = lines.filter(|line| can_be(text, line)).collect();
    if layout.lines.iter().filter(|line| line.kind != LineKind::Blank).count() == 1 && !is_headline(text, layout) {
        return None;
    }
    let leading: Vec<&Line> = first_of_body(layout).filter(|line| can_be(text, line)).collect();
    let candidates: Vec<&Line> = above.iter().chain(&leading).copied().collect();
    let repeated = candidates
        .iter()
        .find(|short| candidates.iter().any(|long| long.bytes != short.bytes && extends(text, short, long)));
    let longest = || above.iter().take(4).rev().max_by_key(|line| line.chars).or(leading.first());
    repeated.or_else(longest).map(|line| without_date(text, &line.bytes))
}

/// A text of one line is a headline where it is short and says nothing to the end.
fn is_headline(text: &Text<'_>, layout: &Layout) -> bool {
    let line = layout.lines.iter().find(|line| line.kind != LineKind::Blank);
    line.is_some_and(|line| {
        let words = text.slice(&line.bytes);
        let spaced = words.is_ascii() || words.contains(['ก', 'า', 'น']);
        line.kind != LineKind::Paragraph
            && line.chars <= if spaced { 60 } else { 30 }
            && !words.ends_with(['。', '.', '!', '?'])
    })
}

fn can_be(text: &Text<'_>, line: &Line) -> bool {
    let words = text.slice(&line.bytes);
    let worded = || words.chars().filter(|char| crate::letter::is_letter(*char)).nth(9).is_some();
    let labelled = || ["时间", "日期", "来源", "|"].iter().any(|label| words.contains(label));
    let own = line.kind.is_own() || (line.kind == LineKind::Time && worded() && !labelled());
    own && !is_address(words)
        && line.chars >= 4
        && line.chars <= LONGEST
        && !text.slice(&line.bytes).starts_with(['•', '·', '【', '字'])
}

/// Words (folded by case only) of lines that say what kind of paper it is, or to whom it goes.
const ADDRESSES: [&str; 14] = [
    "各位",
    "御中",
    "プレスリリース",
    "ニュースリリース",
    "報道発表",
    "报道资料",
    "新闻稿",
    "新聞稿",
    "即时发布",
    "press release",
    "news release",
    "for immediate release",
    "media release",
    "ข่าวประชาสัมพันธ์",
];
/// How the names of companies end.
const COMPANIES: [&str; 8] = ["株式会社", "有限公司", "有限责任公司", "Ltd.", "Ltd", "Inc.", "Corporation", "จำกัด"];

/// `報道関係各位`, `Press release`, or the sender's name alone.
fn is_address(words: &str) -> bool {
    if words.chars().nth(30).is_some() {
        return false;
    }
    let lower = words.to_lowercase();
    let told = ADDRESSES
        .iter()
        .any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.chars().count() <= 12) || lower.ends_with(word));
    let named = COMPANIES.iter().any(|word| words.ends_with(word)) || words.starts_with("株式会社");
    let named = named && !words.contains(['、', '，', ',', '：', ':', '与', '和', 'と', 'が', 'は']);
    told || named
}

/// The short lines that lead the body.
fn first_of_body(layout: &Layout) -> impl Iterator<Item = &Line> {
    layout.body_lines().take_while(|line| matches!(line.kind, LineKind::Short | LineKind::TailAbout)).take(4)
}

/// Whether one line is the other with a separator and a site's name behind it.
fn extends(text: &Text<'_>, short: &Line, long: &Line) -> bool {
    let plain = |line: &Line| text.slice(&line.bytes).split_whitespace().collect::<String>();
    let (short, long) = (plain(short), plain(long));
    long.strip_prefix(&short).is_some_and(|rest| rest.starts_with(['-', '—', '_', '|', '–', '－', '丨']))
}

/// Drops a date at either end, with a label before it (`date 2023-11-14 Wuxi …`, `… 2012年5月30日`).
fn without_date(text: &Text<'_>, bytes: &Range<usize>) -> Range<usize> {
    let words = text.slice(bytes);
    let rest = words.strip_prefix("date ").unwrap_or(words);
    let is_date = |char: char| char.is_ascii_digit() || "-/.年月日: ".contains(char);
    let digits = |words: &str| words.chars().filter(char::is_ascii_digit).count();
    let after = rest.trim_start_matches(is_date);
    let from = if digits(&rest[..rest.len() - after.len()]) >= 6 { words.len() - after.len() } else { 0 };
    let before = words.trim_end_matches(is_date);
    let to = if digits(&words[before.len()..]) >= 6 && before.len() > from { before.len() } else { words.len() };
    text.trim(&(bytes.start + from..bytes.start + to))
}
