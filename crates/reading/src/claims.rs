//! Claims: what an announcement states, with its spans.

mod area;
mod context;
mod doubt;
mod event;
mod figure;
mod industry;
mod organisation;
mod party;
mod project;
mod sentence;
mod trace;
mod year;

use crate::block::{self, Layout};
use crate::gazetteer::Gazetteer;
use crate::text::Text;
use crate::{Input, Layer, Options, head, quantity};
use context::Context;
use samesky_model::reading::{Reading, Title};
use samesky_model::remark::{Remark, RemarkCode};
use trace::Trace;

/// Reads an announcement; `done` is told of every step when it is done.
pub(crate) fn read(
    input: &Input<'_>,
    options: &Options,
    gazetteer: &Gazetteer,
    done: &mut dyn FnMut(Layer),
) -> Reading {
    let text = Text::new(input.text);
    let (marks, signs) = gazetteer.lexicon().marks(text.folded());
    done(Layer::Words);
    let layout = match input.blocks {
        Some(blocks) if !blocks.is_empty() => Layout::given(&text, &marks, blocks),
        _ => Layout::of(&text, &marks),
    };
    let body = layout.blocks(&text);
    let language = input.language.map(str::to_owned).or_else(|| block::main_language(input.text, &body));
    done(Layer::Body);
    let title = head::title(&text, &layout);
    let issue = head::published(&text, &layout, language.as_deref(), input.url, input.reference_date);
    let publisher = head::publisher(&text, &layout);
    done(Layer::Head);
    let reading_options = quantity::Options { reference_date: issue.day, language: language.clone() };
    // What stands behind the body yields no claim; it is read only where every quantity is asked for.
    let end = if options.quantities { input.text.len() } else { layout.end(title.as_ref()) };
    let found = quantity::read(text.slice(&(0..end)), &reading_options);
    done(Layer::Quantities);
    let trace = options.explain.then(Trace::default);
    let (name, tag) = (title.clone(), language.as_deref());
    let context = Context::new(&text, &marks, &signs, &found, &layout, name, &issue, gazetteer, tag, trace.as_ref());
    done(Layer::Sentences);
    let organisations = organisation::organisations(&context, publisher.as_ref());
    done(Layer::Organisations);
    let events = event::events(&context);
    done(Layer::Events);
    let projects = project::projects(&context, &events, &organisations);
    done(Layer::Projects);
    let figures = figure::figures(&context, &events, &organisations, &projects);
    done(Layer::Figures);
    let parties = party::parties(&context, &events);
    let mut reading = Reading {
        id: input.id.map(str::to_owned),
        language,
        text: None,
        title: title.map(|bytes| text.span(&bytes)).map(|span| Title {
            text: span.quote,
            start: span.start,
            end: span.end,
        }),
        published: issue.published,
        publisher: publisher.map(|bytes| text.slice(&bytes).to_owned()),
        body,
        events: events.into_iter().map(|event| event.claim).collect(),
        figures,
        organisations: organisations.into_iter().map(|organisation| organisation.claim).collect(),
        projects: projects.into_iter().map(|project| project.claim).collect(),
        parties,
        checks: Vec::new(),
        quantities: None,
        explanations: None,
        remarks: Vec::new(),
    };
    if input.text.trim().is_empty() {
        reading.remarks.push(Remark::new(RemarkCode::EmptyInput, &[]));
    }
    if !input.text.trim().is_empty() && is_empty(&reading) {
        reading.remarks.push(Remark::new(RemarkCode::NothingFound, &[]));
    }
    reading.remarks.extend(doubt::remarks(text.slice(&(0..end)), &found));
    reading.explanations = trace.map(|trace| trace.explanations(&text, &found, &reading));
    if options.quantities {
        reading.quantities = Some(found.into_iter().map(|found| found.quantity).collect());
    }
    done(Layer::Answer);
    reading
}

fn is_empty(reading: &Reading) -> bool {
    reading.events.is_empty()
        && reading.figures.is_empty()
        && reading.organisations.is_empty()
        && reading.projects.is_empty()
}
