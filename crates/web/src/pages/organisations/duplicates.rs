//! Pairs that may be one record, to be worked through: merge, not the same, later.

use super::likeness;
use crate::lang::place::place;
use crate::pages::draft::Sent;
use crate::pages::frame::{Answer, go, go_back};
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::{address, filled, word};
use crate::pages::records::names;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::section::note;
use crate::ui::{Ctx, Flash, Icon, Tone, list};
use axum::extract::{Query, State};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::organisations::PairAnswer;
use samesky_app::organisations::duplicates::{Duplicate, DuplicateCounts};
use samesky_app::{Page, PageOf};
use samesky_model::id::OrganisationId;
use samesky_model::record::OrganisationRecord;
use serde::Deserialize;

/// The address of the page.
pub(super) const HERE: &str = "/organisations/duplicates";
/// Records that are looked at when the page is opened, at most.
const AT_ONCE: u64 = 200;
/// Records that are looked at when it is asked for.
const MORE: u64 = 5_000;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    show: Option<String>,
    after: Option<String>,
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let session = state.session(&officer);
    let writes = session.can(Action::Write);
    if writes && filled(asked.after.as_ref()).is_none() {
        state.app().look_for_duplicates(&session, AT_ONCE).await?;
    }
    let answer = word(asked.show.as_ref()).unwrap_or(PairAnswer::Open);
    let page = Page { after: filled(asked.after.as_ref()), limit: 20 };
    let found = state.app().duplicates(&session, answer, &page).await?;
    let counts = state.app().duplicate_counts(&session).await?;
    Ok(page_of(&ctx, answer, (&found, &counts), writes))
}

#[derive(Debug, Deserialize)]
pub(super) struct Said {
    one: OrganisationId,
    other: OrganisationId,
    answer: String,
    #[serde(default)]
    why: String,
}

pub(super) async fn answer(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Sent { form, .. }: Sent<Said>,
) -> Answer {
    let session = state.session(&officer);
    let answer = word(Some(&form.answer)).unwrap_or(PairAnswer::Later);
    let why = filled(Some(&form.why));
    match state.app().answer_duplicate(&session, (form.one, form.other), answer, why).await {
        Ok(_) => Ok(go(HERE, &Flash::new(Tone::Ok, &format!("flash-duplicate-{answer}"), &[]))),
        Err(failure) => go_back(&ctx, HERE, failure),
    }
}

pub(super) async fn look(State(state): State<WebState>, officer: Officer, ctx: Ctx) -> Answer {
    match state.app().look_for_duplicates(&state.session(&officer), MORE).await {
        Ok(done) => {
            Ok(go(HERE, &Flash::new(Tone::Ok, "flash-duplicates-looked", &[("count", done.looked.to_string())])))
        }
        Err(failure) => go_back(&ctx, HERE, failure),
    }
}

fn page_of(
    ctx: &Ctx,
    answer: PairAnswer,
    (found, counts): (&PageOf<Duplicate>, &DuplicateCounts),
    writes: bool,
) -> Markup {
    let body = html! {
        (views(ctx, answer, counts))
        @if counts.left > 0 { (left(ctx, counts.left, writes)) }
        @if found.items.is_empty() {
            (list::empty(&ctx.t("duplicates-none"), &ctx.t("duplicates-none-text"), None))
        } @else {
            ol.duplicates data-rows {
                @for one in &found.items { (pair(ctx, one, writes)) }
            }
            (pager(ctx, answer, found))
            @if writes { (keys(ctx)) }
        }
    };
    Layout::new(ctx, ctx.t("duplicates-title"))
        .nav(Nav::Organisations)
        .crumb(super::list::LIST, ctx.t("nav-organisations"))
        .crumb_here(ctx.t("duplicates-title"))
        .by(html! { (ctx.t("duplicates-by")) })
        .script("duplicates.js")
        .render(&body)
}

fn views(ctx: &Ctx, answer: PairAnswer, counts: &DuplicateCounts) -> Markup {
    let all = [(PairAnswer::Open, counts.open), (PairAnswer::Later, counts.later), (PairAnswer::Apart, counts.apart)];
    let view = |(one, count): (PairAnswer, i64)| {
        let label = ctx.t_with(&format!("duplicates-{one}"), &[("count", count.into())]);
        (address(HERE, &[("show", one.as_str())]), label, one == answer)
    };
    control::switch(&ctx.t("duplicates-title"), &all.map(view))
}

fn left(ctx: &Ctx, count: i64, writes: bool) -> Markup {
    html! {
        (note(&ctx.t_with("duplicates-left", &[("count", count.into())])))
        @if writes {
            form method="post" action="/organisations/duplicates/look" {
                (control::submit(Button::Plain, Some(Icon::Search), &ctx.t("duplicates-look")))
            }
        }
    }
}

fn pair(ctx: &Ctx, found: &Duplicate, writes: bool) -> Markup {
    let pair = &found.pair;
    let merge = address(&format!("/organisations/{}/merge", pair.one), &[("with", &pair.other.to_string())]);
    html! {
        li.suggestion tabindex="-1" {
            div.pair { (side(ctx, &found.one)) (side(ctx, &found.other)) }
            (likeness::said(ctx, pair.verdict, pair.score, &pair.evidence))
            @if let Some(stamp) = &pair.answered {
                p class="xs mute" { bdi { (ctx.who(&stamp.by)) } " " (crate::ui::time::moment(ctx, stamp.at)) }
            }
            @if writes {
                form.row method="post" action=(HERE) {
                    input type="hidden" name="one" value=(pair.one);
                    input type="hidden" name="other" value=(pair.other);
                    a class="btn small" data-key="m" href=(merge) { (crate::ui::icon(Icon::Copy)) (ctx.t("merge-do")) }
                    @for (key, answer, sign) in [("n", PairAnswer::Apart, Icon::Unequal), ("l", PairAnswer::Later, Icon::Clock), ("o", PairAnswer::Open, Icon::Undo)] {
                        @if answer != pair.answer {
                            button class="btn small" data-key=(key) name="answer" value=(answer) {
                                (crate::ui::icon(sign)) (ctx.t(&format!("duplicates-say-{answer}")))
                            }
                        }
                    }
                }
            }
        }
    }
}

fn side(ctx: &Ctx, one: &OrganisationRecord) -> Markup {
    html! {
        div {
            (names::linked(ctx, &format!("/organisations/{}", one.id), &one.names, &ctx.t("records-no-name")))
            span class="xs mute block" {
                (ctx.name(one.kind)) @if let Some(country) = &one.country { " · " (place(ctx.lang, country)) }
            }
        }
    }
}

fn pager(ctx: &Ctx, answer: PairAnswer, found: &PageOf<Duplicate>) -> Markup {
    let at = |cursor: &String| address(HERE, &[("show", answer.as_str()), ("after", cursor)]);
    let count = ctx.t_with("duplicates-count", &[("count", found.total.into())]);
    let (previous, next) = (found.previous.as_ref().map(at), found.next.as_ref().map(at));
    list::pager_cursor(ctx.lang, &count, previous.as_deref(), next.as_deref())
}

fn keys(ctx: &Ctx) -> Markup {
    let keys =
        [("J K", "review-key-move"), ("M", "merge-do"), ("N", "duplicates-say-apart"), ("L", "duplicates-say-later")];
    html! {
        p.keys { @for (keys, message) in keys { span { @for key in keys.split(' ') { kbd { (key) } " " } (ctx.t(message)) } } }
    }
}
