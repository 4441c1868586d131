//! Forms that were refused: what was typed stands in them again, with what is wrong at its field.

use crate::ask::{Answer, post, send, told};
use crate::world::World;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use dom_query::Document;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use samesky_app::Page;
use samesky_app::review::Decision;
use samesky_model::id::AnnouncementId;
use samesky_model::language::Language;
use samesky_model::reading::EventType;
use samesky_model::record::ClaimRecord;

fn form(pairs: &[(&str, &str)]) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    pairs.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

/// What stands in a field, and the error below it.
fn field(page: &Document, id: &str) -> (String, String) {
    let control = page.select(&format!("[id='{id}']"));
    assert_eq!(control.length(), 1, "no field {id}");
    let value = match control.nodes()[0].node_name().as_deref() {
        Some("textarea") => control.text(),
        Some("select") => control.select("option[selected]").attr("value").unwrap_or_default(),
        _ => control.attr("value").unwrap_or_default(),
    };
    (value.to_string(), page.select(&format!("[id='{id}-error']")).text().trim().to_owned())
}

/// The page of a refusal, in which the first line of the list of errors leads to this field and its form stands open.
fn refused(answer: &Answer, at: &str) -> Document {
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    assert_eq!(answer.cookies, Vec::<String>::new());
    let page = Document::from(answer.text.as_str());
    let first = page.select(".errors a").attr("href").unwrap_or_default().to_string();
    assert_eq!(first, format!("#{at}"), "{}", page.select(".errors").text());
    assert!(!field(&page, at).1.is_empty(), "no error stands at {at}");
    for folded in page.select(&format!("details:has([id='{at}'])")).iter() {
        assert!(folded.has_attr("open"), "the form of {at} is folded away");
    }
    page
}

async fn claims(world: &World, id: AnnouncementId) -> Vec<ClaimRecord> {
    world.app().review(&world.session("officer"), id).await.expect("a review").claims
}

#[tokio::test]
async fn paste_refused_keeps_the_text_and_names_the_field() {
    let world = World::empty().await;
    let sent = form(&[
        ("text", "\r\n虚构市签约\r\n15个项目 <b>"),
        ("name", "the name"),
        ("source_address", "javascript:alert(1)"),
        ("publisher", "虚构日报"),
        ("published", "2021-02-03"),
        ("language", "ja"),
    ]);
    let page = refused(&post(&world, "/imports/text", &sent).await, "source_address-p");
    let kept = ["text-p", "name-p", "source_address-p", "publisher-p", "published-p", "language-p"];
    let stand = kept.map(|id| field(&page, id).0);
    let words = "\n虚构市签约\n15个项目 <b>".to_owned();
    assert_eq!(stand[0].replace("\r\n", "\n"), words);
    assert_eq!(stand[1..], ["the name", "javascript:alert(1)", "虚构日报", "2021-02-03", "ja"]);
    assert_eq!(field(&page, "source_address-f").0, "", "the other form is as it was");
    let imports = world.app().imports(&world.session("officer"), &Page::first(5)).await.expect("imports");
    assert_eq!(imports.total, 0);
}

#[tokio::test]
async fn upload_refused_keeps_what_was_typed_beside_the_files() {
    let world = World::empty().await;
    let part =
        |name: &str, value: &str| format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let body = format!(
        "{}{}{}--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\n\r\n\r\n--x--\r\n",
        part("publisher", "虚构日报"),
        part("published", "2021-02-30"),
        part("skip_refused", "yes"),
    );
    let request = Request::post("/imports").header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let page = refused(&send(&world, request, Body::from(body)).await, "published-f");
    assert_eq!(field(&page, "publisher-f").0, "虚构日报");
    assert!(page.select("input[name=skip_refused]").has_attr("checked"));

    let body = format!("{}--x--\r\n", part("publisher", "虚构日报"));
    let request = Request::post("/imports").header(header::CONTENT_TYPE, "multipart/form-data; boundary=x");
    let page = refused(&send(&world, request, Body::from(body)).await, "files-f");
    assert_eq!(field(&page, "publisher-f").0, "虚构日报");
}

#[tokio::test]
async fn correction_refused_keeps_every_field_of_that_claim_alone() {
    let world = World::empty().await;
    let id = told(&world, 1, "虚构第1次论坛").await;
    let claims = claims(&world, id).await;
    let (event, organisation) = (&claims[0], &claims[1]);
    let sent = form(&[
        ("do", "correct"),
        ("version", &event.version.to_string()),
        ("type", "signing"),
        ("date", "31 February"),
        ("name", "架空论坛"),
        ("places", "架空市、虚构市"),
        ("quote", "lorem"),
        ("start", "0"),
        ("why", "the erratum"),
    ]);
    let n = event.ordinal;
    let page = refused(&post(&world, &format!("/claims/{}", event.id), &sent).await, &format!("date-{n}"));
    let stand = ["type", "date", "name", "places", "quote", "why"].map(|name| field(&page, &format!("{name}-{n}")).0);
    assert_eq!(stand, ["signing", "31 February", "架空论坛", "架空市、虚构市", "lorem", "the erratum"]);
    let other = organisation.ordinal;
    assert_eq!(field(&page, &format!("name-{other}")), ("虚构第1次论坛".to_owned(), String::new()));
    assert_eq!(
        page.select("input[name=back]").attr("value").expect("the way back").as_ref(),
        format!("/announcements/{id}")
    );
}

