//! Other names that the text itself gives: `（下称“…”）`, `(以下「…」)`, `(JFCCT)`.

use crate::claims::context::Context;
use std::ops::Range;

/// Words that announce another name.
const LABELS: &[&str] = &[
    "以下简称为",
    "以下简称",
    "下称",
    "以下称",
    "简称",
    "以下、",
    "以下",
    "hereinafter referred to as",
    "hereinafter",
    "ต่อไปนี้เรียกว่า",
];

/// The other name in the brackets that follow a name, in bytes.
pub(super) fn after(context: &Context<'_>, end: usize) -> Option<Range<usize>> {
    let text = context.text.folded();
    let rest = text.get(end..context.text.floor(end + 150))?;
    let skipped = rest.len() - rest.trim_start_matches(' ').len();
    let rest = rest.get(skipped..)?;
    let open = rest.chars().next().filter(|char| "(（".contains(*char))?;
    let close = rest.find([')', '）'])?;
    let inside = end + skipped + open.len_utf8()..end + skipped + close;
    let words = context.text.folded_slice(&inside);
    let label = LABELS.iter().find(|label| words.starts_with(**label));
    let name = inside.start + label.map_or(0, |label| label.len())..inside.end;
    let name = unquoted(context, &name);
    let alias = context.text.slice(&name);
    let length = alias.chars().count();
    let short = alias.chars().all(|char| char.is_ascii_uppercase() || char.is_ascii_digit() || "&-".contains(char));
    let known = context.marks_in(&name).iter().any(|mark| {
        mark.start == name.start && mark.end == name.end && matches!(mark.sense, crate::lexicon::Sense::Known(_))
    });
    let fits = known
        || (2..=24).contains(&length)
            && (label.is_some() || (short && length <= 10 && !alias.starts_with(|c: char| c.is_ascii_digit())));
    fits.then_some(name)
}

fn unquoted(context: &Context<'_>, bytes: &Range<usize>) -> Range<usize> {
    let marks = |char: char| "“”\"「」『』'‘’:： ".contains(char);
    let words = context.text.slice(bytes);
    let start = bytes.start + (words.len() - words.trim_start_matches(marks).len());
    start..start + words.trim_matches(marks).len()
}
