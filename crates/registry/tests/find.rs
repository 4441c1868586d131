//! What finds an organisation: the corpus in `find.tsv`, and what holds whatever is written.
#![allow(clippy::expect_used, clippy::disallowed_methods)]

use proptest::prelude::*;
use samesky_registry::find::{Findable, Findables, FoundName, Question, SortLanguage, Word, facet, prepare, sort_key};

fn names(column: &str) -> Vec<FoundName<'_>> {
    let parts = column.split('|').filter_map(|name| name.split_once(':'));
    parts.map(|(language, text)| FoundName { text, language: Some(language) }).collect()
}

fn list(column: &str) -> Vec<&str> {
    column.split('|').filter(|part| !part.is_empty()).collect()
}

fn is_found(findable: &Findable, question: &str) -> bool {
    let words = Question::parse(question).words;
    !words.is_empty() && words.iter().all(|word| findable.has(word))
}

#[test]
fn corpus_questions_find_what_they_should_and_nothing_else() {
    let mut wrong = Vec::new();
    let mut asked = 0;
    for line in include_str!("find.tsv").lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [written, readings, numbers, found, not_found] = columns.as_slice() else {
            panic!("five columns: {line}");
        };
        let (names, readings, numbers) = (names(written), list(readings), list(numbers));
        let findable = Findable::of(&prepare(&Findables { names, readings, numbers, facets: Vec::new() }));
        for (questions, expected) in [(found, true), (not_found, false)] {
            for question in list(questions) {
                asked += 1;
                if is_found(&findable, question) != expected {
                    wrong.push(format!("{question} should{} find {written}", if expected { "" } else { " not" }));
                }
            }
        }
    }
    assert_eq!((wrong, asked > 200), (Vec::<String>::new(), true), "{asked} questions");
}

#[test]
fn beginning_of_a_name_stands_before_its_inside_and_before_its_reading() {
    let question = Question::parse("hua");
    let classes: Vec<char> = question.words[0].beginnings.iter().filter_map(|one| one.chars().next()).collect();
    assert_eq!(classes, ['1', '2', '4', '5', '5', '6', '6', '7', '8']);
}

#[test]
fn facet_is_found_by_its_whole_value_only() {
    let facets = vec![('P', "成都".to_owned()), ('Q', "key\tLabel".to_owned())];
    let findable = Findable::of(&prepare(&Findables { facets, ..Findables::default() }));
    let has = |class, value| findable.has(&Word::facet(class, value));
    assert_eq!([has('P', "成都"), has('P', "成"), has('Q', "key"), has('Q', "ke")], [true, false, true, false]);
    assert_eq!(facet('P', "a\nb"), "Pab\t");
}

#[test]
fn sort_keys_put_names_in_the_order_of_the_language() {
    let sorted = |language, written: &[&str]| -> Vec<String> {
        let key = |name: &str| sort_key(language, &[FoundName { text: name, language: None }], &[]);
        let mut names: Vec<String> = written.iter().map(|name| (*name).to_owned()).collect();
        names.sort_by_key(|name| key(name));
        names
    };
    assert_eq!(
        sorted(SortLanguage::Zh, &["深圳", "安徽", "Zeta", "昂", "北京", "长江", "重庆"]),
        ["Zeta", "安徽", "昂", "北京", "长江", "重庆", "深圳"]
    );
    assert_eq!(
        sorted(SortLanguage::Ja, &["さくら", "株式会社あおい", "ガンマ", "カラス", "Beta"]),
        ["Beta", "株式会社あおい", "カラス", "ガンマ", "さくら"]
    );
    assert_eq!(
        sorted(SortLanguage::Th, &["บริษัท แก้ว จำกัด", "ขวัญ", "กา", "เก่ง", "งาม"]),
        ["กา", "เก่ง", "บริษัท แก้ว จำกัด", "ขวัญ", "งาม"]
    );
    assert_eq!(
        sorted(SortLanguage::En, &["beta", "Ångström", "Alpha", "Émile"]),
        ["Ångström", "Alpha", "beta", "Émile"]
    );
}

#[test]
fn japanese_name_is_sorted_by_its_reading() {
    let name = [FoundName { text: "東京架空", language: Some("ja") }];
    let by = |reading: &str| sort_key(SortLanguage::Ja, &name, &[reading]);
    assert!(by("とうきょう") < by("ナラ") && by("アオイ") < by("とうきょう"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn anything_is_answered_within_bounds(text in "\\PC{0,400}", question in "\\PC{0,300}") {
        let name = FoundName { text: &text, language: None };
        let told = Findables { names: vec![name; 3], readings: vec![&text], numbers: vec![&text], facets: Vec::new() };
        let prepared = prepare(&told);
        let findable = Findable::of(&prepared);
        prop_assert!(findable.terms().len() <= 800);
        prop_assert!(findable.terms().iter().all(|term| term.chars().count() <= 125));
        let question = Question::parse(&question);
        prop_assert!(question.words.len() <= 8);
        prop_assert!(question.words.iter().all(|word| word.beginnings.len() <= 16));
        for language in SortLanguage::ALL {
            prop_assert!(sort_key(language, &[name], &[&text]).len() <= 1200);
        }
    }

    #[test]
    fn part_of_a_chinese_name_of_two_characters_or_more_finds_it(
        characters in prop::collection::vec(prop::sample::select("云栖锐禾虚构精机广州成华南沙".chars().collect::<Vec<_>>()), 2..14),
        from in 0..12_usize,
        length in 2..6_usize,
    ) {
        let name: String = characters.iter().collect();
        let from = from.min(characters.len() - 2);
        let part: String = characters.iter().skip(from).take(length).collect();
        let told = Findables { names: vec![FoundName { text: &name, language: Some("zh") }], ..Findables::default() };
        prop_assert!(is_found(&Findable::of(&prepare(&told)), &part), "{part} in {name}");
    }

    #[test]
    fn word_is_found_where_a_term_begins_with_it(name in "[a-z]{1,8}( [a-z]{1,8}){0,3}", at in 0..4_usize, letters in 1..8_usize) {
        let words: Vec<&str> = name.split(' ').collect();
        let word: String = words[at.min(words.len() - 1)].chars().take(letters).collect();
        let told = Findables { names: vec![FoundName { text: &name, language: Some("en") }], ..Findables::default() };
        prop_assert!(is_found(&Findable::of(&prepare(&told)), &word), "{word} in {name}");
    }
}
