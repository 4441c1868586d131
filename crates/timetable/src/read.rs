//! Files to instances and plans.

use crate::check::{PRICES_FORMAT, Proof, proven_weight};
use crate::instance::Instance;
use crate::instance::validate::{MAX_BYTES, refusals};
use crate::plan::{PLAN_FORMAT, Plan};
use crate::refusal::{Reason, Refusals};
use serde::de::DeserializeOwned;

/// Reads an instance, and refuses one that no plan can be made of.
///
/// # Errors
/// Everything that is wrong with it, each with its path and what was expected.
pub fn read_instance(bytes: &[u8]) -> Result<Instance, Refusals> {
    let instance: Instance = parse(bytes)?;
    refusals(&instance).or(instance)
}

/// Reads a plan of this instance. Whether it holds to the rules is for [`crate::check`] to say.
///
/// # Errors
/// When it is no plan, or one of another instance.
pub fn read_plan(bytes: &[u8], instance: &Instance) -> Result<Plan, Refusals> {
    let plan: Plan = parse(bytes)?;
    format_is(&plan.format, PLAN_FORMAT)?;
    instance_is(&plan.instance, instance)?;
    Ok(plan)
}

/// Reads prices of this instance, and adds up what they prove: no plan weighs more.
///
/// # Errors
/// When they are none, those of another instance, or not as many as it has people, tables and interpreters in slots.
pub fn read_proof(bytes: &[u8], instance: &Instance) -> Result<u64, Refusals> {
    let proof: Proof = parse(bytes)?;
    format_is(&proof.format, PRICES_FORMAT)?;
    instance_is(&proof.instance, instance)?;
    let expected = "expected a price for each participant, table and interpreter of the instance in each slot";
    proven_weight(instance, &proof.prices).ok_or_else(|| Refusals::one("", Reason::Shape(expected.to_owned())))
}

pub(crate) fn format_is(found: &str, expected: &'static str) -> Result<(), Refusals> {
    if found == expected {
        return Ok(());
    }
    Err(Refusals::one("format", Reason::Format { found: found.to_owned(), expected }))
}

pub(crate) fn instance_is(found: &str, instance: &Instance) -> Result<(), Refusals> {
    if found == instance.name {
        return Ok(());
    }
    let reason = Reason::OtherInstance { found: found.to_owned(), expected: instance.name.clone() };
    Err(Refusals::one("instance", reason))
}

/// JSON to a value, with the path of what does not fit. A byte-order mark is passed over.
pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusals> {
    if bytes.len() > MAX_BYTES {
        let (found, limit) = (bytes.len() as u64, MAX_BYTES as u64);
        return Err(Refusals::one("", Reason::TooMany { what: "bytes", found, limit }));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut parser = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut parser).map_err(|error| {
        let path = match error.path().to_string() {
            whole if whole == "." => String::new(),
            path => path,
        };
        Refusals::one(path, Reason::Shape(plainly(&error.inner().to_string())))
    })?;
    parser.end().map_err(|error| Refusals::one("", Reason::Shape(error.to_string())))?;
    Ok(value)
}

/// The parser's words, with the names of Rust's types as people say them.
fn plainly(words: &str) -> String {
    [
        ("expected u64", "expected a whole number of 0 or more"),
        ("expected u32", "expected a whole number from 0 to 4294967295"),
    ]
    .iter()
    .fold(words.to_owned(), |words, (from, to)| words.replace(from, to))
}
