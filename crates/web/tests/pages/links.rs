//! The addresses on a page: its links, and what its forms ask for when they are sent as they stand.

use dom_query::{Document, NodeRef};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Every address on the page that leads somewhere on this server, with its fragment.
pub(crate) fn links(page: &Document, here: &str) -> Vec<String> {
    let mut found: Vec<String> = ["a[href]", "link[href]"].iter().flat_map(|tag| values(page, tag, "href")).collect();
    found.extend(values(page, "script[src]", "src"));
    found.extend(page.select("form").nodes().iter().filter(|form| is_get(form)).map(|form| sent(form, here)));
    found.iter().filter_map(|href| local(href, here)).collect()
}

fn values(page: &Document, selector: &str, attribute: &str) -> Vec<String> {
    page.select(selector)
        .nodes()
        .iter()
        .filter_map(|node| node.attr(attribute))
        .map(|value| value.to_string())
        .collect()
}

fn is_get(form: &NodeRef<'_>) -> bool {
    form.attr("method").is_none_or(|method| method.eq_ignore_ascii_case("get"))
}

/// The address that a browser asks for when nothing in the form was touched.
fn sent(form: &NodeRef<'_>, here: &str) -> String {
    let action = form.attr("action").map_or_else(|| path_of(here).to_owned(), |action| action.to_string());
    let pairs: Vec<String> = form
        .descendants()
        .iter()
        .filter_map(|control| Some((control.attr("name")?.to_string(), value(control)?)))
        .map(|(name, value)| format!("{}={}", encoded(&name), encoded(&value)))
        .collect();
    format!("{}?{}", path_of(&action), pairs.join("&"))
}

fn value(control: &NodeRef<'_>) -> Option<String> {
    let own = || control.attr("value").map(|value| value.to_string()).unwrap_or_default();
    let name = control.node_name()?;
    match (name.as_ref(), control.attr("type").as_deref()) {
        ("input", Some("checkbox" | "radio")) => control.has_attr("checked").then(own),
        ("input", Some("submit" | "button")) => None,
        ("input", _) => Some(own()),
        ("textarea", _) => Some(control.text().to_string()),
        ("select", _) => {
            let options: Vec<_> = control.descendants().into_iter().filter(NodeRef::is_element).collect();
            let chosen = options.iter().find(|option| option.has_attr("selected")).or(options.first())?;
            Some(chosen.attr("value").map_or_else(|| chosen.text().to_string(), |value| value.to_string()))
        }
        _ => None,
    }
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// The address on this server; nothing for another one.
fn local(href: &str, here: &str) -> Option<String> {
    match href.as_bytes() {
        [] => None,
        [b'/', b'/', ..] => None,
        [b'/', ..] => Some(href.to_owned()),
        [b'?', ..] => Some(format!("{}{href}", path_of(here))),
        [b'#', ..] => Some(format!("{here}{href}")),
        _ => None,
    }
}

/// The path without query and fragment.
pub(crate) fn path_of(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or_default()
}

/// The address without its fragment, and the fragment.
pub(crate) fn apart(address: &str) -> (&str, Option<&str>) {
    address.split_once('#').map_or((address, None), |(page, fragment)| (page, Some(fragment)))
}
