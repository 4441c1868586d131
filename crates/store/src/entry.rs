//! The append-only entries of the ledger. There is no function that changes or removes one.

use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::{
    id::{AnnouncementId, ClaimId, EntryId, EventId, FigureId, TeamId},
    reading::{Measure, MoneyClass},
    record::FigureEntry,
};

/// Of what current entries are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryScope {
    /// Of these announcements.
    Announcements(Vec<AnnouncementId>),
    /// Of these claims.
    Claims(Vec<ClaimId>),
    /// Of the team.
    All,
}

/// Which entries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryFilter {
    /// Those a figure is made of now.
    pub figure: Option<FigureId>,
    /// Of this announcement.
    pub announcement: Option<AnnouncementId>,
    /// Of figures that belong to this event.
    pub event: Option<EventId>,
    /// Of this measure.
    pub measure: Option<Measure>,
    /// Of this class.
    pub money_class: Option<MoneyClass>,
    /// In this unit.
    pub unit: Option<String>,
    /// With those that were replaced or taken back, and the withdrawals themselves.
    pub include_replaced: bool,
}

/// Adds an entry; the one it replaces or takes back is no longer current.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, entry: &FigureEntry) -> Result<(), StoreError> {
    todo!()
}

/// One entry.
///
/// # Errors
/// When the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: EntryId) -> Result<FigureEntry, StoreError> {
    todo!()
}

/// Several entries, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, team: TeamId, ids: &[EntryId]) -> Result<Vec<FigureEntry>, StoreError> {
    todo!()
}

/// The entry of a claim that is neither replaced nor taken back.
///
/// # Errors
/// When the database fails.
pub async fn current_of_claim(db: &dyn Db, claim: ClaimId) -> Result<Option<FigureEntry>, StoreError> {
    todo!()
}

/// All entries of a claim, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_claim(db: &dyn Db, team: TeamId, claim: ClaimId) -> Result<Vec<FigureEntry>, StoreError> {
    todo!()
}

/// The entries that are neither replaced nor taken back, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn current(db: &dyn Db, team: TeamId, scope: &EntryScope) -> Result<Vec<FigureEntry>, StoreError> {
    todo!()
}

/// Entries, newest first.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &EntryFilter,
    page: &Page,
) -> Result<PageOf<FigureEntry>, StoreError> {
    todo!()
}

/// The history of a figure: all entries of its claims, replaced ones too, oldest first.
///
/// # Errors
/// When the database fails.
pub async fn of_figure(db: &dyn Db, team: TeamId, figure: FigureId) -> Result<Vec<FigureEntry>, StoreError> {
    todo!()
}
