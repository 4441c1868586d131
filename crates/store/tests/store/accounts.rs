//! Accounts, memberships, and what lets somebody in.

use crate::scene::{Scene, scenes};
use samesky_model::record::{
    Account, ApiToken, Attempt, Membership, Role, SignIn, Team, Ticket, TicketKind, TokenScope,
};
use samesky_store::account::credential::{self, Credential, CredentialKind};
use samesky_store::attempt::Failures;
use samesky_store::{StoreError, account, api_token, attempt, membership, sign_in, team, ticket};
use samesky_testkit::sample;

/// An account, kept.
pub(crate) async fn account_of(scene: &Scene, name: &str) -> Account {
    let one = sample::account(&scene.ids, name);
    let tx = scene.store.write().await.expect("a turn");
    account::insert(&tx, &one).await.expect("inserted");
    tx.commit().await.expect("committed");
    one
}

/// A member of the scene's team.
pub(crate) fn member(scene: &Scene, account: &Account, role: Role) -> Membership {
    Membership { team: scene.team, account: account.id, role, version: 1, joined: sample::stamp(1) }
}

#[tokio::test]
async fn account_is_found_by_its_address_in_any_case_and_only_once() {
    for scene in scenes().await {
        assert!(!account::any(&scene.store).await.expect("asked"));
        let one = account_of(&scene, "Lin").await;
        assert!(account::any(&scene.store).await.expect("asked"));
        for email in ["lin@example.org", " LIN@Example.ORG "] {
            let found = account::by_email(&scene.store, email).await.expect("asked");
            assert_eq!(found.as_ref(), Some(&one), "{email}");
        }
        assert_eq!(account::by_email(&scene.store, "other@example.org").await.expect("asked"), None);
        let twin = Account { email: "LIN@example.org".to_owned(), ..sample::account(&scene.ids, "Twin") };
        let tx = scene.store.write().await.expect("a turn");
        account::insert(&tx, &twin).await.expect_err("the address is taken");
    }
}

#[tokio::test]
async fn account_changed_on_an_old_version_is_a_conflict() {
    for scene in scenes().await {
        let one = account_of(&scene, "Lin").await;
        let renamed = Account { name: "Lin Cheng".to_owned(), ..one.clone() };
        let tx = scene.store.write().await.expect("a turn");
        account::update(&tx, &renamed, 1).await.expect("changed");
        let late = account::update(&tx, &one, 1).await.expect_err("too late");
        assert!(matches!(late, StoreError::Conflict { kind: "account", expected: 1, found: 2, .. }), "{late:?}");
        tx.commit().await.expect("committed");
        assert_eq!(account::get(&scene.store, one.id).await.expect("there"), Account { version: 2, ..renamed });
    }
}

#[tokio::test]
async fn credential_replaces_those_before_and_is_spent_once_at_a_moment() {
    for scene in scenes().await {
        let one = account_of(&scene, "Lin").await.id;
        let (kind, at) = (CredentialKind::Recovery, |second| sample::stamp(second).at);
        let tx = scene.store.write().await.expect("a turn");
        for secrets in [vec!["a".to_owned()], vec!["b".to_owned(), "c".to_owned()]] {
            credential::replace(&tx, one, kind, &secrets, at(1)).await.expect("replaced");
        }
        let mut spent = Vec::new();
        for (ordinal, second) in [(1, 5), (1, 5), (1, 6), (2, 5)] {
            spent.push(credential::spend(&tx, one, kind, ordinal, at(second)).await.expect("asked"));
        }
        tx.commit().await.expect("committed");
        assert_eq!(spent, [true, false, true, false]);
        let made =
            |ordinal, secret: &str, used_at| Credential { ordinal, secret: secret.to_owned(), made_at: at(1), used_at };
        let found = credential::list(&scene.store, one, kind).await.expect("listed");
        assert_eq!(found, [made(0, "b", None), made(1, "c", Some(at(6)))]);
        let other = credential::list(&scene.store, one, CredentialKind::Password).await.expect("listed");
        assert_eq!(other, []);
    }
}

