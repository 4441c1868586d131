//! The pool, and the two kinds of transaction.

use crate::{OpenOptions, StoreError};
use sea_orm::{DatabaseConnection, DatabaseExecutor, DatabaseTransaction};

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
}

/// A write transaction. It has the database for itself among writers; dropped without [`Tx::commit`] it leaves no trace.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
}

/// A read transaction: everything read through it is of one moment.
#[derive(Debug)]
pub struct Snapshot {
    inner: DatabaseTransaction,
}

impl Store {
    /// Opens a database and brings it forward to this version: `sqlite:PATH`, `sqlite::memory:` or `postgres://…`.
    ///
    /// # Errors
    /// [`StoreError::CannotOpen`], [`StoreError::NewerDatabase`], [`StoreError::ReadOnly`], [`StoreError::DiskFull`].
    pub async fn open(url: &str, options: &OpenOptions) -> Result<Self, StoreError> {
        todo!()
    }

    /// Begins the only kind of transaction that may write. Writers wait for one another, so that a transaction that
    /// reads and then writes never fails for another writer's sake.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when the turn did not come in time; [`StoreError::ReadOnly`].
    pub async fn write(&self) -> Result<Tx, StoreError> {
        todo!()
    }

    /// Begins a read transaction with one consistent view.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`].
    pub async fn snapshot(&self) -> Result<Snapshot, StoreError> {
        todo!()
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] when it does not.
    pub async fn ready(&self) -> Result<(), StoreError> {
        todo!()
    }
}

impl Tx {
    /// Keeps everything that was written.
    ///
    /// # Errors
    /// Then nothing of it was kept.
    pub async fn commit(self) -> Result<(), StoreError> {
        todo!()
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
