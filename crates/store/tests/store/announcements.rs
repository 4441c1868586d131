//! Announcements, their texts and originals.

use crate::scene::scenes;
use samesky_model::record::AnnouncementState;
use samesky_store::announcement::{self, AnnouncementFilter, AnnouncementSort, AnnouncementTally};
use samesky_store::{Page, StoreError, claim};
use samesky_testkit::sample;

#[tokio::test]
async fn announcement_what_was_put_in_comes_out() {
    for scene in scenes().await {
        let kept = scene.announcements(2, 0).await;
        let (db, team, id) = (&scene.store, scene.team, kept[0].id);
        assert_eq!(announcement::get(db, team, id).await.expect("there"), kept[0], "{}", scene.database.name);
        assert_eq!(announcement::text(db, team, id).await.expect("there"), sample::text(1));
        assert_eq!(announcement::original(db, team, id).await.expect("there"), sample::text(1).text.into_bytes());
        assert_eq!(announcement::find_by_hash(db, team, &kept[1].sha256).await.expect("asked"), Some(kept[1].id));
        let asked = announcement::summaries(db, team, &[kept[1].id, sample::nowhere().0.into(), id]).await;
        assert_eq!(asked.expect("there"), [kept[1].clone(), kept[0].clone()]);
    }
}

#[tokio::test]
async fn announcement_odd_text_and_bytes_stay_as_they_are() {
    for scene in scenes().await {
        let import = scene.import().await;
        let mut one = sample::announcement(&scene.ids, scene.team, import.id, 1);
        one.title = Some("a\0b".to_owned());
        let mut text = sample::text(1);
        text.text = "\0 零 \u{10ffff} \u{feff}'\"%_\\ \r\n".to_owned();
        let bytes: Vec<u8> = (0..=255).cycle().take(100_000).collect();
        let tx = scene.store.write().await.expect("a turn");
        announcement::insert(&tx, &one, &text, &bytes).await.expect("inserted");
        tx.commit().await.expect("committed");
        let (db, team) = (&scene.store, scene.team);
        assert_eq!(announcement::text(db, team, one.id).await.expect("there"), text);
        assert_eq!(announcement::original(db, team, one.id).await.expect("there"), bytes);
        let title = announcement::get(db, team, one.id).await.expect("there").title;
        assert_eq!(title.as_deref(), Some("a\u{fffd}b"), "{}", scene.database.name);
    }
}

#[tokio::test]
async fn announcement_of_another_team_is_not_there() {
    for scene in scenes().await {
        let kept = scene.announcements(1, 1).await.remove(0);
        let other = sample::team(&scene.ids);
        let (db, id) = (&scene.store, kept.id);
        let missing = |error: StoreError| matches!(error, StoreError::NotFound { kind: "announcement", .. });
        assert!(announcement::get(db, other.id, id).await.is_err_and(missing));
        assert!(announcement::text(db, other.id, id).await.is_err_and(missing));
        assert!(announcement::original(db, other.id, id).await.is_err_and(missing));
        assert_eq!(announcement::find_by_hash(db, other.id, &kept.sha256).await.expect("asked"), None);
        let all =
            announcement::list(db, other.id, &AnnouncementFilter::default(), &Page::default()).await.expect("listed");
        assert_eq!((all.items, all.total), (vec![], 0));
        assert_eq!(announcement::tally(db, other.id).await.expect("counted"), AnnouncementTally::default());
        assert_eq!(claim::list(db, other.id, id).await.expect("listed"), []);
    }
}

#[tokio::test]
async fn announcement_state_follows_its_claims() {
    for scene in scenes().await {
        let id = scene.announcements(1, 2).await[0].id;
        let mut seen = Vec::new();
        for claim in scene.claims(id).await {
            let tx = scene.store.write().await.expect("a turn");
            claim::decide(&tx, scene.team, &sample::acceptance(&claim, 5), 0).await.expect("decided");
            announcement::refresh_state(&tx, id).await.expect("counted");
            tx.commit().await.expect("committed");
            let now = announcement::get(&scene.store, scene.team, id).await.expect("there");
            seen.push((now.state, now.claims, now.pending, now.version));
        }
        assert_eq!(seen, [(AnnouncementState::InReview, 2, 1, 1), (AnnouncementState::Reviewed, 2, 0, 1)]);
        let tally = announcement::tally(&scene.store, scene.team).await.expect("counted");
        assert_eq!(tally, AnnouncementTally { new: 0, in_review: 0, reviewed: 1 });
    }
}

