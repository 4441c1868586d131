//! A device in software, and everything that it could say wrongly.

use super::{Asked, Assertion, made, used};
use crate::accounts::signature::encoded;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair};
use sha2::{Digest, Sha256};

const ASKED: Asked<'_> =
    Asked { challenge: "Y2hhbGxlbmdl", origin: "https://samesky.example.org", host: "samesky.example.org" };
const THERE: u8 = 0b101;

enum Device {
    P256(EcdsaKeyPair, SystemRandom),
    Ed25519(Ed25519KeyPair),
}

impl Device {
    fn all() -> [Self; 2] {
        let random = SystemRandom::new();
        let way = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let pair = EcdsaKeyPair::generate_pkcs8(way, &random).expect("a key");
        let p256 = EcdsaKeyPair::from_pkcs8(way, pair.as_ref(), &random).expect("a key");
        let other = Ed25519KeyPair::generate_pkcs8(&random).expect("a key");
        [Self::P256(p256, random), Self::Ed25519(Ed25519KeyPair::from_pkcs8(other.as_ref()).expect("a key"))]
    }

    fn cose(&self) -> Vec<u8> {
        match self {
            Self::P256(pair, _) => {
                let point = pair.public_key().as_ref();
                let (x, y) = (&point[1..33], &point[33..]);
                [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32][..], x, &[0x22, 0x58, 32], y].concat()
            }
            Self::Ed25519(pair) => {
                [&[0xa4, 1, 1, 3, 0x27, 0x20, 6, 0x21, 0x58, 32][..], pair.public_key().as_ref()].concat()
            }
        }
    }

    fn sign(&self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::P256(pair, random) => pair.sign(random, message).expect("signed").as_ref().to_vec(),
            Self::Ed25519(pair) => pair.sign(message).as_ref().to_vec(),
        }
    }

    fn new_key(&self, host: &str, flags: u8) -> String {
        let name = b"key-of-the-test";
        let data = [&head(host, flags | 64, 0)[..], &[0; 16], &[0, 15], name, &self.cose()].concat();
        encoded(&data)
    }

    fn assertion(&self, client: &str, data: &[u8]) -> Assertion {
        let message = [data, &Sha256::digest(client.as_bytes())].concat();
        Assertion {
            credential: encoded(b"key-of-the-test"),
            client_data: encoded(client.as_bytes()),
            authenticator_data: encoded(data),
            signature: encoded(&self.sign(&message)),
        }
    }
}

fn head(host: &str, flags: u8, uses: u32) -> Vec<u8> {
    [&Sha256::digest(host.as_bytes())[..], &[flags], &uses.to_be_bytes()].concat()
}

