//! Corrections: a new entry beside the old one, and what stays of it.

use crate::claims::{money, telling};
use crate::world::worlds;
use samesky_app::AppError;
use samesky_app::Page;
use samesky_app::figures::EntryFilter;
use samesky_model::Decimal;
use samesky_model::record::{ClaimState, EntryKind};

#[tokio::test]
async fn correction_appends_an_entry_and_the_old_one_stays_with_who_when_and_why() {
    for world in worlds().await {
        let id = world.state("a", "2024-05-17", telling("架空签约仪式", "2024-05-16", 8_640_000_000)).await;
        let old = world.figures().await.remove(0);
        let entry = old.entries[0].entry.clone();
        let corrected =
            samesky_model::reading::FigureClaim { value: Decimal::from(8_460_000_000_i64), ..entry.figure.clone() };
        let claim = world
            .app
            .correct_entry(&world.other(), entry.id, corrected.clone(), "原文为84.6亿元".to_owned())
            .await
            .expect("corrected");
        assert_eq!(claim.state, ClaimState::Corrected);
        let view = world.app.figure(&world.session, old.figure.id).await.expect("the figure keeps its address");
        assert_eq!(view.row.figure.value, Some(Decimal::from(8_460_000_000_i64)), "{}", world.name);
        let history: Vec<_> = view
            .history
            .iter()
            .map(|one| (one.kind, one.figure.value, one.entered.by.as_str(), one.why.as_deref(), one.replaces))
            .collect();
        assert_eq!(
            history,
            [
                (EntryKind::Entry, Decimal::from(8_640_000_000_i64), "林澄", None, None),
                (
                    EntryKind::Correction,
                    Decimal::from(8_460_000_000_i64),
                    "星野",
                    Some("原文为84.6亿元"),
                    Some(entry.id)
                ),
            ]
        );
        assert!(view.history[0].entered.at < view.history[1].entered.at);
        assert_eq!(view.history[0], entry, "the old entry was changed");
        let filter = EntryFilter { announcement: Some(id), ..EntryFilter::default() };
        let current = world.app.entries(&world.session, &filter, &Page::default()).await.expect("entries").items;
        assert_eq!(current.iter().map(|row| row.entry.id).collect::<Vec<_>>(), [view.history[1].id]);
        assert_eq!(
            world.totals().await.iter().map(|total| total.sum).collect::<Vec<_>>(),
            [Decimal::from(8_460_000_000_i64)]
        );

        let again = world.app.correct_entry(&world.session, entry.id, corrected, "late".to_owned()).await;
        assert!(matches!(&again, Err(AppError::Conflict { by, .. }) if by == "星野"), "{again:?}");
    }
}

#[tokio::test]
async fn correction_of_what_is_in_the_ledger_needs_a_reason() {
    for world in worlds().await {
        world.state("a", "2024-05-17", telling("架空签约仪式", "2024-05-16", 8_640_000_000)).await;
        let entry = world.figures().await[0].entries[0].entry.clone();
        let wrong = world.app.correct_entry(&world.session, entry.id, money("dolor", 1), " ".to_owned()).await;
        assert!(matches!(&wrong, Err(AppError::Invalid(fields)) if fields[0].problem == "reason-missing"), "{wrong:?}");
        assert_eq!(world.figures().await[0].entries[0].entry, entry, "{}", world.name);
    }
}
