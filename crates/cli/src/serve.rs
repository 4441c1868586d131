//! `samesky serve`.

use crate::admin::erasures::journal;
use crate::args::{Place, Serve};
use crate::failure::Failure;
use crate::public::PublicUrl;
use crate::speech::Speech;
use crate::start;
use crate::stop::Stop;
use samesky_app::App;
use samesky_app::accounts::Secret;
use samesky_app::attachments::AttachmentRules;
use samesky_app::personal::Tidied;
use samesky_web::state::{Reach, Settings, WebState};
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::SignalKind;
use tracing_subscriber::EnvFilter;

pub(crate) async fn run(options: Serve, speech: &Speech) -> Result<ExitCode, Failure> {
    log(options.log_json);
    let mailer = options.mail.mailer()?;
    let stop = Stop::on(&[SignalKind::interrupt(), SignalKind::terminate()])?;
    let (listener, app) = if options.listen.ip().is_loopback() {
        (listen(options.listen).await?, start::app(&options.place, speech).await?)
    } else {
        let app = with_accounts(&options).await?;
        (bind(options.listen).await?, app)
    };
    let app = match mailer {
        Some(mailer) => app.with_mail(mailer),
        None => app,
    };
    let app = options.service.added_to(app)?;
    let rules = AttachmentRules { size: u64::from(options.attachment_size) << 20, kinds: options.attachment_kinds };
    let app = app.with_lease(options.lease.time()).with_attachments(rules);
    let app = app.noting_erasures_in(journal(&options.erasures, &options.place));
    if let Err(error) = app.note_erasures().await {
        tracing::error!(%error, "erasures could not be noted outside of the database");
    }
    let closed = app.close_interrupted_imports().await?;
    if closed > 0 {
        tracing::warn!(closed, "imports had lost their server; nothing of them was kept");
    }
    let metrics = match options.metrics_listen {
        Some(address) => Some(bind(address).await?),
        None => None,
    };
    let settings = Settings { demo: false, account: account(&options.place) };
    let reach = Reach {
        public: options.url.as_ref().map(PublicUrl::address),
        trusted: options.trusted_proxies,
        limits: options.waits.limits(),
    };
    serve(app, Serving { settings, reach, listener, metrics, people: Vec::new() }, stop, speech).await
}

/// How a server was started, and where it is reached.
pub(crate) struct Serving {
    pub(crate) settings: Settings,
    pub(crate) reach: Reach,
    pub(crate) listener: TcpListener,
    pub(crate) metrics: Option<TcpListener>,
    /// The people of a demonstration.
    pub(crate) people: Vec<(&'static str, Secret)>,
}

/// The app of a server that others reach: there must be accounts, so that it can tell who is who.
async fn with_accounts(options: &Serve) -> Result<App, Failure> {
    let open = || Failure::NotLoopback(options.listen);
    let app = start::existing(&options.place).await.map_err(|_| open())?;
    if app.has_accounts().await? { Ok(app) } else { Err(open()) }
}

/// Serves until it is asked to stop, then lets the requests that are under way finish.
pub(crate) async fn serve(app: App, serving: Serving, stop: Stop, speech: &Speech) -> Result<ExitCode, Failure> {
    let served = serve_with(app.clone(), serving, stop, speech).await;
    start::closed(app, served).await
}

async fn serve_with(
    app: App,
    Serving { settings, reach, listener, metrics, people }: Serving,
    stop: Stop,
    speech: &Speech,
) -> Result<ExitCode, Failure> {
    let here = format!("http://{}/", listener.local_addr()?);
    let shown = reach.public.as_ref().map_or_else(|| here.clone(), |public| format!("{}/", public.base()));
    let demo = settings.demo;
    let state = WebState::new(app, settings).await?.reached(reach).with_people(people);
    let _ = writeln!(std::io::stdout().lock(), "{}", speech.say("cli-serving", &[("url", shown.as_str().into())]));
    if !demo {
        print_owner_link(&state, &here, speech).await?;
    }
    let app = state.app().clone();
    tokio::select! {
        () = samesky_web::server::serve(listener, state.clone(), stop.asked()) => {}
        () = app.watch_imports() => {}
        () = tidy(&app) => {}
        () = list_again(&app) => {}
        () = measured(metrics, state) => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// Makes organisations findable that were kept by an earlier version; meanwhile searches find those that are done.
async fn list_again(app: &App) {
    match app.list_organisations_again().await {
        Ok(0) => {}
        Ok(organisations) => tracing::info!(organisations, "made findable by names and readings"),
        Err(error) => tracing::error!(%error, "organisations could not be made findable; the next start tries again"),
    }
    std::future::pending::<()>().await;
}

/// Takes away what has been kept for as long as it is needed: now, and once a day.
async fn tidy(app: &App) {
    let mut daily = tokio::time::interval(Duration::from_secs(24 * 60 * 60));
    loop {
        daily.tick().await;
        match app.tidy().await {
            Ok(tidied) if tidied == Tidied::default() => {}
            Ok(Tidied { sign_ins, tickets, tokens, attempts, origins, people }) => {
                tracing::info!(sign_ins, tickets, tokens, attempts, origins, people, "what has expired is removed");
            }
            Err(error) => tracing::warn!(%error, "what has expired could not be removed"),
        }
    }
}

/// Serves the metrics where a listener was asked for.
async fn measured(listener: Option<TcpListener>, state: WebState) {
    match listener {
        Some(listener) => samesky_web::server::serve_metrics(listener, state).await,
        None => std::future::pending().await,
    }
}

/// While there is no account: the link that makes the first.
async fn print_owner_link(state: &WebState, here: &str, speech: &Speech) -> Result<(), Failure> {
    if let Some(link) = state.app().owner_link().await? {
        let link = format!("{here}first-owner/{}", link.reveal());
        let _ =
            writeln!(std::io::stdout().lock(), "{}", speech.say("cli-owner-link", &[("url", link.as_str().into())]));
    }
    Ok(())
}

/// Until accounts exist anybody who reaches the server is an officer, so nobody but this machine may reach it.
pub(crate) async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    if !address.ip().is_loopback() {
        return Err(Failure::NotLoopback(address));
    }
    bind(address).await
}

async fn bind(address: SocketAddr) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => Failure::PortInUse(address),
        _ => Failure::CannotListen { address, error },
    })
}

/// Logs to standard error; `RUST_LOG` chooses what.
pub(crate) fn log(json: bool) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm=warn"));
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let set = if json { builder.json().try_init() } else { builder.try_init() };
    if let Err(error) = set {
        let _ = writeln!(std::io::stderr().lock(), "samesky: {error}");
    }
}

fn account(place: &Place) -> String {
    start::account(place)
}
