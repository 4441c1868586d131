//! What speaks for and against two organisations being one, in words.

use crate::lang::registry::evidence;
use crate::ui::badge::{Look, badge};
use crate::ui::{Ctx, Icon};
use maud::{Markup, html};
use samesky_app::organisations::{EvidenceNote, PairVerdict};

/// The verdict, how near the two are, and the reasons.
pub(in crate::pages) fn said(ctx: &Ctx, verdict: PairVerdict, score: i64, evidence: &[EvidenceNote]) -> Markup {
    let (look, sign) = match verdict {
        PairVerdict::Same => (Look::Ok, Icon::Equal),
        PairVerdict::Ask => (Look::Warn, Icon::Ask),
        PairVerdict::Branch => (Look::Info, Icon::Organisation),
        PairVerdict::Different => (Look::Line, Icon::Unequal),
    };
    html! {
        p {
            (badge(look, sign, &ctx.t(&format!("likeness-{verdict}")))) " "
            span class="xs mute" { (ctx.t_with("events-likeness", &[("score", (score / 10).to_string().into())])) }
        }
        @if !evidence.is_empty() {
            ul.reasons { @for one in evidence { li { (reason(ctx, one)) } } }
        }
    }
}

fn reason(ctx: &Ctx, one: &EvidenceNote) -> Markup {
    let (look, sign) = if speaks_for(&one.code) { (Look::Fair, Icon::Equal) } else { (Look::Warn, Icon::Unequal) };
    badge(look, sign, &evidence(ctx.lang, one))
}

fn speaks_for(code: &str) -> bool {
    code.starts_with("same-") || code == "known-organisation"
}
