//! Measures looking for organisations: `organisations_search DATABASE COUNT [ask]`. The organisations are invented, in four languages;
//! what is kept of them is written first, then made findable, then asked for. With `ask` the database is one that was filled so before.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::cast_possible_truncation,
    clippy::float_arithmetic
)]

use samesky_app::organisations::Party;
use samesky_app::organisations::find::{OrganisationQuestion, OrganisationSort};
use samesky_app::{App, Extractor, OpenOptions, Session, Sources, Store};
use samesky_model::id::OrganisationId;
use samesky_model::reading::OrganisationKind;
use samesky_model::record::{
    Fact, FactSource, KeptFact, NumberVerdict, OrganisationNumber, OrganisationRecord, RecordState, Stamp, WrittenName,
};
use samesky_store as store;
use std::time::{Duration, Instant};

const ZH: [(&str, &str); 24] = [
    ("云", "yun"),
    ("栖", "qi"),
    ("锐", "rui"),
    ("禾", "he"),
    ("虚", "xu"),
    ("构", "gou"),
    ("启", "qi"),
    ("辰", "chen"),
    ("澄", "cheng"),
    ("海", "hai"),
    ("远", "yuan"),
    ("帆", "fan"),
    ("星", "xing"),
    ("野", "ye"),
    ("蓝", "lan"),
    ("月", "yue"),
    ("青", "qing"),
    ("岚", "lan"),
    ("金", "jin"),
    ("穗", "sui"),
    ("宏", "hong"),
    ("图", "tu"),
    ("博", "bo"),
    ("雅", "ya"),
];
const PLACES: [(&str, &str); 8] = [
    ("成都", "Chengdu"),
    ("深圳市", "Shenzhen"),
    ("广州", "Guangzhou"),
    ("重庆", "Chongqing"),
    ("上海", "Shanghai"),
    ("南沙", "Nansha"),
    ("苏州", "Suzhou"),
    ("合肥", "Hefei"),
];
const TRADES: [[&str; 4]; 8] = [
    ["精机", "精機", "Precision Machinery", "เครื่องจักร"],
    ["科技", "技研", "Technology", "เทคโนโลยี"],
    ["电子", "電子", "Electronics", "อิเล็กทรอนิกส์"],
    ["生物医药", "製薬", "Biopharma", "เภสัชกรรม"],
    ["新材料", "新素材", "New Materials", "วัสดุใหม่"],
    ["物流", "物流", "Logistics", "โลจิสติกส์"],
    ["汽车零部件", "自動車部品", "Auto Parts", "ชิ้นส่วนยานยนต์"],
    ["食品", "食品", "Foods", "อาหาร"],
];
const JA: [(&str, &str); 20] = [
    ("亜", "あ"),
    ("加", "か"),
    ("佐", "さ"),
    ("多", "た"),
    ("奈", "な"),
    ("葉", "は"),
    ("真", "ま"),
    ("矢", "や"),
    ("羅", "ら"),
    ("和", "わ"),
    ("志", "し"),
    ("津", "つ"),
    ("保", "ほ"),
    ("木", "き"),
    ("武", "む"),
    ("竜", "りゅう"),
    ("東", "とう"),
    ("京", "きょう"),
    ("健", "けん"),
    ("星", "せい"),
];
const LATIN: [&str; 20] = [
    "al", "be", "cor", "dan", "el", "fin", "gor", "hal", "in", "jor", "kel", "lum", "mir", "nor", "ol", "pra", "quin",
    "ros", "sol", "ter",
];
const THAI: [&str; 16] =
    ["สม", "มติ", "รุ่ง", "เรือง", "เมฆ", "ฟ้า", "ทอง", "ศรี", "ชัย", "วัฒน์", "นคร", "สิริ", "กิจ", "เจริญ", "พร", "แก้ว"];

/// Numbers without order (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let n = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let n = (n ^ (n >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((n ^ (n >> 31)) % sides as u64) as usize
    }

    fn rolls(&mut self, sides: usize, count: usize) -> Vec<usize> {
        (0..count).map(|_| self.roll(sides)).collect()
    }
}

