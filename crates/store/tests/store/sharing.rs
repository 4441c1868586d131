//! What a team sees of another's records, and what everybody sees.

use crate::scene::{Scene, scenes};
use samesky_model::id::{FigureId, TeamId};
use samesky_model::record::{
    Edition, EditionState, Facet, FacetKind, Figure, FigureEntry, Publication, Scope, Share, Shareable,
};
use samesky_store::announcement::AnnouncementFilter;
use samesky_store::event::EventFilter;
use samesky_store::figure::{self, FigureFilter, FigureSort};
use samesky_store::organisation::OrganisationFilter;
use samesky_store::project::ProjectFilter;
use samesky_store::publication::edition::{self, EditionFilter};
use samesky_store::publication::{self, PublicationFilter, Standing};
use samesky_store::{Page, Sight, StoreError, announcement, entry, event, organisation, project, share, team};
use samesky_testkit::sample;
use uuid::Uuid;

/// The records of one team, and another team that looks.
struct Two {
    scene: Scene,
    other: TeamId,
    event: Uuid,
    organisation: Uuid,
    project: Uuid,
    entries: Vec<FigureEntry>,
    /// Of the event, the organisation, the project at the event, and of nothing but two announcements.
    figures: Vec<Figure>,
}

async fn two(scene: Scene) -> Two {
    let mut entries = scene.entries(4).await;
    let second = scene.announcements_of(90).await;
    let claim = sample::claim(&scene.ids, scene.team, second, 1);
    let tx = scene.store.write().await.expect("a turn");
    samesky_store::claim::insert(&tx, &claim).await.expect("inserted");
    entries.push(sample::entry(&scene.ids, &claim, 9));
    entry::insert(&tx, &entries[4]).await.expect("inserted");
    let other = sample::team(&scene.ids);
    team::insert(&tx, &other).await.expect("inserted");
    let told = entries[0].announcement;
    let held = sample::event(&scene.ids, scene.team, told);
    event::insert(&tx, &held).await.expect("inserted");
    let company = sample::organisation(&scene.ids, scene.team, told);
    organisation::insert(&tx, &company).await.expect("inserted");
    let built =
        samesky_model::record::ProjectRecord { event: Some(held.id), ..sample::project(&scene.ids, scene.team, told) };
    project::insert(&tx, &built).await.expect("inserted");
    let figure = |entry: &FigureEntry| sample::figure(&scene.ids, entry);
    let figures = vec![
        Figure { event: Some(held.id), ..figure(&entries[0]) },
        Figure { event: Some(held.id), organisation: Some(company.id), ..figure(&entries[1]) },
        Figure { event: Some(held.id), project: Some(built.id), ..figure(&entries[2]) },
        Figure { entries: vec![entries[3].id, entries[4].id], ..figure(&entries[3]) },
    ];
    let facet = Facet { kind: FacetKind::Zone, key: "z".to_owned(), label: "虚构示范区".to_owned() };
    let facets: Vec<_> = figures.iter().map(|figure| (figure.id, facet.clone())).collect();
    figure::replace(&tx, scene.team, &[], &figures, &facets).await.expect("replaced");
    tx.commit().await.expect("committed");
    let (event, organisation, project) = (held.id.0, company.id.0, built.id.0);
    Two { scene, other: other.id, event, organisation, project, entries, figures }
}

impl Two {
    async fn share(&self, kind: Shareable, id: Uuid) -> Share {
        let one = sample::share(self.scene.team, kind, id, self.other);
        let tx = self.scene.store.write().await.expect("a turn");
        share::insert(&tx, &one).await.expect("inserted");
        tx.commit().await.expect("committed");
        one
    }

    async fn unshare(&self, one: &Share) {
        let tx = self.scene.store.write().await.expect("a turn");
        share::remove(&tx, one.team, one.record, one.with).await.expect("removed");
        tx.commit().await.expect("committed");
    }

    /// How many announcements, events, organisations and projects the other team sees, and which figures.
    async fn seen(&self, scope: Scope) -> ([i64; 4], Vec<usize>) {
        let (db, team, page) = (&self.scene.store, self.other, Page::default());
        let announcements = AnnouncementFilter { scope, ..AnnouncementFilter::default() };
        let events = EventFilter { scope, ..EventFilter::default() };
        let organisations = OrganisationFilter { scope, ..OrganisationFilter::default() };
        let projects = ProjectFilter { scope, ..ProjectFilter::default() };
        let counts = [
            announcement::list(db, team, &announcements, &page).await.expect("listed").total,
            event::list(db, team, &events, &page).await.expect("listed").total,
            organisation::list(db, team, &organisations, &page).await.expect("listed").total,
            project::list(db, team, &projects, &page).await.expect("listed").total,
        ];
        let filter = FigureFilter { scope, ..FigureFilter::default() };
        let found = figure::list(db, team, &filter, &FigureSort::default(), &page).await.expect("listed").items;
        let at = |id: FigureId| self.figures.iter().position(|figure| figure.id == id).expect("one of them");
        let mut figures: Vec<_> = found.into_iter().map(|figure| at(figure.id)).collect();
        figures.sort_unstable();
        let summed: i64 =
            figure::totals(db, team, &filter).await.expect("summed").iter().map(|total| total.figures).sum();
        assert_eq!(summed, i64::try_from(figures.len()).expect("few"), "{}", self.scene.database.name);
        (counts, figures)
    }
}

