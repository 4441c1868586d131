//! Size classes: a class is a name, not an amount. What its members would come to nominally is said, and never added.

use crate::lang::format::{amount, number};
use crate::ui::Ctx;
use maud::{Markup, html};
use samesky_app::figures::{FigureRow, FigureView};
use samesky_model::Decimal;
use samesky_model::reading::{FigureClaim, Tier};
use std::collections::BTreeMap;

/// The note below a figure that counts members of a size class, or whose parts do.
pub(super) fn note(ctx: &Ctx, view: &FigureView) -> Markup {
    let rows: Vec<&FigureRow> = std::iter::once(&view.row).chain(&view.parts).collect();
    let counted: Vec<(&FigureClaim, &Tier)> = rows.iter().filter_map(|row| tiered(row)).collect();
    let (members, nominal) = sum(&counted);
    html! {
        @if !counted.is_empty() {
            p class="note tier-note" {
                @for (unit, size) in &nominal {
                    (ctx.t_with("figures-tier-nominal", &[
                        ("amount", amount(ctx.lang, *size, Some(unit)).to_string().into()),
                        ("members", number(members).into()),
                    ]))
                    " "
                }
                (ctx.t("figures-tier-note"))
            }
        }
    }
}

fn tiered(row: &FigureRow) -> Option<(&FigureClaim, &Tier)> {
    let claim = &row.entries.first()?.entry.figure;
    Some((claim, claim.tier.as_ref()?))
}

/// The members, and per unit the members times the size of their class; what cannot be kept exactly is left out.
fn sum(counted: &[(&FigureClaim, &Tier)]) -> (Decimal, BTreeMap<String, Decimal>) {
    let mut members = Decimal::ZERO;
    let mut nominal: BTreeMap<String, Decimal> = BTreeMap::new();
    for (claim, tier) in counted {
        members = members.checked_add(claim.value).unwrap_or(members);
        if let Some(size) = claim.value.checked_mul(tier.value) {
            let sum = nominal.entry(tier.unit.clone()).or_default();
            *sum = sum.checked_add(size).unwrap_or(*sum);
        }
    }
    (members, nominal)
}
