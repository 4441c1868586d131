//! A small OpenID Connect provider on loopback that signs real tokens, and can lie in many ways.

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::{Engine, engine::general_purpose::STANDARD, engine::general_purpose::URL_SAFE_NO_PAD as URL};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

pub(crate) const CLIENT: &str = "samesky";
pub(crate) const SECRET: &str = "told to nobody: &%+";

/// In what the next token is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lie {
    None,
    Nonce,
    Audience,
    TwoAudiences,
    Expired,
    NotYet,
    Unsigned,
    SharedSecret,
    OtherKey,
    OtherIssuer,
    ChangedAfterwards,
    CutOff,
    NobodysToken,
    NoToken,
}

impl Lie {
    pub(crate) const ALL: [Self; 13] = [
        Self::Nonce,
        Self::Audience,
        Self::TwoAudiences,
        Self::Expired,
        Self::NotYet,
        Self::Unsigned,
        Self::SharedSecret,
        Self::OtherKey,
        Self::OtherIssuer,
        Self::ChangedAfterwards,
        Self::CutOff,
        Self::NobodysToken,
        Self::NoToken,
    ];
}

/// Who signs in there.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) subject: &'static str,
    pub(crate) email: &'static str,
    pub(crate) verified: bool,
}

/// What somebody was sent there with.
type Question = BTreeMap<String, String>;

struct Inner {
    address: String,
    key: EcdsaKeyPair,
    other: EcdsaKeyPair,
    now: i64,
    lie: Mutex<Lie>,
    codes: Mutex<BTreeMap<String, (Question, Person)>>,
    asked: Mutex<u32>,
}

/// The provider. It goes away with the test's process.
#[derive(Clone)]
pub(crate) struct Provider(Arc<Inner>);

impl Provider {
    /// Starts one whose clock stands at that second.
    pub(crate) async fn start(now: i64) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let (lie, codes, asked) = (Mutex::new(Lie::None), Mutex::default(), Mutex::new(0));
        let provider = Self(Arc::new(Inner { address, key: key(), other: key(), now, lie, codes, asked }));
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(configuration))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    pub(crate) fn address(&self) -> &str {
        &self.0.address
    }

    pub(crate) fn lies(&self, lie: Lie) {
        *self.0.lie.lock().expect("the lie") = lie;
    }

    /// How many requests came.
    pub(crate) fn asked(&self) -> u32 {
        *self.0.asked.lock().expect("a count")
    }

    /// Somebody signs in there and is sent back: the way back with code and state.
    pub(crate) fn signs_in(&self, there: &str, person: &Person) -> String {
        let asked = url::Url::parse(there).expect("an address");
        assert!(there.starts_with(&format!("{}/authorize?", self.0.address)), "{there}");
        let question: Question = asked.query_pairs().into_owned().collect();
        assert_eq!((question["client_id"].as_str(), question["response_type"].as_str()), (CLIENT, "code"));
        assert_eq!(
            (question["code_challenge_method"].as_str(), question["scope"].as_str()),
            ("S256", "openid email profile")
        );
        let mut codes = self.0.codes.lock().expect("the codes");
        let code = format!("code-{}", codes.len());
        let back = question["redirect_uri"].clone();
        assert_eq!(back, "http://localhost/sign-in/service/back");
        let way = format!("/sign-in/service/back?code={code}&state={}", question["state"]);
        codes.insert(code, (question, person.clone()));
        way
    }

    fn counted(&self) {
        *self.0.asked.lock().expect("a count") += 1;
    }

    fn id_token(&self, question: &Question, person: &Person) -> String {
        let (lie, now) = (*self.0.lie.lock().expect("the lie"), self.0.now);
        let mut claims = json!({
            "iss": self.0.address, "sub": person.subject, "aud": CLIENT, "iat": now, "exp": now + 300,
            "nonce": question["nonce"], "email": person.email, "email_verified": person.verified, "name": "Hoshi",
        });
        match lie {
            Lie::Nonce => claims["nonce"] = json!("of another sign-in"),
            Lie::Audience => claims["aud"] = json!("another client"),
            Lie::TwoAudiences => claims["aud"] = json!([CLIENT, "another client"]),
            Lie::Expired => claims["exp"] = json!(now - 3600),
            Lie::NotYet => claims["iat"] = json!(now + 360_000),
            Lie::OtherIssuer => claims["iss"] = json!("https://evil.example"),
            Lie::NobodysToken => claims["sub"] = json!(""),
            _ => {}
        }
        self.signed(lie, &claims)
    }

    fn signed(&self, lie: Lie, claims: &Value) -> String {
        let algorithm = match lie {
            Lie::Unsigned => "none",
            Lie::SharedSecret => "HS256",
            _ => "ES256",
        };
        let head = URL.encode(json!({ "alg": algorithm, "kid": "one" }).to_string());
        let message = format!("{head}.{}", URL.encode(claims.to_string()));
        let key = if lie == Lie::OtherKey { &self.0.other } else { &self.0.key };
        let signature = key.sign(&SystemRandom::new(), message.as_bytes()).expect("signed");
        match lie {
            Lie::Unsigned => format!("{message}."),
            Lie::SharedSecret => {
                let shared = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, self.0.key.public_key().as_ref());
                format!("{message}.{}", URL.encode(ring::hmac::sign(&shared, message.as_bytes())))
            }
            Lie::ChangedAfterwards => {
                let claims = claims.to_string().replace("hoshi@example.org", "lin@example.org");
                format!("{head}.{}.{}", URL.encode(claims), URL.encode(signature))
            }
            Lie::CutOff => message,
            _ => format!("{message}.{}", URL.encode(signature)),
        }
    }
}

