//! What most tests begin with: a database of each kind, opened, with some announcements in it.

use samesky_model::id::{AnnouncementId, TeamId};
use samesky_model::record::{Announcement, ClaimRecord, FigureEntry, Import};
use samesky_store::{OpenOptions, Store, announcement, claim, entry, import, team};
use samesky_testkit::{Ids, TestDatabase, databases, sample};

/// A store with its database.
pub(crate) struct Scene {
    pub(crate) store: Store,
    pub(crate) team: TeamId,
    pub(crate) ids: Ids,
    pub(crate) database: TestDatabase,
}

/// An empty store on each kind of database.
pub(crate) async fn scenes() -> Vec<Scene> {
    let mut scenes = Vec::new();
    for database in databases().await {
        let store = Store::open(&database.url, &OpenOptions::default()).await.expect("opens");
        let team = team::default(&store).await.expect("the default team").id;
        scenes.push(Scene { store, team, ids: Ids::new(7), database });
    }
    scenes
}

impl Scene {
    /// Keeps an import.
    pub(crate) async fn import(&self) -> Import {
        let import = sample::import(&self.ids, self.team);
        let tx = self.store.write().await.expect("a turn");
        import::insert(&tx, &import, &[sample::import_file(1)]).await.expect("inserted");
        tx.commit().await.expect("committed");
        import
    }

    /// Keeps that many announcements, oldest first, each with as many pending claims.
    pub(crate) async fn announcements(&self, count: i64, claims: i64) -> Vec<Announcement> {
        let import = self.import().await;
        let tx = self.store.write().await.expect("a turn");
        let mut kept = Vec::new();
        for number in 1..=count {
            let mut one = sample::announcement(&self.ids, self.team, import.id, number);
            (one.claims, one.pending) = (claims, claims);
            let text = sample::text(number);
            announcement::insert(&tx, &one, &text, text.text.as_bytes()).await.expect("inserted");
            let claims: Vec<_> = (1..=claims).map(|n| sample::claim(&self.ids, self.team, one.id, n)).collect();
            claim::insert_many(&tx, &claims).await.expect("inserted");
            kept.push(one);
        }
        tx.commit().await.expect("committed");
        kept
    }

    /// The claims of an announcement.
    pub(crate) async fn claims(&self, announcement: AnnouncementId) -> Vec<ClaimRecord> {
        claim::list(&self.store, self.team, announcement).await.expect("listed")
    }

    /// Keeps that many entries, each of a claim of its own, all of one announcement.
    pub(crate) async fn entries(&self, count: i64) -> Vec<FigureEntry> {
        let announcement = self.announcements(1, count).await.remove(0);
        let mut kept = Vec::new();
        let tx = self.store.write().await.expect("a turn");
        for (second, claim) in (1..).zip(self.claims(announcement.id).await) {
            let one = sample::entry(&self.ids, &claim, second);
            entry::insert(&tx, &one).await.expect("inserted");
            kept.push(one);
        }
        tx.commit().await.expect("committed");
        kept
    }
}
