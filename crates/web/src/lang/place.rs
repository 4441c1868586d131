//! Countries/regions and places by their keys, in words.

use super::Lang;
use encoding_rs::SHIFT_JIS;
use samesky_app::organisations::place_names;

/// Characters that JIS X 0208 holds though Japan writes others in their place: of the traditional writing (list of characters for general
/// use, 1946 and later) and of the simplified one, as far as names of places hold them.
const OTHERWISE_IN_JAPAN: &str = "國廣臺區灣澤濱縣學龍瀧關團圓對鐵澁靜惠樂藏豐鹽瀨鄕峽广厂云";

/// Whose names Japanese writes in characters; those of others in kana.
const IN_CHARACTERS: [&str; 5] = ["JP", "CN", "TW", "HK", "KR"];

/// What a country/region or a place is called: `CN` is 中国, จีน, China. What has no name in the language keeps its key.
#[must_use]
pub fn place(lang: Lang, key: &str) -> String {
    let names = place_names(key);
    let first = |fits: &dyn Fn(&str) -> bool| names.iter().copied().find(|name| fits(name));
    let latin = || first(&|name| name.chars().all(|char| char.is_ascii() || char.is_alphabetic() && char < '\u{250}'));
    let chosen = match lang {
        Lang::ZhHans => first(&is_han),
        Lang::Ja if IN_CHARACTERS.iter().any(|country| key.starts_with(country)) => {
            first(&is_japanese).or_else(|| first(&is_han))
        }
        Lang::Ja => first(&is_kana).or_else(|| first(&is_han)),
        Lang::Th => first(&|name| name.chars().any(|char| ('\u{e00}'..='\u{e7f}').contains(&char))).or_else(latin),
        Lang::En => latin(),
    };
    chosen.unwrap_or(key).to_owned()
}

/// Several keys with spaces between them, each in words; other words stay as they are.
#[must_use]
pub fn places(lang: Lang, text: &str) -> String {
    text.split(' ').map(|word| place(lang, word)).collect::<Vec<_>>().join(" ")
}

fn is_han(name: &str) -> bool {
    name.chars().all(|char| ('\u{4e00}'..='\u{9fff}').contains(&char))
}

fn is_kana(name: &str) -> bool {
    name.chars().any(|char| ('\u{30a0}'..='\u{30ff}').contains(&char))
}

/// Whether it is written as in Japan: its characters are in JIS X 0208 and none is written otherwise.
fn is_japanese(name: &str) -> bool {
    let (_, _, missing) = SHIFT_JIS.encode(name);
    is_han(name) && !missing && !name.chars().any(|char| OTHERWISE_IN_JAPAN.contains(char))
}

#[cfg(test)]
mod tests {
    use super::{place, places};
    use crate::lang::Lang;

    #[test]
    fn place_is_called_as_its_readers_call_it() {
        let said = |key: &str| Lang::ALL.iter().map(|lang| place(*lang, key)).collect::<Vec<_>>();
        assert_eq!(said("CN"), ["中国", "中国", "China", "จีน"]);
        assert_eq!(said("JP"), ["日本", "日本", "Japan", "ญี่ปุ่น"]);
        assert_eq!(said("KR"), ["韩国", "韓国", "South Korea", "เกาหลีใต้"]);
        assert_eq!(said("HK"), ["香港", "香港", "Hong Kong", "ฮ่องกง"]);
        assert_eq!(said("DE"), ["德国", "ドイツ", "Germany", "เยอรมนี"]);
        assert_eq!(said("CN-GD/guangzhou"), ["广州", "広州", "Guangzhou", "กว่างโจว"]);
        assert_eq!(said("CN-GD/guangzhou/nansha"), ["南沙", "南沙", "Nansha", "หนานซา"]);
        assert_eq!(said("ZZ"), ["ZZ"; 4]);
    }

    #[test]
    fn words_that_are_no_keys_stay() {
        assert_eq!(places(Lang::ZhHans, "CN-GD/guangzhou 虚构港 JP"), "广州 虚构港 日本");
    }
}
