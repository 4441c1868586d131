//! What is published: an address for each record that was ever asked to be published, and its editions.

pub mod edition;
mod row;

pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows::{self, changed, found};
use crate::{Db, Page, PageOf, StoreError, Tx, column, dialect};
use samesky_model::{
    id::{PublicationId, TeamId},
    record::{Content, Facts, Publication, RecordRef, Shareable},
};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, QueryFilter,
    Set,
};

/// Which publications.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublicationFilter {
    /// Of this team.
    pub team: Option<TeamId>,
    /// Of records of this kind.
    pub kind: Option<Shareable>,
    /// Words of what everybody sees; case does not matter.
    pub text_contains: Option<String>,
    /// Whether everybody sees it (or it was withdrawn).
    pub standing: Option<Standing>,
}

/// Whether something is seen under an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Everybody sees an edition.
    Public,
    /// It was withdrawn.
    Withdrawn,
}

/// Adds an address.
///
/// # Errors
/// When the record has one already, or the database fails.
pub async fn insert(tx: &Tx, publication: &Publication) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(publication, String::new())]).await
}

/// Writes what is seen under an address, if nobody changed it meanwhile. Its version becomes one more than the expected
/// one. The words of the content are those that searching finds it by.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Conflict`], or when the database fails.
pub async fn update(
    tx: &Tx,
    publication: &Publication,
    seen: Option<&Content>,
    expected_version: i64,
) -> Result<(), StoreError> {
    let mut row = row::Model::of(publication, seen.map(searchable).unwrap_or_default()).into_active_model().reset_all();
    row.version = Set(expected_version + 1);
    let done = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(publication.id.0))
        .filter(Column::Version.eq(expected_version))
        .exec(&tx.connection())
        .await?;
    if done.rows_affected > 0 {
        return Ok(());
    }
    let there = get(tx, publication.id).await?.version;
    changed("publication", publication.id.0, expected_version, there)
}

/// One address, of whatever team: the caller asks whether it may be seen.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, id: PublicationId) -> Result<Publication, StoreError> {
    found(Entity::find_by_id(id.0).one(&db.connection()).await?, "publication", id.0)?.read()
}

/// The address of a record, where it has one.
///
/// # Errors
/// When the database fails.
pub async fn of_record(db: &dyn Db, team: TeamId, record: RecordRef) -> Result<Option<Publication>, StoreError> {
    let rows = Entity::find()
        .filter(Column::TeamId.eq(team.0))
        .filter(Column::Kind.eq(record.kind.as_str()))
        .filter(Column::RecordId.eq(record.id));
    rows.one(&db.connection()).await?.map(row::Model::read).transpose()
}

/// Publications, the last changed first.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(db: &dyn Db, filter: &PublicationFilter, page: &Page) -> Result<PageOf<Publication>, StoreError> {
    let order = ListOrder {
        name: "publication",
        key: Expr::col(Column::ChangedAt.as_column_ref()),
        id: Expr::col(Column::Id.as_column_ref()),
        descending: true,
    };
    let rows = Entity::find().filter(condition(db.connection().get_database_backend(), filter));
    page::read(db, rows, &order, page, |row| (Key::Number(row.changed_at), row.id)).await?.try_map(row::Model::read)
}

fn condition(backend: DbBackend, filter: &PublicationFilter) -> Condition {
    let contains = |words: &str| dialect::contains(backend, Column::Folded, &column::folded(words));
    Condition::all()
        .add_option(filter.team.map(|team| Column::TeamId.eq(team.0)))
        .add_option(filter.kind.map(|kind| Column::Kind.eq(kind.as_str())))
        .add_option(filter.text_contains.as_deref().map(contains))
        .add_option(filter.standing.map(|standing| match standing {
            Standing::Public => Column::Edition.is_not_null(),
            Standing::Withdrawn => Column::WithdrawnAt.is_not_null(),
        }))
}

fn searchable(content: &Content) -> String {
    let mut words: Vec<&str> = content.names.iter().map(|name| name.text.as_str()).collect();
    match &content.facts {
        Facts::Announcement { parties } => words.extend(parties.iter().map(String::as_str)),
        Facts::Event { places, zone, .. } => words.extend(places.iter().map(String::as_str).chain(zone.as_deref())),
        Facts::Organisation { places, .. } => words.extend(places.iter().map(String::as_str)),
        Facts::Project { organisations, place, .. } => {
            words.extend(organisations.iter().map(String::as_str).chain(place.as_deref()));
        }
    }
    column::folded(&words.join("\n"))
}
