//! What a team shows others: shares, publishing by two, guests; and that nothing beside it is seen.

use crate::accounts::{PASSWORD, from, id_of, person, problem};
use crate::claims::{event, project};
use crate::world::{World, worlds};
use samesky_app::accounts::NewTeam;
use samesky_app::announcements::AnnouncementFilter;
use samesky_app::attachments::Beside;
use samesky_app::figures::{FigureFilter, FigureSort};
use samesky_app::ledger::{EventFilter, OrganisationFilter, ProjectFilter};
use samesky_app::publishing::{PublicFilter, Requests};
use samesky_app::sharing::ShareWith;
use samesky_app::{Page, Session, Standing};
use samesky_model::id::TeamId;
use samesky_model::record::{
    Claim, EditionState, RecordKind, RecordRef, RecordState, Role, Scope, Shareable, TeamKind, TeamNames,
};
use std::io::Write;

const TEXT: &str = "虚构合作对接会签约仪式\n架空暗号株式会社、虚构新材料有限公司出席。\n现场签约15个项目，总投资207.3亿元。\n其中虚构电池项目投资30亿元。";

/// The records of the top team with their owner, a team below it, and one below that.
struct House {
    world: World,
    owner: Session,
    officer: Session,
    below: Session,
    event: RecordRef,
}

async fn houses() -> Vec<House> {
    let mut houses = Vec::new();
    for world in worlds().await {
        let id = world.bring(TEXT, "zh-Hans", "2020-11-20").await;
        world.accept_all(id).await;
        let owner = world.owner().await;
        let officer = world.member(&owner, owner.team, "Hoshi", Role::Officer).await;
        let team = world.team(&owner, owner.team, "West").await;
        let below = world.member(&owner, team, "West", Role::Officer).await;
        let event = world.events().await.remove(0).id.0;
        let event = RecordRef { kind: Shareable::Event, id: event };
        houses.push(House { world, owner, officer, below, event });
    }
    houses
}

impl World {
    pub(crate) async fn team(&self, owner: &Session, parent: TeamId, name: &str) -> TeamId {
        let names = TeamNames { en: name.to_owned(), ..TeamNames::default() };
        let new = NewTeam { names, kind: TeamKind::ServicePoint, place: None };
        self.app.make_team(owner, parent, new).await.expect("a team").id
    }
}

impl House {
    /// What somebody sees of any kind, and how many figures stand in their totals.
    async fn seen(&self, session: &Session) -> [i64; 5] {
        let (app, page, scope) = (&self.world.app, Page::default(), Scope::All);
        let events = EventFilter { scope, ..EventFilter::default() };
        let organisations = OrganisationFilter { scope, ..OrganisationFilter::default() };
        let projects = ProjectFilter { scope, ..ProjectFilter::default() };
        let figures = FigureFilter { scope, ..FigureFilter::default() };
        let found = app.figures(session, &figures, &FigureSort::default(), &page).await.expect("figures");
        for row in &found.items {
            let other = row.figure.team != session.team;
            assert_eq!(row.owner.is_some(), other);
            assert!(!other || (row.figure.event.is_none() && row.entries.is_empty() && row.event.is_none()), "{row:?}");
        }
        [
            app.event_rows(session, &events, &page).await.expect("events").total,
            app.organisation_rows(session, &organisations, &page).await.expect("organisations").total,
            app.project_rows(session, &projects, &page).await.expect("projects").total,
            found.total,
            app.totals(session, &figures).await.expect("totals").iter().map(|total| total.figures).sum(),
        ]
    }
}

#[tokio::test]
async fn shared_event_is_seen_with_its_figures_until_it_is_shared_no_more() {
    for house in houses().await {
        let (app, below) = (&house.world.app, &house.below);
        assert_eq!(house.seen(below).await, [0; 5]);
        assert_eq!(problem(app.shared_record(below, house.event).await.expect_err("hidden")), "no event");
        let with = ShareWith::Team(below.team);
        app.share(&house.officer, house.event, with).await.expect("shared");
        let again = app.share(&house.officer, house.event, with).await.expect_err("shared already");
        assert_eq!(problem(again), "is-shared");
        let [events, organisations, projects, figures, counted] = house.seen(below).await;
        assert_eq!([events, organisations, projects], [1, 0, 0], "{}", house.world.name);
        assert!(figures > 0 && counted > 0, "{figures} {counted}");
        let view = app.shared_record(below, house.event).await.expect("seen");
        assert_eq!((view.owner.id, &view.text), (house.owner.team, &None));
        assert!(view.content.figures.iter().any(|figure| figure.quotes[0].quote.contains("207.3")), "{view:?}");
        let json = serde_json::to_string(&view.content).expect("json");
        assert!(!json.contains("虚构电池") && !json.contains("架空暗号"), "{json}");
        let found = app.search(below, "对接会").await.expect("searched").expect("words");
        assert_eq!((found.events.total, found.organisations.total, found.announcements.total), (1, 0, 0));
        assert_eq!(app.search(below, "架空暗号").await.expect("searched").expect("words").total(), 0);
        app.unshare(&house.officer, house.event, below.team).await.expect("hidden again");
        assert_eq!(house.seen(below).await, [0; 5]);
        assert_eq!(problem(app.shared_record(below, house.event).await.expect_err("hidden")), "no event");
    }
}

