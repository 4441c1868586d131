//! The list of projects.

use super::money;
use crate::pages::events::{industries, place, words};
use crate::pages::figures::parts::{event_link, year_name};
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::{address, filled, word};
use crate::pages::records::{names, state};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::{Choice, Field};
use crate::ui::table::{Cell, Column, Row};
use crate::ui::{Ctx, Icon, badge, figure, icon, list, table};
use axum::extract::{Query, State};
use maud::{Markup, html};
use samesky_app::ledger::ProjectFilter;
use samesky_app::lists::{EventChoices, ProjectRow};
use samesky_app::{Page, PageOf};
use samesky_model::record::Stage;
use serde::Deserialize;

/// The address of the list.
pub(super) const LIST: &str = "/projects";

/// The questions as they stand in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    q: Option<String>,
    stage: Option<String>,
    year: Option<String>,
    event: Option<String>,
    state: Option<String>,
    after: Option<String>,
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let session = state.session(&officer);
    let page = Page { after: filled(asked.after.as_ref()), limit: 50 };
    let found = state.app().project_rows(&session, &asked.filter(), &page).await?;
    let choices = state.app().event_choices(&session).await?;
    Ok(page_of(&ctx, &asked, &found, &choices))
}

impl Asked {
    fn filter(&self) -> ProjectFilter {
        ProjectFilter {
            text_contains: filled(self.q.as_ref()),
            event: word(self.event.as_ref()),
            stage: word(self.stage.as_ref()),
            year: word(self.year.as_ref()),
            state: state::asked(self.state.as_ref()),
        }
    }

    fn is_filtered(&self) -> bool {
        let all = [&self.q, &self.stage, &self.year, &self.event, &self.state];
        all.into_iter().any(|one| filled(one.as_ref()).is_some())
    }

    fn at(&self, cursor: &str) -> String {
        let own = |value: &Option<String>| value.clone().unwrap_or_default();
        let all = [
            ("q", own(&self.q)),
            ("stage", own(&self.stage)),
            ("year", own(&self.year)),
            ("event", own(&self.event)),
            ("state", own(&self.state)),
            ("after", cursor.to_owned()),
        ];
        address(LIST, &all.each_ref().map(|(name, value)| (*name, value.as_str())))
    }
}

fn page_of(ctx: &Ctx, asked: &Asked, found: &PageOf<ProjectRow>, choices: &EventChoices) -> Markup {
    let body = html! {
        (filters(ctx, asked, choices))
        @if found.items.is_empty() { (nothing(ctx, asked)) } @else { (table_of(ctx, asked, found)) }
    };
    Layout::new(ctx, ctx.t("nav-projects"))
        .nav(Nav::Projects)
        .by(html! { (ctx.t("projects-by")) " · " (ctx.t("not-added")) })
        .actions(html! {
            button class="btn small" type="button" data-print hidden { (icon(Icon::Print)) (ctx.t("do-print")) }
        })
        .landscape()
        .render(&body)
}

fn filters(ctx: &Ctx, asked: &Asked, choices: &EventChoices) -> Markup {
    let any = || std::iter::once(Choice::new("", ctx.t("show-all")));
    let stages: Vec<_> =
        any().chain(Stage::ALL.iter().map(|stage| Choice::new(stage.as_str(), ctx.name(*stage)))).collect();
    let years: Vec<_> = any()
        .chain(choices.years.iter().map(|year| Choice::new(year.to_string(), year_name(ctx.lang, *year))))
        .collect();
    let labels = ["projects-words", "column-stage", "projects-year"].map(|key| ctx.t(key));
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    html! {
        form.filters action=(LIST) {
            @if let Some(event) = &asked.event { input type="hidden" name="event" value=(event); }
            (Field::new("q", &labels[0]).value(&value(&asked.q)).grow().search())
            (Field::new("stage", &labels[1]).value(&value(&asked.stage)).select(&stages))
            (Field::new("year", &labels[2]).value(&value(&asked.year)).select(&years))
            (state::field(ctx, asked.state.as_ref()))
            (control::submit(Button::Plain, None, &ctx.t("do-filter")))
            @if asked.is_filtered() { (control::link(Button::Quiet, LIST, None, &ctx.t("do-clear"))) }
        }
    }
}

fn nothing(ctx: &Ctx, asked: &Asked) -> Markup {
    if asked.is_filtered() {
        return list::empty(&ctx.t("nothing-found"), &ctx.t("nothing-found-hint"), None);
    }
    let action = control::link(Button::Primary, "/announcements", None, &ctx.t("nav-announcements"));
    list::empty(&ctx.t("projects-empty"), &ctx.t("records-empty-hint"), Some(action))
}

fn table_of(ctx: &Ctx, asked: &Asked, found: &PageOf<ProjectRow>) -> Markup {
    let columns = [
        Column::new(ctx.t("column-project")),
        Column::new(ctx.t("nav-organisations")),
        Column::new(ctx.t("column-place")),
        Column::new(ctx.t("column-event")),
        Column::new(ctx.t("column-stage")),
        Column::new(ctx.t("facet-industry")),
        Column::new(ctx.t("nav-figures")),
        Column::number(ctx.t("records-sources")),
    ];
    let caption = ctx.t_with("projects-count", &[("count", found.total.into())]);
    let rows: Vec<_> = found.items.iter().map(|row| row_of(ctx, row)).collect();
    let to = |cursor: &Option<String>| cursor.as_deref().map(|cursor| asked.at(cursor));
    html! {
        (table::table(ctx.lang, &caption, &columns, &rows))
        (list::pager_cursor(ctx.lang, &caption, to(&found.previous).as_deref(), to(&found.next).as_deref()))
    }
}

fn row_of(ctx: &Ctx, row: &ProjectRow) -> Row {
    let project = &row.project;
    let tag = project.names.first().and_then(|name| name.language.as_deref());
    let (href, unnamed) = (format!("/projects/{}", project.id), ctx.t("figures-unnamed-project"));
    Row::new(vec![
        Cell::title(html! {
            (names::linked(ctx, &href, &project.names, &unnamed)) (badge::record_state(ctx.lang, project.state))
        }),
        Cell::wide(words(ctx, &project.organisations, tag)),
        Cell::new(place(ctx, project.place.as_ref(), tag)),
        Cell::wide(match &row.event {
            Some(event) => event_link(ctx, event),
            None => figure::not_stated(ctx.lang),
        }),
        Cell::new(match project.stage {
            Some(stage) => badge::stage(ctx.lang, stage),
            None => figure::not_stated(ctx.lang),
        }),
        Cell::new(industries(ctx, &project.industries)),
        Cell::wide(money::lines(ctx, &row.figures)),
        Cell::new(html! { (row.sources) }),
    ])
}
