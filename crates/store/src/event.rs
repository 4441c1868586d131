//! Events of the ledger.

pub use crate::claim::{source_counts, sources};
use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::{
    date::PartialDate,
    id::{EventId, TeamId},
    reading::EventType,
    record::{EventRecord, RecordState},
};

/// Which events.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventFilter {
    /// Words in a name, a place or the zone; case does not matter.
    pub text_contains: Option<String>,
    /// Of this kind.
    pub kind: Option<EventType>,
    /// Held in this year.
    pub year: Option<i16>,
    /// At the place with this key.
    pub place_key: Option<String>,
    /// About this zone, as written.
    pub zone: Option<String>,
    /// Whether still resting on a claim.
    pub state: Option<RecordState>,
    /// Parts of this event.
    pub part_of: Option<EventId>,
}

/// Adds a record.
///
/// # Errors
/// When the database fails.
pub async fn insert(tx: &Tx, record: &EventRecord) -> Result<(), StoreError> {
    todo!()
}

/// Writes a record if nobody changed it meanwhile; its version becomes `record.version`, which must be above the expected one.
///
/// # Errors
/// When the database fails.
pub async fn update(tx: &Tx, record: &EventRecord, expected_version: i64) -> Result<(), StoreError> {
    todo!()
}

/// One record.
///
/// # Errors
/// When the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: EventId) -> Result<EventRecord, StoreError> {
    todo!()
}

/// Several records, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, team: TeamId, ids: &[EventId]) -> Result<Vec<EventRecord>, StoreError> {
    todo!()
}

/// Records, latest first.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &EventFilter,
    page: &Page,
) -> Result<PageOf<EventRecord>, StoreError> {
    todo!()
}

/// Active events of the same kind whose date does not contradict the one given.
///
/// # Errors
/// When the database fails.
pub async fn candidates(
    db: &dyn Db,
    team: TeamId,
    kind: EventType,
    date: Option<PartialDate>,
) -> Result<Vec<EventRecord>, StoreError> {
    todo!()
}
