//! Announcements, their texts and their originals.

use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::{
    date::PartialDate,
    id::{AnnouncementId, ImportId, TeamId},
    reading::{Published, Verdict},
    record::{Announcement, AnnouncementState, AnnouncementText},
};

/// Which announcements, in which order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnouncementFilter {
    /// How far they have come.
    pub state: Option<AnnouncementState>,
    /// BCP 47 tag of the main language.
    pub language: Option<String>,
    /// The publisher, whole.
    pub publisher: Option<String>,
    /// Words in title, publisher or text; case does not matter, `%` and `_` are themselves.
    pub text_contains: Option<String>,
    /// At least one check came to this.
    pub verdict: Option<Verdict>,
    /// The import that brought them.
    pub import: Option<ImportId>,
    /// Published on this date or later; a month or a year means its beginning.
    pub published_from: Option<PartialDate>,
    /// Published on this date or earlier; a month or a year means its end.
    pub published_to: Option<PartialDate>,
    /// By what they are ordered.
    pub sort: AnnouncementSort,
    /// Newest, or last of the alphabet, first.
    pub descending: bool,
}

/// By what announcements are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AnnouncementSort {
    /// When they were brought.
    #[default]
    Imported,
    /// When they were published; those without a date come before all others.
    Published,
    /// By title, in the order of code points.
    Title,
}

impl Default for AnnouncementFilter {
    /// All, newest import first.
    fn default() -> Self {
        Self {
            state: None,
            language: None,
            publisher: None,
            text_contains: None,
            verdict: None,
            import: None,
            published_from: None,
            published_to: None,
            sort: AnnouncementSort::Imported,
            descending: true,
        }
    }
}

/// How many announcements have come how far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AnnouncementTally {
    /// No claim decided.
    pub new: i64,
    /// Some decided.
    pub in_review: i64,
    /// All decided.
    pub reviewed: i64,
}

/// Adds an announcement with its text and its original bytes.
///
/// # Errors
/// When the database fails.
pub async fn insert(
    tx: &Tx,
    announcement: &Announcement,
    text: &AnnouncementText,
    original: &[u8],
) -> Result<(), StoreError> {
    todo!()
}

/// The announcement with these bytes.
///
/// # Errors
/// When the database fails.
pub async fn find_by_hash(db: &dyn Db, team: TeamId, sha256: &str) -> Result<Option<AnnouncementId>, StoreError> {
    todo!()
}

/// One announcement without its text.
///
/// # Errors
/// When the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: AnnouncementId) -> Result<Announcement, StoreError> {
    todo!()
}

/// The text of an announcement.
///
/// # Errors
/// When the database fails.
pub async fn text(db: &dyn Db, team: TeamId, id: AnnouncementId) -> Result<AnnouncementText, StoreError> {
    todo!()
}

/// The bytes as they came.
///
/// # Errors
/// When the database fails.
pub async fn original(db: &dyn Db, team: TeamId, id: AnnouncementId) -> Result<Vec<u8>, StoreError> {
    todo!()
}

/// Announcements, without texts.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &AnnouncementFilter,
    page: &Page,
) -> Result<PageOf<Announcement>, StoreError> {
    todo!()
}

/// How many have come how far.
///
/// # Errors
/// When the database fails.
pub async fn tally(db: &dyn Db, team: TeamId) -> Result<AnnouncementTally, StoreError> {
    todo!()
}

/// The one before and the one after in the order of import, newest first, among those not reviewed where there are any.
///
/// # Errors
/// When the database fails.
pub async fn neighbours(
    db: &dyn Db,
    team: TeamId,
    id: AnnouncementId,
) -> Result<(Option<AnnouncementId>, Option<AnnouncementId>), StoreError> {
    todo!()
}

/// Writes where an announcement is from.
///
/// # Errors
/// When the database fails.
pub async fn update_source(
    tx: &Tx,
    id: AnnouncementId,
    expected_version: i64,
    source_address: Option<&str>,
    publisher: Option<&str>,
    published: Option<&Published>,
    language: Option<&str>,
) -> Result<(), StoreError> {
    todo!()
}

/// Counts the claims again and derives the state.
///
/// # Errors
/// When the database fails.
pub async fn refresh_state(tx: &Tx, id: AnnouncementId) -> Result<(), StoreError> {
    todo!()
}

/// Several announcements without texts, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn summaries(db: &dyn Db, team: TeamId, ids: &[AnnouncementId]) -> Result<Vec<Announcement>, StoreError> {
    todo!()
}
