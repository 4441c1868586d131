//! Figures: what entries come to when all announcements that share a record are looked at together. Derived, and made
//! again whenever an entry comes or a record changes hands.

mod facets;
mod facts;
mod resigned;

use super::Work;
use crate::error::AppError;
use facts::Facts;
use samesky_figures::Group;
use samesky_model::id::{AnnouncementId, ClaimId, EntryId, FigureId};
use samesky_model::record::{CheckRecord, CheckTerm, ClaimKind, Facet, Figure, FigureEntry};
use samesky_store as store;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The announcements whose figures may change with this one's claims: those connected with it, and those of projects that
/// are signed again.
pub(super) async fn reached(
    work: Work<'_>,
    announcement: AnnouncementId,
) -> Result<BTreeSet<AnnouncementId>, AppError> {
    let mut reached = connected(work, announcement).await?;
    for other in resigned::beside(work, &reached).await? {
        if !reached.contains(&other) {
            reached.extend(connected(work, other).await?);
        }
    }
    Ok(reached)
}

/// The announcements that share an event or a project with this one, directly or through others; itself included.
async fn connected(work: Work<'_>, announcement: AnnouncementId) -> Result<BTreeSet<AnnouncementId>, AppError> {
    let mut reached = BTreeSet::from([announcement]);
    let mut waiting = vec![announcement];
    let mut known = HashSet::new();
    while let Some(next) = waiting.pop() {
        for claim in store::claim::list(work.tx, work.session.team, next).await? {
            let links = matches!(claim.current.kind(), ClaimKind::Event | ClaimKind::Project);
            let Some(record) = claim.record.filter(|record| links && known.insert(*record)) else { continue };
            for source in store::claim::by_record(work.tx, work.session.team, record).await? {
                if reached.insert(source.announcement) {
                    waiting.push(source.announcement);
                }
            }
        }
    }
    Ok(reached)
}

/// Makes the figures and the checks across announcements again, for all that is connected now or was before.
pub(super) async fn settle(
    work: Work<'_>,
    announcement: AnnouncementId,
    before: BTreeSet<AnnouncementId>,
) -> Result<(), AppError> {
    let mut reached = reached(work, announcement).await?;
    for other in before {
        if !reached.contains(&other) {
            reached.extend(connected(work, other).await?);
        }
    }
    let announcements: Vec<_> = reached.into_iter().collect();
    let facts = Facts::load(work, &announcements).await?;
    let entries = facts.borrow();
    let mut groups = samesky_figures::group(&entries);
    let resigned = resigned::of(work, &facts, &groups).await?;
    samesky_figures::mark_resigned(&mut groups, &resigned);
    keep_figures(work, &announcements, &facts, &groups).await?;
    let across = samesky_figures::across(&groups, &entries);
    let checks: Vec<_> = across.iter().filter_map(|check| across_record(work, &facts, check)).collect();
    Ok(store::check::replace_across(work.tx, work.session.team, &announcements, &checks).await?)
}

async fn keep_figures(
    work: Work<'_>,
    announcements: &[AnnouncementId],
    facts: &Facts,
    groups: &[Group],
) -> Result<(), AppError> {
    let old = store::figure::of_announcements(work.tx, work.session.team, announcements).await?;
    let removed: Vec<_> = old.iter().map(|figure| figure.id).collect();
    let claims: Vec<_> = facts.entries().map(|entry| entry.claim).collect();
    let known: HashMap<_, _> = store::figure::of_claims(work.tx, &claims).await?.into_iter().collect();
    let ids = identities(work, facts, groups, &known);
    let figures: Vec<_> = groups.iter().zip(&ids).map(|(group, id)| figure(work, facts, group, *id, &ids)).collect();
    let facets: Vec<(FigureId, Facet)> = groups
        .iter()
        .zip(&ids)
        .flat_map(|(group, id)| facets::of(facts, group).into_iter().map(|facet| (*id, facet)))
        .collect();
    Ok(store::figure::replace(work.tx, work.session.team, &removed, &figures, &facets).await?)
}

/// A figure keeps its address while one of the claims it rested on stays with it; the earliest claim decides.
fn identities(work: Work<'_>, facts: &Facts, groups: &[Group], known: &HashMap<ClaimId, FigureId>) -> Vec<FigureId> {
    let mut taken = HashSet::new();
    groups
        .iter()
        .map(|group| {
            let kept = group
                .entries
                .iter()
                .filter_map(|entry| facts.entry(*entry))
                .filter_map(|entry| known.get(&entry.claim).copied())
                .find(|id| !taken.contains(id));
            let id = kept.unwrap_or_else(|| work.app.sources.id());
            taken.insert(id);
            id
        })
        .collect()
}

fn figure(work: Work<'_>, facts: &Facts, group: &Group, id: FigureId, ids: &[FigureId]) -> Figure {
    let tellers: BTreeSet<_> =
        group.entries.iter().filter_map(|entry| facts.entry(*entry)).map(|entry| entry.announcement).collect();
    Figure {
        id,
        team: work.session.team,
        measure: group.measure,
        money_class: group.money_class,
        unit: group.unit.clone(),
        status: group.status,
        period: group.period.clone(),
        flow: group.flow,
        event: group.event,
        project: group.project,
        organisation: group.organisation,
        subject: group.subject.clone(),
        state: group.state,
        value: group.value,
        qualifier: group.qualifier,
        tier_label: group.tier_label.clone(),
        counting: group.counting,
        year: group.year,
        part_of: group.part_of.and_then(|index| ids.get(index).copied()),
        entries: group.entries.clone(),
        announcements: crate::import::count(tellers.len()),
    }
}

fn across_record(work: Work<'_>, facts: &Facts, check: &samesky_figures::AcrossCheck) -> Option<CheckRecord> {
    let term = |id: &EntryId| facts.entry(*id).map(entry_term);
    let total = term(&check.total)?;
    Some(CheckRecord {
        id: work.app.sources.id(),
        team: work.session.team,
        announcement: total.announcement,
        event: facts.event_of(check.total),
        rule: samesky_model::reading::Rule::Across,
        verdict: check.verdict,
        total,
        parts: check.parts.iter().filter_map(term).collect(),
        difference: check.difference,
        remark: check.remark.clone(),
    })
}

fn entry_term(entry: &FigureEntry) -> CheckTerm {
    let figure = &entry.figure;
    CheckTerm {
        claim: entry.claim,
        announcement: entry.announcement,
        label: figure.subject.clone(),
        value: figure.value,
        unit: figure.unit.clone(),
        qualifier: figure.qualifier,
        money_class: figure.money_class,
        quote: figure.quote.clone(),
    }
}
