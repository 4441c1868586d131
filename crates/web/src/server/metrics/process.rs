//! What the operating system says of this process. On systems without `/proc` these stay 0.

use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::{Registry, Unit};
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// Memory, processor time and files of this process.
pub(super) struct Process {
    memory: Gauge,
    files: Gauge,
    processor: Arc<AtomicU64>,
}

/// Processor time in milliseconds, shown in seconds.
#[derive(Debug)]
struct Processor(Arc<AtomicU64>);

impl prometheus_client::collector::Collector for Processor {
    fn encode(&self, mut encoder: prometheus_client::encoding::DescriptorEncoder<'_>) -> Result<(), std::fmt::Error> {
        use prometheus_client::encoding::EncodeMetric;
        let counter = ConstCounter::new(Duration::from_millis(self.0.load(Ordering::Relaxed)).as_secs_f64());
        let about = "Processor time that this process took";
        let unit = Unit::Seconds;
        counter.encode(encoder.encode_descriptor("process_cpu", about, Some(&unit), counter.metric_type())?)
    }
}

impl Process {
    pub(super) fn registered(registry: &mut Registry) -> Self {
        let process = Self { memory: Gauge::default(), files: Gauge::default(), processor: Arc::default() };
        let started: Gauge = Gauge::default();
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        started.set(i64::try_from(now).unwrap_or_default());
        registry.register_with_unit("process_resident_memory", "Memory in use", Unit::Bytes, process.memory.clone());
        registry.register("process_open_files", "Open files and connections", process.files.clone());
        registry.register_with_unit("process_start_time", "When it started, since 1970", Unit::Seconds, started);
        registry.register_collector(Box::new(Processor(process.processor.clone())));
        process
    }

    /// Looks again.
    pub(super) fn look(&self) {
        if let Some(kib) = fs::read_to_string("/proc/self/status").ok().as_deref().and_then(resident) {
            self.memory.set(kib.saturating_mul(1024));
        }
        if let Ok(open) = fs::read_dir("/proc/self/fd") {
            self.files.set(i64::try_from(open.count()).unwrap_or_default());
        }
        if let Some(ticks) = fs::read_to_string("/proc/self/stat").ok().as_deref().and_then(ticks) {
            // A tick of /proc is a hundredth of a second on every system (USER_HZ in the manual page proc(5)).
            self.processor.store(ticks.saturating_mul(10), Ordering::Relaxed);
        }
    }
}

/// Kibibytes of memory in `/proc/self/status`.
fn resident(status: &str) -> Option<i64> {
    status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.split_whitespace().next()?.parse().ok()
}

/// Ticks in user and kernel mode in `/proc/self/stat`: fields 14 and 15, behind the name in parentheses.
fn ticks(stat: &str) -> Option<u64> {
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_whitespace().skip(11);
    Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::{resident, ticks};

    #[test]
    fn numbers_are_read_where_the_system_writes_them() {
        assert_eq!(resident("Name:\tx\nVmRSS:\t   2048 kB\n"), Some(2048));
        assert_eq!(ticks("7 (a) b) S 1 2 3 4 5 6 7 8 9 10 30 12 0 0"), Some(42));
    }
}
