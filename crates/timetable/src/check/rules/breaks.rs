//! Breaks are dealt evenly.

use crate::check::measures::breaks_of_each;
use crate::check::{Seen, Violation};

/// The breaks of any two participants differ by `rules.max_break_difference` at most.
pub(super) fn breaks_are_dealt_evenly(seen: &Seen<'_>, violations: &mut Vec<Violation>) {
    let Some(limit) = seen.instance.rules.as_ref().and_then(|rules| rules.max_break_difference) else { return };
    let of_each = breaks_of_each(seen);
    let most = of_each.iter().max_by_key(|(_, breaks)| *breaks);
    let least = of_each.iter().min_by_key(|(_, breaks)| *breaks);
    let (Some((most, most_breaks)), Some((least, least_breaks))) = (most, least) else { return };
    if most_breaks - least_breaks > u64::from(limit) {
        violations.push(Violation::BreakDifference {
            most: most.id.clone(),
            most_breaks: *most_breaks,
            least: least.id.clone(),
            least_breaks: *least_breaks,
            limit,
        });
    }
}
