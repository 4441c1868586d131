//! What a page says of itself in its head: HTML metadata, Open Graph, JSON-LD (schema.org), Dublin Core, and the names
//! that the guideline for Chinese government sites (GB/T 37275 site tags) uses.

use super::stated_date::day_of;
use dom_query::{Document, NodeRef};
use samesky_model::date::PartialDate;
use serde_json::Value;
use std::collections::HashMap;

/// What a page says of itself.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct About {
    /// Titles, the most trustworthy first.
    pub(crate) titles: Vec<String>,
    pub(crate) language: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) published: Option<PartialDate>,
}

const TITLES: &[&str] = &["og:title", "articletitle", "twitter:title", "dc.title", "dcterms.title"];
const PUBLISHERS: &[&str] =
    &["og:site_name", "sitename", "dc.publisher", "dcterms.publisher", "publisher", "contentsource", "source"];
const DATES: &[&str] = &[
    "article:published_time",
    "og:published_time",
    "og:release_date",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "publishtime",
    "publish_time",
    "firstpublishedtime",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.created",
    "citation_publication_date",
    "date",
];

/// Reads the head, the JSON-LD blocks and the marked times of a page.
pub(crate) fn read(document: &Document) -> About {
    let root = document.html_root();
    let mut marks = Marks::default();
    root.descendants_it().filter(NodeRef::is_element).for_each(|node| marks.take(&node));
    let linked = Linked::read(&marks.data);
    let stated = |names: &[&str]| names.iter().find_map(|name| marks.stated.get(*name)).cloned();
    let mut titles: Vec<String> = [stated(TITLES), linked.title, marks.title.clone()].into_iter().flatten().collect();
    titles.dedup();
    let lang = root.attr("lang").or_else(|| root.attr("xml:lang")).and_then(|tag| language_tag(&tag));
    let addresses = [marks.canonical.clone(), stated(&["og:url"])];
    let mut dates = DATES.iter().filter_map(|name| marks.stated.get(*name)).filter_map(|date| day_of(date));
    About {
        titles,
        language: lang.or_else(|| stated(&["content-language"]).and_then(|tag| language_tag(&tag))),
        address: addresses.into_iter().flatten().find(|address| is_web_address(address)),
        publisher: stated(&["og:site_name"]).or(linked.publisher).or_else(|| stated(PUBLISHERS)),
        published: linked.published.or_else(|| dates.next()).or(marks.time),
    }
}

/// What the elements of a page state, the first of each.
#[derive(Default)]
struct Marks {
    stated: HashMap<String, String>,
    title: Option<String>,
    canonical: Option<String>,
    time: Option<PartialDate>,
    data: Vec<String>,
}

impl Marks {
    fn take(&mut self, node: &NodeRef<'_>) {
        let name = node.node_name().unwrap_or_default();
        match &*name {
            "meta" => state(node, &mut self.stated),
            "title" if self.title.is_none() => self.title = text_of(node),
            "link" if self.canonical.is_none() && is_canonical(node) => {
                self.canonical = node.attr("href").map(|href| href.to_string());
            }
            "script" if node.attr("type").is_some_and(|kind| &*kind == "application/ld+json") => {
                self.data.push(node.text().to_string());
            }
            _ if self.time.is_none() => self.time = marked_time(&name, node),
            _ => {}
        }
    }
}

/// Keeps the first value of each name; names are compared without case.
fn state(node: &NodeRef<'_>, stated: &mut HashMap<String, String>) {
    let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|key| node.attr(key));
    if let (Some(name), Some(content)) = (name, node.attr("content"))
        && let Some(content) = tidy(&content)
    {
        stated.entry(name.to_ascii_lowercase()).or_insert(content);
    }
}

fn marked_time(name: &str, node: &NodeRef<'_>) -> Option<PartialDate> {
    let is_date = node.attr("itemprop").is_some_and(|property| &*property == "datePublished");
    if is_date || (name == "time" && (node.has_attr("pubdate") || node.has_attr("datetime"))) {
        let stated = node.attr("datetime").or_else(|| node.attr("content")).map(|value| value.to_string());
        return day_of(&stated.unwrap_or_else(|| node.text().to_string()));
    }
    None
}

fn is_canonical(node: &NodeRef<'_>) -> bool {
    node.attr("rel").is_some_and(|rel| rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("canonical")))
}

fn is_web_address(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty())
        && address.len() <= 2000
        && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// A tag of letters, digits and hyphens as BCP 47 has it.
fn language_tag(tag: &str) -> Option<String> {
    let tag = tag.split(',').next()?.trim().replace('_', "-");
    let well_formed =
        |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let language = tag.split('-').next()?;
    let is_language = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    (is_language && tag.len() <= 35 && tag.split('-').all(well_formed)).then_some(tag)
}

fn text_of(node: &NodeRef<'_>) -> Option<String> {
    tidy(&node.text())
}

/// One line, at most 500 characters; `None` where nothing is left.
fn tidy(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then(|| text.chars().take(500).collect())
}

/// The article as JSON-LD describes it.
#[derive(Default)]
struct Linked {
    title: Option<String>,
    publisher: Option<String>,
    published: Option<PartialDate>,
}

impl Linked {
    fn read(blocks: &[String]) -> Self {
        let values: Vec<Value> = blocks.iter().filter_map(|block| serde_json::from_str(block.trim()).ok()).collect();
        values.iter().flat_map(things).find(|thing| is_article(thing)).map(Self::from).unwrap_or_default()
    }
}

impl From<&Value> for Linked {
    fn from(article: &Value) -> Self {
        let publisher = article.get("publisher").or_else(|| article.get("sourceOrganization"));
        let name = publisher.and_then(|publisher| publisher.get("name").or(Some(publisher)));
        Self {
            title: article.get("headline").and_then(Value::as_str).and_then(tidy),
            publisher: name.and_then(Value::as_str).and_then(tidy),
            published: article.get("datePublished").and_then(Value::as_str).and_then(day_of),
        }
    }
}

/// A block holds one thing, a list of them, or a graph.
fn things(block: &Value) -> Vec<&Value> {
    let list = block.as_array().or_else(|| block.get("@graph").and_then(Value::as_array));
    list.map_or_else(|| vec![block], |list| list.iter().collect())
}

fn is_article(thing: &Value) -> bool {
    let named = |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind == "BlogPosting");
    thing.get("@type").is_some_and(|kind| named(kind) || kind.as_array().is_some_and(|kinds| kinds.iter().any(named)))
}
