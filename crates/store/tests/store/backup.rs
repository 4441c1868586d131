//! Backups and restores, from either database into either.

use crate::accounts::{account_of, member};
use crate::scene::{Scene, scenes};
use samesky_model::id::ClaimId;
use samesky_model::reading::{Rule, Verdict};
use samesky_model::record::{
    Actor, AuditRecord, Erasure, Facet, FacetKind, Figure, OrganisationChoice, OrganisationRecord, Origin,
    PersonErasure, RecordKind, Role, Shareable, TicketKind,
};
use samesky_store::account::credential::{self, CredentialKind};
use samesky_store::backup::{self, BackupSummary};
use samesky_store::{
    OpenOptions, Store, StoreError, account, announcement, attachment, audit, check, claim, erasure, event, figure,
    identity, membership, organisation, passkey, project, publication, share, sign_in, sign_in_rule, sign_in_step,
    team, ticket,
};
use samesky_testkit::sample;
use std::io::{Cursor, Read, Write};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// At least one row of every table.
async fn fill(scene: &Scene) {
    let entries = scene.entries(3).await;
    let id = entries[0].announcement;
    let claim = scene.claims(id).await.remove(0);
    let mut event = sample::event(&scene.ids, scene.team, id);
    let figure = Figure { event: Some(event.id), ..sample::figure(&scene.ids, &entries[0]) };
    let facet = Facet { kind: FacetKind::Zone, key: "z".to_owned(), label: "虚构\u{0}示范区".to_owned() };
    let tx = scene.store.write().await.expect("a turn");
    team::insert(&tx, &sample::team(&scene.ids)).await.expect("inserted");
    let person = sample::account(&scene.ids, "Lin");
    account::insert(&tx, &person).await.expect("inserted");
    let secrets = ["$argon2id$invented".to_owned()];
    credential::replace(&tx, person.id, CredentialKind::Password, &secrets, sample::stamp(1).at).await.expect("kept");
    membership::insert(&tx, &member(scene, &person, Role::Owner)).await.expect("inserted");
    passkey::insert(&tx, &sample::passkey(&scene.ids, person.id)).await.expect("inserted");
    let name = ("https://id.example.org", "lin");
    identity::insert(&tx, name, person.id, sample::stamp(1).at).await.expect("inserted");
    sign_in_rule::ask_second_factor(&tx, scene.team, true).await.expect("asked for");
    claim::decide(&tx, scene.team, &sample::acceptance(&claim, 4), 0).await.expect("decided");
    event::insert(&tx, &event).await.expect("inserted");
    (event.id, event.part_of) = (scene.ids.next(), Some(event.id));
    event::insert(&tx, &event).await.expect("inserted");
    let one = sample::organisation(&scene.ids, scene.team, id);
    organisation::insert(&tx, &one).await.expect("inserted");
    organisation::set_keys(&tx, one.id, &["k".to_owned(), "é".to_owned(), "Z".to_owned()]).await.expect("written");
    let facts = [(one.id, sample::organisation_facts(&scene.ids))];
    organisation::fact::insert(&tx, scene.team, &facts).await.expect("inserted");
    merged(scene, &tx, (&one, claim.id)).await;
    let (someone, values) = sample::person(&scene.ids, scene.team, one.id);
    organisation::person::insert(&tx, &someone, &values).await.expect("inserted");
    let gone = PersonErasure { person: scene.ids.next(), at: sample::stamp(5).at };
    organisation::person::erase(&tx, &gone).await.expect("noted");
    let (import, line) = sample::organisation_import(&scene.ids, scene.team);
    samesky_store::organisation_import::insert(&tx, &import, &[line]).await.expect("inserted");
    let view = samesky_model::record::SavedView {
        id: scene.ids.next(),
        team: scene.team,
        account: None,
        version: 1,
        name: "虚构视图".to_owned(),
        content: [("q".to_owned(), "架空".to_owned())].into(),
        created: sample::stamp(4),
    };
    samesky_store::saved_view::insert(&tx, &view).await.expect("inserted");
    let (job, row) = sample::list_job(&scene.ids, scene.team);
    samesky_store::list_job::insert(&tx, &job, vec![0xff, 0, 0x89]).await.expect("inserted");
    samesky_store::list_job::rows::insert(&tx, scene.team, job.id, &[row]).await.expect("inserted");
    let one = sample::project(&scene.ids, scene.team, id);
    project::insert(&tx, &one).await.expect("inserted");
    project::set_keys(&tx, one.id, &["k".to_owned()]).await.expect("written");
    figure::replace(&tx, scene.team, &[], &[figure.clone()], &[(figure.id, facet)]).await.expect("replaced");
    let check = sample::check(&scene.ids, &claim, &[], Rule::Listed, Verdict::Unknown);
    check::replace_of_announcement(&tx, scene.team, id, &[check]).await.expect("replaced");
    append_audit(scene, &tx).await;
    let gone = Erasure { account: scene.ids.next(), number: 1, at: sample::stamp(5).at };
    erasure::insert(&tx, &gone).await.expect("inserted");
    let file = sample::attachment(&scene.ids, scene.team, event.id.0);
    let content = scene.ids.next();
    attachment::insert_content(&tx, content, &file).await.expect("inserted");
    attachment::insert_piece(&tx, scene.team, content, 1, vec![0xff, 0, 0x89]).await.expect("inserted");
    attachment::insert(&tx, &file, content).await.expect("inserted");
    let below = sample::team(&scene.ids);
    team::insert(&tx, &below).await.expect("inserted");
    share::insert(&tx, &sample::share(scene.team, Shareable::Event, event.id.0, below.id)).await.expect("inserted");
    let published = sample::publication(&scene.ids, scene.team, Shareable::Event, event.id.0);
    publication::insert(&tx, &published).await.expect("inserted");
    publication::edition::insert(&tx, &sample::edition(&scene.ids, scene.team, published.id, 1))
        .await
        .expect("inserted");
    let import = announcement::get(&tx, scene.team, id).await.expect("there").import;
    let odd = sample::announcement(&scene.ids, scene.team, import, 77);
    let mut text = sample::text(77);
    text.text = "零\0🈳".to_owned();
    announcement::insert(&tx, &odd, &text, &[0xff, 0, 0x80, b'\n']).await.expect("inserted");
    tx.commit().await.expect("committed");
}

