//! Events: brought together, joined, separated.

use crate::claims::{event, money, projects, telling};
use crate::world::{World, worlds};
use samesky_app::AppError;
use samesky_app::review::Decision;
use samesky_model::Decimal;
use samesky_model::id::EventId;
use samesky_model::reading::{EventClaim, Rule, Verdict};
use samesky_model::record::{Claim, FigureState, RecordState};

const CHINESE: &str = "霞川市（虚构）投资推介会签约24个项目\n\n霞川2024年5月17日讯　霞川市（虚构）2024投资推介会5月16日在霞川举行，\
                       会上24个项目签约，计划总投资86.4亿元，118家企业到会。\n";
const JAPANESE: &str = "霞川市（架空）、投資説明会で24件に調印\n\n【霞川2024年5月17日】霞川市（架空）は2024年5月16日、霞川で2024投資説明会を開いた。\
                        会場では24件の調印が行われ、計画投資総額は86億4,000万元となった。企業118社が参加した。\n";

#[tokio::test]
async fn one_event_told_of_in_two_languages_is_one_and_agreed_figures_count_once() {
    for world in worlds().await {
        for (text, language) in [(CHINESE, "zh-Hans"), (JAPANESE, "ja")] {
            let id = world.bring(text, language, "2024-05-17").await;
            world.accept_all(id).await;
        }
        let events = world.events().await;
        let meeting: Vec<_> = events.iter().filter(|event| event.part_of.is_none()).collect();
        assert_eq!(meeting.len(), 1, "{}: {events:#?}", world.name);
        let languages: Vec<_> = meeting[0].names.iter().filter_map(|name| name.language.as_deref()).collect();
        assert_eq!(languages, ["zh-Hans", "ja"]);
        let row = world.quoting("86.4亿元").await;
        assert_eq!(row.len(), 1);
        assert_eq!(
            (row[0].figure.state, row[0].figure.announcements, row[0].entries.len()),
            (FigureState::Agreed, 2, 2)
        );
        let totals = world.totals().await;
        let sums: Vec<_> = totals
            .iter()
            .filter(|total| total.unit.as_deref() == Some("CNY"))
            .map(|total| (total.sum, total.figures))
            .collect();
        assert_eq!(sums, [(Decimal::from(8_640_000_000_i64), 1)], "{}", world.name);
    }
}

async fn two_that_differ(world: &World) {
    world.state("a", "2024-05-17", telling("架空投资合作推介签约仪式", "2024-05-16", 8_640_000_000)).await;
    world.state("b", "2024-05-17", telling("架空投资合作推介签约仪式", "2024-05-16", 8_510_000_000)).await;
}

#[tokio::test]
async fn contested_figure_has_no_value_counts_nowhere_and_shows_both_sources() {
    for world in worlds().await {
        two_that_differ(&world).await;
        assert_eq!(world.events().await.len(), 1, "{}", world.name);
        let figures = world.figures().await;
        assert_eq!(figures.len(), 1, "{figures:#?}");
        let row = &figures[0];
        assert_eq!((row.figure.state, row.figure.value, row.figure.announcements), (FigureState::Contested, None, 2));
        let values: Vec<_> = row.entries.iter().map(|entry| entry.entry.figure.value).collect();
        assert_eq!(values, [Decimal::from(8_640_000_000_i64), Decimal::from(8_510_000_000_i64)]);
        assert_eq!(world.totals().await, Vec::new());
        let view = world.app.event(&world.session, world.events().await[0].id).await.expect("an event");
        let across = view.checks.iter().filter(|check| check.rule == Rule::Across);
        assert_eq!(across.map(|check| check.verdict).collect::<Vec<_>>(), [Verdict::Contradicted]);
    }
}

#[tokio::test]
async fn correcting_one_of_two_contested_sources_settles_the_figure() {
    for world in worlds().await {
        two_that_differ(&world).await;
        let wrong = world.figures().await[0].entries[1].entry.clone();
        let right = samesky_model::reading::FigureClaim { value: Decimal::from(8_640_000_000_i64), ..wrong.figure };
        world.app.correct_entry(&world.session, wrong.id, right, "印刷错误".to_owned()).await.expect("corrected");
        let row = world.figures().await.remove(0);
        assert_eq!(
            (row.figure.state, row.figure.value),
            (FigureState::Agreed, Some(Decimal::from(8_640_000_000_i64))),
            "{}",
            world.name
        );
        let totals: Vec<_> = world.totals().await.iter().map(|total| (total.sum, total.figures)).collect();
        assert_eq!(totals, [(Decimal::from(8_640_000_000_i64), 1)]);
    }
}

