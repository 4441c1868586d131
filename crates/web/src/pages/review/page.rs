//! The page itself.

use super::links::{self, Links};
use super::{add, claims, marks, source, undo};
use crate::pages::attachments;
use crate::pages::draft::Draft;
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::records::state as record_state;
use crate::pages::sharing::or_shared;
use crate::state::{Officer, WebState};
use crate::ui::check::{CheckRow, check_row};
use crate::ui::control::Button;
use crate::ui::{Ctx, Icon, badge, control, figure, icon, list, section, time};
use axum::extract::{Path, Query, State};
use axum::response::IntoResponse;
use maud::{Markup, html};
use samesky_app::Session;
use samesky_app::attachments::Beside;
use samesky_app::review::ReviewView;
use samesky_model::id::AnnouncementId;
use samesky_model::reading::{Rule, Verdict};
use samesky_model::record::{Announcement, CheckRecord, CheckTerm, ClaimState, RecordKind, Shareable};
use samesky_model::remark::RemarkCode;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    edit: Option<i64>,
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<AnnouncementId>,
    Query(asked): Query<Asked>,
) -> Answer {
    let session = state.session(&officer);
    let view = match state.app().review(&session, id).await {
        Ok(view) => view,
        Err(failure) => return or_shared(&state, &session, ("announcement", &id.to_string()), failure).await,
    };
    let files = files(&state, &session, &ctx, id).await?;
    let links = links::of(&state, &session, id).await?;
    Ok(page(&ctx, (&view, &files, &links), asked.edit, &Draft::default()).into_response())
}

/// The page again with what was typed into a form that was refused.
pub(super) async fn refused(
    state: &WebState,
    session: &Session,
    ctx: Ctx,
    id: AnnouncementId,
    draft: &Draft,
) -> Answer {
    let view = state.app().review(session, id).await?;
    let ctx = Ctx { here: format!("/announcements/{id}"), ..ctx };
    let files = files(state, session, &ctx, id).await?;
    let links = links::of(state, session, id).await?;
    draft.answer(page(&ctx, (&view, &files, &links), None, draft))
}

async fn files(state: &WebState, session: &Session, ctx: &Ctx, id: AnnouncementId) -> Answer<Markup> {
    attachments::section_of(state, session, ctx, Beside { kind: RecordKind::Announcement, record: id.0 }).await
}

/// The page of one announcement; `edited` is the number of the claim whose form stands open.
fn page(ctx: &Ctx, (view, files, links): (&ReviewView, &Markup, &Links), edited: Option<i64>, draft: &Draft) -> Markup {
    let announcement = &view.announcement;
    let title = announcement.title.clone().or_else(|| announcement.file_name.clone());
    let title = title.unwrap_or_else(|| ctx.t("review-untitled"));
    let body = html! {
        (draft.summary(ctx))
        div.review {
            div class="paper-col stack" {
                article.paper aria-label=(ctx.t("review-text")) lang=[announcement.language.as_deref()] {
                    (marks::text(ctx, &view.text, &view.claims, announcement.title.as_deref()))
                }
                (legend(ctx))
                (add::form(ctx, announcement, draft))
                (source::form(ctx, announcement, draft))
                (files)
            }
            div.stack {
                (checks(ctx, view))
                (claims::section(ctx, (view, links), edited, draft))
            }
        }
        (keys(ctx))
    };
    Layout::new(ctx, title)
        .title_lang(announcement.language.as_deref())
        .nav(Nav::Announcements)
        .crumb("/announcements", ctx.t("nav-announcements"))
        .crumb_here(announcement.publisher.clone().unwrap_or_else(|| ctx.t("not-stated")))
        .by(by(ctx, announcement))
        .actions(actions(ctx, view))
        .after_message(undo::is_in_message(ctx).then(|| undo::all(ctx, view, draft)))
        .script("review.js")
        .render(&body)
}

fn by(ctx: &Ctx, announcement: &Announcement) -> Markup {
    let id = announcement.id;
    let short = announcement.sha256.get(..8).unwrap_or_default();
    html! {
        (badge::announcement_state(ctx.lang, announcement.state)) " "
        @match &announcement.published {
            Some(published) => { (time::day(ctx.lang, published.date)) " (" (ctx.name(published.basis)) ")" },
            None => (figure::not_stated(ctx.lang)),
        }
        " · " (ctx.t_with("review-imported", &[("who", ctx.who(&announcement.imported.by).as_str().into())])) " "
        (time::moment(ctx, announcement.imported.at))
        " · " a href={ "/announcements/" (id) "/original" } { (ctx.t("review-original")) }
        " " code title=(announcement.sha256) { "SHA-256 " (short) "…" }
        @if let Some(address) = &announcement.source_address {
            " · " a href=(address) rel="noreferrer noopener" { (ctx.t("review-address")) }
        }
        @for remark in &announcement.remarks {
            br; (badge::badge(badge::Look::Warn, Icon::Ask, &crate::lang::remark::remark(ctx.lang, remark)))
        }
    }
}

fn actions(ctx: &Ctx, view: &ReviewView) -> Markup {
    let clear = clear(view);
    let id = view.announcement.id;
    html! {
        @if let Some(previous) = view.previous {
            a class="btn small" rel="prev" href={ "/announcements/" (previous) } { (icon(Icon::Previous)) (ctx.t("review-previous")) }
        }
        @if let Some(next) = view.next {
            a class="btn small" rel="next" href={ "/announcements/" (next) } { (ctx.t("review-next")) (icon(Icon::Next)) }
        }
        (record_state::sharing(ctx, Shareable::Announcement, id.0))
        @if clear.is_empty() {
            (control::unavailable(&ctx.t(if view.announcement.pending == 0 { "review-all-decided" } else { "review-none-clear" })))
        } @else {
            form method="post" action={ "/announcements/" (id) "/accept-clear" } {
                input type="hidden" name="seen" value=(seen(view));
                (control::submit(Button::Primary, Some(Icon::Ok),
                    &ctx.t_with("review-accept-clear", &[("count", i64::try_from(clear.len()).unwrap_or(i64::MAX).into())])))
            }
        }
    }
}

