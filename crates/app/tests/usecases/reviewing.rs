//! From an announcement to a figure: read, decide, look.

use crate::claims::{event, money};
use crate::world::worlds;
use samesky_app::AppError;
use samesky_app::review::Decision;
use samesky_model::Decimal;
use samesky_model::reading::{FigureClaim, Verdict};
use samesky_model::record::{Claim, ClaimState, Counting, EntryKind, FigureState};

const TEXT: &str = "霞川市（虚构）投资推介会签约24个项目\n\n霞川2024年5月17日讯　霞川市（虚构）投资推介会5月16日在霞川举行，\
                    会上24个项目签约，计划总投资86.4亿元，118家企业到会。\n";

#[tokio::test]
async fn accepted_claims_become_figures_that_appear_once() {
    for world in worlds().await {
        let id = world.bring(TEXT, "zh-Hans", "2024-05-17").await;
        assert_eq!(world.figures().await, Vec::new(), "nothing counts before it is accepted");
        world.accept_all(id).await;
        for (words, value) in [("86.4亿元", 8_640_000_000_i64), ("24个项目", 24), ("118家企业", 118)] {
            let rows = world.quoting(words).await;
            assert_eq!(rows.len(), 1, "{words} on {}", world.name);
            let figure = &rows[0].figure;
            assert_eq!(
                (figure.value, figure.state, figure.announcements, figure.year),
                (Some(Decimal::from(value)), FigureState::Single, 1, Some(2024)),
                "{words}"
            );
            let entry = &rows[0].entries[0].entry;
            let slice: String =
                TEXT.chars().skip(entry.figure.start).take(entry.figure.end - entry.figure.start).collect();
            assert_eq!((slice.as_str(), entry.announcement), (words, id));
            let view = world.app.figure(&world.session, figure.id).await.expect("a figure");
            assert_eq!(view.context[0].quote, words);
        }
        assert_eq!(
            world.events().await.len(),
            world.claims(id).await.iter().filter(|c| matches!(c.current, Claim::Event(_))).count()
        );
    }
}

#[tokio::test]
async fn decision_on_a_stale_version_is_a_conflict_that_names_the_other_and_changes_nothing() {
    for world in worlds().await {
        let id = world.bring(TEXT, "zh-Hans", "2024-05-17").await;
        let seen = world.claim(id, "86.4亿元").await;
        let first =
            world.app.decide(&world.other(), seen.id, seen.version, Decision::Reject, None).await.expect("decided");
        let before = (world.audit().await, world.figures().await);
        for decision in
            [Decision::Accept, Decision::Reject, Decision::Undo, Decision::Correct(Box::new(seen.current.clone()))]
        {
            let late = world.app.decide(&world.session, seen.id, seen.version, decision, Some("why".to_owned())).await;
            let error = late.expect_err("must be refused");
            let AppError::Conflict { kind, by, at, version } = &error else { panic!("{error:?}") };
            assert_eq!((*kind, by.as_str(), *version), ("claim", "星野", 1), "{}", world.name);
            assert_eq!(*at, first.decided.as_ref().map(|stamp| stamp.at));
        }
        assert_eq!(world.app.claim(&world.session, seen.id).await.expect("a claim"), first);
        assert_eq!((world.audit().await, world.figures().await), before);
    }
}

#[tokio::test]
async fn rejection_after_acceptance_needs_a_reason_and_withdraws() {
    for world in worlds().await {
        let id = world.bring(TEXT, "zh-Hans", "2024-05-17").await;
        world.accept_all(id).await;
        let claim = world.claim(id, "86.4亿元").await;
        for why in [None, Some("  ".to_owned())] {
            let silent = world.app.decide(&world.session, claim.id, claim.version, Decision::Reject, why).await;
            assert!(
                matches!(&silent, Err(AppError::Invalid(fields)) if fields[0].problem == "reason-missing"),
                "{silent:?}"
            );
        }
        let figure = world.quoting("86.4亿元").await[0].figure.id;
        world.decide(&claim, Decision::Reject, Some("读错了")).await;
        assert_eq!(world.quoting("86.4亿元").await, Vec::new(), "{}", world.name);
        assert!(matches!(world.app.figure(&world.session, figure).await, Err(AppError::NotFound { kind: "figure" })));
        let filter =
            samesky_app::figures::EntryFilter { announcement: Some(id), include_replaced: true, ..Default::default() };
        let entries =
            world.app.entries(&world.session, &filter, &samesky_app::Page::first(100)).await.expect("entries").items;
        let kinds: Vec<_> = entries
            .iter()
            .filter(|row| row.entry.claim == claim.id)
            .map(|row| (row.entry.kind, row.entry.why.as_deref(), row.entry.entered.by.as_str()))
            .collect();
        assert_eq!(kinds, [(EntryKind::Withdrawal, Some("读错了"), "林澄"), (EntryKind::Entry, None, "林澄")]);
    }
}

