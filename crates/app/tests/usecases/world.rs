//! An app on a database that is thrown away.

use jiff::{SignedDuration, Timestamp};
use samesky_app::audit::AuditFilter;
use samesky_app::figures::{FigureFilter, FigureRow, FigureSort, Total};
use samesky_app::import::{Content, ImportOptions, ImportReport, Incoming};
use samesky_app::ledger::EventFilter;
use samesky_app::review::{Decision, NewClaim};
use samesky_app::{App, AppError, Extractor, OpenOptions, Page, Session, Sources, Store};
use samesky_model::id::AnnouncementId;
use samesky_model::record::{AuditRecord, Claim, ClaimRecord, ClaimState, EventRecord, ImportSource, RecordState};
use samesky_testkit::{Ids, SteppingClock, TestDatabase, databases};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// A text in which the reader finds nothing, so that only what a test adds is there.
pub(crate) const NOTHING: &str = "lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor";

/// An app with its database and one officer.
pub(crate) struct World {
    /// `sqlite` or `postgres`.
    pub(crate) name: &'static str,
    /// The app.
    pub(crate) app: App,
    /// The officer who acts.
    pub(crate) session: Session,
    pub(crate) ahead: Arc<AtomicI64>,
    pub(crate) clock: Arc<SteppingClock>,
    pub(crate) database: Arc<TestDatabase>,
}

/// A world on each kind of database.
pub(crate) async fn worlds() -> Vec<World> {
    let mut worlds = Vec::new();
    for database in databases().await {
        worlds.push(World::on(database).await);
    }
    worlds
}

impl World {
    async fn on(database: TestDatabase) -> Self {
        let store = Store::open(&database.url, &OpenOptions::default()).await.expect("a store");
        let (clock, ids) = (Arc::new(SteppingClock::new()), Ids::new(11));
        let extractor = Extractor::new("/nonexistent", Vec::<String>::new());
        let ahead = Arc::new(AtomicI64::new(0));
        let shown = ahead.clone();
        let ticking = clock.clone();
        let now = move || ticking.now() + SignedDuration::from_mins(shown.load(Ordering::Relaxed));
        let app = App::new(store, extractor, Sources::new(now, move || ids.next()));
        let session = app.local_session("林澄").await.expect("a session");
        Self { name: database.name, app, session, ahead, clock, database: Arc::new(database) }
    }

    /// The same world, for another who acts in it.
    pub(crate) fn again(&self) -> Self {
        let Self { name, app, session, ahead, clock, database } = self;
        let (app, session) = (app.clone(), session.clone());
        Self { name, app, session, ahead: ahead.clone(), clock: clock.clone(), database: database.clone() }
    }

    /// What lies in the folder of a SQLite database.
    pub(crate) fn files(&self) -> Vec<Vec<u8>> {
        let folder = self.database.folder().map(|folder| std::fs::read_dir(folder).expect("a folder"));
        folder.into_iter().flatten().map(|file| std::fs::read(file.expect("a file").path()).expect("read")).collect()
    }

    /// Lets that many minutes pass.
    pub(crate) fn pass(&self, minutes: i64) {
        self.ahead.fetch_add(minutes, Ordering::Relaxed);
    }

