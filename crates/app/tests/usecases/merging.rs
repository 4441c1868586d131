//! Several records of one organisation become one, and are taken apart again to the last detail.

use crate::accounts::problem;
use crate::claims::{event, money, project};
use crate::world::{World, worlds};
use samesky_app::organisations::list::{List, ListOptions, Progress};
use samesky_app::organisations::merge::{Merging, Splitting};
use samesky_app::organisations::{Fact, FactChange, FactField, NameKind, OrganisationName, OrganisationNumber};
use samesky_app::review::Decision;
use samesky_app::sharing::ShareWith;
use samesky_model::id::{AnnouncementId, OrganisationId, TeamId};
use samesky_model::reading::{FigureClaim, OrganisationClaim, OrganisationKind};
use samesky_model::record::{
    Belonging, BelongsAs, Claim, NumberVerdict, OrganisationMerge, RecordRef, RecordState, Role, Shareable,
};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

const SHORT: &str = "架空精机";
const LONG: &str = "架空精密机械有限公司";
const NUMBER: &str = "1180301018771";

fn name(text: &str, kind: NameKind) -> Fact {
    Fact::Name(OrganisationName { text: text.to_owned(), language: None, kind, reading: None })
}

fn named(text: &str) -> FactChange {
    FactChange::default().say(FactField::Name, [name(text, NameKind::Legal)])
}

fn place(text: &str) -> Fact {
    Fact::Place(text.to_owned())
}

pub(crate) fn organisation(name: &str) -> Claim {
    Claim::Organisation(OrganisationClaim {
        id: String::new(),
        name: name.to_owned(),
        kind: OrganisationKind::Company,
        aliases: Vec::new(),
        start: 0,
        end: 5,
        spans: Vec::new(),
        remarks: Vec::new(),
    })
}

fn invested(word: &str, value: i64, by: &str) -> Claim {
    Claim::Figure(FigureClaim { organisation: Some(by.to_owned()), ..money(word, value) })
}

/// Every row of every table but the audit and what is remembered of merges. A change counts, so versions of organisations are left
/// out.
pub(crate) async fn rows(world: &World) -> BTreeMap<String, Vec<String>> {
    let mut file = Cursor::new(Vec::new());
    world.app.backup(&world.session, &mut file).await.expect("saved");
    let mut archive = zip::ZipArchive::new(file).expect("a backup");
    let names: Vec<String> = archive.file_names().map(|name| name.expect("a name").into_owned()).collect();
    let grows = |name: &str| {
        ["audit", "manifest", "organisation_merge", "organisation_looked"].iter().any(|word| name.contains(word))
    };
    let mut tables = BTreeMap::new();
    for name in names.into_iter().filter(|name| !grows(name)) {
        let mut text = String::new();
        archive.by_name(&name).expect("a table").read_to_string(&mut text).expect("read");
        let lines = text.lines().map(|line| {
            let mut row: serde_json::Value = serde_json::from_str(line).expect("a row");
            if name.contains("organisation.") {
                row.as_object_mut().expect("columns").remove("version");
            }
            row.to_string()
        });
        tables.insert(name.clone(), lines.collect());
    }
    tables
}

/// Two records of one company with everything that may point to a record.
struct Pair {
    world: World,
    one: OrganisationId,
    other: OrganisationId,
    child: OrganisationId,
    told: AnnouncementId,
    below: TeamId,
}

async fn pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    for world in worlds().await {
        pairs.push(pair(world).await);
    }
    pairs
}

