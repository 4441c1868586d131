//! Publishing by two, as they do it: ask, confirm, see without signing in, withdraw.

use crate::browser::Browser;
use crate::stage::{Reader, Stage};
use crate::world::World;
use samesky_app::Session;
use samesky_app::accounts::{NewInvitation, NewPerson, Person, Presented};
use samesky_model::language::Language;
use samesky_model::record::{Origin, Role};

const PASSWORD: &str = "copper lantern follows tide";
const NOTICE: &str = "虚构公开推介会\n现场签约3个公开项目，总投资99.5亿元。";

fn person(name: &str) -> NewPerson {
    let person = Person { name: name.to_owned(), ..Person::default() };
    NewPerson { person, email: format!("{}@example.org", name.to_lowercase()), password: PASSWORD.to_owned() }
}

/// Lin, the owner, and Hoshi, an officer of the same team.
async fn two(world: &World) -> Session {
    let app = world.app();
    let link = app.owner_link().await.expect("asked").expect("a link");
    let made = app.make_owner(link.reveal(), person("Lin"), Origin::default()).await.expect("made");
    let owner = app.session_of(Presented::Cookie(made.secret.reveal()), Origin::default()).await.expect("asked");
    let new = NewInvitation { team: owner.team, email: person("Hoshi").email, role: Role::Officer };
    let (link, _) = app.invite(&owner, new).await.expect("invited");
    app.accept_invitation(link.reveal(), person("Hoshi"), Origin::default()).await.expect("came");
    owner
}

/// A browser in which somebody has signed in by the form.
async fn signed_in(stage: &Stage, name: &str, to: &str) -> Browser {
    let browser = stage.visit(Reader::of(Language::En)).await;
    browser.open(to).await;
    browser.fill("main input[name='email']", &person(name).email).await;
    browser.fill("main input[name='password']", PASSWORD).await;
    browser.click("main form .btn.primary").await;
    browser.until(&format!("location.pathname === '{to}'")).await;
    browser
}

#[tokio::test(flavor = "multi_thread")]
async fn record_is_asked_for_confirmed_by_another_seen_by_everybody_and_withdrawn() {
    let Some(stage) = Stage::open(World::empty()).await else { return };
    let id = stage.world.announce("notice.txt", "虚构商务局", NOTICE).await;
    stage.world.accept_all(id).await;
    two(&stage.world).await;

    let record = format!("/sharing/announcement/{id}");
    let officer = signed_in(&stage, "Hoshi", &record).await;
    officer.fill("form[action$='/publish'] [name='why']", "for the fair").await;
    officer.click("form[action$='/publish'] .btn").await;
    officer.find("main .flash.ok").await;
    officer.click("main a[href^='/publishing/']").await;
    officer.find("form[action$='/take-back']").await;
    assert_eq!(officer.count("form[action$='/confirm']").await, 0, "nobody confirms what they asked for");

    let owner = signed_in(&stage, "Lin", "/publishing").await;
    owner.click("main a.title").await;
    owner.find("form[action$='/confirm']").await;
    let asked = owner.words("main").await;
    assert!(asked.contains("for the fair") && asked.contains("99.5亿元"), "{asked}");
    owner.click("form[action$='/confirm'] .btn").await;
    owner.until("location.pathname.startsWith('/public/')").await;
    let public = owner.here().await;

    let stranger = stage.visit(Reader::of(Language::ZhHans).without_script()).await;
    stranger.open("/public").await;
    stranger.click("main a.title").await;
    stranger.find("main blockquote, main q, main mark").await;
    assert_eq!(stranger.here().await, public);
    let seen = stranger.words("main").await;
    assert!(seen.contains("虚构公开推介会") && seen.contains("99.5亿元"), "{seen}");
    assert_eq!(stranger.count("script[type='application/ld+json']").await, 1);
    assert_eq!(stranger.count("form[action^='/publishing/']").await, 0);

    owner.fill("form[action$='/withdraw'] [name='why']", "a mistake").await;
    owner.click("form[action$='/withdraw'] .btn").await;
    owner.find("main .flash.ok").await;
    stranger.open(&public).await;
    let gone = stranger.words("main").await;
    assert!(!gone.contains("虚构公开推介会") && !gone.contains("99.5亿元"), "{gone}");
    for browser in [officer, owner, stranger] {
        browser.close().await;
    }
}
