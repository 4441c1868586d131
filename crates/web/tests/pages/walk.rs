//! From the first page along every link.

use crate::links::{apart, links, path_of};
use crate::page::faults;
use crate::visit::{Answer, get};
use crate::world::World;
use axum::Router;
use dom_query::Document;
use samesky_model::language::Language;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};

/// What was found on the way.
#[derive(Default)]
struct Walk {
    asked: HashSet<String>,
    kinds: HashMap<String, usize>,
    waiting: VecDeque<(String, String)>,
    wanted: BTreeMap<String, BTreeSet<(String, String)>>,
    ids: HashMap<String, HashSet<String>>,
    faults: Vec<String>,
    pages: usize,
}

impl Walk {
    /// Follows every link, but of addresses of one kind only so many.
    async fn all(router: &Router, lang: Language, each: usize) -> Self {
        let mut walk = Self::default();
        walk.note("/", "nowhere", each);
        while let Some((address, from)) = walk.waiting.pop_front() {
            let answer = get(router, lang, &address).await;
            walk.look(&address, &from, &answer, lang, each);
        }
        walk.fragments();
        walk
    }

    fn note(&mut self, address: &str, from: &str, each: usize) {
        let (page, fragment) = apart(address);
        if let Some(fragment) = fragment.filter(|fragment| !fragment.is_empty()) {
            let place = (fragment.to_owned(), from.to_owned());
            self.wanted.entry(page.to_owned()).or_default().insert(place);
        }
        if !self.asked.insert(page.to_owned()) {
            return;
        }
        let seen = self.kinds.entry(kind(page)).or_default();
        *seen += 1;
        if *seen <= each {
            self.waiting.push_back((page.to_owned(), from.to_owned()));
        }
    }

    fn look(&mut self, address: &str, from: &str, answer: &Answer, lang: Language, each: usize) {
        if answer.status.is_redirection() {
            let to = answer.location.clone().unwrap_or_default();
            self.note(&to, address, each);
        } else if !answer.status.is_success() {
            self.faults.push(format!("{} {address} (from {from})", answer.status));
        } else if answer.kind == "text/html" && !address.starts_with("/api") {
            self.pages += 1;
            let page = Document::from(answer.text.as_str());
            self.faults.extend(faults(&page, lang).into_iter().map(|fault| format!("{address}: {fault}")));
            for link in links(&page, address) {
                self.note(&link, address, each);
            }
            let ids = page
                .select("[id]")
                .nodes()
                .iter()
                .filter_map(|node| node.attr("id"))
                .map(|id| id.to_string())
                .collect();
            self.ids.insert(address.to_owned(), ids);
        }
    }

    /// A link into a page leads to a place that is there.
    fn fragments(&mut self) {
        for (page, places) in &self.wanted {
            let Some(ids) = self.ids.get(page) else { continue };
            for (fragment, from) in places.iter().filter(|(fragment, _)| !ids.contains(fragment)) {
                self.faults.push(format!("{page}#{fragment} is no place (from {from})"));
            }
        }
    }
}

/// The address with its identifiers and values left out.
fn kind(address: &str) -> String {
    let path: Vec<&str> =
        path_of(address).split('/').map(|part| if part.len() == 36 { "{id}" } else { part }).collect();
    let query = address.split_once('?').map(|(_, query)| query).unwrap_or_default();
    let names: BTreeSet<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    format!("{}?{}", path.join("/"), names.into_iter().collect::<Vec<_>>().join("&"))
}

fn expect_none(faults: &[String], lang: Language) {
    let shown: Vec<_> = faults.iter().take(60).cloned().collect();
    assert!(faults.is_empty(), "{lang}, {} faults:\n{}", faults.len(), shown.join("\n"));
}

async fn demo_walk(lang: Language, each: usize) {
    let world = World::demo().await;
    let walk = Walk::all(&world.router(), lang, each).await;
    expect_none(&walk.faults, lang);
    let kinds: BTreeSet<_> = walk.kinds.keys().map(|kind| path_of(kind).to_owned()).collect();
    for page in [
        "/",
        "/announcements",
        "/announcements/{id}",
        "/announcements/{id}/original",
        "/checks",
        "/figures",
        "/figures/{id}",
        "/figures/export.csv",
        "/figures/export.xlsx",
        "/organisations/import",
        "/organisations/export.csv",
        "/imports",
        "/imports/{id}",
        "/events",
        "/events/{id}",
        "/organisations",
        "/organisations/{id}",
        "/projects",
        "/projects/{id}",
        "/history",
        "/search",
    ] {
        assert!(kinds.contains(page), "no way leads to {page}: {kinds:?}");
    }
    assert!(walk.pages > 50, "{} pages", walk.pages);
}

#[tokio::test]
async fn walk_demo_in_chinese_every_page_is_sound() {
    demo_walk(Language::ZhHans, 400).await;
}

#[tokio::test]
async fn walk_demo_in_japanese_every_page_is_sound() {
    demo_walk(Language::Ja, 12).await;
}

#[tokio::test]
async fn walk_demo_in_english_every_page_is_sound() {
    demo_walk(Language::En, 12).await;
}

#[tokio::test]
async fn walk_demo_in_thai_every_page_is_sound() {
    demo_walk(Language::Th, 12).await;
}

#[tokio::test]
async fn walk_without_records_every_page_is_sound() {
    let world = World::empty().await;
    for lang in Language::ALL {
        let walk = Walk::all(&world.router(), *lang, 400).await;
        expect_none(&walk.faults, *lang);
        assert!(walk.pages >= 6, "{} pages", walk.pages);
    }
}
