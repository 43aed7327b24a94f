//! Serves a site: a folder that was written, a draft, or files in memory.

use super::answer::{Answer, Ask, answer, plain};
use super::files::Shelf;
use super::parallel::STACK;
use super::watch::Reload;
use super::{Error, Result};
use std::io::{Cursor, ErrorKind};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use tiny_http::{Header, Method, Request, Response};

/// More than browsers open at once, so that a client that stops reading does not stop the others.
const WORKERS: usize = 16;

/// A server on the loopback address; it answers as soon as it is [started](Server::start).
pub struct Server {
    http: tiny_http::Server,
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
        let http = tiny_http::Server::from_listener(listener, None).map_err(|why| Error::Listen(why.to_string()))?;
        Ok(Server { http, address })
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
        let http = Arc::new(self.http);
        for index in 0..WORKERS {
            let (http, site) = (http.clone(), site.clone());
            let work = move || {
                while let Ok(request) = http.recv() {
                    handle(&site, request);
                }
            };
            match thread::Builder::new().stack_size(STACK).spawn(work) {
                Err(why) if index == 0 => return Err(Error::Listen(why.to_string())),
                _ => {}
            }
        }
        Ok(())
    }
}

fn handle(site: &Site, request: Request) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        let mut refusal = plain(405, "This server only gives.\n");
        refusal.headers.push(("Allow", "GET, HEAD".into()));
        return send(request, refusal);
    }
    if let Some(reload) = &site.reload
        && Reload::concerns(request.url())
    {
        return reload.take(request);
    }
    let answer = answer(
        &*site.shelf(),
        &Ask {
            target: request.url(),
            accept_encoding: header(&request, "Accept-Encoding"),
            if_none_match: header(&request, "If-None-Match"),
        },
    );
    send(request, answer);
}

fn header<'a>(request: &'a Request, name: &'static str) -> &'a str {
    request.headers().iter().find(|header| header.field.equiv(name)).map_or("", |header| header.value.as_str())
}

/// Sends an answer. The client may be gone: that is its right and no failure of ours.
pub(super) fn send(request: Request, answer: Answer) {
    let length = answer.body.len();
    let headers = answer.headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, value.as_str()).ok());
    let response = Response::new(answer.status.into(), headers.collect(), Cursor::new(answer.body), Some(length), None);
    let _ = request.respond(response.with_chunked_threshold(usize::MAX));
}
