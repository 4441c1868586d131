//! Values of organisations: zones, rankings, branches, and changes that are taken back.

use crate::world::{World, worlds};
use samesky_app::organisations::{
    Belonging, BelongsAs, Fact, FactChange, FactField, FactSource, NameKind, OrganisationName, Ranking, Settlement,
    is_undoable,
};
use samesky_app::{AppError, Page};
use samesky_model::id::OrganisationId;

fn name(text: &str) -> Fact {
    Fact::Name(OrganisationName { text: text.to_owned(), language: None, kind: NameKind::Legal, reading: None })
}

fn named(text: &str) -> FactChange {
    FactChange::default().say(FactField::Name, [name(text)])
}

fn size(text: &str) -> FactChange {
    FactChange::default().say(FactField::Size, [Fact::Size(text.to_owned())])
}

fn ranking(year: i16, rank: i32) -> Fact {
    Fact::Ranking(Ranking { list: " 架空500 ".to_owned(), year, rank, source: Some(" ".to_owned()) })
}

fn problem(error: &AppError) -> Vec<(String, &'static str)> {
    match error {
        AppError::Invalid(fields) => fields.iter().map(|field| (field.name.clone(), field.problem)).collect(),
        other => panic!("{other:?}"),
    }
}

async fn made(world: &World, text: &str) -> OrganisationId {
    world.app.add_organisation(&world.session, named(text)).await.expect("added").organisation.id
}

#[tokio::test]
async fn zone_and_ranking_are_kept_tidy_and_what_is_no_year_is_refused() {
    for world in worlds().await {
        let id = made(&world, "甲").await;
        let since = "2021-05".parse().ok();
        let zone = |name: &str, place: Option<&str>| {
            Fact::Zone(Settlement { name: name.to_owned(), place: place.map(str::to_owned), since })
        };
        let said = FactChange::default()
            .say(FactField::Zone, [zone(" 架空园区 ", Some(" 架空市 "))])
            .say(FactField::Ranking, [ranking(2023, 15), ranking(2024, 12)]);
        let view = world.app.change_organisation(&world.session, id, 1, said).await.expect("changed");
        let kept: Vec<_> = view.facts.into_iter().skip(1).map(|kept| kept.fact).collect();
        let tidy = |year, rank| Fact::Ranking(Ranking { list: "架空500".to_owned(), year, rank, source: None });
        assert_eq!(kept, [zone("架空园区", Some("架空市")), tidy(2023, 15), tidy(2024, 12)], "{}", world.name);
        let said = FactChange::default()
            .say(FactField::Zone, [zone(" ", None)])
            .say(FactField::Ranking, [ranking(24, 1), ranking(2024, 0)]);
        let error = world.app.change_organisation(&world.session, id, 2, said).await.expect_err("wrong");
        let expected = [("zones", "value-missing"), ("rankings", "no-year"), ("rankings", "no-rank")];
        assert_eq!(problem(&error), expected.map(|(name, problem)| (name.to_owned(), problem)));
    }
}

#[tokio::test]
async fn change_taken_back_brings_values_and_their_stamps_back_and_can_be_taken_back_itself() {
    for world in worlds().await {
        let id = made(&world, "甲").await;
        let before = world.app.organisation(&world.session, id).await.expect("there");
        let said = named("乙").say(FactField::Size, [Fact::Size("大型".to_owned())]);
        let changed = world.app.change_organisation(&world.other(), id, 1, said).await.expect("changed");
        let undone = world.app.undo_organisation_change(&world.session, id, 2).await.expect("undone");
        assert_eq!((undone.facts, undone.organisation.version), (before.facts, 3), "{}", world.name);
        assert_eq!(undone.organisation.names, before.organisation.names);
        let again = world.app.undo_organisation_change(&world.session, id, 3).await.expect("redone");
        assert_eq!((&again.facts, again.organisation.version), (&changed.facts, 4));
        assert!(again.facts.iter().all(|kept| kept.source == FactSource::Officer));
        let late = world.app.undo_organisation_change(&world.session, id, 3).await.expect_err("too late");
        assert!(matches!(late, AppError::Conflict { version: 4, .. }), "{late:?}");
    }
}

#[tokio::test]
async fn organisation_that_was_only_added_has_nothing_to_undo() {
    for world in worlds().await {
        let id = made(&world, "甲").await;
        let error = world.app.undo_organisation_change(&world.session, id, 1).await.expect_err("nothing");
        assert_eq!(problem(&error), [("change".to_owned(), "nothing-to-undo")]);
        let record = world.app.organisation(&world.session, id).await.expect("there").organisation;
        let latest = world.audit().await.into_iter().find(|one| one.record == id.0).expect("a trace");
        assert!(!is_undoable(&record, &latest));
    }
}

#[tokio::test]
async fn conflict_names_who_was_faster() {
    for world in worlds().await {
        let id = made(&world, "甲").await;
        world.app.change_organisation(&world.other(), id, 1, size("大型")).await.expect("changed");
        let late = world.app.change_organisation(&world.session, id, 1, size("小型")).await.expect_err("too late");
        let AppError::Conflict { by, at, version, .. } = late else { panic!("{late:?}") };
        assert_eq!((by.as_str(), at.is_some(), version), ("星野", true, 2), "{}", world.name);
    }
}

#[tokio::test]
async fn change_that_leaves_no_name_is_refused() {
    for world in worlds().await {
        let id = made(&world, "甲").await;
        let said = FactChange::default().say(FactField::Name, []).say(FactField::Size, [Fact::Size("大型".to_owned())]);
        let error = world.app.change_organisation(&world.session, id, 1, said).await.expect_err("nameless");
        assert_eq!(problem(&error), [("names".to_owned(), "name-missing")], "{}", world.name);
        let record = world.app.organisation(&world.session, id).await.expect("there").organisation;
        assert_eq!(record.version, 1);
    }
}

#[tokio::test]
async fn branches_and_affiliates_are_listed_with_how_they_belong() {
    for world in worlds().await {
        let group = made(&world, "甲集团").await;
        let mut expected = Vec::new();
        for (text, how) in [("甲分公司", BelongsAs::Branch), ("甲子公司", BelongsAs::Affiliate)] {
            let id = made(&world, text).await;
            let belonging = Fact::Parent(Belonging { organisation: group, how });
            let said = FactChange::default().say(FactField::Parent, [belonging]);
            let view = world.app.change_organisation(&world.session, id, 1, said).await.expect("changed");
            expected.push((view.organisation, how));
        }
        let children = world.app.organisation(&world.session, group).await.expect("there").children;
        let found: Vec<_> = children.some.into_iter().map(|child| (child.organisation, child.how)).collect();
        assert_eq!((found, children.total), (expected, 2), "{}", world.name);
        let alone = world
            .app
            .organisations(&world.session, &samesky_app::ledger::OrganisationFilter::default(), &Page::default())
            .await;
        let child = alone.expect("listed").items.into_iter().find(|one| one.id != group).expect("a child");
        assert_eq!(world.app.organisation(&world.session, child.id).await.expect("there").children.total, 0);
    }
}
