//! Serves a site to the browsers of this machine: HTTP/1.1 on the loopback address.

use super::files::FileSource;
use super::parallel::STACK;
use super::{Error, Result, routes};
use axum::serve::ListenerExt;
use std::future::pending;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime};
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use tokio::time::sleep;

/// Threads that wait for requests; files are read and pages rendered by others.
const WORKERS: usize = 2;

/// How long answers that are on their way may take when the server stops.
const PATIENCE: Duration = Duration::from_secs(2);

/// A server on the loopback address; it answers as soon as it is [started](Server::start).
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

/// A server that answers. It goes on when this is dropped.
pub struct Running {
    stop: watch::Sender<bool>,
    thread: JoinHandle<()>,
}

/// What a running server answers from.
pub struct Site {
    content: RwLock<Content>,
}

/// Where the files of a site are.
#[derive(Clone)]
pub(super) enum Content {
    /// In a folder that was written.
    Folder(PathBuf),
    /// In memory, or made when they are asked for.
    Source {
        /// Finds the files.
        source: Arc<dyn FileSource>,
        /// Since when it is served, which is when its files were last modified.
        since: SystemTime,
    },
}

impl Content {
    fn source(source: impl FileSource + 'static) -> Content {
        Content::Source { source: Arc::new(source), since: SystemTime::now() }
    }

    /// The number of the edition, when pages are to reload for the next one.
    pub(super) fn edition(&self) -> Option<u64> {
        match self {
            Content::Folder(_) => None,
            Content::Source { source, .. } => source.edition(),
        }
    }
}

impl Site {
    /// A site that was written to a folder.
    pub fn folder(folder: PathBuf) -> Site {
        Site { content: RwLock::new(Content::Folder(folder)) }
    }

    /// A site that is not on the disk.
    pub fn new(source: impl FileSource + 'static) -> Site {
        Site { content: RwLock::new(Content::source(source)) }
    }

    /// Serves something else from now on. Open pages reload when the source has another [edition](FileSource::edition).
    pub fn replace(&self, source: impl FileSource + 'static) {
        *self.content.write().unwrap_or_else(PoisonError::into_inner) = Content::source(source);
    }

    /// What is served now.
    pub(super) fn content(&self) -> Content {
        self.content.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Server {
    /// Takes a port; 0 takes any that is free.
    ///
    /// # Errors
    /// When the port is taken, or the system does not allow to listen on it.
    pub fn bind(port: u16) -> Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|why| match why.kind() {
            ErrorKind::AddrInUse => Error::PortInUse(port),
            _ => Error::Listen(format!("port {port}: {why}")),
        })?;
        let address = listener.local_addr().map_err(|why| Error::Listen(why.to_string()))?;
        Ok(Server { listener, address })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers from now on, on threads of its own, until it is [stopped](Running::stop) or the program ends.
    ///
    /// # Errors
    /// When the system gives no thread at all.
    pub fn start(self, site: Arc<Site>) -> Result<Running> {
        let failed = |why: std::io::Error| Error::Listen(why.to_string());
        self.listener.set_nonblocking(true).map_err(failed)?;
        let mut builder = Builder::new_multi_thread();
        // Pages are rendered on the threads that block.
        let runtime = builder.worker_threads(WORKERS).thread_stack_size(STACK).enable_all().build().map_err(failed)?;
        let listener = {
            let _context = runtime.enter();
            tokio::net::TcpListener::from_std(self.listener).map_err(failed)?
        };
        let (stop, stopped) = watch::channel(false);
        let serve = move || serve(&runtime, listener, site, stopped);
        let thread = thread::Builder::new().spawn(serve).map_err(failed)?;
        Ok(Running { stop, thread })
    }
}

impl Running {
    /// Takes no more requests, finishes the answers that are on their way, and frees the port.
    pub fn stop(self) {
        // It fails when the server has ended already, and then there is nothing to wait for.
        if self.stop.send(true).is_ok() {
            let _ = self.thread.join();
        }
    }
}

fn serve(runtime: &Runtime, listener: tokio::net::TcpListener, site: Arc<Site>, stopped: watch::Receiver<bool>) {
    runtime.block_on(async {
        // An answer is sent in several pieces, none of which should wait until the one before has arrived.
        let listener = listener.tap_io(|connection| drop(connection.set_nodelay(true)));
        let server = axum::serve(listener, routes::router(site)).with_graceful_shutdown(told(stopped.clone()));
        let deadline = async {
            told(stopped).await;
            sleep(PATIENCE).await;
        };
        tokio::select! {
            _ = server => {}
            () = deadline => {}
        }
    });
}

/// Waits until the server is told to stop; for ever when nobody is left who could tell it.
async fn told(mut stop: watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        pending::<()>().await;
    }
}
