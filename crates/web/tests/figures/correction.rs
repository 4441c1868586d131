//! Corrections from a figure's page.

use crate::seed::{FIRST, announce, figure, state};
use crate::support::{World, attributes};
use axum::http::{StatusCode, header};

const FIELDS: [(&str, &str); 8] = [
    ("do", "correct"),
    ("measure", "total_investment"),
    ("unit", "CNY"),
    ("qualifier", "over"),
    ("money_class", "planned"),
    ("status", "actual"),
    ("flow", ""),
    ("subject", ""),
];

async fn one() -> (World, String, String) {
    let world = World::new().await;
    let notice = announce(&world, &FIRST).await;
    state(&world, notice, figure(&FIRST, "204.5亿元", "20450000000", None)).await;
    let list = world.page("/figures").await;
    let figures = attributes(&list, "href", "/figures/");
    let figure = figures.into_iter().find(|href| !href.contains("export")).expect("a figure");
    let form = attributes(&world.page(&figure).await, "action", "/entries/").remove(0);
    (world, figure, form)
}

#[tokio::test]
async fn correction_keeps_the_old_value_with_who_when_and_why() {
    let (world, figure, form) = one().await;
    let fields = [&FIELDS[..], &[("value", "204亿"), ("why", "compared with the list <i>")]].concat();
    let answer = world.post(&form, &fields).await;
    assert_eq!((answer.status, answer.header(header::LOCATION)), (StatusCode::SEE_OTHER, figure.as_str()));
    let page = world.page(&format!("{figure}?lang=en")).await;
    assert!(page.contains("20,400,000,000"), "{page}");
    let history = page.split("id=\"history\"").nth(1).expect("a history");
    let struck = history.split("<s>").nth(1).and_then(|rest| rest.split("</s>").next()).expect("the old value");
    assert!(struck.contains("20.45"), "{struck}");
    for said in ["Correction", "replaced", "officer", "because: compared with the list &lt;i&gt;"] {
        assert!(history.contains(said), "{said}: {history}");
    }
}

#[tokio::test]
async fn correction_of_an_entry_that_was_corrected_meanwhile_is_refused() {
    let (world, figure, form) = one().await;
    let fields = |value| [&FIELDS[..], &[("value", value), ("why", "first")]].concat();
    world.post(&form, &fields("200亿")).await;
    let answer = world.post(&form, &fields("100亿")).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let page = world.page(&format!("{figure}?lang=en")).await;
    assert!(page.contains("20,000,000,000") && !page.contains("10,000,000,000"));
}

#[tokio::test]
async fn correction_without_a_reason_or_a_number_changes_nothing() {
    let (world, figure, form) = one().await;
    for wrong in [[("value", "200亿"), ("why", " ")], [("value", "many"), ("why", "because")]] {
        let answer = world.post(&form, &[&FIELDS[..], &wrong].concat()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
    }
    assert!(world.page(&figure).await.contains("20,450,000,000"));
}
