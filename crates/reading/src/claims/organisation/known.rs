//! Organisations known by name.

use super::mention::Mention;
use crate::claims::context::Context;
use crate::lexicon::{Cue, Sense};
use std::ops::Range;

/// Every known name that stands by itself.
pub(super) fn mentions(context: &Context<'_>, bytes: &Range<usize>) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    for mark in context.marks_in(bytes) {
        let Sense::Known(row) = mark.sense else { continue };
        let Some(known) = context.gazetteer.organisation_at(row) else { continue };
        if mark.end > bytes.end || mentions.last().is_some_and(|last| mark.start < last.bytes.end) {
            continue;
        }
        let words = mark.start..mark.end;
        if is_name(context, &words, bytes) {
            mentions.push(Mention { bytes: subsidiary(context, &words, bytes), kind: known.kind, rank: 3 });
        }
    }
    mentions
}

/// What a company's name goes on with when a company of the group is meant.
const TRADES: &[&str] = &[
    "新能源汽车",
    "汽车",
    "电子",
    "科技",
    "物流",
    "投资",
    "化学",
    "化工",
    "建设",
    "保险",
    "金融",
    "钢板",
    "钢铁",
    "能源",
    "医药",
    "生物",
    "半导体",
    "材料",
    "机械",
    "食品",
    "置业",
    "地产",
    "零部件",
];

/// 南沙电装, 恒大新能源汽车: a place before the name, or a trade behind it, belongs to it.
fn subsidiary(context: &Context<'_>, words: &Range<usize>, within: &Range<usize>) -> Range<usize> {
    let local = context.places(&(within.start..words.start)).into_iter().find(|(row, at)| {
        at.end == words.start
            && context.gazetteer.place_at(*row).is_some_and(|place| place.kind != "country" && place.kind != "region")
    });
    let trade = TRADES.iter().find(|trade| {
        let end = words.end + trade.len();
        let rest = context.text.folded().get(end..).and_then(|rest| rest.chars().next());
        context.starts_with(words.end, trade)
            && end <= within.end
            && rest.is_none_or(|next| "、，,。等）)（(和与及 ".contains(next))
    });
    local.map_or(words.start, |(_, at)| at.start)..words.end + trade.map_or(0, |trade| trade.len())
}

/// Not a person of that name (…会长松下正幸), not a part of a longer word (日产量, 百度 in 三百度).
fn is_name(context: &Context<'_>, words: &Range<usize>, within: &Range<usize>) -> bool {
    let text = context.text.folded_slice(words);
    if text.is_ascii() {
        // Short Latin names are written with capitals.
        return text.len() > 3 || context.text.slice(words).starts_with(|char: char| char.is_ascii_uppercase());
    }
    let person = context.cues(&(within.start..words.start), Cue::Title).any(|mark| mark.end == words.start);
    let short = text.chars().count() == 2;
    let next = context.text.folded().get(words.end..).and_then(|rest| rest.chars().next());
    let before = context.text.folded().get(..words.start).and_then(|before| before.chars().next_back());
    let kana = |char: Option<char>| char.is_some_and(|char| ('\u{30A1}'..='\u{30FC}').contains(&char));
    let inside_kana =
        text.chars().all(|char| ('\u{30A1}'..='\u{30FC}').contains(&char)) && (kana(next) || kana(before));
    let group = next == Some('系');
    let inside = next.is_some_and(|next| "量额能达氏备".contains(next) || next.is_ascii_digit())
        || before == Some('三') && text == "百度";
    !inside_kana && !group && !(short && (person || inside))
}
