//! What is said while a long list is kept and not findable in whole yet.

use crate::ui::message::notice;
use crate::ui::{Ctx, Tone};
use maud::{Markup, html};

/// That so many organisations are not in the list and in searches yet; nothing where there are none.
pub(in crate::pages) fn not_findable(ctx: &Ctx, organisations: u64) -> Markup {
    if organisations == 0 {
        return html! {};
    }
    let count = i64::try_from(organisations).unwrap_or(i64::MAX);
    notice(Tone::Info, &ctx.t_with("lists-not-findable", &[("count", count.into())]), None)
}
