//! One change of many organisations: chosen in the list, shown before it is made, taken back as a whole.

use super::asked::LIST;
use crate::lang::place::place;
use crate::lang::register::classification;
use crate::pages::frame::{Answer, go, go_back};
use crate::pages::layout::{Layout, Nav};
use crate::pages::records::names;
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::{Choice, Field};
use crate::ui::table::{Cell, Column, Mark, Row, table};
use crate::ui::{Ctx, Flash, Icon, Tone};
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect};
use maud::{Markup, html};
use samesky_app::AppError;
use samesky_app::access::Action;
use samesky_app::organisations::bulk::{BULK_FIELDS, BulkChange, BulkHow, BulkRow};
use samesky_app::organisations::{Fact, FactField, IndustryCode};
use samesky_model::id::OrganisationId;
use samesky_model::reading::OrganisationKind;

/// The address of the form.
pub(super) const BULK: &str = "/organisations/bulk";
/// The id of the form to which the boxes of the list belong.
pub(super) const FORM: &str = "bulk";

type Typed = Vec<(String, String)>;

/// The box by which an organisation of the list is chosen.
pub(super) fn tick(ctx: &Ctx, id: OrganisationId, version: i64, name: &str) -> Markup {
    let label = ctx.t_with("bulk-choose", &[("name", name.into())]);
    html! { input type="checkbox" name="one" value={ (id) " " (version) } form=(FORM) aria-label=(label); }
}

/// The form below the list.
pub(super) fn form(ctx: &Ctx) -> Markup {
    html! {
        form.filters id=(FORM) method="post" action=(BULK) {
            (fields(ctx, &[]))
            (control::submit(Button::Plain, None, &ctx.t("bulk-preview")))
        }
    }
}

fn fields(ctx: &Ctx, typed: &[(String, String)]) -> Markup {
    let value = |name: &str| said(typed, name).unwrap_or_default().to_owned();
    let fields: Vec<_> = BULK_FIELDS.iter().map(|field| Choice::new(field.to_string(), ctx.name(*field))).collect();
    let hows: Vec<_> = BulkHow::ALL
        .iter()
        .map(|how| Choice::new(how.as_str(), ctx.t(&format!("bulk-how-{}", how.as_str()))))
        .collect();
    let [how, field, to] = ["bulk-how", "bulk-field", "bulk-value"].map(|key| ctx.t(key));
    let hint = ctx.t("bulk-value-hint");
    html! {
        (Field::new("how", &how).value(&value("how")).select(&hows))
        (Field::new("field", &field).id("bulk-field").value(&value("field")).select(&fields))
        (Field::new("value", &to).id("bulk-value").value(&value("value")).hint(&hint).grow().text())
    }
}

/// Shows what the change comes to.
pub(super) async fn preview(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Form(typed): Form<Typed>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let seen = seen(&typed);
    if seen.is_empty() {
        return go_back(&ctx, LIST, AppError::invalid("organisations", "nothing-chosen"));
    }
    let rows = match change(&ctx, &typed) {
        Ok(change) => {
            let ids: Vec<_> = seen.iter().map(|(id, _)| *id).collect();
            state.app().preview_bulk(&session, &ids, &change).await
        }
        Err(wrong) => Err(wrong),
    };
    match rows {
        Ok(rows) => Ok(preview_page(&ctx, &typed, &rows).into_response()),
        Err(failure) => go_back(&ctx, LIST, failure),
    }
}

fn preview_page(ctx: &Ctx, typed: &Typed, rows: &[BulkRow]) -> Markup {
    let changed = rows.iter().filter(|row| row.changes()).count();
    let columns = ["column-name", "bulk-before", "bulk-after"].map(|key| Column::new(ctx.t(key)));
    let table_rows: Vec<_> = rows.iter().map(|row| row_of(ctx, row)).collect();
    let count = ctx.t_with("bulk-count", &[("count", changed.into())]);
    let body = html! {
        (table(ctx.lang, &count, &columns, &table_rows))
        form.row method="post" action="/organisations/bulk/change" {
            @for name in ["how", "field", "value"] { input type="hidden" name=(name) value=(said(typed, name).unwrap_or_default()); }
            @for (_, one) in typed.iter().filter(|(name, _)| name == "one") { input type="hidden" name="one" value=(one); }
            @if changed > 0 { (control::submit(Button::Primary, None, &ctx.t_with("bulk-do", &[("count", changed.into())]))) }
            (control::link(Button::Quiet, LIST, None, &ctx.t("do-cancel")))
        }
    };
    page(ctx, &ctx.t("bulk-preview-title"), &body)
}

fn row_of(ctx: &Ctx, row: &BulkRow) -> Row {
    let one = &row.organisation;
    let name = names::linked(ctx, &format!("{LIST}/{}", one.id), &one.names, &ctx.t("records-no-name"));
    let values = |facts: &[Fact]| Cell::wide(html! { @for fact in facts { span.block { (value_of(ctx, fact)) } } });
    let cells = vec![Cell::title(name), values(&row.before), values(&row.after)];
    Row::new(cells).mark(if row.changes() { Mark::None } else { Mark::Void })
}

