//! Before there is anything to show: what this is, and what to do next.

use crate::ui::control::{self, Button};
use crate::ui::list::{self, Step};
use crate::ui::message::{Tone, notice};
use crate::ui::{Ctx, Icon};
use maud::{Markup, html};
use samesky_app::overview::Overview;

/// What stands on the page while the ledger has no figures; nothing once it has.
pub(super) fn body(ctx: &Ctx, view: &Overview) -> Option<Markup> {
    let known = &view.announcements;
    let announcements = known.new + known.in_review + known.reviewed;
    if !view.years.is_empty() || !view.counts.is_empty() || !view.by_year.is_empty() || view.contested_total > 0 {
        return None;
    }
    let import = |look| control::link(look, "/imports", Some(Icon::Upload), &ctx.t("overview-import"));
    let action = if announcements == 0 {
        import(Button::Primary)
    } else {
        let review = control::link(Button::Primary, "/announcements", Some(Icon::Inbox), &ctx.t("overview-review"));
        html! { div class="row center" { (review) (import(Button::Plain)) } }
    };
    let (title, text) = if announcements == 0 {
        (ctx.t("overview-empty"), ctx.t("overview-empty-text"))
    } else {
        (
            ctx.t("overview-nothing-accepted"),
            ctx.t_with("overview-nothing-accepted-text", &[("count", announcements.into())]),
        )
    };
    Some(html! { (steps(ctx, announcements > 0)) (list::empty(&title, &text, Some(action))) })
}

/// The way from an announcement to a figure.
fn steps(ctx: &Ctx, imported: bool) -> Markup {
    let said = |key: &str| html! { (ctx.t(key)) };
    let (first, second) = if imported { (Step::Done, Step::Now) } else { (Step::Now, Step::Ahead) };
    list::stepper(&[
        (first, ctx.t("overview-step-import"), said("overview-step-import-text")),
        (second, ctx.t("overview-step-review"), said("overview-step-review-text")),
        (Step::Ahead, ctx.t("overview-step-figures"), said("overview-step-figures-text")),
    ])
}

/// Announcements whose claims nobody decided on: their figures are not among the numbers.
pub(super) fn waiting(ctx: &Ctx, view: &Overview) -> Markup {
    let known = &view.announcements;
    let args =
        [("count", (known.new + known.in_review).into()), ("new", known.new.into()), ("part", known.in_review.into())];
    html! {
        @if known.new + known.in_review > 0 {
            div.waiting {
                (notice(Tone::Info, &ctx.t_with("overview-waiting", &args), Some(html! { a href="/announcements" { (ctx.t("overview-review")) } })))
            }
        }
    }
}