fn key() -> EcdsaKeyPair {
    let random = SystemRandom::new();
    let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).expect("a key");
    EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &random).expect("a key")
}

async fn configuration(State(provider): State<Provider>) -> Json<Value> {
    provider.counted();
    let at = provider.address();
    Json(json!({
        "issuer": at, "authorization_endpoint": format!("{at}/authorize"), "token_endpoint": format!("{at}/token"),
        "jwks_uri": format!("{at}/keys"),
    }))
}

async fn keys(State(provider): State<Provider>) -> Json<Value> {
    provider.counted();
    let point = provider.0.key.public_key().as_ref();
    let (x, y) = (URL.encode(&point[1..33]), URL.encode(&point[33..]));
    Json(json!({ "keys": [
        { "kty": "RSA", "kid": "old", "n": "AQAB", "e": "AQAB" },
        { "kty": "EC", "crv": "P-256", "kid": "one", "use": "sig", "alg": "ES256", "x": x, "y": y },
    ] }))
}

async fn token(
    State(provider): State<Provider>,
    headers: HeaderMap,
    Form(form): Form<BTreeMap<String, String>>,
) -> Response {
    provider.counted();
    let encoded = percent_encoding::utf8_percent_encode(SECRET, percent_encoding::NON_ALPHANUMERIC);
    let basic = format!("Basic {}", STANDARD.encode(format!("{CLIENT}:{encoded}")));
    let is_known = headers.get("authorization").and_then(|value| value.to_str().ok()) == Some(basic.as_str());
    let found = provider.0.codes.lock().expect("the codes").remove(&form["code"]);
    let Some((question, person)) = found.filter(|_| is_known) else { return StatusCode::BAD_REQUEST.into_response() };
    let proof = URL.encode(Sha256::digest(form["code_verifier"].as_bytes()));
    if proof != question["code_challenge"] || form["redirect_uri"] != question["redirect_uri"] {
        return StatusCode::BAD_REQUEST.into_response();
    }
    let mut answer = json!({ "access_token": "unused", "token_type": "Bearer" });
    if *provider.0.lie.lock().expect("the lie") != Lie::NoToken {
        answer["id_token"] = provider.id_token(&question, &person).into();
    }
    Json(answer).into_response()
}
