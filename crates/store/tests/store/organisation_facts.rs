//! What officers and lists say of organisations.

use crate::scene::{Scene, scenes};
use samesky_model::id::{OrganisationId, OrganisationImportId};
use samesky_model::record::{Fact, FactSource, KeptFact, OrganisationRecord};
use samesky_store::organisation::{self, fact};
use samesky_testkit::sample;
use std::collections::HashMap;

async fn organisations(scene: &Scene, count: usize) -> Vec<OrganisationId> {
    let announcement = scene.announcements(1, 0).await.remove(0).id;
    let tx = scene.store.write().await.expect("a turn");
    let mut ids = Vec::new();
    for _ in 0..count {
        let one = sample::organisation(&scene.ids, scene.team, announcement);
        organisation::insert(&tx, &one).await.expect("inserted");
        ids.push(one.id);
    }
    tx.commit().await.expect("committed");
    ids
}

async fn replace(scene: &Scene, facts: &[(OrganisationId, Vec<KeptFact>)]) {
    let tx = scene.store.write().await.expect("a turn");
    fact::replace(&tx, scene.team, facts).await.expect("replaced");
    tx.commit().await.expect("committed");
}

fn import_of(facts: &[KeptFact]) -> OrganisationImportId {
    let import = |kept: &KeptFact| match kept.source {
        FactSource::Import { import, .. } => Some(import),
        FactSource::Officer => None,
    };
    facts.iter().find_map(import).expect("a value of a list")
}

#[tokio::test]
async fn values_come_back_in_their_order_with_their_sources() {
    for scene in scenes().await {
        let ids = organisations(&scene, 2).await;
        let facts = sample::organisation_facts(&scene.ids);
        replace(&scene, &[(ids[0], facts.clone())]).await;
        let found = fact::of(&scene.store, scene.team, &ids).await.expect("read");
        assert_eq!(found, HashMap::from([(ids[0], facts.clone())]), "{}", scene.database.name);
        replace(&scene, &[(ids[0], facts[2..].to_vec()), (ids[1], facts[..1].to_vec())]).await;
        assert_eq!(fact::of_one(&scene.store, scene.team, ids[0]).await.expect("read"), facts[2..]);
        assert_eq!(fact::of_one(&scene.store, scene.team, ids[1]).await.expect("read"), facts[..1]);
    }
}

#[tokio::test]
async fn numbers_lead_to_their_organisations_and_imports_to_what_they_gave() {
    for scene in scenes().await {
        let ids = organisations(&scene, 2).await;
        let facts = sample::organisation_facts(&scene.ids);
        replace(&scene, &[(ids[0], facts.clone()), (ids[1], facts.clone())]).await;
        let asked = ["jp-corporate-number:1180301018771".to_owned(), "lei:x".to_owned()];
        let found = fact::by_lookup(&scene.store, scene.team, &asked).await.expect("looked up");
        let mut both = ids.clone();
        both.sort_unstable();
        assert_eq!(found, HashMap::from([(asked[0].clone(), both.clone())]), "{}", scene.database.name);
        let given = fact::of_import(&scene.store, scene.team, import_of(&facts)).await.expect("looked up");
        assert_eq!(given, both);
        let other = scene.ids.next();
        assert_eq!(fact::by_lookup(&scene.store, other, &asked).await.expect("looked up"), HashMap::new());
        assert_eq!(fact::of(&scene.store, other, &ids).await.expect("read"), HashMap::new());
        assert_eq!(fact::of_import(&scene.store, other, import_of(&facts)).await.expect("looked up"), []);
    }
}

#[tokio::test]
async fn country_and_readings_are_kept_and_readings_are_looked_for() {
    for scene in scenes().await {
        let id = organisations(&scene, 1).await[0];
        let before = organisation::get(&scene.store, scene.team, id).await.expect("there");
        let readings = vec!["カクウセイキ".to_owned(), "Jiakong".to_owned()];
        let after = OrganisationRecord { country: Some("JP".to_owned()), readings, version: 2, ..before };
        let tx = scene.store.write().await.expect("a turn");
        organisation::update(&tx, &after, 1).await.expect("updated");
        tx.commit().await.expect("committed");
        assert_eq!(organisation::get(&scene.store, scene.team, id).await.expect("there"), after);
        let filter = organisation::OrganisationFilter { text_contains: Some("jiak".to_owned()), ..Default::default() };
        let page = samesky_store::Page::default();
        let found = organisation::list(&scene.store, scene.team, &filter, &page).await.expect("listed");
        assert_eq!(found.items, [after], "{}", scene.database.name);
    }
}

#[test]
fn only_numbers_and_parents_are_looked_up() {
    assert_eq!(Fact::Country("JP".to_owned()).lookup(), None);
}