#[tokio::test]
async fn overview_of_a_team_with_nothing_tells_no_years_of_another() {
    for house in houses().await {
        let app = &house.world.app;
        let own = app.overview(&house.officer, None).await.expect("an overview");
        assert_eq!(own.years, [2020]);
        assert!(app.overview(&house.below, None).await.expect("an overview").years.is_empty());
    }
}

#[tokio::test]
async fn shared_project_in_a_list_names_no_event_beside_it() {
    for house in houses().await {
        let app = &house.world.app;
        let claims =
            vec![Claim::Event(event("架空签约仪式", "2021-05-16")), Claim::Project(project("ipsum", "架空公司"))];
        house.world.state("甲", "2021-05-16", claims).await;
        let (page, filter) = (Page::default(), ProjectFilter { scope: Scope::All, ..ProjectFilter::default() });
        let mut own = app.project_rows(&house.officer, &filter, &page).await.expect("projects").items;
        let own = own.remove(0).project;
        assert!(own.event.is_some() && own.names.iter().all(|name| name.announcement.is_some()), "{own:?}");
        let record = RecordRef { kind: Shareable::Project, id: own.id.0 };
        app.share(&house.officer, record, ShareWith::Team(house.below.team)).await.expect("shared");
        let seen = app.project_rows(&house.below, &filter, &page).await.expect("projects").items.remove(0);
        assert!(seen.project.names.iter().all(|name| name.announcement.is_none()), "{seen:?}");
        assert_eq!((seen.project.id, seen.project.event, seen.event), (own.id, None, None));
    }
}

#[tokio::test]
async fn own_details_of_a_shared_record_stay_shut_and_so_does_its_history() {
    for house in houses().await {
        let (app, below) = (&house.world.app, &house.below);
        app.share(&house.officer, house.event, ShareWith::Team(below.team)).await.expect("shared");
        assert_eq!(problem(app.event(below, house.event.id.into()).await.expect_err("not own")), "no event");
        assert_eq!(problem(app.shares(below, house.event).await.expect_err("not own")), "no event");
        let parent = app.share(below, house.event, ShareWith::Parent).await;
        assert_eq!(problem(parent.expect_err("not own")), "no event");
        let ask = app.ask_to_publish(below, house.event, None).await;
        assert_eq!(problem(ask.expect_err("not own")), "no event");
        let changes = app.audit(below, &Default::default(), &Page::first(500)).await.expect("an audit");
        assert!(changes.items.iter().all(|record| record.team == below.team));
    }
}

#[tokio::test]
async fn shared_record_in_a_list_names_none_beside_it() {
    for house in houses().await {
        let (app, below, page, scope) = (&house.world.app, &house.below, Page::default(), Scope::Shared);
        let own = &house.officer;
        let with = ShareWith::Team(below.team);
        let announcement =
            app.announcements(own, &AnnouncementFilter::default(), &page).await.expect("own").items[0].announcement.id;
        let organisation =
            app.organisations(own, &OrganisationFilter::default(), &page).await.expect("own").items[0].id;
        for (kind, id) in [(Shareable::Announcement, announcement.0), (Shareable::Organisation, organisation.0)] {
            app.share(own, RecordRef { kind, id }, with).await.expect("shared");
        }
        app.share(own, house.event, with).await.expect("shared");
        let filter = AnnouncementFilter { scope, ..AnnouncementFilter::default() };
        let seen = app.announcements(below, &filter, &page).await.expect("listed").items.remove(0).announcement;
        assert_eq!((seen.import.0.is_nil(), seen.claims, seen.pending), (true, 0, 0));
        let filter = EventFilter { scope, ..EventFilter::default() };
        let seen = app.events(below, &filter, &page).await.expect("listed").items.remove(0);
        assert!(seen.part_of.is_none() && seen.names.iter().all(|name| name.announcement.is_none()), "{seen:?}");
        let filter = OrganisationFilter { scope, ..OrganisationFilter::default() };
        let seen = app.organisations(below, &filter, &page).await.expect("listed").items.remove(0);
        assert!(!seen.names.is_empty() && seen.names.iter().all(|name| name.announcement.is_none()), "{seen:?}");
        for project in app.projects(own, &ProjectFilter::default(), &page).await.expect("own").items {
            let record = RecordRef { kind: Shareable::Project, id: project.id.0 };
            app.share(own, record, with).await.expect("shared");
        }
        let filter = ProjectFilter { scope, ..ProjectFilter::default() };
        for seen in app.projects(below, &filter, &page).await.expect("listed").items {
            assert!(seen.event.is_none() && seen.names.iter().all(|name| name.announcement.is_none()), "{seen:?}");
        }
    }
}

