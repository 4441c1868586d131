//! People of organisations: what is kept of them, taken back, removed, handed over, erased, and erased again after a restore.

use crate::world::{World, worlds};
use samesky_app::backup::Backup;
use samesky_app::organisations::{Fact, FactChange, FactField, NameKind, OrganisationName};
use samesky_app::people::{
    InLanguage, PersonChange, PersonErasure, PersonFact, PersonField, PersonView, Post, is_undoable,
};
use samesky_app::personal::{Forgotten, Journal};
use samesky_app::{AppError, Session};
use samesky_model::id::OrganisationId;
use samesky_model::record::{AuditRecord, Role};
use std::io::{Cursor, Read};

fn words(text: &str, language: &str) -> InLanguage {
    InLanguage { text: text.to_owned(), language: Some(language.to_owned()) }
}

fn post(title: &str, current: bool) -> PersonFact {
    let from = "2019-04".parse().ok();
    PersonFact::Post(Post { titles: vec![words(title, "ja")], from, until: None, current })
}

fn said() -> PersonChange {
    PersonChange::default()
        .say(PersonField::NativeName, [PersonFact::NativeName(words(" 星野リン ", "ja"))])
        .say(PersonField::Reading, [PersonFact::Reading("ほしのりん".to_owned())])
        .say(PersonField::OtherName, [PersonFact::OtherName(words("Hoshino Rin", "ja-Latn"))])
        .say(PersonField::Post, [post("部長", true)])
        .say(PersonField::Email, [PersonFact::Email("rin@example.org".to_owned())])
        .say(PersonField::Language, [PersonFact::Language("zh-Hans".to_owned())])
}

async fn company(world: &World) -> OrganisationId {
    let (text, kind) = ("架空精機".to_owned(), NameKind::Legal);
    let name = Fact::Name(OrganisationName { text, language: None, kind, reading: None });
    let said = FactChange::default().say(FactField::Name, [name]);
    world.app.add_organisation(&world.session, said).await.expect("added").organisation.id
}

async fn entered(world: &World) -> PersonView {
    let id = company(world).await;
    world.app.add_person(&world.session, id, said()).await.expect("entered")
}

fn wrong(error: &AppError) -> Vec<(String, &'static str)> {
    match error {
        AppError::Invalid(fields) => fields.iter().map(|field| (field.name.clone(), field.problem)).collect(),
        other => panic!("{other:?}"),
    }
}

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

async fn latest(world: &World, person: &PersonView) -> AuditRecord {
    world.audit().await.into_iter().rfind(|one| one.record == person.person.id.0).expect("a trace")
}

#[tokio::test]
async fn person_keeps_each_value_with_its_stamp_and_a_change_is_taken_back() {
    for world in worlds().await {
        let made = entered(&world).await;
        let fields: Vec<_> = made.values.iter().map(|kept| kept.fact.field()).collect();
        let expected = [
            PersonField::NativeName,
            PersonField::Reading,
            PersonField::OtherName,
            PersonField::Post,
            PersonField::Email,
            PersonField::Language,
        ];
        assert_eq!(fields, expected, "{}", world.name);
        assert_eq!(made.values[0].fact, PersonFact::NativeName(words("星野リン", "ja")));
        let id = made.person.id;
        let ended = PersonChange::default().say(PersonField::Post, [post("部長", false)]);
        let after = world.app.change_person(&world.other(), id, 1, ended).await.expect("changed");
        let by: Vec<_> = after.values.iter().map(|kept| kept.added.by.as_str()).collect();
        assert_eq!(by, ["林澄", "林澄", "林澄", "星野", "林澄", "林澄"]);
        assert!(is_undoable(&after.person, &latest(&world, &after).await));
        let undone = world.app.undo_person_change(&world.session, id, 2).await.expect("undone");
        assert_eq!((&undone.values, undone.person.version), (&made.values, 3));
        assert_eq!(world.app.person(&world.session, id).await.expect("there"), undone);
        let late = world.app.change_person(&world.session, id, 2, PersonChange::default()).await.expect_err("late");
        assert!(matches!(&late, AppError::Conflict { by, version: 3, .. } if by == "林澄"), "{late:?}");
    }
}

