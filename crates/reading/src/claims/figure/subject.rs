//! What a figure is of, in the words of the text.

use super::draft::Draft;
use crate::claims::context::Context;
use crate::lexicon::{Cue, Sense};
use std::ops::Range;

/// A subject is cut at this many code points.
const LONGEST: usize = 40;

/// The words that lead up to the figure, else those behind it, else the clause before; and the place or name it is of.
pub(super) fn subject(context: &Context<'_>, drafts: &mut [Draft], at: usize) {
    let (_, rest) = drafts.split_at_mut(at);
    let Some(draft) = rest.first_mut() else { return };
    let before = clean(context, &draft.before);
    let after = clean(context, &draft.after);
    let clause = clean(context, &(draft.clause.start..draft.bytes.start));
    let earlier = clause_before(context, draft).map(|clause| clean(context, &clause)).unwrap_or_default();
    let long = |words: &String| words.chars().filter(|char| char.is_alphabetic()).count() >= 2;
    draft.claim.subject = [before, after, clause, earlier].into_iter().find(long);
    draft.owner = owner(context, draft);
}

fn clause_before(context: &Context<'_>, draft: &Draft) -> Option<Range<usize>> {
    let sentence = context.sentences.get(draft.sentence)?;
    let at = sentence.clauses.iter().position(|clause| *clause == draft.clause)?;
    at.checked_sub(1).and_then(|at| sentence.clauses.get(at).cloned())
}

/// Without the date, the verbs of reaching and the signs at the ends.
fn clean(context: &Context<'_>, bytes: &Range<usize>) -> String {
    let dates =
        context.found_in(bytes).filter(|(_, found)| found.bytes.end <= bytes.end).map(|(_, found)| found.bytes.end);
    let start = dates.last().unwrap_or(bytes.start).max(bytes.start);
    let words = context.text.slice(&(start..bytes.end.max(start)));
    let signs =
        |char: char| !char.is_alphanumeric() && !"）)”」".contains(char) && !('\u{0E01}'..='\u{0E5B}').contains(&char);
    let words = words.trim_matches(signs);
    let words = [
        "达到", "達到", "达", "達", "逾", "超过", "超過", "超", "近", "约", "約", "共有", "共", "为", "為", "是", "は",
        "有",
    ]
    .iter()
    .fold(words, |words, verb| words.strip_suffix(verb).unwrap_or(words))
    .trim_matches(signs);
    let skip = words.chars().count().saturating_sub(LONGEST);
    words.chars().skip(skip).collect()
}

/// The last place or organisation that stands before the figure in its sentence as its subject, before any sign of other figures.
fn owner(context: &Context<'_>, draft: &Draft) -> Option<Range<usize>> {
    let sentence = context.sentences.get(draft.sentence)?;
    let start = sentence.bytes.start;
    let part = context.cues(&(start..draft.bytes.start), Cue::Part).last().map_or(start, |mark| mark.end);
    let zone = part..draft.bytes.start;
    let local = |bytes: &Range<usize>| {
        context
            .gazetteer
            .place(context.text.slice(bytes))
            .is_none_or(|place| matches!(place.kind.as_str(), "district" | "city"))
    };
    let first = context.areas(&zone).into_iter().take_while(|bytes| bytes.start <= zone.start + 40).find(local);
    first.or_else(|| {
        if !draft.is_money() {
            return None;
        }
        let known = context.marks_in(&draft.before).iter().find(|mark| matches!(mark.sense, Sense::Known(_)));
        known.map(|mark| mark.start..mark.end)
    })
}
