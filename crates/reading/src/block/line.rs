//! Lines and what each looks like.

use crate::lexicon::{Cue, Mark, Sense, within};
use crate::text::Text;
use memchr::memmem::Finder;
use std::ops::Range;
use std::sync::LazyLock;

/// A line longer than this is a paragraph even without a full stop.
const LONG: usize = 60;
/// A line shorter than this is no paragraph even with a full stop.
const SHORT: usize = 25;
/// A label's colon stands within so many bytes.
const LABEL: usize = 120;

/// A line of the text, without the white space at its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) bytes: Range<usize>,
    pub(crate) chars: usize,
    pub(crate) kind: LineKind,
    /// A word or two, a colon, and what they stand for (投資総額:約65億円).
    pub(crate) labelled: bool,
}

/// What a line looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineKind {
    Blank,
    /// Running text.
    Paragraph,
    /// A title, subtitle, byline or headline.
    Short,
    /// A date or time and little else.
    Time,
    /// Names the source.
    Source,
    /// Navigation, footer, licence, editor.
    Boilerplate,
    /// Starts a list of other texts (相关文章).
    TailAlone,
    /// Begins what a company says of itself (About Acme), where it stands behind the body.
    TailAbout,
    /// Names other texts on the same line (推荐阅读:…).
    TailInline,
}

impl LineKind {
    /// Whether the line can be the announcement's own words.
    pub(crate) const fn is_own(self) -> bool {
        matches!(self, Self::Paragraph | Self::Short | Self::TailAbout)
    }
}

pub(super) fn lines(text: &Text<'_>, marks: &[Mark]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for part in text.raw().split_inclusive('\n') {
        let bytes = text.trim(&(start..start + part.len()));
        start += part.len();
        let chars = text.chars_before(bytes.end) - text.chars_before(bytes.start);
        let labelled = is_labelled(text.slice(&bytes));
        lines.push(Line { kind: kind(text, marks, &bytes, chars), bytes, chars, labelled });
    }
    lines
}

fn kind(text: &Text<'_>, marks: &[Mark], bytes: &Range<usize>, chars: usize) -> LineKind {
    let words = text.slice(bytes);
    if chars == 0 {
        return LineKind::Blank;
    }
    let cues = || within(marks, bytes.clone());
    let has = |cue: Cue| cues().iter().any(|mark| mark.sense == Sense::Cue(cue));
    if chars < 2 * LONG
        && let Some(kind) = tail(text, cues(), bytes)
    {
        return kind;
    }
    if is_about(words, chars) {
        return LineKind::TailAbout;
    }
    let boilerplate = cues().iter().filter(|mark| mark.sense == Sense::Cue(Cue::Boiler)).count();
    if boilerplate > 0
        && (chars < LONG || boilerplate > 2)
        && !(ends_sentence(words) && chars > SHORT && boilerplate == 1)
    {
        return LineKind::Boilerplate;
    }
    if is_navigation(words) {
        return LineKind::Boilerplate;
    }
    if is_time(words, chars) {
        return LineKind::Time;
    }
    if has(Cue::Source) && chars < LONG && !ends_sentence(words) {
        return LineKind::Source;
    }
    let long = if words.chars().take(30).filter(|char| ('\u{2E80}'..='\u{FFEF}').contains(char)).count() > 8 {
        LONG
    } else {
        2 * LONG
    };
    if chars >= long || (chars >= SHORT && has_sentence(words)) { LineKind::Paragraph } else { LineKind::Short }
}

fn is_labelled(words: &str) -> bool {
    let near = words
        .get(..LABEL)
        .unwrap_or_else(|| words.char_indices().take(LABEL / 3).last().map_or(words, |(end, _)| &words[..end]));
    let colon = colon(near).filter(|colon| *colon > 0);
    colon.is_some_and(|colon| {
        let label = &words[..colon];
        let short = label.chars().count() <= 12 || label.is_ascii() && label.split(' ').count() <= 4;
        short && !words[colon..].trim_start_matches([':', '：', ' ']).is_empty()
    })
}

