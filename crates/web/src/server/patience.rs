//! Bodies of requests that come too slowly.

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use std::io::{Error, ErrorKind};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep_until};

/// How many times as long as one piece the whole body may take.
const PIECES: u32 = 20;

/// A body of which each piece, and the whole, must come in time.
struct Patient {
    inner: Body,
    pause: Duration,
    end: Instant,
    alarm: Pin<Box<Sleep>>,
    late: Arc<AtomicBool>,
}

/// The same body, given up when it comes too slowly; the mark then says so.
pub(super) fn patient(inner: Body, pause: Duration) -> (Body, Arc<AtomicBool>) {
    let late = Arc::new(AtomicBool::new(false));
    if inner.is_end_stream() {
        return (inner, late);
    }
    let now = Instant::now();
    let alarm = Box::pin(sleep_until(now + pause));
    let body = Patient { inner, pause, end: now + pause * PIECES, alarm, late: late.clone() };
    (Body::new(body), late)
}

impl HttpBody for Patient {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.inner).poll_frame(cx) {
            let next = (Instant::now() + self.pause).min(self.end);
            self.alarm.as_mut().reset(next);
            return Poll::Ready(frame);
        }
        match self.alarm.as_mut().poll(cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => {
                self.late.store(true, Ordering::Relaxed);
                let error = Error::new(ErrorKind::TimedOut, "the body of the request came too slowly");
                Poll::Ready(Some(Err(axum::Error::new(error))))
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> hyper::body::SizeHint {
        self.inner.size_hint()
    }
}

/// Whether the body came too slowly.
pub(super) fn is_late(late: &AtomicBool) -> bool {
    late.load(Ordering::Relaxed)
}

#[cfg(test)]
mod tests {
    use super::{is_late, patient};
    use axum::body::Body;
    use futures::stream::{self, StreamExt};
    use http_body_util::BodyExt;
    use std::time::Duration;

    #[tokio::test]
    async fn body_that_stops_or_never_ends_is_given_up() {
        let piece = || async { Ok::<_, std::io::Error>("x") };
        let drip = |()| async move {
            tokio::time::sleep(Duration::from_millis(1)).await;
            Some((Ok::<_, std::io::Error>("x"), ()))
        };
        let stopped = Body::from_stream(stream::once(piece()).chain(stream::pending()));
        let whole = Body::from_stream(stream::iter([Ok::<_, std::io::Error>("x"), Ok("y")]));
        for (body, ends) in [(stopped, false), (Body::from_stream(stream::unfold((), drip)), false), (whole, true)] {
            let (body, late) = patient(body, Duration::from_millis(50));
            assert_eq!(body.collect().await.is_ok(), ends);
            assert_eq!(is_late(&late), !ends);
        }
    }
}
