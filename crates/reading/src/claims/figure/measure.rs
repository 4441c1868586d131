//! What a figure measures.

mod count;
mod money;

use super::draft::Draft;
use crate::claims::context::Context;
use samesky_model::reading::{Measure, QuantityKind};

/// Areas, in the symbols of the quantities layer.
const AREAS: &[&str] = &["km2", "m2", "ha", "mu", "rai", "ft2", "acre", "acres", "tsubo"];

/// Sets the measure of the figure at this place; earlier figures may be looked at.
pub(super) fn measure(context: &Context<'_>, drafts: &mut [Draft], at: usize) {
    let (earlier, rest) = drafts.split_at_mut(at);
    let Some(draft) = rest.first_mut() else { return };
    draft.claim.measure = match draft.kind {
        QuantityKind::Money => money::measure(context, draft, earlier),
        QuantityKind::Dimension if draft.claim.unit.as_deref().is_some_and(|unit| AREAS.contains(&unit)) => Measure::Area,
        QuantityKind::Dimension => Measure::Other,
        _ => count::measure(context, draft, earlier),
    };
    if draft.is_target() && draft.claim.measure != Measure::Other || draft.is_target() && draft.kind == QuantityKind::Count {
        draft.claim.measure = Measure::Target;
    }
}
