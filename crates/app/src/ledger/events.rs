//! Events of the ledger: found again in whatever language, or made.

mod join;
mod view;

pub use samesky_store::event::EventFilter;
pub use view::{EventSuggestion, EventView};

use super::records::{SourceRow, claims_of, sources};
use super::{Work, names};
use crate::audit::Change;
use crate::error::AppError;
use samesky_figures::{EventFacts, EventMatch, SameEvent};
use samesky_model::id::{AnnouncementId, EventId};
use samesky_model::reading::{DateBasis, EventClaim, FigureClaim, Organiser};
use samesky_model::record::{
    Announcement, Claim, ClaimKind, ClaimRecord, EventRecord, RecordKind, RecordState, WrittenName,
};
use samesky_reading::gazetteer::place_key;
use samesky_store as store;
use std::collections::BTreeSet;

/// Links every taken event claim of the announcement to an event. A claim that is not taken remembers its event, which
/// no longer rests on it: taken again, it goes back there.
pub(super) async fn settle(work: Work<'_>, announcement: AnnouncementId) -> Result<(), AppError> {
    let (taken, others): (Vec<_>, Vec<_>) =
        claims_of(work, announcement, ClaimKind::Event).await?.into_iter().partition(|claim| claim.state.is_taken());
    let mut made_again = BTreeSet::new();
    for event in others.iter().filter_map(|claim| claim.record).filter(|event| made_again.insert(*event)) {
        rebuild(work, event.into()).await?;
    }
    for claim in taken {
        match claim.record.map(EventId::from) {
            Some(event) if stays(work, &claim, event).await? => {
                if made_again.insert(event.0) {
                    rebuild(work, event).await?;
                }
            }
            known => link(work, &claim, known).await?,
        }
    }
    link_parts(work, announcement).await
}

/// A claim stays with its event while anything else rests on that event, or where an officer gave it an event of its own.
async fn stays(work: Work<'_>, claim: &ClaimRecord, event: EventId) -> Result<bool, AppError> {
    let known = store::event::get(work.tx, work.session.team, event).await?;
    Ok(known.state == RecordState::Active || join::was_separated(work, claim, event).await?)
}

/// Finds the event that others tell of, else goes back to the one of before, else makes one.
async fn link(work: Work<'_>, claim: &ClaimRecord, before: Option<EventId>) -> Result<(), AppError> {
    let announcement = store::announcement::get(work.tx, work.session.team, claim.announcement).await?;
    let facts = ClaimFacts::load(work, claim, &announcement).await?;
    if let Some((event, found)) = best_match(work, &facts).await? {
        store::claim::set_record(work.tx, claim.id, Some(event.id.0)).await?;
        let change = Change::new("event.join", RecordKind::Event, event.id.0)
            .before(&event)
            .after(&serde_json::json!({ "claim": claim.id, "score_permille": found.score_permille }));
        work.app.append_audit(work.session, work.tx, change).await?;
        return rebuild(work, event.id).await;
    }
    match before {
        Some(event) => rebuild(work, event).await,
        None => make(work, claim, &announcement).await.map(|_| ()),
    }
}

/// Makes an event of its own for the claim.
pub(super) async fn make(
    work: Work<'_>,
    claim: &ClaimRecord,
    announcement: &Announcement,
) -> Result<EventId, AppError> {
    let Claim::Event(stated) = &claim.current else { return Err(AppError::NotFound { kind: "event" }) };
    let mut event = empty(work, stated);
    add_source(&mut event, stated, announcement);
    store::event::insert(work.tx, &event).await?;
    store::claim::set_record(work.tx, claim.id, Some(event.id.0)).await?;
    let change = Change::new("event.make", RecordKind::Event, event.id.0).after(&event);
    work.app.append_audit(work.session, work.tx, change).await?;
    Ok(event.id)
}

/// Makes the record again from the claims on which it rests; without any it is withdrawn, but kept.
pub(super) async fn rebuild(work: Work<'_>, id: EventId) -> Result<(), AppError> {
    let before = store::event::get(work.tx, work.session.team, id).await?;
    let after = rebuilt(work, &before).await?;
    if after == before {
        return Ok(());
    }
    let after = EventRecord { version: before.version + 1, ..after };
    store::event::update(work.tx, &after, before.version).await?;
    let change = Change::new("event.rebuild", RecordKind::Event, id.0).before(&before).after(&after);
    work.app.append_audit(work.session, work.tx, change).await
}

