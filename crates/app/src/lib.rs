//! The use cases of Samesky: load, let an engine work, check, save; in one transaction each.
//!
//! Permissions ([`access`]) and the audit live here and nowhere else. Pages and the command line call one use case and
//! render what it returns. Clocks and identifiers come in through [`Sources`].

pub mod access;
pub mod accounts;
pub mod announcements;
pub mod attachments;
pub mod audit;
pub mod backup;
pub mod checks;
pub mod demo;
pub mod error;
pub mod figures;
pub mod import;
pub mod ledger;
pub mod lists;
pub mod mail;
pub mod organisations;
pub mod overview;
pub mod people;
pub mod personal;
pub mod places;
pub mod publishing;
pub mod read;
pub mod review;
pub mod search;
pub mod sharing;
mod sources;

pub use access::{Session, Who};
pub use error::{AppError, Field};
pub use samesky_extract::{ExtractError, Extractor, Hint};
pub use samesky_store::publication::Standing;
pub use samesky_store::{OpenOptions, Page, PageOf, Store, StoreError};
pub use sources::Sources;

use std::sync::Arc;
use std::time::Duration;

/// Everything that a use case needs: the store, the reader of hostile formats, a clock and a maker of identifiers.
#[derive(Clone)]
pub struct App {
    store: Store,
    extractor: Arc<Extractor>,
    sources: Sources,
    mailer: Option<mail::Mailer>,
    #[cfg(feature = "oidc")]
    service: Option<accounts::Service>,
    lease: Duration,
    lists: Arc<organisations::list::job::Running>,
    attachments: Arc<attachments::AttachmentRules>,
    journal: Option<Arc<personal::Journal>>,
    registries: Arc<organisations::likeness::Registries>,
}

impl App {
    /// Puts the parts together.
    #[must_use]
    pub fn new(store: Store, extractor: Extractor, sources: Sources) -> Self {
        Self {
            store: store.finding(Arc::new(organisations::finder::Finder)),
            extractor: Arc::new(extractor),
            sources,
            lease: import::LEASE,
            lists: Arc::default(),
            attachments: Arc::default(),
            registries: Arc::default(),
            mailer: None,
            journal: None,
            #[cfg(feature = "oidc")]
            service: None,
        }
    }

    /// The same with mail.
    #[must_use]
    pub fn with_mail(self, mailer: mail::Mailer) -> Self {
        Self { mailer: Some(mailer), ..self }
    }

    /// The same with another service to sign in by.
    #[cfg(feature = "oidc")]
    #[must_use]
    pub fn with_service(self, service: accounts::Service) -> Self {
        Self { service: Some(service), ..self }
    }

    /// The other service to sign in by, where the settings name one.
    #[cfg(feature = "oidc")]
    #[must_use]
    pub const fn service(&self) -> Option<&accounts::Service> {
        self.service.as_ref()
    }

    /// Who sends mail, where the settings name a server.
    #[must_use]
    pub const fn mailer(&self) -> Option<&mail::Mailer> {
        self.mailer.as_ref()
    }

    /// The same whose imports count as dead when nobody said for so long that they run them.
    #[must_use]
    pub fn with_lease(self, lease: Duration) -> Self {
        Self { lease, ..self }
    }

    /// Whether the store answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ready(&self) -> Result<(), AppError> {
        Ok(self.store.ready().await?)
    }

    /// How many connections to the database this process holds, and how many of them do nothing.
    #[must_use]
    pub fn database_connections(&self) -> (u32, i64) {
        let (open, idle) = self.store.connections();
        (open, import::count(idle))
    }

    /// How many imports run, of any team, on any server. For whoever runs the installation.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn imports_running(&self) -> Result<i64, AppError> {
        Ok(i64::try_from(samesky_store::import::lease::count_running(&self.store).await?).unwrap_or(i64::MAX))
    }

    /// Ends every connection to the store; on SQLite this also folds the log into the file, which is then all there is.
    ///
    /// # Errors
    /// When the store does not answer.
    pub async fn close(self) -> Result<(), AppError> {
        Ok(self.store.close().await?)
    }

    pub(crate) fn stamp(&self, session: &Session) -> samesky_model::record::Stamp {
        samesky_model::record::Stamp { by: session.account.clone(), at: self.sources.now() }
    }
}
