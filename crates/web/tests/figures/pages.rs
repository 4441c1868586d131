//! The pages, in each language, with nothing, with little and with hostile content.

use crate::seed::{FIRST, announce, figure, later, ledger, state};
use crate::support::{World, attributes};
use axum::http::StatusCode;
use samesky_model::language::Language;

const PAGES: [&str; 9] = [
    "/?",
    "/?year=all",
    "/?year=2020",
    "/?year=1999",
    "/figures?",
    "/figures?sort=year&ascending=true&class=paid_in",
    "/figures?contested=true",
    "/checks?",
    "/checks?verdict=contradicted&rule=across",
];

/// No message is missing, no style is inline, nothing of the content became markup.
fn whole(page: &str, lang: Language, path: &str) {
    assert!(page.starts_with(&format!("<!DOCTYPE html><html lang=\"{lang}\"")), "{path} {lang}");
    assert!(!page.contains(" style="), "{path} {lang}: a style attribute would be refused by the policy");
    for key in ["overview-", "figures-", "checks-", "column-", "facet-", "counting-", "industry-", "do-", "nav-"] {
        for mark in [">", "\"", " "] {
            let bare =
                page.match_indices(&format!("{mark}{key}")).next().map(|(at, _)| &page[at..page.len().min(at + 40)]);
            assert!(bare.is_none(), "{path} {lang}: {bare:?}");
        }
    }
    assert!(!page.contains("<script>alert") && !page.contains("<b>Gazette"), "{path} {lang}: content became markup");
}

#[tokio::test]
async fn pages_in_every_language_are_whole() {
    let world = World::new().await;
    ledger(&world).await;
    let mut paths: Vec<String> = PAGES.iter().map(|path| (*path).to_owned()).collect();
    let listed = world.page("/figures").await;
    let mut figures: Vec<String> =
        attributes(&listed, "href", "/figures/").into_iter().filter(|href| !href.contains("export")).collect();
    figures.sort();
    figures.dedup();
    assert_eq!(figures.len(), 5);
    paths.extend(figures.into_iter().map(|href| format!("{href}?")));
    for lang in Language::ALL {
        for path in &paths {
            let page = world.page(&format!("{path}&lang={lang}")).await;
            whole(&page, *lang, path);
        }
    }
}

#[tokio::test]
async fn pages_of_an_empty_ledger_say_what_to_do() {
    let world = World::new().await;
    for lang in Language::ALL {
        for path in ["/", "/figures", "/checks"] {
            let page = world.page(&format!("{path}?lang={lang}")).await;
            whole(&page, *lang, path);
            assert!(page.contains("class=\"empty\"") && page.contains("href=\"/imports\""), "{path} {lang}");
        }
    }
    announce(&world, &FIRST).await;
    let page = world.page("/?lang=en").await;
    assert!(page.contains("No figure has been accepted yet") && page.contains("href=\"/announcements\""));
}

#[tokio::test]
async fn overview_every_number_leads_to_the_figures_it_is_made_of() {
    let world = World::new().await;
    ledger(&world).await;
    let page = world.page("/?year=2023&lang=en").await;
    assert!(page.contains("USD</span>") || page.contains("USD "), "{page}");
    let links = attributes(&page, "href", "/figures?measure=");
    assert!(links.len() >= 2, "{links:?}");
    for link in links {
        let list = world.page(&format!("{link}&lang=en")).await;
        assert!(list.contains("1 figures") || list.contains("1 shown of 1"), "{link}");
    }
}

#[tokio::test]
async fn overview_contested_figure_shows_every_value_and_counts_none() {
    let world = World::new().await;
    ledger(&world).await;
    let page = world.page("/?year=2020&lang=zh-Hans").await;
    for value in ["204.5<span class=\"u\">亿元", "206<span class=\"u\">亿元"] {
        assert!(page.contains(value), "{value} is not shown: {page}");
    }
    assert!(page.contains("并列各来源所述，不择其一"));
    let totals = world.page("/figures?contested=true&lang=zh-Hans").await;
    assert!(totals.contains("没有计入合计的金额"));
}

#[tokio::test]
async fn overview_years_stand_beside_one_another_and_are_not_added() {
    let world = World::new().await;
    later(&world).await;
    let first = announce(&world, &FIRST).await;
    state(&world, first, figure(&FIRST, "204.5亿元", "20450000000", None)).await;
    let page = world.page("/?year=all&lang=zh-Hans").await;
    assert!(page.contains("204.5<span class=\"u\">亿元") && page.contains("300<span class=\"u\">亿元"));
    assert!(!page.contains("504.5"), "two years were added");
}

#[tokio::test]
async fn figure_with_size_classes_says_that_they_are_no_amounts() {
    let world = World::new().await;
    ledger(&world).await;
    let list = world.page("/figures?counting=tier").await;
    let href =
        attributes(&list, "href", "/figures/").into_iter().find(|href| !href.contains("export")).expect("a figure");
    let page = world.page(&format!("{href}?lang=zh-Hans")).await;
    assert!(page.contains("规模档次不是金额，不计入任何合计。"), "{page}");
    assert!(page.contains("2 个规模档次项目，名义规模共 100亿元。"), "{page}");
}

#[tokio::test]
async fn figure_quote_stands_in_its_sentence_and_leads_to_its_words() {
    let world = World::new().await;
    ledger(&world).await;
    let list = world.page("/figures?contested=true").await;
    let href =
        attributes(&list, "href", "/figures/").into_iter().find(|href| !href.contains("export")).expect("a figure");
    let page = world.page(&href).await;
    assert!(page.contains("总投资<mark>204.5亿元</mark>，其中2个50亿元级项目。"), "{page}");
    let words = attributes(&page, "href", "/claims/");
    assert_eq!(world.get(&words[0]).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn figures_one_and_three_are_listed_with_their_sums() {
    for count in [1, 3] {
        let world = World::new().await;
        let notice = announce(&world, &FIRST).await;
        for number in 0..count {
            let claim = figure(&FIRST, "204.5亿元", &format!("{}", 20_450_000_000_i64 + number), None);
            let claim = samesky_model::reading::FigureClaim { subject: Some(format!("第{number}项")), ..claim };
            state(&world, notice, claim).await;
        }
        let page = world.page("/figures?lang=en").await;
        let rows = page.matches("class=\"measure\"").count();
        assert_eq!(rows, usize::try_from(count).expect("a number"), "{page}");
        assert!(page.contains(&format!("{count} shown of {count}")));
        let total: i64 = (0..count).map(|number| 20_450_000_000_i64 + number).sum();
        let written = samesky_web::lang::format::group(&total.to_string());
        assert!(page.contains(&written), "{written} is not on the page: {page}");
    }
}

#[tokio::test]
async fn figures_unknown_filter_is_refused_in_words() {
    let world = World::new().await;
    for (path, word) in [
        ("/figures?measure=weight", "weight"),
        ("/figures?year=soon", "soon"),
        ("/checks?rule=guess", "guess"),
        ("/?year=x", "x"),
    ] {
        let answer = world.get(&format!("{path}&lang=en")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(answer.text().contains(&format!("“{word}” is not among the choices")), "{path}");
    }
    assert_eq!(world.get("/figures/00000000-0000-7000-8000-000000000000").await.status, StatusCode::NOT_FOUND);
}