async fn rebuilt(work: Work<'_>, before: &EventRecord) -> Result<EventRecord, AppError> {
    let rows = sources(work, before.id.0).await?;
    let Some(first) = rows.first() else {
        return Ok(EventRecord { state: RecordState::Withdrawn, ..before.clone() });
    };
    let Claim::Event(stated) = &first.claim.current else { return Ok(before.clone()) };
    let mut after = EventRecord {
        id: before.id,
        version: before.version,
        created: before.created.clone(),
        part_of: before.part_of,
        ..empty(work, stated)
    };
    for SourceRow { claim, announcement } in &rows {
        if let Claim::Event(stated) = &claim.current {
            add_source(&mut after, stated, announcement);
        }
    }
    Ok(after)
}

fn empty(work: Work<'_>, stated: &EventClaim) -> EventRecord {
    EventRecord {
        id: work.app.sources.id(),
        team: work.session.team,
        version: 1,
        state: RecordState::Active,
        kind: stated.kind,
        names: Vec::new(),
        date: None,
        date_basis: DateBasis::Unknown,
        places: Vec::new(),
        place_keys: Vec::new(),
        mode: None,
        organisers: Vec::new(),
        part_of: None,
        zone: None,
        industries: Vec::new(),
        parties: Vec::new(),
        created: work.app.stamp(work.session),
    }
}

/// What a further source says is added; what an earlier one said stays. A fuller date replaces a partial one that it
/// agrees with.
fn add_source(event: &mut EventRecord, stated: &EventClaim, announcement: &Announcement) {
    if let Some(name) = &stated.name {
        let name = WrittenName {
            text: name.clone(),
            language: announcement.language.clone(),
            announcement: Some(announcement.id),
        };
        names::merge(&mut event.names, name);
    }
    if is_fuller(event, stated) {
        event.date = stated.date;
        event.date_basis = stated.date_basis;
    }
    event.mode = event.mode.or(stated.mode);
    event.zone = event.zone.take().or_else(|| stated.zone.clone());
    stated.places.iter().for_each(|place| push_new(&mut event.places, place));
    stated.places.iter().filter_map(|place| place_key(place)).for_each(|key| push_new(&mut event.place_keys, &key));
    stated.industries.iter().for_each(|industry| push_new(&mut event.industries, industry));
    announcement.parties.iter().for_each(|party| push_new(&mut event.parties, party));
    stated.organisers.iter().for_each(|organiser| push_organiser(&mut event.organisers, organiser));
}

fn is_fuller(event: &EventRecord, stated: &EventClaim) -> bool {
    let parts = |date: Option<samesky_model::date::PartialDate>| {
        date.map_or(0, |date| {
            usize::from(date.year().is_some()) + usize::from(date.month().is_some()) + usize::from(date.day().is_some())
        })
    };
    parts(stated.date) > parts(event.date)
}

fn push_new(list: &mut Vec<String>, value: &str) {
    if !list.iter().any(|known| known == value) {
        list.push(value.to_owned());
    }
}

fn push_organiser(list: &mut Vec<Organiser>, organiser: &Organiser) {
    let key = names::key(&organiser.name);
    if !list.iter().any(|known| known.role == organiser.role && names::key(&known.name) == key) {
        list.push(organiser.clone());
    }
}

/// A part names its whole by the whole's local name in the same announcement.
async fn link_parts(work: Work<'_>, announcement: AnnouncementId) -> Result<(), AppError> {
    let claims = claims_of(work, announcement, ClaimKind::Event).await?;
    let events: BTreeSet<_> =
        claims.iter().filter(|claim| claim.state.is_taken()).filter_map(|claim| claim.record).collect();
    for event in events {
        let before = store::event::get(work.tx, work.session.team, event.into()).await?;
        let part_of = whole_of(work, before.id).await?;
        if part_of != before.part_of {
            let after = EventRecord { part_of, version: before.version + 1, ..before.clone() };
            store::event::update(work.tx, &after, before.version).await?;
            let change = Change::new("event.part", RecordKind::Event, before.id.0).before(&before).after(&after);
            work.app.append_audit(work.session, work.tx, change).await?;
        }
    }
    Ok(())
}

/// The first of an event's sources that names a whole decides.
async fn whole_of(work: Work<'_>, event: EventId) -> Result<Option<EventId>, AppError> {
    for row in sources(work, event.0).await? {
        let Claim::Event(EventClaim { part_of: Some(local), .. }) = &row.claim.current else { continue };
        let claims = claims_of(work, row.announcement.id, ClaimKind::Event).await?;
        let whole = claims.iter().find(|claim| claim.state.is_taken() && claim.current.local_id() == local);
        if let Some(whole) = whole.and_then(|claim| claim.record).map(EventId::from).filter(|whole| *whole != event) {
            return Ok(Some(whole));
        }
    }
    Ok(None)
}

/// One side of a comparison, with everything it borrows from.
pub(super) struct ClaimFacts {
    kind: samesky_model::reading::EventType,
    names: Vec<String>,
    date: Option<samesky_model::date::PartialDate>,
    place_keys: Vec<String>,
    parties: Vec<String>,
    zone: Option<String>,
    figures: Vec<FigureClaim>,
}

