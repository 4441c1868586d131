//! What a plan amounts to, and what is wrong with it, in words.

use crate::terminal;
use samesky_timetable::check::Report;
use samesky_timetable::{Instance, Score};
use std::fmt::Write as _;

/// How many broken rules are told one by one.
const TOLD: usize = 20;

/// The measures of a plan in one line.
pub(super) fn score(instance: &Instance, score: &Score) -> String {
    let asked = instance.meetings.len();
    format!(
        "weight {}, {} of {asked} meetings held, fairness {}, breaks {}, idle slots {}, table changes {}",
        score.weight, score.meetings_held, score.fairness, score.breaks, score.idle_slots, score.table_changes
    )
}

/// The broken rules, one a line.
pub(super) fn violations(report: &Report) -> String {
    let mut text = String::new();
    for broken in report.violations.iter().take(TOLD) {
        let _ = writeln!(text, "{broken} [{}]", broken.code());
    }
    let more = report.violations.len().saturating_sub(TOLD);
    if more > 0 {
        let _ = writeln!(text, "and {more} more");
    }
    text
}

/// Says on standard error that a plan cannot be worked with as it breaks rules.
pub(super) fn complain(report: &Report) {
    terminal::complain(&format!(
        "samesky: the plan breaks {} rules:\n{}",
        report.violations.len(),
        violations(report).trim_end()
    ));
}

/// How far a weight is from its bound, in percent with two decimals, rounded up.
pub(super) fn gap(weight: u64, bound: u64) -> String {
    let missing = u128::from(bound.saturating_sub(weight)) * 10_000;
    let hundredths = missing.div_ceil(u128::from(bound.max(1)));
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::gap;

    #[test]
    fn gap_is_rounded_up_so_that_none_is_none() {
        assert_eq!(gap(374, 374), "0.00 %");
        assert_eq!(gap(373, 374), "0.27 %");
        assert_eq!(gap(999_999, 1_000_000), "0.01 %");
        assert_eq!(gap(0, 0), "0.00 %");
        assert_eq!(gap(0, 5), "100.00 %");
    }
}
