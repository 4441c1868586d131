//! Records of several teams that are one organisation: who may make them one, what each team sees then, and that nothing is left when it is taken back.

use crate::accounts::problem;
use crate::claims::money;
use crate::merging::{organisation, rows};
use crate::world::{World, worlds};
use samesky_app::organisations::find::OrganisationQuestion;
use samesky_app::organisations::merge::Merging;
use samesky_app::organisations::{
    Fact, FactChange, FactField, NameKind, NumberVerdict, OrganisationName, OrganisationNumber,
};
use samesky_app::sharing::ShareWith;
use samesky_app::{Page, Session};
use samesky_model::id::OrganisationId;
use samesky_model::reading::FigureClaim;
use samesky_model::record::{Claim, MergeKind, RecordRef, RecordState, Role, Scope, Shareable};

const EAST: &str = "架空精密机械有限公司";
const WEST: &str = "架空精机";
const NUMBER: &str = "1180301018771";

/// A city with two districts that keep the same company; both show it to the city, West also to South.
struct City {
    world: World,
    city: Session,
    east: Session,
    west: Session,
    south: Session,
    one: OrganisationId,
    other: OrganisationId,
}

fn named(text: &str) -> FactChange {
    let (text, language, kind, reading) = (text.to_owned(), Some("zh-Hans".to_owned()), NameKind::Legal, None);
    FactChange::default().say(FactField::Name, [Fact::Name(OrganisationName { text, language, kind, reading })])
}

fn number() -> Fact {
    let (scheme, value) = ("jp-corporate-number".to_owned(), NUMBER.to_owned());
    Fact::Identifier(OrganisationNumber { scheme, value, verdict: NumberVerdict::Holds })
}

fn record(id: OrganisationId) -> RecordRef {
    RecordRef { kind: Shareable::Organisation, id: id.0 }
}

async fn cities() -> Vec<City> {
    let mut cities = Vec::new();
    for world in worlds().await {
        cities.push(city(world).await);
    }
    cities
}

async fn city(world: World) -> City {
    let owner = world.owner().await;
    let mut sessions = Vec::new();
    for name in ["East", "West", "South"] {
        let team = world.team(&owner, owner.team, name).await;
        sessions.push(world.member(&owner, team, name, Role::Owner).await);
    }
    let [east, west, south]: [Session; 3] = sessions.try_into().expect("three");
    let said = named(EAST).say(FactField::Place, [Fact::Place("成都".to_owned())]);
    let said = said.say(FactField::Note, [Fact::Note("eastern secret".to_owned())]);
    let one = world.app.add_organisation(&east, said).await.expect("added").organisation.id;
    let said = named(WEST).say(FactField::Identifier, [number()]);
    let said = said.say(FactField::Note, [Fact::Note("western secret".to_owned())]);
    let other = world.app.add_organisation(&west, said).await.expect("added").organisation.id;
    let there = World { session: west.clone(), ..world.again() };
    let invested = Claim::Figure(FigureClaim { organisation: Some(WEST.to_owned()), ..money("dolor", 30) });
    let told = there.state("a", "2020-01-02", vec![organisation(WEST), invested]).await;
    there.accept_all(told).await;
    world.app.share(&east, record(one), ShareWith::Parent).await.expect("shared");
    world.app.share(&west, record(other), ShareWith::Parent).await.expect("shared");
    world.app.share(&west, record(other), ShareWith::Team(south.team)).await.expect("shared");
    City { world, city: owner, east, west, south, one, other }
}

impl City {
    async fn merge(&self) -> samesky_model::record::OrganisationMerge {
        let why = Some("同一家".to_owned());
        self.world.app.merge_across(&self.city, self.one, &[self.other], why).await.expect("merged")
    }

    /// The organisations that a team finds by its number, among its own and those that are shared with it.
    async fn found(&self, session: &Session, scope: Scope) -> Vec<OrganisationId> {
        let question = OrganisationQuestion { text: NUMBER.to_owned(), scope, ..OrganisationQuestion::default() };
        let found = self.world.app.find_organisations(session, &question, None, 10).await.expect("looked for");
        found.items.into_iter().map(|one| one.organisation.id).collect()
    }

    async fn notes(&self, session: &Session, id: OrganisationId) -> Vec<String> {
        let view = self.world.app.organisation(session, id).await.expect("its own");
        let note = |fact: Fact| match fact {
            Fact::Note(note) => Some(note),
            _ => None,
        };
        view.facts.into_iter().filter_map(|kept| note(kept.fact)).collect()
    }

