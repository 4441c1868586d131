//! What is counted, by the noun near a general classifier (件, つ, 回).

use crate::quantity::words::{Table, rows};
use std::sync::LazyLock;

const NOUNS: &[(&str, &str)] = &[
    ("プロジェクト|案件|事业|契约|调印|成约|事業案件", "projects"),
    ("协定|覚书|合意书|合意|覚え书き|MOU|议定书|协定书", "agreements"),
    ("企业|会社|メーカー|スタートアップ|法人|日系企业|ベンチャー", "companies"),
    ("来场者|参加者|社员|従业员|关系者", "people"),
    ("イベント|セミナー|会议|商谈会|说明会|フォーラム|展示会|行事|大会|讲演", "events"),
    ("国|国・地域", "countries"),
    ("都市", "cities"),
    ("提案|要望", "proposals"),
    ("事故|事件|火灾|违反|感染|申请|相谈|苦情|通报|灾害|特许", "cases"),
    ("商谈", "meetings"),
    ("工场", "factories"),
    ("产业|分野|业种|业界", "industries"),
    ("机关|団体|大学|団体・机关", "organisations"),
    ("店铺|店", "stores"),
    ("拠点|施设|地点|场所", "sites"),
    ("雇用", "jobs"),
    ("ホテル", "hotels"),
    ("都道府县", "prefectures"),
    ("课题|问题", "problems"),
];

pub(in crate::quantity) static NOUN: LazyLock<Table<&'static str>> = LazyLock::new(|| Table::exact(rows(NOUNS)));
