//! Measures candidates and verdicts: new rows against a registry, all names made up. See benches/registry.py.
#![allow(clippy::print_stdout, clippy::disallowed_methods, clippy::float_arithmetic, clippy::cast_possible_truncation)]

use samesky_registry::{Comparer, Index, Known, Party, Verdict};
use std::time::Instant;

fn main() {
    let mut numbers = std::env::args().skip(1).filter_map(|argument| argument.parse::<u32>().ok());
    let (filed, new) = (numbers.next().unwrap_or(1_000_000), numbers.next().unwrap_or(100_000));
    if std::env::args().any(|argument| argument == "--names") {
        return names(filed, new);
    }
    let comparer = Comparer::new(Known::built_in());
    let begin = Instant::now();
    let mut index = Index::new();
    for row in 0..filed {
        index.push(row, &comparer.profile(&party(&name(row))));
    }
    index.sort();
    let filing = begin.elapsed().as_secs_f64();
    let begin = Instant::now();
    let (mut compared, mut due, mut offered, mut found, mut said) = (0_usize, 0_u32, 0_u32, 0_u32, 0_u32);
    for number in 0..new {
        let (known, text) = new_row(filed, number);
        let profile = comparer.profile(&party(&text));
        let candidates = index.candidates(&profile, 20);
        compared += candidates.len();
        let same = |row: u32| {
            comparer.compare_profiles(&profile, &comparer.profile(&party(&name(row)))).verdict == Verdict::Same
        };
        let matched: Vec<u32> = candidates.iter().map(|candidate| candidate.row).filter(|row| same(*row)).collect();
        said += u32::from(!matched.is_empty());
        if let Some(row) = known {
            due += 1;
            offered += u32::from(candidates.iter().any(|candidate| candidate.row == row));
            found += u32::from(matched.contains(&row));
        }
    }
    let seconds = begin.elapsed().as_secs_f64();
    println!(
        "filed {filed} in {filing:.1} s ({:.0} rows/s), index {} MiB",
        f64::from(filed) / filing,
        index.bytes() >> 20
    );
    println!("new {new} in {seconds:.1} s: {:.0} rows/s, {compared} comparisons", f64::from(new) / seconds);
    println!(
        "in the registry {due}: among the candidates {offered}, called same {found}; rows called same as some row {said}"
    );
    println!("peak memory {} MiB", peak_kib() >> 10);
}

/// Every second row is in the registry under another writing, the others are not there.
fn new_row(filed: u32, number: u32) -> (Option<u32>, String) {
    let known = number.is_multiple_of(2).then(|| number.wrapping_mul(7919) % filed);
    (known, known.map_or_else(|| name(filed + number), variant))
}

/// The same names for other programs, a line each: `F`, row, name; `N`, row, the row that it is or nothing, name.
fn names(filed: u32, new: u32) {
    for row in 0..filed {
        println!("F\t{row}\t{}", name(row));
    }
    for number in 0..new {
        let (known, text) = new_row(filed, number);
        println!("N\t{number}\t{}\t{text}", known.map(|row| row.to_string()).unwrap_or_default());
    }
}

fn party(name: &str) -> Party {
    Party { names: vec![name.to_owned()], ..Party::default() }
}

const PLACES: [&str; 12] =
    ["成都", "上海", "深圳", "苏州", "杭州", "武汉", "重庆", "青岛", "西安", "广州", "宁波", "长沙"];
const PINYIN: [&str; 12] = [
    "Chengdu",
    "Shanghai",
    "Shenzhen",
    "Suzhou",
    "Hangzhou",
    "Wuhan",
    "Chongqing",
    "Qingdao",
    "Xi'an",
    "Guangzhou",
    "Ningbo",
    "Changsha",
];
const CHARS: &str = "蓝岭云溪锐禾星澜汇衡拓朗森泽启曜凌霄瀚墨琛屹皓沐宸烨翊珩瑾澄昊霖钧铭恺逸卓晟辰麒骏";
const TRADES: [&str; 10] =
    ["科技", "电子", "自动化设备", "医疗器械", "新材料", "物流", "食品", "精密机械", "软件", "环保工程"];
const ENGLISH: [&str; 10] = [
    "Technology",
    "Electronics",
    "Automation Equipment",
    "Medical Devices",
    "New Materials",
    "Logistics",
    "Foods",
    "Precision Machinery",
    "Software",
    "Environmental Engineering",
];
const KANA: &str = "アカサタナハマヤラワキシチニヒミリクスツヌフムユルケセテネヘメレコソトノホモヨロ";
const JAPANESE: [&str; 6] = ["電子", "精密", "物流", "食品", "機械", "システム"];
const SYLLABLES: [&str; 20] = [
    "al", "der", "brook", "nor", "vik", "ta", "lin", "mor", "fen", "wick", "har", "low", "stan", "gre", "bel", "cor",
    "dun", "est", "ram", "sey",
];

/// A made-up name by its number; numbers far apart give other names.
fn name(row: u32) -> String {
    let mut dice = Dice(u64::from(row) * 2 + 1);
    match row % 4 {
        0 | 1 => format!("{}{}{}有限公司", dice.pick(&PLACES), dice.chars(CHARS, 3), dice.pick(&TRADES)),
        2 => format!("株式会社{}{}", dice.chars(KANA, 5), dice.pick(&JAPANESE)),
        _ => format!("{} {} Ltd", dice.word(), dice.pick(&ENGLISH)),
    }
}

/// The same organisation as somebody else writes it.
fn variant(row: u32) -> String {
    let mut dice = Dice(u64::from(row) * 2 + 1);
    match row % 4 {
        0 => name(row).replacen("有限公司", "有限责任公司", 1).replacen(
            dice.pick(&PLACES),
            &format!("{}市", Dice(u64::from(row) * 2 + 1).pick(&PLACES)),
            1,
        ),
        1 => {
            let place = dice.number() % 12;
            let core = dice.chars(CHARS, 3);
            let trade = dice.pick(&ENGLISH);
            format!("{} {} {trade} Co., Ltd.", PINYIN[place], pinyin(&core))
        }
        2 => name(row).replacen("株式会社", "㈱", 1),
        _ => name(row).to_uppercase().replacen(" LTD", " LIMITED", 1),
    }
}

fn pinyin(core: &str) -> String {
    const SOUNDS: &str = "lan ling yun xi rui he xing lan hui heng tuo lang sen ze qi yao ling xiao han mo chen yi hao mu chen ye yi heng jin cheng hao lin jun ming kai yi zhuo sheng chen qi jun";
    let sounds: Vec<&str> = SOUNDS.split(' ').collect();
    core.chars()
        .filter_map(|char| CHARS.chars().position(|other| other == char).and_then(|at| sounds.get(at)))
        .copied()
        .collect()
}

/// Numbers that are the same on every machine (SplitMix64).
struct Dice(u64);

impl Dice {
    fn number(&mut self) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed >> 33) as usize
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.number() % from.len()]
    }

    fn chars(&mut self, from: &str, many: usize) -> String {
        let all: Vec<char> = from.chars().collect();
        (0..many).map(|_| all[self.number() % all.len()]).collect()
    }

    fn word(&mut self) -> String {
        let word: String = (0..4).map(|_| self.pick(&SYLLABLES)).collect();
        word[..1].to_uppercase() + &word[1..]
    }
}

fn peak_kib() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or_default()
}
