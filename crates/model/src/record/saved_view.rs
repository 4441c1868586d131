//! A saved view of the list of organisations.

use super::Stamp;
use crate::id::{AccountId, SavedViewId, TeamId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A saved view: what the list is asked for, in which order, with which columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedView {
    /// Its identifier.
    pub id: SavedViewId,
    /// The team whose list it is.
    pub team: TeamId,
    /// Whose view it is; the whole team's without one.
    pub account: Option<AccountId>,
    /// Counts the changes.
    pub version: i64,
    /// Its name.
    pub name: String,
    /// Questions of the list by their names in its address, and `columns`.
    pub content: BTreeMap<String, String>,
    /// Who saved it, and when.
    pub created: Stamp,
}
