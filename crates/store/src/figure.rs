//! Figures of the ledger. They are derived from entries and can be made again.

use crate::{Db, Page, PageOf, StoreError, Tx};
use samesky_model::{
    Decimal,
    id::{AnnouncementId, ClaimId, EventId, FigureId, OrganisationId, ProjectId, TeamId},
    reading::{Measure, MoneyClass, Status},
    record::{Counting, Facet, FacetKind, Figure, FigureState},
};

/// Which figures.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FigureFilter {
    /// Of this measure.
    pub measure: Option<Measure>,
    /// Of this class.
    pub money_class: Option<MoneyClass>,
    /// In this unit.
    pub unit: Option<String>,
    /// What is, is aimed at, or expected.
    pub status: Option<Status>,
    /// How the entries stand to one another.
    pub state: Option<FigureState>,
    /// Whether added into totals.
    pub counting: Option<Counting>,
    /// Of this event.
    pub event: Option<EventId>,
    /// Of this project.
    pub project: Option<ProjectId>,
    /// Of this organisation.
    pub organisation: Option<OrganisationId>,
    /// An entry of it is from this announcement.
    pub announcement: Option<AnnouncementId>,
    /// Reported under this year.
    pub year: Option<i16>,
    /// Seen by this facet: its kind and key.
    pub facet: Option<(FacetKind, String)>,
    /// Words in the subject; case does not matter.
    pub text_contains: Option<String>,
    /// Only those whose sources differ.
    pub contested_only: bool,
}

/// By what figures are ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FigureOrder {
    /// By value within all units together; those without one are the least.
    #[default]
    Value,
    /// By year; those without one are the earliest.
    Year,
    /// By number of announcements.
    Announcements,
}

/// The order of a list of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureSort {
    /// By what.
    pub by: FigureOrder,
    /// Greatest first.
    pub descending: bool,
}

impl Default for FigureSort {
    /// Greatest value first.
    fn default() -> Self {
        Self { by: FigureOrder::Value, descending: true }
    }
}

/// A sum over figures that may be added: one class, one measure, one unit, one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// Which money.
    pub money_class: MoneyClass,
    /// What is measured.
    pub measure: Measure,
    /// The unit.
    pub unit: Option<String>,
    /// The year.
    pub year: Option<i16>,
    /// The sum, in units.
    pub sum: Decimal,
    /// Number of figures added.
    pub figures: i64,
}

/// A sum over figures that share a facet: one class, one measure, one unit, all years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetTotal {
    /// The facet.
    pub facet: Facet,
    /// Which money.
    pub money_class: MoneyClass,
    /// What is measured.
    pub measure: Measure,
    /// The unit.
    pub unit: Option<String>,
    /// The sum, in units.
    pub sum: Decimal,
    /// Number of figures added.
    pub figures: i64,
}

/// Takes figures away and puts figures in, with their facets; a figure that is there already is written anew.
///
/// # Errors
/// When the database fails.
pub async fn replace(
    tx: &Tx,
    team: TeamId,
    removed: &[FigureId],
    figures: &[Figure],
    facets: &[(FigureId, Facet)],
) -> Result<(), StoreError> {
    todo!()
}

/// One figure.
///
/// # Errors
/// When the database fails.
pub async fn get(db: &dyn Db, team: TeamId, id: FigureId) -> Result<Figure, StoreError> {
    todo!()
}

/// Several figures, in the order asked for; those not there are left out.
///
/// # Errors
/// When the database fails.
pub async fn get_many(db: &dyn Db, team: TeamId, ids: &[FigureId]) -> Result<Vec<Figure>, StoreError> {
    todo!()
}

/// The figures that entries of these claims are members of.
///
/// # Errors
/// When the database fails.
pub async fn of_claims(db: &dyn Db, claims: &[ClaimId]) -> Result<Vec<(ClaimId, FigureId)>, StoreError> {
    todo!()
}

/// The figures of an event.
///
/// # Errors
/// When the database fails.
pub async fn of_event(db: &dyn Db, team: TeamId, event: EventId) -> Result<Vec<Figure>, StoreError> {
    todo!()
}

/// The figures of a project.
///
/// # Errors
/// When the database fails.
pub async fn of_project(db: &dyn Db, team: TeamId, project: ProjectId) -> Result<Vec<Figure>, StoreError> {
    todo!()
}

/// The figures of an organisation.
///
/// # Errors
/// When the database fails.
pub async fn of_organisation(
    db: &dyn Db,
    team: TeamId,
    organisation: OrganisationId,
) -> Result<Vec<Figure>, StoreError> {
    todo!()
}

/// The figures with an entry from one of these announcements.
///
/// # Errors
/// When the database fails.
pub async fn of_announcements(
    db: &dyn Db,
    team: TeamId,
    announcements: &[AnnouncementId],
) -> Result<Vec<Figure>, StoreError> {
    todo!()
}

/// The facets of a figure.
///
/// # Errors
/// When the database fails.
pub async fn facets(db: &dyn Db, team: TeamId, figure: FigureId) -> Result<Vec<Facet>, StoreError> {
    todo!()
}

/// Figures.
///
/// # Errors
/// When the database fails.
pub async fn list(
    db: &dyn Db,
    team: TeamId,
    filter: &FigureFilter,
    sort: &FigureSort,
    page: &Page,
) -> Result<PageOf<Figure>, StoreError> {
    todo!()
}

/// Sums of counted money figures, never across classes, measures, units or years.
///
/// # Errors
/// When the database fails.
pub async fn totals(db: &dyn Db, team: TeamId, filter: &FigureFilter) -> Result<Vec<Total>, StoreError> {
    todo!()
}

/// Sums of counted numbers of projects, agreements and companies, never across measures, units or years.
///
/// # Errors
/// When the database fails.
pub async fn count_totals(db: &dyn Db, team: TeamId, filter: &FigureFilter) -> Result<Vec<Total>, StoreError> {
    todo!()
}

/// Sums of counted money figures by facet, never across classes, measures or units.
///
/// # Errors
/// When the database fails.
pub async fn by_facet(
    db: &dyn Db,
    team: TeamId,
    kind: FacetKind,
    filter: &FigureFilter,
) -> Result<Vec<FacetTotal>, StoreError> {
    todo!()
}

/// Number of figures whose sources differ.
///
/// # Errors
/// When the database fails.
pub async fn contested(db: &dyn Db, team: TeamId) -> Result<i64, StoreError> {
    todo!()
}