#[tokio::test]
async fn membership_is_changed_by_version_and_gone_when_removed() {
    for scene in scenes().await {
        let (first, second) = (account_of(&scene, "Lin").await, account_of(&scene, "Hoshi").await);
        let (owner, viewer) = (member(&scene, &first, Role::Owner), member(&scene, &second, Role::Viewer));
        let tx = scene.store.write().await.expect("a turn");
        membership::insert(&tx, &owner).await.expect("inserted");
        membership::insert(&tx, &viewer).await.expect("inserted");
        let officer = Membership { role: Role::Officer, ..viewer.clone() };
        membership::update(&tx, &officer, 1).await.expect("changed");
        let late = membership::update(&tx, &viewer, 1).await.expect_err("too late");
        assert!(matches!(late, StoreError::Conflict { kind: "membership", .. }), "{late:?}");
        tx.commit().await.expect("committed");
        let officer = Membership { version: 2, ..officer };
        let db = &scene.store;
        assert_eq!(membership::of_team(db, scene.team).await.expect("listed"), [owner, officer.clone()]);
        assert_eq!(membership::of_account(db, second.id).await.expect("listed"), [officer.clone()]);
        assert_eq!(membership::find(db, scene.team, second.id).await.expect("asked"), Some(officer));
        let tx = db.write().await.expect("a turn");
        membership::remove(&tx, scene.team, second.id).await.expect("removed");
        let again = membership::remove(&tx, scene.team, second.id).await.expect_err("gone");
        assert!(matches!(again, StoreError::NotFound { .. }), "{again:?}");
    }
}

#[tokio::test]
async fn sign_in_is_found_until_it_ends() {
    for scene in scenes().await {
        let one = account_of(&scene, "Lin").await.id;
        let at = |second| sample::stamp(second).at;
        let made = |ends: i64| SignIn { ends_at: at(ends), ..sample::sign_in(&scene.ids, one, scene.team) };
        let (short, long) = (made(10), made(100));
        let tx = scene.store.write().await.expect("a turn");
        sign_in::insert(&tx, &short, "s").await.expect("inserted");
        sign_in::insert(&tx, &long, "l").await.expect("inserted");
        tx.commit().await.expect("committed");
        let db = &scene.store;
        assert_eq!(sign_in::by_hash(db, "s", at(9)).await.expect("asked"), Some(short.clone()));
        assert_eq!(sign_in::by_hash(db, "s", at(10)).await.expect("asked"), None);
        assert_eq!(sign_in::by_hash(db, "x", at(9)).await.expect("asked"), None);
        assert_eq!(sign_in::of_account(db, one, at(11)).await.expect("listed"), [long.clone()]);
        let tx = db.write().await.expect("a turn");
        sign_in::seen(&tx, long.id, at(20), at(200)).await.expect("noted");
        assert_eq!(sign_in::sweep(&tx, at(50)).await.expect("swept"), 1);
        let other = account_of_in(&scene, &tx, "Hoshi").await;
        let stranger = sign_in::end(&tx, other, long.id).await.expect_err("another's");
        assert!(matches!(stranger, StoreError::NotFound { .. }), "{stranger:?}");
        assert_eq!(sign_in::end_all(&tx, one, Some(long.id)).await.expect("ended"), 0);
        let now = SignIn { seen_at: at(20), ends_at: at(200), ..long.clone() };
        assert_eq!(sign_in::of_account(&tx, one, at(50)).await.expect("listed"), [now]);
        sign_in::end(&tx, one, long.id).await.expect("ended");
        assert_eq!(sign_in::by_hash(&tx, "l", at(50)).await.expect("asked"), None);
        tx.commit().await.expect("committed");
    }
}

async fn account_of_in(scene: &Scene, tx: &samesky_store::Tx, name: &str) -> samesky_model::id::AccountId {
    let one = sample::account(&scene.ids, name);
    account::insert(tx, &one).await.expect("inserted");
    one.id
}

