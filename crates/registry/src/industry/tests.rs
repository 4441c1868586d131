use super::{Classification, ClassificationError, Counterpart, Industry, classification, classifications};
use std::collections::BTreeSet;

fn of(scheme: &str) -> &'static Classification {
    classification(scheme).expect("a file")
}

fn counts(known: &Classification) -> [usize; 4] {
    let mut counts = [0; 4];
    for row in known.rows() {
        counts[if row.parent.is_none() { 0 } else { row.code.len() - 1 }] += 1;
    }
    counts
}

#[test]
fn files_have_every_row_of_their_classification() {
    let schemes: Vec<_> = classifications().iter().map(Classification::scheme).collect();
    assert_eq!(schemes, ["isic-4", "gbt-4754-2017", "jsic-14"]);
    assert_eq!(counts(of("isic-4")), [21, 88, 238, 419]);
    assert_eq!(counts(of("gbt-4754-2017")), [20, 97, 0, 0]);
    assert_eq!(counts(of("jsic-14")), [20, 99, 0, 0]);
}

#[test]
fn sections_and_divisions_of_isic_have_titles_in_four_languages_and_what_is_below_them_in_english() {
    for row in of("isic-4").rows() {
        let languages: Vec<_> = row.titles.keys().map(String::as_str).collect();
        let expected: &[&str] = if row.code.len() <= 2 { &["en", "ja", "th", "zh-Hans"] } else { &["en"] };
        assert_eq!(languages, expected, "{}", row.code);
    }
}

#[test]
fn titles_of_divisions_are_told_apart_in_every_language() {
    for known in classifications() {
        for language in known.languages() {
            let divisions = known.rows().iter().filter(|row| row.parent.is_some() && row.code.len() == 2);
            let titles: Vec<_> = divisions.filter_map(|row| row.titles.get(language)).collect();
            let each: BTreeSet<_> = titles.iter().collect();
            assert_eq!(each.len(), titles.len(), "{} {language}", known.scheme());
        }
    }
}

#[test]
fn code_is_kept_with_its_section_and_a_wrong_one_not_at_all() {
    let isic = of("isic-4");
    let right = [
        ("29", "C29"),
        ("C29", "C29"),
        ("c2910", "C2910"),
        ("291", "C291"),
        ("C", "C"),
        ("0111", "A0111"),
        ("01.1", "A011"),
    ];
    for (written, kept) in right {
        assert_eq!(isic.normal(written).as_deref(), Some(kept), "{written}");
        assert_eq!(isic.normal(kept).as_deref(), Some(kept));
    }
    for written in ["", "V", "04", "C47", "A29", "2919", "29101", "汽车", "C2x", "CC29", "-"] {
        assert_eq!(isic.normal(written), None, "{written}");
    }
    let gbt = of("gbt-4754-2017");
    for (written, kept) in [("36", "C36"), ("3610", "C3610"), ("C361", "C361"), ("T97", "T97")] {
        assert_eq!(gbt.normal(written).as_deref(), Some(kept), "{written}");
    }
    for written in ["98", "9810", "A36", "36101", "C36x"] {
        assert_eq!(gbt.normal(written), None, "{written}");
    }
}

#[test]
fn title_is_in_the_readers_language_else_in_english_else_in_its_own() {
    let isic = of("isic-4");
    let title = |known: &'static Classification, code, language| known.nearest(code).map(|row| row.title(language));
    assert_eq!(title(isic, "C29", "zh-Hans"), Some(("汽车、挂车和半挂车制造", "zh-Hans")));
    assert_eq!(title(isic, "C2910", "ja"), Some(("Manufacture of motor vehicles", "en")));
    assert_eq!(title(of("jsic-14"), "E31", "en"), Some(("輸送用機械器具製造業", "ja")));
    assert_eq!(title(of("gbt-4754-2017"), "C3610", "th"), Some(("汽车制造业", "zh-Hans")));
}

#[test]
fn rows_are_found_by_words_in_any_language_divisions_first() {
    let codes = |words| of("isic-4").find(words, 4).into_iter().map(|row| row.code.as_str()).collect::<Vec<_>>();
    assert_eq!(codes("motor vehicles"), ["G", "29", "45", "46"]);
    assert_eq!(codes("半挂车"), ["29"]);
    assert_eq!(codes("ยานยนต์ พ่วง"), ["29"]);
    assert_eq!(codes("2910"), ["2910"]);
    assert_eq!(codes(" "), [] as [&str; 0]);
}

#[test]
fn sections_stand_beside_one_another_and_one_without_a_like_says_so() {
    let each = |known: &Classification, section: &str, other: &str| {
        let found = known.counterparts(section, other).into_iter();
        found
            .map(|Counterpart { section, is_equal }| format!("{}{section}", if is_equal { "=" } else { "" }))
            .collect::<Vec<_>>()
    };
    let (isic, gbt, jsic) = (of("isic-4"), of("gbt-4754-2017"), of("jsic-14"));
    assert_eq!(each(isic, "C", "jsic-14"), ["=E"]);
    assert_eq!(each(isic, "A", "jsic-14"), ["A", "B"]);
    assert_eq!(each(gbt, "D", "isic-4"), ["D", "E"]);
    assert_eq!(each(gbt, "C", "jsic-14"), ["=E"]);
    assert_eq!(each(jsic, "E", "isic-4"), ["=C"]);
    assert_eq!(each(jsic, "Q", "isic-4"), [] as [&str; 0]);
    for (from, to) in [(isic, gbt), (isic, jsic), (gbt, isic), (jsic, isic)] {
        for section in from.rows().iter().filter(|row| row.parent.is_none()).map(|row| row.code.as_str()) {
            for found in from.counterparts(section, to.scheme()) {
                assert!(to.get(&found.section).is_some_and(|row| row.parent.is_none()), "{section} {found:?}");
            }
            let alone = from.counterparts(section, to.scheme()).is_empty();
            assert_eq!(
                alone,
                from.scheme() == "jsic-14" && ["Q", "T"].contains(&section),
                "{} {section}",
                from.scheme()
            );
        }
    }
}

#[test]
fn another_revision_is_another_file() {
    let text = "# invented rows\n# scheme: isic-5\ncode\tparent\ten\tja\nA\t\tFields\t畑\n01\tA\tWheat\t\n";
    let read = Classification::read(text).expect("a classification");
    let wheat: Vec<&Industry> = read.find("wheat", 9);
    assert_eq!(
        (read.scheme(), read.normal("01").as_deref(), wheat[0].title("ja")),
        ("isic-5", Some("A01"), ("Wheat", "en"))
    );
}

#[test]
fn file_that_is_none_says_what_is_wrong() {
    let wrong = |text: &str| Classification::read(text).expect_err("wrong");
    let row = |row, what| ClassificationError::Row { row, what };
    assert_eq!(wrong("code\tparent\ten\n"), ClassificationError::NoScheme);
    assert_eq!(wrong("# scheme: x\nname\n"), ClassificationError::NoHead);
    let rows = |rows: &str| format!("# scheme: x\ncode\tparent\ten\n{rows}");
    assert_eq!(wrong(&rows("A\t\t\n")), row(1, "a code and a title are needed"));
    assert_eq!(wrong(&rows("A\t\tx\n01\tB\ty\n")), row(2, "the row above it is not there"));
    assert_eq!(wrong(&rows("A\t\tx\nA\t\ty\n")), row(2, "the code stands twice"));
}
