//! The overview: the numbers of a year at one look, what does not hold, and the way from each number to its figures.

mod charts;
mod facets;
mod money;
mod open;
mod page;
mod start;
mod years;

use crate::pages::frame::Answer;
use crate::pages::query;
use crate::state::{Officer, WebState};
use crate::ui::Ctx;
use axum::Router;
use axum::extract::{Query, State};
use axum::routing::get;
use maud::Markup;
use samesky_app::figures::{FigureFilter, FigureSort, Total};
use samesky_app::ledger::EventFilter;
use samesky_app::{AppError, Page};
use samesky_model::reading::Measure;
use samesky_model::record::Counting;
use serde::Deserialize;

/// Events whose signed projects are drawn.
const EVENTS_DRAWN: u64 = 12;

/// Events of the year whose names are looked up at once.
const EVENTS_NAMED: u64 = 500;

/// The routes of the overview.
pub fn router() -> Router<WebState> {
    Router::new().route("/", get(show))
}

/// Which year is looked at: the latest for which money is counted where nothing is asked, `all` for all beside one another.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    year: Option<String>,
}

async fn show(State(state): State<WebState>, officer: Officer, ctx: Ctx, Query(asked): Query<Asked>) -> Answer<Markup> {
    let (app, session) = (state.app(), state.session(&officer));
    let year = match query::filled(asked.year.as_ref()).as_deref() {
        None => latest(&app.totals(&session, &FigureFilter::default()).await?),
        Some("all") => None,
        Some(year) => Some(year.parse().map_err(|_| AppError::invalid_value("year", "unknown-code", year))?),
    };
    let view = app.overview(&session, year).await?;
    let signed = FigureFilter {
        measure: Some(Measure::ProjectsSigned),
        counting: Some(Counting::Counted),
        year,
        ..FigureFilter::default()
    };
    let signed = app.figures(&session, &signed, &FigureSort::default(), &Page::first(EVENTS_DRAWN)).await?;
    let held = EventFilter { year, ..EventFilter::default() };
    let events = app.events(&session, &held, &Page::first(EVENTS_NAMED)).await?;
    Ok(page::page(&ctx, &view, (&signed.items, &events.items)))
}

fn latest(totals: &[Total]) -> Option<i16> {
    totals.iter().filter_map(|total| total.year).max()
}