#[tokio::test]
async fn wrong_values_of_a_person_are_named_and_nothing_is_kept() {
    for world in worlds().await {
        let id = company(&world).await;
        let bad = PersonChange::default()
            .say(PersonField::NativeName, [PersonFact::NativeName(words("林 E12345678", "zh"))])
            .say(PersonField::Language, [PersonFact::Language("中文".to_owned())])
            .say(PersonField::Email, [PersonFact::Email("rin".to_owned())]);
        let error = world.app.add_person(&world.session, id, bad).await.expect_err("wrong");
        let expected = [("native_name", "document-number"), ("languages", "no-language-tag"), ("emails", "no-email")];
        assert_eq!(wrong(&error), expected.map(|(name, problem)| (name.to_owned(), problem)));
        let nameless = world.app.add_person(&world.session, id, PersonChange::default()).await.expect_err("no name");
        assert_eq!(wrong(&nameless), [("native_name".to_owned(), "name-missing")]);
        assert_eq!(world.app.people(&world.session, id).await.expect("listed"), [], "{}", world.name);
    }
}

#[tokio::test]
async fn person_of_another_team_is_not_there_and_a_stranger_may_nothing() {
    for world in worlds().await {
        let made = entered(&world).await;
        let other = Session { team: uuid::Uuid::from_u128(9).into(), ..world.session.clone() };
        let (id, organisation) = (made.person.id, made.person.organisation);
        let refused = [
            world.app.person(&other, id).await.err(),
            world.app.people(&other, organisation).await.err(),
            world.app.add_person(&other, organisation, said()).await.err(),
            world.app.change_person(&other, id, 1, said()).await.err(),
            world.app.remove_person(&other, id, None).await.err(),
            world.app.erase_person_of_organisation(&other, id, None).await.err(),
            world.app.people_cards(&other, organisation).await.err(),
        ];
        for error in refused {
            assert!(matches!(error, Some(AppError::NotFound { .. })), "{error:?}");
        }
        let nobody = Session::nobody(world.session.team);
        let refused = world.app.person(&nobody, id).await;
        assert!(matches!(refused, Err(AppError::Forbidden { .. })), "{}", world.name);
    }
}

#[tokio::test]
async fn removed_person_comes_back_until_the_days_are_over() {
    for world in worlds().await {
        let made = entered(&world).await;
        let (id, why) = (made.person.id, Some("left".to_owned()));
        let removed = world.app.remove_person(&world.session, id, why).await.expect("removed");
        assert_eq!(removed.person.removed.as_ref().map(|stamp| stamp.by.as_str()), Some("林澄"));
        let again = world.app.remove_person(&world.session, id, None).await.expect_err("removed already");
        assert!(matches!(again, AppError::NotFound { kind: "person" }), "{again:?}");
        let back = world.app.restore_person(&world.session, id).await.expect("restored");
        assert_eq!((back.person.removed, back.values), (None, made.values));
        world.app.remove_person(&world.session, id, None).await.expect("removed");
        world.pass(29 * 24 * 60);
        assert_eq!(world.app.tidy().await.expect("tidied").people, 0, "{}", world.name);
        world.pass(2 * 24 * 60);
        assert_eq!(world.app.tidy().await.expect("tidied").people, 1);
        let gone = world.app.person(&world.session, id).await;
        assert!(matches!(gone, Err(AppError::NotFound { .. })));
        assert!(!everything(&world).await.0.contains("星野リン"));
    }
}

