//! The list of figures.

use super::filter;
use super::parts::{class, event_link, full_value, period, project_link, source};
use super::totals::totals;
use super::wanted::{Asked, Wanted};
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::sharing::shared_by;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::table::{Cell, Column, Mark, Order, Row, table};
use crate::ui::{Ctx, Icon, badge, figure, list, section};
use axum::extract::{Query, State};
use maud::{Markup, html};
use samesky_app::figures::{FigureOrder, FigureRow, FigureSort, Total};
use samesky_app::{Page, PageOf};
use samesky_model::record::FigureState;

/// Rows of one page.
const ROWS: u64 = 50;

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let (session, wanted) = (state.session(&officer), asked.read()?);
    let page = Page { after: wanted.after.clone(), limit: ROWS };
    let found = state.app().figures(&session, &wanted.filter, &wanted.sort, &page).await?;
    let totals = state.app().totals(&session, &wanted.filter).await?;
    Ok(render(&ctx, &wanted, &found, &totals))
}

pub(super) fn render(ctx: &Ctx, wanted: &Wanted, found: &PageOf<FigureRow>, sums: &[Total]) -> Markup {
    let body = html! {
        (filter::form(ctx, wanted, &found.items))
        (totals(ctx, wanted, sums))
        @if found.items.is_empty() {
            (nothing(ctx, wanted))
        } @else {
            (table(ctx.lang, &ctx.t_with("figures-caption", &[("count", found.total.into())]), &columns(ctx, wanted), &rows(ctx, found)))
            (pager(ctx, wanted, found))
        }
    };
    Layout::new(ctx, ctx.t("nav-figures"))
        .nav(Nav::Figures)
        .by(html! { (ctx.t("figures-by")) })
        .actions(actions(ctx, wanted, found.total))
        .landscape()
        .render(&body)
}

fn actions(ctx: &Ctx, wanted: &Wanted, total: i64) -> Markup {
    let whole = Wanted { after: None, ..wanted.clone() };
    html! {
        @if total > 0 {
            @for (path, format) in [("/figures/export.xlsx", "XLSX"), ("/figures/export.csv", "CSV")] {
                (control::link(Button::Small, &whole.address_of(path), Some(Icon::Download), &ctx.t_with("do-download", &[("format", format.into())])))
            }
        }
        (control::print(&ctx.t("do-print")))
    }
}

fn columns(ctx: &Ctx, wanted: &Wanted) -> Vec<Column> {
    let order = |by: FigureOrder| {
        let here = (wanted.sort.by == by).then_some(wanted.sort.descending);
        let sort = FigureSort { by, descending: here != Some(true) };
        let shown = here.map(|down| if down { Order::Descending } else { Order::Ascending });
        (wanted.sorted(sort).address(), shown)
    };
    let sorted = |column: Column, by| {
        let (href, shown) = order(by);
        column.sorted(href, shown)
    };
    vec![
        Column::new(ctx.t("column-what")),
        sorted(Column::number(ctx.t("column-value")), FigureOrder::Value),
        Column::new(ctx.t("column-qualifier")),
        Column::new(ctx.t("column-class")),
        sorted(Column::new(ctx.t("column-period")), FigureOrder::Year),
        Column::new(ctx.t("figures-column-of")),
        sorted(Column::new(ctx.t("column-source")), FigureOrder::Announcements),
        Column::new(ctx.t("figures-column-counting")),
    ]
}

fn rows(ctx: &Ctx, found: &PageOf<FigureRow>) -> Vec<Row> {
    found.items.iter().map(|row| table_row(ctx, row)).collect()
}

