//! Remarks in the reader's language.

use super::{
    Lang,
    code::{Coded, name},
    format::{amount::unit_name, digits::group, list},
    messages::{Arg, lookup},
};
use samesky_model::{
    reading::{DateBasis, MoneyClass},
    remark::Remark,
};
use std::str::FromStr;

/// What a remark says, in the reader's language; in English where an argument that the message needs is not there.
#[must_use]
pub fn remark(lang: Lang, remark: &Remark) -> String {
    let args: Vec<(&str, Arg<'_>)> =
        remark.args.iter().map(|(name, value)| (name.as_str(), argument(lang, name, value))).collect();
    lookup(lang, &format!("remark-{}", remark.code), &args).unwrap_or_else(|| remark.to_string())
}

/// Words of code lists among the arguments are named; everything else stands as it was said.
fn argument<'a>(lang: Lang, name: &str, value: &'a str) -> Arg<'a> {
    match name {
        "basis" => named::<DateBasis>(lang, value).into(),
        "classes" => {
            let classes: Vec<String> = value.split(',').map(|word| named::<MoneyClass>(lang, word.trim())).collect();
            list(lang, &classes).into()
        }
        "unit" => unit_name(lang, value).into(),
        "count" | "size" | "limit" | "pages" | "total" => group(value).into(),
        _ => value.into(),
    }
}

fn named<C: Coded + FromStr>(lang: Lang, word: &str) -> String {
    word.parse::<C>().map_or_else(|_| word.to_owned(), |value| name(lang, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use samesky_model::remark::RemarkCode;

    #[test]
    fn remark_with_arguments_is_said_in_the_language() {
        let tier = Remark::new(RemarkCode::TierNotAmount, &[("quote", "50亿元级")]);
        assert_eq!(remark(Lang::ZhHans, &tier), "“50亿元级”是规模档次，不是金额");
        assert_eq!(remark(Lang::Ja, &tier), "「50亿元级」は規模の区分で、金額ではありません");
        assert_eq!(remark(Lang::En, &tier), "“50亿元级” is a size class, not an amount");
    }

    #[test]
    fn remark_without_its_argument_falls_back_to_english() {
        assert_eq!(
            remark(Lang::Ja, &Remark::new(RemarkCode::TierNotAmount, &[])),
            "“?” is a size class, not an amount"
        );
    }
}