async fn pair(world: World) -> Pair {
    let list = List {
        file_name: "名单.csv".to_owned(),
        bytes: format!("企业名称,法人番号,城市\n{LONG},{NUMBER},架空市\n").into_bytes(),
        sheet: None,
        mapping: None,
    };
    let (options, progress) = (ListOptions::default(), Progress::default());
    let report = world.app.import_organisations(&world.session, list, options, &progress).await.expect("imported");
    let other = report.rows[0].id.unwrap_or_else(|| panic!("{report:?}"));
    let said = named(SHORT)
        .say(FactField::Country, [Fact::Country("JP".to_owned())])
        .say(FactField::Size, [Fact::Size("大".to_owned())])
        .say(FactField::Place, [place("虚构市"), place("架空市")]);
    let one = world.app.add_organisation(&world.session, said).await.expect("added").organisation.id;
    let belongs = Belonging { organisation: other, how: BelongsAs::Branch };
    let said = named("架空分公司").say(FactField::Parent, [Fact::Parent(belongs)]);
    let child = world.app.add_organisation(&world.session, said).await.expect("added").organisation.id;
    let told = world
        .state(
            "a",
            "2020-01-02",
            vec![
                Claim::Event(event("虚构签约", "2020-01-02")),
                organisation(SHORT),
                organisation(LONG),
                Claim::Project(project("虚构项目", LONG)),
                invested("dolor", 100, SHORT),
                invested("sit", 100, LONG),
            ],
        )
        .await;
    world.accept_all(told).await;
    let owner = world.owner().await;
    let below = world.team(&owner, owner.team, "West").await;
    world.team(&owner, owner.team, "East").await;
    for id in [one, other] {
        world.app.share(&owner, record(id), ShareWith::Team(below)).await.expect("shared");
    }
    let east = world.app.other_teams(&owner).await.expect("teams").into_iter().find(|team| team.id != below);
    world.app.share(&owner, record(other), ShareWith::Team(east.expect("East").id)).await.expect("shared");
    world.app.ask_to_publish(&owner, record(other), None).await.expect("asked");
    let (link, _) = world.app.invite_guest(&owner, other, "guest@example.org").await.expect("invited");
    world
        .app
        .accept_invitation(link.reveal(), crate::accounts::person("Gast"), crate::accounts::from("192.0.2.9"))
        .await
        .expect("a guest");
    world.app.invite_guest(&owner, other, "waits@example.org").await.expect("invited");
    let world = World { session: owner, ..world };
    Pair { world, one, other, child, told, below }
}

fn record(id: OrganisationId) -> RecordRef {
    RecordRef { kind: Shareable::Organisation, id: id.0 }
}

impl Pair {
    async fn version(&self, id: OrganisationId) -> i64 {
        self.world.app.organisation(&self.world.session, id).await.expect("there").organisation.version
    }

    async fn merging(&self, other: OrganisationId) -> Merging {
        Merging { others: vec![(other, self.version(other).await)], ..Merging::default() }
    }

    async fn merge(&self) -> OrganisationMerge {
        let merging = self.merging(self.other).await;
        let survivor = (self.one, self.version(self.one).await);
        self.world.app.merge_organisations(&self.world.session, survivor, merging).await.expect("merged")
    }

    async fn facts(&self, id: OrganisationId) -> Vec<Fact> {
        let view = self.world.app.organisation(&self.world.session, id).await.expect("there");
        view.facts.into_iter().map(|kept| kept.fact).collect()
    }

    async fn guests(&self, id: OrganisationId) -> [usize; 2] {
        let guests = self.world.app.guests(&self.world.session, id).await.expect("guests");
        [guests.accounts.len(), guests.invitations.len()]
    }

    async fn change(&self, id: OrganisationId, said: FactChange) {
        let version = self.version(id).await;
        self.world.app.change_organisation(&self.world.session, id, version, said).await.expect("changed");
    }

    async fn undo(&self, merge: &OrganisationMerge) -> Result<OrganisationMerge, samesky_app::AppError> {
        self.world.app.undo_merge(&self.world.session, merge.id).await
    }
}

fn number() -> Fact {
    let (scheme, value) = ("jp-corporate-number".to_owned(), NUMBER.to_owned());
    Fact::Identifier(OrganisationNumber { scheme, value, verdict: NumberVerdict::Holds })
}

