//! The audit: a record for every change, and none for what was refused.

use crate::accounts::{from, id_of};
use crate::claims::{event, money, project, telling};
use crate::world::{NOTHING, incoming, worlds};
use samesky_app::accounts::{NewToken, Presented};
use samesky_app::announcements::SourceDetails;
use samesky_app::audit::AuditFilter;
use samesky_app::import::ImportOptions;
use samesky_app::review::Decision;
use samesky_app::{Page, Session, Who};
use samesky_model::Decimal;
use samesky_model::id::EventId;
use samesky_model::reading::{EventClaim, FigureClaim, OrganisationClaim, OrganisationKind};
use samesky_model::record::{Actor, ActorKind, Claim, ClaimState, ImportSource, Origin, Role, TokenScope};

#[tokio::test]
async fn every_change_leaves_its_record_with_before_and_after() {
    for world in worlds().await {
        let mut seen = world.audit().await.len();
        let id = world.bring(NOTHING, "zh-Hans", "2024-05-17").await;
        assert_eq!(
            world.actions_since(seen).await,
            ["import.begin", "announcement.import", "import.finish"],
            "{}",
            world.name
        );

        seen = world.audit().await.len();
        world.add(id, Claim::Event(event("甲投资推介会", "2024-05-16"))).await;
        assert_eq!(world.actions_since(seen).await, ["claim.add", "event.make"], "{}", world.name);

        seen = world.audit().await.len();
        let part = world
            .add(id, Claim::Event(EventClaim { part_of: Some("x1".to_owned()), ..event("甲签约仪式", "2024-05-16") }))
            .await;
        assert_eq!(world.actions_since(seen).await, ["claim.add", "event.make", "event.part"], "{}", world.name);

        seen = world.audit().await.len();
        let figure = world.add(id, Claim::Figure(money("dolor", 7))).await;
        assert_eq!(world.actions_since(seen).await, ["claim.add", "entry.make"]);

        seen = world.audit().await.len();
        world.add(id, Claim::Project(project("减速器项目", "架空精工株式会社"))).await;
        assert_eq!(world.actions_since(seen).await, ["claim.add", "project.make"]);

        seen = world.audit().await.len();
        world.add(id, Claim::Organisation(organisation())).await;
        assert_eq!(world.actions_since(seen).await, ["claim.add", "organisation.make"]);

        seen = world.audit().await.len();
        let corrected = Claim::Figure(FigureClaim { value: Decimal::from(8), ..money("dolor", 7) });
        world.decide(&figure, Decision::Correct(Box::new(corrected)), Some("8")).await;
        world.decide(&figure, Decision::Undo, Some("taken by mistake")).await;
        world.decide(&figure, Decision::Reject, Some("no")).await;
        assert_eq!(
            world.actions_since(seen).await,
            ["claim.correct", "entry.correct", "claim.undo", "entry.correct", "claim.reject", "entry.withdraw"]
        );
        let records = world.audit().await.split_off(seen);
        assert_eq!(records[0].why.as_deref(), Some("8"));
        let value = |side: &Option<serde_json::Value>| side.as_ref().expect("a side")["figure"]["value"].clone();
        assert_eq!((value(&records[1].before), value(&records[1].after)), ("7".into(), "8".into()));
        assert!(records.iter().all(|record| record.stamp.by == "林澄"));

        seen = world.audit().await.len();
        let record = world
            .app
            .claim(&world.session, part.id)
            .await
            .expect("a claim")
            .record
            .map(EventId::from)
            .expect("a record");
        world.decide(&part, Decision::Reject, Some("no")).await;
        assert_eq!(world.actions_since(seen).await, ["claim.reject", "event.rebuild"]);
        let withdrawn = world.audit().await.pop().expect("a record");
        assert_eq!(withdrawn.record, record.0);
        assert_eq!(withdrawn.after.expect("after")["state"], "withdrawn");

        seen = world.audit().await.len();
        let details = SourceDetails { publisher: Some("虚构商务局".to_owned()), ..SourceDetails::default() };
        let version = world.app.announcement(&world.session, id).await.expect("there").version;
        world.app.describe_source(&world.session, id, version, details).await.expect("described");
        assert_eq!(
            world.actions_since(seen).await.first().map(String::as_str),
            Some("announcement.describe"),
            "{}",
            world.name
        );
    }
}

fn organisation() -> OrganisationClaim {
    OrganisationClaim {
        id: String::new(),
        name: "架空精工株式会社".to_owned(),
        kind: OrganisationKind::Company,
        aliases: vec!["架空精工".to_owned()],
        start: 6,
        end: 11,
        spans: Vec::new(),
        remarks: Vec::new(),
    }
}

