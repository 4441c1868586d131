//! Adding an organisation quickly: what may be the same is said before, and what was added can be taken back.

use crate::accounts::problem;
use crate::merging::organisation;
use crate::world::{World, worlds};
use samesky_app::organisations::{
    Addition, Fact, FactChange, FactField, NameKind, NumberVerdict, OrganisationName, OrganisationNumber, PairVerdict,
    Party,
};
use samesky_model::id::OrganisationId;
use samesky_model::record::{Belonging, BelongsAs, Role};

const NUMBER: &str = "1180301018771";

fn named(text: &str) -> FactChange {
    let (text, language, kind, reading) = (text.to_owned(), None, NameKind::Legal, None);
    FactChange::default().say(FactField::Name, [Fact::Name(OrganisationName { text, language, kind, reading })])
}

fn numbered(text: &str) -> FactChange {
    let (scheme, value) = ("jp-corporate-number".to_owned(), NUMBER.to_owned());
    let number = OrganisationNumber { scheme, value, verdict: NumberVerdict::Unchecked };
    named(text).say(FactField::Identifier, [Fact::Identifier(number)])
}

async fn add(world: &World, said: FactChange) -> OrganisationId {
    world.app.add_organisation(&world.session, said).await.expect("added").organisation.id
}

async fn likely(world: &World, names: &[&str], number: Option<&str>) -> Vec<(OrganisationId, PairVerdict)> {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    let identifiers = number.map(|value| ("jp-corporate-number".to_owned(), value.to_owned())).into_iter().collect();
    let party = Party { names, identifiers, place: None };
    let found = world.app.likely_organisations(&world.session, party).await.expect("asked");
    found.into_iter().map(|one| (one.record.id, one.verdict)).collect()
}

#[tokio::test]
async fn name_that_is_typed_finds_what_it_may_mean_across_scripts_and_known_names() {
    for world in worlds().await {
        let precision = add(&world, named("深圳市虚构云栖精机有限公司")).await;
        let heavy = add(&world, named("三菱重工業株式会社")).await;
        add(&world, named("架空食品有限公司")).await;
        assert_eq!(likely(&world, &["深圳市虚构云栖精机"], None).await, [(precision, PairVerdict::Same)]);
        assert_eq!(likely(&world, &["虛構雲棲精機"], None).await[0].0, precision, "{}", world.name);
        for written in ["三菱重工业", "Mitsubishi Heavy Industries", "Mitsubishi Heavy Industries, Ltd."] {
            assert_eq!(likely(&world, &[written], None).await, [(heavy, PairVerdict::Same)], "{written}");
        }
        assert_eq!(likely(&world, &["鑫鑫"], None).await, []);
        assert_eq!(likely(&world, &[""], None).await, []);
    }
}

#[tokio::test]
async fn number_that_is_typed_finds_its_record_whatever_it_is_called() {
    for world in worlds().await {
        let kept = add(&world, numbered("架空精机")).await;
        assert_eq!(likely(&world, &["Wholly Other"], Some("1180301018771.0")).await, [(kept, PairVerdict::Same)]);
        assert_eq!(likely(&world, &[], Some(NUMBER)).await, [(kept, PairVerdict::Same)], "{}", world.name);
    }
}

#[tokio::test]
async fn organisation_that_is_known_is_added_only_when_somebody_insists() {
    for world in worlds().await {
        let kept = add(&world, named("架空精密机械有限公司")).await;
        let before = world.audit().await.len();
        let asked = world.app.add_organisation_if_new(&world.session, named("架空精密机械")).await.expect("asked");
        let Addition::Known(known) = asked else { panic!("{asked:?}") };
        assert_eq!(known.iter().map(|one| one.record.id).collect::<Vec<_>>(), [kept], "{}", world.name);
        assert_eq!(world.audit().await.len(), before);
        let fresh = world.app.add_organisation_if_new(&world.session, named("虚构食品有限公司")).await.expect("asked");
        assert!(matches!(fresh, Addition::Made(_)), "{fresh:?}");
        add(&world, named("架空精密机械")).await;
        assert_eq!(likely(&world, &["架空精密机械"], None).await.len(), 2);
    }
}

#[tokio::test]
async fn addition_is_taken_back_whole_and_leaves_its_trace_in_the_audit() {
    for world in worlds().await {
        let id = add(&world, numbered("架空精机")).await;
        add(&world, named("架空精密机械有限公司")).await;
        world.app.look_for_duplicates(&world.session, 10).await.expect("looked");
        world.app.take_back_addition(&world.session, id, 1).await.expect("taken back");
        assert_eq!(world.actions_since(world.audit().await.len() - 1).await, ["organisation.take_back"]);
        let gone = world.app.organisation(&world.session, id).await.expect_err("gone");
        assert_eq!(problem(gone), "no organisation", "{}", world.name);
        assert_eq!(likely(&world, &["Wholly Other"], Some(NUMBER)).await, []);
        let again = world.app.take_back_addition(&world.session, id, 1).await.expect_err("gone");
        assert_eq!(problem(again), "no organisation");
        add(&world, numbered("架空精机")).await;
    }
}

#[tokio::test]
async fn addition_that_was_changed_or_is_used_by_now_stays() {
    for world in worlds().await {
        let told = add(&world, named("架空精机")).await;
        let announced = world.state("a", "2020-01-02", vec![organisation("架空精机")]).await;
        world.accept_all(announced).await;
        let view = world.app.organisation(&world.session, told).await.expect("there");
        let refused = world.app.take_back_addition(&world.session, told, view.organisation.version).await;
        assert!(["is-used", "nothing-to-undo"].contains(&problem(refused.expect_err("used")).as_str()));
        let changed = add(&world, named("虚构食品")).await;
        let said = FactChange::default().say(FactField::Note, [Fact::Note("x".to_owned())]);
        world.app.change_organisation(&world.session, changed, 1, said).await.expect("changed");
        let old = world.app.take_back_addition(&world.session, changed, 1).await;
        assert_eq!(problem(old.expect_err("changed")), "conflict organisation", "{}", world.name);
        let new = world.app.take_back_addition(&world.session, changed, 2).await;
        assert_eq!(problem(new.expect_err("changed")), "nothing-to-undo");
        let parent = add(&world, named("虚构集团")).await;
        let belongs = Belonging { organisation: parent, how: BelongsAs::Branch };
        add(&world, named("架空分公司").say(FactField::Parent, [Fact::Parent(belongs)])).await;
        let used = world.app.take_back_addition(&world.session, parent, 1).await;
        assert_eq!(problem(used.expect_err("has a branch")), "is-used");
    }
}

#[tokio::test]
async fn viewer_reads_what_is_likely_and_neither_adds_nor_takes_back() {
    for world in worlds().await {
        let id = add(&world, named("架空精机")).await;
        let owner = world.owner().await;
        let viewer = world.member(&owner, owner.team, "Sieht", Role::Viewer).await;
        let added = world.app.add_organisation_if_new(&viewer, named("架空精机")).await;
        assert_eq!(problem(added.expect_err("a viewer")), "forbidden write", "{}", world.name);
        let back = world.app.take_back_addition(&viewer, id, 1).await;
        assert_eq!(problem(back.expect_err("a viewer")), "forbidden write");
    }
}
