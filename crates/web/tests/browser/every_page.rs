//! Every kind of page on a phone: nothing sticks out, nothing is refused, nothing is fetched from elsewhere.

use crate::browser::Browser;
use crate::stage::{Reader, Stage};
use crate::world::World;
use samesky_model::language::Language;
use serde_json::json;
use std::collections::{HashMap, HashSet, VecDeque};

/// Pages of one kind that are looked at.
const EACH: usize = 2;

/// What one page does wrong, and where it leads.
const LOOK: &str = r#"
const wrong = [];
// A phone shrinks a page that is too wide, and its innerWidth grows: the screen's width is what counts.
const width = 390;
const wide = document.scrollingElement.scrollWidth - width;
if (wide > 0) {
  const out = [...document.querySelectorAll('main *, header *')].filter((e) => {
    if (e.getBoundingClientRect().right <= width + 1) return false;
    for (let p = e.parentElement; p; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return false;
    return true;
  });
  wrong.push(`${wide} px too wide: ${out.slice(0, 3).map((e) => e.outerHTML.slice(0, 140)).join(' | ')}`);
}
for (const entry of performance.getEntriesByType('resource')) {
  if (new URL(entry.name).origin !== location.origin) wrong.push(`fetched ${entry.name}`);
}
if (document.querySelectorAll('h1').length !== 1) wrong.push('not one h1');
if (!document.title.trim()) wrong.push('no title');
if (document.documentElement.lang !== arguments[0]) wrong.push(`lang ${document.documentElement.lang}`);
const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) wrong.push(`twice #${id}`);
for (const control of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
  const named = [...(control.labels ?? [])].some((label) => label.textContent.trim()) || control.ariaLabel || control.hasAttribute('aria-labelledby');
  if (!named) wrong.push(`no label ${control.outerHTML.slice(0, 120)}`);
}
for (const control of document.querySelectorAll('button, a[href], summary')) {
  if (!control.checkVisibility()) continue;
  if (!(control.textContent.trim() || control.ariaLabel || control.title)) wrong.push(`no name ${control.outerHTML.slice(0, 120)}`);
}
for (const image of document.querySelectorAll('svg[role=img], img')) {
  const named = image.ariaLabel || image.alt || image.getAttribute('aria-labelledby') || image.querySelector('title');
  if (!named) wrong.push(`a picture without a name ${image.outerHTML.slice(0, 120)}`);
}
const links = [...document.querySelectorAll('main a[href], nav.side a[href]')].map((a) => a.getAttribute('href'));
return { wrong, links };
"#;

#[tokio::test(flavor = "multi_thread")]
async fn every_page_on_a_phone_in_chinese() {
    on_a_phone(Language::ZhHans).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_on_a_phone_in_thai() {
    on_a_phone(Language::Th).await;
}

async fn on_a_phone(lang: Language) {
    let Some(stage) = Stage::open(World::demo()).await else { return };
    let browser = stage.visit(Reader::of(lang)).await;
    let phone = json!({"width": 390, "height": 844, "deviceScaleFactor": 2, "mobile": true});
    browser.chromium("Emulation.setDeviceMetricsOverride", phone).await;
    let (faults, kinds) = walk(&browser, lang).await;
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(kinds.len() > 15, "{kinds:?}");
    browser.close().await;
}

async fn walk(browser: &Browser, lang: Language) -> (Vec<String>, HashMap<String, usize>) {
    let (mut faults, mut kinds, mut seen) = (Vec::new(), HashMap::<String, usize>::new(), HashSet::new());
    let mut waiting = VecDeque::from(["/".to_owned(), "/nowhere".to_owned()]);
    while let Some(address) = waiting.pop_front() {
        browser.open(&address).await;
        let looked = browser.ask_with(LOOK, lang.as_str().into()).await;
        let wrong = looked["wrong"].as_array().expect("faults").iter();
        faults.extend(wrong.map(|fault| format!("{address}: {}", fault.as_str().unwrap_or_default())));
        let said = browser.console().await.into_iter().filter(|line| !(address == "/nowhere" && line.contains("404")));
        faults.extend(said.map(|line| format!("{address}: the console says {line}")));
        for link in looked["links"].as_array().expect("links").iter().filter_map(|link| link.as_str()) {
            let link = link.split('#').next().unwrap_or_default();
            if is_page(link) && seen.insert(link.to_owned()) {
                let of_kind = kinds.entry(kind(link)).or_default();
                *of_kind += 1;
                if *of_kind <= EACH {
                    waiting.push_back(link.to_owned());
                }
            }
        }
    }
    (faults, kinds)
}

/// Not a file to be kept, and not the page of the API, which brings its own parts.
fn is_page(link: &str) -> bool {
    let plain = link.starts_with('/') && !link.starts_with("//");
    plain
        && !link.starts_with("/api")
        && !link.ends_with("/original")
        && !link.contains("/export.")
        && !link.ends_with(".json")
        && !link.ends_with(".atom")
}

fn kind(link: &str) -> String {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let path: Vec<&str> = path.split('/').map(|part| if part.len() == 36 { "{id}" } else { part }).collect();
    let mut names: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    names.sort_unstable();
    format!("{}?{}", path.join("/"), names.join("&"))
}
