//! Amounts by year, side by side: one row for each class, measure and currency.

use super::money::{address, number, ordered};
use crate::pages::figures::parts::{class, year_name};
use crate::ui::figure::{dash, source_link};
use crate::ui::section::{note, section as sections};
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, control};
use maud::{Markup, html};
use samesky_app::figures::Total;
use samesky_app::overview::Overview;
use samesky_model::reading::{Measure, MoneyClass};
use std::collections::BTreeSet;

/// Years that stand beside one another; more of them are in the list of figures.
const SHOWN: usize = 6;

/// What the amounts of a row have in common.
pub(super) type Kind<'a> = (MoneyClass, Measure, Option<&'a str>);

pub(super) fn section(ctx: &Ctx, view: &Overview) -> Markup {
    let sums = sums(view);
    let (years, undated) = columns_of(&sums);
    let title = ctx.t("overview-by-year");
    let body = html! {
        @if sums.is_empty() {
            p.note { (ctx.t("overview-nothing-counted")) }
        } @else {
            (dense(ctx.lang, &title, &columns(ctx, &years, undated), &rows(ctx, &sums, &years, undated)))
            (others(ctx, view, &years))
        }
    };
    sections("years", &title, &note(&ctx.t("overview-by-year-note")), &body)
}

/// The amounts of every year; where all years are looked at, the counts beside them.
fn sums(view: &Overview) -> Vec<Total> {
    let counts = if view.year.is_none() { view.counts.as_slice() } else { &[] };
    view.by_year.iter().chain(counts).cloned().collect()
}

/// The years under which figures of any kind are reported, and the one looked at; latest first.
pub(super) fn known(view: &Overview) -> Vec<i16> {
    let mut years: BTreeSet<i16> = view.years.iter().copied().collect();
    years.extend(&view.year);
    years.into_iter().rev().collect()
}

/// The years that pictures show: those of the table, earliest first.
pub(super) fn drawn(view: &Overview) -> Vec<i16> {
    columns_of(&view.by_year).0.into_iter().rev().collect()
}

/// The kinds of amounts, each once, in order.
pub(super) fn kinds(totals: &[Total]) -> Vec<Kind<'_>> {
    let mut kinds: Vec<Kind<'_>> =
        ordered(totals).into_iter().map(|total| (total.money_class, total.measure, total.unit.as_deref())).collect();
    kinds.dedup();
    kinds
}

/// The sum of a kind in a year.
pub(super) fn of_year<'a>(sums: &'a [Total], kind: Kind<'_>, year: Option<i16>) -> Option<&'a Total> {
    sums.iter().find(|total| (total.money_class, total.measure, total.unit.as_deref()) == kind && total.year == year)
}

fn columns_of(sums: &[Total]) -> (Vec<i16>, bool) {
    let years = sums.iter().filter_map(|total| total.year).collect::<BTreeSet<i16>>();
    let shown = years.into_iter().rev().take(SHOWN).collect();
    (shown, sums.iter().any(|total| total.year.is_none()))
}

fn columns(ctx: &Ctx, years: &[i16], undated: bool) -> Vec<Column> {
    let mut columns = vec![Column::new(ctx.t("column-class")), Column::new(ctx.t("column-measure"))];
    columns.extend(years.iter().map(|year| Column::number(year_name(ctx.lang, *year))));
    if undated {
        columns.push(Column::number(ctx.t("year-not-stated")));
    }
    columns
}

fn rows(ctx: &Ctx, sums: &[Total], years: &[i16], undated: bool) -> Vec<Row> {
    let wanted: Vec<Option<i16>> = years.iter().copied().map(Some).chain(undated.then_some(None)).collect();
    kinds(sums)
        .into_iter()
        .map(|kind| {
            let mut cells = vec![Cell::title(class(ctx, kind.0)), Cell::new(html! { (ctx.name(kind.1)) })];
            cells.extend(wanted.iter().map(|year| Cell::new(cell(ctx, of_year(sums, kind, *year)))));
            Row::new(cells)
        })
        .collect()
}

fn cell(ctx: &Ctx, total: Option<&Total>) -> Markup {
    match total {
        Some(total) => source_link(&address(total), &number(ctx, total)),
        None => dash(),
    }
}

/// The years that have no column.
fn others(ctx: &Ctx, view: &Overview, shown: &[i16]) -> Markup {
    let others: Vec<i16> = known(view).into_iter().filter(|year| !shown.contains(year)).collect();
    html! {
        @if !others.is_empty() {
            p class="note row" {
                (ctx.t("overview-older-years"))
                @for year in others {
                    (control::link(control::Button::Quiet, &format!("/?year={year}"), None, &year_name(ctx.lang, year)))
                }
            }
        }
    }
}
