//! How far the name of an event goes.

use crate::claims::context::Context;
use crate::lexicon::{Cue, Sense};
use crate::needles::{Endings, find};
use std::ops::Range;
use std::sync::LazyLock;

/// A name goes back at most this many bytes.
const FARTHEST: usize = 240;

/// Words after which a name begins.
const BEFORE: &[&str] = &[
    "举办的",
    "开展了",
    "开展",
    "举行的",
    "召开的",
    "主办的",
    "举办了",
    "举行了",
    "召开了",
    "举办",
    "举行",
    "召开",
    "参加了",
    "参加",
    "出席了",
    "出席",
    "名为",
    "办了",
    "办",
    "了",
    "的",
    "以及",
    "收看",
    "启动",
    "作为",
    "围绕",
    "通过",
    "是",
    "为",
    "另设",
    "依托",
    "借助",
    "在",
    "は",
    "が",
    "を",
    "に",
    "で",
    "も",
    "へ",
    "の",
    "から",
    "した",
    "する",
    "という",
    "、",
];

/// The name that ends in this head word.
pub(super) fn extent(context: &Context<'_>, sentence: &Range<usize>, head: &Range<usize>) -> Range<usize> {
    if let Some(quoted) = quoted(context, sentence, head) {
        return quoted;
    }
    let words = context.text.folded_slice(head);
    if words.is_ascii() {
        return latin(context, sentence, head);
    }
    if is_thai(words) {
        return thai(context, sentence, head);
    }
    let start = left(context, head.start, sentence.start);
    let end = right(context, sentence, head.end);
    context.text.trim(&(start..end))
}

/// `该推介会`, `此次活动`, `推介会上`: the event was named elsewhere.
pub(super) fn is_mere_reference(context: &Context<'_>, name: &Range<usize>, head: &Range<usize>) -> bool {
    let words = context.text.folded_slice(name);
    let told = [
        "同期举行的",
        "同期举办的",
        "同时举行的",
        "另设",
        "另设有",
        "设",
        "另办",
        "举办了",
        "还举办",
        "办",
        "举办",
        "召开",
        "举行",
    ]
    .iter()
    .any(|word| context.ends_with(name.start, word));
    let opened = ["を开", "が开", "を催"].iter().any(|word| context.starts_with(name.end, word));
    let long = (told || opened) && words.chars().count() >= 5;
    let long =
        long || words.chars().count() >= 4 && ["开展", "开展了"].iter().any(|word| context.ends_with(name.start, word));
    let bare = name.start >= head.start && !context.text.folded_slice(head).is_ascii() && !is_thai(words) && !long;
    let points =
        ["该", "本次", "此次", "这次", "上述", "本届", "同大会", "同会", "今次", "这一", "当天", "this ", "the "];
    bare || points.iter().any(|word| words.starts_with(word))
}

/// The quotation in which the head word stands near the end.
fn quoted(context: &Context<'_>, sentence: &Range<usize>, head: &Range<usize>) -> Option<Range<usize>> {
    let before = context.text.folded_slice(&(sentence.start..head.start));
    let open = before
        .char_indices()
        .rev()
        .take(90)
        .find(|(_, char)| matches!(*char, '“' | '「' | '『' | '《' | '”' | '」' | '』' | '》'));
    let (at, open) = open.filter(|(_, char)| matches!(*char, '“' | '「' | '『' | '《'))?;
    let after = context.text.folded_slice(&(head.end..sentence.end));
    let close = after
        .char_indices()
        .take(40)
        .find(|(_, char)| matches!(*char, '”' | '」' | '』' | '》' | '“' | '「' | '『' | '《'))?;
    if !matches!(close.1, '”' | '」' | '』' | '》') {
        return None;
    }
    let start = sentence.start + at + open.len_utf8();
    // A head word right behind the quotation belongs to the name: “对话…交流会”主题研讨会.
    Some(start..head.end + close.0)
}