/// Two events that are not brought together by themselves.
async fn two_events(world: &World) -> [EventId; 2] {
    world.state("a", "2024-05-17", telling("甲签约仪式", "2024-05-16", 8_640_000_000)).await;
    world.state("b", "2024-06-03", telling("乙签约仪式", "2024-06-02", 8_640_000_000)).await;
    let mut events = world.events().await;
    events.sort_by_key(|event| event.date);
    assert_eq!(events.len(), 2, "{}", world.name);
    [events[0].id, events[1].id]
}

#[tokio::test]
async fn join_and_separate_is_a_round_trip() {
    for world in worlds().await {
        let [first, second] = two_events(&world).await;
        let before = world.totals().await;
        assert_eq!(before.iter().map(|total| total.figures).sum::<i64>(), 2);
        let claim = world.app.event(&world.session, second).await.expect("an event").sources[0].claim.id;

        world.app.join_events(&world.session, first, second, Some("同一场".to_owned())).await.expect("joined");
        let joined = world.app.event(&world.session, first).await.expect("an event");
        assert_eq!((joined.sources.len(), joined.event.names.len()), (2, 2), "{}", world.name);
        let left = world.app.event(&world.session, second).await.expect("kept");
        assert_eq!((left.event.state, left.sources.len()), (RecordState::Withdrawn, 0));
        let totals: Vec<_> = world.totals().await.iter().map(|total| (total.sum, total.figures)).collect();
        assert_eq!(totals, [(Decimal::from(8_640_000_000_i64), 1)], "agreed figures count once");

        let made = world.app.separate_event(&world.session, claim, Some("两场".to_owned())).await.expect("separated");
        assert_eq!(world.events().await.len(), 2, "{}", world.name);
        assert_eq!(world.app.event(&world.session, made).await.expect("an event").sources.len(), 1);
        assert_eq!(world.totals().await, before);
        let same = world.app.join_events(&world.session, first, first, None).await;
        assert!(matches!(&same, Err(AppError::Invalid(fields)) if fields[0].problem == "same-event"), "{same:?}");
    }
}

#[tokio::test]
async fn join_is_not_undone_by_a_later_decision() {
    for world in worlds().await {
        let [first, second] = two_events(&world).await;
        let source = world.app.event(&world.session, second).await.expect("an event").sources[0].clone();
        world.app.join_events(&world.session, first, second, None).await.expect("joined");
        world.add(source.announcement.id, Claim::Figure(projects("sit", 12))).await;
        let now = world.app.event(&world.session, first).await.expect("an event");
        assert_eq!(now.sources.len(), 2, "{}", world.name);
    }
}

#[tokio::test]
async fn separate_is_not_undone_by_a_later_decision_on_the_announcement_or_the_claim_itself() {
    for world in worlds().await {
        let claims = || telling("架空投资合作推介签约仪式", "2024-05-16", 8_640_000_000);
        world.state("a", "2024-05-17", claims()).await;
        let second = world.state("b", "2024-05-17", claims()).await;
        assert_eq!(world.events().await.len(), 1);
        let claim = world.claim(second, "架空投资合作推介签约仪式").await;
        world.app.separate_event(&world.session, claim.id, None).await.expect("separated");
        world.add(second, Claim::Figure(projects("sit", 12))).await;
        assert_eq!(world.events().await.len(), 2, "a figure was added on {}", world.name);
        let Claim::Event(stated) = claim.current.clone() else { panic!("an event") };
        let corrected = Claim::Event(EventClaim { zone: Some("虚构园区".to_owned()), ..stated });
        world.decide(&claim, Decision::Correct(Box::new(corrected)), Some("园区")).await;
        assert_eq!(world.events().await.len(), 2, "the claim was corrected on {}", world.name);
        world.decide(&claim, Decision::Reject, Some("误")).await;
        assert_eq!(world.events().await.len(), 1);
        world.decide(&claim, Decision::Undo, Some("taken by mistake")).await;
        assert_eq!(world.events().await.len(), 2, "the rejection was taken back on {}", world.name);
    }
}

