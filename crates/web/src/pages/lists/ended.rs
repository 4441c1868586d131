//! A list of which nothing was kept, and why.

use super::address;
use crate::lang;
use crate::ui::control::{self, Button};
use crate::ui::message::notice;
use crate::ui::{Ctx, Icon, Tone};
use maud::{Markup, html};
use samesky_app::Session;
use samesky_app::access::Action;
use samesky_app::organisations::list::job::{ListJob, ListState};

pub(super) fn page(ctx: &Ctx, session: &Session, job: &ListJob) -> Markup {
    html! {
        (notice_of(ctx, job))
        @if job.state == ListState::Interrupted && session.can(Action::Write) {
            form method="post" action={ (address(job.id)) "/map" } {
                (control::submit_as(Button::Primary, ("step", "read"), Some(Icon::Undo), &ctx.t("lists-read-again")))
            }
        }
    }
}

/// What became of it, and why.
pub(super) fn notice_of(ctx: &Ctx, job: &ListJob) -> Markup {
    let said = ctx.t(&format!("lists-ended-{}", job.state));
    let why: Vec<String> = job.problems.iter().map(|one| lang::remark::remark(ctx.lang, one)).collect();
    let tone = match job.state {
        ListState::Kept => Tone::Ok,
        ListState::Cancelled => Tone::Info,
        _ => Tone::Bad,
    };
    notice(tone, &std::iter::once(said).chain(why).collect::<Vec<_>>().join(" "), None)
}
