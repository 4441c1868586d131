//! The money of a year by party, zone, event and industry. Classes and currencies stand in lines of their own.

use crate::pages::figures::industry;
use crate::pages::figures::parts::event_link;
use crate::pages::figures::wanted::Wanted;
use crate::ui::figure::{figure_value, source_link};
use crate::ui::section::{note, section};
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, badge};
use maud::{Markup, html};
use samesky_app::figures::{FacetTotal, FigureFilter};
use samesky_app::overview::Overview;
use samesky_app::places::of_key;
use samesky_model::record::{Counting, EventRecord, Facet, FacetKind};
use std::cmp::Reverse;

/// Rows shown at once; the rest is behind a line that opens.
const SHOWN: usize = 8;

pub(super) fn parties(ctx: &Ctx, view: &Overview) -> Markup {
    by(ctx, view, ("by-party", "overview-by-party", "overview-by-party-note"), &view.parties, &[])
}

pub(super) fn zones(ctx: &Ctx, view: &Overview) -> Markup {
    by(ctx, view, ("by-zone", "overview-by-zone", "overview-by-zone-note"), &view.zones, &[])
}

pub(super) fn events(ctx: &Ctx, view: &Overview, records: &[EventRecord]) -> Markup {
    by(ctx, view, ("by-event", "overview-by-event", "overview-by-event-note"), &view.events, records)
}

pub(super) fn industries(ctx: &Ctx, view: &Overview) -> Markup {
    by(ctx, view, ("by-industry", "overview-by-industry", "overview-by-industry-note"), &view.industries, &[])
}

fn by(
    ctx: &Ctx,
    view: &Overview,
    (id, title, said): (&str, &str, &str),
    totals: &[FacetTotal],
    events: &[EventRecord],
) -> Markup {
    let groups = grouped(totals);
    let (shown, rest) = groups.split_at(groups.len().min(SHOWN));
    let (title, caption) = (ctx.t(title), ctx.t(said));
    let made = |groups: &[Group<'_>]| {
        let rows: Vec<Row> = groups.iter().map(|group| row(ctx, view, group, events)).collect();
        dense(ctx.lang, &caption, &columns(ctx, shown), &rows)
    };
    let body = html! {
        @if shown.is_empty() { p.note { (ctx.t("overview-no-facets")) } } @else { (made(shown)) }
        @if !rest.is_empty() {
            details.behind {
                summary { (ctx.t_with("overview-more-rows", &[("count", rest.len().into())])) }
                (made(rest))
            }
        }
    };
    section(id, &title, &note(&caption), &body)
}

/// One facet with its sums.
type Group<'a> = (&'a Facet, Vec<&'a FacetTotal>);

/// Sums of one facet together; the facets with most figures first, for amounts of several currencies have no order.
fn grouped(totals: &[FacetTotal]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for total in totals {
        match groups.iter_mut().find(|(facet, _)| facet.key == total.facet.key) {
            Some((_, sums)) => sums.push(total),
            None => groups.push((&total.facet, vec![total])),
        }
    }
    groups.sort_by_key(|(facet, sums)| (Reverse(sums.iter().map(|sum| sum.figures).sum::<i64>()), facet.label.clone()));
    groups
}

fn columns(ctx: &Ctx, groups: &[Group<'_>]) -> Vec<Column> {
    let kind = groups.first().map_or(FacetKind::Party, |(facet, _)| facet.kind);
    vec![Column::new(ctx.name(kind)), Column::new(ctx.t("column-amount"))]
}

fn row(ctx: &Ctx, view: &Overview, (facet, sums): &Group<'_>, events: &[EventRecord]) -> Row {
    let lines = html! {
        ul.amounts {
            @for total in sums {
                li {
                    span.row { (badge::money(ctx.lang, total.money_class)) span class="xs mute" { (ctx.name(total.measure)) } }
                    span.n { (source_link(&address(view, total), &figure_value(ctx.lang, total.sum, total.unit.as_deref()))) }
                }
            }
        }
    };
    Row::new(vec![Cell::title(name(ctx, facet, events)), Cell::wide(lines)])
}

fn name(ctx: &Ctx, facet: &Facet, events: &[EventRecord]) -> Markup {
    html! {
        @match facet.kind {
            FacetKind::Industry => { (industry::name(ctx.lang, &facet.key)) " " span class="xs mute" { (facet.key) } },
            FacetKind::Event => (event_name(ctx, facet, events)),
            FacetKind::Party => bdi { (of_key(&facet.key, ctx.lang).unwrap_or(&facet.label)) },
            FacetKind::Zone | FacetKind::Year => bdi { (facet.label) },
        }
    }
}

fn event_name(ctx: &Ctx, facet: &Facet, events: &[EventRecord]) -> Markup {
    match events.iter().find(|event| event.id.to_string() == facet.key) {
        Some(event) => event_link(ctx, event),
        None => html! {
            a href={ "/events/" (facet.key) } {
                @if facet.label.is_empty() { (ctx.t("overview-unnamed-event")) } @else { bdi { (facet.label) } }
            }
        },
    }
}

/// The figures that a sum is made of.
fn address(view: &Overview, total: &FacetTotal) -> String {
    let Facet { kind, key, .. } = &total.facet;
    let event = if *kind == FacetKind::Event { key.parse().ok() } else { None };
    Wanted::of(FigureFilter {
        measure: Some(total.measure),
        money_class: Some(total.money_class),
        unit: total.unit.clone(),
        counting: Some(Counting::Counted),
        year: view.year,
        facet: if event.is_some() { None } else { Some((*kind, key.clone())) },
        event,
        ..FigureFilter::default()
    })
    .address()
}
