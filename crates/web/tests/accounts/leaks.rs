//! What a team hides stays hidden in every list, count, total, search, export, history and error; what it shares is seen
//! alone; what it publishes is seen by everybody as it was confirmed.

use crate::browser_of::{Answer, Browser};
use crate::cast::Cast;
use axum::http::{Method, StatusCode};
use samesky_app::import::{Content, ImportOptions, Incoming};
use samesky_model::record::{ImportSource, Role};
use serde_json::Value;

/// Words of hidden records, and of the shared and published one.
const HIDDEN: [&str; 3] = ["架空暗号株式会社", "207.3", "20730000000"];
const OPEN: [&str; 2] = ["虚构公开推介会", "99.5"];

/// Pages and documents that show lists, counts, totals, finds, files, histories.
const LOOKED_AT: [&str; 37] = [
    "/",
    "/announcements",
    "/events",
    "/organisations",
    "/organisations/duplicates",
    "/organisations/duplicates?show=apart",
    "/projects",
    "/figures",
    "/figures/export.csv",
    "/checks",
    "/history",
    "/imports",
    "/search?q=架空",
    "/search?q=亿元",
    "/search?q=公开",
    "/shared",
    "/publishing",
    "/publishing?show=own",
    "/publishing?show=published",
    "/publishing?show=withdrawn",
    "/team",
    "/api/v1/announcements",
    "/api/v1/events",
    "/api/v1/organisations",
    "/organisations?q=架空",
    "/organisations?part=found&q=jiakong",
    "/api/v1/organisations/search",
    "/api/v1/organisations/choices",
    "/api/v1/organisation-pairs",
    "/api/v1/projects",
    "/api/v1/figures",
    "/api/v1/figures/totals",
    "/api/v1/entries",
    "/api/v1/checks",
    "/api/v1/overview",
    "/api/v1/audit",
    "/api/v1/publications",
];

fn at(address: &str, scope: &str) -> String {
    let address = address.replace("架空", "%E6%9E%B6%E7%A9%BA").replace("亿元", "%E4%BA%BF%E5%85%83");
    let address = address.replace("公开", "%E5%85%AC%E5%BC%80");
    let lists = [
        "/announcements",
        "/events",
        "/organisations",
        "/projects",
        "/figures",
        "/figures/totals",
        "/figures/export.csv",
        "/organisations/search",
        "/organisations/choices",
    ];
    if address.starts_with("/organisations?") {
        return format!("{address}&scope={scope}");
    }
    if lists.iter().any(|list| address == *list || address == format!("/api/v1{list}")) {
        return format!("{address}?scope={scope}");
    }
    address
}

async fn seen(browser: &mut Browser, scope: &str) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for address in LOOKED_AT {
        let address = at(address, scope);
        let answer = browser.get(&address).await;
        assert_eq!(answer.status, StatusCode::OK, "{address}: {}", answer.text);
        pages.push((address, answer.text));
    }
    pages
}

#[tokio::test]
async fn hidden_records_are_in_no_list_count_total_search_export_or_history_of_another_team() {
    let cast = Cast::new().await;
    for role in ["other", "shared"] {
        let mut browser = cast.browser(role).await;
        for scope in ["own", "shared", "all"] {
            for (address, text) in seen(&mut browser, scope).await {
                for words in HIDDEN {
                    assert!(!text.contains(words), "{role} reads {words} at {address}");
                }
            }
        }
    }
}