fn client(kind: &str, challenge: &str, origin: &str) -> String {
    format!(r#"{{"type":"webauthn.{kind}","challenge":"{challenge}","origin":"{origin}","crossOrigin":false}}"#)
}

fn create() -> String {
    encoded(client("create", ASKED.challenge, ASKED.origin).as_bytes())
}

#[test]
fn key_that_a_device_made_signs_in_with_it() {
    for device in Device::all() {
        let key = made(&ASKED, &create(), &device.new_key(ASKED.host, THERE)).expect("a key");
        assert_eq!((key.credential.as_str(), key.uses), (encoded(b"key-of-the-test").as_str(), 0));
        let said = client("get", ASKED.challenge, ASKED.origin);
        let given = device.assertion(&said, &head(ASKED.host, THERE, 0));
        assert_eq!(used(&ASKED, (&key.public_key, 0), &given), Ok(0));
        let given = device.assertion(&said, &head(ASKED.host, THERE, 8));
        assert_eq!(used(&ASKED, (&key.public_key, 7), &given), Ok(8));
    }
}

#[test]
fn key_is_not_made_when_anything_is_wrong() {
    let [device, _] = Device::all();
    let right = device.new_key(ASKED.host, THERE);
    let said = |kind, challenge, origin| encoded(client(kind, challenge, origin).as_bytes());
    let refused = |client_data: &str, data: &str| made(&ASKED, client_data, data).expect_err("refused");
    assert_eq!(refused(&said("get", ASKED.challenge, ASKED.origin), &right), "it answers another question");
    assert_eq!(refused(&said("create", "b3RoZXI", ASKED.origin), &right), "it answers another challenge");
    for origin in ["https://evil.example", "http://samesky.example.org", "https://samesky.example.org:444"] {
        assert_eq!(refused(&said("create", ASKED.challenge, origin), &right), "another page asked");
    }
    assert_eq!(refused(&create(), &device.new_key("evil.example", THERE)), "it is for another host");
    for flags in [0, 1, 4] {
        let said = refused(&create(), &device.new_key(ASKED.host, flags));
        assert_eq!(said, "nobody proved to the device that it is theirs");
    }
    assert_eq!(refused(&create(), &encoded(&head(ASKED.host, THERE, 0))), "no new key came");
    assert_eq!(refused("!", &right), "the browser's data are no base64url");
    assert_eq!(refused(&encoded(b"{}"), &right), "the browser's data are no JSON");
}

#[test]
fn key_that_is_cut_off_or_odd_is_refused_and_never_panics() {
    for device in Device::all() {
        let whole =
            [&head(ASKED.host, THERE | 64, 0)[..], &[0; 16], &[0, 15], b"key-of-the-test", &device.cose()].concat();
        assert!(made(&ASKED, &create(), &encoded(&whole)).is_ok());
        for length in 0..whole.len() {
            assert!(made(&ASKED, &create(), &encoded(&whole[..length])).is_err(), "{length}");
        }
        for place in 53..whole.len() {
            for value in [0, 0x1f, 0x5f, 0x9f, 0xbf, 0xff] {
                let mut odd = whole.clone();
                odd[place] = value;
                let _ = made(&ASKED, &create(), &encoded(&odd));
            }
        }
    }
}

#[test]
fn signature_counts_only_with_everything_it_was_made_for() {
    for device in Device::all() {
        let key = made(&ASKED, &create(), &device.new_key(ASKED.host, THERE)).expect("a key").public_key;
        let [one, two] = Device::all();
        let said = client("get", ASKED.challenge, ASKED.origin);
        let right = device.assertion(&said, &head(ASKED.host, THERE, 3));
        let refused = |given: &Assertion, uses| used(&ASKED, (&key, uses), given).expect_err("refused");
        for other in [one, two] {
            assert_eq!(refused(&other.assertion(&said, &head(ASKED.host, THERE, 3)), 0), "the signature is wrong");
        }
        let swapped = Assertion { authenticator_data: encoded(&head(ASKED.host, THERE, 4)), ..right.clone() };
        assert_eq!(refused(&swapped, 0), "the signature is wrong");
        for uses in [3, 4, 100] {
            assert_eq!(refused(&right, uses), "the key was copied: it counts backwards");
        }
        let elsewhere =
            device.assertion(&client("get", ASKED.challenge, "https://evil.example"), &head(ASKED.host, THERE, 3));
        assert_eq!(refused(&elsewhere, 0), "another page asked");
        let old = device.assertion(&client("get", "b2xk", ASKED.origin), &head(ASKED.host, THERE, 3));
        assert_eq!(refused(&old, 0), "it answers another challenge");
        let unproven = device.assertion(&said, &head(ASKED.host, 1, 3));
        assert_eq!(refused(&unproven, 0), "nobody proved to the device that it is theirs");
        let framed = said.replace("false", "true");
        assert_eq!(refused(&device.assertion(&framed, &head(ASKED.host, THERE, 3)), 0), "another page asked");
        for broken in ["", "AA", "!"] {
            assert!(used(&ASKED, (&key, 0), &Assertion { signature: broken.to_owned(), ..right.clone() }).is_err());
        }
    }
}
