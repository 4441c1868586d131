//! Which records may be one, and which record a claim is given.

use crate::accounts::problem;
use crate::merging::organisation;
use crate::world::{World, worlds};
use samesky_app::Page;
use samesky_app::ledger::{Link, OrganisationFilter};
use samesky_app::organisations::duplicates::{DuplicateCounts, Looked};
use samesky_app::organisations::merge::Merging;
use samesky_app::organisations::{
    Fact, FactChange, FactField, NameKind, OrganisationName, OrganisationNumber, PairAnswer, PairVerdict, Party,
};
use samesky_app::review::Decision;
use samesky_app::sharing::ShareWith;
use samesky_model::id::OrganisationId;
use samesky_model::reading::OrganisationKind;
use samesky_model::record::{Facts, NumberVerdict, RecordRef, Role, Scope, Shareable};

async fn add(world: &World, text: &str) -> OrganisationId {
    let (text, language, kind, reading) = (text.to_owned(), None, NameKind::Legal, None);
    let said =
        FactChange::default().say(FactField::Name, [Fact::Name(OrganisationName { text, language, kind, reading })]);
    world.app.add_organisation(&world.session, said).await.expect("added").organisation.id
}

async fn look(world: &World) -> Looked {
    world.app.look_for_duplicates(&world.session, 1_000).await.expect("looked")
}

/// Pairs with this answer: the two names in order, and the verdict.
async fn pairs(world: &World, answer: PairAnswer) -> Vec<([String; 2], PairVerdict)> {
    let found = world.app.duplicates(&world.session, answer, &Page::default()).await.expect("listed");
    let of = |names: &[samesky_model::record::WrittenName]| names[0].text.clone();
    let sorted = |mut names: [String; 2]| {
        names.sort();
        names
    };
    let mut pairs: Vec<_> =
        found.items.iter().map(|one| (sorted([of(&one.one.names), of(&one.other.names)]), one.pair.verdict)).collect();
    pairs.sort();
    pairs
}

fn both(one: &str, other: &str) -> [String; 2] {
    let mut names = [one.to_owned(), other.to_owned()];
    names.sort();
    names
}

#[tokio::test]
async fn queue_has_pairs_that_may_be_one_and_looks_at_what_is_new_only() {
    for world in worlds().await {
        add(&world, "架空精机").await;
        add(&world, "架空精密机械有限公司").await;
        add(&world, "虚构食品有限公司").await;
        assert_eq!(look(&world).await, Looked { looked: 3, left: 0 }, "{}", world.name);
        let expected = vec![(both("架空精机", "架空精密机械有限公司"), PairVerdict::Ask)];
        assert_eq!(pairs(&world, PairAnswer::Open).await, expected);
        assert_eq!(look(&world).await, Looked { looked: 0, left: 0 });
        add(&world, "虚构食品股份有限公司").await;
        assert_eq!(look(&world).await, Looked { looked: 1, left: 0 });
        assert_eq!(pairs(&world, PairAnswer::Open).await.len(), 2);
    }
}

#[tokio::test]
async fn answered_pair_leaves_the_queue_for_good() {
    for world in worlds().await {
        let (one, other) = (add(&world, "架空精机").await, add(&world, "架空精密机械有限公司").await);
        look(&world).await;
        let said =
            world.app.answer_duplicate(&world.session, (other, one), PairAnswer::Apart, None).await.expect("said");
        assert_eq!(said.answered.as_ref().map(|stamp| stamp.by.as_str()), Some("林澄"));
        assert_eq!(world.actions_since(world.audit().await.len() - 1).await, ["organisation.apart"]);
        let version = world.app.organisation(&world.session, one).await.expect("there").organisation.version;
        let place = FactChange::default().say(FactField::Place, [Fact::Place("架空市".to_owned())]);
        world.app.change_organisation(&world.session, one, version, place).await.expect("changed");
        look(&world).await;
        assert_eq!(pairs(&world, PairAnswer::Open).await, [], "{}", world.name);
        assert_eq!(pairs(&world, PairAnswer::Apart).await.len(), 1);
        let counts = world.app.duplicate_counts(&world.session).await.expect("counted");
        assert_eq!(counts, DuplicateCounts { open: 0, later: 0, apart: 1, left: 0 });
        world.app.answer_duplicate(&world.session, (one, other), PairAnswer::Open, None).await.expect("open again");
        assert_eq!(pairs(&world, PairAnswer::Open).await.len(), 1);
        let itself = world.app.answer_duplicate(&world.session, (one, one), PairAnswer::Apart, None).await;
        assert_eq!(problem(itself.expect_err("one record")), "merge-needs-others");
    }
}

