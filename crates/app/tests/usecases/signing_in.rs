//! Signing in: who gets in, who is slowed down, and how sessions and passwords end.

use crate::accounts::{PASSWORD, from, id_of, person, problem};
use crate::world::worlds;
use samesky_app::Who;
use samesky_app::accounts::{NewInvitation, Person};
use samesky_model::language::Language;
use samesky_model::record::Role;

const EMAIL: &str = "lin@example.org";
const NEW: &str = "seven slow herons at dusk";

#[tokio::test]
async fn sign_in_with_a_wrong_password_and_an_unknown_address_answer_alike() {
    for world in worlds().await {
        world.owner().await;
        let attempt = async |email, password| {
            let outcome = world.app.sign_in(email, password, from("192.0.2.1")).await;
            outcome
                .map(|entered| entered.signed_in().expect("no code is asked for").account.name)
                .map_err(|error| error.to_string())
        };
        let refused = Err("password: sign-in-refused".to_owned());
        assert_eq!(attempt(EMAIL, "copper lantern follows tida").await, refused);
        assert_eq!(attempt("nobody@example.org", PASSWORD).await, refused);
        assert_eq!(attempt(" LIN@example.org ", PASSWORD).await, Ok("Lin".to_owned()));
    }
}

#[tokio::test]
async fn session_is_new_at_each_sign_in_and_ends_when_asked_or_unused() {
    for world in worlds().await {
        let owner = world.owner().await;
        let sign_in = async || {
            world
                .app
                .sign_in(EMAIL, PASSWORD, from("192.0.2.9"))
                .await
                .expect("signed in")
                .signed_in()
                .expect("no code is asked for")
                .secret
        };
        let (first, second, third) = (sign_in().await, sign_in().await, sign_in().await);
        assert!(first != second && second != third);
        let session = world.session_of(&first).await;
        let listed = world.app.sign_ins(&session).await.expect("listed");
        let places: Vec<_> = listed.iter().map(|one| one.origin.address.as_deref()).collect();
        assert_eq!(places, [Some("192.0.2.9"), Some("192.0.2.9"), Some("192.0.2.9"), Some("192.0.2.1")]);
        world.app.sign_out(&session).await.expect("signed out");
        assert_eq!(world.session_of(&first).await.who, Who::Nobody);
        let other = world.session_of(&second).await;
        let Who::Account { sign_in: id, .. } = other.who else { panic!("{other:?}") };
        world.app.end_sign_in(&owner, id).await.expect("ended");
        assert_eq!(world.session_of(&second).await.who, Who::Nobody);
        world.pass(7 * 24 * 60);
        assert_eq!(world.session_of(&third).await.who, Who::Nobody);
    }
}

#[tokio::test]
async fn session_in_use_goes_on_but_no_longer_than_thirty_days() {
    for world in worlds().await {
        world.owner().await;
        let secret = world
            .app
            .sign_in(EMAIL, PASSWORD, from("192.0.2.1"))
            .await
            .expect("signed in")
            .signed_in()
            .expect("no code is asked for")
            .secret;
        for day in 1..30 {
            world.pass(24 * 60);
            assert!(world.session_of(&secret).await.is_somebody(), "day {day}");
        }
        world.pass(24 * 60);
        assert_eq!(world.session_of(&secret).await.who, Who::Nobody);
    }
}

#[tokio::test]
async fn guessing_is_slowed_down_and_the_owner_still_gets_in() {
    for world in worlds().await {
        world.owner().await;
        let _ = world.app.sign_in(EMAIL, PASSWORD, from("192.0.2.1")).await.expect("signed in");
        let attempt = async |password, address: &str| {
            world.app.sign_in(EMAIL, password, from(address)).await.map(|_| ()).map_err(problem)
        };
        let refused = Err("sign-in-refused".to_owned());
        for _ in 0..8 {
            assert_eq!(attempt("wrong password here", "203.0.113.5").await, refused);
        }
        assert_eq!(attempt(PASSWORD, "203.0.113.5").await, Err("too many".to_owned()));
        for host in 0..32 {
            assert_eq!(attempt("wrong password here", &format!("203.0.113.{}", 100 + host)).await, refused);
        }
        assert_eq!(attempt(PASSWORD, "203.0.113.99").await, Err("too many".to_owned()));
        assert_eq!(attempt(PASSWORD, "192.0.2.1").await, Ok(()));
        world.pass(16);
        assert_eq!(attempt(PASSWORD, "203.0.113.5").await, Ok(()));
    }
}

#[tokio::test]
async fn many_guesses_at_once_gain_nothing() {
    for world in worlds().await {
        world.owner().await;
        let guess = async || {
            let outcome = world.app.sign_in(EMAIL, "wrong password here", from("203.0.113.5")).await;
            problem(outcome.expect_err("wrong"))
        };
        let outcomes = futures::future::join_all((0..30).map(|_| guess())).await;
        assert_eq!(outcomes.iter().filter(|said| *said == "sign-in-refused").count(), 8);
    }
}