    async fn shared(&self, session: &Session) -> i64 {
        let counts = self.world.app.shared_counts(session).await.expect("counted");
        counts.iter().map(|(_, count)| count).sum()
    }
}

#[tokio::test]
async fn owner_above_both_teams_makes_them_one_and_others_see_the_one_that_stays() {
    for city in cities().await {
        let app = &city.world.app;
        assert_eq!(city.found(&city.south, Scope::All).await, [city.other]);
        let faces = app.faces(&city.city, &[city.one, city.other]).await.expect("side by side");
        assert!(!format!("{faces:?}").contains("secret"), "{faces:?}");
        let merge = city.merge().await;
        assert_eq!((merge.kind, merge.team, merge.survivor), (MergeKind::Across, city.east.team, city.one));
        for session in [&city.city, &city.south] {
            assert_eq!(city.found(session, Scope::All).await, [city.one], "{}", city.world.name);
            assert_eq!(city.shared(session).await, 1);
            let seen = app.shared_record(session, record(city.other)).await.expect("leads on");
            assert_eq!((seen.record, seen.owner.id), (record(city.one), city.east.team));
            let json = serde_json::to_string(&seen.content).expect("JSON");
            assert!([EAST, WEST, NUMBER, "成都"].iter().all(|words| json.contains(words)), "{json}");
            assert!(!json.contains("secret"), "{json}");
        }
        let listed = app.merges_across(&city.city, &Page::default()).await.expect("listed").items;
        assert_eq!(listed.iter().map(|one| one.merge.id).collect::<Vec<_>>(), [merge.id]);
    }
}

#[tokio::test]
async fn each_team_keeps_what_it_entered_and_sees_nothing_of_the_other_but_what_others_are_told() {
    for city in cities().await {
        let app = &city.world.app;
        city.merge().await;
        assert_eq!(city.notes(&city.east, city.one).await, ["eastern secret"]);
        assert_eq!(city.notes(&city.west, city.other).await, ["western secret"]);
        let east = app.organisation(&city.east, city.one).await.expect("its own");
        assert_eq!((east.sources.len(), east.figures.len()), (0, 0), "{}", city.world.name);
        assert_eq!(east.organisation.names[0].text, EAST);
        let by: Vec<&str> = east.facts.iter().map(|kept| kept.added.by.as_str()).collect();
        assert!(!by.contains(&city.west.account.as_str()), "{by:?}");
        let west = app.organisation(&city.west, city.other).await.expect("its own");
        assert_eq!((west.sources.len(), west.figures.len(), west.organisation.state), (1, 1, RecordState::Active));
        assert_eq!(west.organisation.names[0].text, WEST);
        let hidden = app.organisation(&city.west, city.one).await.expect_err("not its own");
        assert_eq!(problem(hidden), "no organisation");
        assert_eq!(app.shared_record(&city.west, record(city.one)).await.expect("shown").owner.id, city.east.team);
        assert_eq!(city.found(&city.west, Scope::Own).await, [city.other]);
        let again = app.share(&city.west, record(city.other), ShareWith::Team(city.east.team)).await;
        assert_eq!(problem(again.expect_err("a part")), "is-part");
        let trail = |session: &Session| {
            let (app, session) = (app.clone(), session.clone());
            async move {
                let changes = app.audit(&session, &Default::default(), &Page::first(100)).await.expect("an audit");
                serde_json::to_string(&changes.items.iter().map(|one| (&one.before, &one.after)).collect::<Vec<_>>())
                    .expect("JSON")
            }
        };
        assert!(!trail(&city.east).await.contains("western"), "{}", city.world.name);
        assert!(!trail(&city.west).await.contains("eastern"));
    }
}

#[tokio::test]
async fn announcements_of_either_team_go_to_its_own_record_by_the_names_of_both() {
    for city in cities().await {
        city.merge().await;
        for (session, name, id) in [(&city.east, WEST, city.one), (&city.west, EAST, city.other)] {
            let there = World { session: session.clone(), ..city.world.again() };
            let told = there.state("b", "2020-02-02", vec![organisation(name)]).await;
            there.accept_all(told).await;
            assert_eq!(there.claim(told, name).await.record, Some(id.0), "{}", city.world.name);
        }
    }
}

