//! The strip of numbers: one for each class, measure and currency, and one for each count. Nothing is added across them.

use crate::pages::figures::parts::year_name;
use crate::pages::figures::totals::made_of;
use crate::ui::figure::{figure_value, source_link};
use crate::ui::section::{Headline, headlines, note};
use crate::ui::{Ctx, badge};
use maud::{Markup, html};
use samesky_app::figures::{FigureFilter, Total};
use samesky_app::overview::Overview;
use samesky_model::reading::MoneyClass;

pub(super) fn strip(ctx: &Ctx, view: &Overview) -> Markup {
    if view.year.is_none() {
        return html! {};
    }
    let mut figures: Vec<Headline> = ordered(&view.money).into_iter().map(|total| amount(ctx, view, total)).collect();
    figures.extend(view.counts.iter().map(|total| count(ctx, total)));
    html! {
        @if figures.is_empty() {
            p.note { (ctx.t("overview-nothing-counted")) }
        } @else {
            (headlines(ctx.lang, &figures))
            (note(&format!("{} {}", ctx.t("not-added"), ctx.t("overview-years-not-added"))))
        }
    }
}

/// By class in the order of the list, money of no class last, then by measure and unit.
pub(super) fn ordered(totals: &[Total]) -> Vec<&Total> {
    let mut totals: Vec<&Total> = totals.iter().collect();
    totals.sort_by(|a, b| key(a).cmp(&key(b)));
    totals
}

fn key(total: &Total) -> (MoneyClass, samesky_model::reading::Measure, Option<&str>, Option<i16>) {
    (total.money_class, total.measure, total.unit.as_deref(), total.year)
}

fn amount(ctx: &Ctx, view: &Overview, total: &Total) -> Headline {
    let label = html! {
        span class="what row" { (badge::money(ctx.lang, total.money_class)) (ctx.name(total.measure)) }
    };
    Headline { label, number: Some(number(ctx, total)), href: Some(address(total)), below: below(ctx, view, total) }
}

fn count(ctx: &Ctx, total: &Total) -> Headline {
    let made =
        html! { (ctx.t_with("overview-made-of", &[("count", total.figures.into()), ("n", total.figures.into())])) };
    Headline::measure(&ctx.name(total.measure), Some(number(ctx, total)), Some(address(total))).below(vec![made])
}

pub(super) fn number(ctx: &Ctx, total: &Total) -> Markup {
    figure_value(ctx.lang, total.sum, total.unit.as_deref())
}

/// The list of the figures that it is made of.
pub(super) fn address(total: &Total) -> String {
    made_of(&FigureFilter::default(), total).address()
}

fn below(ctx: &Ctx, view: &Overview, total: &Total) -> Vec<Markup> {
    let mut below = vec![
        html! { (ctx.t_with("overview-made-of", &[("count", total.figures.into()), ("n", total.figures.into())])) },
    ];
    if let Some((year, before)) = before(view, total) {
        below.push(html! { (year_name(ctx.lang, year)) " " (source_link(&address(before), &number(ctx, before))) });
    }
    below
}

/// The same class, measure and currency in the nearest year before.
fn before<'a>(view: &'a Overview, total: &Total) -> Option<(i16, &'a Total)> {
    let alike = |other: &&Total| {
        (other.money_class, other.measure, &other.unit) == (total.money_class, total.measure, &total.unit)
    };
    let earlier = view.by_year.iter().filter(alike).filter_map(|other| Some((other.year?, other)));
    earlier.filter(|(year, _)| total.year.is_some_and(|own| *year < own)).max_by_key(|(year, _)| *year)
}
