//! What others see of a record: its facts, its figures with their words, where it is told of. Nothing here leads to another
//! record of the house.

use super::figures::parts::class;
use crate::lang::register::register;
use crate::lang::{Lang, format};
use crate::ui::section::{note, section};
use crate::ui::table::{Cell, Column, Row, table};
use crate::ui::{Ctx, badge, figure, list, time};
use maud::{Markup, html};
use samesky_app::places::each_once;
use samesky_model::record::{
    Content, Fact, FactField, Facts, PublicFigure, PublicName, PublicQuote, PublicSource, Shareable,
};

/// The name for a heading with its language: in the reader's language first.
pub(in crate::pages) fn title(ctx: &Ctx, content: &Content) -> (String, Option<String>) {
    let own = |name: &&PublicName| name.language.as_deref().and_then(Lang::from_tag) == Some(ctx.lang);
    let found = content.names.iter().find(own).or_else(|| content.names.first());
    match (found, &content.facts) {
        (Some(name), _) => (name.text.clone(), name.language.clone()),
        (None, Facts::Event { event_type, date: Some(date), .. }) => {
            (format!("{} {}", ctx.name(*event_type), format::date(ctx.lang, *date)), None)
        }
        (None, Facts::Event { event_type, .. }) => (ctx.name(*event_type), None),
        (None, _) => (ctx.t("records-no-name"), None),
    }
}

/// All of it, as sections one below another.
pub(in crate::pages) fn sections(ctx: &Ctx, content: &Content) -> Markup {
    html! {
        (section("facts", &ctx.t("records-facts"), &html! {}, &facts(ctx, content)))
        @if content.kind() == Shareable::Organisation && content.figures.is_empty() && content.sources.is_empty() {
            (note(&ctx.t("shared-organisation-note")))
        } @else {
            (figures(ctx, &content.figures, &content.sources))
            (sources(ctx, &content.sources))
        }
    }
}

/// A value that others are told.
pub(in crate::pages) fn told(ctx: &Ctx, fact: &Fact) -> Markup {
    match fact {
        Fact::Place(place) => html! { bdi { (place) } },
        Fact::Identifier(number) => {
            html! { code { (number.value) } " " span class="xs mute" { (register(ctx.lang, &number.scheme)) } }
        }
        _ => html! {},
    }
}

/// The figures with their words. Each number leads to its words below.
pub(in crate::pages) fn figures(ctx: &Ctx, figures: &[PublicFigure], sources: &[PublicSource]) -> Markup {
    let columns = [
        Column::new(ctx.t("column-what")),
        Column::number(ctx.t("column-value")),
        Column::new(ctx.t("column-qualifier")),
        Column::new(ctx.t("column-class")),
        Column::new(ctx.t("column-period")),
    ];
    let rows: Vec<_> = figures.iter().enumerate().map(|(at, one)| row(ctx, at, one)).collect();
    let caption = ctx.t_with("records-figures-count", &[("count", rows.len().into())]);
    let body = html! {
        @if rows.is_empty() { (note(&ctx.t("records-no-figures"))) } @else {
            (table(ctx.lang, &caption, &columns, &rows))
            ol.sources {
                @for (at, one) in figures.iter().enumerate() { (words(ctx, at, one, sources)) }
            }
        }
    };
    let aside = html! { span.note { (ctx.t("not-added")) } };
    section("figures", &ctx.t("nav-figures"), &aside, &body)
}

fn row(ctx: &Ctx, at: usize, one: &PublicFigure) -> Row {
    Row::new(vec![
        Cell::title(
            html! { (ctx.name(one.measure)) @if let Some(subject) = &one.subject { " " span class="xs mute" { bdi { (subject) } } } },
        ),
        Cell::new(value(ctx, at, one)),
        Cell::new(badge::qualifier(ctx.lang, one.qualifier)),
        Cell::new(class(ctx, one.money_class)),
        Cell::new(html! {
            @match &one.period { Some(period) => span.nw { (format::period(ctx.lang, period)) }, None => (figure::not_stated(ctx.lang)) }
            span class="xs mute block" { (ctx.name(one.status)) }
        }),
    ])
}

fn value(ctx: &Ctx, at: usize, one: &PublicFigure) -> Markup {
    let href = format!("#w{}", at + 1);
    html! {
        @match one.value {
            Some(value) => (figure::source_link(&href, &figure::figure_full(ctx.lang, value, one.unit.as_deref()))),
            None => a href=(href) { (ctx.name(one.state)) },
        }
        @if let Some(tier) = &one.tier_label { span class="qual block" { (tier) } }
    }
}

