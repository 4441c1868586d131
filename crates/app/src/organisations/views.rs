//! Saved views of the list of organisations: what was asked for, in which order, with which columns.

use crate::App;
use crate::access::{Action, Session, Who};
use crate::audit::Change;
use crate::error::AppError;
use samesky_model::id::{AccountId, SavedViewId};
use samesky_model::record::RecordKind;
pub use samesky_model::record::SavedView;
use samesky_store as store;
use std::collections::BTreeMap;

/// Characters of a name at most.
const LONGEST: usize = 80;
/// Views that one may see at most.
const MOST: usize = 100;
/// Characters of what a view asks for at most.
const CONTENT: usize = 2_000;

/// A view that is to be saved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewView {
    /// Its name.
    pub name: String,
    /// Whether the whole team sees it.
    pub of_team: bool,
    /// What it asks for.
    pub content: BTreeMap<String, String>,
}

impl App {
    /// The views that one sees: those of the team, and one's own.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn saved_views(&self, session: &Session) -> Result<Vec<SavedView>, AppError> {
        session.may(Action::Read)?;
        Ok(store::saved_view::list(&self.store, session.team, account(session)).await?)
    }

    /// Saves a view. Without an account every view is the team's.
    ///
    /// # Errors
    /// When it has no name, or there are too many.
    pub async fn save_view(&self, session: &Session, new: NewView) -> Result<SavedView, AppError> {
        session.may(Action::Write)?;
        let name = named(&new.name)?;
        let content: BTreeMap<String, String> =
            new.content.into_iter().filter(|(_, value)| !value.trim().is_empty()).collect();
        let length: usize = content.iter().map(|(key, value)| key.chars().count() + value.chars().count()).sum();
        if length > CONTENT {
            return Err(AppError::invalid_value("content", "value-too-long", length.to_string()));
        }
        let tx = self.store.write().await?;
        if store::saved_view::list(&tx, session.team, account(session)).await?.len() >= MOST {
            return Err(AppError::invalid_value("name", "too-many-values", MOST.to_string()));
        }
        let view = SavedView {
            id: self.sources.id(),
            team: session.team,
            account: account(session).filter(|_| !new.of_team),
            version: 1,
            name,
            content,
            created: self.stamp(session),
        };
        store::saved_view::insert(&tx, &view).await?;
        let change = Change::new("saved_view.save", RecordKind::SavedView, view.id.0).after(&view);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(view)
    }

    /// Gives a view another name.
    ///
    /// # Errors
    /// When there is no such view, it has no name, or somebody else changed it first.
    pub async fn rename_saved_view(
        &self,
        session: &Session,
        id: SavedViewId,
        expected: i64,
        name: &str,
    ) -> Result<SavedView, AppError> {
        session.may(Action::Write)?;
        let name = named(name)?;
        let tx = self.store.write().await?;
        let before = store::saved_view::get(&tx, session.team, account(session), id).await?;
        let after = SavedView { name, version: expected + 1, ..before.clone() };
        if before.version == expected && before.name == after.name {
            return Ok(before);
        }
        store::saved_view::update(&tx, &after, expected).await?;
        let kind = RecordKind::SavedView;
        let change = Change::new("saved_view.rename", kind, id.0).before(&before).after(&after);
        self.append_audit(session, &tx, change).await?;
        tx.commit().await?;
        Ok(after)
    }

    /// Takes a view away.
    ///
    /// # Errors
    /// When there is no such view.
    pub async fn remove_saved_view(&self, session: &Session, id: SavedViewId) -> Result<(), AppError> {
        session.may(Action::Write)?;
        let tx = self.store.write().await?;
        let before = store::saved_view::get(&tx, session.team, account(session), id).await?;
        store::saved_view::remove(&tx, session.team, id).await?;
        let change = Change::new("saved_view.remove", RecordKind::SavedView, id.0).before(&before);
        self.append_audit(session, &tx, change).await?;
        Ok(tx.commit().await?)
    }
}

/// Whose own views one sees.
fn account(session: &Session) -> Option<AccountId> {
    match session.who {
        Who::Account { id, .. } | Who::Token { account: id, .. } => Some(id),
        Who::Nobody | Who::Local | Who::Program => None,
    }
}

fn named(name: &str) -> Result<String, AppError> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(AppError::invalid("name", "name-missing")),
        length if length > LONGEST => Err(AppError::invalid_value("name", "name-too-long", length.to_string())),
        _ => Ok(name),
    }
}
