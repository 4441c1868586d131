//! Lists of organisations: what comes of each row, and that nothing is kept twice or by half.

use crate::world::{World, worlds};
use samesky_app::ledger::OrganisationFilter;
use samesky_app::organisations::find::OrganisationQuestion;
use samesky_app::organisations::list::{List, ListOptions, ListReport, Mapping, Progress, RowOutcome};
use samesky_app::organisations::{Fact, FactChange, FactField};
use samesky_app::{AppError, Page, Session};
use samesky_model::id::OrganisationImportId;
use samesky_model::reading::OrganisationKind;
use samesky_model::record::OrganisationRecord;

use RowOutcome::{Doubtful, New, Refused, Unchanged, Updated};

const HEAD: &str = "序号,企业名称,统一社会信用代码,国家/地区,城市,电话\n";

fn list(text: &str) -> List {
    List { file_name: "名单.csv".to_owned(), bytes: text.as_bytes().to_vec(), sheet: None, mapping: None }
}

async fn tried(world: &World, list: List, options: ListOptions) -> Result<ListReport, AppError> {
    world.app.import_organisations(&world.session, list, options, &Progress::default()).await
}

async fn import(world: &World, rows: &str) -> ListReport {
    tried(world, list(&format!("{HEAD}{rows}")), ListOptions::default()).await.expect("imported")
}

async fn names(world: &World) -> Vec<String> {
    records(world).await.iter().map(|one| one.names[0].text.clone()).collect()
}

async fn records(world: &World) -> Vec<OrganisationRecord> {
    let all = world.app.organisations(&world.session, &OrganisationFilter::default(), &Page::first(500)).await;
    all.expect("listed").items
}

fn outcomes(report: &ListReport) -> Vec<RowOutcome> {
    report.rows.iter().map(|row| row.outcome).collect()
}

/// Cells with codes, of all rows.
fn said(report: &ListReport) -> Vec<(u32, &str, &str)> {
    let of = |row: &samesky_app::organisations::list::RowReport| row.row;
    report
        .rows
        .iter()
        .flat_map(|row| {
            row.messages.iter().map(move |one| (of(row), one.cell.as_deref().unwrap_or(""), one.code.as_str()))
        })
        .collect()
}

const THREE: &str = "1,虚构精密机械有限公司,91350100M000100Y43,中国,福州,0591-1\n\
                     2,株式会社架空精機,,日本,,\n\
                     3,Alderbrook Fictitious Tools Ltd,,United Kingdom,,+44 20 1\n";

#[tokio::test]
async fn list_is_kept_and_the_same_again_changes_nothing() {
    for world in worlds().await {
        let first = import(&world, THREE).await;
        assert_eq!(outcomes(&first), [New, New, New], "{}: {:?}", world.name, said(&first));
        assert_eq!(first.header_rows, [1]);
        assert_eq!(first.mapping["企业名称"], "name.zh-Hans.legal");
        assert_eq!(first.rows[0].identifiers["cn-uscc"], "91350100M000100Y43");
        assert_eq!(first.rows[2].country.as_deref(), Some("GB"));
        let kept = records(&world).await;
        let before = world.audit().await.len();
        let again = import(&world, THREE).await;
        assert_eq!((outcomes(&again), again.import), (vec![Unchanged; 3], None));
        assert_eq!(records(&world).await, kept);
        assert_eq!(world.audit().await.len(), before);
    }
}

#[tokio::test]
async fn corrected_list_updates_and_what_is_empty_takes_nothing_away() {
    for world in worlds().await {
        import(&world, THREE).await;
        let corrected =
            THREE.replace("虚构精密机械", "虚构精密仪器").replace("福州", "").replace("+44 20 1", "+44 20 2");
        let report = import(&world, &corrected).await;
        assert_eq!(outcomes(&report), [Updated, Unchanged, Updated], "{}: {:?}", world.name, said(&report));
        assert_eq!(
            names(&world).await,
            ["Alderbrook Fictitious Tools Ltd", "株式会社架空精機", "虚构精密仪器有限公司"]
        );
        let id = report.rows[0].id.expect("kept");
        let facts = world.app.organisation(&world.session, id).await.expect("there").facts;
        assert!(facts.iter().any(|kept| kept.fact == Fact::Place("福州".to_owned())));
        assert_eq!(facts.iter().filter(|kept| kept.fact.field() == FactField::Name).count(), 1);
    }
}

