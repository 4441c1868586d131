//! Forms with files (`multipart/form-data`).

use super::body::{not_expected, nul};
use super::problem::{FieldProblem, Kind, Problem};
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::http::StatusCode;
use std::collections::BTreeMap;

/// Bytes of one file at most.
pub(super) const FILE_LIMIT: usize = 20 << 20;
/// Bytes of one request at most.
pub(super) const REQUEST_LIMIT: usize = 100 << 20;
/// Files of one request at most.
const FILES: usize = 1_000;
/// Bytes of a field that is no file, at most.
const WORDS_LIMIT: usize = 64 << 10;

/// What a form brought.
#[derive(Default)]
pub(super) struct Form {
    /// The files, in order.
    pub(super) files: Vec<File>,
    /// The other fields; an empty one is left out.
    pub(super) words: BTreeMap<String, String>,
}

/// One file of a form.
pub(super) struct File {
    /// Its name, without the folders that some browsers send.
    pub(super) name: String,
    /// The media type that came with it.
    pub(super) content_type: Option<String>,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

/// Reads a form whose files are in the field `files` and whose other fields are among `known`.
pub(super) async fn read(mut form: Multipart, files: &str, known: &[&str]) -> Result<Form, Problem> {
    let mut read = Form::default();
    while let Some(field) = form.next_field().await.map_err(|error| broken(&error))? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == files {
            if field.file_name().is_none() {
                return Err(not_expected(files, "expected a file, with a file name".to_owned()).into());
            }
            if read.files.len() == FILES {
                return Err(not_expected(files, format!("{FILES} files at most")).into());
            }
            let file = file(field, read.files.len()).await?;
            read.files.push(file);
        } else if known.contains(&name.as_str()) {
            let words = words(&name, field).await?;
            if !words.is_empty() && read.words.insert(name.clone(), words).is_some() {
                return Err(not_expected(&name, "is given twice".to_owned()).into());
            }
        } else {
            let expected = format!("unknown field; expected {files}, {}", known.join(", "));
            return Err(not_expected(&name.replace('\0', "\u{FFFD}"), expected).into());
        }
    }
    Ok(read)
}

async fn file(mut field: Field<'_>, index: usize) -> Result<File, Problem> {
    let given = field.file_name().unwrap_or_default();
    let name = given.rsplit(['/', '\\']).next().unwrap_or_default().trim().replace('\0', "\u{FFFD}");
    let name = if name.is_empty() { format!("file {}", index + 1) } else { name };
    let content_type = field.content_type().map(str::to_owned);
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
        if bytes.len() + chunk.len() > FILE_LIMIT {
            return Err(Problem::new(
                Kind::TooLarge,
                format!("“{name}” has more than {FILE_LIMIT} bytes; that is the most that is read"),
            ));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(File { name, content_type, bytes })
}

async fn words(name: &str, mut field: Field<'_>) -> Result<String, Problem> {
    let mut bytes = Vec::new();
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
        if bytes.len() + chunk.len() > WORDS_LIMIT {
            return Err(Problem::new(Kind::TooLarge, format!("the field {name} has more than {WORDS_LIMIT} bytes")));
        }
        bytes.extend_from_slice(&chunk);
    }
    let words = String::from_utf8(bytes).map_err(|_| not_expected(name, "is no UTF-8".to_owned()))?;
    if words.contains('\0') { Err(nul(name).into()) } else { Ok(words.trim().to_owned()) }
}

/// The wrong boundary, a form that is cut off, or more than a request may bring.
pub(super) fn broken(error: &MultipartError) -> Problem {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return Problem::new(Kind::TooLarge, format!("a request may have {REQUEST_LIMIT} bytes at most"));
    }
    Problem::new(Kind::Malformed, format!("the form cannot be understood: {}", error.body_text()))
}

/// A field of a form given its type.
pub(super) fn take<T>(words: &mut BTreeMap<String, String>, name: &str) -> Result<Option<T>, FieldProblem>
where
    T: std::str::FromStr<Err: std::fmt::Display>,
{
    let Some(value) = words.remove(name) else { return Ok(None) };
    value.parse::<T>().map(Some).map_err(|error| not_expected(name, error.to_string()))
}