#[tokio::test]
async fn merge_lets_everything_point_to_the_survivor_and_leaves_a_trace() {
    for pair in pairs().await {
        let (app, session) = (&pair.world.app, &pair.world.session);
        assert_eq!(pair.guests(pair.other).await, [1, 1]);
        assert_eq!(app.side_by_side(session, &[pair.one, pair.other]).await.expect("two").len(), 2);
        let before = pair.world.audit().await.len();
        let merge = pair.merge().await;
        let actions = pair.world.actions_since(before).await;
        assert_eq!(actions, ["organisation.merge", "organisation.merge_into"], "{}", pair.world.name);
        let view = app.organisation(session, pair.one).await.expect("there");
        let names: Vec<_> = view.organisation.names.iter().map(|name| name.text.as_str()).collect();
        assert_eq!((names[0], names[1], view.sources.len(), view.projects.len()), (SHORT, LONG, 2, 1));
        let facts = pair.facts(pair.one).await;
        let single = facts.iter().filter(|fact| matches!(fact, Fact::Place(place) if place == "架空市")).count();
        assert!(facts.contains(&number()) && single == 1, "{facts:?}");
        assert_eq!((view.figures.len(), view.figures[0].figure.announcements), (2, 1));
        let gone = app.organisation(session, pair.other).await.expect("kept");
        assert_eq!((gone.organisation.state, gone.merged_into), (RecordState::Merged, Some(pair.one)));
        assert_eq!((gone.facts, gone.sources.len(), gone.figures.len()), (vec![], 0, 0));
        let child = app.organisation(session, pair.child).await.expect("there");
        assert_eq!(child.parent.map(|parent| parent.id), Some(pair.one));
        assert_eq!((pair.guests(pair.one).await, pair.guests(pair.other).await), ([1, 1], [0, 0]));
        let shares = app.shares(session, record(pair.one)).await.expect("shares");
        assert_eq!(shares.len(), 2);
        let standing: Vec<_> = app.merges(session, pair.one).await.expect("merges");
        assert_eq!(standing.iter().map(|one| one.merge.id).collect::<Vec<_>>(), [merge.id]);
        assert_eq!(standing[0].others[0].names[0].text, LONG);
    }
}

#[tokio::test]
async fn undone_merge_leaves_every_row_as_it_was() {
    for pair in pairs().await {
        let before = rows(&pair.world).await;
        let guests = [pair.guests(pair.one).await, pair.guests(pair.other).await];
        let merge = pair.merge().await;
        let merged = rows(&pair.world).await;
        for table in
            ["claim", "account", "share", "publication", "organisation_import_row", "organisation_fact", "figure"]
        {
            let of = |tables: &BTreeMap<String, Vec<String>>| {
                tables.iter().find(|(name, _)| name.contains(&format!("{table}."))).expect("a table").1.clone()
            };
            assert_ne!(of(&merged), of(&before), "{table} on {}", pair.world.name);
        }
        pair.undo(&merge).await.expect("undone");
        let after = rows(&pair.world).await;
        for (table, lines) in &before {
            assert_eq!(&after[table], lines, "{table} on {}", pair.world.name);
        }
        assert_eq!([pair.guests(pair.one).await, pair.guests(pair.other).await], guests);
        assert_eq!(problem(pair.undo(&merge).await.expect_err("undone already")), "nothing-to-undo");
        assert!(pair.world.app.merges(&pair.world.session, pair.one).await.expect("merges").is_empty());
    }
}

#[tokio::test]
async fn what_came_after_a_merge_stays_with_the_survivor_when_it_is_undone() {
    for pair in pairs().await {
        let (app, session) = (&pair.world.app, &pair.world.session);
        let (one, other) = (pair.facts(pair.one).await, pair.facts(pair.other).await);
        let merge = pair.merge().await;
        let mut places = vec![place("虚构市"), place("架空市"), place("新市")];
        pair.change(pair.one, FactChange::default().say(FactField::Place, places.clone())).await;
        pair.change(pair.one, FactChange::default().say(FactField::Size, [Fact::Size("小".to_owned())])).await;
        let later = pair.world.state("b", "2020-02-02", vec![organisation(LONG)]).await;
        pair.world.accept_all(later).await;
        let claim = pair.world.claim(pair.told, LONG).await;
        pair.world.decide(&claim, Decision::Reject, Some("错")).await;
        app.unshare(session, record(pair.one), pair.below).await.expect("hidden");
        pair.undo(&merge).await.expect("undone");
        let mut expected = one.clone();
        expected.retain(|fact| !matches!(fact, Fact::Size(_) | Fact::Place(_)));
        expected.append(&mut places);
        expected.push(Fact::Size("小".to_owned()));
        expected.sort_by_key(Fact::field);
        assert_eq!(pair.facts(pair.one).await, expected, "{}", pair.world.name);
        assert_eq!(pair.facts(pair.other).await, other);
        let sources = |id| async move { app.organisation(session, id).await.expect("there").sources.len() };
        assert_eq!((sources(pair.one).await, sources(pair.other).await), (2, 0));
        let with = |id| async move { app.shares(session, record(id)).await.expect("shares").len() };
        assert_eq!((with(pair.one).await, with(pair.other).await), (0, 1));
    }
}