#[tokio::test]
async fn merged_names_mean_one_organisation_for_that_team_alone() {
    for world in worlds().await {
        let (one, other) = (add(&world, "苍穹虚构工业").await, add(&world, "Fictitious Zenith Works").await);
        let ask = async |session| {
            let party = Party { names: vec!["Fictitious Zenith Works Ltd".to_owned()], ..Party::default() };
            let found = world.app.likely_organisations(session, party).await.expect("asked");
            found.into_iter().map(|one| (one.record.id, one.verdict)).collect::<Vec<_>>()
        };
        assert_ne!(ask(&world.session).await.first(), Some(&(one, PairVerdict::Same)), "{}", world.name);
        let merging = Merging { others: vec![(other, 1)], ..Merging::default() };
        let merge = world.app.merge_organisations(&world.session, (one, 1), merging).await.expect("merged");
        assert_eq!(ask(&world.session).await, [(one, PairVerdict::Same)]);
        let owner = world.owner().await;
        let team = world.team(&owner, owner.team, "West").await;
        let west = world.member(&owner, team, "West", Role::Officer).await;
        assert_eq!(ask(&west).await, []);
        world.app.undo_merge(&owner, merge.id).await.expect("undone");
        assert_eq!(ask(&owner).await.first().map(|(id, _)| *id), Some(other));
    }
}

#[tokio::test]
async fn claim_shows_candidates_and_goes_where_an_officer_says_before_it_is_decided() {
    for world in worlds().await {
        let kept = add(&world, "架空暗号").await;
        let told = world.bring("架空暗号株式会社出席虚构合作对接会。", "zh-Hans", "2020-01-02").await;
        let claim = world.claim(told, "架空暗号株式会社").await;
        let link = world.app.claim_links(&world.session, told).await.expect("links").remove(0);
        assert_eq!((link.claim, link.record, link.is_linked, link.is_chosen), (claim.id, None, false, false));
        let near: Vec<_> = link.candidates.iter().map(|one| one.record.id).collect();
        assert_eq!(near, [kept], "{}", world.name);
        assert!(!link.candidates[0].evidence.is_empty());
        world.app.choose_organisation(&world.session, claim.id, Link::To(kept)).await.expect("chosen");
        let link = world.app.claim_link(&world.session, claim.id).await.expect("a link");
        assert_eq!((link.record.map(|one| one.id), link.is_chosen, link.candidates.len()), (Some(kept), true, 0));
        world.accept_all(told).await;
        assert_eq!(world.claim(told, "架空暗号株式会社").await.record, Some(kept.0));
    }
}

#[tokio::test]
async fn taken_claim_changes_hands_and_stays_where_it_was_put() {
    for world in worlds().await {
        let kept = add(&world, "架空精机").await;
        let told = world.state("a", "2020-01-02", vec![organisation("架空精机")]).await;
        world.accept_all(told).await;
        let claim = world.claim(told, "架空精机").await;
        assert_eq!(claim.record, Some(kept.0));
        let own = world.app.choose_organisation(&world.session, claim.id, Link::New).await.expect("its own");
        assert!(own.record.is_some() && own.record != Some(kept.0), "{}", world.name);
        assert_eq!(world.app.organisation(&world.session, kept).await.expect("there").sources.len(), 0);
        world.decide(&claim, Decision::Reject, Some("错")).await;
        world.decide(&claim, Decision::Accept, None).await;
        assert_eq!(world.claim(told, "架空精机").await.record, own.record);
        let again = world.app.choose_organisation(&world.session, claim.id, Link::ByName).await.expect("by name");
        assert_eq!(again.record, Some(kept.0));
        assert_eq!(world.audit().await.iter().filter(|one| one.action == "claim.link").count(), 2);
    }
}

