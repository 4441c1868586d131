//! The list of checks.

use super::row::row;
use crate::pages::frame::Answer;
use crate::pages::layout::{Layout, Nav};
use crate::pages::query;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::{Choice, Field};
use crate::ui::list::{self, Tab};
use crate::ui::{Ctx, Icon, badge};
use axum::extract::{Query, State};
use maud::{Markup, html};
use samesky_app::checks::{CheckFilter, CheckRow, CheckTally};
use samesky_app::{AppError, Page, PageOf};
use samesky_model::reading::{Rule, Verdict};
use serde::Deserialize;
use std::str::FromStr;

/// The address of the list.
pub(super) const LIST: &str = "/checks";

/// Rows of one page.
const ROWS: u64 = 50;

/// The questions as they stand in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    verdict: Option<String>,
    rule: Option<String>,
    announcement: Option<String>,
    event: Option<String>,
    after: Option<String>,
}

impl Asked {
    fn filter(&self) -> Result<CheckFilter, AppError> {
        Ok(CheckFilter {
            verdict: word(self.verdict.as_ref(), "verdict")?,
            rule: word(self.rule.as_ref(), "rule")?,
            announcement: word(self.announcement.as_ref(), "announcement")?,
            event: word(self.event.as_ref(), "event")?,
        })
    }
}

fn word<T: FromStr>(value: Option<&String>, field: &str) -> Result<Option<T>, AppError> {
    query::filled(value)
        .map(|word| word.parse().map_err(|_| AppError::invalid_value(field, "unknown-code", word)))
        .transpose()
}

pub(super) async fn show(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Answer<Markup> {
    let (session, filter) = (state.session(&officer), asked.filter()?);
    let page = Page { after: query::filled(asked.after.as_ref()), limit: ROWS };
    let found = state.app().checks(&session, &filter, &page).await?;
    let tally = state.app().check_tally(&session, filter.announcement).await?;
    Ok(render(&ctx, &filter, &tally, &found))
}

pub(super) fn render(ctx: &Ctx, filter: &CheckFilter, tally: &CheckTally, found: &PageOf<CheckRow>) -> Markup {
    let all = verdicts(tally).iter().map(|(_, count)| count).sum::<u64>();
    let body = html! {
        (tabs(ctx, filter, tally, all))
        (form(ctx, filter))
        @if found.items.is_empty() {
            (nothing(ctx, all))
        } @else {
            div.checks { @for check in &found.items { (row(ctx, check)) } }
            (pager(ctx, filter, found))
        }
    };
    Layout::new(ctx, ctx.t("checks-title"))
        .nav(Nav::Checks)
        .by(html! { (ctx.t("checks-by")) " " (badge::tally(ctx.lang, &verdicts(tally))) })
        .actions(control::print(&ctx.t("do-print")))
        .render(&body)
}

/// How many came to what, worst first.
pub(in crate::pages) fn verdicts(tally: &CheckTally) -> [(Verdict, u64); 4] {
    let count = |value: i64| u64::try_from(value).unwrap_or_default();
    [
        (Verdict::Contradicted, count(tally.contradicted)),
        (Verdict::Unknown, count(tally.unknown)),
        (Verdict::Consistent, count(tally.consistent)),
        (Verdict::Reconciled, count(tally.reconciled)),
    ]
}

fn tabs(ctx: &Ctx, filter: &CheckFilter, tally: &CheckTally, all: u64) -> Markup {
    // The counts are of all rules and events: under a narrower list they would be other numbers than its rows.
    let whole = filter.rule.is_none() && filter.event.is_none();
    let tab = |verdict: Option<Verdict>, label: String, count: u64| Tab {
        href: address(&CheckFilter { verdict, ..filter.clone() }, None),
        label,
        count: whole.then_some(count),
        current: filter.verdict == verdict,
    };
    let mut shown = vec![tab(None, ctx.t("show-all"), all)];
    shown.extend(verdicts(tally).map(|(verdict, count)| tab(Some(verdict), ctx.name(verdict), count)));
    list::tabs(&ctx.t("checks-by-verdict"), &shown)
}

fn form(ctx: &Ctx, filter: &CheckFilter) -> Markup {
    let every = Choice::new("", ctx.t("show-all"));
    let rules = Rule::ALL.iter().map(|rule| Choice::new(rule.as_str(), ctx.name(*rule)));
    let label = ctx.t("checks-rule");
    let kept = [
        ("verdict", filter.verdict.map(|verdict| verdict.to_string())),
        ("announcement", filter.announcement.map(|id| id.to_string())),
        ("event", filter.event.map(|id| id.to_string())),
    ];
    html! {
        form.filters action=(LIST) {
            (Field::new("rule", &label).value(filter.rule.map_or("", Rule::as_str)).select(&std::iter::once(every).chain(rules).collect::<Vec<_>>()))
            @for (name, value) in kept {
                @if let Some(value) = value { input type="hidden" name=(name) value=(value); }
            }
            div.row {
                (control::submit(Button::Plain, Some(Icon::Search), &ctx.t("do-filter")))
                @if *filter != CheckFilter::default() { (control::link(Button::Quiet, LIST, None, &ctx.t("do-clear"))) }
            }
        }
    }
}

fn address(filter: &CheckFilter, after: Option<&String>) -> String {
    let said = |value: Option<String>| value.unwrap_or_default();
    let pairs = [
        ("verdict", said(filter.verdict.map(|verdict| verdict.to_string()))),
        ("rule", said(filter.rule.map(|rule| rule.to_string()))),
        ("announcement", said(filter.announcement.map(|id| id.to_string()))),
        ("event", said(filter.event.map(|id| id.to_string()))),
        ("after", said(after.cloned())),
    ];
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
    query::address(LIST, &pairs)
}

fn pager(ctx: &Ctx, filter: &CheckFilter, found: &PageOf<CheckRow>) -> Markup {
    let at = |cursor: &Option<String>| cursor.as_ref().map(|after| address(filter, Some(after)));
    let said = ctx.t_with("figures-shown", &[("shown", found.items.len().into()), ("total", found.total.into())]);
    list::pager_cursor(ctx.lang, &said, at(&found.previous).as_deref(), at(&found.next).as_deref())
}

fn nothing(ctx: &Ctx, all: u64) -> Markup {
    if all == 0 {
        let import = control::link(Button::Primary, "/imports", Some(Icon::Upload), &ctx.t("overview-import"));
        return list::empty(&ctx.t("checks-none"), &ctx.t("checks-none-text"), Some(import));
    }
    let clear = control::link(Button::Plain, LIST, None, &ctx.t("do-clear"));
    list::empty(&ctx.t("nothing-found"), &ctx.t("checks-nothing-found"), Some(clear))
}
