//! What is counted: once, and never across classes, currencies or years.

use crate::claims::{event, money, project, projects, tier};
use crate::world::{World, worlds};
use samesky_model::Decimal;
use samesky_model::reading::{FigureClaim, MoneyClass, Status};
use samesky_model::record::{Claim, Counting};

async fn signed(world: &World, tail: &str, date: &str, claims: Vec<Claim>) {
    let name = format!("架空{tail}签约仪式");
    world.state(tail, date, [vec![Claim::Event(event(&name, date))], claims].concat()).await;
}

#[tokio::test]
async fn totals_never_cross_class_currency_or_year() {
    for world in worlds().await {
        let signed_money = FigureClaim { money_class: MoneyClass::Signed, ..money("dolor", 100) };
        let dollars = FigureClaim { unit: Some("USD".to_owned()), ..money("sit", 10) };
        signed(&world, "甲", "2023-05-16", vec![Claim::Figure(money("ipsum", 1)), Claim::Figure(dollars)]).await;
        signed(&world, "乙", "2023-09-01", vec![Claim::Figure(money("ipsum", 2))]).await;
        signed(&world, "丙", "2024-03-01", vec![Claim::Figure(money("ipsum", 4)), Claim::Figure(projects("sit", 3))])
            .await;
        signed(&world, "丁", "2024-08-01", vec![Claim::Figure(signed_money)]).await;
        let mut totals: Vec<_> = world
            .totals()
            .await
            .into_iter()
            .map(|total| {
                (
                    total.money_class,
                    total.unit.unwrap_or_default(),
                    total.year.unwrap_or_default(),
                    total.sum,
                    total.figures,
                )
            })
            .collect();
        totals.sort_by_key(|total| (total.2, total.1.clone(), total.3));
        assert_eq!(world.figures().await.len(), 6, "{:#?}", world.figures().await);
        let sum = |value: i64| Decimal::from(value);
        let (planned, signed) = (MoneyClass::Planned, MoneyClass::Signed);
        assert_eq!(
            totals,
            [
                (planned, "CNY".to_owned(), 2023, sum(3), 2),
                (planned, "USD".to_owned(), 2023, sum(10), 1),
                (planned, "CNY".to_owned(), 2024, sum(4), 1),
                (signed, "CNY".to_owned(), 2024, sum(100), 1),
            ],
            "{}",
            world.name
        );
        let overview = world.app.overview(&world.session, None).await.expect("an overview");
        let counts: Vec<_> =
            overview.counts.iter().map(|total| (total.money_class, total.unit.as_deref(), total.sum)).collect();
        assert_eq!(counts, [(MoneyClass::None, Some("projects"), sum(3))]);
    }
}

#[tokio::test]
async fn tiers_aims_and_parts_are_in_no_total() {
    for world in worlds().await {
        let aim = FigureClaim { status: Status::Target, ..money("sit", 1_000) };
        let part = FigureClaim { part_of: Some("x2".to_owned()), ..money("amet", 40) };
        let claims = vec![
            Claim::Figure(money("ipsum", 100)),
            Claim::Figure(tier("dolor", 2, 5_000_000_000)),
            Claim::Figure(aim),
            Claim::Figure(part),
        ];
        signed(&world, "甲", "2024-05-16", claims).await;
        let mut counting: Vec<_> = world
            .figures()
            .await
            .into_iter()
            .map(|row| (row.figure.subject.unwrap_or_default(), row.figure.counting))
            .collect();
        counting.sort();
        let expected = [
            ("amet", Counting::Part),
            ("dolor", Counting::Tier),
            ("ipsum", Counting::Counted),
            ("sit", Counting::NotActual),
        ];
        assert_eq!(counting, expected.map(|(word, counting)| (word.to_owned(), counting)), "{}", world.name);
        let totals: Vec<_> = world.totals().await.iter().map(|total| (total.sum, total.figures)).collect();
        assert_eq!(totals, [(Decimal::from(100), 1)]);
    }
}

#[tokio::test]
async fn project_signed_again_is_counted_once_whichever_came_in_first() {
    for world in worlds().await {
        for order in [["2023-05-16", "2024-05-20"], ["2024-06-20", "2023-06-16"]] {
            let company = format!("架空精工{}株式会社", order[0]);
            let before: Decimal = world.totals().await.iter().map(|total| total.sum).sum();
            for date in order {
                let amount = FigureClaim {
                    measure: samesky_model::reading::Measure::Investment,
                    project: Some("x2".to_owned()),
                    ..money("dolor", 1_200_000_000)
                };
                let name = format!("精密减速器项目{}", order[0]);
                let claims = vec![Claim::Project(project(&name, &company)), Claim::Figure(amount)];
                signed(&world, date, date, claims).await;
            }
            let after: Decimal = world.totals().await.iter().map(|total| total.sum).sum();
            assert_eq!(after - before, Decimal::from(1_200_000_000), "{order:?} on {}", world.name);
            let mut counting: Vec<_> = world
                .figures()
                .await
                .into_iter()
                .filter(|row| row.project.as_ref().is_some_and(|project| project.organisations == [company.clone()]))
                .map(|row| (row.figure.year, row.figure.counting))
                .collect();
            counting.sort();
            assert_eq!(
                counting,
                [(Some(2023), Counting::Counted), (Some(2024), Counting::Resigned)],
                "{order:?} on {}",
                world.name
            );
        }
    }
}

#[tokio::test]
async fn project_signed_again_counts_when_the_first_signing_is_let_go() {
    for world in worlds().await {
        let mut ids = Vec::new();
        for date in ["2023-05-16", "2024-05-20"] {
            let amount = FigureClaim {
                measure: samesky_model::reading::Measure::Investment,
                project: Some("x2".to_owned()),
                ..money("dolor", 1_200_000_000)
            };
            let claims = vec![
                Claim::Event(event(&format!("架空{date}签约仪式"), date)),
                Claim::Project(project("精密减速器项目", "架空精工株式会社")),
                Claim::Figure(amount),
            ];
            ids.push(world.state(date, date, claims).await);
        }
        let claim = world.claim(ids[0], "精密减速器项目").await;
        world.decide(&claim, samesky_app::review::Decision::Reject, Some("误")).await;
        let figure = world.claim(ids[0], "dolor").await;
        world.decide(&figure, samesky_app::review::Decision::Reject, Some("误")).await;
        let totals: Vec<_> = world.totals().await.iter().map(|total| (total.year, total.sum, total.figures)).collect();
        assert_eq!(totals, [(Some(2024), Decimal::from(1_200_000_000), 1)], "{}", world.name);
    }
}
