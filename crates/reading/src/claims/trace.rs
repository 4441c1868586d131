//! Which rule decided what, and by which words: noted while rules run, and only where somebody asks.

use super::context::Context;
use crate::quantity::Found;
use crate::text::Text;
use samesky_model::explanation::{Explained, Explanation, Step};
use samesky_model::reading::Reading;
use samesky_model::span::Span;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

/// Words kept of one step at most: a rule that met more looked at a list.
const MOST_WORDS: usize = 12;

/// What was noted of one text.
#[derive(Default)]
pub(crate) struct Trace {
    /// Words that rules looked for and met since the last step.
    met: RefCell<Vec<Range<usize>>>,
    steps: RefCell<Vec<Noted>>,
}

/// A step, with the place of the claim that it is of.
struct Noted {
    of: Explained,
    claim: Range<usize>,
    step: &'static str,
    rule: &'static str,
    gave: String,
    words: Vec<Range<usize>>,
}

impl Context<'_> {
    /// Notes words that a rule looked for and met.
    pub(crate) fn met(&self, bytes: &Range<usize>) {
        if let Some(trace) = self.trace {
            trace.meet(bytes.clone());
        }
    }

    /// Forgets what was met: another question begins.
    pub(crate) fn ask(&self) {
        if let Some(trace) = self.trace {
            trace.met.borrow_mut().clear();
        }
    }

    /// Notes what the rule decided about the claim at these bytes, with the words met since the last step. What gave
    /// nothing is not noted.
    pub(crate) fn decided(
        &self,
        (of, claim): (Explained, &Range<usize>),
        step: &'static str,
        rule: &'static str,
        gave: impl FnOnce() -> Option<String>,
    ) {
        let Some(trace) = self.trace else { return };
        let mut words = std::mem::take(&mut *trace.met.borrow_mut());
        words.sort_by_key(|word| (word.start, word.end));
        words.dedup();
        words.truncate(MOST_WORDS);
        if let Some(gave) = gave() {
            trace.steps.borrow_mut().push(Noted { of, claim: claim.clone(), step, rule, gave, words });
        }
    }
}

impl Trace {
    /// Notes words that a rule looked for and met.
    pub(crate) fn meet(&self, bytes: Range<usize>) {
        self.met.borrow_mut().push(bytes);
    }

    /// The explanations of everything in a reading: number expressions first, then claims in the order of the answer.
    pub(crate) fn explanations(self, text: &Text<'_>, found: &[Found], reading: &Reading) -> Vec<Explanation> {
        let quantity = |found: &Found| Explanation {
            of: Explained::Quantity,
            id: None,
            rule: found.rule,
            span: text.span(&found.bytes),
            steps: Vec::new(),
        };
        let steps = self.steps.into_inner();
        let mut noted: BTreeMap<(&str, usize, usize), Vec<&Noted>> = BTreeMap::new();
        for step in &steps {
            let place = (text.chars_before(step.claim.start), text.chars_before(step.claim.end));
            noted.entry((step.of.as_str(), place.0, place.1)).or_default().push(step);
        }
        let claim = |(of, id, start, end): (Explained, &String, usize, usize)| {
            let own = noted.get(&(of.as_str(), start, end))?;
            let made = own.first()?;
            let span = text.span(&made.claim);
            Some(Explanation { of, id: Some(id.clone()), rule: made.rule, span, steps: tell(text, own) })
        };
        found.iter().map(quantity).chain(places(reading).into_iter().filter_map(claim)).collect()
    }
}

fn tell(text: &Text<'_>, noted: &[&Noted]) -> Vec<Step> {
    let words = |noted: &Noted| -> Vec<Span> { noted.words.iter().map(|word| text.span(word)).collect() };
    let step =
        |noted: &&Noted| Step { step: noted.step, rule: noted.rule, gave: noted.gave.clone(), words: words(noted) };
    let mut steps: Vec<Step> = Vec::with_capacity(noted.len());
    for step in noted.iter().map(step) {
        // Names are looked for again where organisers are: the same answer is told once.
        let again =
            |known: &Step| (known.step, known.rule, known.gave.as_str()) == (step.step, step.rule, step.gave.as_str());
        if !steps.iter().any(again) {
            steps.push(step);
        }
    }
    steps
}

/// Every claim with where it stands.
fn places(reading: &Reading) -> Vec<(Explained, &String, usize, usize)> {
    let events = reading.events.iter().map(|event| (Explained::Event, &event.id, event.start, event.end));
    let figures = reading.figures.iter().map(|figure| (Explained::Figure, &figure.id, figure.start, figure.end));
    let projects = reading.projects.iter().map(|one| (Explained::Project, &one.id, one.start, one.end));
    let organisations = reading.organisations.iter().map(|one| (Explained::Organisation, &one.id, one.start, one.end));
    events.chain(figures).chain(projects).chain(organisations).collect()
}
