//! Announcements as they came: lists, the original bytes, and what is known of their source.

use crate::access::{Action, Session};
use crate::error::AppError;
use crate::sharing::{bare_announcement, owners};
use crate::{App, Page, PageOf, audit};
use samesky_model::date::PartialDate;
use samesky_model::id::AnnouncementId;
use samesky_model::reading::{DateBasis, Published};
use samesky_model::record::{Announcement, CheckRecord, RecordKind, Team};
use samesky_store as store;
pub use samesky_store::announcement::{AnnouncementFilter, AnnouncementSort, AnnouncementTally};
use std::collections::HashMap;

/// An announcement in a list, with the check that needs looking at most.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnouncementRow {
    /// The announcement.
    pub announcement: Announcement,
    /// The team that shares it, where it is not the own one.
    pub owner: Option<Team>,
    /// Its worst check, where it has any.
    pub worst_check: Option<CheckRecord>,
}

/// What an officer may say of an announcement's source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceDetails {
    /// Where it was published: an http or https address.
    pub source_address: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub published: Option<PartialDate>,
    /// BCP 47 tag of its language.
    pub language: Option<String>,
}

impl App {
    /// Announcements that the filter lets through.
    ///
    /// # Errors
    /// When the store does not answer or the cursor is none of ours.
    pub async fn announcements(
        &self,
        session: &Session,
        filter: &AnnouncementFilter,
        page: &Page,
    ) -> Result<PageOf<AnnouncementRow>, AppError> {
        session.may(Action::Read)?;
        let found = store::announcement::list(&self.store, session.team, filter, page).await?;
        let ids: Vec<_> = found.items.iter().map(|announcement| announcement.id).collect();
        let mut worst: HashMap<_, _> =
            store::check::worst_per_announcement(&self.store, session.team, &ids).await?.into_iter().collect();
        let owners = owners(&self.store, session.team, found.items.iter().map(|one| one.team)).await?;
        Ok(found.map(|announcement| AnnouncementRow {
            worst_check: worst.remove(&announcement.id),
            owner: owners.get(&announcement.team).cloned(),
            announcement: bare_announcement(session.team, announcement),
        }))
    }

    /// How many announcements are new, in review and reviewed.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn announcement_tally(&self, session: &Session) -> Result<AnnouncementTally, AppError> {
        session.may(Action::Read)?;
        Ok(store::announcement::tally(&self.store, session.team).await?)
    }

    /// One announcement without its text.
    ///
    /// # Errors
    /// When there is no such announcement.
    pub async fn announcement(&self, session: &Session, id: AnnouncementId) -> Result<Announcement, AppError> {
        session.may(Action::Read)?;
        Ok(store::announcement::get(&self.store, session.team, id).await?)
    }

    /// The bytes as they came.
    ///
    /// # Errors
    /// When there is no such announcement.
    pub async fn original(&self, session: &Session, id: AnnouncementId) -> Result<(Announcement, Vec<u8>), AppError> {
        session.may(Action::Read)?;
        let announcement = store::announcement::get(&self.store, session.team, id).await?;
        let bytes = store::announcement::original(&self.store, session.team, id).await?;
        Ok((announcement, bytes))
    }

    /// Notes what an officer knows of the source. The text and its claims stay as they are.
    ///
    /// # Errors
    /// When the address is no web address, the language no tag, or somebody else changed the announcement first.
    pub async fn describe_source(
        &self,
        session: &Session,
        id: AnnouncementId,
        expected: i64,
        details: SourceDetails,
    ) -> Result<Announcement, AppError> {
        session.may(Action::Write)?;
        let details = details.valid()?;
        let tx = self.store.write().await?;
        let before = store::announcement::get(&tx, session.team, id).await?;
        if before.version != expected {
            return Err(AppError::Conflict {
                kind: "announcement",
                by: String::new(),
                at: None,
                version: before.version,
            });
        }
        let after = described(before.clone(), details);
        store::announcement::update_source(&tx, &after, expected).await?;
        let change =
            audit::Change::new("announcement.describe", RecordKind::Announcement, id.0).before(&before).after(&after);
        self.append_audit(session, &tx, change).await?;
        crate::ledger::settle(self, session, &tx, id).await?;
        tx.commit().await?;
        Ok(after)
    }
}

fn described(before: Announcement, details: SourceDetails) -> Announcement {
    let published = match (details.published, &before.published) {
        (Some(date), Some(known)) if known.date == date => before.published.clone(),
        (Some(date), _) => Some(Published { date, basis: DateBasis::Published }),
        (None, _) => None,
    };
    Announcement {
        version: before.version + 1,
        source_address: details.source_address,
        publisher: details.publisher,
        published,
        language: details.language,
        ..before
    }
}

impl SourceDetails {
    /// The same with trimmed fields and without empty ones.
    ///
    /// # Errors
    /// When the address is no web address or the language no tag.
    pub fn valid(self) -> Result<Self, AppError> {
        let source_address = filled(self.source_address);
        if let Some(address) = source_address.as_ref().filter(|address| !is_web_address(address)) {
            return Err(AppError::invalid_value("source_address", "no-web-address", address.as_str()));
        }
        let language = filled(self.language);
        if let Some(tag) = language.as_ref().filter(|tag| !is_language_tag(tag)) {
            return Err(AppError::invalid_value("language", "no-language-tag", tag.as_str()));
        }
        Ok(Self { source_address, publisher: filled(self.publisher), published: self.published, language })
    }
}

fn filled(value: Option<String>) -> Option<String> {
    value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
}

/// Only `http` and `https`: an address is shown as a link, and no other scheme may be followed from a page.
pub(crate) fn is_web_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        && !address.chars().any(|c| c.is_whitespace() || c.is_control())
}

pub(crate) fn is_language_tag(tag: &str) -> bool {
    tag.len() <= 35
        && tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
        && tag.split('-').next().is_some_and(|part| (2..=3).contains(&part.len()))
}

#[cfg(test)]
mod tests {
    use super::{is_language_tag, is_web_address};

    #[test]
    fn web_address_only_http_and_https_pass() {
        for (address, right) in [
            ("https://www.chinaqw.com/", true),
            ("http://example.org/a?b=c", true),
            ("javascript:alert(1)", false),
            ("https://", false),
            ("https:///etc/passwd", false),
            ("ftp://example.org", false),
            ("https://a b", false),
        ] {
            assert_eq!(is_web_address(address), right, "{address}");
        }
    }

    #[test]
    fn language_tag_needs_a_primary_subtag_of_letters() {
        for (tag, right) in [("zh-Hans", true), ("ja", true), ("", false), ("z", false), ("zh_Hans", false)] {
            assert_eq!(is_language_tag(tag), right, "{tag}");
        }
    }
}
