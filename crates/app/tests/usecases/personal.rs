//! Personal data: what is held on somebody, how they are forgotten, and what is left of them.

use crate::accounts::{PASSWORD, from, id_of, person, problem};
use crate::claims::money;
use crate::world::{World, worlds};
use samesky_app::accounts::{NewToken, Person, Presented};
use samesky_app::audit::AuditFilter;
use samesky_app::backup::Backup;
use samesky_app::personal::{Forgotten, Journal};
use samesky_app::review::Decision;
use samesky_app::sharing::ShareWith;
use samesky_app::{Page, Session};
use samesky_model::Decimal;
use samesky_model::id::{AnnouncementId, EditionId};
use samesky_model::reading::FigureClaim;
use samesky_model::record::{AccountState, Claim, Erasure, Origin, RecordRef, Role, Shareable, TokenScope};
use std::io::{Cursor, Read};

/// Everything that a backup holds, as text.
async fn everything(world: &World) -> (String, Vec<u8>) {
    let mut bytes = Cursor::new(Vec::new());
    world.app.backup(&world.session, &mut bytes).await.expect("a backup");
    let bytes = bytes.into_inner();
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).expect("an archive");
    let mut text = String::new();
    for index in 0..archive.len() {
        archive.by_index(index).expect("a file").read_to_string(&mut text).expect("text");
    }
    (text, bytes)
}

/// An officer's work: an announcement, a decision on a figure of it, a token, an invitation, a change of their name.
async fn work(world: &World, officer: &Session, words: &str) -> AnnouncementId {
    let own = World { session: officer.clone(), ..world.again() };
    let stated = Claim::Figure(FigureClaim { event: None, ..money("dolor", 7) });
    let id = own.state(words, "2024-05-17", vec![stated]).await;
    let claim = own.claim(id, "dolor").await;
    let Claim::Figure(figure) = claim.current.clone() else { panic!("a figure") };
    let corrected = Claim::Figure(FigureClaim { value: Decimal::from(8), ..figure });
    let why = format!("as {} read it, {}", officer.account, person(&officer.account).email);
    own.decide(&claim, Decision::Correct(Box::new(corrected)), Some(&why)).await;
    let new = NewToken { name: format!("{}'s", officer.account), scope: TokenScope::Read, days: None };
    world.app.make_token(officer, new).await.expect("a token");
    id
}

/// Shows an announcement to a new team, and asks to publish it in vain. The request is the answer.
async fn show(world: &World, (owner, officer): (&Session, &Session), id: AnnouncementId) -> EditionId {
    let record = RecordRef { kind: Shareable::Announcement, id: id.0 };
    let to = world.team(owner, owner.team, "West").await;
    world.app.share(officer, record, ShareWith::Team(to)).await.expect("shared");
    let why = || Some(format!("{} says so", officer.account));
    let asked = world.app.ask_to_publish(officer, record, why()).await.expect("asked");
    world.app.take_back(officer, asked.id, why()).await.expect("taken back");
    asked.id
}

#[tokio::test]
async fn erased_person_is_nowhere_and_figures_and_the_chain_stay() {
    for world in worlds().await {
        let owner = world.owner().await;
        let officer = world.member(&owner, owner.team, "Hoshino", Role::Officer).await;
        let id = work(&world, &officer, "a").await;
        let asked = show(&world, (&owner, &officer), id).await;
        let renamed = Person { name: "Hoshino Rin".to_owned(), ..Person::default() };
        world.app.change_profile(&officer, 1, renamed).await.expect("renamed");
        world.app.sign_in("hoshino@example.org", "not the password", from("192.0.2.99")).await.expect_err("refused");
        let (before, totals) = (everything(&world).await.0, world.totals().await);
        for words in ["Hoshino Rin", "hoshino@example.org", "192.0.2.2"] {
            assert!(before.contains(words), "{words} must be there first");
        }

        let erased =
            world.app.erase_person(&owner, id_of(&officer), Some("asked for".to_owned())).await.expect("erased");
        assert_eq!(erased.erasure.number, 1);
        let (after, _) = everything(&world).await;
        for words in ["Hoshino", "hoshino", "192.0.2.2", "Browser/1\",\"salt\":null"] {
            assert!(!after.contains(words), "{words} is still there on {}", world.name);
        }
        for file in world.files() {
            assert!(!file.windows(7).any(|piece| piece == b"Hoshino"), "the file still has the name");
        }
        assert_eq!(world.totals().await, totals);
        assert_eq!(world.claim(id, "dolor").await.decided.expect("decided").by, "former officer 1");
        let found = world.app.verify_audit(&world.session, None, None).await.expect("looked through");
        assert!(found.iter().all(|one| one.faults.is_empty()) && found.iter().any(|one| one.erased > 0), "{found:?}");

        let request = world.app.request(&owner, asked).await.expect("there").edition;
        assert_eq!((request.requested.by.as_str(), request.requester), ("former officer 1", Some(id_of(&officer))));
        assert_eq!(request.reason.as_deref(), Some("former officer 1 says so"));

        let filter = AuditFilter { account: Some(id_of(&officer)), ..AuditFilter::default() };
        let theirs = world.app.audit(&owner, &filter, &Page::first(500)).await.expect("an audit").items;
        assert!(theirs.len() > 5);
        for one in &theirs {
            assert_eq!((one.stamp.by.as_str(), &one.origin), ("former officer 1", &Origin::default()), "{one:?}");
        }
        let corrected = theirs.iter().find(|one| one.action == "claim.correct").expect("a correction");
        assert_eq!(corrected.why.as_deref(), Some("as former officer 1 read it, former officer 1"));
        let last = &world.app.audit(&owner, &AuditFilter::default(), &Page::first(1)).await.expect("an audit").items[0];
        assert_eq!(
            (last.action.as_str(), last.record, last.why.as_deref()),
            ("account.erase", id_of(&officer).0, Some("asked for"))
        );

        let left = world.app.find_person(&world.session, &id_of(&officer).to_string()).await.expect("an account");
        assert_eq!((left.name.as_str(), left.state), ("former officer 1", AccountState::Closed));
        let again = world.app.sign_in("hoshino@example.org", PASSWORD, from("192.0.2.2")).await.expect_err("nobody");
        assert_eq!(problem(again), "sign-in-refused");
    }
}

