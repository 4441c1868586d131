//! The list of projects.

use super::money;
use crate::pages::events::{industries, place, words};
use crate::pages::figures::parts::{event_link, year_name};
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::{address, filled, word};
use crate::pages::records::{listing, names, state};
use crate::pages::sharing::{scope_field, shared_by};
use crate::state::{Officer, WebState};
use crate::ui::control::{self};
use crate::ui::form::{Choice, Field};
use crate::ui::table::{Cell, Column, Row};
use crate::ui::{Ctx, badge, figure};
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
    scope: Option<String>,
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
            scope: word(self.scope.as_ref()).unwrap_or_default(),
        }
    }

    fn is_filtered(&self) -> bool {
        let all = [&self.q, &self.stage, &self.year, &self.event, &self.state, &self.scope];
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
            ("scope", own(&self.scope)),
            ("after", cursor.to_owned()),
        ];
        address(LIST, &all.each_ref().map(|(name, value)| (*name, value.as_str())))
    }
}

fn page_of(ctx: &Ctx, asked: &Asked, found: &PageOf<ProjectRow>, choices: &EventChoices) -> Markup {
    let body = html! {
        (filters(ctx, asked, choices))
        @if found.items.is_empty() { (listing::no_records(ctx, asked.is_filtered(), "projects-empty")) } @else { (table_of(ctx, asked, found)) }
    };
    Layout::new(ctx, ctx.t("nav-projects"))
        .nav(Nav::Projects)
        .by(html! { (ctx.t("projects-by")) " · " (ctx.t("not-added")) })
        .actions(control::print(&ctx.t("do-print")))
        .landscape()
        .render(&body)
}

fn filters(ctx: &Ctx, asked: &Asked, choices: &EventChoices) -> Markup {
    let stages = listing::any_of(ctx, Stage::ALL);
    let year = |year: &i16| Choice::new(year.to_string(), year_name(ctx.lang, *year));
    let years = listing::any(ctx, choices.years.iter().map(year));
    let labels = ["projects-words", "column-stage", "projects-year"].map(|key| ctx.t(key));
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    html! {
        form.filters action=(LIST) {
            @if let Some(event) = &asked.event { input type="hidden" name="event" value=(event); }
            (Field::new("q", &labels[0]).value(&value(&asked.q)).grow().search())
            (Field::new("stage", &labels[1]).value(&value(&asked.stage)).select(&stages))
            (Field::new("year", &labels[2]).value(&value(&asked.year)).select(&years))
            (state::field(ctx, asked.state.as_ref()))
            (scope_field(ctx, asked.scope.as_ref()))
            (listing::buttons(ctx, LIST, asked.is_filtered()))
        }
    }
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
    listing::table_of(ctx, "projects-count", &columns, found, |row| row_of(ctx, row), |cursor| asked.at(cursor))
}

fn row_of(ctx: &Ctx, row: &ProjectRow) -> Row {
    let project = &row.project;
    let tag = project.names.first().and_then(|name| name.language.as_deref());
    let (href, unnamed) = (format!("/projects/{}", project.id), ctx.t("figures-unnamed-project"));
    Row::new(vec![
        Cell::title(html! {
            (names::linked(ctx, &href, &project.names, &unnamed)) (badge::record_state(ctx.lang, project.state))
            (shared_by(ctx, row.owner.as_ref()))
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