#[tokio::test]
async fn changed_password_signs_the_other_browsers_out() {
    for world in worlds().await {
        let owner = world.owner().await;
        let other = world
            .app
            .sign_in(EMAIL, PASSWORD, from("192.0.2.1"))
            .await
            .expect("signed in")
            .signed_in()
            .expect("no code is asked for")
            .secret;
        let change = async |present, new| world.app.change_password(&owner, present, new).await.map_err(problem);
        assert_eq!(change("not the password", NEW).await, Err("password-wrong".to_owned()));
        assert_eq!(change(PASSWORD, "lin@example.org").await, Err("password-common".to_owned()));
        assert_eq!(change(PASSWORD, NEW).await, Ok(()));
        assert_eq!(world.session_of(&other).await.who, Who::Nobody);
        assert!(world.app.profile(&owner).await.is_ok());
        let old = world.app.sign_in(EMAIL, PASSWORD, from("192.0.2.1")).await.expect_err("the old one");
        assert_eq!(problem(old), "sign-in-refused");
        let _ = world.app.sign_in(EMAIL, NEW, from("192.0.2.1")).await.expect("the new one");
    }
}

#[tokio::test]
async fn profile_is_changed_by_version() {
    for world in worlds().await {
        let owner = world.owner().await;
        let new = |zone: &str| Person {
            name: " Lin Cheng ".into(),
            language: Some(Language::Ja),
            time_zone: Some(zone.to_owned()),
        };
        world.app.change_profile(&owner, 1, new("Asia/Tokyo")).await.expect("changed");
        let late = world.app.change_profile(&owner, 1, new("Asia/Tokyo")).await.expect_err("late");
        assert_eq!(problem(late), "conflict account");
        let mars = world.app.change_profile(&owner, 2, new("Mars/Base")).await.expect_err("no zone");
        assert_eq!(problem(mars), "time-zone-unknown");
        let account = world.app.profile(&owner).await.expect("a profile").account;
        assert_eq!((account.name.as_str(), account.time_zone.as_deref()), ("Lin Cheng", Some("Asia/Tokyo")));
    }
}

#[tokio::test]
async fn reset_link_sets_a_password_once_and_ends_everything() {
    for world in worlds().await {
        let owner = world.owner().await;
        let officer = world.member(&owner, owner.team, "Hoshi", Role::Officer).await;
        let link = async || world.app.reset_link(&owner, (owner.team, id_of(&officer))).await.expect("a link");
        let (first, second) = (link().await, link().await);
        let reset = async |link: &samesky_app::accounts::Secret, new| {
            world.app.reset_password(link.reveal(), new, from("192.0.2.2")).await.map_err(problem)
        };
        assert_eq!(reset(&first, NEW).await, Err("no ticket".to_owned()));
        assert_eq!(world.app.resetting(second.reveal()).await.expect("open").name, "Hoshi");
        assert_eq!(reset(&second, "hoshi hoshi hoshi").await, Err("password-common".to_owned()));
        assert_eq!(reset(&second, NEW).await, Ok(()));
        assert_eq!(reset(&second, NEW).await, Err("no ticket".to_owned()));
        let _ = world.app.sign_in("hoshi@example.org", NEW, from("192.0.2.2")).await.expect("the new one");
        let Who::Account { sign_in, .. } = officer.who else { panic!("{officer:?}") };
        let left = world.app.sign_ins(&officer).await.expect("listed");
        assert!(left.iter().all(|one| one.id != sign_in), "{left:?}");
    }
}

#[tokio::test]
async fn reset_link_is_not_for_somebody_with_more_to_say_elsewhere() {
    for world in worlds().await {
        let owner = world.owner().await;
        let names = samesky_model::record::TeamNames { en: "East".into(), ..Default::default() };
        let kind = samesky_model::record::TeamKind::Zone;
        let new = samesky_app::accounts::NewTeam { names, kind, place: None };
        let east = world.app.make_team(&owner, owner.team, new).await.expect("a team").id;
        let below = world.member(&owner, east, "Hoshi", Role::Owner).await;
        let new = NewInvitation { team: east, email: person("Lin").email, role: Role::Viewer };
        let (link, _) = world.app.invite(&below, new).await.expect("invited");
        let _ = world.app.join_with_account(link.reveal(), PASSWORD, from("192.0.2.1")).await.expect("joined");
        let refused = world.app.reset_link(&below, (east, id_of(&owner))).await.expect_err("the owner above");
        assert_eq!(problem(refused), "member-elsewhere");
    }
}
