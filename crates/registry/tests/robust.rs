//! Whatever is written: an answer, the same from both sides, in time that grows with the length.
#![allow(clippy::expect_used, clippy::disallowed_methods)]

use proptest::prelude::*;
use samesky_registry::{Comparer, Index, Known, Party, identifier};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

static COMPARER: LazyLock<Comparer> = LazyLock::new(|| Comparer::new(Known::built_in()));

/// Pieces that names are made of, and what goes wrong in them.
const PIECES: [&str; 40] = [
    "株式会社",
    "(株)",
    "㈱",
    "有限公司",
    "股份",
    "成都",
    "(中国)",
    "上海市",
    "分公司",
    "支店",
    "集团",
    "三菱",
    "デンソー",
    "ﾃﾞﾝｿｰ",
    "ー",
    "科技",
    "บริษัท",
    "จำกัด",
    "(มหาชน)",
    "สาขา",
    "삼성",
    "주식회사",
    "Công ty",
    "TNHH",
    "Giả",
    "GmbH",
    "& Co. KG",
    "S.A.",
    "Ltd.",
    "the",
    "of",
    "(",
    ")",
    " ",
    "\u{0}",
    "\u{200B}",
    "𠮷",
    "é",
    "ｶ)",
    "NULL",
];

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::collection::vec(prop::sample::select(&PIECES[..]), 0..8).prop_map(|pieces| pieces.concat()),
        any::<String>(),
    ]
}

fn party(name: &str) -> Party {
    Party { names: vec![name.to_owned()], ..Party::default() }
}

proptest! {
    #[test]
    fn any_two_names_have_one_answer_from_both_sides(one in name(), other in name()) {
        let there = COMPARER.compare(&party(&one), &party(&other));
        let back = COMPARER.compare(&party(&other), &party(&one));
        prop_assert_eq!((there.verdict, there.score), (back.verdict, back.score));
        prop_assert!(there.score <= 1000 && !there.evidence.is_empty());
    }

    #[test]
    fn name_against_itself_is_never_different(one in name()) {
        let verdict = COMPARER.compare(&party(&one), &party(&one)).verdict;
        prop_assert!(matches!(verdict.code(), "same" | "ask"), "{} {:?}", verdict, one);
    }

    #[test]
    fn any_number_is_checked(written in any::<String>()) {
        for scheme in identifier::Scheme::ALL {
            if let Ok(checked) = identifier::check(scheme, &written) {
                prop_assert_eq!(checked.value.len(), scheme.length());
            }
        }
    }

    #[test]
    fn any_name_is_filed_and_found(one in name()) {
        let profile = COMPARER.profile(&party(&one));
        let mut index = Index::new();
        index.file(3, &profile);
        let found = index.candidates(&profile, 5).len();
        prop_assert!(found <= 1);
    }
}

#[test]
fn hostile_lengths_take_no_long_time() {
    let begin = Instant::now();
    for unit in ["株式会社", "(", "あ", "a ", "中国", "Giả ", "重", "สาขา", "ーｶ)", "e.e."] {
        let long = unit.repeat(200_000);
        let answer = COMPARER.compare(&party(&long), &party(&long));
        assert!(answer.score <= 1000);
    }
    let many = Party { names: (0..100_000).map(|number| format!("架空{number}")).collect(), ..Party::default() };
    assert!(COMPARER.compare(&many, &many).score > 900);
    assert!(begin.elapsed() < Duration::from_secs(120), "{:?}", begin.elapsed());
}
