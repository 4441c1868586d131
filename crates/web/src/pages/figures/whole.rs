//! The figure among others: the whole that it is a part of, and its own parts, with what they come to.

use super::parts::{address, class, full_value, what};
use crate::ui::figure::{figure_full, not_stated, source_link};
use crate::ui::table::{Cell, Column, Mark, Row, dense};
use crate::ui::{Ctx, badge, section as sections};
use maud::{Markup, html};
use samesky_app::figures::{FigureRow, FigureView};
use samesky_model::Decimal;
use samesky_model::record::Figure;

pub(super) fn section(ctx: &Ctx, view: &FigureView) -> Markup {
    let there = view.whole.is_some() || !view.parts.is_empty();
    let body = html! {
        @if let Some(whole) = &view.whole { p { (ctx.t("figures-part-of")) " " (link(ctx, whole)) } }
        @if !view.parts.is_empty() { (parts(ctx, view)) }
    };
    super::list::section_of("whole", &ctx.t("figures-whole-and-parts"), &html! {}, there.then_some(body))
}

fn link(ctx: &Ctx, whole: &Figure) -> Markup {
    html! {
        (ctx.name(whole.measure)) " "
        @match whole.value {
            Some(value) => (source_link(&address(whole), &figure_full(ctx.lang, value, whole.unit.as_deref()))),
            None => a href=(address(whole)) { (ctx.t("figures-none-chosen")) },
        }
        " " (badge::money(ctx.lang, whole.money_class))
    }
}

fn parts(ctx: &Ctx, view: &FigureView) -> Markup {
    let heads = [
        Column::new(ctx.t("column-what")),
        Column::number(ctx.t("column-value")),
        Column::new(ctx.t("column-qualifier")),
        Column::new(ctx.t("column-class")),
    ];
    let mut rows: Vec<Row> = view.parts.iter().map(|part| part_row(ctx, part)).collect();
    rows.extend(sum_row(ctx, view));
    html! {
        (dense(ctx.lang, &ctx.t("figures-parts"), &heads, &rows))
        (sections::note(&ctx.t("figures-parts-note")))
    }
}

fn part_row(ctx: &Ctx, part: &FigureRow) -> Row {
    Row::new(vec![
        Cell::title(html! { a href=(address(&part.figure)) { (what(ctx, part)) } }),
        Cell::new(full_value(ctx, part)),
        Cell::new(badge::qualifier(ctx.lang, part.figure.qualifier)),
        Cell::new(class(ctx, part.figure.money_class)),
    ])
}

/// What the parts in the unit and class of the whole come to. Others are not added.
fn sum_row(ctx: &Ctx, view: &FigureView) -> Option<Row> {
    let whole = &view.row.figure;
    let alike = |part: &&FigureRow| {
        part.figure.unit == whole.unit && part.figure.money_class == whole.money_class && part.figure.tier_label.is_none()
    };
    let values: Vec<Option<Decimal>> = view.parts.iter().filter(alike).map(|part| part.figure.value).collect();
    if values.len() < 2 {
        return None;
    }
    let sum = values.into_iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value?));
    let shown = html! {
        @match sum { Some(sum) => b { (figure_full(ctx.lang, sum, whole.unit.as_deref())) }, None => (not_stated(ctx.lang)) }
    };
    let dash = || Cell::new(html! {});
    let row = Row::new(vec![Cell::title(html! { b { (ctx.t("figures-parts-sum")) } }), Cell::new(shown), dash(), dash()]);
    Some(row.mark(Mark::None))
}
