//! Announcements against one another.

use super::{AcrossCheck, EntryFacts, Group};
use crate::interval::{Agreement, same_number};
use samesky_model::id::EntryId;
use samesky_model::reading::Verdict;
use samesky_model::remark::{Remark, RemarkCode};
use std::collections::BTreeMap;

/// Checks announcements against one another, over groups made from the same entries.
///
/// Each figure that several announcements tell of gives one check for each verdict: the entry shown (else the oldest)
/// against those of other announcements that say the same, that are within the qualifiers, and one for each other number
/// that contradicts it.
#[must_use]
pub fn across(groups: &[Group], entries: &[EntryFacts<'_>]) -> Vec<AcrossCheck> {
    let facts: BTreeMap<EntryId, &EntryFacts<'_>> = entries.iter().map(|facts| (facts.entry.id, facts)).collect();
    groups.iter().filter(|group| group.announcements > 1).flat_map(|group| compare(group, &facts)).collect()
}

fn compare(group: &Group, facts: &BTreeMap<EntryId, &EntryFacts<'_>>) -> Vec<AcrossCheck> {
    let chosen = group.representative.or_else(|| group.entries.first().copied());
    let Some(total) = chosen.and_then(|id| facts.get(&id)) else { return Vec::new() };
    let mut checks = Vec::<AcrossCheck>::new();
    for other in group.entries.iter().filter_map(|id| facts.get(id)) {
        if other.entry.announcement != total.entry.announcement {
            add(&mut checks, against(total, other));
        }
    }
    checks.sort_by_key(|check| check.verdict != Verdict::Contradicted);
    checks
}

fn against(total: &EntryFacts<'_>, other: &EntryFacts<'_>) -> AcrossCheck {
    let (stated, found) = (&total.entry.figure, &other.entry.figure);
    let tiers = stated.tier.is_some();
    let verdict = match same_number(stated, found) {
        Agreement::Equal => Verdict::Reconciled,
        Agreement::Within => Verdict::Consistent,
        Agreement::Incomparable if tiers && stated.value == found.value => Verdict::Reconciled,
        Agreement::Apart | Agreement::Incomparable => Verdict::Contradicted,
    };
    let words = [("stated", found.quote.as_str()), ("found", stated.quote.as_str())];
    AcrossCheck {
        total: total.entry.id,
        parts: vec![other.entry.id],
        verdict,
        difference: stated.value.checked_sub(found.value),
        remark: (verdict == Verdict::Consistent).then(|| Remark::new(RemarkCode::WithinQualifier, &words)),
    }
}

/// Puts equal comparisons into one check: the same verdict and the same difference.
fn add(checks: &mut Vec<AcrossCheck>, new: AcrossCheck) {
    let same = |old: &&mut AcrossCheck| old.verdict == new.verdict && old.difference == new.difference;
    match checks.iter_mut().find(same) {
        Some(old) => old.parts.extend(new.parts),
        None => checks.push(new),
    }
}
