//! Figures of the ledger with the entries they are made of and the words those came from.

use crate::access::{Action, Session};
use crate::error::AppError;
use crate::review::Decision;
use crate::sharing::{bare_figure, owners};
use crate::{App, Page, PageOf};
use samesky_model::id::{EntryId, FigureId, TeamId};
use samesky_model::reading::FigureClaim;
use samesky_model::record::{
    Announcement, CheckRecord, Claim, ClaimRecord, EventRecord, Figure, FigureEntry, ProjectRecord, Team,
};
use samesky_store as store;
pub use samesky_store::entry::EntryFilter;
pub use samesky_store::figure::{FacetTotal, FigureFilter, FigureOrder, FigureSort, Total};
use std::collections::HashMap;

/// A figure in a list, with its sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureRow {
    /// The figure.
    pub figure: Figure,
    /// The team that shares it, where it is not the own one.
    pub owner: Option<Team>,
    /// The event it belongs to.
    pub event: Option<EventRecord>,
    /// The project it belongs to.
    pub project: Option<ProjectRecord>,
    /// Its current entries with their announcements, oldest first.
    pub entries: Vec<EntryRow>,
}

/// An entry with the announcement whose words it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// The entry.
    pub entry: FigureEntry,
    /// The announcement.
    pub announcement: Announcement,
}

/// A figure with everything that can be asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureView {
    /// The figure with its current entries.
    pub row: FigureRow,
    /// A sentence of context for each current entry, in their order.
    pub context: Vec<Context>,
    /// Every entry there ever was, replaced ones and withdrawals included, oldest first.
    pub history: Vec<FigureEntry>,
    /// The figure of which this is a part.
    pub whole: Option<Figure>,
    /// Its parts.
    pub parts: Vec<FigureRow>,
    /// The checks in which its claims stand.
    pub checks: Vec<CheckRecord>,
}

/// A quote between the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Context {
    /// The words before the quote.
    pub before: String,
    /// The quote.
    pub quote: String,
    /// The words after it.
    pub after: String,
}