/// Where the first colon stands.
fn colon(words: &str) -> Option<usize> {
    // The wide one begins with this byte.
    let mut signs = memchr::memchr2_iter(b':', 0xEF, words.as_bytes());
    signs.find(|at| words[*at..].starts_with([':', '：']))
}

/// `About Acme`, `关于甲公司`: a line of its own before what a company says of itself at the end.
fn is_about(words: &str, chars: usize) -> bool {
    let about =
        ["About ", "关于", "關於", "เกี่ยวกับ"].iter().any(|head| words.starts_with(head)) || words.ends_with("について");
    about && chars <= 48 && !has_sentence(words) && !words.contains(['，', ',', '、'])
}

/// A line that begins with a word like 相关文章.
fn tail(text: &Text<'_>, marks: &[Mark], bytes: &Range<usize>) -> Option<LineKind> {
    let mark = marks.iter().find(|mark| mark.sense == Sense::Cue(Cue::Tail))?;
    let before = text.slice(&(bytes.start..mark.start)).chars().count();
    let after = text.slice(&(mark.end..bytes.end)).trim_matches([':', '：', ' ', '】', '>']).chars().count();
    match (before, after) {
        (0..=8, 0..=3) => Some(LineKind::TailAlone),
        (0..=2, _) => Some(LineKind::TailInline),
        _ => None,
    }
}

static WIDE_BAR: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("｜"));

fn is_navigation(words: &str) -> bool {
    let arrow = || words.contains(">>") || words.contains('»') || words.contains(" > ");
    let bars = || words.matches(['|', '｜']).nth(2).is_some();
    let bytes = words.as_bytes();
    let wide = || WIDE_BAR.find(bytes).is_some() || memchr::memchr(0xC2, bytes).is_some();
    let may = || memchr::memchr2(b'>', b'|', bytes).is_some() || wide();
    words.len() < 400 && may() && (words.len() < 200 && arrow() || bars())
}

/// Mostly digits and date signs.
fn is_time(words: &str, chars: usize) -> bool {
    let digits = || words.bytes().filter(u8::is_ascii_digit).count();
    chars < 80 && words.bytes().filter(u8::is_ascii_digit).nth(3).is_some() && {
        let signs = words
            .chars()
            .filter(|char| matches!(*char, ':' | '：' | '-' | '/' | '.' | '年' | '月' | '日' | '时' | '分' | ' ' | 'T'))
            .count();
        let timed = words.contains([':', '：']) || words.contains('月') || words.matches(['-', '/']).count() >= 2;
        timed && (digits() + signs) * 5 >= chars * 3
            || (timed && chars < LONG && !has_sentence(words) && dated_start(words))
    }
}

/// `2020年11月20日 11:18   来源…`, `2020-07-06 11:02:04 | …`.
fn dated_start(words: &str) -> bool {
    let start: String = words.chars().take(18).collect();
    let digits = start.chars().filter(char::is_ascii_digit).count();
    start.starts_with(|char: char| char.is_ascii_digit()) && digits >= 8 && start.contains([':', '：'])
        || (words.contains("发布时间") && digits < 4)
}

fn has_sentence(words: &str) -> bool {
    let mut bytes = words.as_bytes();
    while let [first, rest @ ..] = bytes {
        match (first, rest) {
            (b'!' | b'?', _) | (0xE3, [0x80, 0x82, ..]) | (0xEF, [0xBC, 0x81 | 0x9F | 0x9B, ..]) => return true,
            _ => bytes = rest,
        }
    }
    // A full stop behind Thai is of an abbreviation.
    let latin =
        |at: usize| words[..at].chars().next_back().is_none_or(|last| !('\u{0E01}'..='\u{0E5B}').contains(&last));
    ends_sentence(words) || words.match_indices(". ").any(|(at, _)| latin(at))
}

fn ends_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(['"', '”', '」', ')', '）']);
    words.ends_with(['。', '！', '？', '!', '?']) || (words.ends_with('.') && words.contains(' '))
}