impl Scene {
    async fn announcements_of(&self, number: i64) -> samesky_model::id::AnnouncementId {
        let import = self.import().await;
        let one = sample::announcement(&self.ids, self.team, import.id, number);
        let tx = self.store.write().await.expect("a turn");
        announcement::insert(&tx, &one, &sample::text(number), b"x").await.expect("inserted");
        tx.commit().await.expect("committed");
        one.id
    }
}

#[tokio::test]
async fn shared_record_shows_itself_and_its_figures_but_for_an_organisation_and_nothing_beside_it() {
    for scene in scenes().await {
        let two = two(scene).await;
        assert_eq!(two.seen(Scope::All).await, ([0; 4], vec![]));
        for (kind, id, counts, figures) in [
            (Shareable::Event, two.event, [0, 1, 0, 0], vec![0]),
            (Shareable::Organisation, two.organisation, [0, 0, 1, 0], vec![]),
            (Shareable::Project, two.project, [0, 0, 0, 1], vec![2]),
            (Shareable::Announcement, two.entries[0].announcement.0, [1, 0, 0, 0], vec![0, 1, 2]),
            (Shareable::Announcement, two.entries[4].announcement.0, [1, 0, 0, 0], vec![]),
        ] {
            let one = two.share(kind, id).await;
            let said = format!("{kind} on {}", two.scene.database.name);
            assert_eq!(two.seen(Scope::Shared).await, (counts, figures.clone()), "{said}");
            assert_eq!(two.seen(Scope::All).await, (counts, figures), "{said}");
            assert_eq!(two.seen(Scope::Own).await, ([0; 4], vec![]), "{said}");
            two.unshare(&one).await;
        }
        assert_eq!(two.seen(Scope::All).await, ([0; 4], vec![]));
    }
}

#[tokio::test]
async fn figure_of_two_announcements_is_seen_when_both_are_shared() {
    for scene in scenes().await {
        let two = two(scene).await;
        two.share(Shareable::Announcement, two.entries[0].announcement.0).await;
        two.share(Shareable::Announcement, two.entries[4].announcement.0).await;
        assert_eq!(two.seen(Scope::All).await, ([2, 0, 0, 0], vec![0, 1, 2, 3]));
    }
}

#[tokio::test]
async fn questions_about_hidden_records_are_answered_as_if_they_were_not_there() {
    for scene in scenes().await {
        let two = two(scene).await;
        two.share(Shareable::Project, two.project).await;
        let (db, team, page) = (&two.scene.store, two.other, Page::default());
        let at_event = ProjectFilter { event: Some(two.event.into()), scope: Scope::All, ..ProjectFilter::default() };
        let in_year = ProjectFilter { year: Some(2020), scope: Scope::All, ..ProjectFilter::default() };
        let of_event = FigureFilter { event: Some(two.event.into()), scope: Scope::All, ..FigureFilter::default() };
        let of_zone = Some((FacetKind::Zone, "z".to_owned()));
        let of_zone = FigureFilter { facet: of_zone, scope: Scope::All, ..FigureFilter::default() };
        for filter in [&at_event, &in_year] {
            assert_eq!(project::list(db, team, filter, &page).await.expect("listed").total, 0);
        }
        for filter in [&of_event, &of_zone] {
            let found = figure::list(db, team, filter, &FigureSort::default(), &page).await.expect("listed");
            assert_eq!(found.total, 0);
        }
        let all = FigureFilter { scope: Scope::All, ..FigureFilter::default() };
        assert_eq!(figure::by_facet(db, team, FacetKind::Zone, &all).await.expect("summed"), []);
        two.share(Shareable::Event, two.event).await;
        assert_eq!(project::list(db, team, &at_event, &page).await.expect("listed").total, 1);
        assert_eq!(project::list(db, team, &in_year, &page).await.expect("listed").total, 1);
    }
}

