//! Saved views of the list of organisations.

use crate::column::{from_json, instant, json, micros, text};
use crate::rows::{self, changed, found};
use crate::{Db, StoreError, Tx};
use samesky_model::id::{AccountId, SavedViewId, TeamId};
use samesky_model::record::{SavedView, Stamp};
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, QuerySelect, Set};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "saved_view")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) team_id: Uuid,
    /// Whose it is; the whole team's without one.
    pub(crate) account_id: Option<Uuid>,
    pub(crate) version: i64,
    pub(crate) name: String,
    pub(crate) content: String,
    pub(crate) created_by: String,
    pub(crate) created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Views of a list at most.
const MOST: u64 = 200;

impl Model {
    fn of(view: &SavedView) -> Result<Self, StoreError> {
        Ok(Self {
            id: view.id.0,
            team_id: view.team.0,
            account_id: view.account.map(|account| account.0),
            version: view.version,
            name: text(&view.name),
            content: json(&view.content)?,
            created_by: text(&view.created.by),
            created_at: micros(view.created.at),
        })
    }

    fn read(self) -> Result<SavedView, StoreError> {
        Ok(SavedView {
            id: SavedViewId(self.id),
            team: TeamId(self.team_id),
            account: self.account_id.map(AccountId),
            version: self.version,
            name: self.name,
            content: from_json("saved_view.content", &self.content)?,
            created: Stamp { by: self.created_by, at: instant(self.created_at)? },
        })
    }
}

/// The views of a team, and those of one of its accounts, by name.
///
/// # Errors
/// When the database fails.
pub async fn list(db: &dyn Db, team: TeamId, account: Option<AccountId>) -> Result<Vec<SavedView>, StoreError> {
    let rows = seen(team, account).order_by_asc(Column::Name).order_by_asc(Column::Id).limit(MOST);
    rows.all(&db.connection()).await?.into_iter().map(Model::read).collect()
}

/// One view, of the team or of the account.
///
/// # Errors
/// [`StoreError::NotFound`], or when the database fails.
pub async fn get(
    db: &dyn Db,
    team: TeamId,
    account: Option<AccountId>,
    id: SavedViewId,
) -> Result<SavedView, StoreError> {
    let row = seen(team, account).filter(Column::Id.eq(id.0)).one(&db.connection()).await?;
    found(row, "saved_view", id.0)?.read()
}

/// Adds a view.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, view: &SavedView) -> Result<(), StoreError> {
    rows::insert::<Entity, _>(tx, vec![Model::of(view)?]).await
}

/// Writes a view if nobody changed it meanwhile; its version becomes one more than the expected one.
///
/// # Errors
/// [`StoreError::Conflict`], or when the database fails.
pub async fn update(tx: &Tx, view: &SavedView, expected: i64) -> Result<(), StoreError> {
    let mut row = Model::of(view)?.into_active_model().reset_all();
    row.version = Set(expected + 1);
    let here = Entity::update_many().set(row).filter(Column::Id.eq(view.id.0)).filter(Column::Version.eq(expected));
    if here.exec(&tx.connection()).await?.rows_affected == 0 {
        return changed("saved_view", view.id.0, expected, view.version);
    }
    Ok(())
}

/// Takes a view away.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &Tx, team: TeamId, id: SavedViewId) -> Result<(), StoreError> {
    let row = Entity::delete_many().filter(Column::TeamId.eq(team.0)).filter(Column::Id.eq(id.0));
    row.exec(&tx.connection()).await?;
    Ok(())
}

fn seen(team: TeamId, account: Option<AccountId>) -> Select<Entity> {
    let mut own = Condition::any().add(Column::AccountId.is_null());
    if let Some(account) = account {
        own = own.add(Column::AccountId.eq(account.0));
    }
    Entity::find().filter(Column::TeamId.eq(team.0)).filter(own)
}