/// Where the words that lead up to this byte begin: after punctuation, a verb of holding, a date or a particle.
pub(super) fn left(context: &Context<'_>, from: usize, floor: usize) -> usize {
    let floor = floor.max(context.text.floor(from.saturating_sub(FARTHEST)));
    let words = context.text.folded_slice(&(floor..from));
    let mut start = from;
    let mut closing: Vec<char> = Vec::new();
    for (at, char) in words.char_indices().rev() {
        let here = floor + at + char.len_utf8();
        if let Some(open) = opening(char) {
            closing.push(open);
        } else if closing.last() == Some(&char) {
            closing.pop();
        } else if closing.is_empty()
            && (is_break(char) || is_date_end(context, here) || after_word(context, here, from))
        {
            return start;
        }
        start = floor + at;
    }
    if closing.is_empty() { start } else { from.min(start.max(floor)) }
}

fn opening(char: char) -> Option<char> {
    Some(match char {
        '”' => '“',
        '」' => '「',
        '）' => '（',
        ')' => '(',
        '》' => '《',
        _ => return None,
    })
}

fn is_break(char: char) -> bool {
    matches!(
        char,
        '，' | ','
            | '。'
            | '；'
            | ';'
            | '：'
            | ':'
            | '！'
            | '？'
            | '!'
            | '?'
            | '“'
            | '「'
            | '『'
            | '《'
            | '（'
            | '('
            | '【'
            | '】'
            | '['
            | ']'
            | '\n'
            | '\t'
            | '\u{3000}'
            | '•'
    ) || char == ' '
}

fn is_date_end(context: &Context<'_>, byte: usize) -> bool {
    let from = byte.saturating_sub(60);
    // A bare year before a name belongs to the name (2024…交流会).
    context.found_in(&(from..byte)).any(|(_, found)| {
        found.bytes.end == byte && super::date::start_of(found).is_some_and(|date| date.month().is_some())
    })
}

static LAST: LazyLock<Endings> = LazyLock::new(|| Endings::new(BEFORE.iter().copied()));

/// A word of [`BEFORE`] ends here. One character alone counts only where it is not the start of the head itself.
fn after_word(context: &Context<'_>, byte: usize, from: usize) -> bool {
    let one = |word: &str| word.chars().count() == 1;
    let before = context.text.folded().get(..byte).unwrap_or_default();
    byte <= from && LAST.of(before).any(|word| !one(word) || !is_in_longer(context, byte, word))
}

/// 为 in 华为, 在 in 存在, 的 in 目的 and the like.
fn is_in_longer(context: &Context<'_>, byte: usize, word: &str) -> bool {
    let longer: &[&str] = match word {
        "为" => &["华为", "因为", "作为"],
        "在" => &["现在", "存在", "潜在"],
        "的" => &["目的"],
        "办" => &["外事办", "外办"],
        _ => &[],
    };
    longer.iter().any(|longer| context.ends_with(byte, longer))
}

/// `…论坛-粤港澳大湾区`: a place behind a dash belongs to the name.
fn right(context: &Context<'_>, sentence: &Range<usize>, end: usize) -> usize {
    let rest = context.text.folded_slice(&(end..sentence.end));
    let mut chars = rest.char_indices();
    let dash = chars.next().filter(|(_, char)| matches!(*char, '-' | '—' | '－'));
    let place = dash.and_then(|(_, char)| {
        let from = end + char.len_utf8();
        context.places(&(from..sentence.end)).into_iter().find(|(_, at)| at.start == from)
    });
    if let Some((_, at)) = place {
        return at.end;
    }
    if let Some(joined) = joined(context, sentence, end) {
        return joined;
    }
    let tails = ["主题研讨会", "系列活动", "活动"];
    tails.iter().find(|tail| rest.starts_with(**tail)).map_or(end, |tail| end + tail.len())
}

/// `…推介暨集中签约活动`: two heads make one name.
fn joined(context: &Context<'_>, sentence: &Range<usize>, end: usize) -> Option<usize> {
    let word = ["暨", "及び", "および", "兼"].iter().find(|word| context.starts_with(end, word))?;
    let near = end + word.len()..context.text.floor(sentence.end.min(end + 75));
    let heads = context.marks_in(&near).iter().filter(|mark| matches!(mark.sense, Sense::Cue(Cue::Head(_))));
    heads.map(|mark| mark.end).max()
}