#[tokio::test]
async fn undo_restores_what_was_before() {
    for world in worlds().await {
        let id = world.bring(TEXT, "zh-Hans", "2024-05-17").await;
        let claim = world.claim(id, "86.4亿元").await;
        let nothing = world.app.decide(&world.session, claim.id, claim.version, Decision::Undo, None).await;
        assert!(
            matches!(&nothing, Err(AppError::Invalid(fields)) if fields[0].problem == "nothing-to-undo"),
            "{nothing:?}"
        );
        world.decide(&claim, Decision::Accept, None).await;
        assert_eq!(world.quoting("86.4亿元").await.len(), 1);
        let taken = world.app.claim(&world.session, claim.id).await.expect("a claim");
        let silent = world.app.decide(&world.session, claim.id, taken.version, Decision::Undo, None).await;
        assert!(
            matches!(&silent, Err(AppError::Invalid(fields)) if fields[0].problem == "reason-missing"),
            "{silent:?}"
        );
        let undone = world.decide(&claim, Decision::Undo, Some("taken by mistake")).await;
        assert_eq!((undone.state, &undone.current), (ClaimState::Pending, &claim.current));
        assert_eq!(world.quoting("86.4亿元").await, Vec::new(), "{}", world.name);
        world.decide(&claim, Decision::Reject, None).await;
        let undone = world.decide(&claim, Decision::Undo, Some("taken by mistake")).await;
        assert_eq!(undone.state, ClaimState::Pending);
        let decisions = world.app.decisions(&world.session, claim.id).await.expect("decisions");
        let states: Vec<_> = decisions.iter().map(|decision| (decision.version, decision.state)).collect();
        let expected = [ClaimState::Accepted, ClaimState::Pending, ClaimState::Rejected, ClaimState::Pending];
        assert_eq!(states, (1_i64..).zip(expected).collect::<Vec<_>>());
    }
}

#[tokio::test]
async fn undo_of_a_correction_restores_the_value_before_it() {
    for world in worlds().await {
        let id = world.bring(TEXT, "zh-Hans", "2024-05-17").await;
        let claim = world.claim(id, "86.4亿元").await;
        world.decide(&claim, Decision::Accept, None).await;
        let Claim::Figure(figure) = claim.current.clone() else { panic!("a figure") };
        let corrected = Claim::Figure(FigureClaim { value: Decimal::from(1), ..figure });
        world.decide(&claim, Decision::Correct(Box::new(corrected)), Some("typo")).await;
        assert_eq!(world.quoting("86.4亿元").await[0].figure.value, Some(Decimal::from(1)));
        let undone = world.decide(&claim, Decision::Undo, Some("taken by mistake")).await;
        assert_eq!((undone.state, &undone.current), (ClaimState::Accepted, &claim.current));
        assert_eq!(
            world.quoting("86.4亿元").await[0].figure.value,
            Some(Decimal::from(8_640_000_000_i64)),
            "{}",
            world.name
        );
    }
}

