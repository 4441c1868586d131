//! Files beside a record: the section of its page, sending one, taking one away, handing one out.

use super::frame::{Answer, go, go_back};
use crate::attached::{self, FIELD, NotSent, REQUEST, Sent, receive};
use crate::state::{Officer, WebState};
use crate::ui::control::{self, Button};
use crate::ui::form::Field;
use crate::ui::section::{note, section};
use crate::ui::table::{Cell, Column, Row, table};
use crate::ui::{Ctx, Flash, Icon, Tone, icon, time};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use axum::{Form, Router};
use maud::{Markup, html};
use samesky_app::access::Action;
use samesky_app::attachments::{Attachment, Beside};
use samesky_app::{AppError, Session};
use samesky_model::id::AttachmentId;
use samesky_model::record::RecordKind;
use serde::Deserialize;
use uuid::Uuid;

/// The routes of files beside records.
pub(super) fn router() -> Router<WebState> {
    Router::new()
        .route("/announcements/{id}/attachments", post(to_announcement).layer(DefaultBodyLimit::max(REQUEST)))
        .route("/events/{id}/attachments", post(to_event).layer(DefaultBodyLimit::max(REQUEST)))
        .route("/projects/{id}/attachments", post(to_project).layer(DefaultBodyLimit::max(REQUEST)))
        .route("/attachments/{id}", get(download))
        .route("/attachments/{id}/view", get(view))
        .route("/attachments/{id}/remove", post(remove))
}

async fn to_announcement(state: State<WebState>, officer: Officer, ctx: Ctx, id: Path<Uuid>, form: Request) -> Answer {
    add(&state, &officer, &ctx, Beside { kind: RecordKind::Announcement, record: *id }, form).await
}

async fn to_event(state: State<WebState>, officer: Officer, ctx: Ctx, id: Path<Uuid>, form: Request) -> Answer {
    add(&state, &officer, &ctx, Beside { kind: RecordKind::Event, record: *id }, form).await
}

async fn to_project(state: State<WebState>, officer: Officer, ctx: Ctx, id: Path<Uuid>, form: Request) -> Answer {
    add(&state, &officer, &ctx, Beside { kind: RecordKind::Project, record: *id }, form).await
}

async fn add(state: &WebState, officer: &Officer, ctx: &Ctx, beside: Beside, form: Request) -> Answer {
    let session = state.session(officer);
    session.may(Action::Write)?;
    state.app().attachments(&session, beside).await?;
    let back = format!("{}#attachments", address(beside));
    let form = match Multipart::from_request(form, state).await {
        Ok(form) => form,
        Err(error) => return Ok((error.status(), error.body_text()).into_response()),
    };
    let kept = match receive(form, state.app().attachment_rules()).await {
        Ok(Sent { name, file }) => state.app().attach(&session, beside, &name, file).await,
        Err(NotSent::Refused(error)) => Err(error),
        Err(NotSent::Broken(error)) => Err(AppError::invalid_value("file", "upload-broken", error.body_text())),
    };
    match kept {
        Ok(kept) => Ok(go(&back, &Flash::new(Tone::Ok, "flash-attached", &[("name", kept.name)]))),
        Err(error) => go_back(ctx, &back, error),
    }
}

#[derive(Debug, Deserialize)]
struct Removal {
    #[serde(default)]
    why: String,
}

async fn remove(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<AttachmentId>,
    Form(form): Form<Removal>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let kept = state.app().attachment(&session, id).await?;
    let back = format!("{}#attachments", address(Beside { kind: kept.record_kind, record: kept.record }));
    match state.app().remove_attachment(&session, id, Some(form.why)).await {
        Ok(gone) => Ok(go(&back, &Flash::new(Tone::Ok, "flash-attachment-removed", &[("name", gone.name)]))),
        Err(error) => go_back(&ctx, &back, error),
    }
}

async fn download(state: State<WebState>, officer: Officer, id: Path<AttachmentId>, head: HeaderMap) -> Answer {
    handed_out(&state, &officer, *id, &head, false).await
}

async fn view(state: State<WebState>, officer: Officer, id: Path<AttachmentId>, head: HeaderMap) -> Answer {
    handed_out(&state, &officer, *id, &head, true).await
}

