//! What is known of an announcement before anything is claimed: its words, its body, its head, its numbers.

use crate::block::{self, Layout};
use crate::gazetteer::Gazetteer;
use crate::head::{self, Issue};
use crate::lexicon::{Mark, Signs};
use crate::quantity::{self, Found};
use crate::text::Text;
use crate::{Input, Layer, Options};
use samesky_model::span::Block;
use std::iter::zip;
use std::ops::Range;

/// An announcement made ready for the rules.
pub(crate) struct Page<'a> {
    pub(crate) input: &'a Input<'a>,
    pub(crate) words: Words<'a>,
    pub(crate) body: Body,
    pub(crate) head: Head,
    /// Every number expression before `end`.
    pub(crate) found: Vec<Found>,
    /// What stands behind this byte yields no claim; it is read only where every quantity is asked for.
    pub(crate) end: usize,
}

/// Makes announcements ready, step by step: each step is done for all of them before the next begins.
pub(crate) fn pages<'a>(
    inputs: &'a [Input<'a>],
    options: &Options,
    gazetteer: &Gazetteer,
    done: &mut dyn FnMut(Layer),
) -> Vec<Page<'a>> {
    let words: Vec<Words<'_>> = inputs.iter().map(|input| Words::of(input, gazetteer)).collect();
    done(Layer::Words);
    let bodies: Vec<Body> = zip(inputs, &words).map(|(input, words)| Body::of(input, words)).collect();
    done(Layer::Body);
    let known = zip(&words, &bodies);
    let heads: Vec<Head> = zip(inputs, known).map(|(input, (words, body))| Head::of(input, words, body)).collect();
    done(Layer::Head);
    let known = zip(zip(words, bodies), heads);
    let page = |(input, ((words, body), head))| Page::new(input, words, body, head, options);
    let mut pages: Vec<Page<'_>> = zip(inputs, known).map(page).collect();
    for page in &mut pages {
        page.found = page.numbers();
    }
    done(Layer::Quantities);
    pages
}

impl<'a> Page<'a> {
    fn new(input: &'a Input<'a>, words: Words<'a>, body: Body, head: Head, options: &Options) -> Self {
        let end = if options.quantities { input.text.len() } else { body.layout.end(head.title.as_ref()) };
        Self { input, words, body, head, found: Vec::new(), end }
    }

    fn numbers(&self) -> Vec<Found> {
        let options = quantity::Options { reference_date: self.head.issue.day, language: self.body.language.clone() };
        quantity::read(self.read(), &options)
    }

    /// The text as far as it is read.
    pub(crate) fn read(&self) -> &'a str {
        self.words.text.slice(&(0..self.end))
    }
}

/// A text with every word of the data files in it.
pub(crate) struct Words<'a> {
    pub(crate) text: Text<'a>,
    pub(crate) marks: Vec<Mark>,
    pub(crate) signs: Signs,
}

impl<'a> Words<'a> {
    fn of(input: &Input<'a>, gazetteer: &Gazetteer) -> Self {
        let text = Text::new(input.text);
        let (marks, signs) = gazetteer.lexicon().marks(text.folded());
        Self { text, marks, signs }
    }
}

/// The announcement itself, told from what stands around it.
pub(crate) struct Body {
    pub(crate) layout: Layout,
    pub(crate) blocks: Vec<Block>,
    pub(crate) language: Option<String>,
}

impl Body {
    fn of(input: &Input<'_>, words: &Words<'_>) -> Self {
        let layout = match input.blocks {
            Some(blocks) if !blocks.is_empty() => Layout::given(&words.text, &words.marks, blocks),
            _ => Layout::of(&words.text, &words.marks),
        };
        let blocks = layout.blocks(&words.text);
        let language = input.language.map(str::to_owned).or_else(|| block::main_language(input.text, &blocks));
        Self { layout, blocks, language }
    }
}

/// What stands at the head of it.
pub(crate) struct Head {
    pub(crate) title: Option<Range<usize>>,
    pub(crate) issue: Issue,
    pub(crate) publisher: Option<Range<usize>>,
}

impl Head {
    fn of(input: &Input<'_>, words: &Words<'_>, body: &Body) -> Self {
        let (text, layout) = (&words.text, &body.layout);
        Self {
            title: head::title(text, layout),
            issue: head::published(text, layout, body.language.as_deref(), input.url, input.reference_date),
            publisher: head::publisher(text, layout),
        }
    }
}
