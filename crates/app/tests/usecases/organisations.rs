//! Organisations that officers keep, beside what announcements tell of them.

use crate::world::{World, worlds};
use samesky_app::ledger::OrganisationFilter;
use samesky_app::organisations::{
    Fact, FactChange, FactField, FactSource, NameKind, OrganisationName, OrganisationNumber,
};
use samesky_app::{AppError, Page, Session};
use samesky_model::id::OrganisationId;
use samesky_model::reading::{OrganisationClaim, OrganisationKind};
use samesky_model::record::{Belonging, BelongsAs, Claim, NumberVerdict, OrganisationRecord, RecordState};

fn name(text: &str) -> Fact {
    Fact::Name(OrganisationName {
        text: text.to_owned(),
        language: Some("zh-Hans".to_owned()),
        kind: NameKind::Legal,
        reading: None,
    })
}

fn number(value: &str, verdict: NumberVerdict) -> Fact {
    let (scheme, value) = ("jp-corporate-number".to_owned(), value.to_owned());
    Fact::Identifier(OrganisationNumber { scheme, value, verdict })
}

fn named(text: &str) -> FactChange {
    FactChange::default().say(FactField::Name, [name(text)])
}

fn claim(name: &str, kind: OrganisationKind) -> Claim {
    Claim::Organisation(OrganisationClaim {
        id: String::new(),
        name: name.to_owned(),
        kind,
        aliases: Vec::new(),
        start: 0,
        end: 5,
        spans: Vec::new(),
        remarks: Vec::new(),
    })
}

async fn listed(world: &World) -> Vec<OrganisationRecord> {
    let all = world.app.organisations(&world.session, &OrganisationFilter::default(), &Page::default()).await;
    all.expect("listed").items
}

