//! Industries by the words that name them.

use super::context::Context;
use crate::lexicon::Sense;
use std::ops::Range;

/// ISIC codes of the industries named within these bytes, each once, at most six, in the order of the text.
pub(crate) fn industries(context: &Context<'_>, bytes: &Range<usize>) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for mark in context.marks_in(bytes) {
        let Sense::Industry(row) = mark.sense else { continue };
        let Some(code) = context.gazetteer.industry_at(row) else { continue };
        if codes.len() < 6 && !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    }
    codes
}
