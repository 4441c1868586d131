//! One figure: what it is, who says so in which words, what it is a part of, and everything that was ever entered.

use super::parts::{class, event_link, language, period, project_link, sides, source_of, words};
use super::{correct, history, tier, whole};
use crate::lang::format;
use crate::pages::draft::Draft;
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::sharing::or_shared;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::section::{Columns, columns, note, section};
use crate::ui::{Ctx, Icon, badge, figure, list};
use axum::extract::{Path, State};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samesky_app::figures::{Context, EntryRow, FigureView};
use samesky_model::Decimal;
use samesky_model::id::FigureId;
use samesky_model::record::{Counting, FigureState};

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<FigureId>,
) -> Answer {
    let session = state.session(&officer);
    match state.app().figure(&session, id).await {
        Ok(view) => Ok(page(&ctx, &view, &Draft::default()).into_response()),
        Err(failure) => or_shared(&state, &session, ("figure", &id.to_string()), failure).await,
    }
}

pub(super) fn page(ctx: &Ctx, view: &FigureView, draft: &Draft) -> Markup {
    let row = &view.row;
    let first = html! {
        div.stack {
            (contested(ctx, view))
            (sources(ctx, view, draft))
            (whole::section(ctx, view))
            (checks(ctx, view))
        }
    };
    let second = html! {
        div.stack {
            (section("what", &ctx.t("figures-what"), &html! {}, &facts(ctx, view)))
            (history::section(ctx, view))
        }
    };
    let body = html! { (draft.summary(ctx)) (headline(ctx, view)) (columns(Columns::Wider, &first, &second)) };
    let title = ctx.name(row.figure.measure);
    Layout::new(ctx, title)
        .nav(Nav::Figures)
        .crumb("/figures", ctx.t("nav-figures"))
        .crumb_here(row.figure.subject.clone().unwrap_or_else(|| ctx.name(row.figure.measure)))
        .by(by(ctx, view))
        .actions(control::print(&ctx.t("do-print")))
        .render(&body)
}

fn by(ctx: &Ctx, view: &FigureView) -> Markup {
    let row = &view.row;
    html! {
        @if let Some(subject) = &row.figure.subject { bdi lang=[language(row)] { (subject) } " · " }
        @if let Some(event) = &row.event { (event_link(ctx, event)) " · " }
        (period(ctx, &row.figure)) " "
        (badge::figure_state(ctx.lang, row.figure.state)) " "
        (badge::counting(ctx.lang, row.figure.counting))
    }
}

/// The number, large. Of a contested figure none is chosen, and that is said.
fn headline(ctx: &Ctx, view: &FigureView) -> Markup {
    let figure = &view.row.figure;
    html! {
        p.value {
            (badge::money(ctx.lang, figure.money_class))
            @match figure.value {
                Some(value) => {
                    @let (compact, full) = written(ctx, value, figure.unit.as_deref());
                    span.big { (figure::figure_qualified(ctx.lang, value, figure.unit.as_deref(), figure.qualifier)) }
                    @if compact != full { span.mute { (figure::parts(&full)) } }
                    (badge::qualifier(ctx.lang, figure.qualifier))
                },
                None => span.missing { (ctx.t("figures-none-chosen")) },
            }
        }
        (tier::note(ctx, view))
    }
}

/// The value as short as the language writes it, and with all its digits.
fn written(ctx: &Ctx, value: Decimal, unit: Option<&str>) -> (format::Amount, format::Amount) {
    (format::amount(ctx.lang, value, unit), format::full(ctx.lang, value, unit))
}

fn contested(ctx: &Ctx, view: &FigureView) -> Markup {
    let differ = view.row.figure.state == FigureState::Contested;
    super::list::section_of(
        "contested",
        &ctx.t("figures-contested"),
        &note(&ctx.t("figures-neither-chosen")),
        differ.then(|| sides(ctx, &view.row.entries)),
    )
}