#[tokio::test]
async fn erasing_needs_an_owner_in_reach_and_somebody_else_left() {
    for world in worlds().await {
        let owner = world.owner().await;
        let officer = world.member(&owner, owner.team, "Hoshino", Role::Officer).await;
        let (own, other) = (id_of(&owner), id_of(&officer));
        let refused = async |session: &Session, id| {
            problem(world.app.erase_person(session, id, None).await.expect_err("refused"))
        };
        assert_eq!(refused(&officer, own).await, "forbidden erase-people");
        assert_eq!(refused(&owner, own).await, "erase-self");
        assert_eq!(refused(&world.session, own).await, "last-owner");
        world.app.remove_member(&owner, (owner.team, other), None).await.expect("removed");
        let former = world.app.former_members(&owner, owner.team).await.expect("listed");
        assert_eq!(former.iter().map(|one| one.id).collect::<Vec<_>>(), [other]);
        world.app.erase_person(&owner, other, None).await.expect("a member of before");
        assert_eq!(world.app.former_members(&owner, owner.team).await.expect("listed"), []);
        assert_eq!(refused(&owner, other).await, "no account");
    }
}

#[tokio::test]
async fn name_that_two_bear_is_taken_from_the_records_of_one() {
    for world in worlds().await {
        let owner = world.owner().await;
        let first = world.member(&owner, owner.team, "Sato", Role::Officer).await;
        let second = world.member(&owner, owner.team, "Mori", Role::Officer).await;
        let same = Person { name: "Sato".to_owned(), ..Person::default() };
        world.app.change_profile(&second, 1, same).await.expect("renamed");
        let second = Session { account: "Sato".to_owned(), ..second };
        let (one, two) = (work(&world, &first, "a").await, work(&world, &second, "b").await);
        let asked = (show(&world, (&owner, &first), one).await, show(&world, (&owner, &second), two).await);
        world.app.erase_person(&owner, id_of(&first), None).await.expect("erased");
        let by = async |id| world.app.announcement(&owner, id).await.expect("there").imported.by;
        assert_eq!((by(one).await.as_str(), by(two).await.as_str()), ("former officer 1", "Sato"), "{}", world.name);
        let by = async |id| world.app.request(&owner, id).await.expect("there").edition.requested.by;
        assert_eq!((by(asked.0).await.as_str(), by(asked.1).await.as_str()), ("former officer 1", "Sato"));
        let shared = async |id: AnnouncementId| {
            let record = RecordRef { kind: Shareable::Announcement, id: id.0 };
            world.app.shares(&owner, record).await.expect("there").remove(0).share.made.by
        };
        assert_eq!((shared(one).await.as_str(), shared(two).await.as_str()), ("former officer 1", "Sato"));
    }
}

