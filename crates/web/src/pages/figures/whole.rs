//! The figure among others: the whole that it is a part of, and its own parts, with what they come to.

use super::parts::{address, class, full_value, what};
use crate::ui::check::{CheckRow, check_row};
use crate::ui::figure::{figure_full, source_link};
use crate::ui::table::{Cell, Column, Row, dense};
use crate::ui::{Ctx, badge, section as sections};
use maud::{Markup, html};
use samesky_app::figures::{FigureRow, FigureView};
use samesky_model::reading::Rule;
use samesky_model::record::{CheckRecord, Figure};

pub(super) fn section(ctx: &Ctx, view: &FigureView) -> Markup {
    let there = view.whole.is_some() || !view.parts.is_empty() || view.checks.iter().any(|check| adds_up(check.rule));
    let body = html! {
        @if let Some(whole) = &view.whole { p { (ctx.t("figures-part-of")) " " (link(ctx, whole)) } }
        @if !view.parts.is_empty() { (parts(ctx, view)) }
        @for check in view.checks.iter().filter(|check| adds_up(check.rule)) { (row(ctx, check)) }
    };
    super::list::section_of("whole", &ctx.t("figures-whole-and-parts"), &html! {}, there.then_some(body))
}

/// Checks of a whole and its parts stand beside them; what the parts come to is never added up anywhere else.
pub(super) const fn adds_up(rule: Rule) -> bool {
    matches!(rule, Rule::Sum | Rule::Count | Rule::PartOf)
}

/// A check with the way to each of its words.
pub(super) fn row(ctx: &Ctx, check: &CheckRecord) -> Markup {
    check_row(ctx.lang, &CheckRow::of(check, |term| Some(format!("/claims/{}", term.claim))))
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
    let rows: Vec<Row> = view.parts.iter().map(|part| part_row(ctx, part)).collect();
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
