//! The token in which the service says who somebody is (OpenID Connect Core 1.0, 3.1.3.7). Everything that it must hold is looked
//! at before anything that it says is used.

use super::super::signature::{PublicKey, Scheme, decoded, is_right};
use super::ServiceError;
use jiff::Timestamp;
use serde_json::Value;

/// Seconds that clocks may differ.
const LEEWAY: i64 = 60;

/// What the token must say.
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) client: &'a str,
    pub(super) nonce: &'a str,
    pub(super) now: Timestamp,
}

/// Who somebody is, as the service says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identity {
    /// What the service calls them, for ever.
    pub(super) subject: String,
    /// Their address, where the service saw that it is theirs.
    pub(super) email: Option<String>,
    /// Their name.
    pub(super) name: Option<String>,
}

/// Who the token speaks of, when it holds.
pub(super) fn verified(token: &str, keys: &Value, expected: &Expected<'_>) -> Result<Identity, ServiceError> {
    let mut parts = token.split('.');
    let (Some(head), Some(body), Some(signature), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(ServiceError::Token("it has not three parts"));
    };
    let header = json(head)?;
    let message = &token[..head.len() + 1 + body.len()];
    let signature = decoded(signature).ok_or(ServiceError::Token("its signature is no base64url"))?;
    if !is_signed(&header, keys, message.as_bytes(), &signature)? {
        return Err(ServiceError::Token("no key of the service signed it"));
    }
    let claims = json(body)?;
    holds(&claims, expected)?;
    identity(&claims)
}

fn json(part: &str) -> Result<Value, ServiceError> {
    let bytes = decoded(part).ok_or(ServiceError::Token("a part is no base64url"))?;
    serde_json::from_slice(&bytes).map_err(|_| ServiceError::Token("a part is no JSON"))
}

/// Whether a key of the service's made the signature. The token names the way, but only ways with a public key count: neither
/// "none" nor one whose key is a shared secret.
fn is_signed(header: &Value, keys: &Value, message: &[u8], signature: &[u8]) -> Result<bool, ServiceError> {
    let (scheme, kind) = match header["alg"].as_str() {
        Some("RS256") => (Scheme::RsaPkcs1, "RSA"),
        Some("PS256") => (Scheme::RsaPss, "RSA"),
        Some("ES256") => (Scheme::EcdsaFixed, "EC"),
        Some("EdDSA") => (Scheme::Ed25519, "OKP"),
        _ => return Err(ServiceError::Token("it is signed in no way that is taken")),
    };
    if header.get("crit").is_some() {
        return Err(ServiceError::Token("it asks for something unknown"));
    }
    let fits = |key: &&Value| {
        let is_named = header["kid"].is_null() || key["kid"] == header["kid"];
        let is_for_it = key["alg"].is_null() || key["alg"] == header["alg"];
        key["kty"] == kind && is_named && is_for_it && key["use"] != "enc"
    };
    let keys = keys["keys"].as_array().ok_or(ServiceError::Token("the service shows no keys"))?;
    Ok(keys.iter().filter(fits).take(8).filter_map(public_key).any(|key| is_right(&key, scheme, message, signature)))
}

fn public_key(key: &Value) -> Option<PublicKey> {
    let part = |name: &str| key[name].as_str().and_then(decoded);
    match (key["kty"].as_str()?, key["crv"].as_str()) {
        ("RSA", _) => Some(PublicKey::Rsa(part("n")?, part("e")?)),
        ("EC", Some("P-256")) => {
            let (x, y) = (part("x")?, part("y")?);
            (x.len() == 32 && y.len() == 32).then(|| PublicKey::P256([&[4], x.as_slice(), y.as_slice()].concat()))
        }
        ("OKP", Some("Ed25519")) => Some(PublicKey::Ed25519(part("x")?)),
        _ => None,
    }
}

fn holds(claims: &Value, expected: &Expected<'_>) -> Result<(), ServiceError> {
    let refused = |why| Err(ServiceError::Token(why));
    if claims["iss"].as_str().map(|issuer| issuer.trim_end_matches('/')) != Some(expected.issuer) {
        return refused("another issuer");
    }
    let for_us = |audience: &Value| audience.as_str() == Some(expected.client);
    let is_audience = match &claims["aud"] {
        Value::Array(all) => all.iter().any(for_us) && (all.len() == 1 || for_us(&claims["azp"])),
        one => for_us(one),
    };
    if !is_audience || !(claims["azp"].is_null() || for_us(&claims["azp"])) {
        return refused("it is for somebody else");
    }
    let now = expected.now.as_second();
    if claims["exp"].as_i64().is_none_or(|end| end <= now - LEEWAY) {
        return refused("it is out of date");
    }
    if claims["iat"].as_i64().is_none_or(|made| made > now + LEEWAY)
        || claims["nbf"].as_i64().is_some_and(|begin| begin > now + LEEWAY)
    {
        return refused("it is of a time to come");
    }
    if claims["nonce"].as_str() != Some(expected.nonce) {
        return refused("it answers another question");
    }
    Ok(())
}

fn identity(claims: &Value) -> Result<Identity, ServiceError> {
    let subject = claims["sub"].as_str().filter(|subject| (1..=255).contains(&subject.len()));
    let subject = subject.ok_or(ServiceError::Token("it names nobody"))?.to_owned();
    let is_seen = claims["email_verified"] == true || claims["email_verified"] == "true";
    let text = |name: &str| claims[name].as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    Ok(Identity { subject, email: text("email").filter(|_| is_seen), name: text("name") })
}
