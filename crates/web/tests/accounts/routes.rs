//! What routes there are, as the router itself says.

use axum::Router;
use std::collections::{BTreeMap, BTreeSet};

/// Every method with every path that somebody answers. What answers any method stands as `ANY`; what serves assets of one
/// kind stands once.
pub(crate) fn all(router: &Router) -> BTreeSet<String> {
    let said = format!("{router:?}");
    let own = said.split("fallback_router: PathRouter").next().unwrap_or_default();
    let (routes, paths) = own.split_once("paths: {").expect("the router tells its paths");
    let methods = methods(routes);
    let mut found = BTreeSet::new();
    for (id, path) in after_ids(paths) {
        let path = path.trim_start_matches(": ").trim_start_matches('"').split('"').next().unwrap_or_default();
        let allowed = methods.get(&id).cloned().unwrap_or_else(|| vec!["ANY".to_owned()]);
        found.extend(allowed.into_iter().map(|method| format!("{method} {path}")));
    }
    found
}

fn methods(routes: &str) -> BTreeMap<u32, Vec<String>> {
    let methods = |text: &str| -> Option<Vec<String>> {
        let (_, rest) = text.split_once("allow_header: Bytes(b\"")?;
        let list = rest.split('"').next()?;
        Some(list.split(',').filter(|method| *method != "HEAD").map(str::to_owned).collect())
    };
    after_ids(routes).filter_map(|(id, text)| Some((id, methods(text)?))).collect()
}

/// The text behind each `RouteId(…)`.
fn after_ids(text: &str) -> impl Iterator<Item = (u32, &str)> {
    text.split("RouteId(").skip(1).filter_map(|piece| {
        let (id, rest) = piece.split_once(')')?;
        Some((id.parse().ok()?, rest))
    })
}