#[tokio::test]
async fn erased_person_is_nowhere_and_a_restore_erases_them_again() {
    let folder = tempfile::tempdir().expect("a folder");
    for (number, world) in worlds().await.into_iter().enumerate() {
        let journal = Journal::at(folder.path().join(format!("{number}.jsonl")));
        let world = World { app: world.app.clone().noting_erasures_in(Some(journal.clone())), ..world };
        let made = entered(&world).await;
        let id = made.person.id;
        let change = PersonChange::default().say(PersonField::Note, [PersonFact::Note("Hoshino says".to_owned())]);
        world.app.change_person(&world.session, id, 1, change).await.expect("changed");
        let why = Some("Hoshino Rin left".to_owned());
        world.app.remove_person(&world.session, id, why).await.expect("removed");
        let (before, backup) = everything(&world).await;
        for text in ["星野リン", "Hoshino Rin left", "rin@example.org", "部長"] {
            assert!(before.contains(text), "{text} must be there first");
        }
        let erased = world.app.erase_person_of_organisation(&world.session, id, None).await.expect("erased");
        assert!(erased.values > 10, "{erased:?}");
        let left = ["星野", "Hoshino", "rin@example", "部長", "ほしの"];
        let (after, _) = everything(&world).await;
        for text in left {
            assert!(!after.contains(text), "{text} is still there on {}", world.name);
        }
        for file in world.files() {
            assert!(!file.windows(7).any(|piece| piece == b"Hoshino"), "the file still has the name");
        }
        assert_eq!(latest(&world, &made).await.action, "person.erase");
        let found = world.app.verify_audit(&world.session, None, None).await.expect("looked through");
        assert!(found.iter().all(|one| one.faults.is_empty()), "{found:?}");
        assert_eq!(journal.read().expect("a list"), [Forgotten::Person(erased.erasure)]);

        let into = worlds().await.remove(number);
        into.app.restore(Backup::open(Cursor::new(backup)).expect("a backup")).await.expect("restored");
        assert!(everything(&into).await.0.contains("星野リン"));
        let stranger = PersonErasure { person: uuid::Uuid::from_u128(7).into(), at: erased.erasure.at };
        let list = [erased.erasure, stranger].map(Forgotten::Person);
        assert_eq!(into.app.replay_erasures(&list).await.expect("replayed"), 1);
        assert_eq!(into.app.replay_erasures(&list).await.expect("replayed"), 0);
        let (again, _) = everything(&into).await;
        for text in left {
            assert!(!again.contains(text), "{text} came back on {}", into.name);
        }
        let found = into.app.verify_audit(&into.session, None, None).await.expect("looked through");
        assert!(found.iter().all(|one| one.faults.is_empty()), "{found:?}");
    }
}

#[tokio::test]
async fn what_is_held_on_somebody_names_what_teams_keep_of_them() {
    for world in worlds().await {
        let made = entered(&world).await;
        let held = world.app.export_people(&world.session, "RIN@example.org").await.expect("held");
        let found: Vec<_> = held.people.iter().map(|one| (&one.view, one.organisation_name.as_deref())).collect();
        assert_eq!(found, [(&made, Some("架空精機"))], "{}", world.name);
        assert_eq!(latest(&world, &made).await.action, "person.export");
        let by_id = world.app.find_people(&world.session, &made.person.id.to_string()).await.expect("held");
        assert_eq!(by_id.people, held.people);
        let erased = world.app.erase_held(&world.session, &held, None).await.expect("erased");
        assert_eq!(erased.len(), 1);
        assert_eq!(world.app.find_people(&world.session, "rin@example.org").await.expect("held").people, []);
    }
}

#[tokio::test]
async fn account_with_the_address_of_a_person_is_told_by_whoever_runs_the_installation_alone() {
    for world in worlds().await {
        let owner = world.owner().await;
        let officer = world.member(&owner, owner.team, "Rin", Role::Officer).await;
        entered(&world).await;
        let account = world.app.find_person(&world.session, "rin@example.org").await.expect("an account");
        let handed = world.app.export_person(&world.session, account.id).await.expect("held");
        assert_eq!(handed.people.len(), 1, "{}", world.name);
        assert_eq!(world.app.export_own(&officer).await.expect("held").people, []);
    }
}

#[tokio::test]
async fn people_are_cards_for_an_address_book() {
    for world in worlds().await {
        let made = entered(&world).await;
        let cards = world.app.people_cards(&world.session, made.person.organisation).await.expect("cards");
        let expected = [
            "BEGIN:VCARD",
            "VERSION:4.0",
            &format!("UID:urn:uuid:{}", made.person.id),
            "FN;LANGUAGE=ja:星野リン",
            "N;SORT-AS=\"ほしのりん\":星野リン;;;;",
            "FN;LANGUAGE=ja-Latn:Hoshino Rin",
            "EMAIL:rin@example.org",
            "LANG:zh-Hans",
            "TITLE;LANGUAGE=ja:部長",
            "ORG:架空精機",
            "END:VCARD",
            "",
        ];
        assert_eq!(cards, expected.join("\r\n"), "{}", world.name);
    }
}
