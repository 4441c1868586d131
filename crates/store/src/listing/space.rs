//! The spaces of teams.

use crate::{Db, StoreError, Tx, rows};
use samesky_model::id::TeamId;
use samesky_model::record::Scope;
use sea_orm::QuerySelect;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_space")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) space: i16,
    pub(crate) team_id: Uuid,
    /// Whether it holds what others show to the team.
    pub(crate) foreign_records: bool,
    /// By which version of the rules its terms were made.
    pub(crate) version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// The spaces that a question looks in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spaces(pub(super) Vec<i16>);

/// The spaces of a team in a scope; none where nothing is listed yet.
///
/// # Errors
/// When the database fails.
pub async fn spaces(db: &dyn Db, team: TeamId, scope: Scope) -> Result<Spaces, StoreError> {
    let of_team = Entity::find().filter(Column::TeamId.eq(team.0));
    let asked = match scope {
        Scope::Own => of_team.filter(Column::ForeignRecords.eq(false)),
        Scope::Shared => of_team.filter(Column::ForeignRecords.eq(true)),
        Scope::All => of_team,
    };
    let mut found: Vec<i16> = asked.all(&db.connection()).await?.into_iter().map(|row| row.space).collect();
    found.sort_unstable();
    Ok(Spaces(found))
}

/// A space of a team, made where it is not there.
pub(super) async fn space(tx: &Tx, team: Uuid, foreign_records: bool, version: i64) -> Result<i16, StoreError> {
    let known = Entity::find().filter(Column::TeamId.eq(team)).filter(Column::ForeignRecords.eq(foreign_records));
    if let Some(row) = known.one(&tx.connection()).await? {
        return Ok(row.space);
    }
    let last = Entity::find().select_only().column_as(Column::Space.max(), "last");
    let last: Option<Option<i16>> = last.into_tuple().one(&tx.connection()).await?;
    let space = last.flatten().unwrap_or(0).checked_add(1);
    let space = space.ok_or_else(|| StoreError::Corrupt { what: "organisation_space: too many teams".to_owned() })?;
    rows::insert::<Entity, _>(tx, vec![Model { space, team_id: team, foreign_records, version }]).await?;
    Ok(space)
}
