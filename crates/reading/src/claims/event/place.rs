//! Where an event was held.

use crate::claims::context::Context;
use crate::lexicon::{Cue, Sense};
use std::ops::Range;

/// What stands before a place where something happens.
const BEFORE: &[&str] = &["在", "于", "赴", "开在", "来到", "in ", "at ", "to ", "ใน", "ที่", "ณ ", "เยือน", "สู่"];
/// What stands after it in Japanese, or in a Chinese headline.
const AFTER: &[&str] = &["で", "にて", "において", "都内", "市内", "を訪れ", "举行", "举办", "召开"];

/// The places of the sentence that stand where something happens; the lists they begin are followed.
pub(super) fn places(context: &Context<'_>, whole: &Range<usize>, name: Option<&Range<usize>>) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    let mut last_end = None;
    // 東京、名古屋、大阪で: what is said of the last of a list is said of all of it.
    let mut list: Vec<Range<usize>> = Vec::new();
    for bytes in context.areas(whole) {
        if name.is_some_and(|name| name.start <= bytes.start && bytes.end <= name.end) {
            continue;
        }
        let continues = last_end.is_some_and(|end| joins(context, end, bytes.start));
        let told = BEFORE.iter().any(|word| context.ends_with(bytes.start, word))
            || AFTER.iter().any(|word| follows(context, bytes.end, whole.end, word));
        if list.last().is_some_and(|last| !joins(context, last.end, bytes.start) || last.end == bytes.start) {
            list.clear();
        }
        list.push(bytes.clone());
        if continues || told {
            last_end = Some(bytes.end);
            for bytes in list.drain(..) {
                let words = context.text.slice(&bytes).to_owned();
                if !places.contains(&words) && places.len() < 12 {
                    places.push(words);
                }
            }
        }
    }
    if places.is_empty() {
        places.extend(latin(context, whole, name));
    }
    places
}

/// English words in capitals that are no place.
const NO_PLACES: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "spring",
    "autumn",
    "english",
    "chinese",
    "q1",
    "q2",
    "q3",
    "q4",
    "phase",
    "mous",
    "us$",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sept",
    "sep",
    "oct",
    "nov",
    "dec",
];

/// `held in Riga`, `at the Harbour Convention Centre`: capitalised words behind a preposition.
fn latin(context: &Context<'_>, whole: &Range<usize>, name: Option<&Range<usize>>) -> Option<String> {
    let words = context.text.slice(whole);
    ["in ", "at the ", "at "].iter().find_map(|before| {
        words.match_indices(before).find_map(|(at, before)| {
            let start = at + before.len();
            let alone = at == 0 || words[..at].ends_with([' ', '\u{a0}']);
            let inside = name.is_some_and(|name| name.contains(&(whole.start + start)));
            let length = capitals(&words[start..]);
            let place = &words[start..start + length];
            let first = place.split(' ').next().unwrap_or_default().to_lowercase();
            let event = context
                .marks_in(&(whole.start + start..whole.start + start + length))
                .iter()
                .any(|mark| matches!(mark.sense, Sense::Cue(Cue::Head(_))));
            (alone && !inside && length > 2 && !event && !NO_PLACES.contains(&first.as_str())).then(|| place.to_owned())
        })
    })
}

/// The length of at most five capitalised words, up to a mark.
fn capitals(words: &str) -> usize {
    let mut end = 0;
    for word in words.split_inclusive(' ').take(5) {
        let bare = word.trim_end();
        let letters = bare.trim_end_matches(|char: char| !char.is_alphanumeric());
        if !bare.starts_with(|char: char| char.is_uppercase()) {
            break;
        }
        let from = end;
        end += word.len();
        if letters.len() < bare.len() {
            return from + letters.len();
        }
    }
    words[..end].trim_end().len()
}

fn joins(context: &Context<'_>, end: usize, start: usize) -> bool {
    let between = context.text.folded_slice(&(end.min(start)..start));
    matches!(
        between,
        "" | "、"
            | ","
            | "，"
            | "和"
            | "与"
            | "及"
            | "と"
            | "・"
            | ", "
            | " and "
            | ", and "
            | " "
            | "และ"
            | " และ"
            | " และ "
    )
}

/// Within the next few characters, as in 東京都内のホテルで.
fn follows(context: &Context<'_>, end: usize, limit: usize, word: &str) -> bool {
    let near = context.text.floor((end + 36).min(limit));
    let rest = context.text.folded_slice(&(end..near));
    let later = || rest.find('で').is_some_and(|at| !rest[..at].contains(['は', 'が', '、', '。', 'を', ',']));
    rest.starts_with(word) || word == "で" && later()
}
