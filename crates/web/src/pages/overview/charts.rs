//! Pictures for what people would rather look at than read. The numbers stand beside each of them.

use super::years::{Kind, kinds, known, of_year};
use crate::lang::format::amount::{amounts, unit_name};
use crate::pages::figures::parts::{address, event_link, what};
use crate::ui::chart::{self, Bar, Point};
use crate::ui::figure::{figure_value, source_link};
use crate::ui::section::section as sections;
use crate::ui::{Ctx, badge};
use maud::{Markup, html};
use samesky_app::figures::FigureRow;
use samesky_app::overview::Overview;
use samesky_model::Decimal;

/// Pictures shown at most; each is of one class, measure and currency.
const MOST: usize = 4;

/// Years drawn at most.
const YEARS: usize = 6;

pub(super) fn section(ctx: &Ctx, view: &Overview, signed: &[FigureRow]) -> Markup {
    let drawn: Vec<Markup> = kinds(&view.by_year).into_iter().filter_map(|kind| of_kind(ctx, view, kind)).take(MOST).collect();
    html! {
        div.stack {
            @if !drawn.is_empty() {
                (sections("pictures", &ctx.t("overview-pictures"), &html! {}, &html! { ul.multiples { @for picture in &drawn { li { (picture) } } } }))
            }
            (events(ctx, signed))
        }
    }
}

/// The amounts of one kind over the years; nothing where there are fewer than two years to compare.
fn of_kind(ctx: &Ctx, view: &Overview, kind: Kind<'_>) -> Option<Markup> {
    let mut years: Vec<i16> = known(view).into_iter().take(YEARS).collect();
    years.reverse();
    let sums: Vec<Option<Decimal>> = years.iter().map(|year| Some(of_year(view, kind, Some(*year))?.sum)).collect();
    if sums.iter().flatten().count() < 2 {
        return None;
    }
    let values: Vec<Decimal> = sums.iter().map(|sum| sum.unwrap_or_default()).collect();
    let written = amounts(ctx.lang, &values, kind.2);
    let points: Vec<Point> = years
        .iter()
        .zip(&sums)
        .zip(&written)
        .map(|((year, sum), written)| Point {
            label: year.to_string(),
            value: sum.unwrap_or_default(),
            shown: if sum.is_some() { written.number.clone() } else { "—".to_owned() },
        })
        .collect();
    let unit = written.first().map(|one| format!("{}{}", one.before, one.after).trim().to_owned());
    let unit = unit.filter(|unit| !unit.is_empty()).unwrap_or_else(|| unit_name(ctx.lang, kind.2.unwrap_or_default()));
    let title = format!("{} · {} · {unit}", ctx.name(kind.0), ctx.name(kind.1));
    Some(html! {
        figure {
            figcaption class="row xs" { (badge::money(ctx.lang, kind.0)) (ctx.name(kind.1)) span.mute { (unit) } }
            (chart::small_columns(&title, &points))
        }
    })
}

/// Projects signed, event by event.
fn events(ctx: &Ctx, signed: &[FigureRow]) -> Markup {
    let bars: Vec<Bar> = signed.iter().filter_map(|row| bar(ctx, row)).collect();
    let title = ctx.t("overview-signed-by-event");
    html! {
        @if !bars.is_empty() { (sections("signed", &title, &html! {}, &chart::bars(&ctx.t("overview-signed-note"), &bars))) }
    }
}

fn bar(ctx: &Ctx, row: &FigureRow) -> Option<Bar> {
    let value = row.figure.value?;
    let label = match &row.event {
        Some(event) => event_link(ctx, event),
        None => html! { a href=(address(&row.figure)) { (what(ctx, row)) } },
    };
    let number = figure_value(ctx.lang, value, row.figure.unit.as_deref());
    Some(Bar { label, value, shown: source_link(&address(&row.figure), &number) })
}
