//! What people are called, and what they do.

use crate::lang::has;
use crate::ui::Ctx;
use samesky_app::people::{InLanguage, KeptPersonFact, PersonFact, Post};

/// The name for a heading: as its bearer writes it, else the first other one.
pub(super) fn main_name(ctx: &Ctx, values: &[KeptPersonFact]) -> InLanguage {
    let native = names(values).next().cloned();
    native.unwrap_or_else(|| InLanguage { text: ctx.t("records-no-name"), language: None })
}

/// The other names.
pub(super) fn other_names<'a>(main: &InLanguage, values: &'a [KeptPersonFact]) -> Vec<&'a InLanguage> {
    names(values).filter(|name| *name != main).collect()
}

/// How the name is read.
pub(super) fn reading(values: &[KeptPersonFact]) -> Option<&str> {
    values.iter().find_map(|kept| match &kept.fact {
        PersonFact::Reading(text) => Some(text.as_str()),
        _ => None,
    })
}

/// The posts that somebody has now.
pub(super) fn current_posts(values: &[KeptPersonFact]) -> Vec<&Post> {
    let posts = values.iter().filter_map(|kept| match &kept.fact {
        PersonFact::Post(post) => Some(post),
        _ => None,
    });
    posts.filter(|post| post.current).collect()
}

/// A language by its name, where it is known here; else its tag.
pub(super) fn language(ctx: &Ctx, tag: &str) -> String {
    let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let key = format!("spoken-{primary}");
    if has(ctx.lang, &key, &[]) { ctx.t(&key) } else { tag.to_owned() }
}

fn names(values: &[KeptPersonFact]) -> impl Iterator<Item = &InLanguage> {
    values.iter().filter_map(|kept| match &kept.fact {
        PersonFact::NativeName(name) | PersonFact::OtherName(name) => Some(name),
        _ => None,
    })
}
