//! What a passkey's device says (Web Authentication Level 2), read and held against what it must say. Attestation is not asked
//! for: who made the device is nobody's business here.

mod authenticator;
mod cose;

use super::signature::{PublicKey, Scheme, decoded, encoded, is_right};
use authenticator::Authenticator;
use serde::Deserialize;
use sha2::{Digest, Sha256};

/// What is asked of a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked<'a> {
    /// The challenge (base64url).
    pub(super) challenge: &'a str,
    /// Scheme, host and port of the page that asked.
    pub(super) origin: &'a str,
    /// The host alone.
    pub(super) host: &'a str,
}

/// A key that a device made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NewKey {
    /// What the device calls it (base64url).
    pub(super) credential: String,
    /// As it is kept: its algorithm and its bytes.
    pub(super) public_key: String,
    /// How often it was used.
    pub(super) uses: i64,
}

/// What a device signed. The texts are base64url.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Assertion {
    /// What the device calls the key.
    pub credential: String,
    /// What the browser saw, as JSON.
    pub client_data: String,
    /// What the device says.
    pub authenticator_data: String,
    /// Its signature over both.
    pub signature: String,
}

/// The new key, when all holds.
pub(super) fn made(asked: &Asked<'_>, client_data: &str, authenticator_data: &str) -> Result<NewKey, &'static str> {
    seen(asked, "webauthn.create", client_data)?;
    let bytes = decoded(authenticator_data).ok_or("the device's data are no base64url")?;
    let said = Authenticator::read(&bytes)?;
    said.holds(asked.host)?;
    let (credential, rest) = said.credential(&bytes)?;
    let public_key = cose::read(rest).ok_or("the key is of no kind that is taken")?;
    Ok(NewKey { credential: encoded(credential), public_key: cose::kept(&public_key), uses: i64::from(said.uses) })
}

/// How often the key was used by now, when its signature and all else hold.
pub(super) fn used(asked: &Asked<'_>, kept: (&str, i64), given: &Assertion) -> Result<i64, &'static str> {
    let client_data = seen(asked, "webauthn.get", &given.client_data)?;
    let bytes = decoded(&given.authenticator_data).ok_or("the device's data are no base64url")?;
    let said = Authenticator::read(&bytes)?;
    said.holds(asked.host)?;
    let (key, scheme) = cose::from_kept(kept.0).ok_or("the kept key cannot be read")?;
    let signature = decoded(&given.signature).ok_or("the signature is no base64url")?;
    let message = [bytes.as_slice(), &Sha256::digest(&client_data)].concat();
    if !is_right(&key, scheme, &message, &signature) {
        return Err("the signature is wrong");
    }
    let uses = i64::from(said.uses);
    if (uses > 0 || kept.1 > 0) && uses <= kept.1 {
        return Err("the key was copied: it counts backwards");
    }
    Ok(uses)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ClientData {
    #[serde(rename = "type")]
    kind: String,
    challenge: String,
    origin: String,
    #[serde(default)]
    cross_origin: bool,
}

/// What the browser saw, when it is what was asked.
fn seen(asked: &Asked<'_>, kind: &str, client_data: &str) -> Result<Vec<u8>, &'static str> {
    let bytes = decoded(client_data).ok_or("the browser's data are no base64url")?;
    let data: ClientData = serde_json::from_slice(&bytes).map_err(|_| "the browser's data are no JSON")?;
    match data {
        data if data.kind != kind => Err("it answers another question"),
        data if data.challenge != asked.challenge => Err("it answers another challenge"),
        data if data.origin != asked.origin || data.cross_origin => Err("another page asked"),
        _ => Ok(bytes),
    }
}

/// How a key's signatures are made.
const fn scheme(key: &PublicKey) -> Scheme {
    match key {
        PublicKey::Rsa(..) => Scheme::RsaPkcs1,
        PublicKey::P256(_) => Scheme::EcdsaAsn1,
        PublicKey::Ed25519(_) => Scheme::Ed25519,
    }
}

#[cfg(test)]
mod tests;
