//! The messages, compiled in.

use super::{Lang, format::digits::group};
use fluent_templates::{
    LanguageIdentifier,
    fluent_bundle::{FluentValue, types::FluentNumber},
    static_loader,
};
use std::{borrow::Cow, collections::HashMap, sync::LazyLock};

static_loader! {
    static MESSAGES = {
        locales: "../../translations",
        fallback_language: "zh-Hans",
        customise: |bundle| {
            // Isolating marks would end up in copied figures and file names.
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(|value, _| match value {
                FluentValue::Number(number) => Some(group(&plain(number))),
                _ => None,
            }));
        },
    };
}

static IDENTIFIERS: LazyLock<HashMap<Lang, LanguageIdentifier>> =
    LazyLock::new(|| Lang::ALL.iter().filter_map(|lang| Some((*lang, lang.as_str().parse().ok()?))).collect());

/// A value that goes into a message: a text, or a whole number that may decide between singular and plural.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A text, put in as it is.
    Text(Cow<'a, str>),
    /// A whole number, written with separators.
    Count(i64),
}

/// The message `key` in `lang`. A key that does not exist is answered with itself, so that a page is never lost for it.
///
/// ```
/// use samesky_web::lang::{Lang, tr};
/// assert_eq!(tr(Lang::En, "verdict-reconciled", &[]), "Reconciled");
/// assert_eq!(tr(Lang::Ja, "pager-range", &[("from", 1.into()), ("to", 50.into()), ("total", 1234.into())]), "1,234件中 1–50件");
/// ```
#[must_use]
pub fn tr(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    lookup(lang, key, args).unwrap_or_else(|| {
        tracing::error!(key, language = lang.as_str(), "message missing or its arguments incomplete");
        key.to_owned()
    })
}

/// Whether `lang` has the message `key` and `args` are all that it needs.
#[must_use]
pub fn has(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> bool {
    lookup(lang, key, args).is_some()
}

pub(super) fn lookup(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let values: HashMap<&str, FluentValue<'_>> = args.iter().map(|(name, arg)| (*name, arg.value())).collect();
    MESSAGES.lookup_single_language(IDENTIFIERS.get(&lang)?, key, Some(&values)).ok()
}

impl Arg<'_> {
    fn value(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Self::Count(count) => FluentValue::from(*count),
        }
    }
}

fn plain(number: &FluentNumber) -> String {
    number.as_string().into_owned()
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<i32> for Arg<'_> {
    fn from(count: i32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u32> for Arg<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<u64> for Arg<'_> {
    fn from(count: u64) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}
