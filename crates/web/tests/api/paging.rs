use crate::support::{World, worlds};
use serde_json::Value;

async fn pages(world: &World, limit: usize) -> Vec<Vec<Value>> {
    let mut pages = Vec::new();
    let mut path = format!("/api/v1/announcements?sort=title&ascending=true&limit={limit}");
    loop {
        let answer = world.get(&path).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
        let page = answer.json();
        pages.push(page["items"].as_array().expect("items").iter().map(|item| item["id"].clone()).collect());
        let links: Vec<_> = answer.headers.get_all("link").iter().map(|link| link.to_str().expect("a link")).collect();
        let next = links.iter().find(|link| link.ends_with("rel=\"next\""));
        assert_eq!(page["next"].is_string(), next.is_some(), "{links:?}");
        let Some(next) = next else { return pages };
        path = next.trim_start_matches('<').split('>').next().expect("an address").to_owned();
        assert!(path.starts_with(&format!("/api/v1/announcements?sort=title&ascending=true&limit={limit}&after=")));
    }
}

#[tokio::test]
async fn list_of_none_one_and_three_comes_in_whole_pages() {
    for world in worlds().await {
        assert_eq!(pages(&world, 2).await, [Vec::<Value>::new()]);
        world.announce("a").await;
        assert_eq!(pages(&world, 1).await.len(), 1);
        world.announce("b").await;
        world.announce("c").await;
        let all = pages(&world, 200).await;
        assert_eq!(all.iter().map(Vec::len).collect::<Vec<_>>(), [3]);
        let two = pages(&world, 2).await;
        assert_eq!(two.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(two.concat(), all.concat());
        assert_eq!(pages(&world, 1).await.concat(), all.concat());
    }
}

#[tokio::test]
async fn page_wrong_limit_or_cursor_is_named() {
    for world in worlds().await {
        for (query, field) in [
            ("limit=0", "limit"),
            ("limit=201", "limit"),
            ("limit=x", "limit"),
            ("limit=99999999999999999999", "limit"),
            ("after=x", "after"),
            ("after=Zjpub3RoaW5n", "after"),
            ("yaer=2020", "yaer"),
        ] {
            for list in [
                "announcements",
                "imports",
                "events",
                "organisations",
                "projects",
                "figures",
                "entries",
                "checks",
                "audit",
            ] {
                let answer = world.get(&format!("/api/v1/{list}?{query}")).await;
                assert_eq!(answer.problem(), (422, "invalid".to_owned()), "{list} {query}");
                assert_eq!(answer.json()["errors"][0]["field"], field, "{list} {query} {}", answer.text());
            }
        }
    }
}