#[tokio::test]
async fn later_names_and_lists_go_to_the_survivor() {
    for pair in pairs().await {
        pair.merge().await;
        let later = pair.world.state("b", "2020-02-02", vec![organisation(LONG)]).await;
        pair.world.accept_all(later).await;
        let claim = pair.world.claim(later, LONG).await;
        assert_eq!(claim.record, Some(pair.one.0), "{}", pair.world.name);
        // Also where the name was taken off the survivor since.
        pair.change(pair.one, named(SHORT)).await;
        let list = List {
            file_name: "b.csv".to_owned(),
            bytes: format!("企业名称,电话\n{LONG},1\n").into_bytes(),
            sheet: None,
            mapping: None,
        };
        let (options, progress) = (ListOptions::default(), Progress::default());
        let report = pair.world.app.import_organisations(&pair.world.session, list, options, &progress).await;
        assert_eq!(report.expect("imported").rows[0].id, Some(pair.one));
    }
}

#[tokio::test]
async fn chosen_values_stay_and_come_back() {
    for pair in pairs().await {
        let said = FactChange::default()
            .say(FactField::Country, [Fact::Country("CN".to_owned())])
            .say(FactField::Kind, [Fact::Kind(OrganisationKind::Institute)]);
        pair.change(pair.other, said).await;
        let before = rows(&pair.world).await;
        let mut merging = pair.merging(pair.other).await;
        merging.keep = [(FactField::Country, pair.other), (FactField::Kind, pair.one)].into();
        merging.why = Some(" 同一家 ".to_owned());
        let survivor = (pair.one, pair.version(pair.one).await);
        let merge = pair.world.app.merge_organisations(&pair.world.session, survivor, merging).await.expect("merged");
        assert_eq!(merge.why.as_deref(), Some("同一家"));
        let view = pair.world.app.organisation(&pair.world.session, pair.one).await.expect("there");
        let one = &view.organisation;
        assert_eq!((one.country.as_deref(), one.kind), (Some("CN"), OrganisationKind::Company), "{}", pair.world.name);
        assert!(view.facts.iter().any(|kept| kept.fact == Fact::Kind(OrganisationKind::Company)));
        pair.undo(&merge).await.expect("undone");
        assert_eq!(rows(&pair.world).await, before);
    }
}

#[tokio::test]
async fn merges_are_taken_back_from_the_last_and_changes_of_a_merged_record_are_refused() {
    for pair in pairs().await {
        let (app, session) = (&pair.world.app, &pair.world.session);
        let before = rows(&pair.world).await;
        let first = pair.merge().await;
        let merging = pair.merging(pair.one).await;
        let survivor = (pair.child, pair.version(pair.child).await);
        let second = app.merge_organisations(session, survivor, merging).await.expect("merged");
        let gone = app.organisation(session, pair.other).await.expect("kept");
        assert_eq!(gone.merged_into, Some(pair.child), "{}", pair.world.name);
        assert!(!pair.facts(pair.child).await.iter().any(|fact| fact.field() == FactField::Parent));
        assert_eq!(problem(pair.undo(&first).await.expect_err("too early")), "merged-since");
        let version = pair.version(pair.other).await;
        let refused = app.change_organisation(session, pair.other, version, named("晚")).await;
        assert_eq!(problem(refused.expect_err("merged")), "is-merged");
        let refused = app.invite_guest(session, pair.other, "late@example.org").await;
        assert_eq!(problem(refused.expect_err("merged")), "is-merged");
        pair.undo(&second).await.expect("undone");
        pair.undo(&first).await.expect("undone");
        assert_eq!(rows(&pair.world).await, before);
    }
}

#[tokio::test]
async fn import_that_is_undone_while_merged_does_not_come_back() {
    for pair in pairs().await {
        let (app, session) = (&pair.world.app, &pair.world.session);
        let merge = pair.merge().await;
        let import = app.organisation(session, pair.one).await.expect("there").facts.into_iter().find_map(|kept| {
            match kept.source {
                samesky_app::organisations::FactSource::Import { import, .. } => Some(import),
                samesky_app::organisations::FactSource::Officer => None,
            }
        });
        app.undo_organisation_import(session, import.expect("an import")).await.expect("undone");
        pair.undo(&merge).await.expect("undone");
        assert_eq!(pair.facts(pair.other).await, [], "{}", pair.world.name);
        assert_eq!(pair.facts(pair.one).await.len(), 5);
    }
}

