//! The overview: what the ledger comes to, and what does not hold.

use crate::access::{Action, Session};
use crate::checks::{CheckRow, check_rows};
use crate::error::AppError;
use crate::figures::{FacetTotal, FigureFilter, FigureRow, FigureSort, Total};
use crate::{App, Page};
use samesky_model::record::FacetKind;
use samesky_store as store;
use samesky_store::announcement::AnnouncementTally;
use samesky_store::check::{CheckFilter, CheckTally};

/// Everything that stands on the overview page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The year looked at; nothing for all years beside one another.
    pub year: Option<i16>,
    /// The years for which there are figures, latest first.
    pub years: Vec<i16>,
    /// Money: one sum for each class, currency and year.
    pub money: Vec<Total>,
    /// Counts of projects, agreements and companies: one sum for each measure, unit and year.
    pub counts: Vec<Total>,
    /// How many checks came out how.
    pub checks: CheckTally,
    /// The checks that need looking at most.
    pub open_checks: Vec<CheckRow>,
    /// Figures whose sources differ.
    pub contested: Vec<FigureRow>,
    /// How many figures are contested in all.
    pub contested_total: i64,
    /// By party.
    pub parties: Vec<FacetTotal>,
    /// By cooperation zone or park.
    pub zones: Vec<FacetTotal>,
    /// By event.
    pub events: Vec<FacetTotal>,
    /// By industry.
    pub industries: Vec<FacetTotal>,
    /// By year, whatever year is looked at.
    pub by_year: Vec<Total>,
    /// How far the announcements have come.
    pub announcements: AnnouncementTally,
}

/// What waits for an officer: the counts in the side list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Waiting {
    /// Announcements with claims that nobody decided on yet.
    pub announcements: u64,
    /// Checks that do not hold.
    pub contradicted: u64,
    /// Requests to publish that the session may confirm.
    pub to_confirm: u64,
    /// Records that other teams share.
    pub shared: u64,
}

impl App {
    /// What waits for an officer.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn waiting(&self, session: &Session) -> Result<Waiting, AppError> {
        session.may(Action::Read)?;
        let announcements = store::announcement::tally(&self.store, session.team).await?;
        let checks = store::check::tally(&self.store, session.team, None).await?;
        let count = |value: i64| u64::try_from(value).unwrap_or_default();
        Ok(Waiting {
            announcements: count(announcements.new + announcements.in_review),
            contradicted: count(checks.contradicted),
            to_confirm: count(self.requests_to_confirm(session).await?),
            shared: count(store::share::total(&self.store, session.team).await?),
        })
    }

    /// Everything that stands on the overview page.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn overview(&self, session: &Session, year: Option<i16>) -> Result<Overview, AppError> {
        session.may(Action::Read)?;
        let (db, team) = (&self.store.snapshot().await?, session.team);
        let all = FigureFilter::default();
        let filter = FigureFilter { year, ..FigureFilter::default() };
        let contested = FigureFilter { contested_only: true, ..filter.clone() };
        let contested = store::figure::list(db, team, &contested, &FigureSort::default(), &Page::first(5)).await?;
        let open = store::check::list(db, team, &CheckFilter::default(), &Page::first(6)).await?;
        let by_year = store::figure::totals(db, team, &all).await?;
        Ok(Overview {
            year,
            years: store::figure::years(db, team).await?,
            money: by_year.iter().filter(|total| year.is_none() || total.year == year).cloned().collect(),
            counts: store::figure::count_totals(db, team, &filter).await?,
            checks: store::check::tally(db, team, None).await?,
            open_checks: check_rows(db, team, open.items).await?,
            contested_total: contested.total,
            contested: self.figure_rows(db, team, contested.items).await?,
            parties: store::figure::by_facet(db, team, FacetKind::Party, &filter).await?,
            zones: store::figure::by_facet(db, team, FacetKind::Zone, &filter).await?,
            events: store::figure::by_facet(db, team, FacetKind::Event, &filter).await?,
            industries: store::figure::by_facet(db, team, FacetKind::Industry, &filter).await?,
            by_year,
            announcements: store::announcement::tally(db, team).await?,
        })
    }
}