#[tokio::test]
async fn undone_merge_across_teams_leaves_every_row_as_it_was() {
    for city in cities().await {
        let app = &city.world.app;
        let before = rows(&city.world).await;
        let merge = city.merge().await;
        let merged = rows(&city.world).await;
        let differ: Vec<&String> = before.keys().filter(|table| merged[*table] != before[*table]).collect();
        assert!(differ.len() >= 3, "{differ:?}");
        app.undo_merge_across(&city.city, merge.id).await.expect("undone");
        let after = rows(&city.world).await;
        for (table, lines) in &before {
            assert_eq!(&after[table], lines, "{table} on {}", city.world.name);
        }
        assert_eq!(city.found(&city.south, Scope::All).await, [city.other]);
        assert_eq!(city.found(&city.west, Scope::All).await, [city.other]);
        assert!(app.merges_across(&city.city, &Page::default()).await.expect("listed").items.is_empty());
        let twice = app.undo_merge_across(&city.city, merge.id).await.expect_err("undone already");
        assert!(["nothing-to-undo", "no merge"].contains(&problem(twice).as_str()));
    }
}

#[tokio::test]
async fn what_came_since_stays_where_it_was_entered() {
    for city in cities().await {
        let app = &city.world.app;
        let merge = city.merge().await;
        let version = app.organisation(&city.west, city.other).await.expect("there").organisation.version;
        let said = FactChange::default().say(FactField::Phone, [Fact::Phone("0591-0".to_owned())]);
        app.change_organisation(&city.west, city.other, version, said).await.expect("changed");
        app.undo_merge_across(&city.city, merge.id).await.expect("undone");
        let facts = app.organisation(&city.west, city.other).await.expect("there").facts;
        let fields: Vec<FactField> = facts.iter().map(|kept| kept.fact.field()).collect();
        assert_eq!(fields, [FactField::Name, FactField::Identifier, FactField::Phone, FactField::Note]);
    }
}

#[tokio::test]
async fn nobody_else_merges_across_teams_or_takes_it_back() {
    for city in cities().await {
        let app = &city.world.app;
        let officer = city.world.member(&city.city, city.city.team, "Amt", Role::Officer).await;
        let ask = async |session: &Session| {
            problem(app.merge_across(session, city.one, &[city.other], None).await.expect_err("not allowed"))
        };
        assert_eq!(ask(&officer).await, "forbidden merge-across");
        assert_eq!(ask(&city.world.session).await, "forbidden merge-across", "at the machine");
        // Owners of one of the two, also where the other is shown to them, and of a team beside them.
        app.share(&city.west, record(city.other), ShareWith::Team(city.east.team)).await.expect("shared");
        for session in [&city.east, &city.west, &city.south] {
            assert_eq!(ask(session).await, "no organisation", "{}", city.world.name);
        }
        let ordinary = Merging { others: vec![(city.other, 1)], ..Merging::default() };
        let merged = app.merge_organisations(&city.east, (city.one, 1), ordinary).await;
        assert_eq!(problem(merged.expect_err("of another team")), "other-team");
        let merge = city.merge().await;
        for session in [&city.east, &city.west, &city.south] {
            let undone = app.undo_merge_across(session, merge.id).await;
            assert_eq!(problem(undone.expect_err("not theirs")), "no merge");
        }
        let plain = app.undo_merge(&city.east, merge.id).await;
        assert_eq!(problem(plain.expect_err("not this way")), "forbidden merge-across");
        assert_eq!(
            problem(app.undo_merge_across(&officer, merge.id).await.expect_err("officer")),
            "forbidden merge-across"
        );
    }
}

#[tokio::test]
async fn record_that_is_not_shown_to_the_upper_team_or_is_a_part_already_is_not_merged() {
    for city in cities().await {
        let app = &city.world.app;
        app.unshare(&city.west, record(city.other), city.city.team).await.expect("hidden");
        let ask = async |one, others: &[OrganisationId]| {
            problem(app.merge_across(&city.city, one, others, None).await.expect_err("refused"))
        };
        assert_eq!(ask(city.one, &[city.other]).await, "no organisation", "{}", city.world.name);
        app.share(&city.west, record(city.other), ShareWith::Parent).await.expect("shown");
        assert_eq!(ask(city.one, &[]).await, "merge-needs-others");
        assert_eq!(ask(city.one, &[city.one]).await, "merge-needs-others");
        let beside = app.add_organisation(&city.east, named("架空别家")).await.expect("added").organisation.id;
        app.share(&city.east, record(beside), ShareWith::Parent).await.expect("shown");
        assert_eq!(ask(city.one, &[beside]).await, "one-team");
        city.merge().await;
        assert_eq!(ask(beside, &[city.other]).await, "no organisation", "a part is shown to nobody");
    }
}
