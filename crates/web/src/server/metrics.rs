//! Counters for whoever runs the server, in the text format of Prometheus. Labels name routes as they are written in the
//! code, never a record, an address or a person.

mod process;

use crate::state::WebState;
use axum::Router;
use axum::extract::State;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};
use std::sync::Arc;
use std::time::Duration;

/// The upper ends of the classes of durations, in seconds.
const SECONDS: [f64; 10] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Asked {
    method: &'static str,
    route: String,
    status: &'static str,
}

#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct OfState {
    state: &'static str,
}

type Durations = Family<Asked, Histogram, fn() -> Histogram>;

/// Everything that is counted by this process.
pub(crate) struct Metrics {
    registry: Registry,
    durations: Durations,
    in_flight: Gauge,
    imports: Gauge,
    connections: Family<OfState, Gauge>,
    process: process::Process,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("samesky");
        let durations = Durations::new_with_constructor(|| Histogram::new(SECONDS));
        let (in_flight, imports) = (Gauge::default(), Gauge::default());
        let connections = Family::default();
        let about = "Requests that were answered, and how long it took";
        registry.register_with_unit("request_duration", about, Unit::Seconds, durations.clone());
        registry.register("requests_in_flight", "Requests that are being answered", in_flight.clone());
        registry.register("imports_running", "Imports that run, on any server of this database", imports.clone());
        let about = "Connections to the database that this process holds";
        registry.register("database_connections", about, connections.clone());
        registry.register("build", "The version", Info::new(vec![("version", env!("CARGO_PKG_VERSION"))]));
        let process = process::Process::registered(&mut registry);
        Self { registry, durations, in_flight, imports, connections, process }
    }
}

/// A request that is being answered. It is counted as one that is under way until this is dropped.
pub(super) struct UnderWay {
    metrics: Arc<Metrics>,
}

impl Metrics {
    pub(super) fn begin(self: &Arc<Self>) -> UnderWay {
        self.in_flight.inc();
        UnderWay { metrics: self.clone() }
    }

    fn text(&self) -> String {
        let mut text = String::new();
        if encode(&mut text, &self.registry).is_err() {
            tracing::error!("the metrics cannot be written");
        }
        text
    }
}

impl UnderWay {
    pub(super) fn end(self, method: &Method, route: &str, status: StatusCode, time: Duration) {
        let asked = Asked { method: known(method), route: route.to_owned(), status: class(status) };
        self.metrics.durations.get_or_create(&asked).observe(time.as_secs_f64());
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.metrics.in_flight.dec();
    }
}

/// The routes of the listener for metrics: there is nothing else on it.
pub(super) fn router(state: WebState) -> Router {
    Router::new().route("/metrics", get(show)).with_state(state)
}

async fn show(State(state): State<WebState>) -> Response {
    let metrics = state.metrics();
    let (open, idle) = state.app().database_connections();
    metrics.connections.get_or_create(&OfState { state: "open" }).set(i64::from(open));
    metrics.connections.get_or_create(&OfState { state: "idle" }).set(idle);
    if let Ok(running) = state.app().imports_running().await {
        metrics.imports.set(running);
    }
    metrics.process.look();
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    ([(header::CONTENT_TYPE, kind)], metrics.text()).into_response()
}

/// Anybody can send any word for a method; only those that are answered get a label of their own.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        _ => "other",
    }
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() {
        ..200 => "1xx",
        200..300 => "2xx",
        300..400 => "3xx",
        400..500 => "4xx",
        500.. => "5xx",
    }
}
