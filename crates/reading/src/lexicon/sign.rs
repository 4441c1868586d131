//! Words that single rules look for everywhere. They are found in the one pass over the text, each list by itself.

use std::ops::Range;

/// A list of words (folded) that a rule looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// Characters in which the names of areas end.
    Area,
    /// Words that say by themselves that ground was broken.
    Ground,
    /// Verbs of beginning to build.
    Begins,
    /// Verbs of signing with somebody.
    Signing,
    /// Words before which somebody stands who means to invest.
    Means,
    /// What a Chinese project is called.
    Project,
    /// What a Thai project is called.
    ThaiProject,
    /// “And others”.
    Others,
    /// Chinese verbs of building; the longer first.
    ZhBuild,
    /// Japanese words of building behind what is built.
    JaBuild,
    /// How things that are built begin in Thai.
    ThBuilt,
    /// How the names of organisations begin in Thai.
    ThName,
}

impl List {
    /// All of them.
    pub(crate) const ALL: [Self; 12] = [
        Self::Area,
        Self::Ground,
        Self::Begins,
        Self::Signing,
        Self::Means,
        Self::Project,
        Self::ThaiProject,
        Self::Others,
        Self::ZhBuild,
        Self::JaBuild,
        Self::ThBuilt,
        Self::ThName,
    ];

    /// Its words.
    pub(crate) const fn words(self) -> &'static [&'static str] {
        match self {
            Self::Area => &["市", "区", "县", "省", "郡"],
            Self::Ground => GROUND,
            Self::Begins => &["奠基", "动工", "开工"],
            Self::Signing => &["签署", "签订"],
            Self::Means => &["打算", "计划", "拟", "宣布", "承诺"],
            Self::Project => &["项目"],
            Self::ThaiProject => &["โครงการ"],
            Self::Others => &["等"],
            Self::ZhBuild => ZH_BUILD,
            Self::JaBuild => JA_BUILD,
            Self::ThBuilt => {
                &["โรงงาน", "โรงไฟฟ้า", "ศูนย์", "คลังสินค้า", "ฐานการผลิต", "สำนักงานใหญ่", "นิคมอุตสาหกรรม", "ท่าเรือ"]
            }
            Self::ThName => TH_NAME,
        }
    }
}

const GROUND: &[&str] = &[
    "集中开工",
    "举行开工",
    "集中动工",
    "开工仪式",
    "奠基仪式",
    "动工仪式",
    "同步开工",
    "同日开工",
    "正式开工",
    "破土动工",
    "正式动工",
    "开工奠基",
    "broke ground",
    "breaks ground",
    "break ground on",
    "breaking ground on",
    "laid the foundation stone",
    "groundbreaking ceremony",
    "ground-breaking ceremony",
    "起工式",
    "着工式",
    "地镇祭",
    "起工式典",
    "วางศิลาฤกษ์",
    "พิธีตอกเสาเข็ม",
    "พิธีลงเสาเข็ม",
    "พิธีเปิดหน้าดิน",
];
const ZH_BUILD: &[&str] = &[
    "投资建设",
    "投资兴建",
    "开工建设",
    "启动建设",
    "新建",
    "投建",
    "兴建",
    "扩建",
    "建设",
    "设立",
    "建立",
    "打造",
    "布局",
];
const JA_BUILD: &[&str] = &[
    "を建设",
    "を新设",
    "を设立",
    "を设ける",
    "を设置",
    "を建て",
    "を整备",
    "を开设",
    "を増设",
    "の建设",
    "の新设",
    "の起工式",
    "の着工式",
    "の竣工式",
    "に着工",
    "を稼働",
    "に投资",
    "への投资",
];
const TH_NAME: &[&str] = &[
    "บริษัท",
    "ธนาคาร",
    "สมาคม",
    "หอการค้า",
    "สภาอุตสาหกรรม",
    "กระทรวง",
    "สำนักงาน",
    "สถานเอกอัครราชทูต",
    "สถานกงสุลใหญ่",
    "กรม",
    "องค์การ",
    "สถาบัน",
    "มหาวิทยาลัย",
];

/// Where the words of every list stand in a text: byte and number in the list.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    places: [Vec<(usize, usize)>; List::ALL.len()],
}

impl Signs {
    pub(super) fn add(&mut self, list: List, at: usize, number: usize) {
        self.places[list as usize].push((at, number));
    }

    /// The words of a list that stand within these bytes, by place: where, and which.
    pub(crate) fn within(&self, list: List, bytes: &Range<usize>) -> impl Iterator<Item = (usize, usize)> + '_ {
        let (places, words, end) = (&self.places[list as usize], list.words(), bytes.end);
        let from = places.partition_point(|(at, _)| *at < bytes.start);
        let rest = places.get(from..).unwrap_or_default().iter().copied().take_while(move |(at, _)| *at < end);
        rest.filter(move |(at, number)| words.get(*number).is_some_and(|word| at + word.len() <= end))
    }

    /// The same, all places of the first word, then those of the second …
    pub(crate) fn by_word(&self, list: List, bytes: &Range<usize>) -> Vec<(usize, &'static str)> {
        let mut places: Vec<(usize, usize)> = self.within(list, bytes).map(|(at, number)| (number, at)).collect();
        places.sort_unstable();
        places.into_iter().filter_map(|(number, at)| Some((at, *list.words().get(number)?))).collect()
    }
}
