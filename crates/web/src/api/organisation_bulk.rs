//! One change of many organisations at once.

use super::body::Body;
use super::caller::Caller;
use super::organisation::Organisation;
use super::organisation_facts::{Fact, Industry};
use super::parts::many;
use super::problem::Problem;
use super::words::OrganisationKind;
use axum::Json;
use samesky_app::organisations::bulk;
use samesky_model::id::OrganisationId;
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A change of many organisations.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BulkChange {
    /// The organisations, as they were seen; 500 at most.
    organisations: Vec<SeenOrganisation>,
    /// What is done with the values of the field.
    #[schema(inline)]
    how: How,
    /// With which value of which field.
    value: BulkValue,
}

/// An organisation as it was seen.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SeenOrganisation {
    /// The organisation.
    id: Uuid,
    /// Its version.
    version: i64,
}

/// What is done with the values of a field.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum How {
    /// The value takes the place of all.
    Set,
    /// The value stands beside the others; where there can be only one, it takes its place.
    Add,
    /// The value is taken away, where it is there.
    TakeAway,
}

/// A value of a field that can be changed for many.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
enum BulkValue {
    /// What kind of organisation.
    Kind(OrganisationKind),
    /// Its country/region: ISO 3166-1, two letters.
    Country(String),
    /// A place.
    Place(String),
    /// An industry.
    Industry(Industry),
}

/// What a change comes to for one organisation.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BulkRow {
    /// The organisation as it is.
    organisation: Organisation,
    /// Whether anything changes.
    changes: bool,
    /// Its values of the field now.
    before: Vec<Fact>,
    /// Its values of the field after the change.
    after: Vec<Fact>,
}

/// What a change would come to.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct BulkPreview {
    /// One row for each organisation that is there.
    items: Vec<BulkRow>,
}

/// The organisations that were changed, with the versions they have now: what taking the change back asks for.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Changed {
    /// The organisations; 500 at most.
    organisations: Vec<SeenOrganisation>,
}

impl From<bulk::BulkRow> for BulkRow {
    fn from(row: bulk::BulkRow) -> Self {
        let changes = row.changes();
        Self { organisation: row.organisation.into(), changes, before: many(row.before), after: many(row.after) }
    }
}

impl BulkChange {
    fn seen(&self) -> Vec<(OrganisationId, i64)> {
        seen(&self.organisations)
    }

    fn change(self) -> bulk::BulkChange {
        bulk::BulkChange {
            how: match self.how {
                How::Set => bulk::BulkHow::Set,
                How::Add => bulk::BulkHow::Add,
                How::TakeAway => bulk::BulkHow::TakeAway,
            },
            fact: match self.value {
                BulkValue::Kind(kind) => record::Fact::Kind(kind.0),
                BulkValue::Country(code) => record::Fact::Country(code),
                BulkValue::Place(place) => record::Fact::Place(place),
                BulkValue::Industry(industry) => record::Fact::Industry(industry.into()),
            },
        }
    }
}

fn seen(organisations: &[SeenOrganisation]) -> Vec<(OrganisationId, i64)> {
    organisations.iter().map(|one| (OrganisationId(one.id), one.version)).collect()
}

/// Preview a change of many organisations
///
/// Says what the change would come to; nothing is changed. Organisations that are not there are left out.
#[utoipa::path(
    post, path = "/organisations/changes/preview", tag = "organisations", request_body = BulkChange,
    responses((status = OK, description = "What it comes to.", body = BulkPreview))
)]
pub(super) async fn preview_organisation_changes(
    caller: Caller,
    Body(said): Body<BulkChange>,
) -> Result<Json<BulkPreview>, Problem> {
    let ids: Vec<OrganisationId> = said.seen().into_iter().map(|(id, _)| id).collect();
    let rows = caller.app().preview_bulk(&caller.session, &ids, &said.change()).await?;
    Ok(Json(BulkPreview { items: many(rows) }))
}

/// Change many organisations
///
/// All of them or none: when one is not there or has another version, nothing is changed. Organisations that have the value already are left
/// as they are.
#[utoipa::path(
    post, path = "/organisations/changes", tag = "organisations", request_body = BulkChange,
    responses((status = OK, description = "What was changed.", body = Changed))
)]
pub(super) async fn change_organisations(
    caller: Caller,
    Body(said): Body<BulkChange>,
) -> Result<Json<Changed>, Problem> {
    let (seen, change) = (said.seen(), said.change());
    let changed = caller.app().change_organisations(&caller.session, &seen, &change).await?;
    let organisations = changed.into_iter().map(|(id, version)| SeenOrganisation { id: id.0, version }).collect();
    Ok(Json(Changed { organisations }))
}

/// Undo changes of organisations
///
/// Takes the latest change of each back: all of them or none.
#[utoipa::path(
    post, path = "/organisations/changes/undo", tag = "organisations", request_body = Changed,
    responses((status = NO_CONTENT, description = "They are as they were."))
)]
pub(super) async fn undo_organisation_changes(
    caller: Caller,
    Body(said): Body<Changed>,
) -> Result<axum::http::StatusCode, Problem> {
    caller.app().undo_organisation_changes(&caller.session, &seen(&said.organisations)).await?;
    Ok(axum::http::StatusCode::NO_CONTENT)
}
