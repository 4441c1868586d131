//! Checks over figures, with the arithmetic.

use super::announcement::Source;
use super::caller::Caller;
use super::page::{List, PageParams};
use super::parts::{Named, Remark, Term, many};
use super::problem::Problem;
use super::query::Listing;
use super::scalar::Exact;
use super::words::{Rule, Verdict};
use axum::response::Response;
use samesky_app::checks::{CheckFilter, CheckRow as Row, CheckTally as Tally};
use samesky_model::id::{AnnouncementId, EventId};
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// A rule over figures with what it came to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Check {
    /// Its identifier. A check is made again whenever a figure of it changes, and then has another.
    id: Uuid,
    /// The announcement whose figures are compared; for `across` the one of the total.
    announcement: Uuid,
    /// The event of the ledger, where known.
    event: Option<Uuid>,
    /// What was compared.
    rule: Rule,
    /// What it came to.
    verdict: Verdict,
    /// The figure checked.
    total: Term,
    /// The figures it was checked against.
    parts: Vec<Term>,
    /// Total less the sum of the parts, in the total's unit.
    difference: Option<Exact>,
    /// What must be known to judge it.
    remark: Option<Remark>,
}

impl From<record::CheckRecord> for Check {
    fn from(kept: record::CheckRecord) -> Self {
        Self {
            id: kept.id.0,
            announcement: kept.announcement.0,
            event: kept.event.map(|event| event.0),
            rule: kept.rule.into(),
            verdict: kept.verdict.into(),
            total: kept.total.into(),
            parts: many(kept.parts),
            difference: kept.difference.map(Exact),
            remark: kept.remark.map(Remark::from),
        }
    }
}

/// A check with what its figures come from.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CheckRow {
    #[serde(flatten)]
    check: Check,
    /// The announcements that its figures come from, the one of the total first.
    sources: Vec<Source>,
    /// The names of the event, where known.
    of_event: Option<Named>,
}

impl From<Row> for CheckRow {
    fn from(row: Row) -> Self {
        Self { check: row.check.into(), sources: many(row.announcements), of_event: row.event.map(Named::from) }
    }
}

/// How many checks came to what.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CheckTally {
    /// Do not hold.
    contradicted: i64,
    /// Cannot be told.
    unknown: i64,
    /// Hold within the qualifiers.
    consistent: i64,
    /// Hold exactly.
    reconciled: i64,
}

impl From<Tally> for CheckTally {
    fn from(Tally { contradicted, unknown, consistent, reconciled }: Tally) -> Self {
        Self { contradicted, unknown, consistent, reconciled }
    }
}

/// Which checks.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckQuery {
    /// Of figures of this announcement.
    announcement: Option<Uuid>,
    /// Of figures of this event.
    event: Option<Uuid>,
    /// That came to this.
    verdict: Option<Verdict>,
    /// Of this rule.
    rule: Option<Rule>,
}

impl From<CheckQuery> for CheckFilter {
    fn from(query: CheckQuery) -> Self {
        Self {
            announcement: query.announcement.map(AnnouncementId),
            event: query.event.map(EventId),
            verdict: query.verdict.map(|verdict| verdict.0),
            rule: query.rule.map(|rule| rule.0),
        }
    }
}

/// List checks
///
/// Contradicted first, then those that cannot be told, consistent and reconciled ones.
#[utoipa::path(
    get, path = "/checks", tag = "checks", params(PageParams, CheckQuery),
    responses((status = OK, description = "One page of checks.", body = List<CheckRow>))
)]
pub(super) async fn list_checks(caller: Caller, listing: Listing<CheckQuery>) -> Result<Response, Problem> {
    let found = caller.app().checks(&caller.session, &listing.filter.into(), &listing.paging.page).await?;
    Ok(listing.paging.answer::<_, CheckRow>(found))
}
