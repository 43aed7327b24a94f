//! Serves a site that is held in memory: no request ever reaches the disk.

use super::answer::{Answer, Ask, answer, plain};
use super::files::Files;
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
#[derive(Default)]
pub struct Site {
    files: RwLock<Arc<Files>>,
    /// Tells open pages to reload, when files are watched.
    pub reload: Option<Reload>,
}

impl Site {
    /// A site; with `watched`, pages reload when it changes.
    pub fn new(files: Files, watched: bool) -> Site {
        Site { files: RwLock::new(files.into()), reload: watched.then(Reload::default) }
    }

    /// The files as they are now.
    pub fn files(&self) -> Arc<Files> {
        self.files.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Puts other files in their place and lets open pages reload.
    pub fn replace(&self, files: Files) {
        *self.files.write().unwrap_or_else(PoisonError::into_inner) = files.into();
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
    pub fn start(self, site: Arc<Site>) {
        let http = Arc::new(self.http);
        for _ in 0..WORKERS {
            let (http, site) = (http.clone(), site.clone());
            thread::spawn(move || {
                while let Ok(request) = http.recv() {
                    handle(&site, request);
                }
            });
        }
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
        &site.files(),
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