#[tokio::test]
async fn merge_of_others_records_of_itself_or_of_old_versions_is_refused() {
    for pair in pairs().await {
        let (app, session) = (&pair.world.app, &pair.world.session);
        let survivor = (pair.one, pair.version(pair.one).await);
        let merge = |session, survivor, merging| async move {
            app.merge_organisations(session, survivor, merging).await.expect_err("refused")
        };
        assert_eq!(problem(merge(session, survivor, Merging::default()).await), "merge-needs-others");
        let own = Merging { others: vec![survivor], ..Merging::default() };
        assert_eq!(problem(merge(session, survivor, own).await), "merge-needs-others");
        let mut stale = pair.merging(pair.other).await;
        stale.others[0].1 -= 1;
        assert!(matches!(merge(session, survivor, stale).await, samesky_app::AppError::Conflict { .. }));
        let strange = pair.world.member(session, pair.below, "West", Role::Officer).await;
        let merging = pair.merging(pair.other).await;
        assert_eq!(problem(merge(&strange, survivor, merging.clone()).await), "other-team");
        let viewer = pair.world.member(session, session.team, "Sieht", Role::Viewer).await;
        assert_eq!(problem(merge(&viewer, survivor, merging).await), "forbidden write");
        let missing = app.side_by_side(&strange, &[pair.one, pair.other]).await.expect_err("hidden");
        assert_eq!(problem(missing), "other-team");
    }
}

#[tokio::test]
async fn split_gives_values_and_claims_a_record_of_their_own_where_they_stay() {
    for pair in pairs().await {
        let (app, session) = (&pair.world.app, &pair.world.session);
        pair.merge().await;
        let before = rows(&pair.world).await;
        let view = app.organisation(session, pair.one).await.expect("there");
        let at = view.facts.iter().position(|kept| kept.fact == number()).expect("the number");
        let claim = pair.world.claim(pair.told, LONG).await;
        let splitting = Splitting { facts: [at].into(), claims: [claim.id].into(), why: None };
        let seen = (pair.one, view.organisation.version);
        let split = app.split_organisation(session, seen, splitting.clone()).await.expect("split");
        let made = split.others[0];
        let new = app.organisation(session, made).await.expect("made");
        assert_eq!((new.organisation.names[0].text.as_str(), new.sources.len(), new.figures.len()), (LONG, 1, 1));
        assert_eq!(pair.facts(made).await, [number()], "{}", pair.world.name);
        assert!(!pair.facts(pair.one).await.contains(&number()));
        pair.world.decide(&claim, Decision::Reject, Some("错")).await;
        pair.world.decide(&claim, Decision::Accept, None).await;
        assert_eq!(pair.world.claim(pair.told, LONG).await.record, Some(made.0));
        let stale = app.split_organisation(session, seen, splitting).await.expect_err("stale");
        assert_eq!(problem(stale), "conflict organisation");
        let view = app.organisation(session, pair.one).await.expect("there");
        let all = Splitting { facts: (0..view.facts.len()).collect(), ..Splitting::default() };
        let none = app.split_organisation(session, (pair.one, view.organisation.version), Splitting::default()).await;
        assert_eq!(problem(none.expect_err("no name")), "name-missing");
        let left = app.split_organisation(session, (made, pair.version(made).await), all).await;
        assert_eq!(problem(left.expect_err("no name")), "not-of-record");
        assert_eq!(before.len(), rows(&pair.world).await.len());
    }
}

#[tokio::test]
async fn undone_split_leaves_every_row_as_it_was_and_is_refused_once_something_came() {
    for pair in pairs().await {
        let (app, session) = (&pair.world.app, &pair.world.session);
        pair.merge().await;
        let before = rows(&pair.world).await;
        let split = async || {
            let view = app.organisation(session, pair.one).await.expect("there");
            let at = view.facts.iter().position(|kept| kept.fact == number()).expect("the number");
            let claim = pair.world.claim(pair.told, LONG).await;
            let splitting = Splitting { facts: [at].into(), claims: [claim.id].into(), why: None };
            app.split_organisation(session, (pair.one, view.organisation.version), splitting).await.expect("split")
        };
        let first = split().await;
        assert_ne!(rows(&pair.world).await, before);
        pair.undo(&first).await.expect("undone");
        assert_eq!(rows(&pair.world).await, before, "{}", pair.world.name);
        let second = split().await;
        pair.change(second.others[0], FactChange::default().say(FactField::Place, [place("新市")])).await;
        assert_eq!(problem(pair.undo(&second).await.expect_err("changed")), "changed-since");
    }
}