fn sources(ctx: &Ctx, view: &FigureView, draft: &Draft) -> Markup {
    let body = html! {
        ol.sources {
            @for (entry, context) in view.row.entries.iter().zip(&view.context) {
                li id={ "e" (entry.entry.id) } { (one_source(ctx, view, (entry, context), draft)) }
            }
        }
    };
    section("sources", &ctx.t("figures-sources"), &note(&ctx.t("figures-sources-note")), &body)
}

fn one_source(ctx: &Ctx, view: &FigureView, (row, context): (&EntryRow, &Context), draft: &Draft) -> Markup {
    let announcement = &row.announcement;
    let tag = announcement.language.as_deref();
    let (entry, at) = (&row.entry, words(&row.entry));
    html! {
        p.row {
            b { (figure::source_link(&at, &figure::claimed_value(ctx.lang, &entry.figure))) }
            (badge::qualifier(ctx.lang, entry.figure.qualifier))
            (badge::money(ctx.lang, entry.figure.money_class))
            (source_of(ctx, announcement, &format!("/announcements/{}", announcement.id)))
            (badge::text_language(ctx.lang, tag))
        }
        blockquote lang=[tag] {
            (context.before) mark { (context.quote) } (context.after)
        }
        p class="row xs" {
            (control::link(Button::Small, &at, Some(Icon::File), &ctx.t("show-source")))
            @if let Some(address) = &announcement.source_address {
                a href=(address) rel="noreferrer noopener" { (ctx.t("figures-source-address")) }
            }
            span.mute { (history::entered(ctx, entry)) }
        }
        (correct::form(ctx, &view.row, row, draft))
    }
}

fn facts(ctx: &Ctx, view: &FigureView) -> Markup {
    let (row, figure) = (&view.row, &view.row.figure);
    let words =
        |said: Option<String>| html! { @match said { Some(said) => (said), None => (figure::not_stated(ctx.lang)) } };
    let mut rows = vec![
        (ctx.t("column-measure"), html! { (ctx.name(figure.measure)) }),
        (ctx.t("column-class"), class(ctx, figure.money_class)),
        (ctx.t("column-unit"), words(figure.unit.as_deref().map(|unit| format::amount::unit_name(ctx.lang, unit)))),
        (ctx.t("column-status"), html! { (ctx.name(figure.status)) }),
        (ctx.t("column-period"), words(figure.period.as_deref().map(|period| format::period(ctx.lang, period)))),
        (ctx.t("figures-flow"), words(figure.flow.map(|flow| ctx.name(flow)))),
        (ctx.t("facet-year"), words(figure.year.map(|year| super::parts::year_name(ctx.lang, year)))),
        (
            ctx.t("column-event"),
            html! { @match &row.event { Some(event) => (event_link(ctx, event)), None => (figure::not_stated(ctx.lang)) } },
        ),
    ];
    if let Some(project) = &row.project {
        rows.push((ctx.t("column-project"), project_link(ctx, project)));
    }
    if let Some(name) = row.entries.iter().find_map(|entry| entry.entry.figure.organisation.as_deref()) {
        let name = html! {
            @match figure.organisation {
                Some(id) => a href={ "/organisations/" (id) } lang=[language(row)] { (name) },
                None => span lang=[language(row)] { (name) },
            }
        };
        rows.push((ctx.t("column-organisation"), name));
    }
    rows.push((ctx.t("figures-column-counting"), counting(ctx, figure.counting)));
    list::facts(&rows)
}

/// Whether it is added into totals, and why not.
fn counting(ctx: &Ctx, counting: Counting) -> Markup {
    html! {
        (badge::counting(ctx.lang, counting))
        span class="xs mute block" { (ctx.t(&format!("figures-why-{counting}"))) }
    }
}

fn checks(ctx: &Ctx, view: &FigureView) -> Markup {
    let others: Vec<_> = view.checks.iter().filter(|check| !whole::adds_up(check.rule)).collect();
    let rows = html! { @for check in &others { (whole::row(ctx, check)) } };
    super::list::section_of("checks", &ctx.t("column-checks"), &html! {}, (!others.is_empty()).then_some(rows))
}
