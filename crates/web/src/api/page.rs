//! Lists come in pages: `limit` and `after` in the query; items, the cursor of the next page and the number of all in
//! the answer, with a `Link` header for whoever follows links.

use super::body::not_expected;
use super::parts::many;
use super::problem::FieldProblem;
use axum::Json;
use axum::http::{HeaderMap, HeaderValue, Uri, header};
use axum::response::{IntoResponse, Response};
use samesky_app::{Page, PageOf};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::{IntoParams, ToSchema};

/// Items of a page at most.
const MOST: u64 = 200;

/// Which page of a list.
#[derive(IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code)] // the names for the OpenAPI document; `Paging::take` reads them
pub(super) struct PageParams {
    /// How many items at most.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u64>,
    /// The cursor `next` of the page before. Without one, the first page.
    after: Option<String>,
}

/// The page that was asked for.
#[derive(Debug)]
pub(super) struct Paging {
    pub(super) page: Page,
    uri: Uri,
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct List<T> {
    /// The items, in the order of the list.
    items: Vec<T>,
    /// The cursor of the page after this one; nothing on the last page.
    next: Option<String>,
    /// Number of items on all pages together.
    total: i64,
}

impl Paging {
    /// Takes `limit` and `after` out of the query.
    pub(super) fn take(pairs: &mut BTreeMap<String, String>, uri: Uri) -> Result<Self, FieldProblem> {
        let limit =
            pairs.remove("limit").map(|text| text.parse().ok().filter(|limit| (1..=MOST).contains(limit)).ok_or(text));
        let limit = match limit.unwrap_or(Ok(Page::default().limit)) {
            Ok(limit) => limit,
            Err(text) => {
                let found = Some(super::scalar::shortened(&text));
                return Err(FieldProblem {
                    found,
                    ..not_expected("limit", format!("expected a number from 1 to {MOST}"))
                });
            }
        };
        Ok(Self { page: Page { after: pairs.remove("after"), limit }, uri })
    }

    /// Answers with the page.
    pub(super) fn answer<T, W: From<T> + Serialize>(&self, found: PageOf<T>) -> Response {
        let mut headers = HeaderMap::new();
        let next = found.next.as_deref().map(|cursor| self.link(cursor, "next"));
        let previous = found.previous.as_deref().map(|cursor| self.link(cursor, "prev"));
        for link in next.into_iter().chain(previous) {
            if let Ok(link) = HeaderValue::from_str(&link) {
                headers.append(header::LINK, link);
            }
        }
        let PageOf { items, next, total, .. } = found;
        (headers, Json(List::<W> { items: many(items), next, total })).into_response()
    }

    fn link(&self, cursor: &str, rel: &str) -> String {
        let query = self.uri.query().unwrap_or_default();
        let kept = query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("after="));
        let after = format!("after={cursor}");
        let query: Vec<_> = kept.chain([after.as_str()]).collect();
        format!("<{}?{}>; rel=\"{rel}\"", self.uri.path(), query.join("&"))
    }
}
