//! The overview: what the ledger comes to, and what does not hold.

use super::caller::Caller;
use super::check::{CheckRow, CheckTally};
use super::figure::{FigureRow, Total};
use super::parts::{Facet, many};
use super::problem::Problem;
use super::query::Query;
use super::scalar::Exact;
use super::words::{Measure, MoneyClass};
use axum::Json;
use samesky_app::announcements::AnnouncementTally as Tally;
use samesky_app::figures;
use samesky_app::overview;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// What the ledger comes to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Overview {
    /// The year looked at; nothing for all years beside one another.
    year: Option<i16>,
    /// The years for which there are figures, latest first.
    years: Vec<i16>,
    /// Money: one sum for each class, measure, currency and year.
    money: Vec<Total>,
    /// Counts of projects, agreements and companies: one sum for each measure, unit and year.
    counts: Vec<Total>,
    /// How many checks came out how.
    checks: CheckTally,
    /// The checks that need looking at most.
    open_checks: Vec<CheckRow>,
    /// Figures whose sources differ: the first few.
    contested: Vec<FigureRow>,
    /// How many figures are contested in all.
    contested_total: i64,
    /// Money by party.
    parties: Vec<FacetTotal>,
    /// Money by cooperation zone or park.
    zones: Vec<FacetTotal>,
    /// Money by event.
    events: Vec<FacetTotal>,
    /// Money by industry.
    industries: Vec<FacetTotal>,
    /// Money by year, whatever year is looked at.
    by_year: Vec<Total>,
    /// How far the announcements have come.
    announcements: AnnouncementTally,
}

impl From<overview::Overview> for Overview {
    fn from(seen: overview::Overview) -> Self {
        Self {
            year: seen.year,
            years: seen.years,
            money: many(seen.money),
            counts: many(seen.counts),
            checks: seen.checks.into(),
            open_checks: many(seen.open_checks),
            contested: many(seen.contested),
            contested_total: seen.contested_total,
            parties: many(seen.parties),
            zones: many(seen.zones),
            events: many(seen.events),
            industries: many(seen.industries),
            by_year: many(seen.by_year),
            announcements: seen.announcements.into(),
        }
    }
}

/// A sum over figures that share a facet: one class, one measure, one unit.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct FacetTotal {
    /// The facet.
    facet: Facet,
    /// Which money.
    money_class: MoneyClass,
    /// What is measured.
    measure: Measure,
    /// The unit.
    #[schema(example = "CNY")]
    unit: Option<String>,
    /// The sum, in units.
    sum: Exact,
    /// Number of figures added.
    figures: i64,
}

impl From<figures::FacetTotal> for FacetTotal {
    fn from(total: figures::FacetTotal) -> Self {
        let figures::FacetTotal { facet, money_class, measure, unit, sum, figures } = total;
        Self {
            facet: facet.into(),
            money_class: money_class.into(),
            measure: measure.into(),
            unit,
            sum: sum.into(),
            figures,
        }
    }
}

/// How many announcements have come how far.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AnnouncementTally {
    /// No claim decided.
    new: i64,
    /// Some decided.
    in_review: i64,
    /// All decided.
    reviewed: i64,
}

impl From<Tally> for AnnouncementTally {
    fn from(Tally { new, in_review, reviewed }: Tally) -> Self {
        Self { new, in_review, reviewed }
    }
}

/// Which year.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct OverviewQuery {
    /// The year looked at; without one, all years beside one another.
    #[serde(default, deserialize_with = "super::scalar::year")]
    #[param(minimum = 1, maximum = 9999)]
    year: Option<i16>,
}

/// Get the overview
///
/// Totals by money class, never across classes or currencies; by party, zone, event and industry; what is open.
#[utoipa::path(
    get, path = "/overview", tag = "overview", params(OverviewQuery),
    responses((status = OK, description = "The overview.", body = Overview))
)]
pub(super) async fn get_overview(
    caller: Caller,
    Query(query): Query<OverviewQuery>,
) -> Result<Json<Overview>, Problem> {
    Ok(Json(caller.app().overview(&caller.session, query.year).await?.into()))
}
