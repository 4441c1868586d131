//! Announcements, their texts and their originals.

mod list;
pub(crate) mod original;
mod row;
pub(crate) mod text;

pub use list::{list, neighbours, tally};
pub(crate) use row::{Column, Entity};

use crate::rows::{self, among, changed, found, in_order};
use crate::{Db, Sight, StoreError, Tx, claim};
use samesky_model::{
    date::PartialDate,
    id::{AnnouncementId, ImportId, TeamId},
    reading::Verdict,
    record::{Announcement, AnnouncementState, AnnouncementText, ClaimState, Scope, Shareable},
};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use uuid::Uuid;

/// Which announcements, in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnouncementFilter {
    /// How far they have come.
    pub state: Option<AnnouncementState>,
    /// BCP 47 tag of the main language.
    pub language: Option<String>,
    /// The publisher, whole.
    pub publisher: Option<String>,
    /// Words in title, publisher or text; case does not matter, `%` and `_` are themselves.
    pub text_contains: Option<String>,
    /// At least one check came to this.
    pub verdict: Option<Verdict>,
    /// The import that brought them.
    pub import: Option<ImportId>,
    /// Published on this date or later; a month or a year means its beginning.
    pub published_from: Option<PartialDate>,
    /// Published on this date or earlier; a month or a year means its end.
    pub published_to: Option<PartialDate>,
    /// Whose.
    pub scope: Scope,
    /// By what they are ordered.
    pub sort: AnnouncementSort,
    /// Newest, or last of the alphabet, first.
    pub descending: bool,
}

/// By what announcements are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AnnouncementSort {
    /// When they were brought.
    #[default]
    Imported,
    /// When they were published; those without a date come before all others.
    Published,
    /// By title, in the order of code points.
    Title,
}

impl Default for AnnouncementFilter {
    /// All, newest import first.
    fn default() -> Self {
        Self {
            state: None,
            language: None,
            publisher: None,
            text_contains: None,
            verdict: None,
            import: None,
            published_from: None,
            published_to: None,
            scope: Scope::Own,
            sort: AnnouncementSort::Imported,
            descending: true,
        }
    }
}

/// How many announcements have come how far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AnnouncementTally {
    /// No claim decided.
    pub new: i64,
    /// Some decided.
    pub in_review: i64,
    /// All decided.
    pub reviewed: i64,
}

/// Adds an announcement with its text and its original bytes.
///
/// # Errors
/// When the database fails; the same bytes twice in one team are refused.
pub async fn insert(
    tx: &Tx,
    announcement: &Announcement,
    text: &AnnouncementText,
    original: &[u8],
) -> Result<(), StoreError> {
    let (team, id) = (announcement.team, announcement.id);
    rows::insert::<Entity, _>(tx, vec![row::Model::of(announcement)?]).await?;
    rows::insert::<text::Entity, _>(tx, vec![text::Model::of(team, id, text)?]).await?;
    let original = original::Model { announcement_id: id.0, team_id: team.0, bytes: original.to_vec() };
    rows::insert::<original::Entity, _>(tx, vec![original]).await
}

/// The announcement with these bytes.
///
/// # Errors
/// When the database fails.
pub async fn find_by_hash(db: &dyn Db, team: TeamId, sha256: &str) -> Result<Option<AnnouncementId>, StoreError> {
    let found: Option<Uuid> = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::Sha256.eq(sha256))
        .into_tuple()
        .one(&db.connection())
        .await?;
    Ok(found.map(AnnouncementId))
}

/// One announcement without its text.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, sight: impl Into<Sight>, id: AnnouncementId) -> Result<Announcement, StoreError> {
    row_of(db, sight.into(), id).await?.read()
}

/// The text of an announcement.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn text(db: &dyn Db, team: TeamId, id: AnnouncementId) -> Result<AnnouncementText, StoreError> {
    let row = text::Entity::find_by_id(id.0).filter(text::Column::TeamId.eq(team.0)).one(&db.connection()).await?;
    found(row, "announcement", id.0)?.read()
}

