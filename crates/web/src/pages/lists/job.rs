//! The page of a list on its way: what it shows is the step that the list is at.

use super::{HERE, address, ended, mapping, report};
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::list::{Step, progress, stepper};
use crate::ui::{Ctx, Icon, badge, time};
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use samesky_app::Session;
use samesky_app::access::Action;
use samesky_app::organisations::list::job::{ListJob, ListState};
use samesky_model::id::ListJobId;

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<ListJobId>,
    Query(asked): Query<report::Asked>,
) -> Answer {
    let session = state.session(&officer);
    let job = state.app().list_job(&session, id).await?;
    if let Some(import) = job.import {
        return Ok(Redirect::to(&format!("/organisations/imported/{import}")).into_response());
    }
    let body = match job.state {
        ListState::Reading | ListState::Comparing | ListState::Keeping => under_way(&ctx, &session, &job),
        ListState::Mapped => mapping::page(&ctx, &session, &job),
        ListState::Compared if asked.wants_columns() => mapping::page(&ctx, &session, &job),
        ListState::Compared => report::page(&state, &session, &ctx, &job, &asked).await?,
        ListState::Interrupted if !job.layout.columns.is_empty() => html! {
            (ended::notice_of(&ctx, &job))
            (mapping::page(&ctx, &session, &job))
        },
        ListState::Kept | ListState::Cancelled | ListState::Failed | ListState::Interrupted => {
            ended::page(&ctx, &session, &job)
        }
    };
    let body = html! { (steps(&ctx, job.state)) (body) };
    let layout = Layout::new(&ctx, job.file_name.clone())
        .nav(Nav::Organisations)
        .crumb("/organisations", ctx.t("nav-organisations"))
        .crumb(HERE, ctx.t("lists-title"))
        .crumb_here(ctx.t("lists-list"))
        .by(html! {
            (badge::list_state(ctx.lang, job.state)) " " bdi { (ctx.who(&job.started.by)) } " · " (time::moment(&ctx, job.started.at))
        });
    let page = if job.state.is_running() {
        layout.refresh_without_script(2).script("list.js").render(&body)
    } else {
        layout.actions(actions(&ctx, &session, &job)).render(&body)
    };
    Ok(page.into_response())
}

fn actions(ctx: &Ctx, session: &Session, job: &ListJob) -> Markup {
    html! {
        @if job.state.is_over() {
            (control::link(Button::Plain, HERE, Some(Icon::Plus), &ctx.t("lists-another")))
        } @else if session.can(Action::Write) {
            form method="post" action={ (address(job.id)) "/cancel" } {
                (control::submit(Button::Plain, Some(Icon::Stop), &ctx.t("lists-cancel")))
            }
        }
    }
}

/// The way of a list: columns, report, kept.
fn steps(ctx: &Ctx, state: ListState) -> Markup {
    let at = match state {
        ListState::Reading => 0,
        ListState::Mapped | ListState::Comparing | ListState::Interrupted => 1,
        ListState::Compared => 2,
        ListState::Keeping => 3,
        ListState::Kept | ListState::Cancelled | ListState::Failed => return html! {},
    };
    let step = |(place, key): (usize, &str)| {
        let stand = match place.cmp(&at) {
            std::cmp::Ordering::Less => Step::Done,
            std::cmp::Ordering::Equal => Step::Now,
            std::cmp::Ordering::Greater => Step::Ahead,
        };
        (stand, ctx.t(key), html! {})
    };
    let keys = ["lists-step-file", "lists-step-columns", "lists-step-report", "lists-step-keep"];
    let all: Vec<_> = keys.into_iter().enumerate().map(step).collect();
    stepper(&all)
}

fn under_way(ctx: &Ctx, session: &Session, job: &ListJob) -> Markup {
    let count = |value: i64| u64::try_from(value).unwrap_or_default();
    let label = ctx.name(job.state);
    html! {
        div id="step" data-running="yes" {
            @if job.total > 0 {
                (progress(ctx.lang, &label, "", (count(job.done), count(job.total))))
            } @else {
                div.progress { p.row { span { (label) } } progress aria-label=(label) {} }
            }
            p.note { (ctx.t(if job.cancel_requested { "import-stopping" } else { "lists-go-on" })) }
            @if !job.cancel_requested && session.can(Action::Write) {
                form method="post" action={ (address(job.id)) "/cancel" } {
                    (control::submit(Button::Plain, Some(Icon::Stop), &ctx.t("lists-cancel")))
                }
            }
        }
    }
}
