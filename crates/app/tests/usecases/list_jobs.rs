//! Lists on their way in by steps: what each step leaves, and that nothing is kept before the last.

use crate::world::{World, worlds};
use samesky_app::AppError;
use samesky_app::ledger::OrganisationFilter;
use samesky_app::organisations::list::RowOutcome;
use samesky_app::organisations::list::job::{ListJob, ListSaid, ListState, NewList, RowFilter};
use samesky_app::{Page, Session};
use samesky_model::id::OrganisationId;
use std::collections::BTreeMap;

const HEAD: &str = "序号,企业名称,统一社会信用代码,国家/地区,城市,电话\n";
const THREE: &str = "1,虚构精密机械有限公司,91350100M000100Y43,中国,福州,0591-1\n\
                     2,株式会社架空精機,,日本,,\n\
                     3,Alderbrook Fictitious Tools Ltd,,United Kingdom,,+44 20 1\n";

async fn begun(world: &World, rows: &str) -> ListJob {
    let list = NewList {
        file_name: "名单.csv".to_owned(),
        bytes: format!("{HEAD}{rows}").into_bytes(),
        said: ListSaid::default(),
    };
    world.app.begin_list(&world.session, list).await.expect("begun")
}

/// Does the step that the list is at.
async fn after(world: &World, job: &ListJob) -> ListJob {
    world.app.run_list(&world.session, job.id).await.expect("done");
    world.app.list_job(&world.session, job.id).await.expect("there")
}

async fn compared(world: &World, rows: &str) -> ListJob {
    let job = begun(world, rows).await;
    let job = after(world, &job).await;
    assert_eq!(job.state, ListState::Mapped, "{}: {:?}", world.name, job.problems);
    let job = world.app.compare_list(&world.session, job.id, BTreeMap::new()).await.expect("begun");
    let job = after(world, &job).await;
    assert_eq!(job.state, ListState::Compared, "{}", world.name);
    job
}

async fn kept(world: &World, job: &ListJob, skip_refused: bool) -> ListJob {
    let job = world.app.keep_list(&world.session, job.id, skip_refused).await.expect("begun");
    after(world, &job).await
}

async fn names(world: &World) -> Vec<String> {
    let all = world.app.organisations(&world.session, &OrganisationFilter::default(), &Page::first(200)).await;
    all.expect("listed").items.iter().map(|one| one.names[0].text.clone()).collect()
}

async fn rows(world: &World, job: &ListJob) -> Vec<(i64, RowOutcome, Option<String>)> {
    let found = world.app.list_job_rows(&world.session, job.id, RowFilter::default(), (0, 0, 100)).await;
    found.expect("rows").items.into_iter().map(|row| (row.row, row.outcome, row.choice)).collect()
}

#[tokio::test]
async fn list_goes_step_by_step_and_is_kept_at_the_last_only() {
    for world in worlds().await {
        let job = begun(&world, THREE).await;
        assert_eq!((job.state, job.size > 100), (ListState::Reading, true));
        let job = after(&world, &job).await;
        let columns: Vec<_> = job.layout.columns.iter().map(|one| (one.letters.as_str(), one.field.as_str())).collect();
        assert_eq!(columns[1..4], [("B", "name.zh-Hans.legal"), ("C", "identifier.cn-uscc"), ("D", "country")]);
        assert_eq!((job.layout.header_rows.as_slice(), job.layout.below, job.layout.rows.len()), (&[1][..], 3, 4));
        let said: BTreeMap<String, String> = [("F".to_owned(), "skip".to_owned())].into();
        let job = world.app.compare_list(&world.session, job.id, said).await.expect("begun");
        let job = after(&world, &job).await;
        assert_eq!((job.state, job.totals.new), (ListState::Compared, 3));
        assert_eq!(names(&world).await, [""; 0], "{}", world.name);
        let job = kept(&world, &job, false).await;
        assert_eq!(job.state, ListState::Kept);
        assert_eq!(names(&world).await.len(), 3);
        let (import, _) =
            world.app.organisation_import(&world.session, job.import.expect("kept")).await.expect("there");
        assert_eq!((import.mapping["电话"].as_str(), import.totals.new), ("skip", 3));
        let gone = world.app.list_job_rows(&world.session, job.id, RowFilter::default(), (0, 0, 9)).await;
        assert_eq!(gone.expect("asked").total, 0);
        // The same layout again: what was said of it holds, and nothing is new.
        let job = compared(&world, THREE).await;
        assert_eq!(job.layout.columns[5].field, "skip");
        assert_eq!((job.totals.unchanged, kept(&world, &job, false).await.import), (3, None));
    }
}

