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

#[cfg(test)]
mod tests {
    use super::{PublicKey, Scheme, decoded, is_right};

    /// RFC 7515, appendix A.2: key, message and signature.
    const MODULUS: &str = "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-\
        pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uD\
        Zlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ";
    const MESSAGE: &[u8] = b"eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    const SIGNATURE: &str = "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7\
        t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqt\
        FZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";

    #[test]
    fn rsa_signature_of_the_standard_is_right_and_nothing_near_it() {
        let exponent = vec![1, 0, 1];
        let key = PublicKey::Rsa(decoded(MODULUS).expect("base64url"), exponent.clone());
        let signature = decoded(SIGNATURE).expect("base64url");
        assert!(is_right(&key, Scheme::RsaPkcs1, MESSAGE, &signature));
        for scheme in [Scheme::RsaPss, Scheme::EcdsaFixed, Scheme::EcdsaAsn1, Scheme::Ed25519] {
            assert!(!is_right(&key, scheme, MESSAGE, &signature), "{scheme:?}");
        }
        assert!(!is_right(&key, Scheme::RsaPkcs1, &MESSAGE[1..], &signature));
        assert!(!is_right(&key, Scheme::RsaPkcs1, MESSAGE, &signature[1..]));
        let short = PublicKey::Rsa(decoded(MODULUS).expect("base64url")[..128].to_vec(), exponent);
        assert!(!is_right(&short, Scheme::RsaPkcs1, MESSAGE, &signature[..128]));
    }

    #[test]
    fn keys_of_odd_lengths_are_never_right_and_never_panic() {
        for length in [0, 1, 31, 32, 33, 64, 65, 66, 300] {
            let bytes = vec![4; length];
            for key in [
                PublicKey::P256(bytes.clone()),
                PublicKey::Ed25519(bytes.clone()),
                PublicKey::Rsa(bytes.clone(), bytes),
            ] {
                for scheme in [Scheme::RsaPkcs1, Scheme::RsaPss, Scheme::EcdsaFixed, Scheme::EcdsaAsn1, Scheme::Ed25519]
                {
                    assert!(!is_right(&key, scheme, b"text", &[0; 64]), "{key:?} {scheme:?}");
                }
            }
        }
    }
}
