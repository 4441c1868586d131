//! Addresses with their questions.

/// The path with the pairs behind it; pairs without a value are left out.
///
/// ```
/// use samesky_web::pages::query::address;
/// assert_eq!(address("/events", &[("q", "成都"), ("after", "")]), "/events?q=%E6%88%90%E9%83%BD");
/// assert_eq!(address("/events", &[]), "/events");
/// ```
#[must_use]
pub fn address(path: &str, pairs: &[(&str, &str)]) -> String {
    let filled: Vec<_> = pairs.iter().filter(|(_, value)| !value.is_empty()).collect();
    match serde_html_form::to_string(&filled) {
        Ok(query) if !query.is_empty() => format!("{path}?{query}"),
        _ => path.to_owned(),
    }
}

/// A word of a code list from a question; an unknown or empty word asks for nothing.
pub(super) fn word<C: std::str::FromStr>(value: Option<&String>) -> Option<C> {
    value.and_then(|value| value.parse().ok())
}

/// A text from a question, where it is not blank.
pub(super) fn filled(value: Option<&String>) -> Option<String> {
    value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
}