#[tokio::test]
async fn doubtful_rows_are_decided_with_their_candidates() {
    for world in worlds().await {
        let first = compared(&world, THREE).await;
        kept(&world, &first, false).await;
        let rows_again = "1,架空精機,,,,\n2,NULL,,,,\n3,虚构丙有限公司,91350100M000100Y44,,,\n";
        let job = compared(&world, rows_again).await;
        let expected =
            [(2, RowOutcome::Doubtful, None), (3, RowOutcome::Doubtful, None), (4, RowOutcome::Doubtful, None)];
        let found = rows(&world, &job).await;
        let all = world.app.list_job_rows(&world.session, job.id, RowFilter::default(), (0, 0, 100)).await;
        let all = all.expect("rows");
        assert_eq!(
            (found.as_slice(), all.undecided),
            (&expected[..], 3),
            "{}: {:?}",
            world.name,
            all.items[0].messages
        );
        let candidate = all.items[0].candidates.first().expect("a candidate");
        assert_eq!((candidate.name.as_str(), candidate.evidence.is_empty()), ("株式会社架空精機", false));
        let meant = candidate.organisation.expect("kept");
        let decide = |words: [(i64, String); 3]| {
            let (app, session) = (world.app.clone(), world.session.clone());
            async move { app.decide_list_rows(&session, job.id, &words.into_iter().collect()).await }
        };
        let said = [(2, meant.to_string()), (3, "skip".to_owned()), (4, "new".to_owned())];
        decide(said.clone()).await.expect("decided");
        let nobody = OrganisationId(uuid::Uuid::nil()).to_string();
        for wrong in ["maybe", nobody.as_str(), "row:9"] {
            let refused = decide([(2, wrong.to_owned()), (3, String::new()), (4, String::new())]).await;
            assert!(refused.is_err(), "{wrong}");
        }
        let decided: Vec<_> = rows(&world, &job).await.into_iter().map(|(row, _, choice)| (row, choice)).collect();
        assert_eq!(decided, said.map(|(row, word)| (row, Some(word))));
        let job = kept(&world, &job, false).await;
        assert!(job.import.is_some(), "{}", world.name);
        assert_eq!(names(&world).await.len(), 4);
        let record = world.app.organisation(&world.session, meant).await.expect("there");
        assert!(record.organisation.names.iter().any(|name| name.text == "架空精機"));
    }
}

#[tokio::test]
async fn refused_row_keeps_all_out_unless_it_may_stay_out() {
    for world in worlds().await {
        let job = compared(&world, &format!("{THREE}4,虚构有限公司,9.135E+17,中国,,\n")).await;
        assert_eq!(job.totals.refused, 1);
        let refused = world.app.keep_list(&world.session, job.id, false).await;
        assert!(matches!(refused, Err(AppError::Invalid(_))), "{refused:?}");
        let job = kept(&world, &job, true).await;
        assert_eq!((job.state, names(&world).await.len()), (ListState::Kept, 3), "{}", world.name);
    }
}