#[tokio::test]
async fn restore_forgets_again_whom_the_list_names() {
    let folder = tempfile::tempdir().expect("a folder");
    for (number, world) in worlds().await.into_iter().enumerate() {
        let journal = Journal::at(folder.path().join(format!("{number}.jsonl")));
        let world = World { app: world.app.clone().noting_erasures_in(Some(journal.clone())), ..world };
        let owner = world.owner().await;
        let officer = world.member(&owner, owner.team, "Hoshino", Role::Officer).await;
        work(&world, &officer, "a").await;
        let (_, backup) = everything(&world).await;
        let erased = world.app.erase_person(&owner, id_of(&officer), None).await.expect("erased").erasure;
        assert_eq!(journal.read().expect("a list"), [Forgotten::Account(erased)]);
        let stranger = Erasure { account: uuid::Uuid::from_u128(7).into(), number: 2, at: erased.at };
        let list = [erased, stranger].map(Forgotten::Account);

        let into = worlds().await.remove(number);
        into.app.restore(Backup::open(Cursor::new(backup)).expect("a backup")).await.expect("restored");
        assert!(everything(&into).await.0.contains("hoshino@example.org"));
        assert_eq!(into.app.replay_erasures(&list).await.expect("replayed"), 1);
        assert_eq!(into.app.replay_erasures(&list).await.expect("replayed"), 0);
        let (after, _) = everything(&into).await;
        assert!(!after.to_lowercase().contains("hoshino"), "{}", into.name);
        assert!(after.contains("former officer 1"));
        let found = into.app.verify_audit(&into.session, None, None).await.expect("looked through");
        assert!(found.iter().all(|one| one.faults.is_empty()), "{found:?}");
    }
}

#[tokio::test]
async fn what_has_expired_is_removed_and_the_chain_holds() {
    for world in worlds().await {
        let owner = world.owner().await;
        let officer = world.member(&owner, owner.team, "Hoshino", Role::Officer).await;
        assert_eq!(world.app.tidy().await.expect("tidied"), samesky_app::personal::Tidied::default());
        world.pass(201 * 24 * 60);
        let tidied = world.app.tidy().await.expect("tidied");
        assert_eq!((tidied.sign_ins, tidied.tickets, tidied.attempts), (2, 2, 0), "{tidied:?}");
        assert!(tidied.origins > 4, "{tidied:?}");
        let filter = AuditFilter { account: Some(id_of(&officer)), ..AuditFilter::default() };
        let theirs = world.app.audit(&owner, &filter, &Page::first(500)).await.expect("an audit").items;
        assert!(theirs.iter().all(|one| one.origin == Origin::default() && one.stamp.by == "Hoshino"), "{theirs:?}");
        let found = world.app.verify_audit(&world.session, None, None).await.expect("looked through");
        assert!(found.iter().all(|one| one.faults.is_empty()), "{found:?}");
    }
}

#[tokio::test]
async fn export_has_what_is_held_on_one_and_no_secrets_or_other_people() {
    for world in worlds().await {
        let owner = world.owner().await;
        let officer = world.member(&owner, owner.team, "Hoshino", Role::Officer).await;
        work(&world, &officer, "a").await;
        let held = world.app.export_own(&officer).await.expect("exported");
        let text = serde_json::to_string(&held).expect("JSON");
        assert_eq!(
            (held.account.email.as_str(), held.names.as_slice()),
            ("hoshino@example.org", &["Hoshino".to_owned()][..])
        );
        assert_eq!((held.memberships.len(), held.sign_ins.len(), held.tokens.len()), (1, 1, 1));
        assert_eq!((held.links.len(), held.credentials.len()), (1, 1));
        assert!(held.changes.len() > 5 && held.stamps.len() >= 5, "{} {}", held.changes.len(), held.stamps.len());
        for secret in ["argon2", "secret", "\"Lin\"", "lin@example.org"] {
            assert!(!text.contains(secret), "{secret} is in {text}");
        }
        let asked = world.app.export_person(&officer, id_of(&owner)).await.expect_err("another's");
        assert_eq!(problem(asked), "forbidden administer");
        assert_eq!(
            world.app.export_person(&world.session, id_of(&officer)).await.expect("exported").stamps,
            held.stamps
        );
        assert_eq!(world.audit().await.pop().expect("a record").action, "account.export");
    }
}

#[tokio::test]
async fn names_with_numbers_of_documents_and_names_of_nobody_are_refused() {
    for world in worlds().await {
        let owner = world.owner().await;
        for (name, expected) in [("Lin E12345678", "document-number"), ("former officer 4", "name-of-nobody")] {
            let new = Person { name: name.to_owned(), ..Person::default() };
            assert_eq!(problem(world.app.change_profile(&owner, 1, new).await.expect_err("refused")), expected);
        }
        let token = NewToken { name: "E12345678".to_owned(), scope: TokenScope::Read, days: None };
        assert_eq!(problem(world.app.make_token(&owner, token).await.expect_err("refused")), "document-number");
        assert!(world.app.session_of(Presented::Nothing { local: None }, Origin::default()).await.is_ok());
    }
}