#[tokio::test]
async fn dry_run_and_a_refused_row_keep_nothing() {
    for world in worlds().await {
        let dry = ListOptions { dry_run: true, ..ListOptions::default() };
        let report = tried(&world, list(&format!("{HEAD}{THREE}")), dry).await.expect("tried");
        assert_eq!((outcomes(&report), report.import), (vec![New; 3], None));
        let bad = format!("{THREE}4,虚构有限公司,9.135E+17,中国,,\n5,,,日本,,\n6,=1+1,,,,\n");
        let report = import(&world, &bad).await;
        assert_eq!(outcomes(&report), [New, New, New, Refused, Refused, Refused]);
        let expected = [(5, "C5", "number-digits-lost"), (6, "B6", "name-missing"), (7, "B7", "formula-text")];
        assert_eq!(said(&report), expected, "{}", world.name);
        assert_eq!((names(&world).await, report.import), (vec![], None));
        let skip = ListOptions { skip_refused: true, ..ListOptions::default() };
        let report = tried(&world, list(&format!("{HEAD}{bad}")), skip).await.expect("imported");
        assert!(report.import.is_some());
        assert_eq!(names(&world).await.len(), 3);
    }
}

#[tokio::test]
async fn doubtful_rows_wait_until_somebody_decides() {
    for world in worlds().await {
        let rows = "1,NULL,,,,\n2,虚构甲有限公司,91350100M000100Y44,,,\n3,虚构乙有限公司,1180301018771,,,\n";
        let report = import(&world, rows).await;
        assert_eq!(outcomes(&report), [Doubtful, Doubtful, Doubtful]);
        let expected = [(2, "B2", "name-null"), (3, "C3", "number-fails"), (4, "C4", "number-other-scheme")];
        assert_eq!(said(&report), expected, "{}", world.name);
        assert_eq!(names(&world).await, [""; 0]);
        let mapping = Mapping::read("{\"rows\": {\"2\": \"new\", \"3\": \"skip\"}}").expect("a mapping");
        let decided = List { mapping: Some(mapping), ..list(&format!("{HEAD}{rows}")) };
        let report = tried(&world, decided, ListOptions::default()).await.expect("imported");
        assert_eq!(outcomes(&report), [New, Unchanged, Doubtful]);
        assert_eq!(names(&world).await, ["NULL"]);
        assert_eq!(outcomes(&import(&world, rows).await), [Unchanged, Doubtful, Doubtful]);
    }
}

#[tokio::test]
async fn one_number_on_two_companies_is_a_question_at_both() {
    for world in worlds().await {
        let rows = "1,虚构精密机械有限公司,91350100M000100Y43,,,\n2,架空食品股份有限公司,91350100M000100Y43,,,\n";
        let report = import(&world, rows).await;
        assert_eq!(outcomes(&report), [Doubtful, Doubtful]);
        assert_eq!(said(&report), [(2, "C2", "number-twice"), (3, "C3", "number-twice")], "{}", world.name);
        assert_eq!(names(&world).await, [""; 0]);
    }
}

#[tokio::test]
async fn rows_of_one_organisation_become_one_record_also_across_languages() {
    for world in worlds().await {
        let rows = "1,三菱重工业,,日本,,\n2,三菱重工業株式会社,,日本,,\n3,\"Mitsubishi Heavy Industries, Ltd.\",,,,\n";
        let report = import(&world, rows).await;
        assert_eq!(outcomes(&report), [New, Updated, Updated], "{}: {:?}", world.name, said(&report));
        assert_eq!(names(&world).await.len(), 1);
        assert_eq!(outcomes(&import(&world, rows).await), [Unchanged; 3]);
    }
}

