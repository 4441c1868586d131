//! What there is to say of rows, with the cell and what would have been right.

use crate::lang;
use crate::ui::Ctx;
use maud::{Markup, html};
use samesky_model::record::ListMessage;

/// Messages one below the other.
pub(super) fn shown(ctx: &Ctx, messages: &[ListMessage]) -> Markup {
    html! {
        @for one in messages {
            p.block {
                @if let Some(cell) = &one.cell { code { (cell) } " " }
                bdi { (lang::list::message(ctx.lang, one)) }
                @if let Some(expected) = lang::list::expected(ctx.lang, one) {
                    span class="xs mute block" { (ctx.t_with("lists-expected", &[("what", expected.into())])) }
                }
            }
        }
    }
}
