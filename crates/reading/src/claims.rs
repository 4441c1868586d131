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

use crate::gazetteer::Gazetteer;
use crate::page::{self, Page};
use crate::{Input, Layer, Options};
use context::Context;
use event::Event;
use organisation::Organisation;
use project::Project;
use samesky_model::reading::{FigureClaim, Reading, Title};
use samesky_model::remark::{Remark, RemarkCode};
use std::iter::zip;
use trace::Trace;

/// What an announcement states.
#[derive(Default)]
struct Claims {
    organisations: Vec<Organisation>,
    events: Vec<Event>,
    projects: Vec<Project>,
    figures: Vec<FigureClaim>,
    parties: Vec<String>,
}

/// Reads announcements; `done` is told of every step when it is done for all of them.
///
/// A step is done for all of them before the next begins: its rules and their words are near while it lasts.
pub(crate) fn read(
    inputs: &[Input<'_>],
    options: &Options,
    gazetteer: &Gazetteer,
    done: &mut dyn FnMut(Layer),
) -> Vec<Reading> {
    let pages = page::pages(inputs, options, gazetteer, done);
    let traces: Vec<Option<Trace>> = pages.iter().map(|_| options.explain.then(Trace::default)).collect();
    let claims = claims(&pages, &traces, gazetteer, done);
    let answers = zip(zip(pages, traces), claims);
    let readings = answers.map(|((page, trace), claims)| answer(page, trace, claims, options)).collect();
    done(Layer::Answer);
    readings
}

fn claims(
    pages: &[Page<'_>],
    traces: &[Option<Trace>],
    gazetteer: &Gazetteer,
    done: &mut dyn FnMut(Layer),
) -> Vec<Claims> {
    let contexts: Vec<Context<'_>> =
        zip(pages, traces).map(|(page, trace)| Context::new(page, gazetteer, trace.as_ref())).collect();
    let mut all: Vec<Claims> = pages.iter().map(|_| Claims::default()).collect();
    done(Layer::Sentences);
    for (context, claims) in zip(&contexts, &mut all) {
        claims.organisations = organisation::organisations(context);
    }
    done(Layer::Organisations);
    for (context, claims) in zip(&contexts, &mut all) {
        claims.events = event::events(context);
    }
    done(Layer::Events);
    for (context, claims) in zip(&contexts, &mut all) {
        claims.projects = project::projects(context, &claims.events, &claims.organisations);
    }
    done(Layer::Projects);
    for (context, claims) in zip(&contexts, &mut all) {
        claims.figures = figure::figures(context, &claims.events, &claims.organisations, &claims.projects);
    }
    done(Layer::Figures);
    for (context, claims) in zip(&contexts, &mut all) {
        claims.parties = party::parties(context, &claims.events);
    }
    all
}

fn answer(page: Page<'_>, trace: Option<Trace>, claims: Claims, options: &Options) -> Reading {
    let read = page.read();
    let Page { input, words, body, head, found, .. } = page;
    let text = words.text;
    let mut reading = Reading {
        id: input.id.map(str::to_owned),
        language: body.language,
        text: None,
        title: head.title.map(|bytes| text.span(&bytes)).map(|span| Title {
            text: span.quote,
            start: span.start,
            end: span.end,
        }),
        published: head.issue.published,
        publisher: head.publisher.map(|bytes| text.slice(&bytes).to_owned()),
        body: body.blocks,
        events: claims.events.into_iter().map(|event| event.claim).collect(),
        figures: claims.figures,
        organisations: claims.organisations.into_iter().map(|organisation| organisation.claim).collect(),
        projects: claims.projects.into_iter().map(|project| project.claim).collect(),
        parties: claims.parties,
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
    reading.remarks.extend(doubt::remarks(read, &found));
    reading.explanations = trace.map(|trace| trace.explanations(&text, &found, &reading));
    if options.quantities {
        reading.quantities = Some(found.into_iter().map(|found| found.quantity).collect());
    }
    reading
}

fn is_empty(reading: &Reading) -> bool {
    reading.events.is_empty()
        && reading.figures.is_empty()
        && reading.organisations.is_empty()
        && reading.projects.is_empty()
}
