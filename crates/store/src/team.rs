//! Teams.

mod row;

pub(crate) use row::{Column, Entity};

use crate::rows::{self, among, found, in_order};
use crate::{Db, StoreError, Tx};
use samesky_model::{id::TeamId, record::Team};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;

/// The team that the first migration makes. It has the same identifier everywhere, so that a backup finds it again.
pub(crate) const DEFAULT: TeamId = TeamId(Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001));

/// The team that every installation begins with.
///
/// # Errors
/// When the database fails.
pub async fn default(db: &dyn Db) -> Result<Team, StoreError> {
    get(db, DEFAULT).await
}

/// One team.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(db: &dyn Db, id: TeamId) -> Result<Team, StoreError> {
    found(Entity::find_by_id(id.0).one(&db.connection()).await?, "team", id.0)?.read()
}

/// Adds a team.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, team: &Team) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![row::Model::of(team)?]).await
}

/// Writes what a team is called, what it is and where. The team above it stays.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn update(tx: &Tx, team: &Team) -> Result<(), StoreError> {
    let mut row = row::Model::of(team)?.into_active_model().reset_all();
    (row.parent_id, row.created_at) = (sea_orm::NotSet, sea_orm::NotSet);
    let done = Entity::update_many().set(row).filter(Column::Id.eq(team.id.0)).exec(&tx.connection()).await?;
    found((done.rows_affected > 0).then_some(()), "team", team.id.0)
}

/// Several teams, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, ids: &[TeamId]) -> Result<Vec<Team>, StoreError> {
    let keys: Vec<Uuid> = ids.iter().map(|id| id.0).collect();
    let found = read(among(db, Entity::find(), Column::Id, &keys).await?)?;
    Ok(in_order(ids, found, |team| team.id))
}

/// All teams of the installation, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn list(db: &dyn Db) -> Result<Vec<Team>, StoreError> {
    let rows = Entity::find().order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    read(rows.all(&db.connection()).await?)
}

/// The teams right below a team, the oldest first.
///
/// # Errors
/// When the database fails.
pub async fn children(db: &dyn Db, team: TeamId) -> Result<Vec<Team>, StoreError> {
    let rows = Entity::find().filter(Column::ParentId.eq(team.0));
    let rows = rows.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id);
    read(rows.all(&db.connection()).await?)
}

/// The teams above a team, the nearest first.
///
/// # Errors
/// [`StoreError::NotFound`], [`StoreError::Corrupt`] when the teams go round in a circle, or when the database fails.
pub async fn ancestors(db: &dyn Db, team: TeamId) -> Result<Vec<Team>, StoreError> {
    let mut above = Vec::new();
    let mut next = get(db, team).await?.parent;
    while let Some(id) = next {
        if id == team || above.len() == DEEPEST {
            return Err(StoreError::Corrupt { what: format!("team.parent_id: {team} stands below itself") });
        }
        let one = get(db, id).await?;
        next = one.parent;
        above.push(one);
    }
    Ok(above)
}

/// Teams above one another at most.
pub const DEEPEST: usize = 12;

fn read(rows: Vec<row::Model>) -> Result<Vec<Team>, StoreError> {
    rows.into_iter().map(row::Model::read).collect()
}