impl App {
    /// Figures that the filter lets through.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn figures(
        &self,
        session: &Session,
        filter: &FigureFilter,
        sort: &FigureSort,
        page: &Page,
    ) -> Result<PageOf<FigureRow>, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let found = store::figure::list(&view, session.team, filter, sort, page).await?;
        let PageOf { items, next, previous, total } = found;
        Ok(PageOf { items: self.figure_rows(&view, session.team, items).await?, next, previous, total })
    }

    /// What the counted figures that the filter lets through add up to: one sum for each class, unit and year.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn totals(&self, session: &Session, filter: &FigureFilter) -> Result<Vec<Total>, AppError> {
        session.may(Action::Read)?;
        Ok(store::figure::totals(&self.store, session.team, filter).await?)
    }

    /// One figure with everything that can be asked of it.
    ///
    /// # Errors
    /// When there is no such figure.
    pub async fn figure(&self, session: &Session, id: FigureId) -> Result<FigureView, AppError> {
        session.may(Action::Read)?;
        let (db, team) = (&self.store.snapshot().await?, session.team);
        let figure = store::figure::get(db, team, id).await?;
        let whole = match figure.part_of {
            Some(whole) => store::figure::get_many(db, team, &[whole]).await?.pop(),
            None => None,
        };
        let parts = store::figure::parts(db, team, id).await?;
        let mut rows = self.figure_rows(db, team, vec![figure]).await?;
        let row = rows.pop().ok_or(AppError::NotFound { kind: "figure" })?;
        let claims: Vec<_> = row.entries.iter().map(|entry| entry.entry.claim).collect();
        Ok(FigureView {
            context: contexts(db, team, &row.entries).await?,
            history: store::entry::of_figure(db, team, id).await?,
            checks: store::check::of_claims(db, team, &claims).await?,
            parts: self.figure_rows(db, team, parts).await?,
            whole,
            row,
        })
    }

    /// Entries that the filter lets through, newest first.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn entries(
        &self,
        session: &Session,
        filter: &EntryFilter,
        page: &Page,
    ) -> Result<PageOf<EntryRow>, AppError> {
        session.may(Action::Read)?;
        let view = self.store.snapshot().await?;
        let PageOf { items, next, previous, total } = store::entry::list(&view, session.team, filter, page).await?;
        Ok(PageOf { items: entry_rows(&view, session.team, items).await?, next, previous, total })
    }

    /// One entry with its announcement.
    ///
    /// # Errors
    /// When there is no such entry.
    pub async fn entry(&self, session: &Session, id: EntryId) -> Result<EntryRow, AppError> {
        session.may(Action::Read)?;
        let entry = store::entry::get(&self.store, session.team, id).await?;
        let announcement = store::announcement::get(&self.store, session.team, entry.announcement).await?;
        Ok(EntryRow { entry, announcement })
    }

    /// Corrects an entry: the claim it rests on is corrected, and a new entry takes its place. The old one stays.
    ///
    /// # Errors
    /// When there is no such entry, no reason is given, somebody corrected it first, or a field is wrong.
    pub async fn correct_entry(
        &self,
        session: &Session,
        id: EntryId,
        figure: FigureClaim,
        why: String,
    ) -> Result<ClaimRecord, AppError> {
        let entry = self.entry(session, id).await?.entry;
        let claim = self.claim(session, entry.claim).await?;
        let standing = store::entry::current_of_claim(&self.store, entry.claim).await?;
        if standing.is_none_or(|standing| standing.id != id) {
            let decided = claim.decided.clone();
            return Err(AppError::Conflict {
                kind: "entry",
                by: decided.as_ref().map(|stamp| stamp.by.clone()).unwrap_or_default(),
                at: decided.map(|stamp| stamp.at),
                version: claim.version,
            });
        }
        let corrected = Decision::Correct(Box::new(Claim::Figure(figure)));
        self.decide(session, claim.id, claim.version, corrected, Some(why)).await
    }

    pub(crate) async fn figure_rows(
        &self,
        db: &dyn store::Db,
        team: TeamId,
        figures: Vec<Figure>,
    ) -> Result<Vec<FigureRow>, AppError> {
        let entry_ids: Vec<_> = figures.iter().flat_map(|figure| figure.entries.iter().copied()).collect();
        let entries = store::entry::get_many(db, team, &entry_ids).await?;
        let mut entries: HashMap<_, _> =
            entry_rows(db, team, entries).await?.into_iter().map(|row| (row.entry.id, row)).collect();
        let events: Vec<_> = figures.iter().filter_map(|figure| figure.event).collect();
        let projects: Vec<_> = figures.iter().filter_map(|figure| figure.project).collect();
        let events: HashMap<_, _> =
            store::event::get_many(db, team, &events).await?.into_iter().map(|event| (event.id, event)).collect();
        let projects: HashMap<_, _> = store::project::get_many(db, team, &projects)
            .await?
            .into_iter()
            .map(|project| (project.id, project))
            .collect();
        let owners = owners(db, team, figures.iter().map(|figure| figure.team)).await?;
        Ok(figures
            .into_iter()
            .map(|figure| FigureRow {
                owner: owners.get(&figure.team).cloned(),
                event: figure.event.and_then(|id| events.get(&id).cloned()),
                project: figure.project.and_then(|id| projects.get(&id).cloned()),
                entries: figure.entries.iter().filter_map(|id| entries.remove(id)).collect(),
                figure: bare_figure(team, figure),
            })
            .collect())
    }
}

async fn entry_rows(db: &dyn store::Db, team: TeamId, entries: Vec<FigureEntry>) -> Result<Vec<EntryRow>, AppError> {
    let ids: Vec<_> = entries.iter().map(|entry| entry.announcement).collect();
    let announcements: HashMap<_, _> = store::announcement::summaries(db, team, &ids)
        .await?
        .into_iter()
        .map(|announcement| (announcement.id, announcement))
        .collect();
    Ok(entries
        .into_iter()
        .filter_map(|entry| {
            announcements.get(&entry.announcement).cloned().map(|announcement| EntryRow { entry, announcement })
        })
        .collect())
}