#[derive(Default)]
struct Made {
    names: Vec<(&'static str, String)>,
    reading: Option<String>,
    /// What it is called by, and its pinyin, syllable by syllable.
    core: String,
    pinyin: Vec<&'static str>,
    country: &'static str,
    place: &'static str,
    number: String,
}

/// The n-th organisation: of ten, four Chinese, three Japanese, two of Latin letters alone, one Thai; all but those two have an English name too.
fn made(n: u64) -> Made {
    let mut dice = Dice(n.wrapping_mul(0xD134_2543_DE82_EF95));
    let (place, place_en) = PLACES[dice.roll(8)];
    let [zh, ja, en, th] = TRADES[dice.roll(8)];
    let number = (0..18).map(|_| char::from(b'0' + dice.roll(10) as u8)).collect();
    let latin: String = dice.rolls(20, 4).iter().map(|at| LATIN[*at]).collect();
    let english =
        |place: &str| ("en", format!("{}{} {en} ({place}) Co., Ltd.", latin[..1].to_uppercase(), &latin[1..]));
    match n % 10 {
        0..=3 => {
            let at = dice.rolls(24, 4);
            let core: String = at.iter().map(|at| ZH[*at].0).collect();
            let names = vec![("zh-Hans", format!("{place}{core}{zh}有限公司")), english(place_en)];
            let pinyin = at.iter().map(|at| ZH[*at].1).collect();
            Made { names, core, pinyin, country: "CN", place, number, ..Made::default() }
        }
        4..=6 => {
            let at = dice.rolls(20, 4);
            let core: String = at.iter().map(|at| JA[*at].0).collect();
            let reading = Some(at.iter().map(|at| JA[*at].1).collect());
            let names = vec![("ja", format!("株式会社{core}{ja}")), english("Japan")];
            Made { names, core, reading, country: "JP", place: "东京", number, ..Made::default() }
        }
        7 | 8 => Made {
            names: vec![english("Singapore")],
            core: latin.clone(),
            country: "SG",
            place: "新加坡",
            number,
            ..Made::default()
        },
        _ => {
            let core: String = dice.rolls(16, 4).iter().map(|at| THAI[*at]).collect();
            let names = vec![("th", format!("บริษัท {core}{th} จำกัด")), english("Thailand")];
            Made { names, core, country: "TH", place: "曼谷", number, ..Made::default() }
        }
    }
}

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().expect("a database");
    let count: u64 = arguments.next().expect("how many").parse().expect("a number");
    let open = || async { Store::open(&url, &OpenOptions::default()).await.expect("opens") };
    let (plain, extractor) = (open().await, Extractor::new("/nonexistent", Vec::<String>::new()));
    let app = App::new(open().await, extractor, Sources::system());
    let session = app.local_session("officer").await.expect("a session");
    if arguments.next().is_none() {
        let began = Instant::now();
        fill(&plain, &session, count).await;
        println!("records written: {count} in {:.0?}", began.elapsed());
        let began = Instant::now();
        let listed = app.list_organisations_again().await.expect("listed");
        println!("made findable: {listed} in {:.0?}", began.elapsed());
    }
    println!("| | questions | with an answer | p50 | p99 | longest |");
    for (what, questions) in questions(count) {
        measure(&app, &session, what, &questions).await;
    }
    println!("| who may be the same | names | with an answer | p50 | p95 | longest |");
    for (what, ending) in [("Chinese", 0), ("Japanese", 4), ("Latin", 7), ("Thai", 9)] {
        measure_likely(&app, &session, (what, ending), count).await;
    }
}

/// Names as they are typed: a third of them whole, the others from their beginning.
async fn measure_likely(app: &App, session: &Session, (what, ending): (&str, u64), count: u64) {
    let mut dice = Dice(ending);
    let tens = usize::try_from(count / 10).unwrap_or(1).max(1);
    let (mut times, mut found) = (Vec::new(), 0);
    for at in 0..200 {
        let name = made(dice.roll(tens) as u64 * 10 + ending).names[0].1.clone();
        let typed: String = if at % 3 == 0 { name } else { name.chars().take(2 + at % 9).collect() };
        let party = Party { names: vec![typed], ..Party::default() };
        let began = Instant::now();
        let likely = app.likely_organisations(session, party).await.expect("looked");
        times.push(began.elapsed());
        found += usize::from(!likely.is_empty());
    }
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    let shown = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
    println!("| {what} | {} | {found} | {} | {} | {} |", times.len(), shown(at(50)), shown(at(95)), shown(at(100)));
}

async fn fill(plain: &Store, session: &Session, count: u64) {
    let stamp = Stamp { by: "officer".to_owned(), at: jiff::Timestamp::now() };
    for first in (0..count).step_by(5_000) {
        let (mut records, mut facts) = (Vec::new(), Vec::new());
        for n in first..count.min(first + 5_000) {
            let (record, values) = kept(n, session, &stamp);
            facts.push((record.id, values));
            records.push((record, Vec::new()));
        }
        let tx = plain.write().await.expect("a turn");
        store::organisation::insert_many(&tx, &records).await.expect("kept");
        store::organisation::fact::insert(&tx, session.team, &facts).await.expect("kept");
        tx.commit().await.expect("committed");
    }
}