fn value_of(ctx: &Ctx, fact: &Fact) -> Markup {
    match fact {
        Fact::Kind(kind) => html! { (ctx.name(*kind)) },
        Fact::Country(code) => html! { bdi { (place(ctx.lang, code)) } },
        Fact::Place(text) => html! { bdi { (text) } },
        Fact::Industry(one) => {
            html! { bdi { (one.code) } " " span class="xs mute" { (classification(ctx.lang, &one.scheme)) } }
        }
        _ => html! {},
    }
}

/// Makes the change, and offers to take it back.
pub(super) async fn make(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Form(typed): Form<Typed>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let made = match change(&ctx, &typed) {
        Ok(change) => state.app().change_organisations(&session, &seen(&typed), &change).await,
        Err(wrong) => Err(wrong),
    };
    match made {
        Ok(changed) => Ok(done_page(&ctx, &changed).into_response()),
        Err(failure) => go_back(&ctx, LIST, failure),
    }
}

fn done_page(ctx: &Ctx, changed: &[(OrganisationId, i64)]) -> Markup {
    let body = html! {
        p { (ctx.t_with("bulk-done", &[("count", changed.len().into())])) }
        form.row method="post" action="/organisations/bulk/undo" {
            @for (id, version) in changed { input type="hidden" name="one" value={ (id) " " (version) }; }
            (control::link(Button::Primary, LIST, None, &ctx.t("nav-organisations")))
            @if !changed.is_empty() { (control::submit(Button::Plain, Some(Icon::Undo), &ctx.t("do-undo"))) }
        }
    };
    page(ctx, &ctx.t("bulk-done-title"), &body)
}

/// Takes the change back.
pub(super) async fn undo(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Form(typed): Form<Typed>,
) -> Answer {
    match state.app().undo_organisation_changes(&state.session(&officer), &seen(&typed)).await {
        Ok(count) => Ok(go(LIST, &Flash::new(Tone::Ok, "flash-bulk-undone", &[("count", count.to_string())]))),
        Err(failure) => go_back(&ctx, LIST, failure),
    }
}

/// The addresses of the forms are no pages: they lead to the list.
pub(super) async fn back() -> Redirect {
    Redirect::to(LIST)
}

fn page(ctx: &Ctx, title: &str, body: &Markup) -> Markup {
    Layout::new(ctx, title)
        .nav(Nav::Organisations)
        .crumb(LIST, ctx.t("nav-organisations"))
        .crumb_here(title)
        .render(body)
}

fn said<'a>(typed: &'a [(String, String)], wanted: &str) -> Option<&'a str> {
    typed.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.trim())
}

/// The organisations that are meant, with their versions; what is none is passed over.
fn seen(typed: &[(String, String)]) -> Vec<(OrganisationId, i64)> {
    let one = |value: &str| {
        let (id, version) = value.split_once(' ')?;
        Some((id.parse().ok()?, version.parse().ok()?))
    };
    let mut seen: Vec<(OrganisationId, i64)> =
        typed.iter().filter(|(name, _)| name == "one").filter_map(|(_, value)| one(value)).collect();
    seen.sort_unstable();
    seen.dedup_by_key(|(id, _)| *id);
    seen
}

/// The change that the form asks for.
fn change(ctx: &Ctx, typed: &[(String, String)]) -> Result<BulkChange, AppError> {
    let how = BulkHow::ALL.iter().find(|how| Some(how.as_str()) == said(typed, "how")).copied();
    let field = said(typed, "field").and_then(|word| word.parse().ok()).filter(|field| BULK_FIELDS.contains(field));
    let value = said(typed, "value").unwrap_or_default().to_owned();
    let missing = || AppError::invalid("value", "value-missing");
    let fact = match field.ok_or_else(missing)? {
        FactField::Kind => Fact::Kind(kind(ctx, &value).ok_or_else(missing)?),
        FactField::Country => Fact::Country(value),
        FactField::Place => Fact::Place(value),
        _ => Fact::Industry(industry(&value)),
    };
    Ok(BulkChange { how: how.ok_or_else(missing)?, fact })
}

/// A kind by its word, or by its name in the reader's language.
fn kind(ctx: &Ctx, value: &str) -> Option<OrganisationKind> {
    let named = |kind: &&OrganisationKind| ctx.name(**kind).to_lowercase() == value.to_lowercase();
    value.parse().ok().or_else(|| OrganisationKind::ALL.iter().find(named).copied())
}

/// `scheme:code`; words without a scheme are words.
fn industry(value: &str) -> IndustryCode {
    let (scheme, code) = value.split_once(':').unwrap_or(("words", value));
    IndustryCode { scheme: scheme.trim().to_owned(), code: code.trim().to_owned() }
}
