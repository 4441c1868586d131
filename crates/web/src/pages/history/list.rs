//! The list of changes, newest first.

use super::row;
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::query::{address, filled, word};
use crate::pages::records::listing;
use crate::state::{Officer, WebState};
use crate::ui::Ctx;
use crate::ui::Icon;
use crate::ui::control::{self, Button};
use crate::ui::form::Field;
use axum::extract::{Query, State};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::audit::AuditFilter;
use samesky_app::{Page, PageOf};
use samesky_model::record::{AuditRecord, RecordKind};
use serde::Deserialize;

/// The address of the list.
pub(super) const LIST: &str = "/history";

/// The questions as they stand in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    kind: Option<String>,
    by: Option<String>,
    account: Option<String>,
    token: Option<String>,
    address: Option<String>,
    from: Option<String>,
    until: Option<String>,
    record: Option<String>,
    after: Option<String>,
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let page = Page { after: filled(asked.after.as_ref()), limit: 50 };
    let session = state.session(&officer);
    let found = state.app().audit(&session, &asked.filter(&ctx), &page).await?;
    Ok(page_of(&ctx, &asked, &found, session.can(Action::SeeOrigins)))
}

impl Asked {
    pub(super) fn filter(&self, ctx: &Ctx) -> AuditFilter {
        AuditFilter {
            record: word(self.record.as_ref()),
            record_kind: word::<RecordKind>(self.kind.as_ref()),
            action_prefix: None,
            by: filled(self.by.as_ref()),
            account: word(self.account.as_ref()),
            token: word(self.token.as_ref()),
            address: filled(self.address.as_ref()),
            from: word::<Date>(self.from.as_ref()).and_then(|day| begin(ctx, day)),
            to: word::<Date>(self.until.as_ref()).and_then(|day| begin(ctx, day.checked_add(1.day()).ok()?)),
        }
    }

    fn is_filtered(&self) -> bool {
        [&self.kind, &self.by, &self.account, &self.token, &self.address, &self.from, &self.until, &self.record]
            .into_iter()
            .any(|one| filled(one.as_ref()).is_some())
    }

    fn at(&self, cursor: Option<&str>) -> String {
        self.at_path(LIST, cursor)
    }

    fn at_path(&self, path: &str, cursor: Option<&str>) -> String {
        let own = |value: &Option<String>| value.clone().unwrap_or_default();
        let all = [
            ("kind", own(&self.kind)),
            ("by", own(&self.by)),
            ("account", own(&self.account)),
            ("token", own(&self.token)),
            ("address", own(&self.address)),
            ("from", own(&self.from)),
            ("until", own(&self.until)),
            ("record", own(&self.record)),
            ("after", cursor.unwrap_or_default().to_owned()),
        ];
        address(path, &all.each_ref().map(|(name, value)| (*name, value.as_str())))
    }
}

/// The first instant of a day on the reader's clock.
fn begin(ctx: &Ctx, day: Date) -> Option<Timestamp> {
    day.to_zoned(ctx.zone()).ok().map(|moment| moment.timestamp())
}

fn page_of(ctx: &Ctx, asked: &Asked, found: &PageOf<AuditRecord>, origins: bool) -> Markup {
    let body = html! {
        (filters(ctx, asked, origins))
        @if found.items.is_empty() { (listing::nothing(ctx, asked.is_filtered(), ("history-empty", "history-empty-hint"), None)) } @else { (table_of(ctx, asked, found, origins)) }
    };
    Layout::new(ctx, ctx.t("nav-history"))
        .nav(Nav::History)
        .by(html! { (ctx.t("history-by")) })
        .actions(actions(ctx, asked, found.total))
        .landscape()
        .render(&body)
}

/// The changes that are shown as files, and the end of the chain.
fn actions(ctx: &Ctx, asked: &Asked, total: i64) -> Markup {
    html! {
        @if total > 0 {
            @for (path, format) in [("/history/export.csv", "CSV"), ("/history/export.jsonl", "JSON")] {
                (control::link(Button::Small, &asked.at_path(path, None), Some(Icon::Download), &ctx.t_with("do-download", &[("format", format.into())])))
            }
            (control::link(Button::Small, "/history/head.json", Some(Icon::Download), &ctx.t("history-head")))
        }
        (control::print(&ctx.t("do-print")))
    }
}

fn filters(ctx: &Ctx, asked: &Asked, origins: bool) -> Markup {
    let kinds = listing::any_of(ctx, RecordKind::ALL);
    let labels = ["history-kind", "officer", "history-from", "history-until"].map(|key| ctx.t(key));
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    html! {
        form.filters action=(LIST) {
            @if let Some(account) = &asked.account { input type="hidden" name="account" value=(account); }
            @if let Some(token) = &asked.token { input type="hidden" name="token" value=(token); }
            @if let Some(record) = &asked.record { input type="hidden" name="record" value=(record); }
            (Field::new("kind", &labels[0]).value(&value(&asked.kind)).select(&kinds))
            (Field::new("by", &labels[1]).value(&value(&asked.by)).grow().text())
            @if origins { (Field::new("address", &ctx.t("history-address")).value(&value(&asked.address)).text()) }
            (Field::new("from", &labels[2]).value(&value(&asked.from)).date())
            (Field::new("until", &labels[3]).value(&value(&asked.until)).date())
            (listing::buttons(ctx, LIST, asked.is_filtered()))
        }
        @if asked.record.is_some() { p.note { (ctx.t("history-of-one")) } }
        @if asked.account.is_some() { p.note { (ctx.t("history-of-account")) } }
        @if asked.token.is_some() { p.note { (ctx.t("history-of-token")) } }
    }
}

fn table_of(ctx: &Ctx, asked: &Asked, found: &PageOf<AuditRecord>, origins: bool) -> Markup {
    let (columns, row) = (row::columns(ctx, origins), |record: &AuditRecord| row::full(ctx, record, origins));
    listing::table_of(ctx, "history-count", &columns, found, row, |cursor| asked.at(Some(cursor)))
}
