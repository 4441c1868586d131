//! What another team is told of an organisation that is shared or published: names, kind, country/region, places, numbers; and what finds it.

use crate::accounts::problem;
use crate::claims::money;
use crate::merging::organisation;
use crate::world::{World, worlds};
use samesky_app::figures::{FigureFilter, FigureSort};
use samesky_app::ledger::OrganisationFilter;
use samesky_app::organisations::find::{FoundOrganisations, OrganisationQuestion, OrganisationSort};
use samesky_app::organisations::{
    Fact, FactChange, FactField, IndustryCode, NameKind, NumberVerdict, OrganisationName, OrganisationNumber,
    Settlement,
};
use samesky_app::sharing::ShareWith;
use samesky_app::{Page, Session};
use samesky_model::id::OrganisationId;
use samesky_model::reading::{FigureClaim, OrganisationKind};
use samesky_model::record::{Claim, Content, Facts, PublicName, RecordRef, Role, Scope, Shareable};

const NAME: &str = "架空精密机械有限公司";
const NUMBER: &str = "1180301018771";

/// An organisation with everything that may be kept of it, shown to a team below.
struct Shown {
    world: World,
    below: Session,
    record: RecordRef,
}

async fn shown() -> Vec<Shown> {
    let mut all = Vec::new();
    for world in worlds().await {
        let id = told_of(&world).await;
        let owner = world.owner().await;
        let team = world.team(&owner, owner.team, "West").await;
        let below = world.member(&owner, team, "West", Role::Owner).await;
        let record = RecordRef { kind: Shareable::Organisation, id: id.0 };
        world.app.share(&owner, record, ShareWith::Team(team)).await.expect("shared");
        all.push(Shown { world, below, record });
    }
    all
}

async fn told_of(world: &World) -> OrganisationId {
    let legal = OrganisationName {
        text: NAME.to_owned(),
        language: Some("zh-Hans".to_owned()),
        kind: NameKind::Legal,
        reading: Some("jiakong".to_owned()),
    };
    let zone = Settlement { name: "zzone".to_owned(), place: Some("zplace".to_owned()), since: None };
    let industry = IndustryCode { scheme: "words".to_owned(), code: "zindustry".to_owned() };
    let said = FactChange::default()
        .say(FactField::Name, [Fact::Name(legal)])
        .say(FactField::Kind, [Fact::Kind(OrganisationKind::Institute)])
        .say(FactField::Country, [Fact::Country("CN".to_owned())])
        .say(FactField::Place, [Fact::Place("成都".to_owned())])
        .say(FactField::Identifier, [Fact::Identifier(number())])
        .say(FactField::Industry, [Fact::Industry(industry)])
        .say(FactField::Zone, [Fact::Zone(zone)])
        .say(FactField::Size, [Fact::Size("zsize".to_owned())])
        .say(FactField::Note, [Fact::Note("znote".to_owned())])
        .say(FactField::Phone, [Fact::Phone("0209".to_owned())]);
    let id = world.app.add_organisation(&world.session, said).await.expect("added").organisation.id;
    let invested = Claim::Figure(FigureClaim { organisation: Some(NAME.to_owned()), ..money("dolor", 30) });
    let told = world.state("ztail", "2020-01-02", vec![organisation(NAME), invested]).await;
    world.accept_all(told).await;
    let own = FigureFilter { organisation: Some(id), ..FigureFilter::default() };
    let figures = world.app.figures(&world.session, &own, &FigureSort::default(), &Page::default()).await;
    assert_eq!(figures.expect("figures").total, 1, "a figure is its own");
    id
}

fn number() -> OrganisationNumber {
    let scheme = "jp-corporate-number".to_owned();
    OrganisationNumber { scheme, value: NUMBER.to_owned(), verdict: NumberVerdict::Holds }
}

/// All that others are told.
fn four() -> Content {
    Content {
        names: vec![PublicName { text: NAME.to_owned(), language: Some("zh-Hans".to_owned()) }],
        facts: Facts::Organisation {
            organisation_kind: OrganisationKind::Institute,
            country: Some("CN".to_owned()),
            places: vec!["成都".to_owned()],
            identifiers: vec![number()],
        },
        figures: Vec::new(),
        sources: Vec::new(),
    }
}

impl Shown {
    async fn found(&self, question: OrganisationQuestion) -> FoundOrganisations {
        let question = OrganisationQuestion { scope: Scope::All, ..question };
        self.world.app.find_organisations(&self.below, &question, None, 10).await.expect("looked for")
    }

    async fn count(&self, question: OrganisationQuestion) -> usize {
        self.found(question).await.items.len()
    }
}

fn text(words: &str) -> OrganisationQuestion {
    OrganisationQuestion { text: words.to_owned(), ..OrganisationQuestion::default() }
}

