//! The page itself: what waits, the numbers, what does not hold, then each way of looking at the money.

use super::{charts, facets, money, open, start, years};
use crate::pages::figures::parts::year_name;
use crate::pages::layout::{Layout, Nav, as_of};
use crate::ui::Ctx;
use crate::ui::control;
use crate::ui::section::{Columns, columns};
use maud::{Markup, html};
use samesky_app::figures::FigureRow;
use samesky_app::overview::Overview;
use samesky_model::record::EventRecord;

/// Years that can be chosen at once; older ones are in the table of years.
const CHOICES: usize = 6;

pub(super) fn page(ctx: &Ctx, view: &Overview, (signed, events): (&[FigureRow], &[EventRecord])) -> Markup {
    let body = match start::body(ctx, view) {
        Some(start) => start,
        None => filled(ctx, view, (signed, events)),
    };
    Layout::new(ctx, ctx.t("overview-title"))
        .nav(Nav::Overview)
        .by(by(ctx, view))
        .actions(actions(ctx, view))
        .landscape()
        .render(&body)
}

fn filled(ctx: &Ctx, view: &Overview, (signed, events): (&[FigureRow], &[EventRecord])) -> Markup {
    html! {
        (start::waiting(ctx, view))
        (money::strip(ctx, view))
        div.stack {
            (first_columns(ctx, view, signed))
            (years::section(ctx, view))
            @if view.year.is_some() {
                (columns(Columns::Even, &facets::parties(ctx, view), &facets::events(ctx, view, events)))
                (columns(Columns::Even, &facets::zones(ctx, view), &facets::industries(ctx, view)))
            } @else {
                p.note { (ctx.t("overview-choose-year")) }
            }
        }
    }
}

/// What does not hold comes first in both columns; the pictures fill the shorter one.
fn first_columns(ctx: &Ctx, view: &Overview, signed: &[FigureRow]) -> Markup {
    let (checks, contested) = (open::checks(ctx, view), open::contested(ctx, view));
    let (pictures, signed) = (charts::pictures(ctx, view), charts::signed(ctx, signed));
    if view.contested.is_empty() {
        columns(Columns::Wide, &checks, &html! { div.stack { (contested) (pictures) (signed) } })
    } else {
        columns(
            Columns::Wide,
            &html! { div.stack { (checks) (signed) } },
            &html! { div.stack { (contested) (pictures) } },
        )
    }
}

fn by(ctx: &Ctx, view: &Overview) -> Markup {
    html! {
        @match view.year {
            Some(year) => (year_name(ctx.lang, year)),
            None => (ctx.t("overview-all-years")),
        }
        " · " (ctx.t("overview-as-of")) " " (as_of(ctx)) " · " (ctx.t("foot-note"))
    }
}

fn actions(ctx: &Ctx, view: &Overview) -> Markup {
    let mut choices: Vec<(String, String, bool)> = years::known(view)
        .into_iter()
        .take(CHOICES)
        .map(|year| (format!("/?year={year}"), year_name(ctx.lang, year), view.year == Some(year)))
        .collect();
    if !choices.is_empty() {
        choices.push(("/?year=all".to_owned(), ctx.t("overview-all-years"), view.year.is_none()));
    }
    html! {
        @if choices.len() > 1 { (control::switch(&ctx.t("facet-year"), &choices)) }
        (control::print(&ctx.t("do-print")))
    }
}