#[tokio::test]
async fn rejected_event_is_withdrawn_and_kept() {
    for world in worlds().await {
        let id = world.state("a", "2024-05-17", telling("甲签约仪式", "2024-05-16", 5)).await;
        let record = world.events().await[0].id;
        let claim = world.claim(id, "甲签约仪式").await;
        world.decide(&claim, Decision::Reject, Some("未举行")).await;
        assert_eq!(world.events().await, Vec::new(), "{}", world.name);
        let kept = world.app.event(&world.session, record).await.expect("kept");
        assert_eq!((kept.event.state, kept.event.names.len()), (RecordState::Withdrawn, 1));
    }
}

#[tokio::test]
async fn rejection_taken_back_restores_the_same_event_and_what_officers_joined() {
    for world in worlds().await {
        let [first, second] = two_events(&world).await;
        let source = world.app.event(&world.session, second).await.expect("an event").sources[0].claim.clone();
        let figures = || async { world.figures().await.into_iter().map(|row| row.figure).collect::<Vec<_>>() };
        let before = figures().await;
        world.decide(&source, Decision::Reject, Some("误")).await;
        assert_eq!(world.events().await.len(), 1, "{}", world.name);
        world.decide(&source, Decision::Undo, Some("taken by mistake")).await;
        let restored = world.app.event(&world.session, second).await.expect("the same address");
        assert_eq!((restored.event.state, restored.sources.len()), (RecordState::Active, 1), "{}", world.name);
        assert_eq!(
            figures().await.iter().map(|figure| (figure.event, figure.value, figure.counting)).collect::<Vec<_>>(),
            before.iter().map(|figure| (figure.event, figure.value, figure.counting)).collect::<Vec<_>>()
        );

        world.app.join_events(&world.session, first, second, None).await.expect("joined");
        world.decide(&source, Decision::Reject, Some("误")).await;
        assert_eq!(world.app.event(&world.session, first).await.expect("an event").sources.len(), 1);
        world.decide(&source, Decision::Undo, Some("taken by mistake")).await;
        assert_eq!(world.app.event(&world.session, first).await.expect("an event").sources.len(), 2, "{}", world.name);
    }
}

#[tokio::test]
async fn event_told_of_by_others_meanwhile_is_joined_when_a_rejection_is_taken_back() {
    for world in worlds().await {
        let claims = || telling("架空投资合作推介签约仪式", "2024-05-16", 8_640_000_000);
        let first = world.state("a", "2024-05-17", claims()).await;
        let claim = world.claim(first, "架空投资合作推介签约仪式").await;
        world.decide(&claim, Decision::Reject, Some("误")).await;
        world.state("b", "2024-05-17", claims()).await;
        world.decide(&claim, Decision::Undo, Some("taken by mistake")).await;
        let events = world.events().await;
        assert_eq!(events.len(), 1, "{}: {events:#?}", world.name);
        let totals: Vec<_> = world.totals().await.iter().map(|total| (total.sum, total.figures)).collect();
        assert_eq!(totals, [(Decimal::from(8_640_000_000_i64), 1)], "{}", world.name);
    }
}

#[tokio::test]
async fn part_of_an_event_is_linked_to_its_whole_and_let_go_again() {
    for world in worlds().await {
        let id = world.state("a", "2024-05-17", vec![Claim::Event(event("甲投资推介会", "2024-05-16"))]).await;
        let part = EventClaim { part_of: Some("x1".to_owned()), ..event("甲签约仪式", "2024-05-16") };
        let part = world.add(id, Claim::Event(part)).await;
        let money = world.add(id, Claim::Figure(money("dolor", 7))).await;
        let whole = world.claim(id, "甲投资推介会").await.record.map(EventId::from).expect("a record");
        let record = world.claim(id, "甲签约仪式").await.record.map(EventId::from).expect("a record");
        assert_eq!(
            world.app.event(&world.session, record).await.expect("an event").event.part_of,
            Some(whole),
            "{}",
            world.name
        );
        let Claim::Event(stated) = part.current.clone() else { panic!("an event") };
        let alone = Claim::Event(EventClaim { part_of: None, ..stated });
        world.decide(&part, Decision::Correct(Box::new(alone)), Some("另一场")).await;
        assert_eq!(
            world.app.event(&world.session, record).await.expect("an event").event.part_of,
            None,
            "{}",
            world.name
        );
        assert_eq!(money.current.local_id(), "x3");
    }
}