#[tokio::test]
async fn shared_organisation_says_four_things_and_so_does_its_edition() {
    for shown in shown().await {
        let app = &shown.world.app;
        let seen = app.shared_record(&shown.below, shown.record).await.expect("seen");
        assert_eq!((seen.content, seen.text), (four(), None), "{}", shown.world.name);
        let asked = app.ask_to_publish(&shown.world.session, shown.record, None).await.expect("asked");
        assert_eq!(asked.content, four());
    }
}

#[tokio::test]
async fn figures_of_a_shared_organisation_are_in_no_list_and_no_total_of_another_team() {
    for shown in shown().await {
        let (app, below) = (&shown.world.app, &shown.below);
        for organisation in [None, Some(OrganisationId(shown.record.id))] {
            let filter = FigureFilter { scope: Scope::All, organisation, ..FigureFilter::default() };
            let figures = app.figures(below, &filter, &FigureSort::default(), &Page::default()).await;
            assert_eq!(figures.expect("figures").total, 0, "{}", shown.world.name);
            assert_eq!(app.totals(below, &filter).await.expect("totals"), []);
        }
        let figure = shown.world.figures().await.remove(0).figure.id;
        assert_eq!(problem(app.shared_figure(below, figure).await.expect_err("hidden")), "no figure");
    }
}

#[tokio::test]
async fn shared_organisation_is_found_by_what_others_are_told_and_by_nothing_else() {
    for shown in shown().await {
        let place = |place: &str| OrganisationQuestion { place: Some(place.to_owned()), ..Default::default() };
        for finds in [text("架空"), text(NUMBER), text("1180-3010"), place("成都"), place("四川")] {
            assert_eq!(shown.count(finds.clone()).await, 1, "{finds:?} on {}", shown.world.name);
        }
        let industry =
            OrganisationQuestion { industry: Some("words:zindustry".to_owned()), ..OrganisationQuestion::default() };
        let size = OrganisationQuestion { size: Some("zsize".to_owned()), ..OrganisationQuestion::default() };
        let zone = OrganisationQuestion { zone: Some("zzone".to_owned()), ..OrganisationQuestion::default() };
        let hidden = [text("znote"), text("0209"), text("zzone"), text("dolor"), place("zplace"), industry, size, zone];
        for hidden in hidden {
            assert_eq!(shown.count(hidden.clone()).await, 0, "{hidden:?} on {}", shown.world.name);
        }
        let choices = shown.world.app.organisation_choices(&shown.below, Scope::All).await.expect("choices");
        assert_eq!((choices.places, choices.countries), (vec!["成都".to_owned()], vec!["CN".to_owned()]));
        assert_eq!((choices.industries, choices.sizes, choices.zones), (vec![], vec![], vec![]));
    }
}

#[tokio::test]
async fn found_record_of_another_team_says_what_it_is_told_by_and_not_when_it_was_made() {
    for shown in shown().await {
        let newest = OrganisationQuestion { sort: OrganisationSort::Newest, ..OrganisationQuestion::default() };
        let found = shown.found(newest).await.items.remove(0);
        assert_eq!(found.told, [Fact::Place("成都".to_owned()), Fact::Identifier(number())], "{}", shown.world.name);
        assert_eq!((found.facts, found.sources, found.organisation.version), (vec![], 0, 0));
        let made = &found.organisation.created;
        assert_eq!(
            (made.by.as_str(), made.at, &found.organisation.readings),
            ("", jiff::Timestamp::UNIX_EPOCH, &vec![])
        );
        let filter = OrganisationFilter { scope: Scope::All, ..OrganisationFilter::default() };
        let listed = shown.world.app.organisations(&shown.below, &filter, &Page::default()).await.expect("listed");
        assert_eq!(listed.items, [found.organisation]);
    }
}

#[tokio::test]
async fn place_that_is_taken_away_finds_the_record_no_more_for_anybody() {
    for shown in shown().await {
        let (app, session) = (&shown.world.app, &shown.world.session);
        let id = OrganisationId(shown.record.id);
        let version = app.organisation(session, id).await.expect("there").organisation.version;
        let said = FactChange::default().say(FactField::Place, [Fact::Place("重庆".to_owned())]);
        app.change_organisation(session, id, version, said).await.expect("changed");
        let place = |place: &str| OrganisationQuestion { place: Some(place.to_owned()), ..Default::default() };
        assert_eq!((shown.count(place("成都")).await, shown.count(place("重庆")).await), (0, 1));
        app.unshare(session, shown.record, shown.below.team).await.expect("hidden");
        assert_eq!(shown.count(place("重庆")).await, 0, "{}", shown.world.name);
    }
}
