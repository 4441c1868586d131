//! The pages as a browser shows them: what can be done with a mouse, with keys, and without script.
//!
//! Needs chromedriver and Chromium (`SAMESKY_TEST_CHROMEDRIVER` and `SAMESKY_TEST_CHROMIUM`, else those on the `PATH`).
//! Without them each test says so and passes, but fails where `SAMESKY_TEST_REQUIRE` is set.

mod appearance;
mod browser;
mod command;
mod contested;
#[allow(dead_code)]
#[path = "../../../extract/tests/extract/docx_maker.rs"]
mod docx_maker;
mod driver;
mod every_page;
mod figure;
mod formats;
mod import;
mod languages;
mod officers;
#[cfg(feature = "passkeys")]
mod passkey;
#[allow(dead_code)]
#[path = "../../../extract/tests/extract/pdf_maker.rs"]
mod pdf_maker;
mod publishing;
mod quick_add;
mod refused;
mod review;
mod review_keys;
mod stage;
mod texts;
mod without_script;
#[path = "../world/mod.rs"]
mod world;