/// English: back to an article or a verb.
fn latin(context: &Context<'_>, sentence: &Range<usize>, head: &Range<usize>) -> Range<usize> {
    let before = context.text.folded_slice(&(sentence.start..head.start));
    // Latin words within another script begin behind it.
    let foreign = before.char_indices().rev().find(|(_, char)| is_thai(char.encode_utf8(&mut [0; 4])));
    let before = foreign.map_or(before, |(at, char)| &before[at + char.len_utf8()..]);
    let floor = head.start - before.len();
    let stops = [
        "a",
        "an",
        "the",
        "at",
        "staged",
        "held",
        "hosted",
        "of",
        "in",
        "for",
        "to",
        "with",
        "by",
        "organized",
        "month's",
        "attended",
        "its",
        "their",
        "our",
        "up",
        "concluded",
        "closed",
        "ended",
        "opened",
        "ran",
        "launched",
        "off",
        "joined",
        "co-hosted",
        "convened",
        "during",
        "after",
    ];
    let mut start = head.start;
    for word in before.rsplit(|char: char| char == ' ' || !char.is_ascii()).filter(|word| !word.is_empty()).take(10) {
        if stops.contains(&word) || word.ends_with([',', '.', ';', ':', '”', '"']) {
            break;
        }
        start = floor + offset(before, word);
    }
    let after = context.text.folded_slice(&(head.end..sentence.end));
    let end = after
        .find(['"', '”'])
        .filter(|at| *at < 90 && after[..*at].contains(['“', '"']))
        .map_or(head.end, |at| head.end + at);
    context.text.trim(&(start..end))
}

/// Where a slice of `whole` begins in it.
fn offset(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// Thai: names begin with the head word and go on to a space or a word of time or place.
fn thai(context: &Context<'_>, sentence: &Range<usize>, head: &Range<usize>) -> Range<usize> {
    let start = ["การ", "งาน", "โรดโชว์"]
        .iter()
        .find(|word| context.ends_with(head.start, word))
        .map_or(head.start, |word| head.start - word.len());
    let after = context.text.folded_slice(&(head.end..sentence.end));
    let stops = ["เมื่อ", "โดย", "จัด", "วันที่", "ณ ", "  ", " ที่", " เพื่อ"];
    let ends = stops.iter().filter_map(|stop| find(after, stop)).chain(phrase_end(after));
    let end = ends.chain(after.char_indices().nth(70).map(|(at, _)| at)).chain(where_at(context, sentence, head)).min();
    context.text.trim(&(start..head.end + end.unwrap_or(after.len())))
}

/// `…ที่โตเกียว`: where the place is told, behind the name.
fn where_at(context: &Context<'_>, sentence: &Range<usize>, head: &Range<usize>) -> Option<usize> {
    let places = context.places(&(head.end..sentence.end));
    let mut starts = places.iter().map(|(_, at)| at.start).filter(|start| *start < head.end + 120);
    starts.find_map(|start| {
        let word = ["ที่", "ณ", "ใน"].into_iter().find(|word| context.ends_with(start, word))?;
        (start - word.len()).checked_sub(head.end)
    })
}

/// The first space behind which no place, number of the session or Latin name goes on with the name.
fn phrase_end(after: &str) -> Option<usize> {
    const GO_ON: [&str; 8] = ["เมือง", "มณฑล", "จังหวัด", "เขต", "นคร", "ประเทศ", "ครั้งที่", "ประจำปี"];
    after.match_indices(' ').map(|(at, _)| at).find(|at| {
        let rest = after[at + 1..].trim_start();
        let latin = rest.starts_with(|char: char| {
            char.is_ascii_alphabetic() || matches!(char, '“' | '"' | '‘' | '\'' | '(' | '&' | '–' | '-')
        });
        let year = rest.get(..4).is_some_and(|four| four.bytes().all(|byte| byte.is_ascii_digit()));
        !latin && !year && !GO_ON.iter().any(|word| rest.starts_with(word))
    })
}

fn is_thai(words: &str) -> bool {
    words.chars().any(|char| ('\u{0E01}'..='\u{0E5B}').contains(&char))
}
