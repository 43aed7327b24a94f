//! Serves a site: a folder that was written, a draft, or files in memory. HTTP/1.1 on the loopback address, with a thread
//! for each connection: a few browsers on this machine open no more than they hold open.

use super::answer::{Answer, Ask, answer, plain};
use super::conversation::{self, Head};
use super::files::Shelf;
use super::parallel::STACK;
use super::watch::Reload;
use super::{Error, Result};
use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

/// A server on the loopback address; it answers as soon as it is [started](Server::start).
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

/// What a running server answers from.
pub struct Site {
    shelf: RwLock<Arc<dyn Shelf>>,
    /// Tells open pages to reload, when files are watched.
    pub reload: Option<Reload>,
}

impl Site {
    /// A site; with `watched`, pages reload when it changes.
    pub fn new(shelf: impl Shelf + 'static, watched: bool) -> Site {
        Site { shelf: RwLock::new(Arc::new(shelf)), reload: watched.then(Reload::default) }
    }

    /// What is served now.
    fn shelf(&self) -> Arc<dyn Shelf> {
        self.shelf.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Serves something else from now on and lets open pages reload.
    pub fn replace(&self, shelf: impl Shelf + 'static) {
        *self.shelf.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(shelf);
        if let Some(reload) = &self.reload {
            reload.announce();
        }
    }
}

impl Server {
    /// Takes a port; 0 takes any that is free.
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

    /// Answers from now on, on threads of its own, until the program ends.
    ///
    /// # Errors
    /// When the system gives no thread at all.
    pub fn start(self, site: Arc<Site>) -> Result<()> {
        let accept = move || {
            for stream in self.listener.incoming().flatten() {
                let site = site.clone();
                let talk = move || conversation::hold(stream, |head| handle(&site, head));
                // Without a thread the connection is dropped, and the client tries again.
                let _ = thread::Builder::new().stack_size(STACK).spawn(talk);
            }
        };
        thread::Builder::new().spawn(accept).map_err(|why| Error::Listen(why.to_string()))?;
        Ok(())
    }
}

fn handle(site: &Site, head: &Head) -> Answer {
    if !matches!(head.method.as_str(), "GET" | "HEAD") {
        let mut refusal = plain(405, "This server only gives.\n");
        refusal.headers.push(("Allow", "GET, HEAD".into()));
        return refusal;
    }
    if let Some(reload) = &site.reload
        && Reload::concerns(&head.target)
    {
        return reload.answer(&head.target);
    }
    let ask = Ask { target: &head.target, accept_encoding: &head.accept_encoding, if_none_match: &head.if_none_match };
    answer(&*site.shelf(), &ask)
}
