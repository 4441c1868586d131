//! Candidates among many.

use samesky_registry::{Comparer, Index, Known, Party, Profile};

const NAMES: [&str; 8] = [
    "上海锐禾自动化设备有限公司",
    "成都天府云迁科技有限公司",
    "株式会社架空精機",
    "三菱重工業株式会社",
    "Alderbrook Precision Tools Ltd",
    "บริษัท สมมติรุ่งเรืองอุตสาหกรรม จำกัด",
    "주식회사 가상정밀",
    "株式会社フィクティバ架空",
];

fn profile(comparer: &Comparer, name: &str) -> Profile {
    comparer.profile(&Party { names: vec![name.to_owned()], ..Party::default() })
}

fn first(comparer: &Comparer, index: &Index, name: &str) -> Option<&'static str> {
    let found = index.candidates(&profile(comparer, name), 5);
    found.first().and_then(|candidate| NAMES.get(candidate.row as usize)).copied()
}

#[test]
fn organisation_is_found_under_its_other_writings() {
    let comparer = Comparer::new(Known::built_in());
    let profiles: Vec<Profile> = NAMES.iter().map(|name| profile(&comparer, name)).collect();
    let index = Index::of((0..).zip(&profiles));
    for (written, name) in [
        ("Shanghai Ruihe Automation Equipment Co., Ltd.", NAMES[0]),
        ("四川省成都市天府雲遷科技有限公司", NAMES[1]),
        ("天府云迁", NAMES[1]),
        ("Kaku Seiki Co., Ltd.", NAMES[2]),
        ("Mitsubishi Heavy Industries, Ltd.", NAMES[3]),
        ("三菱重工", NAMES[3]),
        ("ALDERBROOK", NAMES[4]),
        ("Sommot Rungrueang Industry Co., Ltd.", NAMES[5]),
        ("가상정밀(주)", NAMES[6]),
    ] {
        assert_eq!(first(&comparer, &index, written), Some(name), "{written}");
    }
    assert_eq!(index.candidates(&profile(&comparer, "Nowhere Bakery"), 5), vec![]);
}

#[test]
fn organisation_filed_later_is_found_at_once_and_after_sorting() {
    let comparer = Comparer::new(Known::default());
    let mut index = Index::new();
    for (row, name) in (0..).zip(NAMES) {
        index.file(row, &profile(&comparer, name));
        assert_eq!(first(&comparer, &index, name), Some(name));
    }
    index.sort();
    assert_eq!(index.len(), NAMES.len());
    assert_eq!(first(&comparer, &index, NAMES[6]), Some(NAMES[6]));
}

#[test]
fn number_finds_whatever_the_name() {
    let comparer = Comparer::new(Known::default());
    let numbered = |name: &str| Party {
        names: vec![name.to_owned()],
        identifiers: [("jp-corporate-number".to_owned(), "1180301018771".to_owned())].into(),
        place: None,
    };
    let mut index = Index::new();
    index.file(7, &comparer.profile(&numbered("甲")));
    let found = index.candidates(&comparer.profile(&numbered("乙")), 5);
    assert_eq!(found.iter().map(|candidate| candidate.row).collect::<Vec<_>>(), vec![7]);
}
