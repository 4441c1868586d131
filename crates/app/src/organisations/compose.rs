//! The record of an organisation from what is kept of it and what announcements tell.

use crate::error::AppError;
use crate::ledger::{Work, names, records};
use samesky_model::id::OrganisationId;
use samesky_model::reading::OrganisationKind;
use samesky_model::record::{
    Announcement, Claim, Fact, KeptFact, NameKind, OrganisationName, OrganisationRecord, RecordState, WrittenName,
};

/// What announcements tell of an organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// Names, in the order of their announcements.
    pub(crate) names: Vec<WrittenName>,
    /// What kind the first of them says it is.
    pub(crate) kind: Option<OrganisationKind>,
}

/// A record, and the keys by which it is found.
pub(crate) struct Composed {
    pub(crate) record: OrganisationRecord,
    pub(crate) keys: Vec<String>,
}

/// What announcements tell, from the taken claims.
pub(crate) async fn told(work: Work<'_>, id: OrganisationId) -> Result<Told, AppError> {
    let mut told = Told::default();
    for row in records::sources(work, id.0).await? {
        let Claim::Organisation(stated) = &row.claim.current else { continue };
        told.kind = told.kind.or(Some(stated.kind));
        for text in std::iter::once(&stated.name).chain(&stated.aliases) {
            names::merge(&mut told.names, written(text, &row.announcement));
        }
    }
    Ok(told)
}

/// A name as an announcement writes it.
fn written(text: &str, announcement: &Announcement) -> WrittenName {
    WrittenName { text: text.to_owned(), language: announcement.language.clone(), announcement: Some(announcement.id) }
}

/// The record that follows: kept names first, the legal ones before the others. What nothing speaks of any more keeps its
/// names and is withdrawn.
pub(crate) fn compose(before: &OrganisationRecord, facts: &[KeptFact], told: &Told) -> Composed {
    let mut record = OrganisationRecord { names: kept_names(facts), ..before.clone() };
    record.names.extend(told.names.iter().cloned());
    let rests = !record.names.is_empty() || !facts.is_empty();
    record.state = if rests { RecordState::Active } else { RecordState::Withdrawn };
    record.kind = kind(facts).or(told.kind).unwrap_or(before.kind);
    record.country = facts.iter().find_map(|kept| match &kept.fact {
        Fact::Country(code) => Some(code.clone()),
        _ => None,
    });
    record.readings = kept(facts).filter_map(|name| name.reading.clone()).collect();
    let keys = keys(record.names.iter().map(|name| name.text.as_str()));
    if record.names.is_empty() {
        record.names.clone_from(&before.names);
    }
    Composed { record, keys }
}

/// The normalised names, each once.
pub(crate) fn keys<'a>(written: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut keys: Vec<_> = written.map(names::key).filter(|key| !key.is_empty()).collect();
    keys.sort();
    keys.dedup();
    keys
}

fn kept(facts: &[KeptFact]) -> impl Iterator<Item = &OrganisationName> {
    facts.iter().filter_map(|kept| match &kept.fact {
        Fact::Name(name) => Some(name),
        _ => None,
    })
}

fn kept_names(facts: &[KeptFact]) -> Vec<WrittenName> {
    let mut names: Vec<&OrganisationName> = kept(facts).collect();
    names.sort_by_key(|name| name.kind != NameKind::Legal);
    let written = |name: &OrganisationName| WrittenName {
        text: name.text.clone(),
        language: name.language.clone(),
        announcement: None,
    };
    names.into_iter().map(written).collect()
}

fn kind(facts: &[KeptFact]) -> Option<OrganisationKind> {
    facts.iter().find_map(|kept| match kept.fact {
        Fact::Kind(kind) => Some(kind),
        _ => None,
    })
}
