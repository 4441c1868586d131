//! What others see of a record: made in one place for those it is shared with and for everybody it is published to.

use super::stranger;
use crate::error::AppError;
use crate::figures::context;
use crate::ledger::source_rows;
use samesky_model::id::{AnnouncementId, TeamId};
use samesky_model::record::{
    Announcement, Content, EventRecord, Facts, Figure, FigureEntry, PublicFigure, PublicName, PublicQuote,
    PublicSource, RecordRef, Shareable, WrittenName,
};
use samesky_store as store;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use uuid::Uuid;

/// What others see of a record of this team.
pub(crate) async fn content_of(db: &dyn store::Db, team: TeamId, record: RecordRef) -> Result<Content, AppError> {
    match record.kind {
        Shareable::Announcement => announcement(db, team, record.id.into()).await,
        Shareable::Event => {
            let event = store::event::get(db, team, record.id.into()).await?;
            let mut figures = store::figure::of_event(db, team, event.id).await?;
            figures.retain(|figure| figure.project.is_none() && figure.organisation.is_none());
            whole(db, team, (record.id, names(&event.names)), facts(event), figures).await
        }
        Shareable::Organisation => {
            let found = store::organisation::get(db, team, record.id.into()).await?;
            let facts = stranger::facts(&found, store::organisation::fact::of_one(db, team, found.id).await?);
            let names = names(&stranger::each_once(found.names));
            Ok(Content { names, facts, figures: Vec::new(), sources: Vec::new() })
        }
        Shareable::Project => {
            let found = store::project::get(db, team, record.id.into()).await?;
            let figures = store::figure::of_project(db, team, found.id).await?;
            let names = names(&found.names);
            let facts = Facts::Project {
                organisations: found.organisations,
                place: found.place,
                stage: found.stage,
                industries: found.industries,
            };
            whole(db, team, (record.id, names), facts, figures).await
        }
    }
}

/// SHA-256 of a content, hexadecimal: two contents with the same say the same.
pub(crate) fn digest(content: &Content) -> String {
    let json = serde_json::to_vec(content).unwrap_or_default();
    Sha256::digest(json).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Figures with their words, and the announcements whose words they are.
pub(super) async fn figures_of(
    db: &dyn store::Db,
    team: TeamId,
    figures: Vec<Figure>,
    told: Vec<Announcement>,
) -> Result<(Vec<PublicFigure>, Vec<PublicSource>), AppError> {
    let ids: Vec<_> = figures.iter().flat_map(|figure| figure.entries.iter().copied()).collect();
    let entries = store::entry::get_many(db, team, &ids).await?;
    let sources = with_quoted(db, team, told, &entries).await?;
    let mut texts = HashMap::new();
    for entry in &entries {
        if let Entry::Vacant(free) = texts.entry(entry.announcement) {
            free.insert(store::announcement::text(db, team, entry.announcement).await?.text);
        }
    }
    let quote = |entry: &FigureEntry| quoted(entry, &sources, &texts);
    let entries: HashMap<_, _> = entries.iter().map(|entry| (entry.id, quote(entry))).collect();
    let mut shown: Vec<_> = figures
        .into_iter()
        .map(|figure| {
            let quotes = figure.entries.iter().filter_map(|id| entries.get(id).cloned().flatten()).collect();
            public(figure, quotes)
        })
        .collect();
    // The order must not hang on identifiers, which may change while the figures stay the same.
    shown.sort_by_cached_key(|figure| (figure.value.is_none(), std::cmp::Reverse(figure.value), said(figure)));
    Ok((shown, sources.into_iter().map(source).collect()))
}

async fn announcement(db: &dyn store::Db, team: TeamId, id: AnnouncementId) -> Result<Content, AppError> {
    let found = store::announcement::get(db, team, id).await?;
    let mut figures = store::figure::of_announcements(db, team, &[id]).await?;
    let ids: Vec<_> = figures.iter().flat_map(|figure| figure.entries.iter().copied()).collect();
    let entries = store::entry::get_many(db, team, &ids).await?;
    let elsewhere: Vec<_> = entries.iter().filter(|entry| entry.announcement != id).map(|entry| entry.id).collect();
    figures.retain(|figure| !figure.entries.iter().any(|entry| elsewhere.contains(entry)));
    let title = found.title.clone().or_else(|| found.file_name.clone());
    let names = title.map(|text| PublicName { text, language: found.language.clone() }).into_iter().collect();
    let facts = Facts::Announcement { parties: found.parties.clone() };
    let (figures, sources) = figures_of(db, team, figures, vec![found]).await?;
    Ok(Content { names, facts, figures, sources })
}

async fn whole(
    db: &dyn store::Db,
    team: TeamId,
    (id, names): (Uuid, Vec<PublicName>),
    facts: Facts,
    figures: Vec<Figure>,
) -> Result<Content, AppError> {
    let mut told: Vec<Announcement> = Vec::new();
    for row in source_rows(db, team, id).await? {
        if !told.iter().any(|known| known.id == row.announcement.id) {
            told.push(row.announcement);
        }
    }
    let (figures, sources) = figures_of(db, team, figures, told).await?;
    Ok(Content { names, facts, figures, sources })
}

/// The announcements that tell of a record, and those whose words its figures are.
async fn with_quoted(
    db: &dyn store::Db,
    team: TeamId,
    mut told: Vec<Announcement>,
    entries: &[FigureEntry],
) -> Result<Vec<Announcement>, AppError> {
    let mut missing: Vec<AnnouncementId> = Vec::new();
    for entry in entries {
        let known = told.iter().any(|one| one.id == entry.announcement) || missing.contains(&entry.announcement);
        if !known {
            missing.push(entry.announcement);
        }
    }
    told.extend(store::announcement::summaries(db, team, &missing).await?);
    Ok(told)
}

fn quoted(
    entry: &FigureEntry,
    sources: &[Announcement],
    texts: &HashMap<AnnouncementId, String>,
) -> Option<PublicQuote> {
    let source = sources.iter().position(|one| one.id == entry.announcement)?;
    let found = context(texts.get(&entry.announcement)?, entry.figure.start, entry.figure.end);
    Some(PublicQuote { source, before: found.before, quote: found.quote, after: found.after })
}

fn public(figure: Figure, quotes: Vec<PublicQuote>) -> PublicFigure {
    PublicFigure {
        measure: figure.measure,
        money_class: figure.money_class,
        value: figure.value,
        unit: figure.unit,
        qualifier: figure.qualifier,
        tier_label: figure.tier_label,
        status: figure.status,
        period: figure.period,
        flow: figure.flow,
        subject: figure.subject,
        state: figure.state,
        quotes,
    }
}

fn said(figure: &PublicFigure) -> String {
    serde_json::to_string(figure).unwrap_or_default()
}

fn source(announcement: Announcement) -> PublicSource {
    PublicSource {
        title: announcement.title,
        publisher: announcement.publisher,
        published: announcement.published.map(|published| published.date),
        address: announcement.source_address,
        language: announcement.language,
    }
}

fn names(names: &[WrittenName]) -> Vec<PublicName> {
    names.iter().map(|name| PublicName { text: name.text.clone(), language: name.language.clone() }).collect()
}

fn facts(event: EventRecord) -> Facts {
    Facts::Event {
        event_type: event.kind,
        date: event.date,
        places: event.places,
        mode: event.mode,
        organisers: event.organisers,
        zone: event.zone,
        industries: event.industries,
        parties: event.parties,
    }
}
