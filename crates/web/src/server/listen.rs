//! Taking connections: not more than so many, none that says nothing, and in the end none new.

use super::limits::Limits;
use super::stream::Taken;
use axum::Router;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tower::ServiceExt;

/// After a failure to take a connection, such as too many open files.
const PAUSE: Duration = Duration::from_millis(200);

/// Serves until `stop` ends, then lets the requests that are under way finish, for as long as the limits say.
pub(super) async fn listen(
    listener: TcpListener,
    service: Router,
    limits: Limits,
    stop: impl Future<Output = ()> + Send,
) {
    let (room, connections) = (Arc::new(Semaphore::new(limits.connections)), GracefulShutdown::new());
    tokio::pin!(stop);
    loop {
        let taken = tokio::select! {
            () = &mut stop => break,
            taken = next(&listener, &room) => taken,
        };
        if let Some((stream, peer, place)) = taken {
            let connection = connection(stream, peer, service.clone(), &limits);
            let watched = connections.watch(connection);
            tokio::spawn(async move {
                if let Err(error) = watched.await {
                    tracing::debug!(%error, "a connection ended early");
                }
                drop(place);
            });
        }
    }
    drop(listener);
    if tokio::time::timeout(limits.stop, connections.shutdown()).await.is_err() {
        tracing::warn!("some requests did not end; stopping all the same");
    }
}

/// The next connection once there is room for it. Others wait in the queue of the operating system.
async fn next(listener: &TcpListener, room: &Arc<Semaphore>) -> Option<(TcpStream, SocketAddr, OwnedSemaphorePermit)> {
    let place = room.clone().acquire_owned().await.ok()?;
    match listener.accept().await {
        Ok((stream, peer)) => Some((stream, peer, place)),
        Err(error) => {
            tracing::warn!(%error, "no connection could be taken");
            tokio::time::sleep(PAUSE).await;
            None
        }
    }
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    service: Router,
    limits: &Limits,
) -> http1::Connection<
    TokioIo<Taken>,
    impl hyper::service::HttpService<
        Incoming,
        ResBody = axum::body::Body,
        Error = std::convert::Infallible,
        Future: Send + 'static,
    > + use<>,
> {
    let _ = stream.set_nodelay(true);
    let answer = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(axum::body::Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        service.clone().oneshot(request)
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.header).max_headers(100);
    http.serve_connection(TokioIo::new(Taken::new(stream, limits.body)), answer)
}
