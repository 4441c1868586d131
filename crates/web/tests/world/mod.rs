//! A server on a database that is thrown away, filled through the use cases.

// Each test binary uses its part of this.
#![allow(dead_code)]

use axum::Router;
use samesky_app::import::{Content, ImportOptions, Incoming};
use samesky_app::mail::{MailSettings, MailTls, Mailer};
use samesky_app::{App, Extractor, OpenOptions, Session, Sources, Store};
use samesky_model::id::AnnouncementId;
use samesky_model::record::{FileOutcome, ImportSource};
use samesky_testkit::{Ids, SteppingClock, TestDatabase};
use samesky_web::state::{Settings, WebState};
use std::sync::Arc;

/// The server's parts. The database goes away with it.
pub(crate) struct World {
    app: App,
    state: WebState,
    clock: Arc<SteppingClock>,
    _kept: TestDatabase,
}

impl World {
    /// A server without a record, which reads no PDF and no docx.
    pub(crate) async fn empty() -> Self {
        Self::with(Extractor::new("/nonexistent", Vec::<String>::new())).await
    }

    /// A server without a record, with this reader of hostile formats.
    pub(crate) async fn with(extractor: Extractor) -> Self {
        let database = TestDatabase::sqlite();
        let store = Store::open(&database.url, &OpenOptions::default()).await.expect("a store");
        let (clock, ids) = (Arc::new(SteppingClock::new()), Ids::new(7));
        let ticking = clock.clone();
        let app = App::new(store, extractor, Sources::new(move || ticking.now(), move || ids.next()));
        let settings = Settings { demo: false, account: "officer".to_owned() };
        let state = WebState::new(app.clone(), settings).await.expect("a state");
        Self { app, state, clock, _kept: database }
    }

    /// The same server, which sends mail by this server on loopback and waits an hour for its answer.
    pub(crate) async fn mailing(self, port: u16) -> Self {
        self.mailing_with(port, std::time::Duration::from_secs(3600)).await
    }

    /// The same server, which sends mail by this server on loopback and waits so long for its answer.
    pub(crate) async fn mailing_with(self, port: u16, patience: std::time::Duration) -> Self {
        let settings = MailSettings {
            host: "127.0.0.1".to_owned(),
            port: Some(port),
            tls: MailTls::None,
            login: None,
            from: "samesky@example.org".to_owned(),
            authorities: None,
            patience,
        };
        let app = self.app.with_mail(Mailer::new(&settings).expect("a mailer"));
        let state = WebState::new(app.clone(), self.state.settings().clone()).await.expect("a state");
        Self { app, state, ..self }
    }

    /// The same server, by whose side another service is to sign in by.
    #[cfg(feature = "oidc")]
    pub(crate) async fn with_service(self, service: samesky_app::accounts::Service) -> Self {
        let app = self.app.with_service(service);
        let state = WebState::new(app.clone(), self.state.settings().clone()).await.expect("a state");
        Self { app, state, ..self }
    }

    /// The instant.
    pub(crate) fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }

    /// A server with the demonstration.
    pub(crate) async fn demo() -> Self {
        let world = Self::empty().await;
        let report = world.app.seed_demo(&world.session("林澄（虚构）")).await.expect("the demonstration");
        assert!(report.count(FileOutcome::New) > 20, "{report:?}");
        world
    }

    /// Whoever has this name.
    pub(crate) fn session(&self, account: &str) -> Session {
        Session::local(self.state.team().id, account)
    }

    /// The use cases.
    pub(crate) const fn app(&self) -> &App {
        &self.app
    }

    /// What the handlers share.
    pub(crate) const fn state(&self) -> &WebState {
        &self.state
    }

    /// Everything that is served.
    pub(crate) fn router(&self) -> Router {
        samesky_web::server::router(self.state.clone())
    }

    /// Imports a text of that name and publisher.
    pub(crate) async fn announce(&self, name: &str, publisher: &str, text: &str) -> AnnouncementId {
        let file = Incoming {
            publisher: Some(publisher.to_owned()),
            content_type: Some("text/plain; charset=utf-8".to_owned()),
            ..Incoming::new(name, Content::Bytes(text.as_bytes().to_vec()))
        };
        let options = ImportOptions { source: ImportSource::Paste, skip_refused: false };
        let report = self.app.import(&self.session("officer"), vec![file], options).await.expect("an import");
        report.files[0].announcement.unwrap_or_else(|| panic!("not kept: {report:?}"))
    }

    /// Accepts every claim of an announcement.
    pub(crate) async fn accept_all(&self, id: AnnouncementId) {
        let session = self.session("officer");
        let claims = self.app.review(&session, id).await.expect("a review").claims;
        let seen: Vec<_> = claims.iter().map(|claim| (claim.id, claim.version)).collect();
        let decision = samesky_app::review::Decision::Accept;
        self.app.decide_many(&session, id, &seen, decision, Some("a test's reason")).await.expect("decisions");
    }
}