#[tokio::test]
async fn announcement_search_takes_every_character_as_itself() {
    for scene in scenes().await {
        let import = scene.import().await;
        let texts = ["Growth of 50% in ÉTÉ", "Growth of 500 in été", "snake_case", "snakeXcase", "back\\slash"];
        let tx = scene.store.write().await.expect("a turn");
        for (number, words) in (1..).zip(texts) {
            let mut one = sample::announcement(&scene.ids, scene.team, import.id, number);
            (one.title, one.publisher) = (Some(number.to_string()), None);
            let mut text = sample::text(number);
            text.text = words.to_owned();
            announcement::insert(&tx, &one, &text, b"").await.expect("inserted");
        }
        tx.commit().await.expect("committed");
        let mut found = Vec::new();
        for words in ["50%", "snake_case", "GROWTH", "été", "k\\s", "", "absent"] {
            let filter = AnnouncementFilter {
                text_contains: Some(words.to_owned()),
                sort: AnnouncementSort::Title,
                descending: false,
                ..AnnouncementFilter::default()
            };
            let page = announcement::list(&scene.store, scene.team, &filter, &Page::default()).await.expect("listed");
            found.push(page.items.into_iter().filter_map(|one| one.title).collect::<Vec<_>>().concat());
        }
        assert_eq!(found, ["1", "3", "12", "12", "5", "12345", ""], "{}", scene.database.name);
    }
}

#[tokio::test]
async fn announcement_filters_let_through_what_they_say() {
    for scene in scenes().await {
        let import = scene.import().await;
        let dates = [Some("2020-07"), Some("2020-11-20"), Some("--07-02"), None, Some("2021")];
        let tx = scene.store.write().await.expect("a turn");
        for (number, date) in (1..).zip(dates) {
            let mut one = sample::announcement(&scene.ids, scene.team, import.id, number);
            one.published = one.published.zip(date).map(|(mut published, date)| {
                published.date = date.parse().expect("a date");
                published
            });
            one.title = Some(number.to_string());
            one.language = Some(if number == 2 { "ja" } else { "th" }.to_owned());
            announcement::insert(&tx, &one, &sample::text(number), b"").await.expect("inserted");
        }
        tx.commit().await.expect("committed");
        let all = AnnouncementFilter { sort: AnnouncementSort::Published, descending: false, ..Default::default() };
        let date = |text: &str| Some(text.parse().expect("a date"));
        let filters = [
            all.clone(),
            AnnouncementFilter { published_from: date("2020-08"), ..all.clone() },
            AnnouncementFilter { published_to: date("2020"), ..all.clone() },
            AnnouncementFilter { published_from: date("2020-07"), published_to: date("2020-07"), ..all.clone() },
            AnnouncementFilter { language: Some("ja".to_owned()), ..all.clone() },
            AnnouncementFilter { publisher: Some("somebody else".to_owned()), ..all.clone() },
            AnnouncementFilter { import: Some(import.id), state: Some(AnnouncementState::New), ..all },
        ];
        let mut found = Vec::new();
        for filter in filters {
            let page = announcement::list(&scene.store, scene.team, &filter, &Page::default()).await.expect("listed");
            found.push(page.items.into_iter().filter_map(|one| one.title).collect::<Vec<_>>().concat());
        }
        assert_eq!(found, ["43125", "25", "12", "1", "2", "", "43125"], "{}", scene.database.name);
    }
}

#[tokio::test]
async fn announcement_neighbours_are_open_ones_while_there_are_any() {
    for scene in scenes().await {
        let kept = scene.announcements(4, 1).await;
        let (db, team) = (&scene.store, scene.team);
        let before = announcement::neighbours(db, team, kept[1].id).await.expect("there");
        assert_eq!(before, (Some(kept[2].id), Some(kept[0].id)));
        for reviewed in [&kept[2], &kept[0]] {
            let claim = scene.claims(reviewed.id).await.remove(0);
            let tx = scene.store.write().await.expect("a turn");
            claim::decide(&tx, team, &sample::acceptance(&claim, 5), 0).await.expect("decided");
            announcement::refresh_state(&tx, reviewed.id).await.expect("counted");
            tx.commit().await.expect("committed");
        }
        let after = announcement::neighbours(db, team, kept[1].id).await.expect("there");
        assert_eq!(after, (Some(kept[3].id), None));
    }
}

#[tokio::test]
async fn announcement_source_written_on_an_old_version_is_refused() {
    for scene in scenes().await {
        let mut one = scene.announcements(1, 0).await.remove(0);
        (one.publisher, one.published, one.language) = (Some("Fictitious Daily".to_owned()), None, None);
        let tx = scene.store.write().await.expect("a turn");
        announcement::update_source(&tx, &one, 1).await.expect("written");
        let refused = announcement::update_source(&tx, &one, 1).await.expect_err("must be refused");
        assert!(
            matches!(refused, StoreError::Conflict { kind: "announcement", expected: 1, found: 2, .. }),
            "{refused:?}"
        );
        tx.commit().await.expect("committed");
        one.version = 2;
        assert_eq!(announcement::get(&scene.store, scene.team, one.id).await.expect("there"), one);
        let filter = AnnouncementFilter { text_contains: Some("fictitious".to_owned()), ..Default::default() };
        let found = announcement::list(&scene.store, scene.team, &filter, &Page::default()).await.expect("listed");
        assert_eq!(found.total, 1);
    }
}