fn words(ctx: &Ctx, at: usize, one: &PublicFigure, sources: &[PublicSource]) -> Markup {
    html! {
        li id={ "w" (at + 1) } {
            @for said in &one.quotes { (quote(ctx, said, sources.get(said.source))) }
            @if one.quotes.is_empty() { (note(&ctx.t("records-no-sources"))) }
        }
    }
}

fn quote(ctx: &Ctx, said: &PublicQuote, source: Option<&PublicSource>) -> Markup {
    let tag = source.and_then(|source| source.language.as_deref());
    html! {
        blockquote lang=[tag] { (said.before) mark { (said.quote) } (said.after) }
        @if let Some(source) = source { p class="row xs" { (from(ctx, source)) } }
    }
}

fn from(ctx: &Ctx, source: &PublicSource) -> Markup {
    let called = source.title.clone().unwrap_or_else(|| ctx.t("review-untitled"));
    html! {
        bdi lang=[source.language.as_deref()] {
            @match source.address.as_deref() {
                Some(address) => a href=(address) rel="noreferrer noopener" { (called) },
                None => (called),
            }
        }
        @if let Some(publisher) = &source.publisher { " · " bdi lang=[source.language.as_deref()] { (publisher) } }
        @if let Some(date) = source.published { " · " (time::day_on_figure(ctx.lang, date)) }
    }
}

fn sources(ctx: &Ctx, sources: &[PublicSource]) -> Markup {
    let body = html! {
        @if sources.is_empty() { (note(&ctx.t("records-no-sources"))) }
        @else { ul { @for source in sources { li { (from(ctx, source)) } } } }
    };
    section("sources", &ctx.t("records-sources"), &html! {}, &body)
}

fn facts(ctx: &Ctx, content: &Content) -> Markup {
    let words = |said: &[String]| match said {
        [] => figure::not_stated(ctx.lang),
        _ => html! { bdi { (format::list(ctx.lang, said)) } },
    };
    let places = |said: &[String]| {
        let shown: Vec<String> = each_once(said, ctx.lang).into_iter().map(|place| place.name).collect();
        words(&shown)
    };
    let one = |said: Option<&String>| words(&said.cloned().into_iter().collect::<Vec<_>>());
    let mut rows = names(ctx, content);
    match &content.facts {
        Facts::Announcement { parties } => rows.push((ctx.t("facet-party"), words(parties))),
        Facts::Event { event_type, date, places: held, mode, organisers, zone, parties, .. } => rows.extend([
            (ctx.t("column-kind"), html! { (ctx.name(*event_type)) }),
            (
                ctx.t("column-date"),
                html! { @match date { Some(date) => (time::day(ctx.lang, *date)), None => (figure::not_stated(ctx.lang)) } },
            ),
            (ctx.t("column-place"), places(held)),
            (
                ctx.t("review-mode"),
                html! { @match mode { Some(mode) => (ctx.name(*mode)), None => (figure::not_stated(ctx.lang)) } },
            ),
            (ctx.t("facet-zone"), one(zone.as_ref())),
            (ctx.t("facet-party"), words(parties)),
            (
                ctx.t("column-organisation"),
                html! {
                    @if organisers.is_empty() { (figure::not_stated(ctx.lang)) }
                    @for organiser in organisers { span.block { bdi { (organiser.name) } " " span class="xs mute" { (ctx.name(organiser.role)) } } }
                },
            ),
        ]),
        Facts::Organisation { organisation_kind, country, places: at, identifiers } => {
            rows.push((ctx.t("column-kind"), html! { (ctx.name(*organisation_kind)) }));
            if let Some(country) = country {
                rows.push((ctx.name(FactField::Country), html! { (country) }));
            }
            if !at.is_empty() {
                rows.push((ctx.t("column-place"), places(at)));
            }
            for number in identifiers {
                rows.push((ctx.name(FactField::Identifier), html! { code { (number.value) } " " span class="xs mute" { (register(ctx.lang, &number.scheme)) } }));
            }
        }
        Facts::Project { organisations, place, stage, .. } => rows.extend([
            (ctx.t("column-organisation"), words(organisations)),
            (ctx.t("column-place"), places(&place.iter().cloned().collect::<Vec<_>>())),
            (
                ctx.t("column-stage"),
                html! { @match stage { Some(stage) => (badge::stage(ctx.lang, *stage)), None => (figure::not_stated(ctx.lang)) } },
            ),
        ]),
    }
    list::facts(&rows)
}

fn names(ctx: &Ctx, content: &Content) -> Vec<(String, Markup)> {
    if content.kind() == Shareable::Announcement || content.names.is_empty() {
        return Vec::new();
    }
    let written: Vec<_> = content.names.iter().map(|name| (name.text.as_str(), name.language.as_deref())).collect();
    vec![(ctx.t("records-names"), figure::names(ctx.lang, &written))]
}
