//! The promises of the translations: the same messages in every language, and one for everything that is said.

use super::{
    Arg, Lang,
    code::{Coded, key},
    messages::lookup,
    tr,
};
use fluent_templates::fluent_bundle::FluentResource;
use samesky_model::{
    reading, record,
    remark::{Remark, RemarkCode},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The variables of each message of a language.
fn messages(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../translations").join(lang.as_str());
    let mut found = BTreeMap::new();
    for file in files(&folder, "ftl") {
        let text = fs::read_to_string(&file).expect("a readable file");
        FluentResource::try_new(text.clone())
            .map_err(|(_, errors)| errors)
            .unwrap_or_else(|errors| panic!("{file:?}: {errors:?}"));
        for (key, body) in entries(&text) {
            assert!(found.insert(key.clone(), variables(&body)).is_none(), "{lang}: {key} stands twice");
        }
    }
    found
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            out.extend(files(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            out.push(path);
        }
    }
    out.sort();
    out
}

/// Keys with everything up to the next key.
fn entries(text: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" = ") {
            Some((key, body)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                out.push((key.to_owned(), body.to_owned()));
            }
            _ => {
                if let Some((_, body)) = out.last_mut() {
                    body.push_str(line);
                }
            }
        }
    }
    out
}

/// The variables, without those that only choose between singular and plural.
fn variables(body: &str) -> BTreeSet<String> {
    let names = body
        .split('$')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect());
    names.filter(|name: &String| name != "n").collect()
}

#[test]
fn translations_every_language_has_the_same_messages_with_the_same_variables() {
    let expected = messages(Lang::ZhHans);
    assert!(expected.len() > 300, "only {} messages were found", expected.len());
    for lang in [Lang::Ja, Lang::En, Lang::Th] {
        let found = messages(lang);
        let missing: Vec<&String> = expected.keys().filter(|key| !found.contains_key(*key)).collect();
        let extra: Vec<&String> = found.keys().filter(|key| !expected.contains_key(*key)).collect();
        assert_eq!((missing, extra), (Vec::<&String>::new(), Vec::<&String>::new()), "{lang}");
        assert_eq!(found, expected, "{lang}: other variables");
    }
}

#[test]
fn translations_no_message_is_empty_or_its_own_key() {
    for lang in Lang::ALL {
        for (key, variables) in messages(*lang) {
            let mut args: Vec<(&str, Arg<'_>)> = variables.iter().map(|name| (name.as_str(), "x".into())).collect();
            args.push(("n", 2.into()));
            let said = tr(*lang, &key, &args);
            assert!(!said.trim().is_empty() && said != key, "{lang}: {key} says “{said}”");
        }
    }
}

fn named<C: Coded>() {
    for value in C::VALUES {
        for lang in Lang::ALL {
            assert!(lookup(*lang, &key(*value), &[]).is_some(), "{lang}: {}", key(*value));
        }
    }
}

#[test]
fn code_lists_every_value_is_named_in_every_language() {
    named::<reading::Measure>();
    named::<reading::MoneyClass>();
    named::<reading::Qualifier>();
    named::<reading::Status>();
    named::<reading::Flow>();
    named::<reading::EventType>();
    named::<reading::Mode>();
    named::<reading::DateBasis>();
    named::<reading::OrganiserRole>();
    named::<reading::OrganisationKind>();
    named::<reading::Rule>();
    named::<reading::Verdict>();
    named::<reading::QuantityKind>();
    named::<record::Stage>();
    named::<record::AnnouncementState>();
    named::<record::SourceFormat>();
    named::<record::ClaimKind>();
    named::<record::ClaimState>();
    named::<record::ImportSource>();
    named::<record::ImportState>();
    named::<record::FileOutcome>();
    named::<record::RecordState>();
    named::<record::RecordKind>();
    named::<record::AttachmentKind>();
    named::<record::Role>();
    named::<record::TokenScope>();
    named::<record::EntryKind>();
    named::<record::FigureState>();
    named::<record::Counting>();
    named::<record::FacetKind>();
    named::<record::TeamKind>();
    named::<record::FactField>();
    named::<record::NameKind>();
    named::<record::NumberVerdict>();
    named::<record::BelongsAs>();
}

#[test]
fn remarks_every_code_is_said_with_the_arguments_of_the_model() {
    let english = messages(Lang::En);
    for code in RemarkCode::ALL {
        let variables = english.get(&format!("remark-{code}")).unwrap_or_else(|| panic!("no message for {code}"));
        let args: Vec<(&str, &str)> = variables.iter().map(|name| (name.as_str(), name.as_str())).collect();
        let model = Remark::new(*code, &args).to_string();
        assert!(
            !model.contains('?') || model.contains("(a scan?)"),
            "{code}: the model's sentence needs more: {model}"
        );
        for name in variables {
            assert!(model.contains(name.as_str()), "{code}: the model's sentence has no {name}: {model}");
        }
    }
}

/// Keys written in the source as the first argument of `t`, `t_with`, or the second of `tr`.
fn keys_in_source() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "rs") {
        let text = fs::read_to_string(&file).expect("a readable file");
        for call in [".t(\"", ".t_with(\"", "tr(lang, \"", "tr(ctx.lang, \"", "Flash::new(Tone::Ok, \""] {
            for rest in text.split(call).skip(1) {
                found.extend(rest.split_once('"').map(|(key, _)| key.to_owned()));
            }
        }
    }
    found
}

#[test]
fn source_every_key_it_names_exists() {
    let known = messages(Lang::ZhHans);
    let keys = keys_in_source();
    assert!(keys.len() > 60, "only {} keys were found", keys.len());
    let unknown: Vec<&String> = keys.iter().filter(|key| !known.contains_key(*key)).collect();
    assert_eq!(unknown, Vec::<&String>::new());
}
