//! What people write as a name: the name, and around it polite words, notes, the head office, the same name in another script.

mod notes;
mod scripts;

/// A writing taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Written {
    /// The names that stand in it, the first one first.
    pub(super) names: Vec<String>,
    /// What stands beside the name in another script, and may be the same name or a part of it.
    pub(super) beside: Option<[String; 2]>,
    /// The department or works that stands behind the name and a space.
    pub(super) part: Option<String>,
}

/// Words of politeness that letters and lists put behind a name.
const POLITE: [&str; 8] = ["御中", "様", "殿", "各位", "敬启", "台鉴", "귀중", "귀하"];
/// The seat of the organisation itself, which is no branch.
const SEAT: [&str; 12] = [
    "総本社",
    "总本社",
    "本社",
    "本店",
    "总部",
    "總部",
    "総本部",
    "สำนักงานใหญ่",
    "본사",
    "head office",
    "headquarters",
    "trụ sở chính",
];
/// Words for a part of an organisation that stands behind its name and a space.
const PARTS: [&str; 9] = ["事業部", "事业部", "営業部", "開発部", "支店", "支社", "営業所", "事業所", "工場"];
/// Forms that end a name, or begin it: what stands between one and the word for the seat says where the seat is.
const ENDS: [&str; 6] = ["株式会社", "（株）", "(株)", "㈱", "有限公司", "有限会社"];
/// A place in front of the word for the seat has so many characters at most.
const PLACE: usize = 6;

/// The names that a text holds; what is longer than a name can be is not looked at.
pub(super) fn names(text: &str) -> Written {
    let end = text.char_indices().nth(crate::fold::LONGEST).map_or(text.len(), |(at, _)| at);
    let text = seated(polite(text.get(..end).unwrap_or_default().trim())).replace(" tại ", " ");
    let (text, part) = parted(&text).map_or((text.as_str(), None), |(name, part)| (name, Some(part.to_owned())));
    let mut names = notes::parts(text);
    let first = names.first().cloned().unwrap_or_default();
    if let Some([name, foreign]) = scripts::marked(&first) {
        let more = names.split_off(1.min(names.len()));
        return Written { names: [vec![name, foreign], more].concat(), beside: None, part };
    }
    Written { beside: scripts::beside(&first).filter(|_| part.is_none()), names, part }
}

/// A name with its form, and the part of the organisation behind it.
fn parted(text: &str) -> Option<(&str, &str)> {
    let (name, part) = text.rsplit_once(char::is_whitespace)?;
    let formed = ENDS.iter().any(|form| name.contains(form)) && !ENDS.iter().any(|form| part.contains(form));
    (formed && PARTS.iter().any(|word| part.ends_with(word))).then(|| (name.trim_end(), part))
}

fn polite(text: &str) -> &str {
    let without = POLITE.iter().find_map(|word| text.strip_suffix(word));
    without.map(str::trim_end).filter(|name| name.chars().count() > 2).unwrap_or(text)
}

/// The name without the word for its seat, and without the place of the seat where that stands behind a form or a space.
fn seated(text: &str) -> &str {
    let Some(before) = SEAT.iter().find_map(|word| cut_end(text, word)) else { return text };
    let form = ENDS.iter().filter_map(|form| before.rfind(form).map(|at| at + form.len())).max();
    let space = before.trim_end().rfind(char::is_whitespace);
    let end = [form, space].into_iter().flatten().filter(|at| *at > 0).max();
    let short =
        |place: &str| place.chars().count() <= PLACE + 1 && !place.chars().any(|char| char.is_ascii_alphabetic());
    let place = |at: &usize| before.get(*at..).is_some_and(short);
    let name = end.filter(place).and_then(|at| before.get(..at)).unwrap_or(before).trim_end();
    if name.chars().count() < 3 { text } else { name }
}

fn cut_end<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(word.len())?;
    let tail = text.get(at..)?;
    if tail.eq_ignore_ascii_case(word) { text.get(..at) } else { None }
}

#[cfg(test)]
mod tests {
    use super::names;

    fn all(text: &str) -> String {
        names(text).names.join(" / ")
    }

    #[test]
    fn politeness_and_seat_are_no_part_of_a_name() {
        assert_eq!(all("株式会社架空精機　御中"), "株式会社架空精機");
        assert_eq!(all("架空精機(株)大阪本社"), "架空精機(株)");
        assert_eq!(all("株式会社架空精機 大阪本社"), "株式会社架空精機");
        assert_eq!(all("虚构科技有限公司总部"), "虚构科技有限公司");
        assert_eq!(all("Fictive Works Ltd Head Office"), "Fictive Works Ltd");
        assert_eq!(all("本社"), "本社");
        assert_eq!(all("御中"), "御中");
    }

    #[test]
    fn the_same_name_in_brackets_in_another_script_is_a_name() {
        assert_eq!(all("株式会社デンソー（DENSO CORPORATION）"), "株式会社デンソー / DENSO CORPORATION");
        assert_eq!(all("DENSO CORPORATION(株式会社デンソー)"), "DENSO CORPORATION / 株式会社デンソー");
        assert_eq!(all("虚构科技有限公司 / Fictive Tech Co., Ltd."), "虚构科技有限公司 / Fictive Tech Co., Ltd.");
        assert_eq!(all("架空振興機構（カクウ）"), "架空振興機構 / カクウ");
        for one in [
            "ABB（中国）有限公司",
            "电装(广州南沙)",
            "Siemens (中国)",
            "บริษัท สมมติ จำกัด (มหาชน)",
            "A/S Fiktiv",
            "(株)架空",
        ] {
            assert_eq!(all(one), one);
        }
    }
}
