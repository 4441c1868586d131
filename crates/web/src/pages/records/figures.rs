//! The figures of one record: those that hold, one line each, class by class and never added.

use crate::pages::figures::parts::{address, class, full_value, period, source, what};
use crate::ui::table::{Cell, Column, Mark, Row, table};
use crate::ui::{Ctx, Icon, badge, section};
use maud::{Markup, html};
use samesky_app::figures::FigureRow;
use samesky_model::reading::MoneyClass;
use samesky_model::record::FigureState;

/// Sources that are named in a row; more of them are counted.
const NAMED: usize = 2;

/// Both sections: figures on which sources differ, then the others. They take the whole width of a page.
pub(in crate::pages) fn sections(ctx: &Ctx, rows: &[FigureRow]) -> Markup {
    let contested: Vec<_> = rows.iter().filter(|row| row.figure.state == FigureState::Contested).collect();
    let settled: Vec<_> = rows.iter().filter(|row| row.figure.state != FigureState::Contested).collect();
    html! {
        div class="stack numbers" {
            @if !contested.is_empty() { (super::compare::section(ctx, &contested)) }
            @if !settled.is_empty() || contested.is_empty() { (holding(ctx, &settled)) }
        }
    }
}

fn holding(ctx: &Ctx, rows: &[&FigureRow]) -> Markup {
    let note = html! { span class="note" { (ctx.t("not-added")) } };
    let body = html! {
        @if rows.is_empty() { p.note { (ctx.t("records-no-figures")) } } @else { (table_of(ctx, rows)) }
    };
    section::section("figures", &ctx.t("nav-figures"), &note, &body)
}

fn table_of(ctx: &Ctx, rows: &[&FigureRow]) -> Markup {
    let columns = [
        Column::new(ctx.t("column-what")),
        Column::number(ctx.t("column-value")),
        Column::new(ctx.t("column-qualifier")),
        Column::new(ctx.t("column-class")),
        Column::new(ctx.t("column-period")),
        Column::new(ctx.t("column-source")),
        Column::new(ctx.t("records-counted")),
    ];
    let body: Vec<_> = ordered(rows).into_iter().map(|(row, is_part)| body_row(ctx, row, is_part)).collect();
    table(ctx.lang, &ctx.t_with("records-figures-count", &[("count", rows.len().into())]), &columns, &body)
}

/// Class by class, greatest first as they came; a part stands below its whole.
fn ordered<'a>(rows: &[&'a FigureRow]) -> Vec<(&'a FigureRow, bool)> {
    let has_whole =
        |row: &FigureRow| row.figure.part_of.is_some_and(|whole| rows.iter().any(|other| other.figure.id == whole));
    let mut wholes: Vec<_> = rows.iter().copied().filter(|row| !has_whole(row)).collect();
    wholes.sort_by_key(|row| rank(row.figure.money_class));
    let mut found = Vec::new();
    for whole in wholes {
        found.push((whole, false));
        let parts = rows.iter().copied().filter(|row| row.figure.part_of == Some(whole.figure.id));
        found.extend(parts.map(|part| (part, true)));
    }
    let deep = rows.iter().copied().filter(|row| !found.iter().any(|(known, _)| known.figure.id == row.figure.id));
    let deep: Vec<_> = deep.map(|row| (row, true)).collect();
    found.extend(deep);
    found
}

/// Counts first, then money by how real it is.
fn rank(class: MoneyClass) -> usize {
    if class == MoneyClass::None {
        return 0;
    }
    MoneyClass::ALL.iter().position(|known| *known == class).map_or(usize::MAX, |place| place + 1)
}

fn body_row(ctx: &Ctx, row: &FigureRow, is_part: bool) -> Row {
    let figure = &row.figure;
    let cells = vec![
        Cell::title(html! { a.title href=(address(figure)) { (what(ctx, row)) } }),
        Cell::new(full_value(ctx, row)),
        Cell::new(badge::qualifier(ctx.lang, figure.qualifier)),
        Cell::new(class(ctx, figure.money_class)),
        Cell::new(html! { (period(ctx, figure)) span class="xs mute block" { (ctx.name(figure.status)) } }),
        Cell::wide(sources(ctx, row)),
        Cell::wide(badge::counting(ctx.lang, figure.counting)),
    ];
    Row::new(cells).mark(if is_part { Mark::Sub } else { Mark::None })
}

fn sources(ctx: &Ctx, row: &FigureRow) -> Markup {
    let rest = row.entries.len().saturating_sub(NAMED);
    html! {
        @if row.figure.state == FigureState::Agreed {
            (badge::badge(badge::Look::Ok, Icon::Equal, &ctx.t_with("figures-agreed", &[("count", row.figure.announcements.into())])))
        }
        @for entry in row.entries.iter().take(NAMED) { span.block { (source(ctx, entry)) } }
        @if rest > 0 {
            a class="xs block" href=(address(&row.figure)) { (ctx.t_with("figures-more-sources", &[("count", rest.into())])) }
        }
    }
}
