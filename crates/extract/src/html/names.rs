//! What elements are for, by their names, roles, classes and identifiers.

use dom_query::NodeRef;

/// What an area of a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Navigation, lists of other articles, comments, footers.
    Around,
    /// The article, as the page's author marks it.
    Article,
    /// Nothing that is said.
    Unsaid,
}

/// Elements that hold nothing a reader reads as text. Forms stay: some sites wrap the whole page in one.
const UNREAD: &[&str] = &[
    "head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "select", "option",
    "button", "input", "textarea", "canvas", "audio", "video", "map", "rt", "rp", "datalist", "dialog", "frameset",
    "noframes",
];

/// Words in classes and identifiers of what stands around an article.
const AROUND: &[&str] = &[
    "nav",
    "navbar",
    "navi",
    "navigation",
    "menu",
    "submenu",
    "breadcrumb",
    "breadcrumbs",
    "crumb",
    "crumbs",
    "topicpath",
    "footer",
    "foot",
    "copyright",
    "sidebar",
    "side",
    "aside",
    "related",
    "relatedposts",
    "relatedarticles",
    "relatedlinks",
    "readmore",
    "authorbox",
    "authorbio",
    "relate",
    "relates",
    "relation",
    "recommend",
    "recommended",
    "recommendation",
    "recommendations",
    "hot",
    "hotnews",
    "rank",
    "ranking",
    "share",
    "sharing",
    "social",
    "sns",
    "comment",
    "comments",
    "disqus",
    "login",
    "search",
    "toolbar",
    "topbar",
    "ad",
    "ads",
    "adv",
    "advert",
    "advertisement",
    "guanggao",
    "banner",
    "pager",
    "pagination",
    "prevnext",
    "cookie",
    "cookies",
    "consent",
    "newsletter",
    "subscribe",
    "popup",
    "modal",
    "tags",
    "taglist",
    "links",
    "friendlink",
    "friendlinks",
    "xgyd",
    "xgxw",
    "xgwz",
    "widget",
    "promo",
    "sitemap",
];

/// Words in classes and identifiers that content management systems give to the article.
const ARTICLE: &[&str] = &[
    "article",
    "articlebody",
    "articlecontent",
    "articletext",
    "content",
    "contents",
    "maincontent",
    "newscontent",
    "newstext",
    "newsbody",
    "detail",
    "detailcontent",
    "entry",
    "post",
    "postbody",
    "postcontent",
    "story",
    "storybody",
    "zoom",
    "ucap",
    "trs",
    "vsb",
    "honbun",
    "pressrelease",
    "release",
    "textbody",
];

/// Classes that hide their content from sight.
const HIDDEN: &[&str] = &["sr-only", "visually-hidden", "screen-reader-text", "d-none", "hidden", "hide"];

/// Whether the element's content is no part of the text. `veiled` lets through what is there but not shown yet: some
/// sites unveil their article by a script.
pub(crate) fn is_unread(name: &str, node: &NodeRef<'_>, veiled: bool) -> bool {
    UNREAD.contains(&name) || is_hidden(node) || (!veiled && is_veiled(node))
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    node.has_attr("hidden")
        || node.attr("aria-hidden").is_some_and(|value| &*value == "true")
        || style_of(node).contains("display:none")
        || node.class().is_some_and(|classes| classes.split_ascii_whitespace().any(|class| HIDDEN.contains(&class)))
}

fn is_veiled(node: &NodeRef<'_>) -> bool {
    let style = style_of(node);
    style.contains("visibility:hidden") || style.split(';').any(|rule| rule == "opacity:0")
}

fn style_of(node: &NodeRef<'_>) -> String {
    node.attr("style").map(|style| style.to_ascii_lowercase().replace(char::is_whitespace, "")).unwrap_or_default()
}

/// What the element is for.
pub(crate) fn purpose(name: &str, node: &NodeRef<'_>) -> Purpose {
    let role = node.attr("role").unwrap_or_default();
    match (name, &*role) {
        ("nav" | "footer" | "aside" | "menu", _) => return Purpose::Around,
        (_, "navigation" | "complementary" | "contentinfo" | "search" | "banner" | "menu") => return Purpose::Around,
        ("article" | "main", _) | (_, "main" | "article") => return Purpose::Article,
        _ => {}
    }
    if node.attr("itemprop").is_some_and(|property| &*property == "articleBody") {
        return Purpose::Article;
    }
    let words: Vec<String> =
        [node.class(), node.id_attr()].iter().flatten().flat_map(|names| words_of(names)).collect();
    if words.iter().any(|word| AROUND.contains(&word.as_str())) {
        return Purpose::Around;
    }
    let is_article = words.iter().any(|word| ARTICLE.contains(&word.as_str()));
    if is_article { Purpose::Article } else { Purpose::Unsaid }
}

/// `mainNav-left TRS_Editor` → main, nav, left, trs, editor; and each name as one word too: mainnavleft, trseditor.
fn words_of(names: &str) -> Vec<String> {
    let mut words = Vec::new();
    for name in names.split_ascii_whitespace().take(20) {
        let mut whole = String::new();
        for part in name.split(|c: char| !c.is_ascii_alphanumeric()) {
            whole.push_str(&part.to_ascii_lowercase());
            words.extend(humps(part));
        }
        words.push(whole);
    }
    words
}

fn humps(part: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut was_lower = false;
    for c in part.chars() {
        if words.is_empty() || (was_lower && c.is_ascii_uppercase()) {
            words.push(String::new());
        }
        was_lower = c.is_ascii_lowercase();
        if let Some(word) = words.last_mut() {
            word.push(c.to_ascii_lowercase());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::words_of;

    #[test]
    fn words_of_names_are_taken_apart() {
        assert_eq!(
            words_of("mainNav-left TRS_Editor"),
            ["main", "nav", "left", "mainnavleft", "trs", "editor", "trseditor"]
        );
    }
}
