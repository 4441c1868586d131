//! What every page owes its reader, whatever it shows.

use dom_query::{Document, NodeRef};
use samesky_model::language::Language;
use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::sync::LazyLock;

/// Every message's key. None of them may stand on a page.
static KEYS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../translations/en");
    let files = std::fs::read_dir(folder).expect("the messages").map(|file| file.expect("a file").path());
    let keys: HashSet<String> = files
        .flat_map(|file| {
            std::fs::read_to_string(file).expect("messages").lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .filter_map(|line| line.split_once(" =").map(|(key, _)| key.to_owned()))
        .filter(|key| {
            key.contains('-') && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        })
        .collect();
    assert!(keys.len() > 200, "few messages: {}", keys.len());
    keys
});

/// What is wrong with the page; nothing where all is well.
pub(crate) fn faults(page: &Document, lang: Language) -> Vec<String> {
    let mut found = frame(page, lang);
    found.extend(ids(page));
    found.extend(labels(page));
    found.extend(keys(page));
    found.extend(hosts(page));
    found.extend(inline(page));
    found
}

fn frame(page: &Document, lang: Language) -> Vec<String> {
    let mut found = Vec::new();
    if page.select("html").attr("lang").as_deref() != Some(lang.as_str()) {
        found.push(format!("<html lang> is not {lang}"));
    }
    if page.select("head > title").text().trim().is_empty() {
        found.push("no title".to_owned());
    }
    for (one, wanted) in [("h1", 1), ("main", 1), ("a.skip", 1)] {
        let count = page.select(one).length();
        if count != wanted {
            found.push(format!("{count} of {one}"));
        }
    }
    if page.select("h1").text().trim().is_empty() {
        found.push("an empty h1".to_owned());
    }
    found
}

/// Every id stands once, and whatever is named by id is there.
fn ids(page: &Document) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for node in page.select("[id]").nodes() {
        let id = node.attr("id").unwrap_or_default().to_string();
        if id.is_empty() || id.contains(char::is_whitespace) || !seen.insert(id.clone()) {
            found.push(format!("the id {id:?} is empty, broken or there twice"));
        }
    }
    for name in ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "list", "form"] {
        for node in page.select(&format!("[{name}]")).nodes() {
            let value = node.attr(name).unwrap_or_default().to_string();
            found.extend(
                value.split(' ').filter(|id| !seen.contains(*id)).map(|id| format!("{name}={id:?} leads to nothing")),
            );
        }
    }
    found
}

fn labels(page: &Document) -> Vec<String> {
    let named: HashSet<String> = page
        .select("label[for]")
        .nodes()
        .iter()
        .filter(|label| !label.text().trim().is_empty())
        .filter_map(|label| label.attr("for").map(|id| id.to_string()))
        .collect();
    let mut found: Vec<String> = page
        .select("input, select, textarea")
        .nodes()
        .iter()
        .filter(|control| control.attr("type").as_deref() != Some("hidden") && !is_labelled(control, &named))
        .map(|control| format!("no label: {}", opening(control)))
        .collect();
    let speechless = page.select("button, a[href], summary");
    found.extend(
        speechless
            .nodes()
            .iter()
            .filter(|control| says(control).is_empty())
            .map(|one| format!("no name: {}", opening(one))),
    );
    found.extend(
        page.select("img:not([alt]), th:empty").nodes().iter().map(|one| format!("says nothing: {}", opening(one))),
    );
    found
}

fn is_labelled(control: &NodeRef<'_>, named: &HashSet<String>) -> bool {
    let by_id = control.attr("id").is_some_and(|id| named.contains(id.as_ref()));
    let by_words =
        ["aria-label", "aria-labelledby"].iter().any(|name| control.attr(name).is_some_and(|v| !v.trim().is_empty()));
    let inside = control.ancestors(None).iter().any(|one| one.node_name().as_deref() == Some("label"));
    by_id || by_words || inside
}

fn says(control: &NodeRef<'_>) -> String {
    let words = ["aria-label", "title"].iter().filter_map(|name| control.attr(name)).map(|value| value.to_string());
    std::iter::once(control.text().to_string()).chain(words).map(|said| said.trim().to_owned()).collect()
}

/// A key where a message should stand.
fn keys(page: &Document) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for node in page.select("html").nodes().iter().flat_map(NodeRef::descendants) {
        let apart = node
            .ancestors(None)
            .iter()
            .any(|one| matches!(one.node_name().as_deref(), Some("script" | "style" | "code")));
        if node.is_text() && !apart {
            said.push(node.text().to_string());
        }
        for name in ["title", "aria-label", "placeholder", "alt"] {
            said.extend(node.attr(name).map(|value| value.to_string()));
        }
    }
    let tokens = said.iter().flat_map(|text| text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')));
    let leaked: BTreeSet<_> = tokens.filter(|token| is_key(token)).collect();
    leaked.into_iter().map(|key| format!("the key {key} instead of a message")).collect()
}

/// Keys that are words as well, as in a class of money that an address or a code names.
fn is_key(token: &str) -> bool {
    KEYS.contains(token) && !matches!(token, "follow-up" | "paid-in")
}

/// Nothing is fetched from elsewhere; links may lead there.
fn hosts(page: &Document) -> Vec<String> {
    let fetched = [
        "link[href]",
        "script[src]",
        "img[src]",
        "iframe[src]",
        "source[src]",
        "form[action]",
        "use[href]",
        "image[href]",
    ];
    fetched
        .iter()
        .flat_map(|selector| page.select(selector).nodes().to_vec())
        .filter_map(|node| {
            ["src", "href", "action"].iter().find_map(|name| node.attr(name)).map(|value| value.to_string())
        })
        .filter(|address| !address.starts_with('/') && !address.starts_with('#') || address.starts_with("//"))
        .map(|address| format!("fetched from elsewhere: {address}"))
        .collect()
}

/// The policy allows no code and no style inside of a page.
fn inline(page: &Document) -> Vec<String> {
    let mut found: Vec<String> = page
        .select("[style], style, script:not([src]):not([type='application/ld+json']), iframe, object, embed")
        .nodes()
        .iter()
        .map(|node| format!("inline: {}", opening(node)))
        .collect();
    for node in page.select("*").nodes() {
        let code = node.attrs().into_iter().filter(|attribute| attribute.name.local.starts_with("on"));
        found.extend(code.map(|attribute| format!("inline code in {}: {}", attribute.name.local, opening(node))));
    }
    let scripted = page.select("a[href]");
    let schemes = scripted.nodes().iter().filter_map(|link| link.attr("href")).filter(|href| is_code(href));
    found.extend(schemes.map(|href| format!("a link that runs: {href}")));
    found
}

fn is_code(href: &str) -> bool {
    let plain: String = href.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    ["javascript:", "data:", "vbscript:"].iter().any(|scheme| plain.to_ascii_lowercase().starts_with(scheme))
}

fn opening(node: &NodeRef<'_>) -> String {
    node.html().chars().take(160).collect()
}
