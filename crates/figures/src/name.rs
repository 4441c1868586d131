//! Names compared across scripts: one key for 对话山东, 對話山東 and 対話山東.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Characters that write one word in simplified Chinese, traditional Chinese and Japanese; the first stands for all.
///
/// Only characters that are common in names of places, organisations and events; drawn up by us.
const VARIANTS: &str = "对對対 东東 产產産 业業 协協 会會 经經経 济濟済 贸貿 国國 际際 发發発 区區 广廣広 苏蘇 连連 辽遼 台臺 湾灣 论論 坛壇 资資 \
项項 签簽 约約 动動 创創 团團団 体體 术術 学學 开開 关關関 门門 阳陽 阴陰 龙龍竜 车車 电電 机機 构構 园園 场場 长長 张張 乡鄉郷 县縣県 镇鎮 \
泽澤沢 滨濱浜 庄莊荘 与與 为為 访訪 问問 议議 谈談 话話 联聯 总總総 统統 网網 线線 绿綠緑 红紅 环環 节節 制製 设設 计計 试試 验驗験 实實実 \
质質 货貨 贡貢 宾賓 赛賽 进進 运運 选選 达達 远遠 边邊辺 医醫 药藥薬 铁鐵鉄 银銀 钢鋼 锦錦 闽閩 陕陝 云雲 静靜 韩韓 顺順 领領 题題 馆館 \
马馬 鲁魯 点點 齐齊斉 岛島 岭嶺 峡峽 冈岡 欧歐 气氣気 汉漢 润潤 营營営 现現 画畫 当當 盘盤 础礎 种種 积積 竞競 范範 级級 纪紀 纳納 绍紹 \
结結 给給 络絡 继繼継 续續続 维維 综綜 职職 华華 万萬 叶葉 艺藝芸 处處処 号號 补補 装裝 见見 规規 视視 览覽覧 订訂 讨討 记記 调調 请請 证證証 \
识識 护護 变變変 让讓譲 丰豐豊 负負 财財 贺賀 软軟 轮輪 输輸 农農 郑鄭 邻鄰隣 间間 队隊 阶階 随隨 险險険 头頭 类類 风風 飞飛 养養 驱驅駆 盐鹽塩 \
战戰戦 专專専 圈圏 图圖図 卖賣売 单單単 宝寶 将將 从從従 应應応 扩擴拡 择擇択 据據拠 举舉挙 旧舊 乐樂楽 权權権 步歩 历歷歴 满滿満 温溫 劳勞労 \
效効 两兩両 传傳伝 价價価 儿兒児 参參 双雙 沈瀋 滩灘 仪儀 务務 届屆 办辦 东東 亚亞亜 归歸帰 举擧 战戰 迁遷 轻輕軽 转轉転 钟鐘 锡錫 镜鏡 闻聞 黄黃 恵惠 \
宁寧 厦廈 庆慶 岩巖 胶膠 芜蕪 莱萊 贵貴 赣贛 邮郵 郸鄲 鹤鶴 鸭鴨 麦麥 黑黒 德徳 真眞 说說説 荣榮栄 樱櫻桜 观觀観 矿礦鉱 \
赞贊賛 杂雜雑 钱錢銭 样樣様 岁歲歳 收収 净淨浄 称稱 携攜 颜顏顔 纤纖繊 驿驛駅 隐隱隠 渊淵 铃鈴 钟鍾";

/// Words of one meaning in names, after the characters are made alike.
const SYNONYMS: &[(&str, &str)] = &[
    ("协力", "合作"),
    ("协作", "合作"),
    ("调印", "签约"),
    ("モデル", "示范"),
    ("セミナ", "研讨会"),
    ("フォラム", "论坛"),
];

/// Words that stand in the names of any event. A name of nothing else names no event.
const ANY_EVENT: &[&str] = &[
    "集中",
    "签约",
    "仪式",
    "活动",
    "推介",
    "大会",
    "会议",
    "项目",
    "投资",
    "合作",
    "交流",
    "论坛",
    "招商",
    "经贸",
    "经济",
    "研讨",
    "说明",
    "对接",
    "洽谈",
    "签订",
    "一齐",
    "一斉",
    "会",
    "式",
    "暨",
    "与",
    "の",
    "と",
    "および",
    "investment",
    "promotion",
    "cooperation",
    "forum",
    "signing",
    "ceremony",
    "projects",
    "project",
    "conference",
    "meeting",
    "seminar",
    "summit",
    "economic",
    "trade",
    "business",
    "and",
    "the",
    "of",
    "for",
    "on",
    "a",
    "การประชุม",
    "ส่งเสริม",
    "การลงทุน",
    "ความร่วมมือ",
    "พิธี",
    "ลงนาม",
    "สัมมนา",
    "และ",
    "งาน",
    "โครงการ",
];

