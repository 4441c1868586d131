//! Events of the ledger.

mod choice;
pub(crate) mod place;
mod row;

pub use crate::claim::{source_counts, sources};
pub use choice::{years, zones};
pub(crate) use row::{Column, Entity};

use crate::page::{self, Key, ListOrder};
use crate::rows::{self, among, changed, found, in_order};
use crate::{Db, Page, PageOf, Sight, StoreError, Tx, column, dialect};
use samesky_model::{
    date::PartialDate,
    id::{EventId, TeamId},
    reading::EventType,
    record::{EventRecord, RecordState, Scope, Shareable},
};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, Select, Set,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Which events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventFilter {
    /// Words in a name, a place or the zone; case does not matter.
    pub text_contains: Option<String>,
    /// Of this kind.
    pub kind: Option<EventType>,
    /// Held in this year.
    pub year: Option<i16>,
    /// At the place with this key.
    pub place_key: Option<String>,
    /// Words of a place for which there is no key; they are looked for as those of `text_contains`.
    pub place_contains: Option<String>,
    /// About this zone, as written.
    pub zone: Option<String>,
    /// Whether still resting on a claim.
    pub state: Option<RecordState>,
    /// Parts of this event.
    pub part_of: Option<EventId>,
    /// Whose.
    pub scope: Scope,
}

/// Adds a record.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, record: &EventRecord) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(record)?]).await?;
    insert_places(tx, record).await
}

/// Writes a record if nobody changed it meanwhile. Its version becomes one more than the expected one, whatever
/// `record.version` says.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Conflict`], or when the database fails.
pub async fn update(tx: &Tx, record: &EventRecord, expected_version: i64) -> Result<(), StoreError> {
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
        return changed("event", record.id.0, expected_version, there);
    }
    let old = place::Entity::delete_many().filter(place::Column::EventId.eq(record.id.0));
    old.exec(&tx.connection()).await?;
    insert_places(tx, record).await
}

/// One record.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, sight: impl Into<Sight>, id: EventId) -> Result<EventRecord, StoreError> {
    let row = seen_by(sight.into()).filter(Column::Id.eq(id.0)).one(&db.connection()).await?;
    found(row, "event", id.0)?.read()
}

/// The active events that are parts of this one.
///
/// # Errors
/// When the database fails.
pub async fn parts(db: &dyn Db, team: TeamId, whole: EventId) -> Result<Vec<EventRecord>, StoreError> {
    let rows = of_team(team)
        .filter(Column::PartOf.eq(whole.0))
        .filter(Column::State.eq(RecordState::Active.as_str()))
        .order_by_asc(Column::Id);
    read(rows.all(&db.connection()).await?)
}

/// Several records, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, team: TeamId, ids: &[EventId]) -> Result<Vec<EventRecord>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let found = read(among(db, of_team(team), Column::Id, &keys).await?)?;
    Ok(in_order(ids, found, |record| record.id))
}

/// Records, latest first; those without a date come last.
///
/// # Errors
/// [`StoreError::BadCursor`], or when the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &EventFilter,
    page: &Page,
) -> Result<PageOf<EventRecord>, StoreError> {
    let sight = Sight::of(team, filter.scope);
    let rows = seen_by(sight).filter(condition(db.connection().get_database_backend(), sight, filter));
    let order = ListOrder {
        name: "event",
        key: Expr::col(Column::DateKey.as_column_ref()),
        id: Expr::col(Column::Id.as_column_ref()),
        descending: true,
    };
    page::read(db, rows, &order, page, |row| (Key::Text(row.date_key.clone()), row.id)).await?.try_map(row::Model::read)
}

/// Active events of the same kind whose date does not contradict the one given; those without a date always.
///
/// # Errors
/// When the database fails.
pub async fn candidates(
    db: &dyn Db,
    team: TeamId,
    kind: EventType,
    date: Option<PartialDate>,
) -> Result<Vec<EventRecord>, StoreError> {
    let year = date.and_then(PartialDate::year).map(|year| Column::Year.is_null().or(Column::Year.eq(year)));
    let rows = of_team(team)
        .filter(Column::Kind.eq(kind.as_str()))
        .filter(Column::State.eq(RecordState::Active.as_str()))
        .filter(Condition::all().add_option(year))
        .order_by_asc(Column::Id)
        .all(&db.connection())
        .await?;
    let mut found = read(rows)?;
    found.retain(|event| event.date.zip(date).is_none_or(|(known, stated)| known.agrees_with(stated)));
    Ok(found)
}

async fn insert_places(tx: &Tx, record: &EventRecord) -> Result<(), StoreError> {
    let keys: BTreeSet<String> = record.place_keys.iter().map(|key| column::text(key)).collect();
    let row = |place_key| place::Model { event_id: record.id.0, place_key, team_id: record.team.0 };
    rows::insert::<place::Entity, _>(tx, keys.into_iter().map(row).collect()).await
}

fn condition(backend: DbBackend, sight: Sight, filter: &EventFilter) -> Condition {
    let contains = |words: &str| dialect::contains(backend, Column::Folded, &column::folded(words));
    Condition::all()
        .add_option(filter.text_contains.as_deref().map(contains))
        .add_option(filter.kind.map(|kind| Column::Kind.eq(kind.as_str())))
        .add_option(filter.year.map(|year| Column::Year.eq(year)))
        .add_option(filter.place_key.as_deref().map(at_place))
        .add_option(filter.place_contains.as_deref().map(contains))
        .add_option(filter.zone.as_ref().map(|zone| Column::Zone.eq(zone)))
        .add_option(filter.state.map(|state| Column::State.eq(state.as_str())))
        .add_option(filter.part_of.map(|whole| {
            let seen = sight.beside(Shareable::Event, Column::TeamId, whole.0);
            Condition::all().add(Column::PartOf.eq(whole.0)).add(seen)
        }))
}

fn at_place(key: &str) -> Expr {
    let events = Query::select()
        .column(place::Column::EventId)
        .from(place::Entity)
        .and_where(place::Column::PlaceKey.eq(key))
        .to_owned();
    Column::Id.in_subquery(events)
}

fn of_team(team: TeamId) -> Select<Entity> {
    seen_by(team.into())
}

fn seen_by(sight: Sight) -> Select<Entity> {
    Entity::find().filter(sight.records(Shareable::Event, (Column::TeamId, Column::Id)))
}

fn read(rows: Vec<row::Model>) -> Result<Vec<EventRecord>, StoreError> {
    rows.into_iter().map(row::Model::read).collect()
}
