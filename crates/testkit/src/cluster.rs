//! A PostgreSQL cluster that is made when the first test asks for one, is shared by all test processes of an account, and
//! stops by itself when no test has asked for ten minutes.

use crate::database::execute;
use std::fs::{self, File};
use std::io::{Read, Seek, Write};
use std::net::TcpListener;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Stops the cluster when the file that every user touches has not been touched for ten minutes.
const WATCH: &str = r#"while sleep 60; do
  if [ -z "$(find "$1" -mmin -10 2>/dev/null)" ]; then "$2/pg_ctl" -D "$3" -m immediate stop; exit; fi
  [ -e "$3/postmaster.pid" ] || exit
done"#;

/// The address of a cluster in which databases may be made, or why there is none.
pub(crate) async fn url() -> Result<String, String> {
    if let Ok(url) = std::env::var("SAMESKY_TEST_POSTGRES") {
        return Ok(url);
    }
    let programs = programs().ok_or("initdb and pg_ctl are not installed")?;
    let home = home().map_err(|error| error.to_string())?;
    let mut shared = locked(&home).map_err(|error| error.to_string())?;
    let mut url = String::new();
    shared.read_to_string(&mut url).map_err(|error| error.to_string())?;
    if url.is_empty() || execute(&url, "SELECT 1").await.is_err() {
        url = start(&home, &programs)?;
    }
    write(&mut shared, &url).map_err(|error| error.to_string())?;
    Ok(url)
}

/// Tests talk on standard error only.
#[allow(clippy::print_stderr)]
pub(crate) fn say(text: &str) {
    eprintln!("{text}");
}

fn programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let debian =
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten().map(|entry| entry.path().join("bin"));
    let mut folders: Vec<PathBuf> = debian.collect();
    folders.sort();
    folders.reverse();
    folders.extend(std::env::split_paths(&path));
    folders.into_iter().find(|folder| folder.join("initdb").exists() && folder.join("pg_ctl").exists())
}

fn home() -> std::io::Result<PathBuf> {
    let account = fs::metadata("/proc/self")?.uid();
    let home = std::env::temp_dir().join(format!("samesky-test-postgres-{account}"));
    fs::create_dir_all(&home)?;
    Ok(home)
}

/// One process at a time looks whether the cluster runs; the file also tells when one looked last.
fn locked(home: &Path) -> std::io::Result<File> {
    let file = File::options().create(true).read(true).write(true).truncate(false).open(home.join("url"))?;
    file.lock()?;
    Ok(file)
}

fn write(file: &mut File, url: &str) -> std::io::Result<()> {
    file.rewind()?;
    file.set_len(0)?;
    file.write_all(url.as_bytes())
}

fn start(home: &Path, programs: &Path) -> Result<String, String> {
    let data = home.join("data");
    let port =
        TcpListener::bind("127.0.0.1:0").and_then(|listener| listener.local_addr()).map_err(|e| e.to_string())?.port();
    let _ = run(as_server().arg(programs.join("pg_ctl")).arg("-D").arg(&data).args(["-m", "immediate", "stop"]));
    let _ = fs::remove_dir_all(&data);
    run(as_server_with("install", &["-d", "-m", "700"]).arg(&data))?;
    let initdb = ["--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust", "--username=postgres", "--no-sync"];
    run(as_server().arg(programs.join("initdb")).args(initdb).arg("-D").arg(&data))?;
    let quick = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300";
    let options = format!("-p {port} -k {} -c listen_addresses=127.0.0.1 {quick}", data.display());
    run(as_server()
        .arg(programs.join("pg_ctl"))
        .args(["-w", "-o", &options, "-l"])
        .arg(data.join("log"))
        .arg("-D")
        .arg(&data)
        .arg("start"))?;
    watch(home, programs, &data)?;
    Ok(format!("postgres://postgres@127.0.0.1:{port}/postgres"))
}

fn watch(home: &Path, programs: &Path, data: &Path) -> Result<(), String> {
    let mut command = as_server();
    command.args(["setsid", "sh", "-c", WATCH, "sh"]).arg(home.join("url")).arg(programs).arg(data);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(|_| ()).map_err(|error| error.to_string())
}

/// PostgreSQL refuses to run as root; the account `postgres` of its package is there for that.
fn as_server() -> Command {
    if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]);
        command.current_dir("/");
        command
    } else {
        Command::new("env")
    }
}

fn as_server_with(program: &str, args: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(args);
    if is_root() {
        command.args(["-o", "postgres"]);
    }
    command
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

fn run(command: &mut Command) -> Result<(), String> {
    let done = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).output();
    let done = done.map_err(|error| format!("{command:?}: {error}"))?;
    if done.status.success() { Ok(()) } else { Err(format!("{command:?}: {}", String::from_utf8_lossy(&done.stderr))) }
}