#[tokio::test]
async fn officers_values_stay_whatever_a_list_says() {
    for world in worlds().await {
        let first = import(&world, "1,虚构精密机械有限公司,,中国,,\n").await;
        let id = first.rows[0].id.expect("kept");
        let said = FactChange::default()
            .say(FactField::Country, [Fact::Country("JP".to_owned())])
            .say(FactField::Kind, [Fact::Kind(OrganisationKind::Institute)]);
        world.app.change_organisation(&world.session, id, 1, said).await.expect("changed");
        let again = import(&world, "1,虚构精密机械有限公司,,中国,,\n").await;
        assert_eq!((outcomes(&again), self::said(&again)), (vec![Unchanged], vec![(2, "D2", "officer-stays")]));
        let one = &records(&world).await[0];
        assert_eq!((one.country.as_deref(), one.kind), (Some("JP"), OrganisationKind::Institute), "{}", world.name);
    }
}

#[tokio::test]
async fn import_is_taken_back_whole() {
    for world in worlds().await {
        let first = import(&world, THREE).await.import.expect("kept");
        let before = records(&world).await;
        let more = THREE.replace("+44 20 1", "+44 20 2") + "4,架空食品股份有限公司,,,,\n";
        let second = import(&world, &more).await.import.expect("kept");
        let undone = world.app.undo_organisation_import(&world.session, second).await.expect("undone");
        assert_eq!((undone.gone, undone.changed), (1, 1), "{}", world.name);
        let plain = |records: Vec<OrganisationRecord>| {
            records.into_iter().map(|one| OrganisationRecord { version: 0, ..one }).collect::<Vec<_>>()
        };
        assert_eq!(plain(records(&world).await), plain(before));
        assert_eq!(outcomes(&import(&world, THREE).await), [Unchanged; 3]);
        let twice = world.app.undo_organisation_import(&world.session, second).await;
        assert!(matches!(twice, Err(AppError::Invalid(_))));
        let undone = world.app.undo_organisation_import(&world.session, first).await.expect("undone");
        assert_eq!((undone.gone, names(&world).await), (3, vec![]));
        let other = Session { team: uuid::Uuid::from_u128(9).into(), ..world.session.clone() };
        let missing = world.app.undo_organisation_import(&other, first).await;
        assert!(matches!(missing, Err(AppError::NotFound { .. })));
    }
}

#[tokio::test]
async fn export_imports_again_as_unchanged_and_holds_no_formula() {
    for world in worlds().await {
        import(&world, THREE).await;
        let odd = FactChange::default().say(FactField::Note, [Fact::Note("=HYPERLINK(\"x\"), \"甲\"\n乙".to_owned())]);
        let one = &records(&world).await[0];
        world.app.change_organisation(&world.session, one.id, one.version, odd).await.expect("changed");
        let text = world.app.export_organisations(&world.session).await.expect("exported");
        assert!(text.starts_with("\u{feff}name."), "{text}");
        assert!(text.contains("\"'=HYPERLINK(\"\"x\"\"), \"\"甲\"\"\n乙\""), "{text}");
        assert!(text.contains("'+44 20 1"), "{text}");
        let report = tried(&world, list(&text), ListOptions::default()).await.expect("read");
        assert_eq!(outcomes(&report), [Unchanged; 3], "{}: {:?} {text}", world.name, said(&report));
    }
}