async fn contexts(db: &dyn store::Db, team: TeamId, entries: &[EntryRow]) -> Result<Vec<Context>, AppError> {
    let mut found = Vec::with_capacity(entries.len());
    for EntryRow { entry, .. } in entries {
        let text = store::announcement::text(db, team, entry.announcement).await?;
        found.push(context(&text.text, entry.figure.start, entry.figure.end));
    }
    Ok(found)
}

/// The sentence around a quote, as far as 80 characters to either side: enough to judge, never the stored article. Where
/// the sentence goes on, an ellipsis says so.
pub(crate) fn context(text: &str, start: usize, end: usize) -> Context {
    const REACH: usize = 80;
    let from = start.saturating_sub(REACH);
    let near: Vec<char> = text.chars().skip(from).take(end.saturating_sub(from) + REACH + 1).collect();
    let (at, stop) = (start - from, (end - from).min(near.len()));
    let opened = (0..at).rev().find(|index| ends_sentence(&near, *index));
    let closed = (stop..near.len()).find(|index| ends_sentence(&near, *index));
    let whole = |found: Option<usize>, edge: bool| found.is_some() || edge;
    let before: String = near[opened.map_or(0, |index| index + 1)..at].iter().collect();
    let after: String = near[stop..closed.map_or(near.len(), |index| index + 1)].iter().collect();
    let (before, after) = (before.trim_start(), after.trim_end());
    Context {
        before: if whole(opened, from == 0) { before.to_owned() } else { format!("…{}", from_word(before)) },
        quote: near[at..stop].iter().collect(),
        after: if whole(closed, near.len() <= stop + REACH) {
            after.to_owned()
        } else {
            format!("{}…", to_word(after))
        },
    }
}

/// A full stop ends a sentence in scripts with spaces only where a space follows: 204.5 goes on.
fn ends_sentence(text: &[char], index: usize) -> bool {
    match text[index] {
        '。' | '！' | '？' | '；' | '\n' | '\r' | '!' | '?' => true,
        '.' => text.get(index + 1).is_some_and(|next| next.is_whitespace()),
        _ => false,
    }
}

/// Without the piece of a word that was cut at the beginning, in scripts that write spaces.
fn from_word(cut: &str) -> &str {
    match cut.find(' ') {
        Some(space) if cut.is_char_boundary(space) && cut[..space].is_ascii() => cut[space..].trim_start(),
        _ => cut,
    }
}

/// Without the piece of a word that was cut at the end.
fn to_word(cut: &str) -> &str {
    match cut.rfind(' ') {
        Some(space) if cut[space..].is_ascii() => cut[..space].trim_end(),
        _ => cut,
    }
}

#[cfg(test)]
mod tests {
    use super::{Context, context};

    #[test]
    fn context_is_the_sentence_of_the_quote() {
        let text = "推介会昨日举行。15个项目签约，总投资204.5亿元。其余另报。";
        let start = text.chars().position(|c| c == '2').expect("the quote");
        assert_eq!(
            context(text, start, start + 7),
            Context {
                before: "15个项目签约，总投资".into(), quote: "204.5亿元".into(), after: "。".into()
            }
        );
    }

    #[test]
    fn context_of_a_long_sentence_is_cut_between_words() {
        let text = format!("{} signed 15 projects worth 3.2 billion {}.", "word ".repeat(40), "more ".repeat(40));
        let start = text.chars().position(|c| c == '1').expect("the quote");
        let found = context(&text, start, start + 11);
        assert!(found.before.starts_with("…word ") && found.before.ends_with("signed "), "{found:?}");
        assert!(found.after.starts_with(" worth 3.2 billion more") && found.after.ends_with(" more…"), "{found:?}");
    }

    #[test]
    fn context_at_the_edges_of_the_text_is_whole() {
        assert_eq!(
            context("59家", 0, 3),
            Context { before: String::new(), quote: "59家".into(), after: String::new() }
        );
    }
}