static FOLD: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
    let groups = VARIANTS.split_whitespace();
    groups
        .filter_map(|group| Some((group.chars().next()?, group)))
        .flat_map(|(first, group)| group.chars().map(move |c| (c, first)))
        .collect()
});

/// A name without case, spaces and punctuation, full-width forms plain, variant characters as the simplified one.
#[must_use]
pub fn name_key(name: &str) -> String {
    let letters = name.chars().map(plain).filter(|c| c.is_alphanumeric() || is_thai_mark(*c));
    let key: String = letters.flat_map(char::to_lowercase).map(|c| FOLD.get(&c).copied().unwrap_or(c)).collect();
    SYNONYMS.iter().fold(key, |key, (from, to)| key.replace(from, to))
}

/// How much two names are alike, 0 to 1000: the share of neighbouring letters that both have. Names in different
/// scripts cannot be compared and are 0.
#[must_use]
pub fn name_similarity_permille(a: &str, b: &str) -> u16 {
    let (a, b) = (name_key(a), name_key(b));
    if a.is_empty() || b.is_empty() {
        return 0;
    }
    if a == b {
        return 1000;
    }
    let (one, two) = (shingles(&a), shingles(&b));
    let both = one.intersection(&two).count();
    let share = 2000 * both / (one.len() + two.len()).max(1);
    u16::try_from(share).unwrap_or(1000)
}

/// Whether a name says more than that it is an event.
pub(crate) fn is_telling(name: &str) -> bool {
    left_of(name, ANY_EVENT) >= 3
}

/// How many letters are left of a name when common words are taken out.
fn left_of(name: &str, common: &[&str]) -> usize {
    let mut key = format!(" {} ", words(name));
    for word in common {
        let word = if word.is_ascii() { format!(" {word} ") } else { (*word).to_owned() };
        while key.contains(&word) {
            key = key.replace(&word, " ");
        }
    }
    key.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Words that say what is measured, not of what.
const ANY_FIGURE: &[&str] = &[
    "投资",
    "签约",
    "金额",
    "总额",
    "额",
    "总",
    "计划",
    "其中",
    "包括",
    "项目",
    "集中",
    "协议",
    "合作",
    "现场",
    "共",
    "达",
    "件",
    "调印",
    "総",
    "うち",
    "案件",
    "契约",
    "investment",
    "total",
    "worth",
    "value",
    "signed",
    "projects",
    "project",
    "agreements",
    "of",
    "which",
    "the",
    "มูลค่า",
    "รวม",
    "การลงทุน",
    "ลงทุน",
    "โครงการ",
    "ลงนาม",
];

/// Whether a subject says of what a figure is, not only what is measured (投资额, 签约金额).
pub(crate) fn is_telling_subject(subject: &str) -> bool {
    left_of(subject, ANY_FIGURE) >= 2
}

/// Years and numbers in a series that a name gives: (years, numbers).
pub(crate) fn editions(name: &str) -> (BTreeSet<u32>, BTreeSet<u32>) {
    let key: Vec<char> = words(name).chars().collect();
    let (mut years, mut numbers) = (BTreeSet::new(), BTreeSet::new());
    let mut at = 0;
    while at < key.len() {
        let length = key[at..].iter().take_while(|c| numeral(**c).is_some()).count();
        if let Some(number) = read(&key[at..at + length]) {
            let counted = at > 0 && key[at - 1] == '第' || matches!(key.get(at + length), Some('届' | '回'));
            let ordinal: String = key[at + length..].iter().take(2).collect();
            let thai: String = key[..at].iter().rev().take(10).rev().collect();
            if counted || matches!(ordinal.as_str(), "st" | "nd" | "rd" | "th") || thai.trim_end().ends_with("ครั้งที่")
            {
                numbers.insert(number);
            } else if (1990..=2100).contains(&number) {
                years.insert(number);
            }
        }
        at += length.max(1);
    }
    (years, numbers)
}

fn read(digits: &[char]) -> Option<u32> {
    if digits.is_empty() || digits.len() > 4 {
        return None;
    }
    if let Some(ten) = digits.iter().position(|c| *c == '十') {
        let before = if ten == 0 { 1 } else { read(&digits[..ten])? };
        let after = if ten + 1 == digits.len() { 0 } else { read(&digits[ten + 1..])? };
        return Some(before * 10 + after);
    }
    digits.iter().try_fold(0, |number, c| Some(number * 10 + numeral(*c)?))
}

fn numeral(c: char) -> Option<u32> {
    c.to_digit(10).or_else(|| {
        let place = "零一二三四五六七八九十".chars().position(|numeral| numeral == c)?;
        u32::try_from(place).ok()
    })
}

fn words(name: &str) -> String {
    let letter = |c: char| if c.is_alphanumeric() || is_thai_mark(c) { c } else { ' ' };
    name.chars()
        .map(plain)
        .map(letter)
        .flat_map(char::to_lowercase)
        .map(|c| FOLD.get(&c).copied().unwrap_or(c))
        .collect()
}

fn plain(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        other => other,
    }
}

