//! Many officers at once.

use crate::claims::money;
use crate::world::worlds;
use samesky_app::review::Decision;
use samesky_app::{AppError, Session};
use samesky_model::Decimal;
use samesky_model::reading::FigureClaim;
use samesky_model::record::{Claim, ClaimState};

const WORDS: [&str; 10] =
    ["lorem", "ipsum", "dolor", "sit", "amet", "consectetur", "adipiscing", "elit", "sed", "eiusmod"];

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_decisions_of_four_officers_at_once_all_land() {
    for world in worlds().await {
        let mut claims = Vec::new();
        for tail in ["a", "b"] {
            let stated = WORDS.map(|word| Claim::Figure(FigureClaim { event: None, ..money(word, 1) }));
            let id = world.state(tail, "2024-05-17", stated.to_vec()).await;
            claims.extend(world.claims(id).await);
        }
        assert_eq!(claims.len(), 20);
        let officers = claims.chunks(5).enumerate().map(|(number, share)| {
            let (app, share) = (world.app.clone(), share.to_vec());
            let session = Session { account: format!("officer {number}"), ..world.session.clone() };
            tokio::spawn(async move {
                for claim in share {
                    let why = Some("x".to_owned());
                    app.decide(&session, claim.id, claim.version, Decision::Reject, why).await.expect("decided");
                }
            })
        });
        for officer in officers.collect::<Vec<_>>() {
            officer.await.expect("no panic");
        }
        for (at, claim) in claims.iter().enumerate() {
            let now = world.app.claim(&world.session, claim.id).await.expect("a claim");
            let by = now.decided.expect("decided").by;
            assert_eq!(
                (now.state, now.version, by),
                (ClaimState::Rejected, 2, format!("officer {}", at / 5)),
                "{}",
                world.name
            );
        }
        assert_eq!(world.figures().await, Vec::new());
        let rejected = world.audit().await.into_iter().filter(|record| record.action == "claim.reject").count();
        let withdrawn = world.audit().await.into_iter().filter(|record| record.action == "entry.withdraw").count();
        assert_eq!((rejected, withdrawn), (20, 20), "{}", world.name);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_four_decisions_on_one_version_one_lands_and_three_are_conflicts() {
    for world in worlds().await {
        let stated = Claim::Figure(FigureClaim { event: None, ..money("dolor", 1) });
        let id = world.state("a", "2024-05-17", vec![stated]).await;
        let claim = world.claim(id, "dolor").await;
        let deciding = (2..6).map(|value| {
            let (app, id) = (world.app.clone(), claim.id);
            let session = Session { account: format!("officer {value}"), ..world.session.clone() };
            let Claim::Figure(figure) = claim.current.clone() else { panic!("a figure") };
            let corrected = Claim::Figure(FigureClaim { value: Decimal::from(value), ..figure });
            let decision = Decision::Correct(Box::new(corrected));
            tokio::spawn(async move { app.decide(&session, id, 1, decision, Some("x".to_owned())).await })
        });
        let mut landed = Vec::new();
        for outcome in futures::future::join_all(deciding.collect::<Vec<_>>()).await {
            match outcome.expect("no panic") {
                Ok(record) => landed.push(record),
                Err(error) => assert!(matches!(error, AppError::Conflict { version: 2, .. }), "{error:?}"),
            }
        }
        assert_eq!(landed.len(), 1, "{}", world.name);
        let Claim::Figure(figure) = &landed[0].current else { panic!("a figure") };
        assert_eq!(world.figures().await[0].figure.value, Some(figure.value));
        assert_eq!(world.app.decisions(&world.session, claim.id).await.expect("decisions").len(), 2);
    }
}
