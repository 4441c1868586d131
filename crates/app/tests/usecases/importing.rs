//! Import: all or nothing, each file once.

use crate::world::{NOTHING, incoming, worlds};
use samesky_app::announcements::AnnouncementFilter;
use samesky_app::import::{Content, Incoming};
use samesky_app::{AppError, Page};
use samesky_model::record::{FileOutcome, ImportState};

#[tokio::test]
async fn import_the_same_file_again_and_twice_in_one_import_is_known() {
    for world in worlds().await {
        let first = world.import(vec![incoming(NOTHING), incoming(NOTHING)], false).await.expect("imported");
        let again = world.import(vec![incoming(NOTHING)], false).await.expect("imported");
        let outcomes: Vec<_> = first.files.iter().chain(&again.files).map(|file| file.outcome).collect();
        assert_eq!(outcomes, [FileOutcome::New, FileOutcome::Known, FileOutcome::Known], "{}", world.name);
        let ids: Vec<_> = first.files.iter().chain(&again.files).map(|file| file.announcement).collect();
        assert!(ids[0].is_some() && ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn import_of_the_same_file_at_once_keeps_one() {
    for world in worlds().await {
        let imports = (0..6).map(|_| world.import(vec![incoming(NOTHING), incoming("another")], false));
        let reports = futures::future::join_all(imports).await;
        let mut outcomes: Vec<_> = Vec::new();
        let mut ids = std::collections::BTreeSet::new();
        for report in reports {
            let report = report.expect("imported");
            assert_eq!(report.import.state, ImportState::Finished);
            ids.extend(report.files.iter().map(|file| file.announcement.expect("kept or known")));
            outcomes.extend(report.files.iter().map(|file| file.outcome));
        }
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == FileOutcome::New).count(), 2, "{}", world.name);
        assert_eq!(outcomes.iter().filter(|outcome| **outcome == FileOutcome::Known).count(), 10, "{}", world.name);
        assert_eq!(ids.len(), 2, "a report points at an announcement that was not kept");
        let filter = AnnouncementFilter::default();
        let kept = world.app.announcements(&world.session, &filter, &Page::default()).await.expect("a list");
        assert_eq!(kept.items.len(), 2, "{}", world.name);
    }
}

#[tokio::test]
async fn import_with_a_refused_file_leaves_a_report_and_nothing_else() {
    for world in worlds().await {
        let before = world.audit().await.len();
        let empty = Incoming::new("empty.txt", Content::Bytes(Vec::new()));
        let report = world.import(vec![incoming(NOTHING), empty.clone()], false).await.expect("a report");
        let outcomes: Vec<_> = report.files.iter().map(|file| (file.outcome, file.announcement)).collect();
        assert_eq!(outcomes, [(FileOutcome::NotKept, None), (FileOutcome::Refused, None)]);
        assert_eq!((report.import.state, report.import.done, report.import.total), (ImportState::Refused, 2, 2));
        let filter = AnnouncementFilter::default();
        let kept = world.app.announcements(&world.session, &filter, &Page::default()).await.expect("a list");
        assert_eq!(kept.items, Vec::new(), "{}", world.name);
        assert_eq!(world.actions_since(before).await, ["import.begin", "import.refused"]);
        let report = world.import(vec![incoming(NOTHING), empty], true).await.expect("a report");
        let outcomes: Vec<_> = report.files.iter().map(|file| file.outcome).collect();
        assert_eq!(
            (outcomes, report.import.state),
            (vec![FileOutcome::New, FileOutcome::Refused], ImportState::Finished)
        );
        assert_eq!(
            world.actions_since(before).await,
            ["import.begin", "import.refused", "import.begin", "announcement.import", "import.finish"],
            "{}",
            world.name
        );
    }
}

#[tokio::test]
async fn import_with_the_same_file_twice_and_a_refused_one_keeps_nothing() {
    for world in worlds().await {
        let empty = Incoming::new("empty.txt", Content::Bytes(Vec::new()));
        let report = world.import(vec![incoming(NOTHING), incoming(NOTHING), empty], false).await.expect("a report");
        let outcomes: Vec<_> = report.files.iter().map(|file| (file.outcome, file.announcement)).collect();
        let not_kept = (FileOutcome::NotKept, None);
        assert_eq!(outcomes, [not_kept, not_kept, (FileOutcome::Refused, None)], "{}", world.name);
    }
}

#[tokio::test]
async fn import_cancelled_keeps_nothing() {
    for world in worlds().await {
        let files = vec![incoming(NOTHING)];
        let options = samesky_app::import::ImportOptions {
            source: samesky_model::record::ImportSource::Upload,
            skip_refused: false,
        };
        let before = world.audit().await.len();
        let import = world.app.begin_import(&world.session, &files, options).await.expect("begun");
        world.app.cancel_import(&world.session, import.id).await.expect("asked");
        world.app.run_import(&world.session, import.clone(), files, options).await.expect("stopped");
        let report = world.app.import_report(&world.session, import.id).await.expect("a report");
        assert_eq!((report.import.state, report.import.done), (ImportState::Cancelled, 0), "{}", world.name);
        assert_eq!(report.files[0].announcement, None);
        assert_eq!(world.actions_since(before).await, ["import.begin", "import.cancel", "import.cancelled"]);
    }
}

#[tokio::test]
async fn import_of_nothing_or_with_an_address_that_is_none_is_refused() {
    for world in worlds().await {
        let scripted = Incoming { source_address: Some("javascript:alert(1)".to_owned()), ..incoming(NOTHING) };
        for (files, problem) in [(Vec::new(), "no-file"), (vec![scripted], "no-web-address")] {
            let error = world.import(files, false).await.expect_err("must be refused");
            assert!(matches!(&error, AppError::Invalid(fields) if fields[0].problem == problem), "{error:?}");
        }
        let imports = world.app.imports(&world.session, &Page::default()).await.expect("a list");
        assert_eq!(imports.items, Vec::new(), "{}", world.name);
    }
}

#[tokio::test]
async fn import_left_running_is_noted_as_interrupted() {
    for world in worlds().await {
        let files = vec![incoming(NOTHING)];
        let options = samesky_app::import::ImportOptions {
            source: samesky_model::record::ImportSource::Upload,
            skip_refused: false,
        };
        let alive = world.app.begin_import(&world.session, &files, options).await.expect("begun");
        let dead = world.app.clone().with_lease(std::time::Duration::ZERO);
        let import = dead.begin_import(&world.session, &files, options).await.expect("begun");
        assert_eq!(world.app.close_interrupted_imports().await.expect("closed"), 1);
        assert_eq!(world.app.close_interrupted_imports().await.expect("closed"), 0);
        let report = world.app.import_report(&world.session, import.id).await.expect("a report");
        assert_eq!(report.import.state, ImportState::Interrupted, "{}", world.name);
        assert!(report.import.finished_at.is_some());
        let last = world.audit().await.into_iter().next_back().expect("a record");
        assert_eq!((last.action.as_str(), last.stamp.by.as_str()), ("import.interrupted", "samesky"));
        let late = dead.run_import(&world.session, import, files.clone(), options).await.expect_err("it is closed");
        assert!(matches!(late, AppError::Stopped(_)), "{late}");
        world.app.run_import(&world.session, alive.clone(), files, options).await.expect("nobody closed it");
        let report = world.app.import_report(&world.session, alive.id).await.expect("a report");
        assert_eq!((report.import.state, report.files[0].outcome), (ImportState::Finished, FileOutcome::New));
    }
}
