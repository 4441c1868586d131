//! A passkey in a real browser, with a device in software.

use crate::stage::{Reader, Stage};
use crate::world::World;
use samesky_model::language::Language;
use serde_json::json;

const PASSWORD: &str = "copper lantern follows tide";

#[tokio::test(flavor = "multi_thread")]
async fn passkey_is_added_signs_in_and_signs_in_no_more_when_it_is_removed() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let link = stage.world.app().owner_link().await.expect("asked").expect("a link");
    let browser = stage.visit_by_name(Reader::of(Language::En)).await;
    browser.chromium("WebAuthn.enable", json!({})).await;
    let device = json!({
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": true, "hasUserVerification": true,
        "isUserVerified": true, "automaticPresenceSimulation": true,
    });
    browser.chromium("WebAuthn.addVirtualAuthenticator", json!({ "options": device })).await;
    browser.open(&format!("/first-owner/{}", link.reveal())).await;
    for (name, value) in [("name", "Lin"), ("email", "lin@example.org"), ("password", PASSWORD)] {
        browser.fill(&format!("main input[name='{name}']"), value).await;
    }
    browser.click("main form .btn.primary").await;
    browser.find("main .flash.ok").await;

    browser.open("/profile").await;
    let form = "form[data-passkey='make']";
    browser.fill(&format!("{form} input[name='name']"), "Office computer").await;
    browser.fill(&format!("{form} input[name='present']"), "not the password").await;
    browser.click(&format!("{form} .btn")).await;
    browser.until(&format!("document.querySelector(\"{form} output\").value")).await;
    browser.fill(&format!("{form} input[name='present']"), PASSWORD).await;
    browser.click(&format!("{form} .btn")).await;
    browser.find("main .flash.ok").await;
    assert!(browser.words("main").await.contains("Office computer"));

    let sign_out = "const out = document.querySelector(\"[formaction='/sign-out']\"); out.form.requestSubmit(out)";
    browser.ask(sign_out).await;
    browser.find("form[data-passkey='use']").await;
    browser.open("/sign-in?next=%2Ffigures").await;
    browser.click("form[data-passkey='use'] .btn").await;
    browser.until("location.pathname === '/figures'").await;

    browser.open("/profile").await;
    browser.click("form[action^='/profile/passkeys/'] .btn").await;
    browser.find("main .flash.ok").await;
    browser.ask(sign_out).await;
    browser.find("form[data-passkey='use']").await;
    browser.click("form[data-passkey='use'] .btn").await;
    browser.find("main .flash.bad").await;
    assert!(browser.here().await.starts_with("/sign-in"));
    browser.close().await;
}