/// The waiting claims that have no remark and stand in no contradicted check.
fn clear(view: &ReviewView) -> Vec<i64> {
    let contradicted = |claim| {
        view.checks
            .iter()
            .filter(|check| check.verdict == Verdict::Contradicted)
            .any(|check| check.total.claim == claim || check.parts.iter().any(|part| part.claim == claim))
    };
    let is_table = view.announcement.remarks.iter().any(|remark| remark.code == RemarkCode::LooksLikeTable);
    view.claims
        .iter()
        .filter(|claim| !is_table && claim.state == ClaimState::Pending)
        .filter(|claim| claim.remarks.is_empty() && !contradicted(claim.id))
        .map(|claim| claim.ordinal)
        .collect()
}

/// Every claim with the version that the officer sees.
fn seen(view: &ReviewView) -> String {
    view.claims.iter().map(|claim| format!("{}:{}", claim.id, claim.version)).collect::<Vec<_>>().join(",")
}

fn checks(ctx: &Ctx, view: &ReviewView) -> Markup {
    let count = |verdict| view.checks.iter().filter(|check| check.verdict == verdict).count() as u64;
    let tally: Vec<_> = [Verdict::Contradicted, Verdict::Unknown, Verdict::Consistent, Verdict::Reconciled]
        .into_iter()
        .map(|verdict| (verdict, count(verdict)))
        .collect();
    let (open, calm): (Vec<_>, Vec<_>) = view.checks.iter().partition(|check| check.verdict == Verdict::Contradicted);
    let body = html! {
        (size_classes(ctx, view))
        @if view.checks.is_empty() { p.note { (ctx.t("review-no-checks")) } }
        @for check in open { (row(ctx, view, check)) }
        @if !calm.is_empty() {
            @if view.checks.len() > 4 {
                details.behind {
                    summary { (ctx.t_with("review-calm-checks", &[("count", i64::try_from(calm.len()).unwrap_or_default().into())])) }
                    @for check in calm { (row(ctx, view, check)) }
                }
            } @else {
                @for check in calm { (row(ctx, view, check)) }
            }
        }
    };
    section::section("checks", &ctx.t("review-checks"), &badge::tally(ctx.lang, &tally), &body)
}

/// Size classes stand beside the checks, so that nobody misses them in a total.
fn size_classes(ctx: &Ctx, view: &ReviewView) -> Markup {
    html! {
        @if let Some(tiers) = &view.tiers {
            p.note {
                @for (unit, nominal) in &tiers.nominal {
                    @let amount = crate::lang::format::amount(ctx.lang, *nominal, Some(unit)).to_string();
                    (ctx.t_with("figures-tier-nominal", &[
                        ("amount", amount.into()),
                        ("members", tiers.members.to_string().into()),
                    ])) " "
                }
                (ctx.t("figures-tier-note"))
            }
        }
    }
}

fn row(ctx: &Ctx, view: &ReviewView, check: &CheckRecord) -> Markup {
    let href = |term: &CheckTerm| Some(term_address(view, term));
    let mut shown = CheckRow::of(check, href);
    if check.rule == Rule::Across
        && let Some(event) = check.event
    {
        let label = ctx.t("review-side-by-side");
        shown.action = Some(control::link(Button::Small, &format!("/events/{event}"), None, &label));
    }
    check_row(ctx.lang, &shown)
}

/// On this page the words are one jump away, elsewhere one page.
fn term_address(view: &ReviewView, term: &CheckTerm) -> String {
    match view.claims.iter().find(|claim| claim.id == term.claim) {
        Some(claim) => format!("#s{}", claim.ordinal),
        None => format!("/claims/{}", term.claim),
    }
}

fn legend(ctx: &Ctx) -> Markup {
    html! {
        p class="xs mute row" {
            @for kind in ["figure", "event", "project", "organisation"] {
                span { mark class=(kind) { (ctx.t(&format!("claim-kind-{kind}"))) } }
            }
            span { mark.yes { (ctx.t("claim-state-accepted")) } }
            span { mark.no { (ctx.t("claim-state-rejected")) } }
        }
    }
}

fn keys(ctx: &Ctx) -> Markup {
    const KEYS: [(&str, &str); 8] = [
        ("J K", "review-key-move"),
        ("A", "review-key-accept"),
        ("X", "review-key-reject"),
        ("E", "review-key-edit"),
        ("S", "review-key-select"),
        ("G", "review-key-text"),
        ("Z", "review-key-undo"),
        ("?", "review-key-help"),
    ];
    html! {
        p.keys {
            @for (keys, message) in KEYS {
                span { @for key in keys.split(' ') { kbd { (key) } " " } (ctx.t(message)) }
            }
            span { (ctx.t("review-key-none")) }
        }
    }
}

/// How far the review has come.
pub(super) fn progress(ctx: &Ctx, view: &ReviewView) -> Markup {
    let total = u64::try_from(view.claims.len()).unwrap_or_default();
    let done = total.saturating_sub(u64::try_from(view.announcement.pending).unwrap_or_default());
    let now = ctx.t_with("review-progress", &[("done", done.into()), ("total", total.into())]);
    list::progress(ctx.lang, &ctx.t("review-progress-label"), &now, (done, total))
}