#[tokio::test]
async fn people_of_a_shared_organisation_are_told_to_nobody_and_found_by_nobody() {
    let cast = Cast::new().await;
    let mut owner = cast.browser("owner").await;
    let own = cast.address("/api/v1/organisations/{id}");
    assert!(owner.get(&format!("{own}/people")).await.text.contains("hoshino@207.3.example.org"));
    let with = format!(r#"{{"with": "{}"}}"#, cast.address("{south}"));
    let shares = cast.address("/api/v1/records/organisation/{id}/shares");
    let shares =
        shares.replace(shares.split('/').nth(5).unwrap_or_default(), own.rsplit('/').next().unwrap_or_default());
    let json = [("content-type", "application/json")];
    let shared = owner.ask(&Method::POST, &shares, &json, with).await;
    assert!(shared.status.is_success(), "{shares}: {}", shared.text);
    let south = cast.address("{south}").parse().expect("an identifier");
    let mut other = cast.signed_in(&cast.member(south, Role::Owner).await);
    let id = own.rsplit('/').next().expect("an identifier");
    let seen = [
        format!("/shared/organisation/{id}"),
        format!("/organisations/{id}"),
        format!("/api/v1/shared/organisation/{id}"),
    ];
    for address in seen {
        let page = other.get(&address).await;
        assert!(page.status.is_success() || page.status.is_redirection(), "{address}: {}", page.status);
        assert!(!page.text.contains("hoshino"), "{address}: {}", page.text);
    }
    for address in [
        format!("{own}/people"),
        format!("/organisations/{id}/people.vcf"),
        cast.address("/people/{id}"),
        cast.address("/api/v1/people/{id}"),
    ] {
        let page = other.get(&address).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{address}");
        assert!(!page.text.contains("hoshino"), "{address}: {}", page.text);
    }
    let nothing = found(&mut other, "鑫鑫鑫鑫").await;
    assert_eq!(found(&mut other, "hoshino").await, nothing);
}

#[tokio::test]
async fn search_for_words_of_hidden_records_answers_as_for_words_that_nobody_wrote() {
    let cast = Cast::new().await;
    let mut own = cast.browser("officer").await;
    for role in ["other", "shared"] {
        let mut browser = cast.browser(role).await;
        let nothing = found(&mut browser, "鑫鑫鑫鑫").await;
        for words in ["架空暗号", "新材料", "合作对接会", "签约15个项目", "207.3亿元"] {
            assert_eq!(found(&mut browser, words).await, nothing, "{role} finds {words}");
            assert_ne!(found(&mut own, words).await, nothing, "{words} are in no record");
        }
    }
}

#[tokio::test]
async fn counts_of_a_team_with_nothing_of_its_own_are_nought() {
    let cast = Cast::new().await;
    let own = counts(&mut cast.browser("officer").await).await;
    assert!(numbers(&own).iter().any(|number| *number > 0), "{own}");
    for role in ["other", "shared"] {
        let mut browser = cast.browser(role).await;
        let overview = counts(&mut browser).await;
        assert!(numbers(&overview).iter().all(|number| *number == 0), "{role}: {overview}");
        let page = browser.get("/figures").await.text;
        assert!(!page.contains("class=\"count"), "{page}");
        for standing in ["published", "withdrawn"] {
            let page = browser.get(&format!("/publishing?show={standing}")).await.text;
            assert!(!page.contains("class=\"title\""), "{role}: {page}");
        }
    }
}

async fn counts(browser: &mut Browser) -> Value {
    serde_json::from_str(&browser.get("/api/v1/overview").await.text).expect("JSON")
}

/// Every number in a document.
fn numbers(value: &Value) -> Vec<i64> {
    match value {
        Value::Number(number) => number.as_i64().into_iter().collect(),
        Value::Array(items) => items.iter().flat_map(numbers).collect(),
        Value::Object(fields) => fields.values().flat_map(numbers).collect(),
        _ => Vec::new(),
    }
}

/// What a search answers, without the words that were asked for.
async fn found(browser: &mut Browser, words: &str) -> String {
    let encoded: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
    let answer = browser.get(&format!("/search?q={encoded}")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    // The head of the page says what time it is.
    let (_, text) = answer.text.split_once("<h1").expect("a heading");
    let address: String = url::form_urlencoded::byte_serialize(words.as_bytes()).collect();
    text.replace(words, "").replace(&encoded, "").replace(&address, "")
}

#[tokio::test]
async fn shared_announcement_is_in_the_lists_of_the_team_it_is_shared_with_and_of_no_other() {
    let cast = Cast::new().await;
    let (mut shared, mut other) = (cast.browser("shared").await, cast.browser("other").await);
    for list in ["/announcements", "/api/v1/announcements"] {
        let found = shared.get(&format!("{list}?scope=shared")).await.text;
        assert!(found.contains(OPEN[0]), "{list}: {found}");
        assert!(!shared.get(list).await.text.contains(OPEN[0]), "{list}");
        assert!(!other.get(&format!("{list}?scope=all")).await.text.contains(OPEN[0]), "{list}");
    }
    let totals = shared.get("/api/v1/figures/totals?scope=all").await.text;
    assert!(totals.contains("9950000000"), "{totals}");
    assert!(!other.get("/api/v1/figures/totals?scope=all").await.text.contains("9950000000"));
    let page = shared.get("/figures?scope=all").await.text;
    assert!(page.contains("counts twice") && page.contains("Shared by"), "{page}");
    let events = shared.get("/api/v1/events?scope=all").await.text;
    assert!(events.contains("\"total\":0"), "the event beside it is hidden: {events}");
    let found = shared.get("/search?q=%E5%85%AC%E5%BC%80%E6%8E%A8%E4%BB%8B").await.text;
    assert!(found.contains("/announcements/"), "{found}");
}

#[tokio::test]
async fn address_of_a_shared_record_leads_to_what_is_shared_and_a_hidden_one_nowhere() {
    let cast = Cast::new().await;
    let mut shared = cast.browser("shared").await;
    let here = cast.address("/shared/{kind}/{id}");
    let own = here.replace("/shared/announcement/", "/announcements/");
    let moved = shared.get(&own).await;
    assert_eq!((moved.status, moved.location.as_str()), (StatusCode::SEE_OTHER, here.as_str()));
    let page = shared.get(&here).await;
    assert!(page.text.contains(OPEN[1]) && page.text.contains("Shared by"), "{}", page.text);
    for gone in ["/claims/", "/events/", "/projects/", "/organisations/", "/imports/", "/history?"] {
        assert!(!page.text.contains(&format!("href=\"{gone}")), "{gone} in {}", page.text);
    }
    let document = shared.get(&format!("/api/v1{here}")).await.text;
    assert!(document.contains(OPEN[1]), "{document}");
    for kind in ["events", "organisations", "projects", "figures", "announcements"] {
        let hidden = shared.get(&cast.address(&format!("/{kind}/{{id}}"))).await;
        let missing = shared.get(&format!("/{kind}/00000000-0000-7000-8000-00000000ffff")).await;
        assert_eq!((hidden.status, hidden.text.len()), (missing.status, missing.text.len()), "{kind}");
    }
}

#[tokio::test]
async fn everybody_sees_what_is_published_and_the_feed_and_the_data_say_the_same() {
    let cast = Cast::new().await;
    let mut stranger = cast.browser("stranger").await;
    let here = cast.address("/public/{id}");
    let page = stranger.get(&here).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(OPEN.iter().all(|words| page.text.contains(words)), "{}", page.text);
    let (_, data) = page.text.split_once("<script type=\"application/ld+json\">").expect("data");
    let (data, _) = data.split_once("</script>").expect("its end");
    let data: serde_json::Value = serde_json::from_str(data).expect("JSON");
    assert_eq!((&data["@type"], &data["name"]), (&"Report".into(), &OPEN[0].into()), "{data}");
    let values: Vec<_> =
        data["subjectOf"]["variableMeasured"].as_array().expect("figures").iter().map(|one| &one["value"]).collect();
    assert!(values.contains(&&"9950000000".into()), "{data}");
    let list = stranger.get("/public").await.text;
    assert!(list.contains(OPEN[0]) && list.contains(&here), "{list}");
    let feed = stranger.get("/public/feed.atom").await.text;
    assert!(feed.contains(OPEN[0]) && feed.contains(&here) && feed.ends_with("</feed>\n"), "{feed}");
    let api = stranger.get(&format!("/api/v1{here}")).await;
    assert_eq!(api.status, StatusCode::OK, "{}", api.text);
    for text in [page.text, list, feed, api.text] {
        assert!(HIDDEN.iter().all(|words| !text.contains(words)), "{text}");
        assert!(!text.contains("/announcements/") && !text.contains(&cast.address("{id}")), "{text}");
    }
}

#[tokio::test]
async fn public_page_is_kept_until_it_is_withdrawn_and_then_answers_as_one_that_never_was() {
    let cast = Cast::new().await;
    let (mut stranger, mut owner) = (cast.browser("stranger").await, cast.browser("owner").await);
    let here = cast.address("/public/{id}");
    let page = stranger.get(&here).await;
    let tag = page.header("etag").to_owned();
    assert!(!tag.is_empty());
    assert_eq!(page.header("cache-control"), "public, no-cache");
    let known = [("if-none-match", tag.as_str())];
    let again = stranger.ask(&Method::GET, &here, &known, String::new()).await;
    assert_eq!((again.status, again.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let own = owner.get(&here).await;
    assert_eq!((own.header("etag"), own.header("cache-control")), ("", "no-store"));
    let withdraw = here.replace("/public/", "/publishing/") + "/withdraw";
    let done = owner.post(&withdraw, &[("why", "a mistake")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text);
    let gone = stranger.ask(&Method::GET, &here, &known, String::new()).await;
    let never = stranger.get("/public/00000000-0000-7000-8000-00000000ffff").await;
    assert_eq!((gone.status, gone.text.len()), (StatusCode::NOT_FOUND, never.text.len()));
    assert!(!stranger.get("/public").await.text.contains(OPEN[0]));
    assert!(!stranger.get("/public/feed.atom").await.text.contains(OPEN[0]));
    let api = stranger.get(&format!("/api/v1{here}")).await;
    assert_eq!(api.status, StatusCode::NOT_FOUND);
}

/// A link of that way in a page.
fn link(text: &str, way: &str) -> String {
    let at = text.find(way).unwrap_or_else(|| panic!("no {way} in {text}"));
    text[at..].chars().take_while(|c| c.is_ascii_alphanumeric() || "/-_".contains(*c)).collect()
}

/// A service point below the top team, with one officer and one announcement; the page on which that is published.
async fn service_point(cast: &Cast) -> (Browser, String) {
    let south = cast.address("{south}").parse().expect("an identifier");
    let secret = cast.member(south, Role::Officer).await;
    let mut browser = cast.signed_in(&secret);
    let session =
        cast.world().app().session_of(samesky_app::accounts::Presented::Cookie(secret.reveal()), Default::default());
    let file = Incoming::new("c.txt", Content::Bytes("虚构服务点推介会\n架空隣株式会社参会。".as_bytes().to_vec()));
    let options = ImportOptions { source: ImportSource::Paste, skip_refused: false };
    let report =
        cast.world().app().import(&session.await.expect("asked"), vec![file], options).await.expect("imported");
    let id = report.files[0].announcement.expect("kept");
    let sharing = format!("/sharing/announcement/{id}");
    let asked = browser.post(&format!("{sharing}/publish"), &[("why", "the fair")]).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
    (browser, sharing)
}

#[tokio::test]
async fn service_point_of_one_publishes_with_an_officer_of_the_team_above_who_sees_no_more_of_it() {
    let cast = Cast::new().await;
    let (mut point, sharing) = service_point(&cast).await;
    let request = link(&point.get(&sharing).await.text, "/publishing/0");
    let own = point.post(&format!("{request}/confirm"), &[]).await;
    assert_eq!(own.status, StatusCode::SEE_OTHER);
    assert!(own.location.starts_with("/publishing/"), "{}", own.location);
    let mut parent = cast.browser("officer").await;
    let queue = parent.get("/publishing").await.text;
    assert!(queue.contains(&request) && queue.contains("South"), "{queue}");
    assert!(queue.contains("2 to confirm") && !queue.contains("架空隣株式会社"), "{queue}");
    assert_eq!(parent.get(&sharing).await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        parent.get(&sharing.replace("/sharing/announcement/", "/announcements/")).await.status,
        StatusCode::NOT_FOUND
    );
    assert!(!parent.get("/announcements?scope=all").await.text.contains("虚构服务点推介会"));
    let mut other = cast.browser("shared").await;
    assert_eq!(other.get(&request).await.status, StatusCode::NOT_FOUND);
    assert_eq!(other.post(&format!("{request}/confirm"), &[]).await.status, StatusCode::NOT_FOUND);
    let confirmed = parent.post(&format!("{request}/confirm"), &[]).await;
    assert!(confirmed.location.starts_with("/public/"), "{}", confirmed.location);
    let public = cast.browser("stranger").await.get(&confirmed.location).await;
    assert!(public.text.contains("虚构服务点推介会") && !public.text.contains("架空隣株式会社"), "{}", public.text);
}

#[tokio::test]
async fn removed_member_with_an_open_page_confirms_nothing() {
    let cast = Cast::new().await;
    let mut officer = cast.browser("officer").await;
    let request = cast.address("/publishing/{id}");
    assert!(officer.get(&request).await.text.contains("/confirm"));
    let app = cast.world().app();
    let members = app.members(cast.owner(), cast.owner().team).await.expect("members");
    let hoshi = members.iter().find(|one| one.account.name == "Hoshi").expect("a member").account.id;
    app.remove_member(cast.owner(), (cast.owner().team, hoshi), None).await.expect("removed");
    let late = officer.post(&format!("{request}/confirm"), &[]).await;
    assert_eq!((late.status, late.location.as_str()), (StatusCode::SEE_OTHER, "/sign-in"));
    let waiting = app.requests_to_confirm(cast.owner()).await.expect("counted");
    assert_eq!(waiting, 1);
}

#[tokio::test]
async fn guest_sees_what_is_published_and_the_own_account_and_nothing_else() {
    let cast = Cast::new().await;
    let mut guest = cast.browser("guest").await;
    let home = guest.get("/").await;
    assert_eq!((home.status, home.location.as_str()), (StatusCode::SEE_OTHER, "/public"));
    let page = guest.get("/public").await.text;
    assert!(page.contains(OPEN[0]) && page.contains("/profile") && !page.contains("href=\"/figures\""), "{page}");
    assert_eq!(guest.get("/profile").await.status, StatusCode::OK);
    for address in LOOKED_AT.iter().filter(|address| **address != "/") {
        let answer: Answer = guest.get(&at(address, "all")).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{address}");
    }
}

#[tokio::test]
async fn hostile_names_stay_text_on_public_pages() {
    let cast = Cast::new().await;
    let hostile = "</script><script>alert(1)</script>&\"'";
    let id = cast.world().announce("h.txt", "虚构", &format!("虚构{hostile}推介会\n虚构的正文。")).await;
    let (app, local) = (cast.world().app(), cast.world().session("officer"));
    let record = samesky_model::record::RecordRef { kind: samesky_model::record::Shareable::Announcement, id: id.0 };
    let asked = app.ask_to_publish(&local, record, None).await.expect("asked");
    app.confirm(cast.owner(), asked.id).await.expect("confirmed");
    let mut stranger = cast.browser("stranger").await;
    for address in [format!("/public/{}", asked.publication), "/public".to_owned(), "/public/feed.atom".to_owned()] {
        let text = stranger.get(&address).await.text;
        assert!(text.contains("alert(1)") && !text.contains("<script>alert"), "{address}: {text}");
    }
}

#[tokio::test]
async fn search_of_organisations_answers_words_of_hidden_ones_as_words_that_nobody_wrote() {
    let cast = Cast::new().await;
    let mut own = cast.browser("officer").await;
    let ask = |words: &str, scope: &str| {
        format!("/api/v1/organisations/search?scope={scope}&text={}", words.replace("架空", "%E6%9E%B6%E7%A9%BA"))
    };
    let mut others = Vec::new();
    for role in ["other", "shared"] {
        others.push((role, cast.browser(role).await));
    }
    for words in ["架空", "jiakong", "jk"] {
        let seen = own.get(&ask(words, "own")).await.text;
        assert!(seen.contains("架空暗号"), "{words}: {seen}");
        for (role, browser) in &mut others {
            for scope in ["own", "shared", "all"] {
                let nothing = browser.get(&ask("xxxxxx", scope)).await.text;
                let answer = browser.get(&ask(words, scope)).await.text;
                assert_eq!(answer, nothing, "{role} {scope} {words}");
                assert_eq!(answer, r#"{"items":[],"next":null,"total":0}"#);
            }
        }
    }
}
