//! One change: who, when, what, on which record, why; what it was and what it is behind a click.

use super::diff;
use crate::lang::{format::iso_time, has};
use crate::ui::table::{Cell, Column, Row};
use crate::ui::{Ctx, figure, list, section, time};
use maud::{Markup, html};
use samesky_app::PageOf;
use samesky_model::record::{Actor, ActorKind, AuditRecord, RecordKind};
use serde_json::Value;

pub(super) fn columns(ctx: &Ctx, origins: bool) -> Vec<Column> {
    let keys = ["column-when", "column-who", "history-what", "history-record", "column-why"].into_iter();
    keys.chain(origins.then_some("history-from-where")).map(|key| Column::new(ctx.t(key))).collect()
}

pub(super) fn full(ctx: &Ctx, record: &AuditRecord, origins: bool) -> Row {
    let mut cells = vec![
        Cell::new(html! {
            (time::moment(ctx, record.stamp.at))
            code class="xs mute block nw" { (iso_time(&ctx.at(record.stamp.at))) }
            @if let Some(link) = &record.link { span class="xs mute block" title=(link.digest) { (ctx.t("history-number")) " " (link.sequence) } }
        }),
        Cell::new(html! { (who(ctx, record)) }),
        Cell::title(html! { (action(ctx, record)) (changes(ctx, record)) }),
        Cell::wide(html! { span class="xs mute block" { (ctx.name(record.record_kind)) } (target(record)) }),
        Cell::wide(html! {
            @match &record.why { Some(why) => bdi { (why) }, None => (figure::dash()) }
        }),
    ];
    if origins {
        cells.push(Cell::wide(origin(record)));
    }
    Row::new(cells)
}

/// The name, with a way to all that the same account or token did.
fn who(ctx: &Ctx, record: &AuditRecord) -> Markup {
    let name = ctx.who(&record.stamp.by);
    let Actor { kind, account, token } = record.actor;
    let how = match kind {
        ActorKind::Token => Some("history-token"),
        ActorKind::Local => Some("history-local"),
        ActorKind::Program => Some("history-program"),
        ActorKind::Account | ActorKind::Unknown => None,
    };
    html! {
        @match account {
            Some(id) => a.who href={ "/history?account=" (id) } { bdi { (name) } },
            None => bdi.who { (name) },
        }
        @if let Some(how) = how {
            span class="xs mute block" {
                @match token { Some(id) => a href={ "/history?token=" (id) } { (ctx.t(how)) }, None => (ctx.t(how)) }
            }
        }
    }
}

fn origin(record: &AuditRecord) -> Markup {
    html! {
        @match &record.origin.address {
            Some(address) => code.xs { (address) },
            None => (figure::dash()),
        }
        @if let Some(agent) = &record.origin.agent { span class="xs mute block" { bdi { (agent) } } }
    }
}

/// What was done, in words; an action without words is shown as it is kept.
pub(in crate::pages) fn action(ctx: &Ctx, record: &AuditRecord) -> String {
    let plain = record.action.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'.' | b'_' | b'-'));
    let key = format!("action-{}", record.action.replace('.', "-"));
    if plain && has(ctx.lang, &key, &[]) { ctx.t(&key) } else { record.action.clone() }
}

fn changes(ctx: &Ctx, record: &AuditRecord) -> Markup {
    // A join and a separation keep the two sides, not two states of one record.
    let sides = matches!(record.action.as_str(), "event.join" | "event.separate");
    let mut fields = if sides { Vec::new() } else { diff::fields(record.before.as_ref(), record.after.as_ref()) };
    fields.retain(|field| diff::says_something(ctx, record.record_kind, field));
    html! {
        @if !fields.is_empty() {
            details.behind {
                summary { (ctx.t_with("history-fields", &[("count", fields.len().into())])) }
                (diff::table(ctx, record.record_kind, &fields))
            }
        }
    }
}

