//! Figures where they stand in the text.

use super::Claims;
use crate::prose::Prose;
use rust_decimal::Decimal;
use samesky_model::reading::{Check, FigureClaim, Qualifier, Rule, Verdict};
use samesky_model::remark::Remark;
use std::collections::BTreeMap;
use std::ops::Range;

/// One place where a figure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// The figure's place in [`Scene::figures`].
    pub(super) figure: usize,
    /// First code point.
    pub(super) start: usize,
    /// One past the last.
    pub(super) end: usize,
    /// Whether it stands in the headline or in a line between paragraphs.
    pub(super) heading: bool,
}

/// An announcement laid out for checking.
pub(super) struct Scene<'a> {
    pub(super) claims: &'a Claims<'a>,
    /// In the order of the text, so that the order in which they come does not matter.
    pub(super) figures: Vec<&'a FigureClaim>,
    pub(super) prose: Prose,
    /// In the order of the text.
    pub(super) occurrences: Vec<Occurrence>,
    ids: BTreeMap<&'a str, usize>,
}

/// A heading is at most this long, in code points.
const HEADING: usize = 60;

impl<'a> Scene<'a> {
    pub(super) fn new(claims: &'a Claims<'a>) -> Self {
        let prose = Prose::new(claims.text);
        let mut figures: Vec<&FigureClaim> = claims.figures.iter().collect();
        figures.sort_by_key(|figure| (figure.start, figure.end, &figure.id));
        let ids = figures.iter().enumerate().map(|(index, figure)| (figure.id.as_str(), index)).collect();
        let mut occurrences: Vec<Occurrence> = figures.iter().enumerate().flat_map(places).collect();
        occurrences.sort_by_key(|place| (place.start, place.end, place.figure));
        let starts: Vec<usize> = occurrences.iter().map(|place| place.start).collect();
        for occurrence in &mut occurrences {
            occurrence.heading = is_heading(claims, &prose, &starts, occurrence.start);
        }
        Self { claims, figures, prose, occurrences, ids }
    }

    pub(super) fn figure(&self, index: usize) -> &'a FigureClaim {
        self.figures[index]
    }

    pub(super) fn by_id(&self, id: &str) -> Option<usize> {
        self.ids.get(id).copied()
    }

    /// The occurrences that begin in a stretch.
    pub(super) fn within(&self, stretch: Range<usize>) -> &[Occurrence] {
        let first = self.occurrences.partition_point(|place| place.start < stretch.start);
        let last = self.occurrences.partition_point(|place| place.start < stretch.end);
        &self.occurrences[first..last.max(first)]
    }

    /// Whether both may belong to one event: one of them names none, or one event is a part of the other.
    pub(super) fn same_occasion(&self, a: &FigureClaim, b: &FigureClaim) -> bool {
        match (&a.event, &b.event) {
            (Some(a), Some(b)) => a == b || self.root(a) == self.root(b),
            _ => true,
        }
    }

    fn root<'b>(&'b self, event: &'b str) -> &'b str {
        let whole =
            self.claims.events.iter().find(|claim| claim.id == event).and_then(|claim| claim.part_of.as_deref());
        whole.unwrap_or(event)
    }

    /// A check in the figures' own identifiers.
    pub(super) fn check(&self, rule: Rule, total: usize, parts: &[usize], outcome: Outcome) -> Check {
        let id = |index: usize| self.figure(index).id.clone();
        let parts = parts.iter().copied().map(id).collect();
        let Outcome { verdict, difference, remark } = outcome;
        Check { rule, total: id(total), parts, verdict, difference, remark }
    }
}

/// What a check came to.
pub(super) struct Outcome {
    pub(super) verdict: Verdict,
    pub(super) difference: Option<Decimal>,
    pub(super) remark: Option<Remark>,
}

/// Whether a figure is a number of something that is, not a size class.
pub(super) fn is_plain(figure: &FigureClaim) -> bool {
    figure.qualifier != Qualifier::Tier && figure.tier.is_none() && figure.value > Decimal::ZERO
}

fn places((index, figure): (usize, &&FigureClaim)) -> Vec<Occurrence> {
    let place = |start, end| Occurrence { figure: index, start, end, heading: false };
    let first = std::iter::once(place(figure.start, figure.end));
    first.chain(figure.spans.iter().map(|span| place(span.start, span.end))).collect()
}

/// In the headline, or in a short line without a full stop or comma before a long one. Between the two may stand short
/// lines without figures (a byline).
fn is_heading(claims: &Claims<'_>, prose: &Prose, starts: &[usize], at: usize) -> bool {
    if claims.title.is_some_and(|title| title.start <= at && at < title.end) {
        return true;
    }
    let line = prose.line(at);
    let sentence = |c: &char| matches!(c, '。' | ',' | ';' | ':' | '、' | '!');
    let short = line.len() <= HEADING && !prose.chars(line.clone()).iter().any(sentence);
    let has_figure = |line: &Range<usize>| {
        let next = starts.get(starts.partition_point(|start| *start < line.start));
        next.is_some_and(|start| *start < line.end)
    };
    let following = || prose.lines_after(at, 3).into_iter().find(|next| next.len() > HEADING || has_figure(next));
    short && following().is_some_and(|next| next.len() > HEADING && next.len() > 2 * line.len())
}
