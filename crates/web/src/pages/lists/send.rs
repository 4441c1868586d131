//! What is sent from the pages of a list. Each step goes on in the background; the page shows how far it has come.

use super::{HERE, address};
use crate::pages::frame::{Answer, go, go_back};
use crate::state::{Officer, WebState};
use crate::ui::{Ctx, Flash, Tone};
use axum::Form;
use axum::extract::{FromRequest, Multipart, Path, Request, State};
use axum::response::{IntoResponse, Redirect};
use samesky_app::access::Action;
use samesky_app::organisations::list::job::{ListSaid, NewList};
use samesky_app::{AppError, Session};
use samesky_model::id::ListJobId;
use std::collections::BTreeMap;

/// Goes on with the step that a list is at, though nobody waits for the answer.
fn run(state: &WebState, session: Session, id: ListJobId) {
    let app = state.app().clone();
    tokio::spawn(async move {
        if let Err(error) = app.run_list(&session, id).await {
            tracing::error!(list = %id, %error, "a step of a list failed");
        }
    });
}

pub(super) async fn upload(State(state): State<WebState>, officer: Officer, ctx: Ctx, form: Request) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let mut form = match Multipart::from_request(form, &state).await {
        Ok(form) => form,
        Err(error) => return Ok((error.status(), error.body_text()).into_response()),
    };
    let mut list = NewList { file_name: String::new(), bytes: Vec::new(), said: ListSaid::default() };
    loop {
        let field = match form.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => break,
            Err(error) => return go_back(&ctx, HERE, broken(&error.body_text())),
        };
        if field.name() != Some("file") {
            continue;
        }
        list.file_name = field.file_name().unwrap_or_default().to_owned();
        match field.bytes().await {
            Ok(bytes) => list.bytes = bytes.to_vec(),
            Err(error) => return go_back(&ctx, HERE, broken(&error.body_text())),
        }
    }
    match state.app().begin_list(&session, list).await {
        Ok(job) => {
            run(&state, session, job.id);
            Ok(Redirect::to(&address(job.id)).into_response())
        }
        Err(error) => go_back(&ctx, HERE, error),
    }
}

fn broken(text: &str) -> AppError {
    AppError::invalid_value("file", "upload-broken", text)
}

/// What the form of columns says: `column-C`, `sheet`, `header_rows`, and which button was pressed.
#[derive(Default)]
struct Said {
    columns: BTreeMap<String, String>,
    sheet: Option<String>,
    header_rows: Option<Vec<u32>>,
    compare: bool,
}

impl Said {
    fn read(pairs: Vec<(String, String)>) -> Result<Self, AppError> {
        let mut said = Self::default();
        for (name, value) in pairs {
            match (name.as_str(), name.strip_prefix("column-")) {
                (_, Some(letters)) => drop(said.columns.insert(letters.to_owned(), value)),
                ("sheet", _) => said.sheet = Some(value).filter(|sheet| !sheet.is_empty()),
                ("header_rows", _) => said.header_rows = rows(&value)?,
                ("step", _) => said.compare = value == "compare",
                _ => {}
            }
        }
        Ok(said)
    }
}

/// Rows as they are written: `3`, `2-3`, `2, 3`; `0` for a list without a head; nothing to have them guessed.
fn rows(text: &str) -> Result<Option<Vec<u32>>, AppError> {
    let wrong = || AppError::invalid_value("header_rows", "no-rows", text);
    let mut rows = Vec::new();
    for part in text.split([',', '，', '、', ' ']).filter(|part| !part.is_empty()) {
        let (from, to) = part.split_once(['-', '–', '－']).unwrap_or((part, part));
        let (from, to): (u32, u32) = (from.parse().map_err(|_| wrong())?, to.parse().map_err(|_| wrong())?);
        if from > to || to - from > 20 {
            return Err(wrong());
        }
        rows.extend(from..=to);
    }
    Ok(match rows.as_slice() {
        [] => None,
        [0] => Some(Vec::new()),
        _ => Some(rows),
    })
}

pub(super) async fn map(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<ListJobId>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let said = match Said::read(pairs) {
        Ok(said) => said,
        Err(error) => return go_back(&ctx, &address(id), error),
    };
    let job = state.app().list_job(&session, id).await?;
    let same_sheet = said.sheet.as_deref().is_none_or(|sheet| sheet == job.layout.sheet);
    let same_head = said.header_rows.as_ref().is_none_or(|rows| *rows == job.layout.header_rows);
    let begun = if said.compare && same_sheet && same_head {
        state.app().compare_list(&session, id, said.columns).await
    } else {
        // Another sheet, or another head, has other columns: what was said of these says nothing of those.
        let columns = if same_sheet && same_head { said.columns } else { BTreeMap::new() };
        let header_rows = said.header_rows.filter(|_| same_sheet);
        let sheet = said.sheet.or_else(|| Some(job.layout.sheet.clone()).filter(|sheet| !sheet.is_empty()));
        state.app().map_list(&session, id, ListSaid { sheet, header_rows, columns }).await
    };
    went_on(&state, &ctx, session, id, begun.map(drop))
}

pub(super) async fn keep(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<ListJobId>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let skip = pairs.iter().any(|(name, value)| name == "skip_refused" && value == "yes");
    let begun = state.app().keep_list(&session, id, skip).await;
    went_on(&state, &ctx, session, id, begun.map(drop))
}

fn went_on(state: &WebState, ctx: &Ctx, session: Session, id: ListJobId, begun: Result<(), AppError>) -> Answer {
    match begun {
        Ok(()) => {
            run(state, session, id);
            Ok(Redirect::to(&address(id)).into_response())
        }
        Err(error) => go_back(ctx, &address(id), error),
    }
}

pub(super) async fn decide(
    State(state): State<WebState>,
    officer: Officer,
    ctx: Ctx,
    Path(id): Path<ListJobId>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Answer {
    let session = state.session(&officer);
    session.may(Action::Write)?;
    let back = pairs.iter().find(|(name, _)| name == "back").map(|(_, value)| value.clone()).unwrap_or_default();
    let back = if back.starts_with(&address(id)) { back } else { address(id) };
    let row = |(name, value): (String, String)| Some((name.strip_prefix("row-")?.parse::<i64>().ok()?, value));
    let rows: BTreeMap<i64, String> = pairs.into_iter().filter_map(row).collect();
    let count = rows.values().filter(|word| !word.is_empty()).count().to_string();
    match state.app().decide_list_rows(&session, id, &rows).await {
        Ok(_) => Ok(go(&back, &Flash::new(Tone::Ok, "flash-list-decided", &[("count", count)]))),
        Err(error) => go_back(&ctx, &back, error),
    }
}

pub(super) async fn cancel(
    State(state): State<WebState>,
    officer: Officer,
    Path(id): Path<ListJobId>,
) -> Answer<Redirect> {
    state.app().cancel_list(&state.session(&officer), id).await?;
    Ok(Redirect::to(&address(id)))
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn rows_are_read_as_people_write_them() {
        for (text, expected) in [
            ("", None),
            ("3", Some(vec![3])),
            ("2-3", Some(vec![2, 3])),
            ("1、2，4", Some(vec![1, 2, 4])),
            ("0", Some(vec![])),
        ] {
            assert_eq!(rows(text).expect("rows"), expected, "{text}");
        }
        for text in ["a", "3-1", "1-4000000000", "-", "1-"] {
            assert!(rows(text).is_err(), "{text}");
        }
    }
}
