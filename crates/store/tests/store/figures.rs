//! Figures, their sums, and checks.

use crate::scene::{Scene, scenes};
use samesky_model::Decimal;
use samesky_model::id::{AnnouncementId, FigureId};
use samesky_model::reading::{Measure, MoneyClass, Rule, Verdict};
use samesky_model::record::{Counting, Facet, FacetKind, Figure, FigureEntry, FigureState};
use samesky_store::check::{self, CheckFilter, CheckTally};
use samesky_store::entry::{self, EntryFilter};
use samesky_store::figure::{self, FacetTotal, FigureFilter, FigureOrder, FigureSort, Total};
use samesky_store::{Page, StoreError};
use samesky_testkit::sample;

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

fn facet(key: &str) -> Facet {
    Facet { kind: FacetKind::Party, key: key.to_owned(), label: key.to_uppercase() }
}

/// A figure for each entry with these values, the first with two parties.
async fn figures(scene: &Scene, entries: &[FigureEntry], values: &[&str]) -> Vec<Figure> {
    let of = |(entry, value): (&FigureEntry, &&str)| Figure {
        value: Some(decimal(value)),
        ..sample::figure(&scene.ids, entry)
    };
    let figures: Vec<Figure> = entries.iter().zip(values).map(of).collect();
    let facets = vec![(figures[0].id, facet("a")), (figures[0].id, facet("b")), (figures[1].id, facet("a"))];
    put(scene, &[], &figures, &facets).await;
    figures
}

async fn put(scene: &Scene, removed: &[FigureId], figures: &[Figure], facets: &[(FigureId, Facet)]) {
    let tx = scene.store.write().await.expect("a turn");
    figure::replace(&tx, scene.team, removed, figures, facets).await.expect("replaced");
    tx.commit().await.expect("committed");
}

fn total(unit: &str, year: i16, sum: &str, figures: i64) -> Total {
    let (money_class, measure) = (MoneyClass::Planned, Measure::TotalInvestment);
    Total { money_class, measure, unit: Some(unit.to_owned()), year: Some(year), sum: decimal(sum), figures }
}

#[tokio::test]
async fn figure_is_written_anew_with_its_entries_and_facets() {
    for scene in scenes().await {
        let entries = scene.entries(3).await;
        let made = figures(&scene, &entries, &["1", "2", "3"]).await;
        let joined = Figure {
            entries: vec![entries[2].id, entries[0].id],
            state: FigureState::Contested,
            value: None,
            counting: Counting::Contested,
            part_of: Some(made[1].id),
            ..made[0].clone()
        };
        let one = [joined.clone()];
        put(&scene, &[made[2].id], &one, &[(joined.id, facet("c")), (joined.id, facet("c"))]).await;
        let (db, team) = (&scene.store, scene.team);
        assert_eq!(figure::get(db, team, joined.id).await.expect("there"), joined);
        assert_eq!(figure::facets(db, team, joined.id).await.expect("asked"), [facet("c")]);
        assert!(matches!(figure::get(db, team, made[2].id).await, Err(StoreError::NotFound { kind: "figure", .. })));
        assert_eq!(figure::contested(db, team).await.expect("counted"), 1);
        let parts = figure::parts(db, team, made[1].id).await.expect("asked");
        assert_eq!(parts, [joined.clone()]);
        let mut of_claims = vec![(entries[0].claim, joined.id), (entries[2].claim, joined.id)];
        of_claims.sort();
        let asked = figure::of_claims(db, &[entries[0].claim, entries[2].claim]).await.expect("asked");
        assert_eq!(asked, of_claims);
        let all = figure::of_announcements(db, team, &[entries[0].announcement]).await.expect("asked");
        assert_eq!(all, [made[1].clone(), joined]);
    }
}

#[tokio::test]
async fn total_is_exact_and_never_across_units_or_years() {
    for scene in scenes().await {
        let entries = scene.entries(9).await;
        let huge = "9223372036854775807";
        let values = ["20450000000", "0.1", "0.2", "-3.25", huge, huge, "50000000000000000000000000", "7", "8"];
        let mut made = figures(&scene, &entries, &values).await;
        made[7].unit = Some("JPY".to_owned());
        made[8].year = Some(2021);
        put(&scene, &[], &made, &[]).await;
        let (db, team) = (&scene.store, scene.team);
        let totals = figure::totals(db, team, &FigureFilter::default()).await.expect("added");
        let sum = "50000018446744094159551611.05";
        assert_eq!(totals, [total("CNY", 2020, sum, 7), total("CNY", 2021, "8", 1), total("JPY", 2020, "7", 1)]);
        assert_eq!(figure::count_totals(db, team, &FigureFilter::default()).await.expect("added"), []);
    }
}