#[tokio::test]
async fn joining_and_separating_leave_their_records() {
    for world in worlds().await {
        world.state("a", "2024-05-17", telling("甲签约仪式", "2024-05-16", 5)).await;
        let other = world.state("b", "2024-06-03", telling("乙签约仪式", "2024-06-02", 5)).await;
        let mut events = world.events().await;
        events.sort_by_key(|event| event.date);
        let mut seen = world.audit().await.len();
        world
            .app
            .join_events(&world.session, events[0].id, events[1].id, Some("同一场".to_owned()))
            .await
            .expect("joined");
        assert_eq!(world.actions_since(seen).await, ["event.rebuild", "event.rebuild", "event.join"], "{}", world.name);
        seen = world.audit().await.len();
        let claim = world.claim(other, "乙签约仪式").await;
        world.app.separate_event(&world.session, claim.id, Some("两场".to_owned())).await.expect("separated");
        assert_eq!(
            world.actions_since(seen).await,
            ["event.make", "event.rebuild", "event.separate"],
            "{}",
            world.name
        );
        assert_eq!(world.audit().await.pop().expect("a record").why.as_deref(), Some("两场"));
    }
}

#[tokio::test]
async fn every_record_says_which_account_or_token_it_was_and_from_where() {
    for world in worlds().await {
        let local = world.session.clone();
        let owner = world.owner().await;
        let viewer = world.member(&owner, owner.team, "Hoshi", Role::Viewer).await;
        let new = NewToken { name: "nightly".to_owned(), scope: TokenScope::Write, days: None };
        let token = world.app.make_token(&owner, new).await.expect("a token");
        let program = world.app.session_of(Presented::Token(token.secret.reveal()), from("192.0.2.9")).await;
        let program = program.expect("asked");
        let by = |session: &Session| {
            let session = session.clone();
            let app = world.app.clone();
            async move {
                let file = vec![incoming(&format!("{NOTHING} {}", session.account))];
                let options = ImportOptions { source: ImportSource::Command, skip_refused: false };
                app.begin_import(&session, &file, options).await.expect("begun");
            }
        };
        by(&local).await;
        by(&program).await;
        let filter = AuditFilter::default();
        let page = Page::first(2);
        let seen = world.app.audit(&owner, &filter, &page).await.expect("an audit").items;
        let id = id_of(&owner);
        let Who::Token { id: token, .. } = program.who else { panic!("a token") };
        let actors: Vec<_> = seen.iter().map(|one| (one.actor, one.origin.address.as_deref())).collect();
        assert_eq!(
            actors,
            [
                (Actor { kind: ActorKind::Token, account: Some(id), token: Some(token) }, Some("192.0.2.9")),
                (Actor::without_account(ActorKind::Local), None),
            ]
        );
        let all = world.app.audit(&owner, &filter, &Page::first(100)).await.expect("an audit").items;
        let first = all.iter().rev().find(|one| one.action == "account.make").expect("the owner was made");
        assert_eq!((first.actor, first.origin.clone()), (Actor::account(id), from("192.0.2.1")));

        let theirs = world.app.audit(&viewer, &filter, &Page::first(100)).await.expect("an audit").items;
        assert_eq!(theirs.len(), all.len());
        assert!(theirs.iter().all(|one| one.origin == Origin::default()), "{}", world.name);
        let there = AuditFilter { address: Some("192.0.2.9".to_owned()), ..AuditFilter::default() };
        let asked = [&owner, &viewer].map(|session| world.app.audit(session, &there, &page));
        let [own, others] = futures::future::join_all(asked).await.try_into().expect("two answers");
        assert_eq!((own.expect("an audit").total, others.expect("an audit").total), (1, 0));
    }
}

#[tokio::test]
async fn refused_changes_leave_no_record() {
    for world in worlds().await {
        let id = world.state("a", "2024-05-17", telling("甲签约仪式", "2024-05-16", 5)).await;
        let claim = world.claim(id, "dolor").await;
        assert_eq!(claim.state, ClaimState::Accepted);
        let before = world.audit().await;
        let stale = world.app.decide(&world.session, claim.id, 0, Decision::Reject, Some("x".to_owned())).await;
        stale.expect_err("stale");
        world.app.decide(&world.session, claim.id, claim.version, Decision::Reject, None).await.expect_err("no reason");
        let nowhere = samesky_app::announcements::SourceDetails {
            source_address: Some("ftp://x".to_owned()),
            ..Default::default()
        };
        world.app.describe_source(&world.session, id, 1, nowhere).await.expect_err("no address");
        assert_eq!(world.audit().await, before, "{}", world.name);
    }
}
