//! What a count measures.

use super::super::draft::Draft;
use crate::claims::context::Context;
use crate::lexicon::Cue;
use crate::needles::rfind;
use samesky_model::reading::Measure;
use std::ops::Range;

pub(super) fn measure(context: &Context<'_>, draft: &Draft, earlier: &[Draft]) -> Measure {
    if draft.claim.tier.is_some() {
        return Measure::Other;
    }
    match draft.claim.unit.as_deref() {
        Some("projects") => projects(context, draft),
        Some("agreements") => Measure::Agreements,
        Some("companies") => companies(context, draft, earlier),
        Some("jobs") => Measure::Jobs,
        Some("people") if context.has(&(label(context, draft)..draft.after.end), Cue::Jobs) => Measure::Jobs,
        _ => Measure::Other,
    }
}

/// Where the words before the figure begin, with the label of its line (従業員数:当初150名).
fn label(context: &Context<'_>, draft: &Draft) -> usize {
    let Some(sentence) = context.sentences.get(draft.sentence) else { return draft.before.start };
    let first = draft.clause.start > sentence.bytes.start
        && context.text.folded_slice(&(sentence.bytes.start..draft.clause.start)).trim_end().ends_with([':', '：'])
        && draft.clause.start - sentence.bytes.start <= 40;
    if first { sentence.bytes.start } else { draft.before.start }
}

/// Projects that are signed in the same sentence.
fn projects(context: &Context<'_>, draft: &Draft) -> Measure {
    let Some(sentence) = context.sentences.get(draft.sentence) else { return Measure::Other };
    let told = |sentence: &Range<usize>| context.has(sentence, Cue::Sign) || context.has(sentence, Cue::SignEvent);
    // A mere list with its number goes on with the sentence before: 「…契約が結ばれた。太陽光発電など11件。」
    let list = sentence.bytes.end.saturating_sub(draft.bytes.end) <= 3 && context.ends_with(draft.bytes.start, "など");
    let before = draft.sentence.checked_sub(1).and_then(|at| context.sentences.get(at)).filter(|_| list);
    let signed = told(&sentence.bytes) || before.is_some_and(|before| told(&before.bytes));
    if signed { Measure::ProjectsSigned } else { Measure::Other }
}

/// Companies that sign, take part, or are settled; a part of such companies without a verb of its own is the same.
fn companies(context: &Context<'_>, draft: &Draft, earlier: &[Draft]) -> Measure {
    let clause = &draft.clause;
    let around = draft.before.start..draft.after.end;
    let near = |cue| context.has(&around, cue);
    if is_predicated(context, draft) || is_visited(context, draft) {
        return Measure::Other;
    }
    if context.has(clause, Cue::Part) && !near(Cue::Sign) {
        let whole = earlier
            .iter()
            .rev()
            .take_while(|other| other.sentence == draft.sentence)
            .find(|other| other.has_unit("companies"));
        if let Some(whole) = whole {
            return whole.claim.measure;
        }
    }
    // Thai says one thing after another on one line: what stands before และ is of something else.
    let last =
        rfind(context.text.folded_slice(&draft.before), "และ").map_or(draft.before.start, |at| draft.before.start + at);
    let near_sign = |cue| context.has(&(last..draft.after.end), cue);
    if near_sign(Cue::Sign) && !attends_first(context, draft) {
        return if near_sign(Cue::Intent) { Measure::Agreements } else { Measure::ProjectsSigned };
    }
    if near(Cue::Attending) || attends_with_next(context, draft) || attends_with_last(context, draft, earlier) {
        return Measure::CompaniesAttending;
    }
    let served = ["给", "为", "同", "与", "向", "组织", "帮助"].iter().any(|word| before_count(context, draft, word));
    let in_estate = context.text.folded_slice(&draft.before).contains("มีผู้ประกอบการ")
        && context.text.folded_slice(clause).contains("นิคม");
    if !served && (in_estate || near(Cue::Settle) || settled_before(context, clause, draft)) {
        return Measure::CompaniesSettled;
    }
    Measure::Other
}

/// `22社が商談を行い、成約見込額は…`: behind the count a word of taking part stands before that of signing.
fn attends_first(context: &Context<'_>, draft: &Draft) -> bool {
    let first = |cue| context.cues(&draft.after, cue).next().map(|mark| mark.start);
    let signed_before = context.has(&draft.before, Cue::Sign);
    !signed_before && first(Cue::Attending).zip(first(Cue::Sign)).is_some_and(|(attending, sign)| attending < sign)
}

/// `60余家企业的120名代表参加`, `15社とタイ側の約40社が参加した`: the verb stands behind the next number.
fn attends_with_next(context: &Context<'_>, draft: &Draft) -> bool {
    let between = context.text.folded_slice(&draft.after);
    let joined = between.ends_with('的')
        || between.starts_with(['と', '、', '和', 'の', '与', '及']) && between.chars().count() <= 20;
    let and = ["และ", "and "].iter().any(|word| between.trim_start().starts_with(word));
    let joined = joined || and && between.chars().count() <= 48;
    joined && context.has(&(draft.after.end..draft.clause.end.max(draft.after.end)), Cue::Attending)
}

/// `400 participants from 200 companies`.
fn attends_with_last(context: &Context<'_>, draft: &Draft, earlier: &[Draft]) -> bool {
    let people = earlier.last().is_some_and(|other| other.sentence == draft.sentence && other.has_unit("people"));
    let words = context.text.folded_slice(&draft.before).trim();
    people && ["from", "of", "representing", "จาก", "来自"].contains(&words)
        || ["representatives of", "representatives from", "delegates from", "executives from"]
            .iter()
            .any(|word| words.ends_with(word))
}

/// `38家是世界500强`: the count is the subject of another statement.
pub(super) fn is_predicated(context: &Context<'_>, draft: &Draft) -> bool {
    ["是", "为世界", "属于", "系", " of them are", " are"].iter().any(|word| context.starts_with(draft.bytes.end, word))
}

/// `走访5家企业`: companies that were called on.
fn is_visited(context: &Context<'_>, draft: &Draft) -> bool {
    let words = context.text.folded_slice(&draft.before);
    let called = ["走访", "拜访", "考察", "参观", "调研", "视察", "visited", "toured", "called on", "เยี่ยมชม"];
    let end = words.char_indices().rev().nth(23).map_or(words, |(start, _)| &words[start..]);
    let after = context.text.folded_slice(&draft.after);
    let after = after.char_indices().nth(16).map_or(after, |(end, _)| &after[..end]);
    called.iter().any(|word| end.contains(word))
        || ["を访问", "を视察", "を访れ"].iter().any(|word| after.contains(word))
}

fn before_count(context: &Context<'_>, draft: &Draft, word: &str) -> bool {
    context.ends_with(draft.bytes.start, word)
}

/// A word of settling earlier in the clause, with only a list of names between.
fn settled_before(context: &Context<'_>, clause: &Range<usize>, draft: &Draft) -> bool {
    let before = clause.start..draft.bytes.start;
    context.has(&before, Cue::Settle) && !context.has(&before, Cue::Attending)
}
