//! Which record an officer gave a claim.

use crate::column::{instant, micros, text};
use crate::rows::{self, among};
use crate::{Db, StoreError, Tx};
use samesky_model::id::{ClaimId, OrganisationId, TeamId};
use samesky_model::record::{OrganisationChoice, Stamp};
use sea_orm::entity::prelude::*;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation_choice")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) claim_id: Uuid,
    pub(crate) team_id: Uuid,
    pub(crate) organisation_id: Option<Uuid>,
    pub(crate) made_by: String,
    pub(crate) made_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// Notes a choice; one that was made before goes.
///
/// # Errors
/// When the database fails.
pub async fn set(tx: &Tx, choice: &OrganisationChoice) -> Result<(), StoreError> {
    remove(tx, choice.claim).await?;
    let row = Model {
        claim_id: choice.claim.0,
        team_id: choice.team.0,
        organisation_id: choice.organisation.map(|id| id.0),
        made_by: text(&choice.made.by),
        made_at: micros(choice.made.at),
    };
    rows::insert::<Entity, _>(tx, vec![row]).await
}

/// Takes a choice back.
///
/// # Errors
/// When the database fails.
pub async fn remove(tx: &Tx, claim: ClaimId) -> Result<(), StoreError> {
    Entity::delete_many().filter(Column::ClaimId.eq(claim.0)).exec(&tx.connection()).await?;
    Ok(())
}

/// The choices that were made for some claims.
///
/// # Errors
/// When the database fails.
pub async fn of(
    db: &dyn Db,
    team: TeamId,
    claims: &[ClaimId],
) -> Result<HashMap<ClaimId, OrganisationChoice>, StoreError> {
    let keys: Vec<Uuid> = claims.iter().map(|id| id.0).collect();
    let rows = among(db, Entity::find().filter(Column::TeamId.eq(team.0)), Column::ClaimId, &keys).await?;
    let read = |row: Model| {
        let choice = OrganisationChoice {
            claim: ClaimId(row.claim_id),
            team: TeamId(row.team_id),
            organisation: row.organisation_id.map(OrganisationId),
            made: Stamp { by: row.made_by, at: instant(row.made_at)? },
        };
        Ok((choice.claim, choice))
    };
    rows.into_iter().map(read).collect()
}
