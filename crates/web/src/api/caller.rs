//! Who asks: the team of this server, and the officer who stands behind a change.

use crate::state::{Officer, WebState};
use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use percent_encoding::percent_decode_str;
use samesky_app::{App, Session};
use std::convert::Infallible;

/// The header with the officer's name (percent-encoded UTF-8), for programs that keep no cookies.
const HEADER: &str = "samesky-officer";

/// Somebody who asks for something.
pub(super) struct Caller {
    state: WebState,
    /// On whose behalf.
    pub(super) session: Session,
}

impl Caller {
    /// The use cases.
    pub(super) fn app(&self) -> &App {
        self.state.app()
    }

    /// The team whose records are shown.
    pub(super) fn team(&self) -> &samesky_model::record::Team {
        self.state.team()
    }
}

impl FromRequestParts<WebState> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Infallible> {
        let cookie = Officer::from_request_parts(parts, state).await?;
        let officer = named(&parts.headers).map_or(cookie, |name| Officer(Some(name)));
        Ok(Self { session: state.session(&officer), state: state.clone() })
    }
}

fn named(headers: &HeaderMap) -> Option<String> {
    let header = headers.get(HEADER)?.to_str().ok()?;
    let name = percent_decode_str(header).decode_utf8().ok()?.trim().to_owned();
    let fits = (1..=80).contains(&name.chars().count()) && !name.chars().any(char::is_control);
    fits.then_some(name)
}
