//! Organisations that wait to be listed. A transaction that touches very many of them notes them here and ends, so that other writers
//! do not wait until the terms of all are written.

use super::{Finder, settle};
use crate::organisation::{self, Column as Organisation};
use crate::{Db, Store, StoreError, Tx};
use samesky_model::id::TeamId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait, OnConflict, Query};
use sea_orm::{IntoActiveModel, PaginatorTrait, QueryOrder, QuerySelect};

/// Organisations that are listed in one transaction: other writers come between two of them.
const AT_A_TIME: u64 = 500;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_unlisted")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) organisation_id: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// How many organisations of a team are not listed as they are now.
///
/// # Errors
/// When the database fails.
pub async fn waiting(db: &dyn Db, team: TeamId) -> Result<u64, StoreError> {
    let unlisted = Query::select().column(Column::OrganisationId).from(Entity).to_owned();
    let of_team = organisation::Entity::find()
        .filter(Organisation::TeamId.eq(team.0))
        .filter(Organisation::Id.into_expr().in_subquery(unlisted));
    Ok(of_team.count(&db.connection()).await?)
}

/// Lists those that wait, some at a time, each time in a transaction of its own. Says how many there were.
///
/// # Errors
/// When the database fails; what was listed until then stays, the rest waits.
pub async fn list_waiting(store: &Store, finder: &dyn Finder) -> Result<u64, StoreError> {
    let mut listed = 0;
    loop {
        let some = next(store).await?;
        if some.is_empty() {
            return Ok(listed);
        }
        listed += some.len() as u64;
        let tx = store.write().await?;
        settle(&tx, finder, some.iter().copied().collect()).await?;
        Entity::delete_many().filter(Column::OrganisationId.is_in(some)).exec(&tx.connection()).await?;
        tx.commit().await?;
    }
}

async fn next(db: &dyn Db) -> Result<Vec<Uuid>, StoreError> {
    let rows = Entity::find().order_by_asc(Column::OrganisationId).limit(AT_A_TIME).all(&db.connection()).await?;
    Ok(rows.into_iter().map(|row| row.organisation_id).collect())
}

/// Notes them; those that are noted already stay so.
pub(crate) async fn note(tx: &Tx, organisations: impl IntoIterator<Item = Uuid>) -> Result<(), StoreError> {
    let all: Vec<ActiveModel> =
        organisations.into_iter().map(|organisation_id| Model { organisation_id }.into_active_model()).collect();
    for some in all.chunks(crate::rows::VALUES) {
        let known = OnConflict::new().do_nothing().to_owned();
        Entity::insert_many(some.to_vec()).on_conflict(known).exec_without_returning(&tx.connection()).await?;
    }
    Ok(())
}