fn wrong(error: &AppError) -> Vec<(String, &'static str)> {
    match error {
        AppError::Invalid(fields) => fields.iter().map(|field| (field.name.clone(), field.problem)).collect(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn added_organisation_keeps_what_is_said_with_its_source_and_a_trace() {
    for world in worlds().await {
        let before = world.audit().await.len();
        let said = named(" 架空精机有限公司 ")
            .say(FactField::Country, [Fact::Country("jp".to_owned())])
            .say(FactField::Kind, [Fact::Kind(OrganisationKind::Institute)])
            .say(FactField::Identifier, [number("T1180301018771", NumberVerdict::Unchecked)]);
        let view = world.app.add_organisation(&world.session, said).await.expect("added");
        let facts: Vec<_> = view.facts.iter().map(|kept| kept.fact.clone()).collect();
        let expected = [
            name("架空精机有限公司"),
            Fact::Kind(OrganisationKind::Institute),
            Fact::Country("JP".to_owned()),
            number("1180301018771", NumberVerdict::Holds),
        ];
        assert_eq!(facts, expected, "{}", world.name);
        assert!(view.facts.iter().all(|kept| kept.source == FactSource::Officer && kept.added.by == "林澄"));
        let one = &view.organisation;
        assert_eq!((one.kind, one.country.as_deref(), one.version), (OrganisationKind::Institute, Some("JP"), 1));
        assert_eq!(world.actions_since(before).await, ["organisation.add"]);
        assert_eq!(listed(&world).await, std::slice::from_ref(one));
    }
}

#[tokio::test]
async fn change_leaves_other_fields_and_the_sources_of_what_stays() {
    for world in worlds().await {
        let said = named("架空精机有限公司").say(FactField::Place, [Fact::Place("虚构市".to_owned())]);
        let made = world.app.add_organisation(&world.session, said).await.expect("added");
        let id = made.organisation.id;
        let said = FactChange::default().say(FactField::Name, [name("架空精机有限公司"), name("架空精机")]);
        let view = world.app.change_organisation(&world.other(), id, 1, said.clone()).await.expect("changed");
        let by: Vec<_> = view.facts.iter().map(|kept| (kept.fact.clone(), kept.added.by.as_str())).collect();
        let place = Fact::Place("虚构市".to_owned());
        assert_eq!(by, [(name("架空精机有限公司"), "林澄"), (name("架空精机"), "星野"), (place, "林澄")]);
        assert_eq!(view.organisation.version, 2);
        let again = world.app.change_organisation(&world.session, id, 2, said).await.expect("nothing to do");
        assert_eq!(again, view, "{}", world.name);
        let late = world.app.change_organisation(&world.session, id, 1, named("晚")).await.expect_err("too late");
        assert!(matches!(late, AppError::Conflict { version: 2, .. }), "{late:?}");
    }
}

#[tokio::test]
async fn wrong_values_are_named_and_nothing_is_kept() {
    for world in worlds().await {
        let said = named(" ")
            .say(FactField::Country, [Fact::Country("XX".to_owned()), Fact::Country("JP".to_owned())])
            .say(FactField::Website, [Fact::Website("javascript:alert(1)".to_owned())])
            .say(FactField::Email, [Fact::Email("lin".to_owned())]);
        let error = world.app.add_organisation(&world.session, said).await.expect_err("wrong");
        let found = wrong(&error);
        let expected = [
            ("names", "value-missing"),
            ("country", "no-country-code"),
            ("websites", "no-web-address"),
            ("emails", "no-email"),
        ];
        assert_eq!(found, expected.map(|(name, problem)| (name.to_owned(), problem)));
        let nameless = world.app.add_organisation(&world.session, FactChange::default()).await.expect_err("no name");
        assert_eq!(wrong(&nameless), [("names".to_owned(), "name-missing")]);
        let two = named("甲").say(FactField::Size, ["大", "小"].map(|size| Fact::Size(size.to_owned())));
        let error = world.app.add_organisation(&world.session, two).await.expect_err("two sizes");
        assert_eq!(wrong(&error), [("size".to_owned(), "only-one")]);
        assert_eq!(listed(&world).await, [], "{}", world.name);
    }
}

#[tokio::test]
async fn number_of_another_organisation_is_refused() {
    for world in worlds().await {
        let numbered = |text| named(text).say(FactField::Identifier, [number("1180301018771", NumberVerdict::Holds)]);
        let first = world.app.add_organisation(&world.session, numbered("甲公司")).await.expect("added");
        let error = world.app.add_organisation(&world.session, numbered("乙公司")).await.expect_err("taken");
        assert_eq!(wrong(&error), [("identifiers".to_owned(), "number-taken")]);
        let id = first.organisation.id;
        world.app.change_organisation(&world.session, id, 1, numbered("甲有限公司")).await.expect("its own");
    }
}

#[tokio::test]
async fn parent_must_be_another_organisation_of_the_team() {
    for world in worlds().await {
        let parent = world.app.add_organisation(&world.session, named("甲集团")).await.expect("added").organisation;
        let below = |organisation| {
            let belonging = Belonging { organisation, how: BelongsAs::Branch };
            FactChange::default().say(FactField::Parent, [Fact::Parent(belonging)])
        };
        let child = world.app.add_organisation(&world.session, named("甲分公司")).await.expect("added").organisation;
        let view = world.app.change_organisation(&world.session, child.id, 1, below(parent.id)).await.expect("changed");
        assert_eq!(view.parent, Some(parent));
        for other in [child.id, OrganisationId(uuid::Uuid::nil())] {
            let error = world.app.change_organisation(&world.session, child.id, 2, below(other)).await;
            assert_eq!(wrong(&error.expect_err("no parent")), [("parent".to_owned(), "no-such-organisation")]);
        }
    }
}

#[tokio::test]
async fn claim_goes_to_the_organisation_of_that_name_and_what_officers_say_stays() {
    for world in worlds().await {
        let said = named("架空精机有限公司").say(FactField::Kind, [Fact::Kind(OrganisationKind::Institute)]);
        let kept = world.app.add_organisation(&world.session, said).await.expect("added").organisation;
        let told = claim("架空精机有限公司", OrganisationKind::Company);
        let id = world.state("a", "2020-01-02", vec![told]).await;
        world.accept_all(id).await;
        let view = world.app.organisation(&world.session, kept.id).await.expect("there");
        assert_eq!((view.sources.len(), view.organisation.kind), (1, OrganisationKind::Institute), "{}", world.name);
        let tellers: Vec<_> = view.organisation.names.iter().map(|name| name.announcement).collect();
        assert_eq!(tellers, [None, Some(id)]);
        let claim = world.claim(id, "架空精机有限公司").await;
        world.decide(&claim, samesky_app::review::Decision::Reject, Some("wrong")).await;
        let after = world.app.organisation(&world.session, kept.id).await.expect("there").organisation;
        assert_eq!((after.state, after.names), (RecordState::Active, kept.names));
    }
}

#[tokio::test]
async fn stranger_changes_nothing() {
    for world in worlds().await {
        let nobody = Session::nobody(world.session.team);
        let refused = world.app.add_organisation(&nobody, named("甲")).await;
        assert!(matches!(refused, Err(AppError::Forbidden { .. })));
        let made = world.app.add_organisation(&world.session, named("甲")).await.expect("added").organisation;
        let other = Session { team: uuid::Uuid::from_u128(9).into(), ..world.session.clone() };
        let missing = world.app.change_organisation(&other, made.id, 1, named("乙")).await;
        assert!(matches!(missing, Err(AppError::NotFound { .. })));
    }
}