#[tokio::test]
async fn mapping_that_was_said_is_remembered_for_the_layout() {
    for world in worlds().await {
        let text = "甲栏,乙栏\n虚构精密机械有限公司,一类\n";
        let mapping = "{\"header_rows\": [1], \"columns\": {\"甲栏\": \"name.zh-Hans.legal\", \"乙栏\": \"note\"}}";
        let said = List { mapping: Some(Mapping::read(mapping).expect("a mapping")), ..list(text) };
        let report = tried(&world, said.clone(), ListOptions::default()).await.expect("imported");
        assert_eq!(outcomes(&report), [New], "{:?}", report);
        let more = format!("{text}架空食品股份有限公司,二类\n");
        let head = Mapping { header_rows: Some(vec![1]), ..Mapping::default() };
        let list = List { mapping: Some(head), ..list(&more) };
        let report = tried(&world, list, ListOptions::default()).await.expect("imported");
        assert_eq!(
            (outcomes(&report), report.mapping["乙栏"].as_str()),
            (vec![Unchanged, New], "note"),
            "{}",
            world.name
        );
        assert_eq!(report.messages[0].code, "mapping-remembered");
        let wrong = Mapping::read("{\"columns\": {\"丙栏\": \"note\"}}").expect("a mapping");
        let refused = tried(&world, List { mapping: Some(wrong), ..said }, ListOptions::default()).await;
        assert!(matches!(refused, Err(AppError::Invalid(_))));
        assert!(Mapping::read("{\"columns\": {\"甲栏\": \"nation\"}}").is_err());
    }
}

#[tokio::test]
async fn import_that_is_stopped_or_may_not_be_made_keeps_nothing() {
    for world in worlds().await {
        let progress = Progress::default();
        progress.stop();
        let text = format!("{HEAD}{THREE}");
        let stopped =
            world.app.import_organisations(&world.session, list(&text), ListOptions::default(), &progress).await;
        assert!(matches!(stopped, Err(AppError::Stopped(_))));
        let nobody = Session::nobody(world.session.team);
        let refused =
            world.app.import_organisations(&nobody, list(&text), ListOptions::default(), &Progress::default()).await;
        assert!(matches!(refused, Err(AppError::Forbidden { .. })));
        let missing = world.app.organisation_import(&world.session, OrganisationImportId(uuid::Uuid::nil())).await;
        assert!(matches!(missing, Err(AppError::NotFound { .. })));
        assert_eq!(names(&world).await, [""; 0], "{}", world.name);
    }
}

#[tokio::test]
async fn long_list_is_findable_when_the_import_is_over_and_no_more_when_it_is_taken_back() {
    for world in worlds().await {
        let rows: String = (0..1_001).map(|row| format!("{row},虚构{row}号精密机械有限公司,,中国,福州,\n")).collect();
        let done = import(&world, &rows).await;
        assert_eq!((done.totals.new, found(&world).await), (1_001, (Some(1_001), Some(1))), "{}", world.name);
        let import = done.import.expect("an import");
        assert_eq!(world.app.undo_organisation_import(&world.session, import).await.expect("undone").gone, 1_001);
        assert_eq!(found(&world).await, (Some(0), Some(0)), "{}", world.name);
        assert_eq!(world.app.organisations_waiting(&world.session).await.expect("counted"), 0, "{}", world.name);
    }
}

/// How many are listed, and how many are found by the name of the last.
async fn found(world: &World) -> (Option<u64>, Option<u64>) {
    let mut totals = [None; 2];
    for (total, text) in totals.iter_mut().zip(["", "1000号"]) {
        let question = OrganisationQuestion { text: text.to_owned(), ..OrganisationQuestion::default() };
        *total = world.app.find_organisations(&world.session, &question, None, 10).await.expect("looked").total;
    }
    (totals[0], totals[1])
}

/// Of the country/region there is one value; the first row that states one counts, however often the list comes.
#[tokio::test]
async fn rows_of_one_list_that_contradict_each_other_change_nothing_when_the_list_comes_again() {
    let rows =
        "1,虚构精密机械有限公司,91350100M000100Y43,中国,福州,\n2,虚构精密机械有限公司,91350100M000100Y43,日本,福州,\n";
    for world in worlds().await {
        for outcomes_of_it in [[New, Unchanged], [Unchanged, Unchanged], [Unchanged, Unchanged]] {
            let report = import(&world, rows).await;
            assert_eq!(outcomes(&report), outcomes_of_it, "{}", world.name);
            assert_eq!(said(&report)[0], (3, "D3", "row-contradicts"));
            assert_eq!(records(&world).await[0].country.as_deref(), Some("CN"));
        }
    }
}
