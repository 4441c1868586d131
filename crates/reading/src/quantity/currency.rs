//! Currencies that stand before their number: signs, codes and short names. Codes are ISO 4217; the list holds the
//! sixty most traded of the BIS Triennial Survey of 2022 and the neighbours of our languages.

use super::words::Table;
use std::sync::LazyLock;

/// The codes, read as they are, in capitals.
pub(super) const CODES: &str = "USD EUR JPY GBP CNY AUD CAD CHF HKD SGD SEK KRW NOK NZD INR MXN TWD ZAR BRL DKK PLN THB ILS \
IDR CZK AED TRY HUF CLP SAR PHP MYR COP RUB RON PEN BHD BGN ARS VND PKR BDT EGP KWD QAR NGN KES UAH KZT MOP LKR MMK KHR LAK \
MNT IRR IQD JOD OMR MAD DZD TND ISK RSD NPR BND GHS TZS UGX ETB ZMW UZS AZN GEL BYN UYU BOB PYG CRC DOP GTQ JMD LBP FJD PGK XAF XOF \
MUR NAD BWP AOA KGS TJS MDL MZN RWF TTD HNL NIO LYD MVR YER MKD";

/// Signs and names before a number. `¥` and the bare `$` are decided by the text.
const SIGNS: &[(&str, &str)] = &[
    ("USD", "US$|USD$|U.S.$|US $|$US|美元|美金|美圆|米ドル"),
    ("$", "$"),
    ("¥", "¥"),
    ("CNY", "RMB|CN¥|RMB¥|人民币|Rmb|CN ¥"),
    ("JPY", "JP¥|日元|日圆|日币|JPY¥"),
    ("EUR", "€|欧元|欧罗|Euro|EUR€"),
    ("GBP", "£|英镑|GBP£|UK£"),
    ("HKD", "HK$|HKD$|港币|港元|HK $"),
    ("TWD", "NT$|NTD|新台币|台币|NTD$|NT $|TW$"),
    ("AUD", "A$|AU$|AUD$|澳元|澳币|澳大利亚元"),
    ("CAD", "C$|CA$|CAD$|Can$|加元|加币|加拿大元"),
    ("NZD", "NZ$|纽元|纽币|新西兰元"),
    ("SGD", "S$|SG$|SGD$|新加坡元|新币|坡币|星币"),
    ("BRL", "R$"),
    ("MXN", "Mex$|MX$"),
    ("ARS", "AR$"),
    ("MOP", "MOP$|澳门币|澳门元"),
    ("KRW", "₩|W₩|韩元|韩币|韩圆"),
    ("INR", "₹|Rs.|Rs|INR₹|Re|印度卢比"),
    ("ZAR", "R"),
    ("THB", "฿|Bt|Bt.|泰铢"),
    ("RUB", "₽"),
    ("VND", "₫|VN₫|越南盾|越盾"),
    ("PHP", "₱|Php|菲律宾比索|菲律宾披索|披索"),
    ("ILS", "₪"),
    ("UAH", "₴"),
    ("TRY", "₺"),
    ("KZT", "₸"),
    ("MNT", "₮"),
    ("LAK", "₭"),
    ("NGN", "₦"),
    ("GHS", "₵"),
    ("GEL", "₾"),
    ("AZN", "₼"),
    ("CRC", "₡"),
    ("PYG", "₲"),
    ("KHR", "៛"),
    ("BDT", "৳|Tk"),
    ("MYR", "RM|马币|令吉|林吉特"),
    ("IDR", "Rp|Rp.|印尼盾"),
    ("CHF", "Fr.|SFr|sFr|瑞士法郎|瑞郎"),
    ("KES", "KSh|Ksh"),
    ("AED", "Dh|Dhs|AED"),
    ("SAR", "SR"),
    ("PLN", "zł"),
    ("LKR", "LKR"),
    ("PKR", "PKR"),
];

/// Names in Chinese characters, at which the scanner must stop.
pub(super) fn han_names() -> impl Iterator<Item = &'static str> {
    let han = |word: &&str| word.chars().next().is_some_and(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
    SIGNS.iter().flat_map(|(_, words)| words.split('|')).filter(han)
}

static PREFIXES: LazyLock<Table<&'static str>> = LazyLock::new(|| {
    let codes = CODES.split(' ').map(|code| (code, code));
    let signs = SIGNS.iter().flat_map(|&(code, words)| words.split('|').map(move |word| (word, code)));
    Table::exact(codes.chain(signs))
});

/// The currency sign or code at `i`: its length, and the code (or `$`, `¥` where the text decides).
pub(super) fn prefix(c: &[char], i: usize) -> Option<(usize, &'static str)> {
    PREFIXES.at(c, i)
}