#[tokio::test]
async fn one_record_is_found_by_who_sees_it_and_by_nobody_else() {
    for scene in scenes().await {
        let two = two(scene).await;
        let (db, sight) = (&two.scene.store, Sight::of(two.other, Scope::All));
        assert!(matches!(event::get(db, sight, two.event.into()).await, Err(StoreError::NotFound { .. })));
        assert!(matches!(figure::get(db, sight, two.figures[0].id).await, Err(StoreError::NotFound { .. })));
        two.share(Shareable::Event, two.event).await;
        assert_eq!(event::get(db, sight, two.event.into()).await.expect("seen").id.0, two.event);
        assert_eq!(figure::get(db, sight, two.figures[0].id).await.expect("seen"), two.figures[0]);
        assert!(matches!(event::get(db, two.other, two.event.into()).await, Err(StoreError::NotFound { .. })));
        assert!(matches!(figure::get(db, sight, two.figures[1].id).await, Err(StoreError::NotFound { .. })));
        assert_eq!(
            share::counts(db, two.other).await.expect("counted"),
            [
                (Shareable::Announcement, 0),
                (Shareable::Event, 1),
                (Shareable::Organisation, 0),
                (Shareable::Project, 0)
            ]
        );
    }
}

#[tokio::test]
async fn publication_is_listed_while_an_edition_is_seen() {
    for scene in scenes().await {
        let (db, page) = (&scene.store, Page::default());
        let asked = sample::publication(&scene.ids, scene.team, Shareable::Organisation, scene.ids.next());
        let waiting = sample::edition(&scene.ids, scene.team, asked.id, 1);
        let tx = db.write().await.expect("a turn");
        publication::insert(&tx, &asked).await.expect("inserted");
        edition::insert(&tx, &waiting).await.expect("inserted");
        let public = PublicationFilter {
            standing: Some(Standing::Public),
            text_contains: Some("架空".to_owned()),
            ..PublicationFilter::default()
        };
        assert_eq!(publication::list(&tx, &public, &page).await.expect("listed").items, []);
        let confirmed = Edition {
            state: EditionState::Published,
            decided: Some(sample::stamp(5)),
            decided_for: Some(scene.team),
            ..waiting.clone()
        };
        edition::decide(&tx, &confirmed).await.expect("decided");
        let again = edition::decide(&tx, &confirmed).await;
        assert!(matches!(again, Err(StoreError::Conflict { .. })), "{again:?}");
        let seen = Publication { version: 2, edition: Some(1), ..asked.clone() };
        publication::update(&tx, &seen, Some(&confirmed.content), 1).await.expect("written");
        let stale = publication::update(&tx, &seen, Some(&confirmed.content), 1).await;
        assert!(matches!(stale, Err(StoreError::Conflict { .. })), "{stale:?}");
        tx.commit().await.expect("committed");
        let found = publication::list(db, &public, &page).await.expect("listed").items;
        assert_eq!(found, [seen.clone()]);
        assert_eq!(edition::seen(db, &found).await.expect("read"), [confirmed.clone()]);
        assert_eq!(publication::of_record(db, scene.team, asked.record).await.expect("read"), Some(seen.clone()));
        let gone = Publication {
            version: 3,
            edition: None,
            withdrawn: Some(sample::stamp(6)),
            withdrawn_why: Some("a mistake".to_owned()),
            ..seen
        };
        let tx = db.write().await.expect("a turn");
        publication::update(&tx, &gone, None, 2).await.expect("written");
        tx.commit().await.expect("committed");
        assert_eq!(publication::list(db, &public, &page).await.expect("listed").items, []);
        let withdrawn = PublicationFilter { standing: Some(Standing::Withdrawn), ..PublicationFilter::default() };
        assert_eq!(publication::list(db, &withdrawn, &page).await.expect("listed").items, [gone]);
    }
}

#[tokio::test]
async fn requests_that_wait_leave_out_those_of_the_account_that_asks() {
    for scene in scenes().await {
        let one = sample::publication(&scene.ids, scene.team, Shareable::Event, scene.ids.next());
        let request = sample::edition(&scene.ids, scene.team, one.id, 1);
        let local = Edition { requester: None, ..sample::edition(&scene.ids, scene.team, one.id, 2) };
        let tx = scene.store.write().await.expect("a turn");
        publication::insert(&tx, &one).await.expect("inserted");
        edition::insert(&tx, &request).await.expect("inserted");
        edition::insert(&tx, &local).await.expect("inserted");
        let teams = vec![scene.team];
        let all = EditionFilter { teams, state: Some(EditionState::Waiting), not_by: None };
        let others = EditionFilter { not_by: request.requester, ..all.clone() };
        let nobodys = EditionFilter { teams: Vec::new(), ..all.clone() };
        let found = edition::list(&tx, &others, &Page::default()).await.expect("listed").items;
        assert_eq!(found, [local.clone()]);
        assert_eq!(edition::count(&tx, &all).await.expect("counted"), 2);
        assert_eq!(edition::count(&tx, &nobodys).await.expect("counted"), 0);
        assert_eq!(edition::of(&tx, one.id).await.expect("read"), [local, request]);
    }
}
