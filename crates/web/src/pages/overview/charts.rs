//! Pictures for what people would rather look at than read. The numbers stand beside each of them.

use super::years::{Kind, drawn, kinds, of_year};
use crate::lang::Lang;
use crate::lang::format::amount::{amounts, unit_name};
use crate::lang::format::date;
use crate::pages::figures::parts::{address, event_link, what};
use crate::ui::chart::{self, Bar, Point};
use crate::ui::figure::{figure_value, source_link};
use crate::ui::section::section;
use crate::ui::{Ctx, badge};
use maud::{Markup, html};
use samesky_app::figures::FigureRow;
use samesky_app::overview::Overview;
use samesky_model::Decimal;

/// Pictures shown at most; each is of one class, measure and currency.
const MOST: usize = 4;

/// Amounts over the years, a picture for each kind.
pub(super) fn pictures(ctx: &Ctx, view: &Overview) -> Markup {
    let drawn: Vec<Markup> =
        kinds(&view.by_year).into_iter().filter_map(|kind| of_kind(ctx, view, kind)).take(MOST).collect();
    let body = html! { ul.multiples { @for picture in &drawn { li { (picture) } } } };
    html! { @if !drawn.is_empty() { (section("pictures", &ctx.t("overview-pictures"), &html! {}, &body)) } }
}

/// The amounts of one kind over the years; nothing where there are fewer than two years to compare.
fn of_kind(ctx: &Ctx, view: &Overview, kind: Kind<'_>) -> Option<Markup> {
    let years = drawn(view);
    let sums: Vec<Option<Decimal>> =
        years.iter().map(|year| Some(of_year(&view.by_year, kind, Some(*year))?.sum)).collect();
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
            label: year_label(ctx.lang, *year),
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

/// Below a column there is room for one year only.
fn year_label(lang: Lang, year: i16) -> String {
    format!("{year:04}").parse().map_or_else(|_| year.to_string(), |year| date(lang, year))
}

/// Projects signed, event by event.
pub(super) fn signed(ctx: &Ctx, rows: &[FigureRow]) -> Markup {
    let bars: Vec<Bar> = rows.iter().filter_map(|row| bar(ctx, row)).collect();
    let title = ctx.t("overview-signed-by-event");
    html! {
        @if !bars.is_empty() { (section("signed", &title, &html! {}, &chart::bars(&ctx.t("overview-signed-note"), &bars))) }
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
