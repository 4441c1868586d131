//! A list that comes again, after everything that can stand between the two times: very alike names, decisions of officers, rows that
//! stand for another.

use crate::world::{World, worlds};
use samesky_app::Page;
use samesky_app::ledger::OrganisationFilter;
use samesky_app::organisations::list::{List, ListOptions, ListReport, Mapping, Progress, RowOutcome};
use samesky_model::record::OrganisationRecord;

use RowOutcome::{Doubtful, New, Unchanged, Updated};

/// Trades that make another company of a name.
const TRADES: [&str; 26] = [
    "食品",
    "物流",
    "建設",
    "運輸",
    "印刷",
    "製薬",
    "化学",
    "鉄鋼",
    "繊維",
    "保険",
    "証券",
    "銀行",
    "不動産",
    "出版",
    "農業",
    "水産",
    "鉱業",
    "造船",
    "航空",
    "観光",
    "教育",
    "医療",
    "電力",
    "ガス",
    "石油",
    "製紙",
];

async fn import(world: &World, text: &str, rows: &[(&str, &str)]) -> ListReport {
    let said = rows.iter().map(|(row, what)| ((*row).to_owned(), (*what).to_owned())).collect();
    let mapping = Mapping { rows: said, ..Mapping::default() };
    let list =
        List {
            file_name: "名单.csv".to_owned(), bytes: text.as_bytes().to_vec(), sheet: None, mapping: Some(mapping)
        };
    let (session, options) = (&world.session, ListOptions::default());
    world.app.import_organisations(session, list, options, &Progress::default()).await.expect("imported")
}

fn outcomes(report: &ListReport) -> Vec<(u32, RowOutcome)> {
    report.rows.iter().map(|row| (row.row, row.outcome)).collect()
}

/// What is to be said of a list that changes nothing: what is kept is unchanged, what was doubtful is so.
fn again(report: &ListReport) -> Vec<(u32, RowOutcome)> {
    let known = |outcome| if outcome == Doubtful { Doubtful } else { Unchanged };
    report.rows.iter().map(|row| (row.row, known(row.outcome))).collect()
}

async fn records(world: &World) -> Vec<OrganisationRecord> {
    let all = world.app.organisations(&world.session, &OrganisationFilter::default(), &Page::first(500)).await;
    all.expect("listed").items
}

/// The row that was doubtful is like a name above it only; all names below are nearer to it by their letters, and other companies.
fn alike() -> String {
    let below: String = TRADES.iter().map(|trade| format!("株式会社シツカシキ{trade},長沙\n")).collect();
    format!("企業名,都市\nSeywickseywick Electronics Ltd,西安\n株式会社シツカシキ電子,長沙\n{below}")
}

#[tokio::test]
async fn doubtful_row_among_many_alike_names_stays_doubtful_when_the_list_comes_again() {
    for world in worlds().await {
        let first = import(&world, &alike(), &[]).await;
        let mut expected = vec![(2, New), (3, Doubtful)];
        expected.extend((4_u32..).zip(TRADES).map(|(row, _)| (row, New)));
        assert_eq!(outcomes(&first), expected, "{}", world.name);
        let (kept, audit) = (records(&world).await, world.audit().await.len());
        let second = import(&world, &alike(), &[]).await;
        assert_eq!((outcomes(&second), second.import), (again(&first), None), "{}", world.name);
        assert_eq!((records(&world).await, world.audit().await.len()), (kept, audit));
        let decided = import(&world, &alike(), &[("3", "new")]).await;
        assert_eq!(decided.rows[1].outcome, New);
        let after = import(&world, &alike(), &[]).await;
        assert_eq!((outcomes(&after), after.import), (again(&decided), None), "{}", world.name);
    }
}

#[tokio::test]
async fn row_of_an_import_that_was_taken_back_is_asked_about_anew() {
    for world in worlds().await {
        let first = import(&world, &alike(), &[]).await;
        let id = first.import.expect("kept");
        world.app.undo_organisation_import(&world.session, id).await.expect("taken back");
        let alone = import(&world, "企業名,都市\n株式会社シツカシキ電子,長沙\n", &[]).await;
        assert_eq!(outcomes(&alone), [(2, New)], "{}", world.name);
    }
}

#[tokio::test]
async fn decisions_of_officers_hold_when_the_list_comes_again() {
    for world in worlds().await {
        let text = "企业名称,城市\n虚构云帆科技有限公司,成都\n虚构云帆科技股份有限公司,成都\n虚构云帆科技合伙企业(有限合伙),成都\n";
        let first = import(&world, text, &[]).await;
        assert_eq!(outcomes(&first), [(2, New), (3, Doubtful), (4, Doubtful)], "{}", world.name);
        let decided = import(&world, text, &[("3", "new"), ("4", "skip")]).await;
        assert_eq!(outcomes(&decided), [(2, Unchanged), (3, New), (4, Unchanged)], "{}", world.name);
        let kept = records(&world).await;
        let third = import(&world, text, &[]).await;
        assert_eq!(outcomes(&third), [(2, Unchanged), (3, Unchanged), (4, Doubtful)], "{}", world.name);
        assert_eq!((third.import, records(&world).await), (None, kept));
    }
}

#[tokio::test]
async fn row_that_is_the_same_as_one_that_stands_for_another_joins_it() {
    for world in worlds().await {
        let text = "企业名称,英文名称\n虚构精密机械有限公司,Alderbrook Fictitious Tools Ltd\n\
                    虚构精密机械有限公司,Wickstead Invented Gears Ltd\n,Wickstead Invented Gears Ltd\n";
        let first = import(&world, text, &[]).await;
        assert_eq!(outcomes(&first), [(2, New), (3, Updated), (4, Unchanged)], "{}", world.name);
        assert_eq!(records(&world).await.len(), 1);
        let second = import(&world, text, &[]).await;
        assert_eq!((outcomes(&second), second.import), (again(&first), None), "{}", world.name);
    }
}

#[tokio::test]
async fn name_that_a_row_adds_to_a_kept_organisation_counts_for_the_rows_below_it() {
    for world in worlds().await {
        import(&world, "企业名称,英文名称\n虚构精密机械有限公司,Alderbrook Fictitious Tools Ltd\n", &[]).await;
        let text =
            "企业名称,英文名称\n虚构精密机械有限公司,Wickstead Invented Gears Ltd\n,Wickstead Invented Gears Ltd\n";
        let first = import(&world, text, &[]).await;
        assert_eq!(outcomes(&first), [(2, Updated), (3, Unchanged)], "{}", world.name);
        let second = import(&world, text, &[]).await;
        assert_eq!((outcomes(&second), second.import), (again(&first), None), "{}", world.name);
        assert_eq!(records(&world).await.len(), 1);
    }
}

#[tokio::test]
async fn two_records_of_one_name_are_each_known_by_their_rows_when_the_list_comes_again() {
    for world in worlds().await {
        let text = "企业名称,电话\n虚构云帆科技有限公司,0591-1\n虚构云帆科技有限公司,0591-2\n";
        let first = import(&world, text, &[("3", "new")]).await;
        assert_eq!(outcomes(&first), [(2, New), (3, New)], "{}", world.name);
        let second = import(&world, text, &[]).await;
        assert_eq!((outcomes(&second), second.import), (again(&first), None), "{}", world.name);
        let ids = |report: &ListReport| report.rows.iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!(ids(&second), ids(&first), "{}", world.name);
    }
}