#[tokio::test]
async fn list_that_is_stopped_or_left_keeps_nothing() {
    for world in worlds().await {
        // While it waits, at once; while a server is at it, before the work goes on.
        let job = compared(&world, THREE).await;
        let job = world.app.cancel_list(&world.session, job.id).await.expect("stopped");
        assert_eq!(job.state, ListState::Cancelled);
        let job = compared(&world, THREE).await;
        let job = world.app.keep_list(&world.session, job.id, false).await.expect("begun");
        world.app.cancel_list(&world.session, job.id).await.expect("asked");
        let leaving = world.app.clone().with_lease(std::time::Duration::ZERO);
        assert_eq!(leaving.close_interrupted_imports().await.expect("closed"), 0, "the lease holds");
        // A server that began and is gone: its lease is over at once.
        let gone = compared(&world, THREE).await;
        let gone = leaving.keep_list(&world.session, gone.id, false).await.expect("begun");
        assert_eq!(leaving.close_interrupted_imports().await.expect("closed"), 1);
        let found = world.app.list_job(&world.session, gone.id).await.expect("there");
        assert_eq!((found.state, names(&world).await), (ListState::Interrupted, vec![]), "{}", world.name);
        assert!(world.audit().await.iter().any(|record| record.action == "list_job.interrupted"));
        // The work that comes back finds the list closed and keeps nothing.
        world.app.run_list(&world.session, gone.id).await.expect("nothing to do");
        assert_eq!(names(&world).await, [""; 0]);
        // It can be done again.
        let again = world.app.compare_list(&world.session, gone.id, BTreeMap::new()).await.expect("begun");
        let again = after(&world, &again).await;
        assert_eq!(kept(&world, &again, false).await.state, ListState::Kept);
        assert_eq!(names(&world).await.len(), 3, "{}: {:?}", world.name, job.id);
    }
}

#[tokio::test]
async fn file_that_cannot_be_read_says_why() {
    for world in worlds().await {
        let list =
            NewList { file_name: "a.png".to_owned(), bytes: b"\x89PNG\r\n\x1a\n".to_vec(), said: ListSaid::default() };
        let job = world.app.begin_list(&world.session, list).await.expect("begun");
        let job = after(&world, &job).await;
        let why: Vec<String> = job.problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            (job.state, why.as_slice()),
            (ListState::Failed, &["PNG is no spreadsheet; XLSX, XLS, ODS and CSV are read".to_owned()][..])
        );
        let empty = NewList { file_name: "a.csv".to_owned(), bytes: Vec::new(), said: ListSaid::default() };
        assert!(matches!(world.app.begin_list(&world.session, empty).await, Err(AppError::Invalid(_))));
    }
}

#[tokio::test]
async fn list_of_another_team_is_not_there() {
    for world in worlds().await {
        let job = compared(&world, THREE).await;
        let other = Session { team: uuid::Uuid::from_u128(77).into(), ..world.session.clone() };
        let missing = |error: AppError| matches!(error, AppError::NotFound { .. });
        assert!(missing(world.app.list_job(&other, job.id).await.expect_err("hidden")));
        assert!(missing(world.app.keep_list(&other, job.id, true).await.expect_err("hidden")));
        assert!(missing(world.app.cancel_list(&other, job.id).await.expect_err("hidden")));
        assert!(missing(world.app.run_list(&other, job.id).await.expect_err("hidden")));
        assert_eq!(world.app.list_jobs(&other, &Page::first(9)).await.expect("listed").total, 0);
    }
}

#[tokio::test]
async fn undo_is_looked_at_before_it_is_done() {
    for world in worlds().await {
        let job = compared(&world, THREE).await;
        let job = kept(&world, &job, false).await;
        let import = job.import.expect("kept");
        let preview = world.app.preview_undo(&world.session, import).await.expect("looked at");
        assert_eq!((preview.counts.gone, preview.counts.changed, preview.gone.len()), (3, 0, 3));
        assert_eq!(names(&world).await.len(), 3);
        let undone = world.app.undo_organisation_import(&world.session, import).await.expect("undone");
        assert_eq!((undone, names(&world).await), (preview.counts, vec![]), "{}", world.name);
        assert!(world.app.preview_undo(&world.session, import).await.is_err());
    }
}
