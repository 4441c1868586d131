//! What a plan says of itself is true.

use crate::check::Violation;
use crate::plan::{Plan, Score};
use serde_json::Value;

/// Every measure that the plan states has the value stated.
pub(in crate::check) fn objective_is_true(plan: &Plan, score: &Score, violations: &mut Vec<Violation>) {
    let Some(stated) = &plan.objective else { return };
    for (measure, found) in measures(score) {
        if let Some(value) = stated.get(measure).filter(|value| !is(value, found)) {
            violations.push(Violation::Objective { measure, stated: value.to_string(), found });
        }
    }
}

/// The bound on the weight that the plan states is not below the weight it holds.
pub(in crate::check) fn bounds_are_not_beaten(plan: &Plan, score: &Score, violations: &mut Vec<Violation>) {
    let Some(stated) = plan.bounds.as_ref().and_then(|bounds| bounds.get("weight")) else { return };
    if !stated.is_null() && !is_at_least(stated, score.weight) {
        violations.push(Violation::Bound { stated: stated.to_string(), found: score.weight });
    }
}

const fn measures(score: &Score) -> [(&'static str, u64); 6] {
    [
        ("weight", score.weight),
        ("meetings_held", score.meetings_held),
        ("fairness", score.fairness),
        ("breaks", score.breaks),
        ("idle_slots", score.idle_slots),
        ("table_changes", score.table_changes),
    ]
}

/// JSON has one kind of number: 374 and 374.0 are the same.
fn is(value: &Value, number: u64) -> bool {
    value.as_u64().map_or_else(|| value.as_f64() == Some(number as f64), |value| value == number)
}

fn is_at_least(value: &Value, number: u64) -> bool {
    value.as_u64().map_or_else(|| value.as_f64().is_some_and(|value| value >= number as f64), |value| value >= number)
}
