//! The names of industries: International Standard Industrial Classification, Revision 4 (UN Statistics Division).

use crate::lang::{Lang, has, tr};

/// The name of a section (`C`) or division (`C29`); of a division without a name of its own that of its section.
pub(in crate::pages) fn name(lang: Lang, code: &str) -> String {
    let own = format!("industry-{code}");
    let section: String = code.chars().take(1).collect();
    let general = format!("industry-{section}");
    let plain = (1..=3).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match plain {
        true if has(lang, &own, &[]) => tr(lang, &own, &[]),
        true if has(lang, &general, &[]) => tr(lang, &general, &[]),
        _ => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::lang::Lang;

    #[test]
    fn name_of_a_division_a_section_and_of_nothing() {
        let names = |code| [Lang::ZhHans, Lang::Ja, Lang::En, Lang::Th].map(|lang| name(lang, code));
        assert_eq!(names("C29"), ["汽车制造", "自動車製造業", "Motor vehicles", "การผลิตยานยนต์"]);
        assert_eq!(names("C33"), names("C"));
        assert_eq!(names("<b>"), ["<b>"; 4].map(str::to_owned));
        assert_eq!(names(""), [""; 4].map(str::to_owned));
    }
}
