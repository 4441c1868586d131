//! The audit: who changed what, when and why.

use super::caller::Caller;
use super::page::{List, PageParams};
use super::problem::Problem;
use super::query::Listing;
use super::scalar::Instant;
use super::words::RecordKind;
use axum::response::Response;
use samesky_app::audit::AuditFilter;
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// One change.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditRecord {
    /// Its identifier, in the order of time.
    id: Uuid,
    /// Who.
    by: String,
    /// When.
    at: Instant,
    /// What was done.
    #[schema(example = "claim.accept")]
    action: String,
    /// What kind of record.
    record_kind: RecordKind,
    /// Which record.
    record: Uuid,
    /// The record before, where it was there: as the audit keeps it, which is no contract.
    #[schema(value_type = Option<Object>)]
    before: Option<serde_json::Value>,
    /// The record after, where it still is: as the audit keeps it, which is no contract.
    #[schema(value_type = Option<Object>)]
    after: Option<serde_json::Value>,
    /// Why, where asked.
    why: Option<String>,
}

impl From<record::AuditRecord> for AuditRecord {
    fn from(kept: record::AuditRecord) -> Self {
        Self {
            id: kept.id.0,
            by: kept.stamp.by,
            at: kept.stamp.at.into(),
            action: kept.action,
            record_kind: kept.record_kind.into(),
            record: kept.record,
            before: kept.before,
            after: kept.after,
            why: kept.why,
        }
    }
}

/// Which changes.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct AuditQuery {
    /// Of this record.
    record: Option<Uuid>,
    /// Of records of this kind.
    record_kind: Option<RecordKind>,
    /// Whose action begins so: `claim.`
    action: Option<String>,
    /// By somebody of this name.
    by: Option<String>,
    /// By this account, or by a program on its behalf.
    account: Option<Uuid>,
    /// By this token.
    token: Option<Uuid>,
    /// From this network address; for those who may see it.
    address: Option<String>,
    /// At this instant or later.
    from: Option<Instant>,
    /// Before this instant.
    to: Option<Instant>,
}

impl From<AuditQuery> for AuditFilter {
    fn from(query: AuditQuery) -> Self {
        Self {
            record: query.record,
            record_kind: query.record_kind.map(|kind| kind.0),
            action_prefix: query.action,
            by: query.by,
            account: query.account.map(Into::into),
            token: query.token.map(Into::into),
            address: query.address,
            from: query.from.map(|instant| instant.0),
            to: query.to.map(|instant| instant.0),
        }
    }
}

/// List changes
///
/// Newest first. Records of the audit are only ever added.
#[utoipa::path(
    get, path = "/audit", tag = "audit", params(PageParams, AuditQuery),
    responses((status = OK, description = "One page of changes.", body = List<AuditRecord>))
)]
pub(super) async fn list_changes(caller: Caller, listing: Listing<AuditQuery>) -> Result<Response, Problem> {
    let found = caller.app().audit(&caller.session, &listing.filter.into(), &listing.paging.page).await?;
    Ok(listing.paging.answer::<_, AuditRecord>(found))
}
