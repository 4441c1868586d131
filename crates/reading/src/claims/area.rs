//! Administrative areas that no gazetteer knows, by the character in which their names end.

use crate::needles::Endings;
use std::ops::Range;
use std::sync::LazyLock;

/// Words that end like an area and are none.
const WORDS: &[&str] = &[
    "城市",
    "超市",
    "地区",
    "园区",
    "社区",
    "示范区",
    "合作区",
    "开发区",
    "高新区",
    "市区",
    "湾区",
    "股市",
    "都市",
    "上市",
    "门市",
    "试验区",
    "街区",
    "片区",
    "辖区",
    "景区",
    "校区",
    "厂区",
    "专区",
    "特区",
    "保税区",
    "分区",
    "新区",
    "经开区",
    "自贸区",
    "库区",
    "主城区",
    "老城区",
    "新城区",
    "各区",
    "各市",
    "全市",
    "全省",
    "全区",
    "我市",
    "我省",
    "我区",
    "本市",
    "本省",
    "该市",
    "该省",
    "该区",
    "两市",
    "两省",
    "外省",
    "夜市",
    "集市",
    "楼市",
    "入市",
    "县市",
    "省市",
    "モデル区",
    "中区域",
];
static NO_AREA: LazyLock<Endings> = LazyLock::new(|| Endings::new(WORDS.iter().copied()));
/// Characters at which a name cannot begin or go on.
const fn is_break(char: char) -> bool {
    matches!(
        char,
        '与' | '和'
            | '在'
            | '的'
            | '了'
            | '为'
            | '是'
            | '、'
            | '，'
            | '。'
            | ','
            | '由'
            | '对'
            | '向'
            | '及'
            | '从'
            | '到'
            | '于'
            | '将'
            | '把'
            | '被'
            | '让'
            | '给'
            | '等'
            | '同'
            | '跟'
            | '有'
            | '其'
            | '该'
            | '此'
            | '各'
            | '全'
            | '我'
            | '两'
            | '双'
            | '多'
            | '个'
            | '家'
            | '名'
            | '位'
            | '第'
            | '日'
            | '月'
            | '年'
    )
}

/// Words of two or three characters with 市, 区, 县, 省 or 郡 behind, as ranges of bytes of the folded words. Where these
/// characters stand is known.
pub(super) fn areas(words: &str, signs: impl Iterator<Item = usize>) -> Vec<Range<usize>> {
    let mut areas: Vec<Range<usize>> = Vec::new();
    for (at, char) in signs.filter_map(|at| Some((at, words.get(at..)?.chars().next()?))) {
        let end = at + char.len_utf8();
        let floor = areas.last().map_or(0, |last| last.end);
        let stem = words
            .get(floor..at)
            .unwrap_or_default()
            .char_indices()
            .rev()
            .take(3)
            .take_while(|(_, char)| is_stem(*char));
        let starts: Vec<usize> = stem.map(|(start, _)| floor + start).collect();
        if let (Some(start), true) = (starts.last(), starts.len() >= 2)
            && !goes_on(&words[end..], char)
            && NO_AREA.of(&words[..end]).next().is_none()
        {
            areas.push(*start..end);
        }
    }
    areas
}

fn is_stem(char: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&char) && !is_break(char) && !matches!(char, '市' | '区' | '县' | '省')
}

/// 市场, 市值, 区域: another word begins.
fn goes_on(rest: &str, char: char) -> bool {
    let next = rest.chars().next();
    match char {
        '市' => next.is_some_and(|next| matches!(next, '场' | '值' | '民' | '况' | '价' | '盈' | '面')),
        '区' => next.is_some_and(|next| matches!(next, '域' | '间' | '块' | '别' | '分' | '位')),
        '省' => next.is_some_and(|next| matches!(next, '级' | '内' | '外' | '会' | '略')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    fn names(words: &str) -> Vec<&str> {
        let signs = words
            .char_indices()
            .filter(|(_, char)| matches!(*char, '市' | '区' | '县' | '省' | '郡'))
            .map(|(at, _)| at);
        super::areas(words, signs).into_iter().map(|at| &words[at]).collect()
    }

    #[test]
    fn areas_by_their_ending() {
        assert_eq!(names("河口市与东城区、西湖县签约"), ["河口市", "东城区", "西湖县"]);
        assert_eq!(names("由河口市人民政府主办,市场、开发区和中心城市"), ["河口市"]);
    }
}
