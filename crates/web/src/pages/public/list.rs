//! The list of what is published.

use super::{answered, tag};
use crate::pages::content;
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::{address, filled, word};
use crate::pages::records::listing;
use crate::pages::sharing::{kind_name, named};
use crate::state::WebState;
use crate::ui::control::{self, Button};
use crate::ui::form::{Choice, Field};
use crate::ui::table::{Cell, Column, Row};
use crate::ui::{Ctx, time};
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use maud::{Markup, html};
use samesky_app::publishing::{PublicFilter, PublicRecord};
use samesky_app::{Page, PageOf};
use samesky_model::record::Shareable;
use serde::Deserialize;

/// The address of the list.
pub(super) const LIST: &str = "/public";

#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    q: Option<String>,
    kind: Option<String>,
    after: Option<String>,
}

impl Asked {
    fn at(&self, cursor: &str) -> String {
        let own = |value: &Option<String>| value.clone().unwrap_or_default();
        address(LIST, &[("q", &own(&self.q)), ("kind", &own(&self.kind)), ("after", cursor)])
    }

    fn is_filtered(&self) -> bool {
        [&self.q, &self.kind].into_iter().any(|one| filled(one.as_ref()).is_some())
    }
}

pub(super) async fn show(
    State(state): State<WebState>,
    ctx: Ctx,
    headers: HeaderMap,
    Query(asked): Query<Asked>,
) -> Answer {
    let filter = PublicFilter { kind: word(asked.kind.as_ref()), text_contains: filled(asked.q.as_ref()), team: None };
    let page = Page { after: filled(asked.after.as_ref()), limit: 50 };
    let found = state.app().public_records(&filter, &page).await?;
    let total = found.total.to_string();
    let versions: Vec<_> =
        found.items.iter().map(|one| format!("{} {}", one.publication.id, one.publication.version)).collect();
    let tag = tag(&ctx, &[&ctx.here, &total, &versions.join("\n")]);
    Ok(answered(&ctx, &headers, &tag, page_of(&ctx, &asked, &found)))
}

fn page_of(ctx: &Ctx, asked: &Asked, found: &PageOf<PublicRecord>) -> Markup {
    let body = html! {
        (filters(ctx, asked))
        @if found.items.is_empty() {
            (listing::nothing(ctx, asked.is_filtered(), ("public-none", "public-none-hint"), None))
        } @else { (table_of(ctx, asked, found)) }
    };
    Layout::new(ctx, ctx.t("public-title"))
        .nav(Nav::Public)
        .by(html! { (ctx.t("public-by")) })
        .actions(control::link(Button::Small, "/public/feed.atom", None, &ctx.t("public-feed")))
        .render(&body)
}

fn filters(ctx: &Ctx, asked: &Asked) -> Markup {
    let kinds = Shareable::ALL.iter().map(|kind| Choice::new(kind.as_str(), kind_name(ctx.lang, *kind)));
    let kinds = listing::any(ctx, kinds);
    let labels = ["column-name", "column-kind"].map(|key| ctx.t(key));
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    html! {
        form.filters action=(LIST) {
            (Field::new("q", &labels[0]).value(&value(&asked.q)).grow().search())
            (Field::new("kind", &labels[1]).value(&value(&asked.kind)).select(&kinds))
            (listing::buttons(ctx, LIST, asked.is_filtered()))
        }
    }
}

fn table_of(ctx: &Ctx, asked: &Asked, found: &PageOf<PublicRecord>) -> Markup {
    let columns = [
        Column::new(ctx.t("column-name")),
        Column::new(ctx.t("column-kind")),
        Column::new(ctx.t("public-from")),
        Column::new(ctx.t("publishing-since")),
    ];
    let row = |one: &PublicRecord| {
        let (title, tag) = content::title(ctx, &one.edition.content);
        Row::new(vec![
            Cell::title(html! { a.title href={ "/public/" (one.publication.id) } lang=[tag] { (title) } }),
            Cell::new(html! { (kind_name(ctx.lang, one.publication.record.kind)) }),
            Cell::new(html! { bdi { (named(ctx, &one.team)) } }),
            Cell::new(time::moment(ctx, one.publication.changed_at)),
        ])
    };
    html! { (listing::table_of(ctx, "publishing-count", &columns, found, row, |cursor| asked.at(cursor))) }
}