/// What is kept of merges, pairs and choices.
async fn merged(scene: &Scene, tx: &samesky_store::Tx, (one, claim): (&OrganisationRecord, ClaimId)) {
    let other = scene.ids.next();
    let merge = sample::organisation_merge(&scene.ids, scene.team, one.id, other);
    let values = vec![(one.id, sample::organisation_facts(&scene.ids))];
    let derived = organisation::merge::Rederived::default();
    organisation::merge::insert(tx, &merge, (&values, &values), &derived).await.expect("inserted");
    organisation::pair::set(tx, &sample::organisation_pair(&scene.ids, scene.team, one.id, other)).await.expect("kept");
    organisation::pair::set_looked(tx, std::slice::from_ref(one)).await.expect("kept");
    let choice = OrganisationChoice { claim, team: scene.team, organisation: Some(one.id), made: sample::stamp(5) };
    organisation::choice::set(tx, &choice).await.expect("kept");
}

async fn append_audit(scene: &Scene, tx: &samesky_store::Tx) {
    let record = AuditRecord {
        link: None,
        actor: Actor::account(scene.ids.next()),
        origin: Origin { address: Some("192.0.2.7".to_owned()), agent: None },
        id: scene.ids.next(),
        team: scene.team,
        stamp: sample::stamp(3),
        action: "claim.accept".to_owned(),
        record_kind: RecordKind::Claim,
        record: scene.ids.next(),
        before: Some("{\"value\":\"20450000000\"}".parse().expect("JSON")),
        after: None,
        why: None,
    };
    audit::append(tx, &record, &crate::audit_chain::salt).await.expect("added");
}

async fn saved(store: &Store) -> (Vec<u8>, BackupSummary) {
    let mut bytes = Vec::new();
    let summary = backup::write(store, &mut bytes, sample::stamp(100).at).await.expect("written");
    (bytes, summary)
}

async fn restored(store: &Store, bytes: Vec<u8>) -> Result<BackupSummary, StoreError> {
    backup::restore(store, backup::Backup::open(Cursor::new(bytes))?).await
}

async fn refused(scene: &Scene, bytes: Vec<u8>) -> String {
    restored(&scene.store, bytes).await.expect_err("must be refused").to_string()
}

#[tokio::test]
async fn backup_restores_into_either_database_and_is_the_same_again() {
    for from in scenes().await {
        fill(&from).await;
        let (bytes, summary) = saved(&from.store).await;
        for into in scenes().await {
            let said = restored(&into.store, bytes.clone()).await.expect("restored");
            assert_eq!(said, summary);
            let (again, _) = saved(&into.store).await;
            assert!(again == bytes, "{} → {}", from.database.name, into.database.name);
        }
        let rows: u64 = summary.tables.iter().map(|(_, rows)| rows).sum();
        assert!(summary.tables.iter().all(|(_, rows)| *rows > 0), "{:?}", summary.tables);
        assert_eq!((summary.tables.len(), rows), (53, 76), "{:?}", summary.tables);
    }
}

#[tokio::test]
async fn backup_is_of_one_moment_while_others_write() {
    for scene in scenes().await {
        fill(&scene).await;
        let (_, before) = saved(&scene.store).await;
        let tx = scene.store.write().await.expect("a turn");
        team::insert(&tx, &sample::team(&scene.ids)).await.expect("inserted");
        let (_, during) = saved(&scene.store).await;
        tx.commit().await.expect("committed");
        assert_eq!(during, before, "{}", scene.database.name);
        assert_ne!(saved(&scene.store).await.1, before);
    }
}

