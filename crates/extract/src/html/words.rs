//! Words of pages that are not words of the article, in the four languages.

use crate::wide::{ends_sentence, units};

/// A line that names when and by whom an article was published.
const PUBLISHED: &[&str] = &[
    "来源",
    "來源",
    "发布时间",
    "发布日期",
    "发表时间",
    "发布机构",
    "发布者",
    "信息来源",
    "时间:",
    "时间\u{FF1A}",
    "日期:",
    "日期\u{FF1A}",
    "作者:",
    "作者\u{FF1A}",
    "编辑:",
    "编辑\u{FF1A}",
    "责任编辑",
    "责编",
    "供稿",
    "出典",
    "配信",
    "提供:",
    "提供\u{FF1A}",
    "公開日",
    "掲載日",
    "更新日",
    "発表日",
    "投稿日",
    "ที่มา",
    "แหล่งข่าว",
    "เผยแพร่",
    "โพสต์เมื่อ",
    "วันที่เผยแพร่",
    "Source:",
    "Published",
    "Updated",
    "Posted",
    "Last modified",
];

/// A line that belongs to the page's machinery.
const MACHINERY: &[&str] = &[
    "分享到",
    "打印",
    "关闭窗口",
    "加入收藏",
    "浏览次数",
    "点击数",
    "字体:",
    "字体\u{FF1A}",
    "上一篇",
    "下一篇",
    "返回顶部",
    "返回首页",
    "当前位置",
    "您现在的位置",
    "您当前的位置",
    "扫一扫",
    "印刷する",
    "シェア",
    "ツイート",
    "一覧へ",
    "トップへ",
    "ページの先頭",
    "Share",
    "Print",
    "Previous",
    "Next article",
    "Back to top",
    "Skip to",
    "この記事は有料",
    "有料会員",
    "แชร์",
    "พิมพ์หน้านี้",
    "กลับด้านบน",
];

/// A line that ends the article: what follows is other articles or the page's foot.
const OTHERS: &[&str] = &[
    "相关文章",
    "相关阅读",
    "相关新闻",
    "相关链接",
    "相关报道",
    "推荐阅读",
    "热门文章",
    "热门新闻",
    "延伸阅读",
    "更多新闻",
    "关联阅读",
    "猜你喜欢",
    "関連記事",
    "関連リンク",
    "関連ニュース",
    "おすすめ記事",
    "アクセスランキング",
    "人気記事",
    "最新記事",
    "Related",
    "Read more",
    "You may also like",
    "Most read",
    "More news",
    "Latest news",
    "ข่าวที่เกี่ยวข้อง",
    "บทความที่เกี่ยวข้อง",
    "ข่าวแนะนำ",
    "ข่าวล่าสุด",
    "อ่านเพิ่มเติม",
];

/// A line of the page's foot.
const FOOT: &[&str] = &[
    "版权所有",
    "Copyright",
    "©",
    "All rights reserved",
    "ICP备",
    "ICP證",
    "公网安备",
    "网站标识码",
    "主办单位",
    "无断转载",
    "無断転載",
    "สงวนลิขสิทธิ์",
    "免责声明",
    "免責事項",
    "Privacy Policy",
    "Terms of Use",
];

/// Words by which a page tells today's date rather than the article's.
const TODAY: &[&str] = &["今天是", "今日", "本日", "Today", "วันนี้", "星期"];

/// Whether a short line tells source, author or time of publication.
pub(crate) fn is_published(text: &str) -> bool {
    units(text) <= 160 && !ends_sentence(text) && (starts_any(text, PUBLISHED) || (units(text) <= 60 && has_year(text)))
}

/// Whether a line belongs to the page's machinery.
pub(crate) fn is_machinery(text: &str) -> bool {
    units(text) <= 60 && starts_any(text, MACHINERY)
}

/// Whether a line introduces other articles.
pub(crate) fn is_others(text: &str) -> bool {
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    units(text) <= 40 && OTHERS.iter().any(|word| text.starts_with(word))
}

/// Whether a line belongs to the page's foot.
pub(crate) fn is_foot(text: &str) -> bool {
    units(text) <= 400 && FOOT.iter().any(|word| text.starts_with(word) || (units(text) <= 160 && text.contains(word)))
}

/// Whether a line tells today's date.
pub(crate) fn is_today(text: &str) -> bool {
    TODAY.iter().any(|word| text.contains(word))
}

/// Whether a line reads as prose: it ends as a sentence, or it is long and has the signs of one.
pub(crate) fn is_prose(text: &str) -> bool {
    let signs = text
        .chars()
        .filter(|c| matches!(c, '。' | ',' | '、' | '\u{FF0C}' | '\u{FF1B}' | '\u{FF1A}' | '“' | '「'))
        .count();
    let length = units(text);
    (ends_sentence(text) || text.contains('。')) && length >= 12 || length >= 40 && signs >= 2 || length >= 90
}

/// Whether four digits in a row make a year of our time, Gregorian or Buddhist.
pub(crate) fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|run| {
        run.len() == 4 && ["19", "20", "25"].iter().any(|century| run.starts_with(century)) || is_compact_date(run)
    })
}

fn is_compact_date(run: &str) -> bool {
    run.len() == 8 && run.starts_with("20")
}

/// Whether a word stands at the beginning of a line or of a field of it, within its first 80 characters.
fn starts_any(text: &str, words: &[&str]) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let end = text.char_indices().nth(80).map_or(text.len(), |(at, _)| at);
    let head = text.get(..end).unwrap_or(text);
    let begins =
        |at: usize| head.get(..at).is_some_and(|before| before.is_empty() || before.ends_with([' ', '|', '\u{3000}']));
    words.iter().any(|word| head.match_indices(word).any(|(at, _)| begins(at)))
}
