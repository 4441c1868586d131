//! "Not the same", once said by an officer, is asked by everything that links by a name.

use crate::merging::organisation;
use crate::world::{World, worlds};
use samesky_app::ledger::Link;
use samesky_app::organisations::list::{List, ListOptions, ListReport, Progress, RowOutcome};
use samesky_app::organisations::{Fact, FactChange, FactField, NameKind, OrganisationName, PairAnswer};
use samesky_model::id::OrganisationId;

const FULL: &str = "架空精密机械有限公司";
const SHORT: &str = "架空精机";

async fn add(world: &World, names: &[&str]) -> OrganisationId {
    let name = |text: &&str| {
        let (text, kind) = ((*text).to_owned(), NameKind::Legal);
        Fact::Name(OrganisationName { text, language: None, kind, reading: None })
    };
    let said = FactChange::default().say(FactField::Name, names.iter().map(name));
    world.app.add_organisation(&world.session, said).await.expect("added").organisation.id
}

/// Two records that bear the short name, said to be two.
async fn two(world: &World) -> [OrganisationId; 2] {
    let two = [add(world, &[FULL, SHORT]).await, add(world, &["架空精细化工有限公司", SHORT]).await];
    say(world, two, PairAnswer::Apart).await;
    two
}

async fn say(world: &World, [one, other]: [OrganisationId; 2], answer: PairAnswer) {
    world.app.answer_duplicate(&world.session, (one, other), answer, None).await.expect("said");
}

async fn import(world: &World, name: &str) -> ListReport {
    let bytes = format!("企业名称,电话\n{name},020-1\n").into_bytes();
    let list = List { file_name: "a.csv".to_owned(), bytes, sheet: None, mapping: None };
    let (options, progress) = (ListOptions { dry_run: true, ..ListOptions::default() }, Progress::default());
    world.app.import_organisations(&world.session, list, options, &progress).await.expect("looked at")
}

#[tokio::test]
async fn claim_whose_name_belongs_to_two_that_are_apart_waits_for_a_choice() {
    for world in worlds().await {
        let [one, other] = two(&world).await;
        let told = world.state("a", "2020-01-02", vec![organisation(SHORT)]).await;
        let claim = world.claim(told, SHORT).await;
        let link = world.app.claim_link(&world.session, claim.id).await.expect("a link");
        assert_eq!((link.record, link.is_unclear, link.is_linked), (None, true, false), "{}", world.name);
        world.accept_all(told).await;
        assert_eq!(world.claim(told, SHORT).await.record, None);
        let mut near: Vec<_> = link.candidates.iter().map(|one| one.record.id).collect();
        near.sort();
        assert_eq!(near, [one, other]);
        world.app.choose_organisation(&world.session, claim.id, Link::To(other)).await.expect("chosen");
        let link = world.app.claim_link(&world.session, claim.id).await.expect("a link");
        assert_eq!((link.record.map(|one| one.id), link.is_unclear), (Some(other), false));
        assert_eq!(world.claim(told, SHORT).await.record, Some(other.0));
    }
}

#[tokio::test]
async fn claim_whose_name_belongs_to_one_of_them_alone_is_linked_as_ever() {
    for world in worlds().await {
        let [one, _] = two(&world).await;
        let told = world.state("a", "2020-01-02", vec![organisation(FULL)]).await;
        world.accept_all(told).await;
        assert_eq!(world.claim(told, FULL).await.record, Some(one.0), "{}", world.name);
    }
}

#[tokio::test]
async fn answer_that_is_taken_back_links_by_the_name_again() {
    for world in worlds().await {
        let pair = two(&world).await;
        say(&world, pair, PairAnswer::Open).await;
        let told = world.state("a", "2020-01-02", vec![organisation(SHORT)]).await;
        world.accept_all(told).await;
        let record = world.claim(told, SHORT).await.record;
        assert!(pair.iter().any(|id| Some(id.0) == record), "{}", world.name);
    }
}

#[tokio::test]
async fn row_that_means_one_by_the_rules_and_bears_the_name_of_its_twin_is_doubtful() {
    for world in worlds().await {
        // One name with its form, one without: the rules call the two one record, an officer knows better.
        let (one, other) = (add(&world, &["虚构星河科技有限公司"]).await, add(&world, &["虚构星河科技"]).await);
        say(&world, [one, other], PairAnswer::Apart).await;
        let report = import(&world, "虚构星河科技").await;
        let row = &report.rows[0];
        assert_eq!((row.outcome, row.id), (RowOutcome::Doubtful, None), "{report:?}");
        say(&world, [one, other], PairAnswer::Open).await;
        add(&world, &["架空别家有限公司"]).await;
        assert!(!report.rows[0].messages.is_empty(), "{}", world.name);
    }
}