async fn handed_out(state: &WebState, officer: &Officer, id: AttachmentId, head: &HeaderMap, shown: bool) -> Answer {
    let (kept, pieces) = state.app().attachment_bytes(&state.session(officer), id).await?;
    let known = head.get(header::IF_NONE_MATCH).and_then(|tag| tag.to_str().ok());
    if known == Some(attached::tag(&kept).as_str()) {
        return Ok((StatusCode::NOT_MODIFIED, attached::headers(&kept, shown)).into_response());
    }
    Ok(attached::handed_out(&kept, pieces, shown))
}

fn address(Beside { kind, record }: Beside) -> String {
    format!("/{kind}s/{record}")
}

/// The section of a record's page, for this reader.
pub(in crate::pages) async fn section_of(
    state: &WebState,
    session: &Session,
    ctx: &Ctx,
    beside: Beside,
) -> Answer<Markup> {
    let files = state.app().attachments(session, beside).await?;
    Ok(shown(ctx, &files, session.can(Action::Write).then_some(beside), state.app().attachment_rules().size >> 20))
}

/// `change` is the record where the reader may change it.
fn shown(ctx: &Ctx, files: &[Attachment], change: Option<Beside>, most: u64) -> Markup {
    if files.is_empty() && change.is_none() {
        return html! {};
    }
    let body = html! {
        div.stack {
            @if files.is_empty() { (note(&ctx.t("attachments-none"))) } @else { (list(ctx, files, change.is_some())) }
            @if let Some(beside) = change { (form(ctx, beside, most)) }
        }
    };
    section("attachments", &ctx.t("attachments-title"), &html! {}, &body)
}

fn list(ctx: &Ctx, files: &[Attachment], removable: bool) -> Markup {
    let mut columns = vec![Column::new(ctx.t("attachments-file")), Column::new(ctx.t("column-who"))];
    if removable {
        columns.push(Column::new(ctx.t("attachments-remove")));
    }
    let rows: Vec<_> = files.iter().map(|file| row(ctx, file, removable)).collect();
    let caption = ctx.t_with("attachments-count", &[("count", files.len().into())]);
    table(ctx.lang, &caption, &columns, &rows)
}

fn row(ctx: &Ctx, file: &Attachment, removable: bool) -> Row {
    let short = file.sha256.get(..12).unwrap_or_default();
    let mut cells = vec![
        Cell::title(html! {
            @if file.kind.is_picture() {
                img.thumb src={ "/attachments/" (file.id) "/view" } alt="" loading="lazy";
            }
            a href={ "/attachments/" (file.id) } download { bdi { (file.name) } }
            @if file.kind.is_shown() {
                " " a.xs href={ "/attachments/" (file.id) "/view" } target="_blank" rel="noopener" { (ctx.t("attachments-view")) }
            }
            span class="xs mute block" {
                (ctx.name(file.kind)) " · " (size(file.size)) " · " code title=(file.sha256) { "SHA-256 " (short) "…" }
            }
        }),
        Cell::new(
            html! { bdi.who { (ctx.who(&file.attached.by)) } span class="xs mute block" { (time::moment(ctx, file.attached.at)) } },
        ),
    ];
    if removable {
        cells.push(Cell::wide(removal(ctx, file)));
    }
    Row::new(cells)
}

fn removal(ctx: &Ctx, file: &Attachment) -> Markup {
    let (label, id) = (ctx.t("column-why"), format!("why-{}", file.id));
    html! {
        details.ask.no-print {
            summary class="btn small" { (icon(Icon::Undo)) (ctx.t("attachments-remove")) }
            form.form method="post" action={ "/attachments/" (file.id) "/remove" } {
                (Field::new("why", &label).id(&id).required().text())
                div.row { (control::submit(Button::Plain, None, &ctx.t("attachments-remove-confirm"))) }
            }
        }
    }
}

fn form(ctx: &Ctx, beside: Beside, most: u64) -> Markup {
    let (label, hint) = (ctx.t("attachments-choose"), ctx.t_with("attachments-hint", &[("most", most.into())]));
    html! {
        form.form.no-print method="post" action={ (address(beside)) "/attachments" } enctype="multipart/form-data" {
            (Field::new(FIELD, &label).id("attach-file").hint(&hint).required().file(ACCEPTED))
            div.row { (control::submit(Button::Plain, Some(Icon::Upload), &ctx.t("attachments-send"))) }
        }
    }
}

/// What the browser offers first; the content decides, not the name.
const ACCEPTED: &str = ".png,.jpg,.jpeg,.webp,.gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp";

/// A length for people: `12 kB`, with the units of 1000 that browsers show.
fn size(bytes: i64) -> String {
    match bytes {
        ..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    }
}
