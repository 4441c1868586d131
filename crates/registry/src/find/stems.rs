//! What records are looked for by that may be the same organisation as one that is typed.

use crate::fold::Script;
use crate::name::{Name, compact};
use crate::sound::{main_script, readings};

/// Stems of one name at most.
const MOST: usize = 6;

/// What to look for, the most telling first: the name without its legal form, what remains without places and trades, how that is read, and
/// beginnings of both. Each is one word of a [`super::Question`].
#[must_use]
pub fn stems(name: &str) -> Vec<String> {
    let name = Name::parse(name);
    let base = compact(&name.base);
    let lengths = if main_script(&base) == Script::Latin { [8, 5] } else { [4, 2] };
    let beginning = |text: &str, count: usize| text.chars().take(count).collect::<String>();
    let whole = [base.clone(), name.core.clone()].into_iter();
    let read = readings(&name.core).into_iter().take(2).map(|reading| compact(&reading));
    let cut = lengths.into_iter().flat_map(|count| [beginning(&name.core, count), beginning(&base, count)]);
    let mut found: Vec<String> = Vec::new();
    for stem in whole.chain(read).chain(cut) {
        if stem.chars().count() > 1 && !found.contains(&stem) && found.len() < MOST {
            found.push(stem);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::stems;

    #[test]
    fn stems_go_from_the_whole_name_to_its_beginning() {
        let found = stems("深圳市云栖精机有限公司");
        assert_eq!(found.first().map(String::as_str), Some("深圳市云栖精机"));
        assert!(found.contains(&"云栖".to_owned()), "{found:?}");
        assert!(stems("株式会社デンソー").contains(&"denso".to_owned()), "{:?}", stems("株式会社デンソー"));
        assert_eq!(stems("Fictitious Zenith Works Ltd").first().map(String::as_str), Some("fictitiouszenithworks"));
        assert_eq!(stems(""), Vec::<String>::new());
    }
}