fn kept(n: u64, session: &Session, stamp: &Stamp) -> (OrganisationRecord, Vec<KeptFact>) {
    let made = made(n);
    let name = |(language, text): &(&str, String)| WrittenName {
        text: text.clone(),
        language: Some((*language).to_owned()),
        announcement: None,
    };
    let record = OrganisationRecord {
        id: OrganisationId(uuid::Uuid::from_u128(u128::from(n) + 1)),
        team: session.team,
        version: 1,
        state: RecordState::Active,
        names: made.names.iter().map(name).collect(),
        kind: OrganisationKind::Company,
        country: Some(made.country.to_owned()),
        readings: made.reading.into_iter().collect(),
        created: stamp.clone(),
    };
    let number =
        OrganisationNumber { scheme: "register".to_owned(), value: made.number, verdict: NumberVerdict::Unchecked };
    let value = |fact| KeptFact { fact, source: FactSource::Officer, added: stamp.clone() };
    (record, vec![value(Fact::Place(made.place.to_owned())), value(Fact::Identifier(number))])
}

fn text(text: impl Into<String>) -> OrganisationQuestion {
    OrganisationQuestion { text: text.into(), state: Some(RecordState::Active), ..OrganisationQuestion::default() }
}

fn by_name(question: OrganisationQuestion) -> OrganisationQuestion {
    OrganisationQuestion { sort: OrganisationSort::Name, ..question }
}

/// Questions of each kind, from organisations all over the list.
fn questions(count: u64) -> Vec<(&'static str, Vec<OrganisationQuestion>)> {
    let of = |ending: u64, question: &dyn Fn(&Made) -> String| {
        let mut dice = Dice(ending);
        let tens = usize::try_from(count / 10).unwrap_or(1).max(1);
        (0..200).map(|_| made(dice.roll(tens) as u64 * 10 + ending)).map(|one| text(question(&one))).collect::<Vec<_>>()
    };
    let chars = |text: &str, from: usize, count: usize| text.chars().skip(from).take(count).collect::<String>();
    let common = [
        "有限公司",
        "科技",
        "co",
        "ltd",
        "株式会社",
        "上海",
        "japan",
        "จำกัด",
        "technology",
        "j",
        "海",
        "ka",
        "s",
        "精机 上海",
    ];
    let common: Vec<_> = common.iter().cycle().take(140).map(|word| text(*word)).collect();
    let initials = |one: &Made| one.pinyin.iter().filter_map(|read| read.chars().next()).collect::<String>();
    vec![
        ("two Chinese characters", of(0, &|one| chars(&one.core, 0, 2))),
        ("two characters inside", of(1, &|one| chars(&one.core, 2, 2))),
        ("three characters", of(1, &|one| chars(&one.core, 0, 3))),
        ("pinyin", of(2, &|one| one.pinyin.concat())),
        ("pinyin, two syllables, spaced", of(2, &|one| one.pinyin[..2].join(" "))),
        ("initials", of(3, &initials)),
        ("kana", of(4, &|one| one.reading.clone().unwrap_or_default())),
        (
            "romaji as typed",
            of(5, &|one| {
                if one.reading.as_deref().unwrap_or_default().contains("とう") {
                    "toukyou".into()
                } else {
                    "sika".into()
                }
            }),
        ),
        ("Thai inside", of(9, &|one| chars(&one.names[0].1, 9, 8))),
        ("Latin words", of(7, &|one| one.core.clone())),
        ("as typed, letter by letter", (1..6).flat_map(|letters| of(8, &|one| chars(&one.core, 0, letters))).collect()),
        ("numbers", of(6, &|one| chars(&one.number, 0, 8))),
        ("two words", of(0, &|one| format!("{} {}", one.place, chars(&one.core, 0, 2)))),
        ("common words", common.clone()),
        ("common words, by name", common.into_iter().map(by_name).collect()),
        ("the list by name", (0..50).map(|_| by_name(text(""))).collect()),
        ("what is not there", (0..100).map(|n| text(format!("xq{n}zv"))).collect()),
    ]
}

async fn measure(app: &App, session: &Session, what: &str, questions: &[OrganisationQuestion]) {
    let (mut times, mut found) = (Vec::new(), 0);
    for question in questions {
        let began = Instant::now();
        let page = app.find_organisations(session, question, None, 50).await.expect("looked");
        times.push(began.elapsed());
        found += usize::from(!page.items.is_empty());
    }
    times.sort_unstable();
    let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)];
    let shown = |time: Duration| format!("{:.1} ms", time.as_secs_f64() * 1000.0);
    println!("| {what} | {} | {found} | {} | {} | {} |", times.len(), shown(at(50)), shown(at(99)), shown(at(100)));
}