/// A link to the record, named as it stood after the change.
fn target(record: &AuditRecord) -> Markup {
    let known = [record.after.as_ref(), record.before.as_ref()];
    let label = known.into_iter().flatten().find_map(name_of).unwrap_or_else(|| short(record));
    html! {
        @match address(record) {
            Some(href) => a href=(href) { bdi { (label) } },
            None => bdi { (label) },
        }
        @if let Some((id, name)) = other_side(record) {
            span class="xs mute block" { "← " a href={ "/events/" (id) } { bdi { (name) } } }
        }
    }
}

/// The event that another was joined with or separated from.
fn other_side(record: &AuditRecord) -> Option<(uuid::Uuid, String)> {
    let before = record.before.as_ref()?;
    let field = match record.action.as_str() {
        "event.join" => "id",
        "event.separate" => "event",
        _ => return None,
    };
    let id: uuid::Uuid = before.get(field)?.as_str()?.parse().ok()?;
    let name = name_of(before).unwrap_or_else(|| id.to_string().chars().take(8).collect());
    (id != record.record).then_some((id, name))
}

fn short(record: &AuditRecord) -> String {
    record.record.to_string().chars().take(8).collect()
}

fn address(record: &AuditRecord) -> Option<String> {
    let id = record.record;
    match record.record_kind {
        RecordKind::Event => Some(format!("/events/{id}")),
        RecordKind::Organisation => Some(format!("/organisations/{id}")),
        RecordKind::Person if !record.action.ends_with(".erase") => Some(format!("/people/{id}")),
        RecordKind::Project => Some(format!("/projects/{id}")),
        RecordKind::Announcement => Some(format!("/announcements/{id}")),
        RecordKind::Import => Some(format!("/imports/{id}")),
        RecordKind::OrganisationImport => Some(format!("/organisations/imported/{id}")),
        RecordKind::ListJob => Some(format!("/organisations/import/{id}")),
        RecordKind::Claim => Some(format!("/claims/{id}")),
        RecordKind::Entry => {
            let claim = record.after.as_ref().or(record.before.as_ref())?.get("claim")?.as_str()?;
            Some(format!("/claims/{}", claim.parse::<uuid::Uuid>().ok()?))
        }
        RecordKind::Team
        | RecordKind::SavedView
        | RecordKind::Person
        | RecordKind::Account
        | RecordKind::Membership
        | RecordKind::Ticket
        | RecordKind::Token => None,
    }
}

/// What a record is called: its first name, title, quote or file name.
fn name_of(value: &Value) -> Option<String> {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(ToOwned::to_owned);
    let first = text(value.pointer("/names/0/text"))
        .or_else(|| text(value.get("title")))
        .or_else(|| text(value.get("quote")))
        .or_else(|| text(value.get("name")))
        .or_else(|| text(value.get("file_name")));
    let inner = || ["figure", "current", "claim"].iter().find_map(|key| value.get(key).and_then(name_of));
    first.or_else(inner).map(|name| name.chars().take(80).collect())
}

/// The latest changes of one record, for its page.
pub(in crate::pages) fn section_of(ctx: &Ctx, found: &PageOf<AuditRecord>) -> Markup {
    let rows: Vec<(Markup, Markup)> = found
        .items
        .iter()
        .map(|record| {
            let what = html! {
                (action(ctx, record)) " " span.mute { bdi { (ctx.who(&record.stamp.by)) } }
                @if let Some(why) = &record.why { div class="xs mute" { bdi { (why) } } }
            };
            (time::moment(ctx, record.stamp.at), what)
        })
        .collect();
    let first = found.items.first().map(|record| record.record);
    let body = html! {
        (list::timeline(&rows))
        @if let (true, Some(record)) = (found.next.is_some(), first) {
            p.note { a href={ "/history?record=" (record) } { (ctx.t_with("history-all", &[("count", found.total.into())])) } }
        }
    };
    html! { @if !rows.is_empty() { (section::section("history", &ctx.t("nav-history"), &html! {}, &body)) } }
}
