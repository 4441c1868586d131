//! Entries of the ledger. They are only ever added; a correction is a new one.

use super::announcement::Source;
use super::body::Body;
use super::caller::Caller;
use super::claim::{Claim, made};
use super::claim_document::FigureClaim;
use super::etag::{Known, tagged};
use super::page::{List, PageParams};
use super::parts::Stamp;
use super::problem::{Document, Problem};
use super::query::{Id, Listing};
use super::words::{EntryKind, Measure, MoneyClass};
use axum::response::Response;
use samesky_app::figures::{EntryFilter, EntryRow as Row};
use samesky_model::id::{AnnouncementId, EntryId, EventId, FigureId};
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// What one announcement states, as an officer took it.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Entry {
    /// Its identifier.
    id: Uuid,
    /// The claim it rests on.
    claim: Uuid,
    /// The announcement that states it.
    announcement: Uuid,
    /// Why it was made.
    kind: EntryKind,
    /// The entry it replaces or takes back.
    replaces: Option<Uuid>,
    /// The figure as taken, with its words.
    figure: FigureClaim,
    /// Who entered it, and when.
    entered: Stamp,
    /// Why, for corrections and withdrawals.
    why: Option<String>,
}

impl From<record::FigureEntry> for Entry {
    fn from(kept: record::FigureEntry) -> Self {
        Self {
            id: kept.id.0,
            claim: kept.claim.0,
            announcement: kept.announcement.0,
            kind: kept.kind.into(),
            replaces: kept.replaces.map(|id| id.0),
            figure: FigureClaim::without_remarks(kept.figure),
            entered: kept.entered.into(),
            why: kept.why,
        }
    }
}

/// An entry with the announcement whose words it is.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct EntryRow {
    #[serde(flatten)]
    entry: Entry,
    /// The announcement.
    source: Source,
}

impl From<Row> for EntryRow {
    fn from(row: Row) -> Self {
        Self { entry: row.entry.into(), source: row.announcement.into() }
    }
}

/// Which entries.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryQuery {
    /// Those a figure is made of now.
    figure: Option<Uuid>,
    /// Of this announcement.
    announcement: Option<Uuid>,
    /// Of figures that belong to this event.
    event: Option<Uuid>,
    /// Of this measure.
    measure: Option<Measure>,
    /// Of this class.
    money_class: Option<MoneyClass>,
    /// In this unit.
    unit: Option<String>,
    /// With those that were replaced or taken back, and the withdrawals themselves.
    #[serde(default, deserialize_with = "super::scalar::parsed")]
    include_replaced: Option<bool>,
}

impl From<EntryQuery> for EntryFilter {
    fn from(query: EntryQuery) -> Self {
        Self {
            figure: query.figure.map(FigureId),
            announcement: query.announcement.map(AnnouncementId),
            event: query.event.map(EventId),
            measure: query.measure.map(|measure| measure.0),
            money_class: query.money_class.map(|class| class.0),
            unit: query.unit,
            include_replaced: query.include_replaced.unwrap_or(false),
        }
    }
}

/// A correction of an entry.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewCorrection {
    /// The figure as it should stand.
    figure: FigureClaim,
    /// Why.
    #[schema(example = "the announcement was corrected on the next day")]
    why: String,
}

/// List entries
///
/// Newest first, each with its source.
#[utoipa::path(
    get, path = "/entries", tag = "entries", params(PageParams, EntryQuery),
    responses((status = OK, description = "One page of entries.", body = List<EntryRow>))
)]
pub(super) async fn list_entries(caller: Caller, listing: Listing<EntryQuery>) -> Result<Response, Problem> {
    let found = caller.app().entries(&caller.session, &listing.filter.into(), &listing.paging.page).await?;
    Ok(listing.paging.answer::<_, EntryRow>(found))
}

/// Get an entry
///
/// With its source.
#[utoipa::path(
    get, path = "/entries/{id}", tag = "entries", params(("id" = Uuid, Path, description = "The entry.")),
    responses((status = OK, description = "The entry.", body = EntryRow, headers(("ETag" = String, description = "For If-None-Match."))))
)]
pub(super) async fn get_entry(caller: Caller, Id(id): Id<EntryId>, known: Known) -> Result<Response, Problem> {
    let row = caller.app().entry(&caller.session, id).await?;
    Ok(tagged(&known, 0, EntryRow::from(row)))
}

/// Correct an entry
///
/// The claim it rests on is corrected, and a new entry takes its place. The old one stays.
#[utoipa::path(
    post, path = "/entries/{id}/corrections", tag = "entries", params(("id" = Uuid, Path, description = "The entry.")),
    request_body = NewCorrection,
    responses(
        (status = CREATED, description = "The claim as it stands now.", body = Claim, headers(("Location" = String, description = "The claim's address."), ("ETag" = String, description = "Its version, for If-Match."))),
        (status = CONFLICT, description = "The entry was replaced or taken back already.", body = Document, content_type = "application/problem+json")
    )
)]
pub(super) async fn correct_entry(
    caller: Caller,
    Id(id): Id<EntryId>,
    Body(new): Body<NewCorrection>,
) -> Result<Response, Problem> {
    Ok(made(caller.app().correct_entry(&caller.session, id, new.figure.into(), new.why).await?))
}
