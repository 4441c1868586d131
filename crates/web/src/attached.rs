//! Files beside records on their way in and out. On the way in they lie in a nameless temporary file, so that memory does not
//! grow with them; on the way out they come from the database piece by piece.

use axum::body::Body;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use futures::stream;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_app::AppError;
use samesky_app::attachments::{Attachment, AttachmentRules, Pieces, too_large};
use std::fs::File;
use std::io::Write;

/// Bytes of a request with a file at most, whatever the settings allow: the largest setting and the form around it.
pub(crate) const REQUEST: usize = (1 << 30) + (1 << 20);

/// The field of a form that holds the file.
pub(crate) const FIELD: &str = "file";

/// Whatever a browser makes of the file, it runs nothing, loads nothing and has no origin.
const POLICY: &str = "default-src 'none'; sandbox";

/// A file that was sent.
pub(crate) struct Sent {
    /// Its name as it came.
    pub(crate) name: String,
    /// Its bytes.
    pub(crate) file: File,
}

/// Why a form brought no file.
pub(crate) enum NotSent {
    /// The form is broken, or cut off.
    Broken(MultipartError),
    /// Anything else.
    Refused(AppError),
}

/// The one file of a form.
pub(crate) async fn receive(mut form: Multipart, rules: &AttachmentRules) -> Result<Sent, NotSent> {
    let mut sent = None;
    while let Some(field) = form.next_field().await.map_err(NotSent::Broken)? {
        if field.name() != Some(FIELD) {
            continue;
        }
        if sent.is_some() {
            return Err(NotSent::Refused(AppError::invalid(FIELD, "one-file")));
        }
        let name = field.file_name().unwrap_or_default().to_owned();
        let (file, length) = spooled(field, rules).await?;
        // A browser sends an empty part where no file was chosen.
        if length > 0 || !name.is_empty() {
            sent = Some(Sent { name, file });
        }
    }
    sent.ok_or_else(|| NotSent::Refused(AppError::invalid(FIELD, "no-file")))
}

async fn spooled(mut field: Field<'_>, rules: &AttachmentRules) -> Result<(File, u64), NotSent> {
    let failed = |error: std::io::Error| NotSent::Refused(AppError::Stopped(error.to_string()));
    let (mut file, mut length) = (tempfile::tempfile().map_err(failed)?, 0_u64);
    while let Some(chunk) = field.chunk().await.map_err(NotSent::Broken)? {
        length += chunk.len() as u64;
        if length > rules.size {
            return Err(NotSent::Refused(too_large(rules)));
        }
        file.write_all(&chunk).map_err(failed)?;
    }
    Ok((file, length))
}

/// A file on its way out: to be saved, or to be shown where it is a picture or a PDF.
pub(crate) fn handed_out(attachment: &Attachment, pieces: Pieces, shown: bool) -> Response {
    let mut facts = headers(attachment, shown);
    if let Ok(length) = HeaderValue::from_str(&attachment.size.to_string()) {
        facts.insert(header::CONTENT_LENGTH, length);
    }
    let body = stream::try_unfold(pieces, |mut pieces| async move {
        let piece = pieces.next().await.map_err(|error| std::io::Error::other(error.to_string()))?;
        Ok::<_, std::io::Error>(piece.map(|piece| (piece, pieces)))
    });
    (facts, Body::from_stream(body)).into_response()
}

/// The tag of a file: its bytes never change.
pub(crate) fn tag(attachment: &Attachment) -> String {
    format!("\"{}\"", attachment.sha256)
}

/// What goes before the bytes.
pub(crate) fn headers(attachment: &Attachment, shown: bool) -> HeaderMap {
    let mut facts = HeaderMap::new();
    facts.insert(header::CONTENT_TYPE, HeaderValue::from_static(attachment.kind.media_type()));
    facts.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    facts.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    facts.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
    let disposition = HeaderValue::from_str(&disposition(attachment, shown && attachment.kind.is_shown()));
    facts.insert(header::CONTENT_DISPOSITION, disposition.unwrap_or(HeaderValue::from_static("attachment")));
    if let Ok(tag) = HeaderValue::from_str(&tag(attachment)) {
        facts.insert(header::ETAG, tag);
    }
    facts
}

/// The name as it came, and beside it in plain ASCII for what cannot read the other.
fn disposition(attachment: &Attachment, shown: bool) -> String {
    let way = if shown { "inline" } else { "attachment" };
    let name = utf8_percent_encode(&attachment.name, NON_ALPHANUMERIC);
    format!("{way}; filename=\"{}.{}\"; filename*=UTF-8''{name}", attachment.id, attachment.kind)
}
