//! The team whose records these are.

use super::caller::Caller;
use super::problem::Problem;
use super::scalar::Instant;
use super::words::TeamKind;
use axum::Json;
use samesky_model::record;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// An owner of records.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Team {
    /// Its identifier.
    id: Uuid,
    /// The team above it.
    parent: Option<Uuid>,
    /// Its names.
    names: TeamNames,
    /// What kind of team.
    kind: TeamKind,
    /// Where it is, as written.
    place: Option<String>,
    /// When it was made.
    created_at: Instant,
}

/// A name in each language of the interface; an empty one is not known.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct TeamNames {
    /// 简体中文.
    #[serde(rename = "zh-Hans")]
    zh_hans: String,
    /// 日本語.
    ja: String,
    /// English.
    en: String,
    /// ไทย.
    th: String,
}

impl From<record::TeamNames> for TeamNames {
    fn from(record::TeamNames { zh_hans, ja, en, th }: record::TeamNames) -> Self {
        Self { zh_hans, ja, en, th }
    }
}

impl From<record::Team> for Team {
    fn from(kept: record::Team) -> Self {
        Self {
            id: kept.id.0,
            parent: kept.parent.map(|id| id.0),
            names: kept.names.into(),
            kind: kept.kind.into(),
            place: kept.place,
            created_at: kept.created_at.into(),
        }
    }
}

/// Get the team
///
/// The one whose records the session, or the token, is for.
#[utoipa::path(get, path = "/team", tag = "team", responses((status = OK, description = "The team.", body = Team)))]
pub(super) async fn get_team(caller: Caller) -> Result<Json<Team>, Problem> {
    Ok(Json(caller.app().team(&caller.session).await?.into()))
}