#[tokio::test]
async fn ticket_opens_once_for_its_kind_and_before_its_end() {
    for scene in scenes().await {
        let at = |second| sample::stamp(second).at;
        let one = sample::ticket(&scene.ids, TicketKind::Invitation, Some(scene.team));
        let tx = scene.store.write().await.expect("a turn");
        ticket::insert(&tx, &one, "h").await.expect("inserted");
        let open = async |kind, hash, second| ticket::open(&tx, kind, hash, at(second)).await.expect("asked");
        assert_eq!(open(TicketKind::Invitation, "h", 9).await, Some(one.clone()));
        assert_eq!(open(TicketKind::Invitation, "h", 100).await, None);
        assert_eq!(open(TicketKind::Reset, "h", 9).await, None);
        assert_eq!(open(TicketKind::Invitation, "x", 9).await, None);
        assert_eq!(ticket::invitations(&tx, scene.team, at(9)).await.expect("listed"), [one.clone()]);
        ticket::spend(&tx, one.id, at(10)).await.expect("spent");
        assert_eq!(open(TicketKind::Invitation, "h", 11).await, None);
        let again = ticket::spend(&tx, one.id, at(12)).await.expect_err("spent already");
        assert!(matches!(again, StoreError::NotFound { .. }), "{again:?}");
    }
}

#[tokio::test]
async fn tickets_of_one_kind_are_spent_together() {
    for scene in scenes().await {
        let at = |second| sample::stamp(second).at;
        let person = account_of(&scene, "Lin").await.id;
        let owner = sample::ticket(&scene.ids, TicketKind::Owner, None);
        let reset = Ticket { account: Some(person), ..sample::ticket(&scene.ids, TicketKind::Reset, None) };
        let tx = scene.store.write().await.expect("a turn");
        ticket::insert(&tx, &owner, "o").await.expect("inserted");
        ticket::insert(&tx, &reset, "r").await.expect("inserted");
        let mut spent = Vec::new();
        for (kind, of) in [
            (TicketKind::Reset, None),
            (TicketKind::Owner, Some(person)),
            (TicketKind::Owner, None),
            (TicketKind::Reset, Some(person)),
        ] {
            spent.push(ticket::spend_all(&tx, kind, of, at(5)).await.expect("spent"));
        }
        assert_eq!(spent, [0, 0, 1, 1]);
    }
}

#[tokio::test]
async fn token_works_until_it_ends_or_is_taken_back() {
    for scene in scenes().await {
        let at = |second| sample::stamp(second).at;
        let person = account_of(&scene, "Lin").await.id;
        let made = |name: &str, ends_at| ApiToken {
            id: scene.ids.next(),
            account: person,
            team: scene.team,
            name: name.to_owned(),
            scope: TokenScope::Read,
            created_at: at(1),
            seen_at: None,
            ends_at,
            revoked_at: None,
        };
        let (short, long) = (made("short", Some(at(10))), made("long", None));
        let tx = scene.store.write().await.expect("a turn");
        api_token::insert(&tx, &short, "s").await.expect("inserted");
        api_token::insert(&tx, &long, "l").await.expect("inserted");
        let found = async |hash, second| api_token::by_hash(&tx, hash, at(second)).await.expect("asked");
        assert_eq!(found("s", 9).await, Some(short.clone()));
        assert_eq!(found("s", 10).await, None);
        api_token::seen(&tx, long.id, at(11)).await.expect("noted");
        let long = ApiToken { seen_at: Some(at(11)), ..long };
        assert_eq!(found("l", 12).await, Some(long.clone()));
        api_token::revoke(&tx, person, long.id, at(13)).await.expect("taken back");
        assert_eq!(found("l", 14).await, None);
        let again = api_token::revoke(&tx, person, long.id, at(15)).await.expect_err("taken back already");
        assert!(matches!(again, StoreError::NotFound { .. }), "{again:?}");
        assert_eq!(api_token::revoke_all(&tx, person, None, at(16)).await.expect("taken back"), 1);
        let (long, short) =
            (ApiToken { revoked_at: Some(at(13)), ..long }, ApiToken { revoked_at: Some(at(16)), ..short });
        assert_eq!(api_token::of_account(&tx, person).await.expect("listed"), [long, short]);
    }
}