impl ClaimFacts {
    pub(super) async fn load(
        work: Work<'_>,
        claim: &ClaimRecord,
        announcement: &Announcement,
    ) -> Result<Self, AppError> {
        let Claim::Event(stated) = &claim.current else { return Err(AppError::NotFound { kind: "event" }) };
        let claims = store::claim::list(work.tx, work.session.team, announcement.id).await?;
        let figures = figures_told(&claims, &stated.id);
        Ok(Self {
            kind: stated.kind,
            names: stated.name.iter().cloned().collect(),
            date: stated.date,
            place_keys: stated.places.iter().filter_map(|place| place_key(place)).collect(),
            parties: party_keys(&announcement.parties),
            zone: stated.zone.clone(),
            figures,
        })
    }

    /// The same for an event that is kept already: from all its sources.
    pub(super) async fn of_event(
        db: &dyn store::Db,
        team: samesky_model::id::TeamId,
        event: &EventRecord,
    ) -> Result<Self, AppError> {
        let mut figures = Vec::new();
        for row in super::records::source_rows(db, team, event.id.0).await? {
            let claims = store::claim::list(db, team, row.announcement.id).await?;
            figures.extend(figures_told(&claims, row.claim.current.local_id()));
        }
        Ok(Self {
            kind: event.kind,
            names: event.names.iter().map(|name| name.text.clone()).collect(),
            date: event.date,
            place_keys: event.place_keys.clone(),
            parties: party_keys(&event.parties),
            zone: event.zone.clone(),
            figures,
        })
    }

    /// The candidates worth a full comparison, which loads all their figures: those with most in common at first sight.
    pub(super) fn likeliest(&self, mut candidates: Vec<EventRecord>) -> Vec<EventRecord> {
        const COMPARED: usize = 20;
        let names: Vec<_> = self.names.iter().map(|name| names::key(name)).collect();
        let in_common = |event: &EventRecord| {
            let date = event.date.is_some() && event.date == self.date;
            let name = event.names.iter().any(|name| names.contains(&names::key(&name.text)));
            let place = event.place_keys.iter().any(|key| self.place_keys.contains(key));
            u8::from(date) * 2 + u8::from(name) * 3 + u8::from(place)
        };
        candidates.sort_by_cached_key(|event| (std::cmp::Reverse(in_common(event)), event.id));
        candidates.truncate(COMPARED);
        candidates
    }

    pub(super) fn compare(&self, other: &Self) -> EventMatch {
        samesky_figures::same_event(&self.borrow(), &other.borrow())
    }

    fn borrow(&self) -> EventFacts<'_> {
        EventFacts {
            kind: self.kind,
            names: self.names.iter().map(String::as_str).collect(),
            date: self.date,
            place_keys: self.place_keys.iter().map(String::as_str).collect(),
            parties: self.parties.iter().map(String::as_str).collect(),
            zone: self.zone.as_deref(),
            figures: self.figures.iter().collect(),
        }
    }
}

/// The figures of an event and of its parts: those of a signing are told with the promotion meeting it belongs to.
fn figures_told(claims: &[ClaimRecord], event: &str) -> Vec<FigureClaim> {
    let is_part = |local: &str| {
        claims.iter().any(|claim| {
            matches!(&claim.current, Claim::Event(part) if part.id == local && part.part_of.as_deref() == Some(event))
        })
    };
    let told = |figure: &FigureClaim| figure.event.as_deref().is_some_and(|local| local == event || is_part(local));
    let figures = claims.iter().filter_map(|claim| match &claim.current {
        Claim::Figure(figure) if told(figure) => Some(figure.clone()),
        _ => None,
    });
    figures.collect()
}

/// 成都 and Chengdu are one party: places by their canonical key, others by their letters.
pub(super) fn party_keys(parties: &[String]) -> Vec<String> {
    parties.iter().map(|party| place_key(party).unwrap_or_else(|| names::key(party))).collect()
}

async fn best_match(work: Work<'_>, facts: &ClaimFacts) -> Result<Option<(EventRecord, EventMatch)>, AppError> {
    let mut best: Option<(EventRecord, EventMatch)> = None;
    let candidates = store::event::candidates(work.tx, work.session.team, facts.kind, facts.date).await?;
    for event in facts.likeliest(candidates) {
        let found = facts.compare(&ClaimFacts::of_event(work.tx, work.session.team, &event).await?);
        let better = best.as_ref().is_none_or(|(_, known)| found.score_permille > known.score_permille);
        if found.verdict == SameEvent::Same && better {
            best = Some((event, found));
        }
    }
    Ok(best)
}