    /// The instant.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now() + SignedDuration::from_mins(self.ahead.load(Ordering::Relaxed))
    }

    /// Another officer of the same team.
    pub(crate) fn other(&self) -> Session {
        Session { account: "星野".to_owned(), ..self.session.clone() }
    }

    /// Imports texts in one import.
    pub(crate) async fn import(&self, files: Vec<Incoming>, skip_refused: bool) -> Result<ImportReport, AppError> {
        let options = ImportOptions { source: ImportSource::Command, skip_refused };
        self.app.import(&self.session, files, options).await
    }

    /// Imports one text, published on that day.
    pub(crate) async fn bring(&self, text: &str, language: &str, published: &str) -> AnnouncementId {
        let file =
            Incoming { published: published.parse().ok(), language: Some(language.to_owned()), ..incoming(text) };
        let report = self.import(vec![file], false).await.expect("imported");
        report.files[0].announcement.expect("kept")
    }

    /// Imports a text of which nothing is read, and adds these claims. Their local names are `x1`, `x2`, ….
    pub(crate) async fn state(&self, tail: &str, published: &str, claims: Vec<Claim>) -> AnnouncementId {
        let id = self.bring(&format!("{NOTHING} {tail}"), "zh-Hans", published).await;
        for claim in claims {
            self.add(id, claim).await;
        }
        id
    }

    /// Adds a claim.
    pub(crate) async fn add(&self, id: AnnouncementId, claim: Claim) -> ClaimRecord {
        self.app.add_claim(&self.session, id, NewClaim { claim, why: None }).await.expect("added")
    }

    /// The claims of an announcement.
    pub(crate) async fn claims(&self, id: AnnouncementId) -> Vec<ClaimRecord> {
        self.app.review(&self.session, id).await.expect("a review").claims
    }

    /// The claim with this quote or name.
    pub(crate) async fn claim(&self, id: AnnouncementId, words: &str) -> ClaimRecord {
        let claims = self.claims(id).await;
        let said = |claim: &&ClaimRecord| match &claim.current {
            Claim::Figure(figure) => figure.quote == words,
            Claim::Event(event) => event.name.as_deref() == Some(words),
            Claim::Organisation(organisation) => organisation.name == words,
            Claim::Project(project) => project.name == words,
        };
        claims.iter().find(said).unwrap_or_else(|| panic!("{words} is not in {claims:#?}")).clone()
    }

    /// Decides on a claim as it stands now.
    pub(crate) async fn decide(&self, claim: &ClaimRecord, decision: Decision, why: Option<&str>) -> ClaimRecord {
        let now = self.app.claim(&self.session, claim.id).await.expect("a claim").version;
        let decided = self.app.decide(&self.session, claim.id, now, decision, why.map(str::to_owned)).await;
        decided.unwrap_or_else(|error| panic!("{error} on {}", self.name))
    }

    /// Accepts every waiting claim.
    pub(crate) async fn accept_all(&self, id: AnnouncementId) {
        let waiting = self.claims(id).await.into_iter().filter(|claim| claim.state == ClaimState::Pending);
        let seen: Vec<_> = waiting.map(|claim| (claim.id, claim.version)).collect();
        self.app.decide_many(&self.session, id, &seen, Decision::Accept, None).await.expect("accepted");
    }

    /// Every figure, greatest first.
    pub(crate) async fn figures(&self) -> Vec<FigureRow> {
        let (filter, sort) = (FigureFilter::default(), FigureSort::default());
        self.app.figures(&self.session, &filter, &sort, &Page::first(500)).await.expect("figures").items
    }

    /// The figures whose first entry quotes these words.
    pub(crate) async fn quoting(&self, words: &str) -> Vec<FigureRow> {
        let quotes = |row: &FigureRow| row.entries.iter().any(|entry| entry.entry.figure.quote == words);
        self.figures().await.into_iter().filter(quotes).collect()
    }

    /// Every total.
    pub(crate) async fn totals(&self) -> Vec<Total> {
        self.app.totals(&self.session, &FigureFilter::default()).await.expect("totals")
    }

    /// Every event that still rests on a claim.
    pub(crate) async fn events(&self) -> Vec<EventRecord> {
        let filter = EventFilter { state: Some(RecordState::Active), ..EventFilter::default() };
        self.app.events(&self.session, &filter, &Page::first(100)).await.expect("events").items
    }

    /// The audit, oldest first.
    pub(crate) async fn audit(&self) -> Vec<AuditRecord> {
        let filter = AuditFilter::default();
        let mut records = self.app.audit(&self.session, &filter, &Page::first(500)).await.expect("an audit").items;
        records.reverse();
        records
    }

    /// The actions since there were so many.
    pub(crate) async fn actions_since(&self, before: usize) -> Vec<String> {
        self.audit().await.into_iter().skip(before).map(|record| record.action).collect()
    }
}

/// A file of which nothing is known but its text.
pub(crate) fn incoming(text: &str) -> Incoming {
    Incoming::new("a.txt", Content::Bytes(text.as_bytes().to_vec()))
}