#[tokio::test]
async fn files_beside_a_shared_and_published_record_stay_with_its_own_team() {
    for house in houses().await {
        let (app, below) = (&house.world.app, &house.below);
        let beside = Beside { kind: RecordKind::Event, record: house.event.id };
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(b"GIF89a, an invented seal").expect("written");
        let kept = app.attach(&house.officer, beside, "seal.gif", file).await.expect("attached");
        app.share(&house.officer, house.event, ShareWith::Team(below.team)).await.expect("shared");
        let asked = app.ask_to_publish(&house.officer, house.event, None).await.expect("asked");
        app.confirm(&house.owner, asked.id).await.expect("confirmed");
        assert_eq!(app.attachments(&house.owner, beside).await.expect("own").len(), 1);
        assert_eq!(problem(app.attachments(below, beside).await.expect_err("hidden")), "no event");
        assert_eq!(problem(app.attachment(below, kept.id).await.expect_err("hidden")), "no attachment");
        let bytes = app.attachment_bytes(below, kept.id).await.map(|_| ());
        assert_eq!(problem(bytes.expect_err("hidden")), "no attachment");
        let shown = app.shared_record(below, house.event).await.expect("seen").content;
        let public = app.public_record(asked.publication).await.expect("public").edition.content;
        for seen in [shown, public].map(|seen| serde_json::to_string(&seen).expect("json")) {
            assert!(!seen.contains("seal.gif") && !seen.contains(&kept.id.to_string()), "{seen}");
            assert!(!seen.contains(&kept.sha256), "{seen}");
        }
    }
}

#[tokio::test]
async fn record_is_shared_with_the_parent_and_not_with_the_own_team_or_without_one() {
    for house in houses().await {
        let app = &house.world.app;
        let own = app.share(&house.officer, house.event, ShareWith::Team(house.owner.team)).await;
        assert_eq!(problem(own.expect_err("own")), "own-team");
        let top = app.share(&house.officer, house.event, ShareWith::Parent).await;
        assert_eq!(problem(top.expect_err("nothing above")), "no-parent");
        let names: Vec<_> =
            app.other_teams(&house.officer).await.expect("teams").into_iter().map(|one| one.names.en).collect();
        assert_eq!(names, ["West"]);
        let actions: Vec<_> = house.world.audit().await.into_iter().map(|record| record.action).collect();
        assert!(!actions.contains(&"event.share".to_owned()));
    }
}

#[tokio::test]
async fn publishing_takes_two_and_what_was_confirmed_stays_until_another_edition_is() {
    for house in houses().await {
        let app = &house.world.app;
        let asked = app.ask_to_publish(&house.officer, house.event, Some("the fair".to_owned())).await.expect("asked");
        let twice = app.ask_to_publish(&house.owner, house.event, None).await;
        assert_eq!(problem(twice.expect_err("waits")), "publication-waits");
        assert_eq!(problem(app.confirm(&house.officer, asked.id).await.expect_err("own")), "own-request");
        assert_eq!(problem(app.confirm(&house.below, asked.id).await.expect_err("below")), "no edition");
        assert_eq!(problem(app.request(&house.below, asked.id).await.expect_err("below")), "no edition");
        assert_eq!(app.requests_to_confirm(&house.officer).await.expect("counted"), 0);
        assert_eq!(app.requests_to_confirm(&house.owner).await.expect("counted"), 1);
        assert_eq!(problem(app.public_record(asked.publication).await.expect_err("waits")), "no publication");
        app.confirm(&house.owner, asked.id).await.expect("confirmed");
        let late = app.confirm(&house.owner, asked.id).await;
        assert_eq!(problem(late.expect_err("decided")), "conflict edition");
        let public = app.public_record(asked.publication).await.expect("public");
        assert_eq!((&public.edition.content, public.edition.state), (&asked.content, EditionState::Published));
        let same = app.ask_to_publish(&house.officer, house.event, None).await;
        assert_eq!(problem(same.expect_err("nothing new")), "publication-same");
        assert_eq!(app.public_records(&PublicFilter::default(), &Page::default()).await.expect("listed").total, 1);
    }
}

