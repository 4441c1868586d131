//! Who sees a record: the teams that it is shared with, and everybody where it is published; and what others share.

mod record;
mod shared;

pub(in crate::pages) use shared::or_shared;

use crate::lang::Lang;
use crate::state::WebState;
use crate::ui::form::{Choice, Field};
use crate::ui::{Chrome, Ctx};
use axum::Router;
use axum::routing::{get, post};
use maud::{Markup, html};
use samesky_app::AppError;
use samesky_model::record::{RecordRef, Scope, Shareable, Team};

/// The routes.
pub(super) fn router() -> Router<WebState> {
    Router::new()
        .route("/sharing/{kind}/{id}", get(record::show))
        .route("/sharing/{kind}/{id}/share", post(record::share).get(record::back))
        .route("/sharing/{kind}/{id}/unshare", post(record::unshare))
        .route("/sharing/{kind}/{id}/publish", post(record::publish).get(record::back))
        .route("/shared", get(shared::list))
        .route("/shared/{kind}/{id}", get(shared::show))
        .route("/shared/figure/{id}", get(shared::figure))
}

/// The record of an address; what is no kind or no identifier names none.
pub(in crate::pages) fn known((kind, id): (&str, &str)) -> Result<RecordRef, AppError> {
    let missing = || AppError::NotFound { kind: "record" };
    Ok(RecordRef { kind: kind.parse().map_err(|_| missing())?, id: id.parse().map_err(|_| missing())? })
}

/// The page on which one sees who sees a record.
pub(in crate::pages) fn here(record: RecordRef) -> String {
    format!("/sharing/{}/{}", record.kind, record.id)
}

/// The list of records of a kind.
pub(in crate::pages) const fn list_of(kind: Shareable) -> (&'static str, &'static str) {
    match kind {
        Shareable::Announcement => ("/announcements", "nav-announcements"),
        Shareable::Event => ("/events", "nav-events"),
        Shareable::Organisation => ("/organisations", "nav-organisations"),
        Shareable::Project => ("/projects", "nav-projects"),
    }
}

/// The own page of a record.
pub(in crate::pages) fn page_of(record: RecordRef) -> String {
    format!("{}/{}", list_of(record.kind).0, record.id)
}

/// A team's name in the reader's language, else in the first that it has one in.
pub(in crate::pages) fn named(ctx: &Ctx, team: &Team) -> String {
    let chrome = Chrome { team: team.names.clone(), ..Chrome::default() };
    Ctx { chrome, ..ctx.clone() }.team().to_owned()
}

/// Says in a list which team shares a record.
pub(in crate::pages) fn shared_by(ctx: &Ctx, owner: Option<&Team>) -> Markup {
    html! {
        @if let Some(owner) = owner {
            span class="xs mute block" { (ctx.t_with("shared-by", &[("team", named(ctx, owner).into())])) }
        }
    }
}

/// The choice of a list's form, where others share anything with the team.
pub(in crate::pages) fn scope_field(ctx: &Ctx, chosen: Option<&String>) -> Markup {
    let chosen = chosen.map_or("", String::as_str);
    let choices: Vec<_> = Scope::ALL
        .iter()
        .map(|scope| Choice::new(if *scope == Scope::Own { "" } else { scope.as_str() }, ctx.name(*scope)))
        .collect();
    let label = ctx.t("scope");
    html! {
        @if ctx.chrome.shared > 0 || !chosen.is_empty() { (Field::new("scope", &label).value(chosen).select(&choices)) }
    }
}

/// Says below a list or a sum of more than the own records what it counts.
pub(in crate::pages) fn scope_note(ctx: &Ctx, scope: Scope) -> Markup {
    html! {
        @match scope {
            Scope::Own => {},
            Scope::Shared => p.note { (ctx.t("scope-shared-note")) },
            Scope::All => p.note { (ctx.t("scope-all-note")) },
        }
    }
}

/// The name of a kind of record.
pub(in crate::pages) fn kind_name(lang: Lang, kind: Shareable) -> String {
    crate::lang::code::name(lang, kind)
}
