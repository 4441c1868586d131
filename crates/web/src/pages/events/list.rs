//! The list of events.

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
use crate::ui::{Ctx, badge, figure, time};
use axum::extract::{Query, State};
use maud::{Markup, html};
use samesky_app::ledger::EventFilter;
use samesky_app::lists::{EventChoices, EventRow, at_place};
use samesky_app::places::each_once;
use samesky_app::{Page, PageOf};
use samesky_model::reading::EventType;
use serde::Deserialize;

/// The address of the list.
pub(super) const LIST: &str = "/events";

/// The questions as they stand in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    q: Option<String>,
    kind: Option<String>,
    year: Option<String>,
    place: Option<String>,
    zone: Option<String>,
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
    let found = state.app().event_rows(&session, &asked.filter(), &page).await?;
    let choices = state.app().event_choices(&session).await?;
    Ok(page_of(&ctx, &asked, &found, &choices))
}

impl Asked {
    fn filter(&self) -> EventFilter {
        let filter = EventFilter {
            text_contains: filled(self.q.as_ref()),
            kind: word(self.kind.as_ref()),
            year: word(self.year.as_ref()),
            zone: filled(self.zone.as_ref()),
            state: state::asked(self.state.as_ref()),
            scope: word(self.scope.as_ref()).unwrap_or_default(),
            ..EventFilter::default()
        };
        match filled(self.place.as_ref()) {
            Some(place) => at_place(filter, &place),
            None => filter,
        }
    }

    fn is_filtered(&self) -> bool {
        let all = [&self.q, &self.kind, &self.year, &self.place, &self.zone, &self.state, &self.scope];
        all.into_iter().any(|one| filled(one.as_ref()).is_some())
    }

    fn at(&self, cursor: &str) -> String {
        let own = |value: &Option<String>| value.clone().unwrap_or_default();
        let all = [
            ("q", own(&self.q)),
            ("kind", own(&self.kind)),
            ("year", own(&self.year)),
            ("place", own(&self.place)),
            ("zone", own(&self.zone)),
            ("state", own(&self.state)),
            ("scope", own(&self.scope)),
            ("after", cursor.to_owned()),
        ];
        address(LIST, &all.each_ref().map(|(name, value)| (*name, value.as_str())))
    }
}

fn page_of(ctx: &Ctx, asked: &Asked, found: &PageOf<EventRow>, choices: &EventChoices) -> Markup {
    let body = html! {
        (filters(ctx, asked, choices))
        @if found.items.is_empty() { (listing::no_records(ctx, asked.is_filtered(), "events-empty")) } @else { (table_of(ctx, asked, found)) }
    };
    Layout::new(ctx, ctx.t("nav-events"))
        .nav(Nav::Events)
        .by(html! { (ctx.t("events-by")) })
        .actions(control::print(&ctx.t("do-print")))
        .landscape()
        .render(&body)
}

fn filters(ctx: &Ctx, asked: &Asked, choices: &EventChoices) -> Markup {
    let kinds = listing::any_of(ctx, EventType::ALL);
    let year = |year: &i16| Choice::new(year.to_string(), year_name(ctx.lang, *year));
    let years = listing::any(ctx, choices.years.iter().map(year));
    let zones = listing::any(ctx, choices.zones.iter().map(|zone| Choice::new(zone, zone)));
    let labels = ["events-words", "column-kind", "facet-year", "column-place", "facet-zone"].map(|key| ctx.t(key));
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    html! {
        form.filters action=(LIST) {
            (Field::new("q", &labels[0]).value(&value(&asked.q)).grow().search())
            (Field::new("kind", &labels[1]).value(&value(&asked.kind)).select(&kinds))
            (Field::new("year", &labels[2]).value(&value(&asked.year)).select(&years))
            (Field::new("place", &labels[3]).value(&value(&asked.place)).text())
            @if !choices.zones.is_empty() { (Field::new("zone", &labels[4]).value(&value(&asked.zone)).select(&zones)) }
            (state::field(ctx, asked.state.as_ref()))
            (scope_field(ctx, asked.scope.as_ref()))
            (listing::buttons(ctx, LIST, asked.is_filtered()))
        }
    }
}

fn table_of(ctx: &Ctx, asked: &Asked, found: &PageOf<EventRow>) -> Markup {
    let columns = [
        Column::new(ctx.t("column-date")),
        Column::new(ctx.t("column-name")),
        Column::new(ctx.t("column-kind")),
        Column::new(ctx.t("column-place")),
        Column::new(ctx.t("facet-party")),
        Column::new(ctx.t("facet-zone")),
        Column::number(ctx.t("records-sources")),
    ];
    listing::table_of(ctx, "events-count", &columns, found, |row| row_of(ctx, row), |cursor| asked.at(cursor))
}

fn row_of(ctx: &Ctx, row: &EventRow) -> Row {
    let event = &row.event;
    let tag = event.names.first().and_then(|name| name.language.as_deref());
    Row::new(vec![
        Cell::new(match event.date {
            Some(date) => time::day(ctx.lang, date),
            None => figure::not_stated(ctx.lang),
        }),
        Cell::title(html! {
            (names::linked(ctx, &format!("/events/{}", event.id), &event.names, &names::unnamed_event(ctx, event)))
            @if let Some(whole) = &row.whole {
                span class="xs mute block" { (ctx.t("events-part-of")) " " (event_link(ctx, whole)) }
            }
            (badge::record_state(ctx.lang, event.state))
            (shared_by(ctx, row.owner.as_ref()))
        }),
        Cell::new(html! { span.nw { (ctx.name(event.kind)) } }),
        Cell::new(places(ctx, &event.places, tag)),
        Cell::wide(places(ctx, &event.parties, tag)),
        Cell::wide(match &event.zone {
            Some(zone) => html! { bdi lang=[tag] { (zone) } },
            None => figure::dash(),
        }),
        Cell::new(html! { (row.sources) }),
    ])
}

/// Places and parties, each once: in the reader's language where it is known, else as the first source writes them.
pub(in crate::pages) fn places(ctx: &Ctx, list: &[String], tag: Option<&str>) -> Markup {
    let called = each_once(list, ctx.lang);
    let all_known = called.iter().all(|place| place.known);
    let names: Vec<String> = called.into_iter().map(|place| place.name).collect();
    words(ctx, &names, if all_known { None } else { tag })
}

/// One place, likewise.
pub(in crate::pages) fn place(ctx: &Ctx, place: Option<&String>, tag: Option<&str>) -> Markup {
    places(ctx, &place.cloned().into_iter().collect::<Vec<_>>(), tag)
}

/// Names in the language of the first source, a few of them.
pub(in crate::pages) fn words(ctx: &Ctx, list: &[String], tag: Option<&str>) -> Markup {
    const SHOWN: usize = 6;
    let shown: Vec<&String> = list.iter().take(SHOWN).collect();
    html! {
        @if list.is_empty() { (figure::not_stated(ctx.lang)) } @else {
            bdi lang=[tag] { (crate::lang::format::list(ctx.lang, &shown)) }
            @if list.len() > SHOWN {
                " " span class="xs mute" { (ctx.t_with("records-more", &[("count", (list.len() - SHOWN).into())])) }
            }
        }
    }
}