#[tokio::test]
async fn correction_after_publishing_changes_nothing_in_public_and_asks_for_a_new_confirmation() {
    for house in houses().await {
        let app = &house.world.app;
        let asked = app.ask_to_publish(&house.officer, house.event, None).await.expect("asked");
        app.confirm(&house.owner, asked.id).await.expect("confirmed");
        let page = Page::default();
        let published = app.publications(&house.officer, Standing::Public, &page).await.expect("listed").items;
        assert_eq!(published.iter().map(|one| one.changed).collect::<Vec<_>>(), [false]);
        let figure = house.world.quoting("207.3亿元").await.remove(0);
        let entry = &figure.entries[0].entry;
        let corrected = samesky_model::reading::FigureClaim { value: 99.into(), ..entry.figure.clone() };
        app.correct_entry(&house.officer, entry.id, corrected, "a misprint".to_owned()).await.expect("corrected");
        let public = app.public_record(asked.publication).await.expect("public");
        assert_eq!(public.edition.content, asked.content);
        let published = app.publications(&house.officer, Standing::Public, &page).await.expect("listed").items;
        assert_eq!(published.iter().map(|one| one.changed).collect::<Vec<_>>(), [true]);
        let again = app.ask_to_publish(&house.officer, house.event, None).await.expect("asked again");
        assert_eq!((again.number, again.publication), (2, asked.publication));
        app.confirm(&house.owner, again.id).await.expect("confirmed");
        let public = app.public_record(asked.publication).await.expect("public");
        assert_eq!(public.edition.content, again.content);
    }
}

#[tokio::test]
async fn withdrawn_publication_and_one_that_never_was_answer_alike() {
    for house in houses().await {
        let app = &house.world.app;
        let asked = app.ask_to_publish(&house.officer, house.event, None).await.expect("asked");
        app.confirm(&house.owner, asked.id).await.expect("confirmed");
        let silent = app.withdraw(&house.officer, asked.publication, None).await;
        assert_eq!(problem(silent.expect_err("no reason")), "reason-missing");
        let stranger = app.withdraw(&house.below, asked.publication, Some("x".to_owned())).await;
        assert_eq!(problem(stranger.expect_err("not own")), "no publication");
        app.withdraw(&house.officer, asked.publication, Some("a mistake".to_owned())).await.expect("withdrawn");
        assert_eq!(problem(app.public_record(asked.publication).await.expect_err("gone")), "no publication");
        assert_eq!(app.public_records(&PublicFilter::default(), &Page::default()).await.expect("listed").total, 0);
        let actions: Vec<_> = house.world.audit().await.into_iter().map(|record| (record.action, record.why)).collect();
        assert_eq!(actions.last(), Some(&("event.publish-withdraw".to_owned(), Some("a mistake".to_owned()))));
        let again = app.ask_to_publish(&house.officer, house.event, None).await.expect("asked again");
        app.refuse(&house.owner, again.id, Some("not yet".to_owned())).await.expect("refused");
        let third = app.ask_to_publish(&house.officer, house.event, None).await.expect("asked again");
        app.take_back(&house.officer, third.id, None).await.expect("taken back");
        let states: Vec<_> = app
            .requests(&house.officer, Requests::Own, &Page::default())
            .await
            .expect("listed")
            .items
            .into_iter()
            .map(|request| request.edition.state)
            .collect();
        assert_eq!(states, [EditionState::TakenBack, EditionState::Refused, EditionState::Published]);
    }
}

#[tokio::test]
async fn service_point_of_one_publishes_with_the_team_above() {
    for house in houses().await {
        let (app, below) = (&house.world.app, &house.below);
        let text = "虚构推介会\n架空机械株式会社参会。".as_bytes().to_vec();
        let file = samesky_app::import::Incoming::new("b.txt", samesky_app::import::Content::Bytes(text));
        let options = samesky_app::import::ImportOptions {
            source: samesky_model::record::ImportSource::Paste,
            skip_refused: false,
        };
        let report = app.import(below, vec![file], options).await.expect("imported");
        let id = report.files[0].announcement.expect("kept").0;
        let record = RecordRef { kind: Shareable::Announcement, id };
        let asked = app.ask_to_publish(below, record, None).await.expect("asked");
        assert_eq!(app.requests_to_confirm(below).await.expect("counted"), 0);
        let waiting = app.requests(&house.officer, Requests::ToConfirm, &Page::default()).await.expect("listed").items;
        assert_eq!(waiting.iter().map(|one| (one.edition.id, one.may_confirm)).collect::<Vec<_>>(), [(asked.id, true)]);
        app.confirm(&house.officer, asked.id).await.expect("confirmed");
        let public = app.public_record(asked.publication).await.expect("public");
        assert_eq!((public.team.id, public.edition.decided_for), (below.team, Some(house.owner.team)));
        let json = serde_json::to_string(&public.edition.content).expect("json");
        assert!(!json.contains("参会"), "{json}");
        app.share(below, record, ShareWith::Parent).await.expect("shared");
        let shared = app.shared_record(&house.officer, record).await.expect("seen");
        assert!(shared.text.expect("a text").text.contains("参会"));
    }
}

