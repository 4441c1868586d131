//! The row of a head: where the chain of a team ends.

use super::digest;
use crate::{Db, StoreError, Tx};
use samesky_model::{id::TeamId, record::AuditHead};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, LockType, OnConflict, Query};
use sea_orm::{ConnectionTrait, QueryOrder, QuerySelect};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_head")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) team_id: Uuid,
    pub(crate) sequence: i64,
    pub(crate) digest: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub(crate) fn read(self) -> AuditHead {
        AuditHead { team: TeamId(self.team_id), sequence: self.sequence, digest: self.digest }
    }

    /// The end of a chain without any change.
    pub(super) fn beginning(team: Uuid) -> Self {
        Self { team_id: team, sequence: 0, digest: digest::NOTHING.to_owned() }
    }
}

/// The heads of all teams that have changes.
///
/// # Errors
/// When the database fails.
pub(super) async fn list(db: &dyn Db) -> Result<Vec<AuditHead>, StoreError> {
    let rows = Entity::find().order_by_asc(Column::TeamId).all(&db.connection()).await?;
    Ok(rows.into_iter().map(Model::read).collect())
}

/// The head of a team.
pub(super) async fn get(db: &dyn Db, team: TeamId) -> Result<AuditHead, StoreError> {
    let row = Entity::find_by_id(team.0).one(&db.connection()).await?;
    Ok(row.unwrap_or_else(|| Model::beginning(team.0)).read())
}

/// The head of a team, which nobody else moves until the transaction ends.
pub(super) async fn lock(tx: &Tx, team: Uuid) -> Result<Model, StoreError> {
    let find = || Entity::find_by_id(team).lock(LockType::Update);
    if let Some(row) = find().one(&tx.connection()).await? {
        return Ok(row);
    }
    let first = Model::beginning(team);
    let mut insert = Query::insert();
    insert.into_table(Entity).columns([Column::TeamId, Column::Sequence, Column::Digest]);
    insert.values_panic([first.team_id.into(), first.sequence.into(), first.digest.clone().into()]);
    insert.on_conflict(OnConflict::column(Column::TeamId).do_nothing().to_owned());
    tx.connection().execute(&insert).await?;
    Ok(find().one(&tx.connection()).await?.unwrap_or(first))
}

pub(super) async fn advance(tx: &Tx, to: &Model) -> Result<(), StoreError> {
    let update = Entity::update_many()
        .col_expr(Column::Sequence, Expr::val(to.sequence))
        .col_expr(Column::Digest, Expr::val(to.digest.clone()))
        .filter(Column::TeamId.eq(to.team_id));
    update.exec(&tx.connection()).await?;
    Ok(())
}
