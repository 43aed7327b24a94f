//! Serves a site to the browsers of this machine: HTTP/1.1 on the loopback address.

use super::parallel::STACK;
pub use super::served::Site;
use super::{Error, Result, routes};
use axum::serve::ListenerExt;
use std::future::pending;
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;
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