#[tokio::test]
async fn accept_clear_leaves_remarks_contradictions_and_what_others_decided() {
    let text = "霞川2024年5月17日讯　霞川市（虚构）5月16日签约24个项目，计划总投资86.4亿元。其中，东湖区签约9个项目，\
                计划投资31.2亿元；云溪区签约8个项目，计划投资28.7亿元；港口新区签约9个项目，计划投资26.5亿元。\
                会上签约2个50亿元级项目。\n";
    for world in worlds().await {
        let id = world.bring(text, "zh-Hans", "2024-05-17").await;
        let view = world.app.review(&world.session, id).await.expect("a review");
        let contradicted: Vec<_> = view.checks.iter().filter(|check| check.verdict == Verdict::Contradicted).collect();
        assert!(!contradicted.is_empty(), "9 + 8 + 9 is not 24: {:#?}", view.checks);
        let doubted: std::collections::BTreeSet<_> = contradicted
            .iter()
            .flat_map(|check| check.parts.iter().chain([&check.total]))
            .map(|term| term.claim)
            .collect();
        let remarked: Vec<_> =
            view.claims.iter().filter(|claim| !claim.remarks.is_empty()).map(|claim| claim.id).collect();
        assert!(!remarked.is_empty(), "a size class has a remark");
        let seen: Vec<_> = view.claims.iter().map(|claim| (claim.id, claim.version)).collect();
        let clear = |id| !doubted.contains(id) && !remarked.contains(id);
        let taken = view.claims.iter().find(|claim| clear(&claim.id)).expect("a clear claim").clone();
        world.app.decide(&world.other(), taken.id, taken.version, Decision::Reject, None).await.expect("decided");
        let batch = world.app.accept_clear(&world.session, id, &seen).await.expect("accepted");
        let expected: Vec<_> = view
            .claims
            .iter()
            .filter(|claim| clear(&claim.id) && claim.id != taken.id)
            .map(|claim| (claim.id, 1))
            .collect();
        assert_eq!(batch.decided, expected, "{}", world.name);
        for claim in world.claims(id).await {
            let state = match claim.id {
                rejected if rejected == taken.id => ClaimState::Rejected,
                left if doubted.contains(&left) || remarked.contains(&left) => ClaimState::Pending,
                _ => ClaimState::Accepted,
            };
            assert_eq!(claim.state, state, "{:?}", claim.current);
        }
    }
}

#[tokio::test]
async fn tiers_are_never_in_totals_and_never_money() {
    let text = "霞川2024年5月17日讯　霞川市（虚构）5月16日达成合作协议，包括2个50亿元级项目、3个10亿元级项目。\n";
    for world in worlds().await {
        let id = world.bring(text, "zh-Hans", "2024-05-17").await;
        world.accept_all(id).await;
        let tiers: Vec<_> = world.figures().await.into_iter().filter(|row| row.figure.tier_label.is_some()).collect();
        assert_eq!(tiers.len(), 2, "{:#?}", world.figures().await);
        for row in tiers {
            assert_eq!(
                (row.figure.counting, row.figure.unit.as_deref()),
                (Counting::Tier, Some("projects")),
                "{}",
                world.name
            );
        }
        assert_eq!(world.totals().await, Vec::new());
    }
}

#[tokio::test]
async fn correction_outside_the_text_or_of_another_kind_is_refused() {
    for world in worlds().await {
        let id = world.bring(TEXT, "zh-Hans", "2024-05-17").await;
        let claim = world.claim(id, "86.4亿元").await;
        let Claim::Figure(figure) = claim.current.clone() else { panic!("a figure") };
        let outside = FigureClaim { start: 10_000, end: 10_002, ..figure.clone() };
        let upside = FigureClaim { low: Some(Decimal::from(2)), high: Some(Decimal::from(1)), ..figure.clone() };
        let classless = FigureClaim { unit: Some("projects".to_owned()), ..figure };
        for (wrong, problem) in [
            (Claim::Figure(outside), "outside-text"),
            (Claim::Figure(upside), "range-upside-down"),
            (Claim::Figure(classless), "class-without-currency"),
            (Claim::Event(event("x", "2024-05-16")), "kind-changed"),
        ] {
            let decision = Decision::Correct(Box::new(wrong));
            let error =
                world.app.decide(&world.session, claim.id, 0, decision, None).await.expect_err("must be refused");
            assert!(
                matches!(&error, AppError::Invalid(fields) if fields[0].problem == problem),
                "{problem}: {error:?}"
            );
        }
        assert_eq!(world.app.claim(&world.session, claim.id).await.expect("a claim"), claim, "{}", world.name);
        let nameless = samesky_app::Session { account: " ".to_owned(), ..world.session.clone() };
        let error = world.app.decide(&nameless, claim.id, 0, Decision::Accept, None).await.expect_err("nobody acts");
        assert!(matches!(&error, AppError::Invalid(fields) if fields[0].problem == "name-missing"), "{error:?}");
        let added = samesky_app::review::NewClaim {
            claim: Claim::Figure(FigureClaim { start: 5, end: 5, ..money("dolor", 1) }),
            why: None,
        };
        assert!(matches!(world.app.add_claim(&world.session, id, added).await, Err(AppError::Invalid(_))));
    }
}
