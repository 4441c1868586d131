//! Who asks: whoever came through the door, and their team.

use crate::state::{Officer, WebState};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use samesky_app::{App, Session};
use std::convert::Infallible;

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
}

impl FromRequestParts<WebState> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &WebState) -> Result<Self, Infallible> {
        let officer = Officer::from_request_parts(parts, state).await?;
        Ok(Self { session: state.session(&officer), state: state.clone() })
    }
}
