//! What everybody sees without signing in. Nobody is asked who they are here, and nothing here reads a living record: only
//! editions that were confirmed.

use crate::error::AppError;
use crate::{App, Page, PageOf};
use samesky_model::id::{PublicationId, TeamId};
use samesky_model::record::{Edition, Publication, Shareable, Team};
use samesky_store as store;
use samesky_store::publication::edition;
use samesky_store::publication::{PublicationFilter, Standing};
use std::collections::HashMap;

/// Something that everybody sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicRecord {
    /// Its address.
    pub publication: Publication,
    /// What it says.
    pub edition: Edition,
    /// The team that published it.
    pub team: Team,
}

/// By what the public list can be narrowed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublicFilter {
    /// Records of this kind.
    pub kind: Option<Shareable>,
    /// Words in a name or a place; case does not matter.
    pub text_contains: Option<String>,
    /// Published by this team.
    pub team: Option<TeamId>,
}

impl App {
    /// What is published, the last confirmed first.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn public_records(&self, filter: &PublicFilter, page: &Page) -> Result<PageOf<PublicRecord>, AppError> {
        let view = self.store.snapshot().await?;
        let PublicFilter { kind, text_contains, team } = filter.clone();
        let filter = PublicationFilter { team, kind, text_contains, standing: Some(Standing::Public) };
        let PageOf { items, next, previous, total } = store::publication::list(&view, &filter, page).await?;
        Ok(PageOf { items: with_editions(&view, items).await?, next, previous, total })
    }

    /// One published record. One that was withdrawn, one that only waits and one that never was answer alike.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub async fn public_record(&self, id: PublicationId) -> Result<PublicRecord, AppError> {
        let view = self.store.snapshot().await?;
        let missing = || AppError::NotFound { kind: "publication" };
        let publication = store::publication::get(&view, id).await.map_err(|error| match error {
            store::StoreError::NotFound { .. } => missing(),
            other => other.into(),
        })?;
        with_editions(&view, vec![publication]).await?.pop().ok_or_else(missing)
    }
}

async fn with_editions(db: &dyn store::Db, publications: Vec<Publication>) -> Result<Vec<PublicRecord>, AppError> {
    let editions = edition::seen(db, &publications).await?;
    let mut editions: HashMap<_, _> = editions.into_iter().map(|edition| (edition.publication, edition)).collect();
    let ids: Vec<_> = publications.iter().map(|one| one.team).collect();
    let teams: HashMap<_, _> = store::team::get_many(db, &ids).await?.into_iter().map(|team| (team.id, team)).collect();
    let whole = |publication: Publication| {
        let edition = editions.remove(&publication.id)?;
        let team = teams.get(&publication.team)?.clone();
        Some(PublicRecord { publication, edition, team })
    };
    Ok(publications.into_iter().filter_map(whole).collect())
}