#[tokio::test]
async fn correction_overtaken_by_another_officer_keeps_what_was_typed() {
    let world = World::empty().await;
    let id = told(&world, 1, "虚构第1次论坛").await;
    let project = claims(&world, id).await.remove(2);
    let by = world.session("沈岚（虚构）");
    let undo = Decision::Undo;
    world.app().decide(&by, project.id, project.version, undo, Some("first".into())).await.expect("an undo");
    let sent =
        form(&[("do", "correct"), ("version", &project.version.to_string()), ("name", "架空项目"), ("why", "second")]);
    let answer = post(&world, &format!("/claims/{}", project.id), &sent).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    let page = Document::from(answer.text.as_str());
    assert!(page.select("main .flash.bad").text().contains("沈岚（虚构）"), "{}", page.select("main").text());
    let n = project.ordinal;
    let stand = ["name", "why"].map(|name| field(&page, &format!("{name}-{n}")).0);
    assert_eq!(stand, ["架空项目", "second"]);
    let now = page.select(&format!("li[data-claim='{n}'] form.edit input[name=version]")).attr("value");
    assert_eq!(now.expect("a version").as_ref(), (project.version + 1).to_string(), "it can be sent again");
}

#[tokio::test]
async fn added_claim_refused_keeps_its_kind_and_words() {
    let world = World::empty().await;
    let id = told(&world, 1, "虚构第1次论坛").await;
    let sent = form(&[
        ("claim", "figure"),
        ("quote", "lorem"),
        ("start", "0"),
        ("measure", "jobs"),
        ("value", "many"),
        ("unit", "people"),
        ("subject", "虚构"),
    ]);
    let page = refused(&post(&world, &format!("/announcements/{id}/claims"), &sent).await, "value-new");
    let stand =
        ["claim", "quote", "measure", "value", "unit", "subject"].map(|name| field(&page, &format!("{name}-new")).0);
    assert_eq!(stand, ["figure", "lorem", "jobs", "many", "people", "虚构"]);
    let quote = form(&[("claim", "organisation"), ("quote", "不在文中")]);
    let page = refused(&post(&world, &format!("/announcements/{id}/claims"), &quote).await, "quote-new");
    assert_eq!(field(&page, "claim-new").0, "organisation");
    assert_eq!(claims(&world, id).await.len(), 3);
}

#[tokio::test]
async fn source_refused_keeps_what_was_typed() {
    let world = World::empty().await;
    let id = told(&world, 1, "虚构第1次论坛").await;
    let sent = form(&[
        ("version", "1"),
        ("source_address", "https://example.org/a"),
        ("publisher", "架空报"),
        ("published", "soon"),
        ("language", "en"),
    ]);
    let page = refused(&post(&world, &format!("/announcements/{id}/source"), &sent).await, "published-source");
    let stand =
        ["source_address", "publisher", "published", "language"].map(|name| field(&page, &format!("{name}-source")).0);
    assert_eq!(stand, ["https://example.org/a", "架空报", "soon", "en"]);
}

#[tokio::test]
async fn entry_correction_refused_keeps_what_was_typed() {
    let world = World::demo().await;
    let session = world.session("officer");
    let found = world.app().figures(&session, &Default::default(), &Default::default(), &Page::first(1)).await;
    let row = found.expect("figures").items.remove(0);
    let (figure, entry) = (row.figure.id, row.entries[0].entry.id);
    let sent = form(&[("do", "correct"), ("value", "many"), ("subject", "架空"), ("why", "compared")]);
    let answer = post(&world, &format!("/entries/{entry}/correction?figure={figure}"), &sent).await;
    let page = refused(&answer, &format!("value-{entry}"));
    let stand = ["value", "subject", "why"].map(|name| field(&page, &format!("{name}-{entry}")).0);
    assert_eq!(stand, ["many", "架空", "compared"]);
    let sent = form(&[("do", "correct"), ("subject", "架空"), ("why", " ")]);
    let answer = post(&world, &format!("/entries/{entry}/correction?figure={figure}"), &sent).await;
    refused(&answer, &format!("why-{entry}"));
}

#[tokio::test]
async fn join_refused_keeps_the_address_and_the_reason() {
    let world = World::empty().await;
    told(&world, 1, "虚构第1次论坛").await;
    let filter = samesky_app::ledger::EventFilter { kind: Some(EventType::Forum), ..Default::default() };
    let found = world.app().event_rows(&world.session("officer"), &filter, &Page::first(1)).await.expect("events");
    let id = found.items[0].event.id;
    for (other, said) in [("nothing", "nothing".to_owned()), (&id.to_string(), id.to_string())] {
        let sent = form(&[("other", other), ("why", "one event")]);
        let page = refused(&post(&world, &format!("/events/{id}/join"), &sent).await, "other-other");
        assert_eq!([field(&page, "other-other").0, field(&page, "why-other").0], [said, "one event".to_owned()]);
    }
}

#[tokio::test]
async fn refusal_is_said_in_each_language() {
    let world = World::empty().await;
    for lang in Language::ALL {
        let request = Request::post("/imports/text")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("accept-language", lang.as_str());
        let answer = send(&world, request, Body::from("text=a&source_address=x")).await;
        let page = refused(&answer, "source_address-p");
        let said = samesky_web::lang::tr(*lang, "problem-no-web-address", &[("found", "x".into())]);
        assert_eq!(field(&page, "source_address-p").1, said, "{lang}");
    }
}

#[tokio::test]
async fn address_of_a_form_leads_to_its_page() {
    let world = World::empty().await;
    for (form, page) in [("/imports/text", "/imports"), ("/settings/officer", "/settings")] {
        let answer = send(&world, Request::get(form), Body::empty()).await;
        assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, page));
    }
}