#[tokio::test]
async fn total_leaves_out_what_is_not_counted() {
    for scene in scenes().await {
        let entries = scene.entries(4).await;
        let mut made = figures(&scene, &entries, &["1", "2", "4", "15"]).await;
        made[0].counting = Counting::Part;
        (made[1].counting, made[1].value) = (Counting::Contested, None);
        made[3].unit = Some("projects".to_owned());
        (made[3].measure, made[3].money_class) = (Measure::ProjectsSigned, MoneyClass::None);
        put(&scene, &[], &made, &[]).await;
        let (db, team) = (&scene.store, scene.team);
        let all = FigureFilter::default();
        assert_eq!(figure::totals(db, team, &all).await.expect("added"), [total("CNY", 2020, "4", 1)]);
        let (money_class, measure) = (MoneyClass::None, Measure::ProjectsSigned);
        let projects = Total { money_class, measure, ..total("projects", 2020, "15", 1) };
        assert_eq!(figure::count_totals(db, team, &all).await.expect("added"), [projects]);
        let other = FigureFilter { year: Some(2019), ..all };
        assert_eq!(figure::totals(db, team, &other).await.expect("added"), []);
    }
}

#[tokio::test]
async fn facet_totals_count_a_figure_under_each_of_its_facets() {
    for scene in scenes().await {
        let entries = scene.entries(3).await;
        figures(&scene, &entries, &["1.5", "2", "4"]).await;
        let (db, team) = (&scene.store, scene.team);
        let (money_class, measure, unit) = (MoneyClass::Planned, Measure::TotalInvestment, Some("CNY".to_owned()));
        let right = |key, sum, figures| FacetTotal {
            facet: facet(key),
            money_class,
            measure,
            unit: unit.clone(),
            sum: decimal(sum),
            figures,
        };
        let found = figure::by_facet(db, team, FacetKind::Party, &FigureFilter::default()).await.expect("added");
        assert_eq!(found, [right("a", "3.5", 2), right("b", "1.5", 1)], "{}", scene.database.name);
        assert_eq!(figure::by_facet(db, team, FacetKind::Zone, &FigureFilter::default()).await.expect("added"), []);
    }
}

#[tokio::test]
async fn figure_list_is_sorted_by_number_and_filtered() {
    for scene in scenes().await {
        let entries = scene.entries(5).await;
        let mut made = figures(&scene, &entries, &["9", "10", "-2", "0.5", "1"]).await;
        made[4].value = None;
        made[0].year = None;
        put(&scene, &[], &made, &[(made[0].id, facet("a"))]).await;
        let (db, team) = (&scene.store, scene.team);
        let order = async |filter: &FigureFilter, sort: FigureSort| {
            let page = figure::list(db, team, filter, &sort, &Page::default()).await.expect("listed");
            let place = |figure: &Figure| made.iter().position(|one| one == figure).expect("one of them");
            page.items.iter().map(place).collect::<Vec<_>>()
        };
        let all = FigureFilter::default();
        assert_eq!(order(&all, FigureSort::default()).await, [1, 0, 3, 2, 4], "{}", scene.database.name);
        let years = FigureSort { by: FigureOrder::Year, descending: false };
        assert_eq!(order(&all, years).await, [0, 1, 2, 3, 4]);
        let with_facet = FigureFilter { facet: Some((FacetKind::Party, "a".to_owned())), ..all.clone() };
        assert_eq!(order(&with_facet, years).await, [0]);
        let here = FigureFilter { announcement: Some(entries[0].announcement), year: Some(2020), ..all.clone() };
        assert_eq!(order(&here, years).await, [1, 2, 3, 4]);
        let words = FigureFilter { text_contains: Some("15个".to_owned()), contested_only: true, ..all };
        assert_eq!(order(&words, years).await, [] as [usize; 0]);
    }
}

