//! Projects signed again.
#![allow(clippy::expect_used, missing_docs)]

use samesky_figures::{Evidence, ProjectFacts, Resigning, resigned};
use samesky_model::Decimal;
use samesky_model::id::ProjectId;

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(number: u32) -> T {
    format!("00000000-0000-0000-0000-{number:012x}").parse().expect("an identifier")
}

fn project<'a>(number: u32, name: &'a str, organisation: &'a str, event: u32, date: &str) -> ProjectFacts<'a> {
    ProjectFacts {
        project: id(number),
        names: vec![name],
        organisations: Some(organisation).filter(|name| !name.is_empty()).into_iter().collect(),
        place_keys: vec!["cn/hoshino"],
        event: Some(id(event)),
        date: Some(date.parse().expect("a date")),
        amounts: Vec::new(),
    }
}

fn found(projects: &[ProjectFacts<'_>]) -> Vec<(ProjectId, ProjectId)> {
    let mut reversed = projects.to_vec();
    reversed.reverse();
    assert_eq!(resigned(projects), resigned(&reversed), "the order must not matter");
    resigned(projects).iter().map(|resigning| (resigning.earlier, resigning.later)).collect()
}

#[test]
fn resigned_same_project_at_a_later_event_is_found() {
    let projects = [
        project(1, "青葉精工（架空）星野工場", "青葉精工（架空）", 1, "2022-09-10"),
        project(2, "青葉精工(架空)星野工場", "青葉精工（架空）", 2, "2023-08-30"),
        project(3, "青葉精工（架空）星野第二工場", "青葉精工（架空）", 3, "2024-08-30"),
    ];
    assert_eq!(found(&projects), [(id(1), id(2)), (id(1), id(3))]);
    let expected = Resigning {
        earlier: id(1),
        later: id(2),
        evidence: vec![Evidence::SameName, Evidence::SharedOrganisation("青葉精工（架空）".to_owned())],
    };
    assert_eq!(resigned(&projects)[0], expected);
}

#[test]
fn resigned_same_name_needs_a_company_or_an_amount() {
    let mut projects =
        [project(1, "星野研发中心", "", 1, "2022-09-10"), project(2, "星野研发中心", "", 2, "2023-08-30")];
    assert_eq!(found(&projects), []);
    for project in &mut projects {
        project.amounts = vec![(Decimal::from(161_500_000), "USD")];
    }
    assert_eq!(found(&projects), [(id(1), id(2))]);
}

#[test]
fn resigned_counter_examples_find_nothing() {
    let first = || project(1, "星野研发中心", "澄湖机械（虚构）", 1, "2022-09-10");
    let other_project = project(2, "东湾物流园", "澄湖机械（虚构）", 2, "2023-08-30");
    let same_event = project(2, "星野研发中心", "澄湖机械（虚构）", 1, "2023-08-30");
    let same_day = project(2, "星野研发中心", "澄湖机械（虚构）", 2, "2022-09-10");
    let perhaps_earlier = project(2, "星野研发中心", "澄湖机械（虚构）", 2, "--09-30");
    let elsewhere = ProjectFacts {
        place_keys: vec!["th/bangkok"],
        ..project(2, "星野研发中心", "澄湖机械（虚构）", 2, "2023-08-30")
    };
    let undated =
        ProjectFacts { date: None, ..project(2, "星野研发中心", "澄湖机械（虚构）", 2, "2023-08-30") };
    for other in [other_project, same_event, same_day, perhaps_earlier, elsewhere, undated] {
        assert_eq!(found(&[first(), other.clone()]), [], "{other:?}");
    }
    assert_eq!(found(&[]), []);
}
