//! The pool, and the two kinds of transaction.

use crate::listing::{self, Finder};
use crate::{StoreError, audit, dialect, team};
use sea_orm::{
    DatabaseConnection, DatabaseExecutor, DatabaseTransaction, DbBackend, EntityTrait, QuerySelect, TransactionTrait,
};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use uuid::Uuid;

mod sealed {
    pub trait Sealed {}
}

/// Anything that can be read from: a [`Store`] (each read for itself), a [`Snapshot`], a [`Tx`].
pub trait Db: sealed::Sealed + Send + Sync {
    #[doc(hidden)]
    fn connection(&self) -> DatabaseExecutor<'_>;
}

/// The database of an installation: a pool of connections. Cloning it is cheap.
#[derive(Debug, Clone)]
pub struct Store {
    pool: DatabaseConnection,
    /// Writers of this process queue here, first come first served, so that none starves.
    turn: Arc<Semaphore>,
    patience: Duration,
    /// Makes organisations findable.
    finder: Option<Arc<dyn Finder>>,
}

/// A write transaction. It has the database for itself among writers; dropped without [`Tx::commit`] it leaves no trace.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
    /// Audit records that get their links when the transaction ends.
    unlinked: Mutex<Vec<audit::Unlinked>>,
    /// Organisations that are to be listed again when the transaction ends.
    relisted: Mutex<BTreeSet<Uuid>>,
    /// They are noted instead, and listed by whoever asks for that.
    list_later: AtomicBool,
    finder: Option<Arc<dyn Finder>>,
    _turn: OwnedSemaphorePermit,
}

/// A read transaction: everything read through it is of one moment.
#[derive(Debug)]
pub struct Snapshot {
    inner: DatabaseTransaction,
}

impl Store {
    pub(crate) fn new(pool: DatabaseConnection, patience: Duration) -> Self {
        Self { pool, turn: Arc::new(Semaphore::new(1)), patience, finder: None }
    }

    /// The same, with organisations made findable by what the finder says of them.
    #[must_use]
    pub fn finding(self, finder: Arc<dyn Finder>) -> Self {
        Self { finder: Some(finder), ..self }
    }

    /// Begins the only kind of transaction that may write. Writers wait for one another, so that a transaction that
    /// reads and then writes never fails for another writer's sake.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the turn did not come in time. A read-only database says so at the first change.
    pub async fn write(&self) -> Result<Tx, StoreError> {
        let turn = self.wait_for_turn().await?;
        let inner = self.pool.begin_with_options(dialect::write_transaction(self.backend())).await?;
        dialect::wait_for_turn(&inner, self.patience).await?;
        let finder = self.finder.clone();
        Ok(Tx {
            inner,
            unlinked: Mutex::default(),
            relisted: Mutex::default(),
            list_later: AtomicBool::new(false),
            finder,
            _turn: turn,
        })
    }

    /// Begins a read transaction with one consistent view, that of this moment.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`].
    pub async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        let inner = self.pool.begin_with_options(dialect::read_transaction(self.backend())).await?;
        team::Entity::find()
            .select_only()
            .column(team::Column::Id)
            .limit(1)
            .into_tuple::<uuid::Uuid>()
            .one(&inner)
            .await?;
        Ok(Snapshot { inner })
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when it does not.
    pub async fn ready(&self) -> Result<(), StoreError> {
        team::default(self).await.map(|_| ())
    }

    /// How many connections the pool holds, and how many of them do nothing.
    #[must_use]
    pub fn connections(&self) -> (u32, usize) {
        dialect::connections(&self.pool)
    }

    /// Ends every connection; on SQLite this also folds the log into the file, as far as nobody else reads or writes.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn close(self) -> Result<(), StoreError> {
        // The last connection would fold it too, but nobody waits for its thread. A log that stays is read when it is opened again.
        let _ = dialect::fold(&self.pool).await;
        Ok(self.pool.close().await?)
    }

    /// Leaves nothing of what was taken away in the files of the database: on SQLite they are written anew, for which there must
    /// be room; PostgreSQL does it in its own time. Writers wait.
    ///
    /// # Errors
    /// When the database fails; nothing is lost then, but what was taken away may still be found in the files.
    pub async fn scrub(&self) -> Result<(), StoreError> {
        let _turn = self.wait_for_turn().await?;
        Ok(dialect::scrub(&self.pool).await?)
    }

    /// Has a function called with every statement that runs from now on through this handle. For tests that count.
    #[doc(hidden)]
    #[must_use]
    pub fn watched(mut self, watcher: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.pool.set_metric_callback(move |info| watcher(&info.statement.sql));
        self
    }

    fn backend(&self) -> DbBackend {
        self.pool.get_database_backend()
    }

    async fn wait_for_turn(&self) -> Result<OwnedSemaphorePermit, StoreError> {
        match tokio::time::timeout(self.patience, self.turn.clone().acquire_owned()).await {
            Ok(Ok(turn)) => Ok(turn),
            Ok(Err(closed)) => Err(StoreError::Unavailable(closed.to_string())),
            Err(_) => Err(StoreError::Unavailable("another write takes too long".to_owned())),
        }
    }
}

impl Tx {
    /// Keeps everything that was written, and links what was done into the chains of its teams.
    ///
    /// # Errors
    /// Then nothing of it was kept.
    pub async fn commit(self) -> Result<(), StoreError> {
        let relisted = std::mem::take(&mut *self.relisted.lock().unwrap_or_else(PoisonError::into_inner));
        if self.list_later.load(Ordering::Relaxed) {
            listing::note(&self, relisted).await?;
        } else if let Some(finder) = self.finder.clone() {
            listing::settle(&self, &*finder, relisted).await?;
        }
        let unlinked = std::mem::take(&mut *self.unlinked.lock().unwrap_or_else(PoisonError::into_inner));
        audit::seal(&self, unlinked).await?;
        Ok(self.inner.commit().await?)
    }

    /// An audit record goes to the end of its team's chain when the transaction is committed.
    pub(crate) fn link_at_the_end(&self, change: audit::Unlinked) {
        self.unlinked.lock().unwrap_or_else(PoisonError::into_inner).push(change);
    }

    /// Has this transaction touch so many organisations that they are not made findable before it ends, but by
    /// [`listing::list_waiting`] after it. Not for a transaction that hides records from whoever saw them.
    pub fn list_organisations_later(&self) {
        self.list_later.store(true, Ordering::Relaxed);
    }

    /// Organisations are listed again when the transaction is committed.
    pub(crate) fn relist(&self, organisations: impl IntoIterator<Item = Uuid>) {
        self.relisted.lock().unwrap_or_else(PoisonError::into_inner).extend(organisations);
    }

    /// Lets a SQLite file grow no further on this connection, as a full disk would. For tests.
    #[doc(hidden)]
    pub async fn pretend_full(&self) -> Result<(), StoreError> {
        dialect::sqlite::stop_growing(&self.inner).await.map_err(StoreError::from)
    }
}

impl sealed::Sealed for Store {}
impl sealed::Sealed for Tx {}
impl sealed::Sealed for Snapshot {}

impl Db for Store {
    fn connection(&self) -> DatabaseExecutor<'_> {
        (&self.pool).into()
    }
}

impl Db for Tx {
    fn connection(&self) -> DatabaseExecutor<'_> {
        (&self.inner).into()
    }
}

impl Db for Snapshot {
    fn connection(&self) -> DatabaseExecutor<'_> {
        (&self.inner).into()
    }
}
