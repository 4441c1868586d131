//! What a column may hold, in words.

use crate::lang::Lang;
use crate::lang::register::{classification, register};
use crate::ui::Ctx;
use crate::ui::form::Choice;
use samesky_app::organisations::list::ListField as Field;
use samesky_model::record::{FactField, NameKind};

/// The fields that are offered, in the order of the select; a column that holds another one has that one too.
const OFFERED: [&str; 38] = [
    "skip",
    "name.*.legal",
    "name.zh-Hans.legal",
    "name.zh-Hant.legal",
    "name.ja.legal",
    "name.en.legal",
    "name.th.legal",
    "name.*.short",
    "name.*.former",
    "name.*.brand",
    "reading",
    "identifier.*",
    "identifier.cn-uscc",
    "identifier.jp-corporate-number",
    "identifier.lei",
    "identifier.th-juristic",
    "identifier.tw-ubn",
    "identifier.other",
    "kind",
    "country",
    "place",
    "address",
    "industry.words",
    "industry.isic-4",
    "industry.gbt-4754-2017",
    "industry.jsic-14",
    "parent.affiliate",
    "parent.branch",
    "zone",
    "ranking",
    "size",
    "founded",
    "website",
    "email",
    "phone",
    "note",
    "name.ko.legal",
    "name.vi.legal",
];

/// The choices of a column's select.
pub(super) fn choices(ctx: &Ctx, chosen: &str) -> Vec<Choice> {
    let known = OFFERED.iter().filter_map(|word| Some((*word, word.parse::<Field>().ok()?)));
    let mut choices: Vec<Choice> = known.map(|(word, field)| Choice::new(word, name(ctx, &field))).collect();
    if !OFFERED.contains(&chosen)
        && let Ok(field) = chosen.parse::<Field>()
    {
        choices.push(Choice::new(chosen, name(ctx, &field)));
    }
    choices
}

/// The field in words.
pub(super) fn name(ctx: &Ctx, field: &Field) -> String {
    let fact = |field: FactField| ctx.name(field);
    match field {
        Field::Name { language, kind } => {
            let kind = kind.parse::<NameKind>().map_or_else(|_| kind.clone(), |kind| ctx.name(kind));
            match language {
                Some(tag) => {
                    ctx.t_with("lists-field-name-in", &[("kind", kind.into()), ("language", tongue(tag).into())])
                }
                None => ctx.t_with("lists-field-name", &[("kind", kind.into())]),
            }
        }
        Field::Reading => ctx.t("lists-field-reading"),
        Field::Identifier(None) => ctx.t("lists-field-number-any"),
        Field::Identifier(Some(scheme)) => of(ctx, FactField::Identifier, &register(ctx.lang, scheme)),
        Field::Industry(scheme) if scheme == "words" => fact(FactField::Industry),
        Field::Industry(scheme) => of(ctx, FactField::Industry, &classification(ctx.lang, scheme)),
        Field::Kind => fact(FactField::Kind),
        Field::Country => fact(FactField::Country),
        Field::Place => fact(FactField::Place),
        Field::Address => fact(FactField::Address),
        Field::Size => fact(FactField::Size),
        Field::Founded => fact(FactField::Founded),
        Field::Website => fact(FactField::Website),
        Field::Email => fact(FactField::Email),
        Field::Phone => fact(FactField::Phone),
        Field::Note => fact(FactField::Note),
        Field::Parent { how } => of(ctx, FactField::Parent, &belonging(ctx, how)),
        Field::Zone => fact(FactField::Zone),
        Field::Ranking => fact(FactField::Ranking),
        Field::Skip => ctx.t("lists-field-skip"),
    }
}

fn of(ctx: &Ctx, field: FactField, detail: &str) -> String {
    ctx.t_with("lists-field-of", &[("field", ctx.name(field).into()), ("detail", detail.into())])
}

fn belonging(ctx: &Ctx, how: &str) -> String {
    how.parse::<samesky_model::record::BelongsAs>().map_or_else(|_| how.to_owned(), |how| ctx.name(how))
}

/// A language by its own name.
fn tongue(tag: &str) -> &str {
    match tag {
        "zh-Hant" => "繁體中文",
        "ko" => "한국어",
        "vi" => "Tiếng Việt",
        other => Lang::ALL.iter().find(|lang| lang.as_str() == other).map_or(other, |lang| lang.endonym()),
    }
}
