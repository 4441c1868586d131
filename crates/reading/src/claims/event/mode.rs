//! How an event was held.

use crate::claims::context::Context;
use crate::lexicon::Cue;
use samesky_model::reading::Mode;
use std::ops::Range;

/// The mode, where the sentence states it.
pub(super) fn mode(context: &Context<'_>, whole: &Range<usize>) -> Option<Mode> {
    let has = |cue| context.has(whole, cue);
    match (has(Cue::Hybrid), has(Cue::Online), has(Cue::Onsite)) {
        (true, ..) | (_, true, true) => Some(Mode::Hybrid),
        (_, true, false) => Some(Mode::Online),
        _ => None,
    }
}
