//! One check with the way to its words: event, publishers, both tellings side by side.

use crate::pages::figures::parts::{event_link, source_of};
use crate::ui::check::{self, check_row};
use crate::ui::control::{self, Button};
use crate::ui::{Ctx, Icon};
use maud::{Markup, html};
use samesky_app::checks::CheckRow;
use samesky_model::reading::Rule;
use samesky_model::record::CheckTerm;

/// Publishers that are named below a check; more of them are counted.
const NAMED: usize = 4;

/// The row of a check.
pub(in crate::pages) fn row(ctx: &Ctx, row: &CheckRow) -> Markup {
    let mut shown = check::CheckRow::of(&row.check, |term| Some(words(term)));
    shown.from = Some(from(ctx, row));
    shown.action = Some(action(ctx, row));
    check_row(ctx.lang, &shown)
}

fn words(term: &CheckTerm) -> String {
    format!("/claims/{}", term.claim)
}

fn from(ctx: &Ctx, row: &CheckRow) -> Markup {
    let rest = row.announcements.len().saturating_sub(NAMED);
    html! {
        span.chips {
            @if let Some(event) = &row.event { span.xs { (event_link(ctx, event)) } }
            @for announcement in row.announcements.iter().take(NAMED) {
                (source_of(ctx, announcement, &format!("/announcements/{}", announcement.id)))
            }
            @if rest > 0 { span class="xs mute" { (ctx.t_with("figures-more-sources", &[("count", rest.into())])) } }
        }
    }
}

/// Tellings of several announcements are best seen beside one another; figures of one stand in its text.
fn action(ctx: &Ctx, row: &CheckRow) -> Markup {
    match (row.check.rule, row.check.event) {
        (Rule::Across, Some(event)) => {
            control::link(Button::Small, &format!("/events/{event}"), None, &ctx.t("review-side-by-side"))
        }
        _ => control::link(Button::Small, &words(&row.check.total), Some(Icon::File), &ctx.t("show-source")),
    }
}