#[tokio::test]
async fn viewer_and_whoever_sits_at_the_machine_cannot_confirm() {
    for house in houses().await {
        let app = &house.world.app;
        let viewer = house.world.member(&house.owner, house.owner.team, "Nok", Role::Viewer).await;
        let asked = app.ask_to_publish(&house.world.session, house.event, None).await.expect("asked");
        assert_eq!(problem(app.confirm(&viewer, asked.id).await.expect_err("a viewer")), "forbidden confirm");
        let local = app.confirm(&house.world.session, asked.id).await;
        assert_eq!(problem(local.expect_err("no account")), "forbidden confirm");
        app.confirm(&house.officer, asked.id).await.expect("confirmed");
        let shared = app.share(&viewer, house.event, ShareWith::Team(house.below.team)).await;
        assert_eq!(problem(shared.expect_err("a viewer")), "forbidden share");
    }
}

#[tokio::test]
async fn removed_officer_confirms_nothing_any_more() {
    for house in houses().await {
        let app = &house.world.app;
        let made = app
            .sign_in("hoshi@example.org", PASSWORD, from("192.0.2.9"))
            .await
            .expect("signed in")
            .signed_in()
            .expect("no code");
        let asked = app.ask_to_publish(&house.owner, house.event, None).await.expect("asked");
        app.remove_member(&house.owner, (house.owner.team, id_of(&house.officer)), None).await.expect("removed");
        let later = house.world.session_of(&made.secret).await;
        assert_eq!(problem(app.confirm(&later, asked.id).await.expect_err("removed")), "forbidden confirm");
        assert_eq!(problem(app.request(&later, asked.id).await.expect_err("removed")), "forbidden read");
    }
}

#[tokio::test]
async fn guest_has_an_account_and_sees_nothing_of_any_team() {
    for house in houses().await {
        let app = &house.world.app;
        let active = OrganisationFilter { state: Some(RecordState::Active), ..OrganisationFilter::default() };
        let company =
            app.organisations(&house.officer, &active, &Page::default()).await.expect("listed").items.remove(0);
        let hidden = app.invite_guest(&house.below, company.id, "g@example.org").await;
        assert_eq!(problem(hidden.expect_err("not own")), "no organisation");
        let (link, _) = app.invite_guest(&house.officer, company.id, "guest@example.org").await.expect("invited");
        let made = app.accept_invitation(link.reveal(), person("Guest"), from("192.0.2.3")).await.expect("came");
        let guest = house.world.session_of(&made.secret).await;
        assert_eq!(app.profile(&guest).await.expect("own").account.organisation, Some(company.id));
        assert_eq!(
            problem(app.events(&guest, &EventFilter::default(), &Page::default()).await.expect_err("shut")),
            "forbidden read"
        );
        assert_eq!(problem(app.shared_record(&guest, house.event).await.expect_err("shut")), "forbidden read");
        assert_eq!(problem(app.team(&guest).await.expect_err("shut")), "forbidden read");
        let again = app
            .sign_in("guest@example.org", PASSWORD, from("192.0.2.3"))
            .await
            .expect("signed in")
            .signed_in()
            .expect("no code");
        let guest = house.world.session_of(&again.secret).await;
        let of = app.guests(&house.officer, company.id).await.expect("listed").accounts;
        assert_eq!(of.iter().map(|one| one.id).collect::<Vec<_>>(), [id_of(&guest)]);
        app.remove_guest(&house.officer, company.id, id_of(&guest)).await.expect("removed");
        assert!(!house.world.session_of(&again.secret).await.is_somebody());
        let closed = app.guests(&house.officer, company.id).await.expect("listed").accounts;
        assert_eq!(closed.len(), 0);
        let shut = app.sign_in("guest@example.org", PASSWORD, from("192.0.2.3")).await;
        assert_eq!(problem(shut.expect_err("closed")), "sign-in-refused");
    }
}
