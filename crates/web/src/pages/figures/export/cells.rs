//! One figure as a row of cells. Several sources stand in one cell, a line each, in the same order in every column, so
//! that a figure is one row and a sum over the column counts it once.

use super::super::parts::best_name;
use crate::lang::code::{Coded, name};
use crate::lang::{Lang, tr};
use samesky_app::figures::{EntryRow, FigureRow};
use samesky_model::Decimal;
use samesky_model::record::TeamNames;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// Words; never a formula, whatever they begin with.
    Text(String),
    /// A number, exact.
    Number(Decimal),
    /// Nothing.
    Empty,
}

/// A column: the message that heads it, its width in characters, its cell.
struct Column {
    head: &'static str,
    width: u16,
    cell: fn(Lang, &FigureRow) -> Cell,
}

const fn column(head: &'static str, width: u16, cell: fn(Lang, &FigureRow) -> Cell) -> Column {
    Column { head, width, cell }
}

const COLUMNS: [Column; 26] = [
    column("column-measure", 16, |lang, row| coded(lang, row.figure.measure)),
    column("column-subject", 24, |_, row| optional(row.figure.subject.as_deref())),
    column("column-value", 18, |_, row| row.figure.value.map_or(Cell::Empty, |value| Cell::Number(value.normalize()))),
    column("column-unit", 10, |_, row| optional(row.figure.unit.as_deref())),
    column("column-qualifier", 10, |lang, row| coded(lang, row.figure.qualifier)),
    column("column-class", 14, |lang, row| coded(lang, row.figure.money_class)),
    column("figures-column-tier", 12, |_, row| optional(row.figure.tier_label.as_deref())),
    column("column-status", 10, |lang, row| coded(lang, row.figure.status)),
    column("column-period", 20, |_, row| optional(row.figure.period.as_deref())),
    column("figures-flow", 10, |lang, row| row.figure.flow.map_or(Cell::Empty, |flow| coded(lang, flow))),
    column("facet-year", 8, |_, row| row.figure.year.map_or(Cell::Empty, |year| Cell::Number(year.into()))),
    column("column-event", 30, event),
    column("figures-column-event-date", 12, |_, row| date(row)),
    column("column-project", 24, project),
    column("column-organisation", 24, |_, row| each(row, |entry| entry.entry.figure.organisation.clone())),
    column("figures-column-state", 14, |lang, row| coded(lang, row.figure.state)),
    column("figures-column-counting", 22, |lang, row| coded(lang, row.figure.counting)),
    column("figures-column-stated", 18, |lang, row| each(row, |entry| Some(stated(lang, entry)))),
    column("figures-column-quote", 24, |_, row| each(row, |entry| Some(entry.entry.figure.quote.clone()))),
    column("column-publisher", 24, |_, row| each(row, |entry| entry.announcement.publisher.clone())),
    column("column-published", 12, |_, row| {
        each(row, |entry| entry.announcement.published.as_ref().map(|published| published.date.to_string()))
    }),
    column("figures-source-address", 36, |_, row| each(row, |entry| entry.announcement.source_address.clone())),
    column("figures-column-announcement", 38, |_, row| each(row, |entry| Some(entry.announcement.id.to_string()))),
    column("figures-column-claim", 38, |_, row| each(row, |entry| Some(entry.entry.claim.to_string()))),
    column("figures-column-id", 38, |_, row| Cell::Text(row.figure.id.to_string())),
    column("sharing-team", 24, |lang, row| optional(row.owner.as_ref().map(|team| team_name(lang, &team.names)))),
];

/// The heads of the columns, with their widths.
pub(super) fn heads(lang: Lang) -> Vec<(String, u16)> {
    COLUMNS.iter().map(|column| (tr(lang, column.head, &[]), column.width)).collect()
}

/// The cells of one figure.
pub(super) fn cells(lang: Lang, row: &FigureRow) -> Vec<Cell> {
    COLUMNS.iter().map(|column| (column.cell)(lang, row)).collect()
}

fn coded<C: Coded>(lang: Lang, value: C) -> Cell {
    Cell::Text(name(lang, value))
}

/// A team's name in the language, else in the first that it has one in.
fn team_name(lang: Lang, names: &TeamNames) -> &str {
    let TeamNames { zh_hans, ja, en, th } = names;
    let own = match lang {
        Lang::ZhHans => zh_hans,
        Lang::Ja => ja,
        Lang::En => en,
        Lang::Th => th,
    };
    [own, zh_hans, ja, en, th].into_iter().find(|name| !name.is_empty()).map_or("", String::as_str)
}

fn optional(text: Option<&str>) -> Cell {
    text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()))
}

fn event(lang: Lang, row: &FigureRow) -> Cell {
    let Some(event) = &row.event else { return Cell::Empty };
    Cell::Text(best_name(lang, &event.names).map_or_else(|| name(lang, event.kind), |name| name.text.clone()))
}

fn date(row: &FigureRow) -> Cell {
    let date = row.event.as_ref().and_then(|event| event.date);
    date.map_or(Cell::Empty, |date| Cell::Text(date.to_string()))
}

fn project(lang: Lang, row: &FigureRow) -> Cell {
    optional(row.project.as_ref().and_then(|project| best_name(lang, &project.names)).map(|name| name.text.as_str()))
}

/// What a source states, in digits: a range as `low..high`, the qualifier before it.
fn stated(lang: Lang, entry: &EntryRow) -> String {
    let claim = &entry.entry.figure;
    let number = match (claim.low, claim.high) {
        (Some(low), Some(high)) => format!("{}..{}", low.normalize(), high.normalize()),
        _ => claim.value.normalize().to_string(),
    };
    format!("{} {number}", name(lang, claim.qualifier))
}

/// A line for each source; an empty line where the source does not say.
fn each(row: &FigureRow, of: impl Fn(&EntryRow) -> Option<String>) -> Cell {
    let lines: Vec<Option<String>> = row.entries.iter().map(of).collect();
    if lines.iter().all(Option::is_none) {
        return Cell::Empty;
    }
    let lines: Vec<String> = lines.into_iter().map(|line| one_line(&line.unwrap_or_default())).collect();
    Cell::Text(lines.join("\n"))
}

/// A line break within a quote would shift the lines beside it.
fn one_line(text: &str) -> String {
    text.replace(['\r', '\n'], " ")
}