#[tokio::test]
async fn what_lets_somebody_in_is_neither_saved_nor_left_behind_by_a_restore() {
    for scene in scenes().await {
        let into = scenes().await.remove(0);
        let now = sample::stamp(2).at;
        let tx = into.store.write().await.expect("a turn");
        ticket::insert(&tx, &sample::ticket(&into.ids, TicketKind::Owner, None), "link").await.expect("inserted");
        tx.commit().await.expect("committed");
        let person = account_of(&scene, "Lin").await;
        let tx = scene.store.write().await.expect("a turn");
        let signed_in = sample::sign_in(&scene.ids, person.id, scene.team);
        sign_in::insert(&tx, &signed_in, "session").await.expect("inserted");
        let step = sample::step(&scene.ids, person.id);
        sign_in_step::insert(&tx, &step, "step").await.expect("inserted");
        tx.commit().await.expect("committed");
        restored(&into.store, saved(&scene.store).await.0).await.expect("restored");
        assert_eq!(account::get(&into.store, person.id).await.expect("there"), person);
        assert_eq!(sign_in::by_hash(&scene.store, "session", now).await.expect("asked"), Some(signed_in));
        assert_eq!(sign_in::by_hash(&into.store, "session", now).await.expect("asked"), None);
        let open = async |store| sign_in_step::open(store, step.kind, "step", now).await.expect("asked");
        assert_eq!((open(&scene.store).await, open(&into.store).await), (Some(step.clone()), None));
        assert_eq!(ticket::open(&into.store, TicketKind::Owner, "link", now).await.expect("asked"), None);
    }
}

#[tokio::test]
async fn restore_into_a_database_with_records_is_refused() {
    for scene in scenes().await {
        let (bytes, _) = saved(&scene.store).await;
        scene.import().await;
        let said = refused(&scene, bytes).await;
        assert_eq!(said, "the database is not empty: import has 1 rows; restore into a new one");
    }
}

#[tokio::test]
async fn restore_of_a_file_that_is_cut_off_is_refused_and_leaves_nothing() {
    for scene in scenes().await {
        let source = samesky_testkit::TestDatabase::sqlite();
        let store = Store::open(&source.url, &OpenOptions::default()).await.expect("opens");
        let (bytes, _) = saved(&store).await;
        for length in [0, 1, 100, bytes.len() / 2, bytes.len() - 1] {
            let said = refused(&scene, bytes[..length].to_vec()).await;
            assert!(said.starts_with("the backup cannot be used: it is cut off, or no backup at all ("), "{said}");
        }
        let teams = team::default(&scene.store).await.expect("the default team is still there");
        assert_eq!(teams.parent, None);
    }
}

/// The same archive with one file changed.
fn with(bytes: &[u8], file: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut entry = old.by_index(index).expect("a file");
        let (name, mut text) = (entry.name().expect("a name").into_owned(), String::new());
        entry.read_to_string(&mut text).expect("text");
        let text = if name == file { change(text) } else { text };
        new.start_file(name, SimpleFileOptions::default()).expect("begun");
        new.write_all(text.as_bytes()).expect("written");
    }
    new.finish().expect("finished").into_inner()
}

#[tokio::test]
async fn restore_of_a_changed_backup_names_what_is_wrong() {
    for scene in scenes().await {
        fill(&scene).await;
        let (bytes, _) = saved(&scene.store).await;
        let empty = scenes().await.remove(0);
        let (claims, manifest) = ("tables/claim.jsonl", "manifest.json");
        let shorter = with(&bytes, claims, |text| text.lines().skip(1).map(|line| format!("{line}\n")).collect());
        let other = with(&bytes, claims, |text| text.replace("204.5", "204.6"));
        let newer_format = with(&bytes, manifest, |text| text.replace("\"format\": 1", "\"format\": 2"));
        let newer_schema = with(&bytes, manifest, |text| text.replace("m0018_import_contents", "m0099_more"));
        let no_manifest = with(&bytes, manifest, |_| "{}".to_owned());
        let mut said = Vec::new();
        for bytes in [shorter, other, newer_format, newer_schema, no_manifest] {
            said.push(refused(&empty, bytes).await);
        }
        assert_eq!(
            said,
            [
                "the backup cannot be used: table claim: 2 rows, 3 were written",
                "the backup cannot be used: table claim: the checksum differs",
                "the backup was written by a newer version (it says “format 2”; this version knows up to “format 1”)",
                "the backup was written by a newer version (it says “m0099_more”; this version knows up to \
                 “m0018_import_contents”)",
                "the backup cannot be used: manifest.json: missing field `format` at line 1 column 2",
            ]
        );
    }
}

#[tokio::test]
async fn backup_to_a_file_that_cannot_be_written_says_so() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::ErrorKind::StorageFull.into())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    for scene in scenes().await {
        let error = backup::write(&scene.store, Full, sample::stamp(1).at).await.expect_err("must fail");
        assert!(matches!(error, StoreError::BackupFile(_)), "{error:?}");
    }
}

#[tokio::test]
async fn backup_and_restore_may_run_on_any_thread() {
    fn movable<T: Send>(work: T) -> T {
        work
    }
    for scene in scenes().await {
        let mut bytes = Vec::new();
        movable(backup::write(&scene.store, &mut bytes, sample::stamp(1).at)).await.expect("written");
        movable(restored(&scene.store, bytes)).await.expect("restored");
    }
}
