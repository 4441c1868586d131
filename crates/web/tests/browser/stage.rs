//! A server that listens, and readers who come to it.

use crate::browser::Browser;
use crate::driver::Driver;
use crate::world::World;
use fantoccini::ClientBuilder;
use fantoccini::wd::Capabilities;
use hyper_util::client::legacy::connect::HttpConnector;
use samesky_model::language::Language;
use serde_json::json;
use tokio::net::TcpListener;

/// A server on a port of its own, with the driver of the browsers that visit it.
pub(crate) struct Stage {
    driver: Driver,
    /// What is served.
    pub(crate) world: World,
    address: String,
}

/// Who comes.
#[derive(Clone, Copy)]
pub(crate) struct Reader {
    /// The language that the browser asks for.
    pub(crate) lang: Language,
    /// Whether scripts run.
    pub(crate) script: bool,
}

impl Reader {
    /// Somebody who reads that language.
    pub(crate) const fn of(lang: Language) -> Self {
        Self { lang, script: true }
    }

    /// The same, with scripts off.
    pub(crate) const fn without_script(self) -> Self {
        Self { script: false, ..self }
    }
}

impl Stage {
    /// Serves the world, where there is a browser to look at it.
    pub(crate) async fn open(world: impl Future<Output = World>) -> Option<Self> {
        let driver = Driver::start()?;
        let world = world.await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let router = world.router();
        tokio::spawn(async move { axum::serve(listener, router).await });
        Some(Self { driver, world, address })
    }

    /// A browser of its own, with no cookie.
    pub(crate) async fn visit(&self, reader: Reader) -> Browser {
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(self.capabilities(reader))
            .connect(&self.driver.url())
            .await
            .expect("a browser");
        Browser::new(client, self.address.clone())
    }

    /// The same by the name `localhost`: passkeys belong to names, not to addresses.
    #[cfg(feature = "passkeys")]
    pub(crate) async fn visit_by_name(&self, reader: Reader) -> Browser {
        self.visit(reader).await.at(self.address.replace("127.0.0.1", "localhost"))
    }

    /// The same, of an officer who gave this name.
    pub(crate) async fn officer(&self, reader: Reader, name: &str) -> Browser {
        let browser = self.visit(reader).await;
        browser.open("/healthz").await;
        browser.cookie("samesky_officer", name).await;
        browser
    }

    fn capabilities(&self, reader: Reader) -> Capabilities {
        let mut preferences = json!({"intl.accept_languages": reader.lang.as_str()});
        if !reader.script {
            preferences["profile.managed_default_content_settings.javascript"] = json!(2);
        }
        let options = json!({
            "binary": self.driver.chromium,
            "prefs": preferences,
            "args": [
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--window-size=1280,900",
                "--force-prefers-reduced-motion",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
            ],
        });
        let wanted = json!({
            "browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"},
            "unhandledPromptBehavior": "accept",
        });
        wanted.as_object().expect("an object").clone()
    }
}
