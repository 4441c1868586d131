//! What the counted figures under a filter add up to: one sum for each class, measure, currency and year.

use super::parts::{class, year_name};
use super::wanted::Wanted;
use crate::pages::sharing::scope_note;
use crate::ui::figure::{figure_full, not_stated, source_link};
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, section};
use maud::{Markup, html};
use samesky_app::figures::{FigureFilter, Total};
use samesky_model::record::Counting;

/// Sums shown at once; the rest is behind a line that opens.
const SHOWN: usize = 4;

pub(super) fn totals(ctx: &Ctx, wanted: &Wanted, sums: &[Total]) -> Markup {
    let title = ctx.t("figures-totals");
    let mut sums: Vec<&Total> = sums.iter().collect();
    sums.sort_by_key(|total| (std::cmp::Reverse(total.year), total.money_class, total.unit.clone(), total.measure));
    let (shown, rest) = sums.split_at(sums.len().min(SHOWN));
    let body = html! {
        (scope_note(ctx, wanted.filter.scope))
        @if shown.is_empty() {
            p.note { (ctx.t("figures-no-totals")) }
        } @else {
            (dense(ctx.lang, &title, &columns(ctx), &rows(ctx, wanted, shown)))
        }
        @if !rest.is_empty() {
            details.behind {
                summary { (ctx.t_with("figures-more-totals", &[("count", rest.len().into())])) }
                (dense(ctx.lang, &title, &columns(ctx), &rows(ctx, wanted, rest)))
            }
        }
    };
    html! { div.sums { (section::section("totals", &title, &section::note(&ctx.t("figures-totals-note")), &body)) } }
}

fn columns(ctx: &Ctx) -> Vec<Column> {
    vec![
        Column::new(ctx.t("column-class")),
        Column::new(ctx.t("column-measure")),
        Column::new(ctx.t("facet-year")),
        Column::number(ctx.t("column-total")),
        Column::number(ctx.t("figures-column-added")),
    ]
}

fn rows(ctx: &Ctx, wanted: &Wanted, sums: &[&Total]) -> Vec<Row> {
    sums.iter()
        .map(|total| {
            let href = made_of(&wanted.filter, total).address();
            Row::new(vec![
                Cell::title(class(ctx, total.money_class)),
                Cell::new(html! { (ctx.name(total.measure)) }),
                Cell::new(html! { @match total.year { Some(year) => (year_name(ctx.lang, year)), None => (not_stated(ctx.lang)) } }),
                Cell::new(source_link(&href, &figure_full(ctx.lang, total.sum, total.unit.as_deref()))),
                Cell::new(html! { (total.figures) }),
            ])
        })
        .collect()
}

/// The figures that a sum is made of, under the same filter. Sums of no year lead to all years, those without one first.
pub(in crate::pages) fn made_of(filter: &FigureFilter, total: &Total) -> Wanted {
    let wanted = Wanted::of(FigureFilter {
        measure: Some(total.measure),
        money_class: Some(total.money_class),
        unit: total.unit.clone(),
        counting: Some(Counting::Counted),
        year: total.year.or(filter.year),
        ..filter.clone()
    });
    match total.year {
        Some(_) => wanted,
        None => wanted.without_year_first(),
    }
}
