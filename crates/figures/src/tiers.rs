//! Size classes: counted, named, never amounts.

use rust_decimal::Decimal;
use samesky_model::reading::FigureClaim;
use std::collections::BTreeMap;

/// What an announcement says in size classes (2个50亿元级项目), for a note beside the figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierSummary {
    /// Number of members over all classes.
    pub members: Decimal,
    /// Per unit (ISO 4217, ascending) the sum of members × nominal size. It is no amount and belongs to no total.
    pub nominal: Vec<(String, Decimal)>,
    /// The figures that count members, in the order given (local identifiers).
    pub figures: Vec<String>,
}

/// Sums up the size classes among `figures`; nothing where there are none.
///
/// Sizes too large to multiply exactly are left out of `nominal`.
#[must_use]
pub fn tiers(figures: &[FigureClaim]) -> Option<TierSummary> {
    let mut members = Decimal::ZERO;
    let mut nominal = BTreeMap::<String, Decimal>::new();
    let mut ids = Vec::new();
    for figure in figures {
        let Some(tier) = &figure.tier else { continue };
        members = members.checked_add(figure.value)?;
        ids.push(figure.id.clone());
        if let Some(size) = figure.value.checked_mul(tier.value) {
            let sum = nominal.entry(tier.unit.clone()).or_default();
            *sum = sum.checked_add(size).unwrap_or(*sum);
        }
    }
    (!ids.is_empty()).then(|| TierSummary { members, nominal: nominal.into_iter().collect(), figures: ids })
}
