//! Countries/regions by their codes and names.

use crate::fold::fold;
use crate::name::compact;
use std::collections::HashMap;
use std::sync::LazyLock;

/// ISO 3166-1, the officially assigned codes of two letters (ISO Online Browsing Platform).
const CODES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW \
    BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA \
    GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH \
    KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY \
    MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH \
    SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI \
    VN VU WF WS YE YT ZA ZM ZW";

static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(names);

/// Whether this is a code of a country/region (ISO 3166-1, two capital letters).
#[must_use]
pub fn is_country(code: &str) -> bool {
    code.len() == 2 && CODES.split_ascii_whitespace().any(|known| known == code)
}

/// The code of a country/region that is written as a code or by one of its names in the table of places.
#[must_use]
pub fn country_of(written: &str) -> Option<&'static str> {
    let code = fold(written.trim()).to_ascii_uppercase();
    let known = CODES.split_ascii_whitespace().find(|known| *known == code);
    known.or_else(|| {
        let key = compact(&fold(written));
        let of_china = || key.strip_prefix("中国").and_then(|rest| NAMES.get(rest));
        NAMES.get(&key).or_else(of_china).copied()
    })
}

fn names() -> HashMap<String, &'static str> {
    let lines = include_str!("../data/places.tsv").lines().filter(|line| !line.starts_with('#'));
    let countries = lines.filter_map(|line| line.split_once('\t')).filter(|(key, _)| is_country(key));
    countries.flat_map(|(key, names)| names.split('|').map(move |name| (compact(&fold(name)), key))).collect()
}

#[cfg(test)]
mod tests {
    use super::country_of;

    #[test]
    fn country_is_found_by_code_and_by_name_in_any_language() {
        for (written, code) in [
            ("jp", Some("JP")),
            (" 日本 ", Some("JP")),
            ("Japan", Some("JP")),
            ("ประเทศไทย", Some("TH")),
            ("中國", Some("CN")),
            ("ＣＮ", Some("CN")),
            ("中国香港", Some("HK")),
            ("Viet Nam", Some("VN")),
            ("EU", None),
            ("XX", None),
            ("虚构国", None),
            ("", None),
        ] {
            assert_eq!(country_of(written), code, "{written}");
        }
    }
}