#[tokio::test]
async fn others_see_neither_queue_nor_candidates_nor_counts() {
    for world in worlds().await {
        let (one, other) = (add(&world, "架空精机").await, add(&world, "架空精密机械有限公司").await);
        look(&world).await;
        let told = world.state("a", "2020-01-02", vec![organisation("架空精机")]).await;
        let claim = world.claim(told, "架空精机").await;
        let owner = world.owner().await;
        let team = world.team(&owner, owner.team, "West").await;
        let west = world.member(&owner, team, "West", Role::Owner).await;
        let counts = world.app.duplicate_counts(&west).await.expect("counted");
        assert_eq!(counts, DuplicateCounts::default(), "{}", world.name);
        let listed = world.app.duplicates(&west, PairAnswer::Open, &Page::default()).await.expect("listed");
        assert_eq!((listed.items, listed.total), (Vec::new(), 0));
        let party = Party { names: vec!["架空精机".to_owned()], ..Party::default() };
        assert_eq!(world.app.likely_organisations(&west, party).await.expect("asked"), []);
        let said = world.app.answer_duplicate(&west, (one, other), PairAnswer::Apart, None).await;
        assert_eq!(problem(said.expect_err("hidden")), "no organisation");
        let chosen = world.app.choose_organisation(&west, claim.id, Link::New).await;
        assert_eq!(problem(chosen.expect_err("hidden")), "no claim");
        assert_eq!(problem(world.app.merges(&west, one).await.expect_err("hidden")), "no organisation");
        let viewer = world.member(&owner, owner.team, "Sieht", Role::Viewer).await;
        assert_eq!(problem(world.app.look_for_duplicates(&viewer, 10).await.expect_err("a viewer")), "forbidden write");
    }
}

#[tokio::test]
async fn other_team_sees_name_kind_place_and_numbers_of_a_shared_organisation_and_nothing_else() {
    for world in worlds().await {
        let id = add(&world, "架空精机").await;
        let number = OrganisationNumber {
            scheme: "jp-corporate-number".to_owned(),
            value: "1180301018771".to_owned(),
            verdict: NumberVerdict::Holds,
        };
        let said = FactChange::default()
            .say(FactField::Place, [Fact::Place("架空市".to_owned())])
            .say(FactField::Identifier, [Fact::Identifier(number.clone())])
            .say(FactField::Note, [Fact::Note("绝密".to_owned())])
            .say(FactField::Phone, [Fact::Phone("0591-0".to_owned())])
            .say(FactField::Size, [Fact::Size("大型".to_owned())]);
        world.app.change_organisation(&world.session, id, 1, said).await.expect("changed");
        let owner = world.owner().await;
        let team = world.team(&owner, owner.team, "West").await;
        let west = world.member(&owner, team, "West", Role::Owner).await;
        let record = RecordRef { kind: Shareable::Organisation, id: id.0 };
        world.app.share(&owner, record, ShareWith::Team(team)).await.expect("shared");
        let seen = world.app.shared_record(&west, record).await.expect("seen").content;
        let facts = Facts::Organisation {
            organisation_kind: OrganisationKind::Company,
            country: None,
            places: vec!["架空市".to_owned()],
            identifiers: vec![number],
        };
        assert_eq!((seen.facts, seen.figures.len(), seen.sources.len()), (facts, 0, 0), "{}", world.name);
        let filter = OrganisationFilter { scope: Scope::All, ..OrganisationFilter::default() };
        let listed = world.app.organisations(&west, &filter, &Page::default()).await.expect("listed").items;
        let one = &listed[0];
        assert_eq!((one.readings.len(), one.created.by.as_str(), listed.len()), (0, "", 1));
        let own = world.app.organisation(&west, id).await.expect_err("not own");
        assert_eq!(problem(own), "no organisation");
        let mine = add(&World { session: west.clone(), ..world.again() }, "架空精密机械有限公司").await;
        let merging = Merging { others: vec![(id, 2)], ..Merging::default() };
        let merged = world.app.merge_organisations(&west, (mine, 1), merging).await.expect_err("of another team");
        assert_eq!(problem(merged), "other-team");
        assert_eq!(world.app.look_for_duplicates(&west, 10).await.expect("looked"), Looked { looked: 1, left: 0 });
        assert_eq!(world.app.duplicate_counts(&west).await.expect("counted").open, 0);
    }
}
