//! One browser, and what a reader does with it.

use crate::command::Own;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::{Client, Locator};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};
use std::time::Duration;

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// One browser at one server.
pub(crate) struct Browser {
    client: Client,
    address: String,
}

impl Browser {
    /// The browser behind a client.
    pub(crate) fn new(client: Client, address: String) -> Self {
        Self { client, address }
    }

    /// The same browser at the same server by another name.
    #[cfg(feature = "passkeys")]
    pub(crate) fn at(self, address: String) -> Self {
        Self { address, ..self }
    }

    /// Opens a page of the server.
    pub(crate) async fn open(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.address)).await.unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Loads the page again.
    pub(crate) async fn reload(&self) {
        self.client.refresh().await.expect("a page");
    }

    /// Path, query and fragment of the page.
    pub(crate) async fn here(&self) -> String {
        let url = self.client.current_url().await.expect("an address");
        url.as_str().strip_prefix(&self.address).map_or_else(|| url.to_string(), ToOwned::to_owned)
    }

    /// Gives itself a cookie.
    pub(crate) async fn cookie(&self, name: &str, value: &str) {
        let value = utf8_percent_encode(value, NON_ALPHANUMERIC).to_string();
        let cookie = json!({"name": name, "value": value, "url": self.address, "path": "/"});
        assert_eq!(self.chromium("Network.setCookie", cookie).await["success"], true);
    }

    /// Waits for an element (a CSS selector, or an XPath that begins with `/`) and gives it.
    pub(crate) async fn find(&self, place: &str) -> Element {
        match self.client.wait().at_most(PATIENCE).every(Duration::from_millis(40)).for_element(locator(place)).await {
            Ok(element) => element,
            Err(error) => panic!("{place} on {}: {error}\n{}", self.here().await, self.words("main").await),
        }
    }

    /// How many there are now.
    pub(crate) async fn count(&self, place: &str) -> usize {
        self.client.find_all(locator(place)).await.expect("elements").len()
    }

    /// Waits for it and clicks it.
    pub(crate) async fn click(&self, place: &str) {
        let element = self.find(place).await;
        if let Err(error) = element.click().await {
            panic!("{place} on {}: {error}", self.here().await);
        }
    }

    /// The words in it, as they are seen.
    pub(crate) async fn words(&self, place: &str) -> String {
        let element = self.client.find(locator(place)).await.unwrap_or_else(|error| panic!("{place}: {error}"));
        element.text().await.expect("words")
    }

    /// An attribute.
    pub(crate) async fn attribute(&self, place: &str, name: &str) -> String {
        self.find(place).await.attr(name).await.expect("an attribute").unwrap_or_default()
    }

    /// A property, such as what stands in a field now.
    pub(crate) async fn property(&self, place: &str, name: &str) -> String {
        self.find(place).await.prop(name).await.expect("a property").unwrap_or_default()
    }

    /// Writes into a field what is to stand there.
    pub(crate) async fn fill(&self, place: &str, words: &str) {
        let field = self.find(place).await;
        field.clear().await.unwrap_or_else(|error| panic!("{place}: {error}"));
        field.send_keys(words).await.unwrap_or_else(|error| panic!("{place}: {error}"));
    }

    /// Chooses in a list by value.
    pub(crate) async fn choose(&self, place: &str, value: &str) {
        self.find(place).await.select_by_value(value).await.unwrap_or_else(|error| panic!("{place} {value}: {error}"));
    }

    /// Names files in a field for files.
    pub(crate) async fn attach(&self, place: &str, files: &[std::path::PathBuf]) {
        let names: Vec<_> = files.iter().map(|file| file.to_str().expect("a path")).collect();
        self.find(place).await.send_keys(&names.join("\n")).await.expect("files");
    }

    /// Presses keys where the focus is.
    pub(crate) async fn press(&self, keys: &str) {
        let strokes = keys.chars().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let hand = strokes.fold(KeyActions::new("hand".to_owned()), KeyActions::then);
        self.client.perform_actions(hand).await.unwrap_or_else(|error| panic!("{keys}: {error}"));
    }

    /// What a function of the page answers: `return` and an expression.
    pub(crate) async fn ask(&self, script: &str) -> Value {
        self.ask_with(script, json!(null)).await
    }

    /// The same, with `arguments[0]`.
    pub(crate) async fn ask_with(&self, script: &str, argument: Value) -> Value {
        self.client.execute(script, vec![argument]).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until an expression of the page is true.
    pub(crate) async fn until(&self, expression: &str) {
        let script = format!("return Boolean({expression})");
        let waiting = async {
            while self.client.execute(&script, Vec::new()).await.ok() != Some(json!(true)) {
                tokio::time::sleep(Duration::from_millis(40)).await;
            }
        };
        if tokio::time::timeout(PATIENCE, waiting).await.is_err() {
            panic!("never true on {}: {expression}\n{}", self.here().await, self.words("main").await);
        }
    }

    /// A command of Chromium's protocol.
    pub(crate) async fn chromium(&self, command: &str, parameters: Value) -> Value {
        self.client
            .issue_cmd(Own::chromium(command, &parameters))
            .await
            .unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// What the console has said since it was asked last: refused styles, failed requests, errors of scripts.
    pub(crate) async fn console(&self) -> Vec<String> {
        let said = self.client.issue_cmd(Own::console()).await.expect("the console");
        let lines = said.as_array().expect("lines").iter();
        lines.map(|line| line["message"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Ends the browser.
    pub(crate) async fn close(self) {
        self.client.close().await.expect("an end");
    }
}

fn locator(place: &str) -> Locator<'_> {
    if place.starts_with('/') { Locator::XPath(place) } else { Locator::Css(place) }
}