#[tokio::test]
async fn attempts_are_counted_by_account_and_by_address() {
    for scene in scenes().await {
        let at = |second| sample::stamp(second).at;
        let tried = [("a", "10.0.0.1", 1, false), ("a", "10.0.0.1", 2, false), ("a", "10.0.0.2", 3, false)];
        let more = [("b", "10.0.0.1", 4, false), ("a", "10.0.0.3", 5, true)];
        let tx = scene.store.write().await.expect("a turn");
        for (subject, address, second, succeeded) in tried.into_iter().chain(more) {
            let (subject, address) = (subject.to_owned(), address.to_owned());
            let one = Attempt { subject, address, at: at(second), succeeded };
            attempt::append(&tx, scene.ids.next(), &one).await.expect("added");
        }
        let of = |subject, address| Failures { subject, address };
        let mut counted = Vec::new();
        for (failures, since) in [
            (of(Some("a"), Some("10.0.0.1")), 0),
            (of(Some("a"), None), 0),
            (of(None, Some("10.0.0.1")), 0),
            (of(None, Some("10.0.0.1")), 1),
            (of(Some("a"), Some("10.0.0.3")), 0),
        ] {
            counted.push(attempt::failures(&tx, failures, at(since)).await.expect("counted"));
        }
        assert_eq!(counted, [2, 3, 3, 2, 0]);
        assert!(attempt::is_known(&tx, "a", "10.0.0.3", at(0)).await.expect("asked"));
        assert!(!attempt::is_known(&tx, "a", "10.0.0.3", at(5)).await.expect("asked"));
        assert!(!attempt::is_known(&tx, "a", "10.0.0.1", at(0)).await.expect("asked"));
        let late = Attempt { subject: "c".into(), address: "10.0.0.9".into(), at: at(6), succeeded: false };
        let id = scene.ids.next();
        attempt::append(&tx, id, &late).await.expect("added");
        attempt::succeed(&tx, id).await.expect("noted");
        assert!(attempt::is_known(&tx, "c", "10.0.0.9", at(0)).await.expect("asked"));
        assert_eq!(attempt::sweep(&tx, at(5)).await.expect("swept"), 4);
    }
}

#[tokio::test]
async fn teams_form_a_tree_that_can_be_climbed_both_ways() {
    for scene in scenes().await {
        let root = team::default(&scene.store).await.expect("the default team");
        let below = |parent: &Team, second| Team {
            parent: Some(parent.id),
            created_at: sample::stamp(second).at,
            ..sample::team(&scene.ids)
        };
        let city = Team { created_at: root.created_at, ..below(&root, 0) };
        let (north, south) = (below(&city, 100_000_000), below(&city, 200_000_000));
        let tx = scene.store.write().await.expect("a turn");
        for one in [&city, &south, &north] {
            team::insert(&tx, one).await.expect("inserted");
        }
        let moved = Team { place: Some("架空市".to_owned()), parent: None, ..city.clone() };
        team::update(&tx, &moved).await.expect("changed");
        tx.commit().await.expect("committed");
        let city = Team { place: moved.place, ..city };
        let db = &scene.store;
        assert_eq!(team::children(db, city.id).await.expect("listed"), [north.clone(), south]);
        assert_eq!(team::ancestors(db, north.id).await.expect("climbed"), [city.clone(), root.clone()]);
        assert_eq!(team::get_many(db, &[north.id, city.id]).await.expect("there"), [north, city]);
        assert_eq!(team::list(db).await.expect("listed").len(), 4);
    }
}
