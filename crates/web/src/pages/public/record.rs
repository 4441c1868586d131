//! One published record, as it was confirmed.

use super::{answered, jsonld, tag};
use crate::door::base;
use crate::pages::content;
use crate::pages::draft::{Draft, Sheet};
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::sharing::{kind_name, named};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::section::{note, section};
use crate::ui::{Ctx, time};
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use maud::{Markup, html};
use samesky_app::AppError;
use samesky_app::access::Action;
use samesky_app::publishing::PublicRecord;
use samesky_model::id::PublicationId;

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Answer {
    let id: PublicationId = id.parse().map_err(|_| AppError::NotFound { kind: "publication" })?;
    let one = state.app().public_record(id).await?;
    let session = state.session(&officer);
    let withdraws = session.team == one.publication.team && session.can(Action::Publish);
    let here = format!("{}/public/{id}", base(&state, &headers));
    let version = one.publication.version.to_string();
    let tag = tag(&ctx, &[&here, &version]);
    let data = jsonld::script(ctx.lang, &one, &named(&ctx, &one.team), &here);
    Ok(answered(&ctx, &headers, &tag, page_of(&ctx, &one, withdraws, &data)))
}

fn page_of(ctx: &Ctx, one: &PublicRecord, withdraws: bool, data: &Markup) -> Markup {
    let (title, tag) = content::title(ctx, &one.edition.content);
    let body = html! {
        (data)
        div.stack {
            (content::sections(ctx, &one.edition.content))
            (section("about", &ctx.t("public-about"), &html! {}, &note(&ctx.t("public-about-text"))))
            @if withdraws { (withdrawal(ctx, one)) }
        }
    };
    Layout::new(ctx, title)
        .title_lang(tag.as_deref())
        .nav(Nav::Public)
        .crumb(super::list::LIST, ctx.t("public-title"))
        .crumb_here(kind_name(ctx.lang, one.publication.record.kind))
        .by(html! {
            bdi { (named(ctx, &one.team)) } " · "
            (ctx.t_with("publishing-edition", &[("number", one.edition.number.into())])) " · "
            (time::moment(ctx, one.publication.changed_at))
        })
        .actions(control::print(&ctx.t("do-print")))
        .render(&body)
}

fn withdrawal(ctx: &Ctx, one: &PublicRecord) -> Markup {
    let empty = Draft::default();
    let sheet = Sheet::new(ctx, "withdraw", &empty);
    let body = html! {
        form.form method="post" action={ "/publishing/" (one.publication.id) "/withdraw" } {
            (sheet.reason("publishing-withdraw-why", ""))
            div.row { (control::submit(Button::Danger, None, &ctx.t("do-withdraw-publication"))) }
        }
    };
    section("withdraw", &ctx.t("publishing-withdraw"), &html! {}, &body)
}
