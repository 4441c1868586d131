//! Projects of the ledger.

pub(crate) mod key;
mod row;

pub use crate::claim::{source_counts, sources};
pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows::{self, among, changed, found, in_order};
use crate::{Db, Page, PageOf, Sight, StoreError, Tx, column, dialect, event};
use samesky_model::{
    id::{EventId, ProjectId, TeamId},
    record::{ProjectRecord, RecordState, Scope, Shareable, Stage},
};
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, Select, Set,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Which projects.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProjectFilter {
    /// Words in a name, an organisation or the place; case does not matter.
    pub text_contains: Option<String>,
    /// Signed or begun at this event.
    pub event: Option<EventId>,
    /// This far.
    pub stage: Option<Stage>,
    /// Signed or begun at an event of this year.
    pub year: Option<i16>,
    /// Whether still resting on a claim.
    pub state: Option<RecordState>,
    /// Whose.
    pub scope: Scope,
}

/// Adds a record.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, record: &ProjectRecord) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(record)?]).await
}

/// Writes a record if nobody changed it meanwhile. Its version becomes one more than the expected one, whatever
/// `record.version` says.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Conflict`], or when the database fails.
pub async fn update(tx: &Tx, record: &ProjectRecord, expected_version: i64) -> Result<(), StoreError> {
    let mut row = row::Model::of(record)?.into_active_model().reset_all();
    row.version = Set(expected_version + 1);
    let done = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(record.id.0))
        .filter(Column::TeamId.eq(record.team.0))
        .filter(Column::Version.eq(expected_version))
        .exec(&tx.connection())
        .await?;
    if done.rows_affected == 0 {
        let there = get(tx, record.team, record.id).await?.version;
        return changed("project", record.id.0, expected_version, there);
    }
    Ok(())
}

/// One record.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, sight: impl Into<Sight>, id: ProjectId) -> Result<ProjectRecord, StoreError> {
    let row = seen_by(sight.into()).filter(Column::Id.eq(id.0)).one(&db.connection()).await?;
    found(row, "project", id.0)?.read()
}

/// The active projects that were signed or begun at this event.
///
/// # Errors
/// When the database fails.
pub async fn of_event(db: &dyn Db, team: TeamId, event: EventId) -> Result<Vec<ProjectRecord>, StoreError> {
    let rows = of_team(team)
        .filter(Column::EventId.eq(event.0))
        .filter(Column::State.eq(RecordState::Active.as_str()))
        .order_by_asc(Column::Id);
    read(rows.all(&db.connection()).await?)
}

/// The active projects that name an organisation by one of these names, exactly as written.
///
/// # Errors
/// When the database fails.
pub async fn naming(db: &dyn Db, team: TeamId, names: &[String]) -> Result<Vec<ProjectRecord>, StoreError> {
    let backend = db.connection().get_database_backend();
    let any = names
        .iter()
        .fold(Condition::any(), |any, name| any.add(dialect::contains(backend, Column::Folded, &column::folded(name))));
    let rows =
        of_team(team).filter(any).filter(Column::State.eq(RecordState::Active.as_str())).order_by_asc(Column::Id);
    let found = if names.is_empty() { Vec::new() } else { read(rows.all(&db.connection()).await?)? };
    Ok(found.into_iter().filter(|project| names.iter().any(|name| project.organisations.contains(name))).collect())
}

/// Several records, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, team: TeamId, ids: &[ProjectId]) -> Result<Vec<ProjectRecord>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let found = read(among(db, of_team(team), Column::Id, &keys).await?)?;
    Ok(in_order(ids, found, |record| record.id))
}

/// Records, newest first.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &ProjectFilter,
    page: &Page,
) -> Result<PageOf<ProjectRecord>, StoreError> {
    let sight = Sight::of(team, filter.scope);
    let rows = seen_by(sight).filter(condition(db.connection().get_database_backend(), sight, filter));
    let order = ListOrder {
        name: "project",
        key: Expr::col(Column::CreatedAt.as_column_ref()),
        id: Expr::col(Column::Id.as_column_ref()),
        descending: true,
    };
    page::read(db, rows, &order, page, |row| (Key::Number(row.created_at), row.id)).await?.try_map(row::Model::read)
}

/// The records that have one of these normalised names as a key, active ones first.
///
/// # Errors
/// When the database fails.
pub async fn by_names(db: &dyn Db, team: TeamId, keys: &[String]) -> Result<Vec<ProjectRecord>, StoreError> {
    let with_key = Query::select()
        .column(key::Column::ProjectId)
        .from(key::Entity)
        .and_where(key::Column::TeamId.eq(team.0))
        .and_where(key::Column::Key.is_in(keys.iter().map(|key| column::text(key))))
        .to_owned();
    let rows =
        of_team(team).filter(Column::Id.in_subquery(with_key)).order_by_asc(Column::State).order_by_asc(Column::Id);
    read(rows.all(&db.connection()).await?)
}

/// Writes the normalised names by which a record is found; those set before are dropped.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn set_keys(tx: &Tx, id: ProjectId, keys: &[String]) -> Result<(), StoreError> {
    let row = found(Entity::find_by_id(id.0).one(&tx.connection()).await?, "project", id.0)?;
    key::Entity::delete_many().filter(key::Column::ProjectId.eq(id.0)).exec(&tx.connection()).await?;
    let keys: BTreeSet<String> = keys.iter().map(|key| column::text(key)).collect();
    let keys = keys.into_iter().map(|key| key::Model { project_id: id.0, key, team_id: row.team_id });
    rows::insert::<key::Entity, _>(tx, keys.collect()).await
}

fn condition(backend: DbBackend, sight: Sight, filter: &ProjectFilter) -> Condition {
    let contains = |words: &str| dialect::contains(backend, Column::Folded, &column::folded(words));
    Condition::all()
        .add_option(filter.text_contains.as_deref().map(contains))
        .add_option(filter.event.map(|event| {
            let seen = sight.beside(Shareable::Event, Column::TeamId, event.0);
            Condition::all().add(Column::EventId.eq(event.0)).add(seen)
        }))
        .add_option(filter.stage.map(|stage| Column::Stage.eq(stage.as_str())))
        .add_option(filter.year.map(|year| in_year(sight, year)))
        .add_option(filter.state.map(|state| Column::State.eq(state.as_str())))
}

/// Only events that are seen themselves say when.
fn in_year(sight: Sight, year: i16) -> Expr {
    let events = Query::select()
        .column(event::Column::Id)
        .from(event::Entity)
        .and_where(event::Column::Year.eq(year))
        .cond_where(sight.records(Shareable::Event, (event::Column::TeamId, event::Column::Id)))
        .to_owned();
    Column::EventId.in_subquery(events)
}

fn of_team(team: TeamId) -> Select<Entity> {
    seen_by(team.into())
}

fn seen_by(sight: Sight) -> Select<Entity> {
    Entity::find().filter(sight.records(Shareable::Project, (Column::TeamId, Column::Id)))
}

fn read(rows: Vec<row::Model>) -> Result<Vec<ProjectRecord>, StoreError> {
    rows.into_iter().map(row::Model::read).collect()
}
