//! The audit: who changed what, when and why.

use super::caller::Caller;
use super::page::{List, PageParams};
use super::problem::Problem;
use super::query::{Listing, Query};
use super::scalar::Instant;
use super::words::{ActorKind, RecordKind};
use crate::audit_file::{self, Format};
use axum::Json;
use axum::response::Response;
use samesky_app::audit::AuditFilter;
use samesky_model::record;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// One change.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AuditRecord {
    /// Its identifier, in the order of time.
    id: Uuid,
    /// Its number within the team, from 1.
    sequence: Option<i64>,
    /// Who, by name.
    by: String,
    /// What kind of somebody: an account, a token, whoever sat at the machine, the program; unknown of changes of before this
    /// was kept.
    actor: ActorKind,
    /// The account, or the one on whose behalf a token worked.
    account: Option<Uuid>,
    /// The token.
    token: Option<Uuid>,
    /// From which network address; for those who may see it, until it has expired.
    address: Option<String>,
    /// With which program; for those who may see it, until it has expired.
    agent: Option<String>,
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
    /// The digest of the change before it in the team.
    previous: Option<String>,
    /// Its own digest.
    digest: Option<String>,
}

impl AuditRecord {
    /// What the columns of a table of changes are called.
    pub(crate) const HEADS: [&'static str; 17] = [
        "id",
        "sequence",
        "at",
        "by",
        "actor",
        "account",
        "token",
        "address",
        "agent",
        "action",
        "record_kind",
        "record",
        "before",
        "after",
        "why",
        "previous",
        "digest",
    ];

    /// The cells of its row.
    pub(crate) fn cells(self) -> [String; 17] {
        let id = |id: Option<Uuid>| id.map(|id| id.to_string()).unwrap_or_default();
        let state = |state: Option<serde_json::Value>| state.map(|state| state.to_string()).unwrap_or_default();
        [
            self.id.to_string(),
            self.sequence.map(|number| number.to_string()).unwrap_or_default(),
            self.at.0.to_string(),
            self.by,
            self.actor.0.to_string(),
            id(self.account),
            id(self.token),
            self.address.unwrap_or_default(),
            self.agent.unwrap_or_default(),
            self.action,
            self.record_kind.0.to_string(),
            self.record.to_string(),
            state(self.before),
            state(self.after),
            self.why.unwrap_or_default(),
            self.previous.unwrap_or_default(),
            self.digest.unwrap_or_default(),
        ]
    }
}

impl From<record::AuditRecord> for AuditRecord {
    fn from(kept: record::AuditRecord) -> Self {
        let (sequence, previous, digest) = match kept.link {
            Some(link) => (Some(link.sequence), Some(link.previous), Some(link.digest)),
            None => (None, None, None),
        };
        Self {
            sequence,
            previous,
            digest,
            actor: kept.actor.kind.into(),
            account: kept.actor.account.map(|id| id.0),
            token: kept.actor.token.map(|id| id.0),
            address: kept.origin.address,
            agent: kept.origin.agent,
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

/// How a file is written, and which changes are in it.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(super) struct ExportQuery {
    /// `csv` for spreadsheets, `jsonl` for one JSON object a line, each as in the list; `jsonl` without it.
    #[param(example = "csv")]
    format: Option<String>,
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

/// Export changes
///
/// All that the filter lets through, newest first, in one file.
#[utoipa::path(
    get, path = "/audit/export", tag = "audit", params(ExportQuery),
    responses((
        status = OK, description = "The file.",
        content((String = "application/x-ndjson"), (String = "text/csv"))
    ))
)]
pub(super) async fn export_changes(caller: Caller, Query(asked): Query<ExportQuery>) -> Result<Response, Problem> {
    let ExportQuery { format, record, record_kind, action, by, account, token, address, from, to } = asked;
    let word = format.unwrap_or_else(|| "jsonl".to_owned());
    let unknown = |()| super::body::not_expected("format", format!("“{word}” is no format; expected csv or jsonl"));
    let format: Format = word.parse().map_err(unknown)?;
    let filter = AuditQuery { record, record_kind, action, by, account, token, address, from, to }.into();
    Ok(audit_file::file(caller.app(), caller.session.clone(), filter, format).await?)
}

/// The end of a chain.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditHead {
    /// The team.
    team: Uuid,
    /// The number of its latest change; 0 without any.
    sequence: i64,
    /// The digest of it; 64 zeros without any.
    digest: String,
}

/// The end of a team's chain at one moment. Kept elsewhere, it shows later whether changes were cut off.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct AuditHeads {
    /// `samesky`.
    product: String,
    /// When it was taken.
    at: Instant,
    /// The end, of the one team.
    heads: Vec<AuditHead>,
}

/// Get the end of the chain
///
/// In the form that `samesky admin audit verify --head` reads.
#[utoipa::path(
    get, path = "/audit/head", tag = "audit",
    responses((status = OK, description = "The end of the team's chain.", body = AuditHeads))
)]
pub(super) async fn get_audit_head(caller: Caller) -> Result<Json<AuditHeads>, Problem> {
    let found = caller.app().audit_head(&caller.session).await?;
    let head = |head: record::AuditHead| AuditHead { team: head.team.0, sequence: head.sequence, digest: head.digest };
    let heads = found.heads.into_iter().map(head).collect();
    Ok(Json(AuditHeads { product: found.product, at: found.at.into(), heads }))
}