fn table_row(ctx: &Ctx, row: &FigureRow) -> Row {
    let figure = &row.figure;
    let contested = figure.state == FigureState::Contested;
    let cells = vec![
        Cell::title(html! {
            a.measure href=(super::parts::address(figure)) { (ctx.name(figure.measure)) }
            @if let Some(subject) = &figure.subject { span class="xs mute block" lang=[super::parts::language(row)] { bdi { (subject) } } }
            (shared_by(ctx, row.owner.as_ref()))
        }),
        Cell::new(full_value(ctx, row)),
        Cell::new(badge::qualifier(ctx.lang, figure.qualifier)),
        Cell::new(class(ctx, figure.money_class)),
        Cell::new(
            html! { (period(ctx, figure)) span class="xs mute block" { (ctx.name(figure.status)) (flow(ctx, row)) } },
        ),
        Cell::wide(belongs(ctx, row)),
        Cell::wide(sources(ctx, row)),
        Cell::wide(badge::counting(ctx.lang, figure.counting)),
    ];
    Row::new(cells).mark(if contested { Mark::Bad } else { Mark::None })
}

fn flow(ctx: &Ctx, row: &FigureRow) -> Markup {
    html! { @if let Some(flow) = row.figure.flow { " · " (ctx.name(flow)) } }
}

/// The event, the project, or both; an organisation as its source writes it.
pub(super) fn belongs(ctx: &Ctx, row: &FigureRow) -> Markup {
    let written = row.entries.iter().find_map(|entry| entry.entry.figure.organisation.as_deref());
    html! {
        @if let Some(event) = &row.event { span.block { (event_link(ctx, event)) } }
        @if let Some(project) = &row.project { span.block { (project_link(ctx, project)) } }
        @match (row.figure.organisation, written) {
            (Some(id), Some(name)) => span.block { a href={ "/organisations/" (id) } lang=[super::parts::language(row)] { (name) } },
            (None, Some(name)) => span class="block mute" lang=[super::parts::language(row)] { (name) },
            (_, None) => { @if row.event.is_none() && row.project.is_none() { (figure::not_stated(ctx.lang)) } },
        }
    }
}

fn sources(ctx: &Ctx, row: &FigureRow) -> Markup {
    html! {
        (state(ctx, row))
        @for entry in row.entries.iter().take(3) { span.block { (source(ctx, entry)) } }
        @if row.entries.len() > 3 {
            a class="xs block" href=(super::parts::address(&row.figure)) {
                (ctx.t_with("figures-more-sources", &[("count", (row.entries.len() - 3).into())]))
            }
        }
    }
}

/// How many speak of it, and whether they agree; nothing is said of the usual single source.
fn state(ctx: &Ctx, row: &FigureRow) -> Markup {
    html! {
        @match row.figure.state {
            FigureState::Single => {},
            FigureState::Agreed => {
                (badge::badge(badge::Look::Ok, Icon::Equal, &ctx.t_with("figures-agreed", &[("count", row.figure.announcements.into())])))
            },
            FigureState::Contested => (badge::figure_state(ctx.lang, FigureState::Contested)),
        }
    }
}

fn pager(ctx: &Ctx, wanted: &Wanted, found: &PageOf<FigureRow>) -> Markup {
    let at = |cursor: &Option<String>| {
        cursor.as_ref().map(|after| Wanted { after: Some(after.clone()), ..wanted.clone() }.address())
    };
    let said = ctx.t_with("figures-shown", &[("shown", found.items.len().into()), ("total", found.total.into())]);
    list::pager_cursor(ctx.lang, &said, at(&found.previous).as_deref(), at(&found.next).as_deref())
}

fn nothing(ctx: &Ctx, wanted: &Wanted) -> Markup {
    if wanted.filters().is_empty() {
        let import = control::link(Button::Primary, "/imports", Some(Icon::Upload), &ctx.t("overview-import"));
        let review = control::link(Button::Plain, "/announcements", None, &ctx.t("nav-announcements"));
        let both = html! { div class="row center" { (import) (review) } };
        return list::empty(&ctx.t("figures-none"), &ctx.t("figures-none-text"), Some(both));
    }
    let clear = control::link(Button::Plain, super::wanted::LIST, None, &ctx.t("do-clear"));
    list::empty(&ctx.t("nothing-found"), &ctx.t("nothing-found-hint"), Some(clear))
}

/// A section with a table, or nothing where there is nothing.
pub(super) fn section_of(id: &str, title: &str, aside: &Markup, body: Option<Markup>) -> Markup {
    html! { @if let Some(body) = body { (section::section(id, title, aside, &body)) } }
}
