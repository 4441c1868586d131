//! Projects of the ledger.

pub use crate::claim::{source_counts, sources};
use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::{
    id::{EventId, ProjectId, TeamId},
    record::{ProjectRecord, RecordState, Stage},
};

/// Which projects.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProjectFilter {
    /// Words in a name, an organisation or the place; case does not matter.
    pub text_contains: Option<String>,
    /// Signed or begun at this event.
    pub event: Option<EventId>,
    /// This far.
    pub stage: Option<Stage>,
    /// Signed or begun at an event of this year.
    pub year: Option<i16>,
    /// Whether still resting on a claim.
    pub state: Option<RecordState>,
}

/// Adds a record.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, record: &ProjectRecord) -> Result<(), StoreError> {
    todo!()
}

/// Writes a record if nobody changed it meanwhile; its version becomes `record.version`, which must be above the expected one.
///
/// # Errors
/// When the database fails.
pub async fn update(tx: &Tx, record: &ProjectRecord, expected_version: i64) -> Result<(), StoreError> {
    todo!()
}

/// One record.
///
/// # Errors
/// When the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: ProjectId) -> Result<ProjectRecord, StoreError> {
    todo!()
}

/// Several records, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, team: TeamId, ids: &[ProjectId]) -> Result<Vec<ProjectRecord>, StoreError> {
    todo!()
}

/// Records, newest first.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &ProjectFilter,
    page: &Page,
) -> Result<PageOf<ProjectRecord>, StoreError> {
    todo!()
}

/// The records that have one of these normalised names as a key.
///
/// # Errors
/// When the database fails.
pub async fn by_names(db: &dyn Db, team: TeamId, keys: &[String]) -> Result<Vec<ProjectRecord>, StoreError> {
    todo!()
}

/// Writes the normalised names by which a record is found; those set before are dropped.
///
/// # Errors
/// When the database fails.
pub async fn set_keys(tx: &Tx, id: ProjectId, keys: &[String]) -> Result<(), StoreError> {
    todo!()
}
