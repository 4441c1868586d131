//! Where an event was held.

use crate::claims::context::Context;
use std::ops::Range;

/// What stands before a place where something happens.
const BEFORE: &[&str] = &["在", "于", "赴", "开在", "来到", "in ", "at ", "to ", "ใน", "ที่", "ณ ", "เยือน", "สู่"];
/// What stands after it in Japanese, or in a Chinese headline.
const AFTER: &[&str] = &["で", "にて", "において", "都内", "市内", "を訪れ", "举行", "举办", "召开"];

/// The places of the sentence that stand where something happens; the lists they begin are followed.
pub(super) fn places(context: &Context<'_>, whole: &Range<usize>, name: Option<&Range<usize>>) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    let mut last_end = None;
    for bytes in context.areas(whole) {
        if name.is_some_and(|name| name.start <= bytes.start && bytes.end <= name.end) {
            continue;
        }
        let continues = last_end.is_some_and(|end| joins(context, end, bytes.start));
        let told = BEFORE.iter().any(|word| context.ends_with(bytes.start, word))
            || AFTER.iter().any(|word| follows(context, bytes.end, whole.end, word));
        if continues || told {
            let words = context.text.slice(&bytes).to_owned();
            last_end = Some(bytes.end);
            if !places.contains(&words) && places.len() < 12 {
                places.push(words);
            }
        }
    }
    places
}

fn joins(context: &Context<'_>, end: usize, start: usize) -> bool {
    let between = context.text.folded_slice(&(end.min(start)..start));
    matches!(between, "" | "、" | "," | "，" | "和" | "与" | "及" | ", " | " and " | " ")
}

/// Within the next few characters, as in 東京都内のホテルで.
fn follows(context: &Context<'_>, end: usize, limit: usize, word: &str) -> bool {
    let near = context.text.floor((end + 36).min(limit));
    let rest = context.text.folded_slice(&(end..near));
    let later = || rest.find('で').is_some_and(|at| !rest[..at].contains(['は', 'が', '、', '。', 'を', ',']));
    rest.starts_with(word) || word == "で" && later()
}
