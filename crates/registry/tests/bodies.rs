//! Public bodies by rule alone, without any known name: place and kind of body in all languages.
#![allow(clippy::expect_used)]

use samesky_registry::{Comparer, Known, Party};

fn verdicts(pairs: &[(&str, &str)]) -> Vec<String> {
    let comparer = Comparer::new(Known::default());
    let party = |name: &str| Party { names: vec![name.to_owned()], ..Party::default() };
    pairs
        .iter()
        .map(|(one, other)| format!("{one} | {other}: {}", comparer.compare(&party(one), &party(other)).verdict.code()))
        .collect()
}

fn all(pairs: &[(&str, &str)], verdict: &str) {
    let expected: Vec<String> = pairs.iter().map(|(one, other)| format!("{one} | {other}: {verdict}")).collect();
    assert_eq!(verdicts(pairs), expected);
}

#[test]
fn bureau_in_any_language_and_its_short_name_are_same() {
    all(
        &[
            ("Commerce Bureau of Wuhan Municipality", "武汉市商务局"),
            ("Sichuan Provincial Department of Commerce", "四川省商务厅"),
            ("広東省商務庁", "广东省商务厅"),
            ("上海市商務委員会", "上海市商务委"),
            ("重庆市商务委员会", "重庆市商委"),
            ("苏州市投促局", "苏州市投资促进局"),
            ("江苏省科技厅", "江苏省科学技术厅"),
            ("浙江省外办", "浙江省人民政府外事办公室"),
            ("浙江省人社厅", "浙江省人力资源和社会保障厅"),
            ("Foreign Affairs Office of Sichuan Provincial People's Government", "四川省人民政府外事办公室"),
            ("日本驻广州总领事馆", "在広州日本国総領事館"),
            ("สำนักงานพาณิชย์จังหวัดชลบุรี", "Chonburi Provincial Commercial Office"),
            ("诸暨市商务局", "诸暨商务局"),
            ("诸暨市商务局", "Zhuji Municipal Bureau of Commerce"),
            ("IHK Köln", "Industrie- und Handelskammer zu Köln"),
            ("UBND tỉnh Bình Dương", "Binh Duong People's Committee"),
        ],
        "same",
    );
}

#[test]
fn place_with_its_ending_is_its_government() {
    all(
        &[
            ("福岡市", "福岡市役所"),
            ("福岡市", "Fukuoka City"),
            ("City of Fukuoka", "福岡市役所"),
            ("熊本県", "Kumamoto Prefectural Government"),
            ("東京都", "東京都庁"),
            ("경기도청", "Gyeonggi Provincial Government"),
            ("부산광역시", "Busan Metropolitan City"),
            ("苏州市", "苏州市人民政府"),
            ("架空県", "架空県庁"),
            ("虚构县人民政府", "虚构县"),
        ],
        "same",
    );
    all(&[("苏州", "苏州市人民政府"), ("福岡", "福岡県")], "ask");
}

#[test]
fn other_body_or_other_place_is_different() {
    all(
        &[
            ("福岡県", "福岡市"),
            ("熊本県", "熊本市役所"),
            ("京都市", "京都府"),
            ("成都市科技局", "成都市经信局"),
            ("苏州市外办", "苏州市政府办公室"),
            ("四川省浙江商会", "浙江省四川商会"),
            ("江苏商会", "江苏省总商会"),
        ],
        "different",
    );
}

#[test]
fn ministry_without_its_country_is_that_of_the_language() {
    all(&[("商务部", "中华人民共和国商务部"), ("กระทรวงพาณิชย์", "กระทรวงพาณิชย์ ประเทศไทย")], "same");
    all(&[("工业部", "泰国工业部"), ("Ministry of Commerce", "Ministry of Commerce of Thailand")], "ask");
}