/// Thai vowels and tones above and below the line are marks, not letters.
const fn is_thai_mark(c: char) -> bool {
    matches!(c, '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}')
}

/// Neighbouring letters: two of Chinese or Japanese, three of an alphabet.
fn shingles(key: &str) -> BTreeSet<Vec<char>> {
    let letters: Vec<char> = key.chars().collect();
    let alphabet = letters.iter().filter(|c| **c < '\u{2E80}').count() * 2 > letters.len();
    letters.windows(if alphabet { 3 } else { 2 }).map(<[char]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::{editions, is_telling, is_telling_subject, name_key, name_similarity_permille};
    use std::collections::BTreeSet;

    #[test]
    fn name_key_scripts_and_marks_fold() {
        assert_eq!(
            name_key("「2024対話山東—日本·山東産業協力交流会」"),
            name_key("2024对话山东－日本・山东产业合作交流会")
        );
        assert_eq!(name_key("ＥＥＣ Forum"), "eecforum");
        assert_ne!(name_key("นิคมดาว"), name_key("นคมดาว"));
    }

    #[test]
    fn name_similarity_orders_names() {
        let like = |a, b| name_similarity_permille(a, b);
        assert_eq!(like("星野投资推介会", "星野投資推介會"), 1000);
        assert!(like("星野(上海)投资合作推介会", "星野市(上海)投资合作推介会") > 700);
        assert!(like("星野投资合作推介会", "青叶服务点揭牌仪式") < 150);
        assert_eq!(like("星野推介会", "Hoshino investment forum"), 0);
        assert_eq!(like("", ""), 0);
    }

    #[test]
    fn name_telling_only_with_more_than_event_words() {
        assert!(!is_telling("集中签约仪式"));
        assert!(!is_telling("Investment promotion and cooperation forum"));
        assert!(!is_telling("การประชุมส่งเสริมการลงทุนและความร่วมมือ"));
        assert!(is_telling("星野湾合作推介会"));
        assert!(is_telling("Hoshino Bay investment forum"));
    }

    #[test]
    fn name_subject_tells_only_with_more_than_the_measure() {
        assert!(
            !is_telling_subject("投资额") && !is_telling_subject("总签约额") && !is_telling_subject("total investment")
        );
        assert!(
            is_telling_subject("长宁区投资额") && is_telling_subject("fund projects") && is_telling_subject("เขตซีซาน")
        );
    }

    #[test]
    fn name_editions_years_and_numbers_are_told_apart() {
        let sets = |years: &[u32], numbers: &[u32]| {
            (years.iter().copied().collect::<BTreeSet<_>>(), numbers.iter().copied().collect::<BTreeSet<_>>())
        };
        assert_eq!(editions("2023(第十三届)星野展览会"), sets(&[2023], &[13]));
        assert_eq!(editions("第4回星野フォーラム"), sets(&[], &[4]));
        assert_eq!(editions("The 5th Hoshino Forum 2021"), sets(&[2021], &[5]));
        assert_eq!(editions("ฟอรัมครั้งที่ 7"), sets(&[], &[7]));
        assert_eq!(editions("星野二期推介会"), sets(&[], &[]));
    }
}
