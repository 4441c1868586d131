//! Who stands behind an event.

use crate::claims::context::Context;
use crate::claims::organisation::names_in;
use crate::lexicon::{Cue, Sense};
use samesky_model::reading::{Organiser, OrganiserRole};
use std::ops::Range;

/// How far from the word for the role a name may stand, in bytes.
const REACH: usize = 420;

/// The organisers that a sentence names, in its order.
pub(super) fn organisers(context: &Context<'_>, whole: &Range<usize>, _name: Option<&Range<usize>>) -> Vec<Organiser> {
    let mut organisers: Vec<Organiser> = Vec::new();
    let mut from = whole.start;
    for mark in context.marks_in(whole) {
        let Sense::Cue(Cue::Role(role)) = mark.sense else { continue };
        if mark.start < from {
            continue;
        }
        let stretch = stretch(context, whole, from, mark.start, mark.end);
        for name in names_in(context, &stretch) {
            push(&mut organisers, context.text.slice(&name).to_owned(), role);
        }
        from = mark.end;
    }
    organisers
}

/// Chinese and Japanese name them before the word (由…主办), English and Thai behind it (hosted by …); `主办方是…` too.
fn stretch(context: &Context<'_>, whole: &Range<usize>, from: usize, start: usize, end: usize) -> Range<usize> {
    let word = context.text.folded_slice(&(start..end));
    let behind = word.ends_with('是') || word.is_ascii() || word.chars().any(|char| ('\u{0E01}'..='\u{0E5B}').contains(&char));
    let executed = word == "เป็นผู้ดำเนินการ";
    if behind && !executed {
        return end..context.text.floor(whole.end.min(end + REACH));
    }
    context.text.floor(from.max(start.saturating_sub(REACH)))..start
}

fn push(organisers: &mut Vec<Organiser>, name: String, role: OrganiserRole) {
    if organisers.len() < 30 && !organisers.iter().any(|known| known.name == name) {
        organisers.push(Organiser { name, role });
    }
}
