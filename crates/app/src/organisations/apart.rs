//! Of which records officers said that they are not the same. Nothing that links by a name may pass over it.

use crate::error::AppError;
use samesky_model::id::{OrganisationId, TeamId};
use samesky_store::{self as store, Db};
use std::collections::HashSet;

/// The pairs of a team that are said to be two.
#[derive(Debug, Default)]
pub(crate) struct Apart(HashSet<(OrganisationId, OrganisationId)>);

impl Apart {
    /// All of a team: officers said each of them.
    pub(crate) async fn of(db: &dyn Db, team: TeamId) -> Result<Self, AppError> {
        Ok(Self(store::organisation::pair::apart(db, team, None).await?.into_iter().collect()))
    }

    /// Those among a few records.
    pub(crate) async fn among(db: &dyn Db, team: TeamId, some: &[OrganisationId]) -> Result<Self, AppError> {
        if some.len() < 2 {
            return Ok(Self::default());
        }
        Ok(Self(store::organisation::pair::apart(db, team, Some(some)).await?.into_iter().collect()))
    }

    /// Whether somebody said that these are two.
    pub(crate) fn are(&self, one: OrganisationId, other: OrganisationId) -> bool {
        self.0.contains(&store::organisation::pair::ordered(one, other))
    }

    /// Whether any two of these are.
    pub(crate) fn any(&self, some: &[OrganisationId]) -> bool {
        some.iter().enumerate().any(|(at, one)| some.iter().skip(at + 1).any(|other| self.are(*one, *other)))
    }
}
