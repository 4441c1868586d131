//! What does not hold: checks with their arithmetic, and figures on which sources differ.

use crate::pages::checks::list::verdicts;
use crate::pages::checks::row::row;
use crate::pages::figures::parts::{address, event_link, period, sides, what};
use crate::pages::figures::wanted::Wanted;
use crate::ui::section::{note, section};
use crate::ui::{Ctx, badge};
use maud::{Markup, html};
use samesky_app::figures::{FigureFilter, FigureRow};
use samesky_app::overview::Overview;

pub(super) fn checks(ctx: &Ctx, view: &Overview) -> Markup {
    let counts = verdicts(&view.checks);
    let all: u64 = counts.iter().map(|(_, count)| count).sum();
    let aside = html! { (badge::tally(ctx.lang, &counts)) };
    let body = html! {
        @if view.open_checks.is_empty() {
            p.note { (ctx.t("overview-no-checks")) }
        } @else {
            @for check in &view.open_checks { (row(ctx, check)) }
            p.note { a href="/checks" { (ctx.t_with("overview-all-checks", &[("count", all.into())])) } }
        }
    };
    section("open", &ctx.t("overview-open"), &aside, &body)
}

pub(super) fn contested(ctx: &Ctx, view: &Overview) -> Markup {
    let filter = FigureFilter { contested_only: true, year: view.year, ..FigureFilter::default() };
    let every = FigureFilter { contested_only: true, ..FigureFilter::default() };
    let shown = view.contested.len();
    let body = html! {
        @if view.contested.is_empty() {
            p.note { (ctx.t("overview-none-contested")) }
        } @else {
            @for row in &view.contested { (one(ctx, row)) }
            @if view.contested_total > i64::try_from(shown).unwrap_or(i64::MAX) {
                p.note {
                    a href=(Wanted::of(filter).address()) {
                        (ctx.t_with("overview-all-contested", &[("count", view.contested_total.into())]))
                    }
                }
            }
        }
        @if view.year.is_some() {
            p.note { a href=(Wanted::of(every).address()) { (ctx.t("overview-contested-every-year")) } }
        }
    };
    section("contested", &ctx.t("figures-contested"), &note(&ctx.t("figures-neither-chosen")), &body)
}

fn one(ctx: &Ctx, row: &FigureRow) -> Markup {
    html! {
        div.differ {
            p.row {
                strong { a href=(address(&row.figure)) { (what(ctx, row)) } }
                (badge::money(ctx.lang, row.figure.money_class))
                span class="xs mute" { (period(ctx, &row.figure)) }
            }
            @if let Some(event) = &row.event { p.xs { (event_link(ctx, event)) } }
            (sides(ctx, &row.entries))
        }
    }
}
