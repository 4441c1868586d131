//! `samesky serve`.

use crate::args::{Place, Serve};
use crate::failure::Failure;
use crate::speech::Speech;
use crate::start;
use crate::stop::Stop;
use samesky_app::App;
use samesky_web::state::{Settings, WebState};
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use tokio::net::TcpListener;
use tokio::signal::unix::SignalKind;
use tracing_subscriber::EnvFilter;

pub(crate) async fn run(options: Serve, speech: &Speech) -> Result<ExitCode, Failure> {
    log(options.log_json);
    let stop = Stop::on(&[SignalKind::interrupt(), SignalKind::terminate()])?;
    let listener = listen(options.listen).await?;
    let app = start::app(&options.place, speech).await?;
    let closed = app.close_interrupted_imports().await?;
    if closed > 0 {
        tracing::warn!(closed, "imports were running when the server stopped; nothing of them was kept");
    }
    let settings = Settings { demo: false, account: account(&options.place) };
    serve(app, settings, listener, stop, speech).await
}

/// Serves until it is asked to stop, then lets the requests that are under way finish.
pub(crate) async fn serve(
    app: App,
    settings: Settings,
    listener: TcpListener,
    stop: Stop,
    speech: &Speech,
) -> Result<ExitCode, Failure> {
    let served = serve_with(app.clone(), settings, listener, stop, speech).await;
    start::closed(app, served).await
}

async fn serve_with(
    app: App,
    settings: Settings,
    listener: TcpListener,
    stop: Stop,
    speech: &Speech,
) -> Result<ExitCode, Failure> {
    let address = listener.local_addr()?;
    let state = WebState::new(app, settings).await?;
    let url = format!("http://{address}/");
    let _ = writeln!(std::io::stdout().lock(), "{}", speech.say("cli-serving", &[("url", url.as_str().into())]));
    samesky_web::server::serve(listener, state, stop.asked()).await?;
    Ok(ExitCode::SUCCESS)
}

/// Until accounts exist anybody who reaches the server is an officer, so nobody but this machine may reach it.
pub(crate) async fn listen(address: SocketAddr) -> Result<TcpListener, Failure> {
    if !address.ip().is_loopback() {
        return Err(Failure::NotLoopback(address));
    }
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
