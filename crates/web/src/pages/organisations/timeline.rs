//! What is told of an organisation in the order of its dates: announcements, events, projects, figures; the latest first, what has
//! no date last.

use crate::pages::figures::parts::{event_link, full_value, project_link, what};
use crate::pages::records::sources;
use crate::ui::section::{note, section};
use crate::ui::{Ctx, list, time};
use maud::{Markup, html};
use samesky_app::figures::FigureRow;
use samesky_app::ledger::OrganisationView;
use samesky_model::date::PartialDate;
use samesky_model::id::EventId;
use std::cmp::Reverse;

/// Rows that are shown at most.
const SHOWN: usize = 60;

/// One thing that happened, or was said.
struct Happened {
    date: Option<PartialDate>,
    /// Of one day the announcement stands before what it tells.
    rank: u8,
    kind: &'static str,
    what: Markup,
}

/// The timeline as a section.
pub(super) fn section_of(ctx: &Ctx, view: &OrganisationView) -> Markup {
    let mut all = announcements(ctx, view);
    all.extend(events(ctx, view));
    all.extend(projects(ctx, view));
    all.extend(view.figures.iter().map(|row| figure(ctx, view, row)));
    all.sort_by_key(|one| (Reverse(one.date.map(key)), one.rank));
    let more = all.len().saturating_sub(SHOWN);
    let rows: Vec<(Markup, Markup)> = all.into_iter().take(SHOWN).map(|one| row(ctx, one)).collect();
    let body = html! {
        @if rows.is_empty() { (note(&ctx.t("records-no-sources"))) } @else { (list::timeline(&rows)) }
        @if more > 0 { (note(&ctx.t_with("records-more", &[("count", more.into())]))) }
    };
    section("timeline", &ctx.t("timeline-title"), &html! {}, &body)
}

fn row(ctx: &Ctx, one: Happened) -> (Markup, Markup) {
    let when = html! {
        @match one.date { Some(date) => (time::day(ctx.lang, date)), None => (ctx.t("figures-date-not-stated")) }
        " · " (ctx.t(one.kind))
    };
    (when, one.what)
}

/// Dates in their order; what is not stated comes before what is.
fn key(date: PartialDate) -> (i16, i8, i8) {
    (date.year().unwrap_or(0), date.month().unwrap_or(0), date.day().unwrap_or(0))
}

fn announcements(ctx: &Ctx, view: &OrganisationView) -> Vec<Happened> {
    let told = view.sources.iter().map(|row| Happened {
        date: row.announcement.published.as_ref().map(|known| known.date),
        rank: 0,
        kind: "timeline-announcement",
        what: html! {
            (sources::title(ctx, row))
            div class="xs mute" { (sources::publisher(ctx, &row.announcement)) " · " (ctx.name(row.claim.state)) }
        },
    });
    told.collect()
}

fn events(ctx: &Ctx, view: &OrganisationView) -> Vec<Happened> {
    let each = view.events.iter().map(|event| Happened {
        date: event.date,
        rank: 1,
        kind: "timeline-event",
        what: html! { (event_link(ctx, event)) div class="xs mute" { (ctx.name(event.kind)) } },
    });
    each.collect()
}

fn projects(ctx: &Ctx, view: &OrganisationView) -> Vec<Happened> {
    let each = view.projects.iter().map(|project| Happened {
        date: project.event.and_then(|event| dated(view, event)),
        rank: 2,
        kind: "timeline-project",
        what: project_link(ctx, project),
    });
    each.collect()
}

/// A figure stands at its period, else at its event, else where it was told first.
fn figure(ctx: &Ctx, view: &OrganisationView, row: &FigureRow) -> Happened {
    let period = row.figure.period.as_deref().and_then(|period| period.split('/').next()?.parse().ok());
    let event = || row.event.as_ref().and_then(|event| event.date).or_else(|| dated(view, row.figure.event?));
    let told = || row.entries.iter().find_map(|one| Some(one.announcement.published.as_ref()?.date));
    Happened {
        date: period.or_else(event).or_else(told),
        rank: 3,
        kind: "timeline-figure",
        what: html! { (what(ctx, row)) " " (full_value(ctx, row)) },
    }
}

fn dated(view: &OrganisationView, event: EventId) -> Option<PartialDate> {
    view.events.iter().find(|one| one.id == event)?.date
}