#[tokio::test]
async fn figure_value_of_too_many_digits_is_refused() {
    for scene in scenes().await {
        let entries = scene.entries(1).await;
        let value = Some(decimal("1234567890123456789.5"));
        let figure = Figure { value, ..sample::figure(&scene.ids, &entries[0]) };
        let tx = scene.store.write().await.expect("a turn");
        let refused = figure::replace(&tx, scene.team, &[], &[figure], &[]).await.expect_err("must be refused");
        assert_eq!(refused.to_string(), "1234567890123456789.5 has too many digits to be kept exactly");
    }
}

#[tokio::test]
async fn entry_lists_follow_the_figure() {
    for scene in scenes().await {
        let entries = scene.entries(3).await;
        let made = figures(&scene, &entries, &["1", "2"]).await;
        let claim = &scene.claims(entries[0].announcement).await[0];
        let correction = FigureEntry {
            kind: samesky_model::record::EntryKind::Correction,
            replaces: Some(entries[0].id),
            ..sample::entry(&scene.ids, claim, 20)
        };
        let tx = scene.store.write().await.expect("a turn");
        entry::insert(&tx, &correction).await.expect("inserted");
        let now = Figure { entries: vec![correction.id], ..made[0].clone() };
        figure::replace(&tx, scene.team, &[], &[now], &[]).await.expect("replaced");
        tx.commit().await.expect("committed");
        let (db, team) = (&scene.store, scene.team);
        let figure = Some(made[0].id);
        let filter = EntryFilter { figure, ..EntryFilter::default() };
        let found = entry::list(db, team, &filter, &Page::default()).await.expect("listed").items;
        assert_eq!(found, [correction.clone()]);
        let filter = EntryFilter { figure, include_replaced: true, ..EntryFilter::default() };
        let found = entry::list(db, team, &filter, &Page::default()).await.expect("listed").items;
        assert_eq!(found, [correction.clone(), entries[0].clone()]);
        let history = entry::of_figure(db, team, made[0].id).await.expect("asked");
        assert_eq!(history, [entries[0].clone(), correction]);
    }
}

#[tokio::test]
async fn checks_of_one_announcement_and_across_replace_apart() {
    for scene in scenes().await {
        let kept = scene.announcements(2, 2).await;
        let (here, there) = (scene.claims(kept[0].id).await, scene.claims(kept[1].id).await);
        let sum = sample::check(&scene.ids, &here[0], &[&here[1], &here[1]], Rule::Sum, Verdict::Reconciled);
        let listed = sample::check(&scene.ids, &here[1], &[], Rule::Listed, Verdict::Unknown);
        let across = sample::check(&scene.ids, &there[0], &[&here[0]], Rule::Across, Verdict::Contradicted);
        let (db, team) = (&scene.store, scene.team);
        let tx = scene.store.write().await.expect("a turn");
        check::replace_across(&tx, team, &[kept[1].id], std::slice::from_ref(&across)).await.expect("replaced");
        let old = sample::check(&scene.ids, &here[0], &[], Rule::Count, Verdict::Unknown);
        check::replace_of_announcement(&tx, team, kept[0].id, &[old]).await.expect("replaced");
        let now = [sum.clone(), listed.clone()];
        check::replace_of_announcement(&tx, team, kept[0].id, &now).await.expect("replaced");
        tx.commit().await.expect("committed");

        let of = |announcement: AnnouncementId| CheckFilter { announcement: Some(announcement), ..Default::default() };
        let listed_here = check::list(db, team, &of(kept[0].id), &Page::default()).await.expect("listed").items;
        assert_eq!(listed_here, [across.clone(), listed.clone(), sum.clone()], "{}", scene.database.name);
        let worst = check::worst_per_announcement(db, team, &[kept[0].id, kept[1].id]).await.expect("asked");
        assert_eq!(worst.len(), 2);
        assert!(worst.iter().all(|(_, check)| *check == across));
        let tally = check::tally(db, team, Some(kept[1].id)).await.expect("counted");
        assert_eq!(tally, CheckTally { contradicted: 1, ..CheckTally::default() });
        let of_claims = check::of_claims(db, team, &[here[1].id]).await.expect("asked");
        assert_eq!(of_claims, [listed, sum]);

        let tx = scene.store.write().await.expect("a turn");
        check::replace_across(&tx, team, &[kept[0].id], &[]).await.expect("replaced");
        tx.commit().await.expect("committed");
        let tally = check::tally(db, team, None).await.expect("counted");
        assert_eq!(tally, CheckTally { unknown: 1, reconciled: 1, ..CheckTally::default() });
    }
}
