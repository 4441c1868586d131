//! People of organisations.

use crate::scene::{Scene, scenes};
use samesky_model::id::OrganisationId;
use samesky_model::record::{KeptPersonFact, Person, PersonErasure};
use samesky_store::StoreError;
use samesky_store::organisation::{self, person};
use samesky_testkit::sample;

async fn kept(scene: &Scene) -> (OrganisationId, Person, Vec<KeptPersonFact>) {
    let announcement = scene.announcements(1, 0).await.remove(0).id;
    let one = sample::organisation(&scene.ids, scene.team, announcement);
    let (someone, facts) = sample::person(&scene.ids, scene.team, one.id);
    let tx = scene.store.write().await.expect("a turn");
    organisation::insert(&tx, &one).await.expect("inserted");
    person::insert(&tx, &someone, &facts).await.expect("inserted");
    tx.commit().await.expect("committed");
    (one.id, someone, facts)
}

#[tokio::test]
async fn person_comes_back_with_values_and_is_not_there_for_another_team() {
    for scene in scenes().await {
        let (organisation, someone, facts) = kept(&scene).await;
        let whole = (someone.clone(), facts);
        let store = &scene.store;
        assert_eq!(person::get(store, scene.team, someone.id).await.expect("there"), whole, "{}", scene.database.name);
        let all = person::of_organisation(store, scene.team, organisation).await.expect("listed");
        assert_eq!(all, [whole.clone()]);
        let other = scene.ids.next();
        assert!(matches!(person::get(store, other, someone.id).await, Err(StoreError::NotFound { .. })));
        assert_eq!(person::of_organisation(store, other, organisation).await.expect("listed"), []);
        assert!(person::is_any(store, organisation).await.expect("asked"));
        assert_eq!(person::by_email(store, " hoshino@EXAMPLE.org ").await.expect("found"), [whole]);
        assert_eq!(person::by_email(store, "lin@example.org").await.expect("found"), []);
    }
}

#[tokio::test]
async fn person_is_written_anew_once_a_version() {
    for scene in scenes().await {
        let (_, someone, facts) = kept(&scene).await;
        let changed = Person { removed: None, ..someone.clone() };
        for expected in [true, false] {
            let tx = scene.store.write().await.expect("a turn");
            let done = person::update(&tx, &changed, &facts[..1], 1).await;
            assert_eq!(done.is_ok(), expected, "{}: {done:?}", scene.database.name);
            tx.commit().await.expect("committed");
        }
        let (after, left) = person::get(&scene.store, scene.team, someone.id).await.expect("there");
        assert_eq!((after, left.as_slice()), (Person { version: 2, ..changed }, &facts[..1]));
    }
}

#[tokio::test]
async fn person_removed_long_ago_is_found_and_erased_and_known_to_be_erased() {
    for scene in scenes().await {
        let (organisation, someone, _) = kept(&scene).await;
        let store = &scene.store;
        let before = async |second| person::removed_before(store, sample::stamp(second).at).await.expect("asked");
        assert_eq!((before(5).await, before(6).await), (Vec::new(), vec![someone.clone()]));
        let erasure = PersonErasure { person: someone.id, at: sample::stamp(9).at };
        let tx = store.write().await.expect("a turn");
        person::erase(&tx, &erasure).await.expect("erased");
        person::erase(&tx, &erasure).await.expect("nothing more");
        tx.commit().await.expect("committed");
        assert!(!person::is_any(store, organisation).await.expect("asked"), "{}", scene.database.name);
        assert!(person::is_erased(store, someone.id).await.expect("asked"));
        assert_eq!(person::erasures(store).await.expect("listed"), [erasure]);
    }
}
