//! What a group of entries says as one figure.

use super::scope::whole_event;
use super::{EntryFacts, Group};
use crate::interval::{Agreement, Measured, same_number, written_step};
use rust_decimal::Decimal;
use samesky_model::id::{AnnouncementId, EntryId, EventId};
use samesky_model::reading::{FigureClaim, MoneyClass, Qualifier};
use samesky_model::record::{Counting, FigureState};
use std::collections::BTreeSet;

/// The group of some members, oldest first. What it counts as and what it is a part of are settled afterwards.
pub(super) fn group_of(entries: &[&EntryFacts<'_>], members: &[usize]) -> Group {
    let facts: Vec<&EntryFacts<'_>> = members.iter().map(|member| entries[*member]).collect();
    let announcements: BTreeSet<AnnouncementId> = facts.iter().map(|facts| facts.entry.announcement).collect();
    let state = state(&facts, announcements.len());
    let chosen = most_exact(&facts).filter(|_| state != FigureState::Contested);
    let shown = chosen.unwrap_or(facts[0]);
    let figure = &shown.entry.figure;
    Group {
        entries: facts.iter().map(|facts| facts.entry.id).collect::<Vec<EntryId>>(),
        state,
        representative: chosen.map(|facts| facts.entry.id),
        counting: Counting::Counted,
        part_of: None,
        measure: figure.measure,
        money_class: class(&facts),
        unit: figure.unit.clone(),
        status: figure.status,
        period: first(&facts, |facts| facts.entry.figure.period.clone()),
        flow: first(&facts, |facts| facts.entry.figure.flow),
        event: event(&facts),
        project: first(&facts, |facts| facts.project),
        organisation: first(&facts, |facts| facts.organisation),
        subject: figure.subject.clone().or_else(|| first(&facts, |facts| facts.entry.figure.subject.clone())),
        value: chosen.map(|facts| facts.entry.figure.value),
        qualifier: figure.qualifier,
        tier_label: figure.tier.as_ref().map(|tier| format!("{} {}", tier.value.normalize(), tier.unit)),
        year: shown.year.or_else(|| first(&facts, |facts| facts.year)),
        announcements: announcements.len(),
    }
}

fn first<T>(facts: &[&EntryFacts<'_>], of: impl Fn(&EntryFacts<'_>) -> Option<T>) -> Option<T> {
    facts.iter().find_map(|facts| of(facts))
}

fn class(facts: &[&EntryFacts<'_>]) -> MoneyClass {
    let stated =
        |facts: &EntryFacts<'_>| Some(facts.entry.figure.money_class).filter(|class| *class != MoneyClass::None);
    first(facts, stated).unwrap_or(MoneyClass::None)
}

/// The one event that all entries name, else the whole of which they name parts.
fn event(facts: &[&EntryFacts<'_>]) -> Option<EventId> {
    let named: BTreeSet<EventId> = facts.iter().filter_map(|facts| facts.event).collect();
    match named.len() {
        0 | 1 => named.first().copied(),
        _ => first(facts, whole_event),
    }
}

fn state(facts: &[&EntryFacts<'_>], announcements: usize) -> FigureState {
    let differ = |a: &FigureClaim, b: &FigureClaim| {
        same_number(a, b) == Agreement::Apart || (a.tier.is_some() && a.value != b.value)
    };
    let mut told: Vec<&FigureClaim> = Vec::new();
    for facts in facts {
        let figure = &facts.entry.figure;
        let known = |old: &&FigureClaim| {
            old.value == figure.value && old.qualifier == figure.qualifier && old.quote == figure.quote
        };
        if !told.iter().any(known) {
            told.push(figure);
        }
    }
    let contested = told.iter().enumerate().any(|(at, a)| told[at + 1..].iter().any(|b| differ(a, b)));
    match (contested, announcements) {
        (true, _) => FigureState::Contested,
        (false, 1) => FigureState::Single,
        (false, _) => FigureState::Agreed,
    }
}

/// The entry that leaves least room: exact before about, about before over and under; then the one written with more
/// digits; then the oldest.
fn most_exact<'a, 'b>(facts: &[&'a EntryFacts<'b>]) -> Option<&'a EntryFacts<'b>> {
    let rank = |facts: &&&EntryFacts<'_>| {
        let figure = &facts.entry.figure;
        let reserve = match figure.qualifier {
            Qualifier::Exact => 0,
            Qualifier::About => 1,
            Qualifier::Over | Qualifier::Under => 2,
            Qualifier::Tier => 3,
        };
        (
            !Measured::of(figure).exact,
            reserve,
            written_step(figure).unwrap_or(Decimal::ONE),
            facts.entry.entered.at,
            facts.entry.id,
        )
    };
    facts.iter().min_by_key(rank).copied()
}
