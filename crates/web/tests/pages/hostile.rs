//! An announcement that means harm: whatever it says is shown as words.

use crate::page::faults;
use crate::visit::get;
use crate::world::World;
use dom_query::Document;
use samesky_model::language::Language;

const TEXT: &str = "<script>alert(1)</script>虚构市\"><img src=x onerror=alert(2)>签约仪式\n\n\
    11月19日，'\"><svg onload=alert(3)>虚构市投资推介会在虚构市举行，\u{202e}由虚构市商务局（虚构）主办。会上=cmd|' /C calc'!A0有限公司（虚构）等\
    15个项目签约，总投资204.5亿元。&lt;b&gt;虚构&lt;/b&gt;新材料有限公司</textarea></title><script>alert(4)</script>\u{2066}投资12亿元建设javascript:alert(5)项目。\n";

/// What would run if it were not written as words.
const HARM: [&str; 4] = ["<script>alert", "<img src=x", "<svg onload", "</textarea></title>"];

#[tokio::test]
async fn hostile_announcement_is_shown_as_words_on_every_page() {
    let world = World::empty().await;
    let id = world
        .announce("<img src=x onerror=alert(6)>.txt", "=cmd|' /C calc'!A0\"><script>alert(7)</script>", TEXT)
        .await;
    world.accept_all(id).await;
    let router = world.router();
    let mut waiting = vec!["/".to_owned()];
    let mut seen = std::collections::HashSet::new();
    while let Some(address) = waiting.pop() {
        let answer = get(&router, Language::En, &address).await;
        if answer.kind != "text/html" || address.starts_with("/api") {
            continue;
        }
        for harm in HARM {
            assert!(!answer.text.contains(harm), "{harm} stands on {address}");
        }
        let page = Document::from(answer.text.as_str());
        assert_eq!(faults(&page, Language::En), Vec::<String>::new(), "{address}");
        let links = crate::links::links(&page, &address).into_iter().chain(answer.location);
        waiting
            .extend(links.map(|link| crate::links::apart(&link).0.to_owned()).filter(|link| seen.insert(link.clone())));
    }
    assert!(seen.contains(&format!("/announcements/{id}")) && seen.len() > 20, "{seen:?}");
}

#[tokio::test]
async fn hostile_words_in_an_address_are_shown_as_words() {
    let world = World::demo().await;
    let harm = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    for list in
        ["/announcements?q=", "/figures?text=", "/figures?q=", "/search?q=", "/checks?q=", "/history?by=", "/events?q="]
    {
        let answer = get(&world.router(), Language::En, &format!("{list}{harm}")).await;
        assert!(!answer.text.contains("<script>alert"), "{list}");
    }
}

#[tokio::test]
async fn hostile_cell_is_no_formula_in_the_files() {
    let world = World::empty().await;
    let id = world.announce("a.txt", "=cmd|' /C calc'!A0", TEXT).await;
    world.accept_all(id).await;
    let answer = get(&world.router(), Language::En, "/figures/export.csv").await;
    assert!(answer.text.contains("cmd|' /C calc'!A0"), "the publisher stands in the file: {}", answer.text);
    for row in answer.text.lines() {
        for cell in row.split(',') {
            let cell = cell.trim_start_matches(['"', '\u{feff}']);
            assert!(!cell.starts_with(['=', '@']), "a formula: {cell}");
        }
    }
}
