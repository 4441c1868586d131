//! One character for another, so that a word table is written once: full width to ASCII, traditional and Japanese
//! forms to simplified ones, Thai digits to ASCII digits, odd spaces and dashes to plain ones.

use std::sync::LazyLock;

/// Pairs of a character as found and the character it counts as. Only characters that stand in our word tables.
const PAIRS: &str = "攤摊載载億亿萬万個个項项場场間间陸陆貳贰貮贰弐贰參叁参叁壱壹肆肆圓圆兩两幾几點点號号時时分分鐘钟週周來来過过約约從从\
對对後后內内歲岁東东國国際际園园廠厂業业萊莱樓楼層层幣币美美歐欧鎊镑韓韩盧卢盾盾銖铢紐纽蘭兰億亿餘余雙双頭头隻只張张條条輛辆\
臺台檯台艦舰節节學学會会園园縣县區区鄉乡鎮镇戶户筆笔級级種种類类輪轮組组藝艺術术畝亩頃顷噸吨釐厘壓压電电馬马爾尔蘇苏羅罗羅罗\
達达倫伦澤泽納纳維维亞亚當当圖图格格蘭兰羅罗幹干乾干漲涨貨货財财產产創创無无勝胜總总額额資资額额賣卖營营銷销實实際际進进買买\
價价稅税盈盈餘余貿贸單单運运載载計计劃划當当屆届歷历壹壹柒柒捌捌玖玖拾拾漢汉傷伤復复發发開开關关陽阳陰阴曆历聖圣誕诞萬万聖圣\
勞劳動动處处慶庆舊旧曆历黃黄親亲師师軍军黨党衛卫護护環环禮礼體体驗验環环錢钱塊块層层樁桩廳厅灣湾澳澳門门薩萨韋韦哈哈薩萨\
謝谢銀银線线廣广賽赛應应應应徑径長长寬宽遠远幾几歲岁齡龄終终剛刚現现將将離离還还嗎吗麼么這这那那個个邊边裡里裏里農农節节\
員员職职議议協协廣广書书簽签訂订獲获題题獎奖項项築筑樣样圍围醫医療疗費费債债預预備备較较滿满購购輸输積积額额蓋盖勢势\
戰战專专標标準准減减頻频報报紙纸課课導导遊游藥药機机構构氣气熱热環环經经濟济險险訓训練练設设備备試试話话詢询調调談谈請请論论證证識识譯译\
済济経经対对売卖歳岁戸户県县図图両两単单営营学学芸艺広广実实労劳検检駅驿価价円円気气増增権权団团転转児儿変变続续総总処处拠据竜龙\
毎每豊丰観观覧览戦战郷乡験验顔颜顕显壊坏従从徳德応应挙举撃击斉齐択择担担拝拝栄荣楽乐横横歩步歴历焼烧独独発发県县稲稻穀谷競竞\
冊册階阶強强華华紀纪結结約约級级絡络給给統统絶绝編编縣县義义習习聖圣聞闻聯联職职聴听肅肃脅胁臨临興兴舉举艦舰莊庄葉叶蓄蓄薦荐藍蓝蘇苏虛虚號号術术衛卫裝装規规視视覺觉\
與与専专絲丝丟丢厳严嚴严箇个豐丰為为爲为麗丽烏乌乗乘亂乱榦干於于亜亚産产侖仑崙仑儀仪眾众衆众優优伝传傳传側侧仮假兒儿剋克関关茲兹獣兽獸兽鼕冬決决凈净浄净淨净淩凌齣出則则別别彆别製制剤剂劑剂辦办務务韆千昇升陞升巻卷捲卷厤历暦历圧压叄叁髪发髮发\
變变畳叠疊叠颱台閤合衕同嚮向曏向迴回團团糰团囲围円圆圏圈堅坚墰坛壇坛壜坛罈坛罎坛複复奨奖奬奖婦妇嬰婴寧宁甯宁寶宝審审憲宪傢家賓宾侷局屬属嵗岁崗岗島岛巌岩巖岩嶺岭峽峡佈布帯带帶带蓆席並并併并倖幸牀床庫库廃废廢废弾弹彈弹帰归歸归噹当彔录錄录録录\
誌志唸念纔才摺折擔担拝拜據据掛挂撾挝攬揽摂摄攝摄撐撑収收効效敎教數数齊齐旂旗旣既晝昼晉晋晩晚殺杀權权盃杯鬆松闆板極极榮荣棟栋樹树様样覈核檔档橋桥畢毕溝沟滬沪潤润溫温満满燈灯災灾獨独畫画畵画盤盘眞真礦矿碼码磚砖礎础鞦秋祕秘稱称籤签糧粮係系繋系\
繫系綫线緯纬織织績绩綢绸緬缅締缔網网罰罚羣群衚胡鬍胡腳脚臘腊緻致囌苏甦苏範范懞蒙濛蒙矇蒙補补錶表覽览見见觀观譽誉討讨譲让讓让記记講讲許许証证訴诉診诊該该語语說说説说諾诺謂谓譜谱貝贝負负賬账質质貫贯貸贷趕赶轉转車车軒轩輌辆輯辑辺边違违連连踰逾\
郵邮鄰邻痠酸鑑鉴鑒鉴針针鍼针鈔钞鈡钟鍾钟銭钱舗铺鋪铺鏈链鋰锂鎭镇問问隊队陣阵険险隨随僱雇麪面麫面麵面麺面頁页領领顆颗顏颜風风飛飞飯饭餅饼舘馆館馆驛驿魚鱼魯鲁鮮鲜麥麦龍龙圜圆";

static HIGH: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut table: Vec<char> = (0..0x1_0000_u32).map(|c| char::from_u32(c).map_or('\u{FFFD}', fold_computed)).collect();
    let mut pairs = PAIRS.chars().filter(|c| !c.is_whitespace());
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        table[from as usize] = to;
    }
    table
});

/// What `c` counts as.
pub(super) fn fold(c: char) -> char {
    HIGH.get(c as usize).copied().unwrap_or(c)
}

/// Whether `c` is invisible and stands between characters as if it were not there: zero-width and bidirectional marks.
pub(super) fn ignorable(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn fold_computed(c: char) -> char {
    match c {
        '，' | '！' | '？' | '；' => c,
        '〜' | '∼' | '～' => '~',
        '―' => '–',
        '‐' | '‑' | '−' | '－' => '-',
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => ' ',
        '\u{FF01}'..='\u{FF5D}' => shift(c, 0xFEE0),
        '\u{E50}'..='\u{E59}' => shift(c, 0xE50 - 0x30),
        '￥' => '¥',
        '￡' => '£',
        '￠' => '¢',
        '￦' => '₩',
        '’' | '‘' => '\'',
        '○' | '◯' => '〇',
        _ => c,
    }
}

fn shift(c: char, by: u32) -> char {
    char::from_u32((c as u32).wrapping_sub(by)).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, fold};

    #[test]
    fn fold_pairs_are_even_and_reach_a_rest() {
        assert_eq!(PAIRS.chars().count() % 2, 0);
        for pair in PAIRS.chars().collect::<Vec<_>>().chunks(2) {
            assert_eq!(fold(fold(pair[0])), fold(pair[0]), "{pair:?}");
        }
    }

    #[test]
    fn fold_widths_and_forms_give_one_character() {
        assert_eq!("１２．５％億萬個項๒−　".chars().map(fold).collect::<String>(), "12.5%亿万个项2- ");
    }
}
