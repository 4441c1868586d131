//! Every pair of colours that is used, measured in light and dark (WCAG 2.2, 1.4.3 and 1.4.11).
#![allow(clippy::float_arithmetic, reason = "relative luminance is defined with real numbers; nothing is stored")]

use std::{collections::BTreeMap, fs, path::Path};

type Tokens = BTreeMap<String, String>;

/// Text on what lies under it: at least 4.5.
const TEXT: &[(&str, &[&str])] = &[
    (
        "ink",
        &[
            "ground",
            "sunk",
            "hover",
            "raise",
            "blue-wash",
            "warm-wash",
            "ok-wash",
            "warn-wash",
            "bad-wash",
            "none-wash",
        ],
    ),
    ("ink-2", &["ground", "sunk", "hover", "raise", "warm-wash", "bad-wash", "none-wash", "blue-wash"]),
    ("blue", &["ground", "sunk", "hover", "raise", "blue-wash", "warm-wash", "bad-wash"]),
    ("on-blue", &["blue-fill", "blue-fill-2"]),
    ("on-bar", &["bar", "bar-line"]),
    ("on-bar-2", &["bar"]),
    ("moon", &["bar"]),
    ("warm", &["ground", "raise", "hover", "bad-wash", "warm-wash"]),
    ("ok", &["ground", "ok-wash", "hover"]),
    ("warn", &["ground", "warn-wash", "warm-wash", "hover"]),
    ("bad", &["ground", "sunk", "raise", "bad-wash", "hover"]),
    ("on-bad", &["bad"]),
    ("none", &["none-wash"]),
];

/// Borders of controls, the sign of the chosen, bars, the ring of focus: at least 3.
const SHAPES: &[(&str, &[&str])] = &[
    ("line-2", &["ground", "raise", "sunk"]),
    ("warm", &["ground", "sunk", "raise", "hover", "blue-wash"]),
    ("moon", &["bar", "bar-line"]),
    ("bar-edge", &["bar"]),
    ("rule", &["ground", "hover"]),
    ("chart-1", &["ground", "none-wash", "hover"]),
    ("blue", &["blue-wash"]),
    ("ok", &["ok-wash"]),
    ("warn", &["warn-wash"]),
    ("bad", &["bad-wash"]),
    ("blue-fill", &["ground"]),
];

/// Dark has one filled shape that is told by its border and its words rather than by itself.
const DARK_FILL: f64 = 2.3;

#[test]
fn colours_every_used_pair_is_readable_in_light_and_dark() {
    let blocks = blocks();
    let mut faults = Vec::new();
    for (theme, tokens) in [("light", &blocks[0]), ("dark", &blocks[1])] {
        for (pairs, least) in [(TEXT, 4.5), (SHAPES, 3.0)] {
            for (fore, back) in pairs.iter().flat_map(|(fore, backs)| backs.iter().map(move |back| (*fore, *back))) {
                let least = if (theme, fore) == ("dark", "blue-fill") { DARK_FILL } else { least };
                let found = contrast(&tokens[fore], &tokens[back]);
                if found < least {
                    faults.push(format!("{theme}: {fore} on {back} is {found:.2}, needs {least}"));
                }
            }
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

/// Rules that set a colour on a background of their own are measured whatever their names are.
#[test]
fn colours_every_rule_with_its_own_background_is_readable() {
    let blocks = blocks();
    let (mut faults, mut seen) = (Vec::new(), 0);
    for rule in rules() {
        let (Some(fore), Some(back)) = (token(&rule, "color"), token(&rule, "background")) else { continue };
        seen += 1;
        for tokens in &blocks[..2] {
            let found = contrast(&tokens[&fore], &tokens[&back]);
            if found < 4.5 {
                faults.push(format!("{found:.2}: {rule}"));
            }
        }
    }
    assert!(seen > 15, "only {seen} rules were found");
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn colours_both_dark_blocks_are_equal_and_leave_nothing_out() {
    let blocks = blocks();
    assert_eq!(blocks.len(), 3);
    assert_eq!(blocks[1], blocks[2]);
    let colours = |tokens: &Tokens| {
        tokens.iter().filter(|(_, value)| value.starts_with('#')).map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(colours(&blocks[0]), colours(&blocks[1]));
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    for file in fs::read_dir(folder()).expect("the styles") {
        let path = file.expect("an entry").path();
        let text = fs::read_to_string(&path).expect("a stylesheet");
        let stray = text.split('#').skip(1).any(|rest| {
            let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
            (digits == 3 || digits == 6) && !rest.starts_with("hatch")
        });
        assert_eq!(stray, path.ends_with("tokens.css"), "{}", path.display());
    }
}

#[test]
fn contrast_of_black_on_white_is_twenty_one() {
    assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 0.001);
    assert!((contrast("#777777", "#ffffff") - 4.478).abs() < 0.001);
}

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/css")
}

/// The innermost blocks of every stylesheet but the tokens, with their selectors.
fn rules() -> Vec<String> {
    let files = fs::read_dir(folder()).expect("the styles").map(|file| file.expect("an entry").path());
    let texts =
        files.filter(|path| !path.ends_with("tokens.css")).map(|path| fs::read_to_string(path).expect("a stylesheet"));
    let pieces = texts.flat_map(|text| text.split('}').map(ToOwned::to_owned).collect::<Vec<_>>());
    pieces.filter(|piece| piece.contains('{')).map(|piece| piece.trim().to_owned()).collect()
}

/// The token that a declaration of a rule names.
fn token(rule: &str, property: &str) -> Option<String> {
    let body = rule.rsplit('{').next()?;
    let value = body.split(';').find_map(|one| one.trim().strip_prefix(property)?.strip_prefix(':'))?;
    Some(value.trim().strip_prefix("var(--")?.strip_suffix(')')?.to_owned())
}

/// The blocks of tokens: light, dark by the system, dark by choice.
fn blocks() -> Vec<Tokens> {
    let text = fs::read_to_string(folder().join("tokens.css")).expect("the tokens");
    text.split(":root").skip(1).map(|block| declarations(block.split('}').next().unwrap_or_default())).collect()
}

fn declarations(block: &str) -> Tokens {
    let body = block.split_once('{').map_or("", |(_, body)| body);
    let pairs = body.split(';').filter_map(|one| one.trim().strip_prefix("--")?.split_once(':'));
    pairs.map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned())).collect()
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("a hexadecimal colour")) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
