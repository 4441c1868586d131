//! One question over everything that is kept: announcements, events, organisations, projects, figures.

use crate::access::{Action, Session};
use crate::announcements::AnnouncementFilter;
use crate::error::AppError;
use crate::figures::{FigureFilter, FigureRow, FigureSort};
use crate::ledger::{EventFilter, ProjectFilter};
use crate::organisations::find::{OrganisationQuestion, first_of};
use crate::sharing::{bare_announcement, bare_event, bare_project};
use crate::{App, Page, PageOf};
use samesky_model::record::{Announcement, EventRecord, OrganisationRecord, ProjectRecord, RecordState, Scope};
use samesky_store as store;

/// Found things of one kind that are shown at most.
pub const SHOWN: u64 = 8;

/// Characters of a question that are looked at.
const LONGEST: usize = 200;

/// What was found, of each kind the first few and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The words that were looked for.
    pub words: String,
    /// Announcements with the words in their title or text, latest import first.
    pub announcements: PageOf<Announcement>,
    /// Events with the words in a name, a place or the zone, latest first.
    pub events: PageOf<EventRecord>,
    /// Organisations with the words in a name, a reading or a number, those that fit best first. Where there are very many, the total is a floor.
    pub organisations: PageOf<OrganisationRecord>,
    /// Projects with the words in a name, an organisation or the place.
    pub projects: PageOf<ProjectRecord>,
    /// Figures with the words in what they are of.
    pub figures: PageOf<FigureRow>,
}

impl Found {
    /// How many things were found in all.
    #[must_use]
    pub const fn total(&self) -> i64 {
        self.announcements.total
            + self.events.total
            + self.organisations.total
            + self.projects.total
            + self.figures.total
    }
}

impl App {
    /// Looks for words in everything that is kept, and in what other teams share. Case does not matter; one character is enough. Nothing is answered to
    /// a question without words.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn search(&self, session: &Session, question: &str) -> Result<Option<Found>, AppError> {
        session.may(Action::Read)?;
        let words: String = question.trim().chars().take(LONGEST).collect();
        if words.is_empty() {
            return Ok(None);
        }
        let (db, team, page) = (&self.store.snapshot().await?, session.team, Page::first(SHOWN));
        let (text_contains, state, scope) = (Some(words.clone()), Some(RecordState::Active), Scope::All);
        let announcements = AnnouncementFilter {
            text_contains: text_contains.clone(),
            descending: true,
            scope,
            ..AnnouncementFilter::default()
        };
        let events = EventFilter { text_contains: text_contains.clone(), state, scope, ..EventFilter::default() };
        let organisations =
            OrganisationQuestion { text: words.clone(), state, scope, ..OrganisationQuestion::default() };
        let projects = ProjectFilter { text_contains: text_contains.clone(), state, scope, ..ProjectFilter::default() };
        let figures = FigureFilter { text_contains, scope, ..FigureFilter::default() };
        let PageOf { items, next, previous, total } =
            store::figure::list(db, team, &figures, &FigureSort::default(), &page).await?;
        Ok(Some(Found {
            announcements: store::announcement::list(db, team, &announcements, &page)
                .await?
                .map(|one| bare_announcement(team, one)),
            events: store::event::list(db, team, &events, &page).await?.map(|one| bare_event(team, one)),
            organisations: found_of(db, session, &organisations).await?,
            projects: store::project::list(db, team, &projects, &page).await?.map(|one| bare_project(team, one)),
            figures: PageOf { items: self.figure_rows(db, team, items).await?, next, previous, total },
            words,
        }))
    }
}

async fn found_of(
    db: &dyn store::Db,
    session: &Session,
    question: &OrganisationQuestion,
) -> Result<PageOf<OrganisationRecord>, AppError> {
    let (items, total) = first_of(db, session, question, usize::try_from(SHOWN).unwrap_or(8)).await?;
    Ok(PageOf { items, next: None, previous: None, total })
}