/// The bytes as they came.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn original(db: &dyn Db, team: TeamId, id: AnnouncementId) -> Result<Vec<u8>, StoreError> {
    let row =
        original::Entity::find_by_id(id.0).filter(original::Column::TeamId.eq(team.0)).one(&db.connection()).await?;
    Ok(found(row, "announcement", id.0)?.bytes)
}

/// Several announcements without texts, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn summaries(db: &dyn Db, team: TeamId, ids: &[AnnouncementId]) -> Result<Vec<Announcement>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let rows = among(db, Entity::find().filter(Column::TeamId.eq(team.0)), Column::Id, &keys).await?;
    let found = rows.into_iter().map(row::Model::read).collect::<Result<Vec<_>, _>>()?;
    Ok(in_order(ids, found, |announcement| announcement.id))
}

/// Writes where an announcement is from: source address, publisher, date of publication and language as they stand in
/// `after`; nothing else of it is written. The version becomes one more than the expected one.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Conflict`], or when the database fails.
pub async fn update_source(tx: &Tx, after: &Announcement, expected_version: i64) -> Result<(), StoreError> {
    let row = row::Model::of(after)?;
    let done = Entity::update_many()
        .col_expr(Column::Version, Expr::val(expected_version + 1))
        .col_expr(Column::SourceAddress, Expr::val(row.source_address))
        .col_expr(Column::Publisher, Expr::val(row.publisher))
        .col_expr(Column::PublishedKey, Expr::val(row.published_key))
        .col_expr(Column::PublishedBasis, Expr::val(row.published_basis))
        .col_expr(Column::Language, Expr::val(row.language))
        .col_expr(Column::Folded, Expr::val(row.folded))
        .filter(Column::Id.eq(row.id))
        .filter(Column::TeamId.eq(row.team_id))
        .filter(Column::Version.eq(expected_version))
        .exec(&tx.connection())
        .await?;
    if done.rows_affected > 0 {
        return Ok(());
    }
    let there = row_of(tx, after.team.into(), after.id).await?.version;
    changed("announcement", after.id.0, expected_version, there)
}

/// Counts the claims again and derives the state. The version stays: nobody changed the announcement.
///
/// # Errors
/// When the database fails.
pub async fn refresh_state(tx: &Tx, id: AnnouncementId) -> Result<(), StoreError> {
    let states: Vec<(String, i64)> = claim::Entity::find()
        .select_only()
        .column(claim::Column::State)
        .column_as(claim::Column::Id.count(), "rows")
        .filter(claim::Column::AnnouncementId.eq(id.0))
        .group_by(claim::Column::State)
        .into_tuple()
        .all(&tx.connection())
        .await?;
    let claims: i64 = states.iter().map(|(_, count)| count).sum();
    let pending = states.iter().find(|(state, _)| state == ClaimState::Pending.as_str()).map_or(0, |found| found.1);
    Entity::update_many()
        .col_expr(Column::Claims, Expr::val(claims))
        .col_expr(Column::Pending, Expr::val(pending))
        .col_expr(Column::State, Expr::val(state(claims, pending).as_str()))
        .filter(Column::Id.eq(id.0))
        .exec(&tx.connection())
        .await?;
    Ok(())
}

const fn state(claims: i64, pending: i64) -> AnnouncementState {
    if claims == pending {
        AnnouncementState::New
    } else if pending == 0 {
        AnnouncementState::Reviewed
    } else {
        AnnouncementState::InReview
    }
}

async fn row_of(db: &dyn Db, sight: Sight, id: AnnouncementId) -> Result<row::Model, StoreError> {
    let seen = sight.records(Shareable::Announcement, (Column::TeamId, Column::Id));
    let row = Entity::find_by_id(id.0).filter(seen).one(&db.connection()).await?;
    found(row, "announcement", id.0)
}
