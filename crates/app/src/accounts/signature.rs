//! Whether a signature is right. The cryptography is ring's, which TLS brings anyway; here is only which of its ways belongs to
//! which name.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA256_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256,
    RsaPublicKeyComponents, UnparsedPublicKey, VerificationAlgorithm,
};

/// A public key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PublicKey {
    /// RSA of 2048 bits at least: modulus and exponent, big-endian.
    Rsa(Vec<u8>, Vec<u8>),
    /// A point of P-256, uncompressed: 65 bytes.
    P256(Vec<u8>),
    /// Ed25519: 32 bytes.
    Ed25519(Vec<u8>),
}

/// How a signature is made and written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scheme {
    /// RSA with PKCS#1 v1.5 and SHA-256.
    RsaPkcs1,
    /// RSA-PSS with SHA-256.
    RsaPss,
    /// ECDSA on P-256 with SHA-256, its two numbers one behind the other, as JOSE has it.
    EcdsaFixed,
    /// The same in ASN.1, as WebAuthn has it.
    EcdsaAsn1,
    /// Ed25519.
    Ed25519,
}

/// Whether the signature of the message is right. A scheme that does not belong to the key is never right.
pub(super) fn is_right(key: &PublicKey, scheme: Scheme, message: &[u8], signature: &[u8]) -> bool {
    let plain = |algorithm: &'static dyn VerificationAlgorithm, key: &[u8]| {
        UnparsedPublicKey::new(algorithm, key).verify(message, signature).is_ok()
    };
    match (key, scheme) {
        (PublicKey::Rsa(n, e), Scheme::RsaPkcs1) => {
            RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature).is_ok()
        }
        (PublicKey::Rsa(n, e), Scheme::RsaPss) => {
            RsaPublicKeyComponents { n, e }.verify(&RSA_PSS_2048_8192_SHA256, message, signature).is_ok()
        }
        (PublicKey::P256(point), Scheme::EcdsaFixed) => plain(&ECDSA_P256_SHA256_FIXED, point),
        (PublicKey::P256(point), Scheme::EcdsaAsn1) => plain(&ECDSA_P256_SHA256_ASN1, point),
        (PublicKey::Ed25519(key), Scheme::Ed25519) => plain(&ED25519, key),
        _ => false,
    }
}

/// Bytes of base64url without padding; `None` for anything else.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// Bytes as base64url without padding.
pub(super) fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
