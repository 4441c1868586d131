//! What speaks for and against two events being one, in words.

use crate::lang::format::number;
use crate::ui::badge::{Look, badge};
use crate::ui::{Ctx, Icon};
use maud::{Markup, html};
use samesky_app::ledger::Evidence;
use samesky_app::lists::written;
use samesky_app::places::of_key;
use samesky_model::record::EventRecord;

/// The reasons, each with a sign that says which way it speaks.
pub(super) fn reasons(ctx: &Ctx, evidence: &[Evidence], event: &EventRecord) -> Markup {
    html! {
        ul.reasons {
            @for reason in evidence {
                @let (look, sign) = if speaks_for(reason) { (Look::Fair, Icon::Equal) } else { (Look::Warn, Icon::Unequal) };
                li { (badge(look, sign, &said(ctx, reason, event))) }
            }
        }
    }
}

const fn speaks_for(reason: &Evidence) -> bool {
    !matches!(
        reason,
        Evidence::DateContradicts
            | Evidence::PlacesDisjoint
            | Evidence::EditionDiffers
            | Evidence::DifferentFigure { .. }
            | Evidence::KindsDiffer
    )
}

/// The place or party of a key: in the reader's language, else as the event's sources write it.
fn called(ctx: &Ctx, names: &[String], key: &str) -> String {
    of_key(key, ctx.lang).map_or_else(|| written(names, key), ToOwned::to_owned)
}

fn said(ctx: &Ctx, reason: &Evidence, event: &EventRecord) -> String {
    match reason {
        Evidence::SameDate => ctx.t("evidence-same-date"),
        Evidence::DateContradicts => ctx.t("evidence-date-contradicts"),
        Evidence::SharedPlace(key) => {
            ctx.t_with("evidence-shared-place", &[("place", called(ctx, &event.places, key).into())])
        }
        Evidence::PlacesDisjoint => ctx.t("evidence-places-disjoint"),
        Evidence::SameName => ctx.t("evidence-same-name"),
        Evidence::SimilarName => ctx.t("evidence-similar-name"),
        Evidence::EditionDiffers => ctx.t("evidence-edition-differs"),
        Evidence::SameFigure { measure, value } => ctx.t_with(
            "evidence-same-figure",
            &[("measure", ctx.name(*measure).into()), ("value", number(*value).into())],
        ),
        Evidence::DifferentFigure { measure, a, b } => ctx.t_with(
            "evidence-different-figure",
            &[("measure", ctx.name(*measure).into()), ("a", number(*a).into()), ("b", number(*b).into())],
        ),
        Evidence::SharedZone => ctx.t("evidence-shared-zone"),
        Evidence::SharedParty(key) => {
            ctx.t_with("evidence-shared-party", &[("party", called(ctx, &event.parties, key).into())])
        }
        Evidence::KindsDiffer => ctx.t("evidence-kinds-differ"),
        Evidence::SharedOrganisation(name) => ctx.t_with("evidence-shared-organisation", &[("name", name.into())]),
    }
}
