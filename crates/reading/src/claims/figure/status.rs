//! Whether a figure says what is, or what is aimed at.

use crate::claims::context::Context;
use crate::lexicon::{Cue, Mark};
use samesky_model::reading::{QuantityKind, Status};
use std::ops::Range;

/// Words that tell of what is done.
fn is_done(context: &Context<'_>, clause: &Range<usize>) -> bool {
    let words = context.text.folded_slice(clause);
    ["已", "了", "累计", "去年", "昨年"].iter().any(|word| words.contains(word))
}

/// A target where the clause, or the clause just before it, says so; a forecast where something is expected.
pub(super) fn status(
    context: &Context<'_>,
    bytes: &Range<usize>,
    clause: &Range<usize>,
    sentence: usize,
    money: bool,
) -> Status {
    let whole = context.sentences.get(sentence).map_or(clause.clone(), |sentence| sentence.bytes.clone());
    let near = context.text.floor(bytes.start.saturating_sub(90)).max(whole.start)..bytes.start;
    let before = whole.start..bytes.start;
    let goes_on = context.holds(&before, Cue::Target) && !is_done(context, clause) && aim(context, &before).is_some();
    let around = clause.start.max(context.text.floor(bytes.start.saturating_sub(180)))
        ..clause.end.min(context.text.floor(bytes.end + 135));
    if aims(context, &around, bytes)
        || aim(context, &near).is_some_and(|mark| leads_on(context, mark, &near))
        || goes_on
    {
        let foreseen = money && context.text.folded_slice(&(bytes.end..around.end)).contains("见込");
        return if foreseen { Status::Forecast } else { Status::Target };
    }
    let foreseen = context.cues(&near, Cue::Forecast).last().map(|mark| mark.end..near.end);
    if leads(context, &near, Cue::Forecast) && foreseen.is_none_or(|between| !context.has(&between, Cue::Invest)) {
        return Status::Forecast;
    }
    Status::Actual
}

/// Whether the words before an amount say that it is reckoned with (预计, 见込み, expected): it is about so much.
pub(super) fn is_reckoned(context: &Context<'_>, bytes: &Range<usize>, clause: &Range<usize>) -> bool {
    leads(context, &(clause.start..bytes.start), Cue::Forecast)
}

/// An aim beside the figure, not one behind it with a date of its own (…3000億円で、2027年の稼働を目指す).
fn aims(context: &Context<'_>, around: &Range<usize>, bytes: &Range<usize>) -> bool {
    let own = |end: usize| {
        let between = bytes.end..end.max(bytes.end);
        let dated = context
            .found_in(&between)
            .any(|(_, found)| matches!(found.quantity.kind, QuantityKind::Date | QuantityKind::DateRange));
        let leads_on = context.found_in(&(end..around.end)).any(|(_, found)| is_amount(found.quantity.kind));
        !dated && !leads_on
    };
    let mut marks = context.cues(around, Cue::Target).filter(|mark| !aims_at_a_start(context, mark.start));
    marks.any(|mark| mark.end <= bytes.start || own(mark.start))
}

/// `2027年の稼働を目指し`: the aim is that it begins, not the figure beside it.
fn aims_at_a_start(context: &Context<'_>, start: usize) -> bool {
    ["稼働を", "稼动を", "操业を", "开业を", "完成を", "竣工を", "开始を", "量产を", "着工を", "上场を", "运転を"]
        .iter()
        .any(|word| context.ends_with(start, word))
}

/// A cue before the figure with no other figure between.
fn leads(context: &Context<'_>, near: &Range<usize>, cue: Cue) -> bool {
    context.cues(near, cue).last().is_some_and(|mark| leads_on(context, mark, near))
}

/// The last word of an aim in these bytes.
fn aim<'a>(context: &Context<'a>, bytes: &Range<usize>) -> Option<&'a Mark> {
    context.cues(bytes, Cue::Target).filter(|mark| !aims_at_a_start(context, mark.start)).last()
}

fn leads_on(context: &Context<'_>, mark: &Mark, near: &Range<usize>) -> bool {
    let between = mark.end..near.end;
    !context.found_in(&between).any(|(_, found)| is_amount(found.quantity.kind))
}

const fn is_amount(kind: QuantityKind) -> bool {
    matches!(kind, QuantityKind::Money | QuantityKind::Count)
}
