//! One connection: requests in, answers out, until either side has had enough.

use super::answer::{Answer, plain};
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// Longer heads than any browser sends, bytes.
const LONGEST: usize = 32 * 1024;
/// Most headers in one head.
const MOST_HEADERS: usize = 100;
/// How long a silent client keeps its connection.
const PATIENCE: Duration = Duration::from_secs(75);

/// What of a request's head matters here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// `GET`, for example.
    pub method: String,
    /// The target of the request line.
    pub target: String,
    /// The header `Accept-Encoding`.
    pub accept_encoding: String,
    /// The header `If-None-Match`.
    pub if_none_match: String,
    /// The client wants to go on after this answer, and sends nothing that would have to be read first.
    pub goes_on: bool,
}

/// Answers what a client asks, one after the other. A client that is gone or babbles ends it: that is its right.
pub fn hold(mut stream: TcpStream, answer: impl Fn(&Head) -> Answer) {
    let _ = converse(&mut stream, answer);
}

fn converse(stream: &mut TcpStream, answer: impl Fn(&Head) -> Answer) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut unread = Vec::new();
    loop {
        let head = match next(stream, &mut unread)? {
            Next::Head(head) => head,
            Next::Silence => return Ok(()),
            Next::Babble => return send(stream, &plain(400, "This is no request.\n"), &Head::default()),
        };
        send(stream, &answer(&head), &head)?;
        if !head.goes_on {
            return Ok(());
        }
    }
}

enum Next {
    Head(Head),
    /// The client has ended the conversation.
    Silence,
    /// What it says is no request.
    Babble,
}

/// Reads up to the end of the next head; what comes after it stays in `unread`.
fn next(stream: &mut TcpStream, unread: &mut Vec<u8>) -> io::Result<Next> {
    loop {
        match parse(unread) {
            Ok(Some((head, length))) => {
                unread.drain(..length);
                return Ok(Next::Head(head));
            }
            Ok(None) if unread.len() <= LONGEST => {}
            _ => return Ok(Next::Babble),
        }
        let mut more = [0; 4096];
        match stream.read(&mut more)? {
            0 => return Ok(Next::Silence),
            count => unread.extend_from_slice(&more[..count]),
        }
    }
}

/// The head at the start of some bytes and its length; `None` when its end is not there yet.
fn parse(bytes: &[u8]) -> Result<Option<(Head, usize)>, httparse::Error> {
    let mut headers = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    let httparse::Status::Complete(length) = request.parse(bytes)? else { return Ok(None) };
    let value = |name: &str| {
        let header = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        header.map(|header| String::from_utf8_lossy(header.value).into_owned()).unwrap_or_default()
    };
    let has_body = !matches!(value("Content-Length").trim(), "" | "0") || !value("Transfer-Encoding").is_empty();
    let closes = request.version == Some(0) || value("Connection").to_ascii_lowercase().contains("close");
    let head = Head {
        method: request.method.unwrap_or_default().to_owned(),
        target: request.path.unwrap_or_default().to_owned(),
        accept_encoding: value("Accept-Encoding"),
        if_none_match: value("If-None-Match"),
        goes_on: !has_body && !closes,
    };
    Ok(Some((head, length)))
}

fn send(stream: &mut TcpStream, answer: &Answer, head: &Head) -> io::Result<()> {
    let mut text = format!("HTTP/1.1 {} \r\n", answer.status);
    for (name, value) in &answer.headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    let connection = if head.goes_on { "keep-alive" } else { "close" };
    text.push_str(&format!("Content-Length: {}\r\nConnection: {connection}\r\n\r\n", answer.body.len()));
    let mut bytes = text.into_bytes();
    // One write, so that head and body leave together.
    if head.method != "HEAD" && answer.status != 304 {
        bytes.extend_from_slice(&answer.body);
    }
    stream.write_all(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read_as_far_as_they_have_come() {
        let request = b"GET /a?b HTTP/1.1\r\nAccept-Encoding: br\r\nif-none-match: \"x\"\r\n\r\nGET /";
        assert_eq!(parse(&request[..30]), Ok(None));
        let (head, length) = parse(request).expect("sound").expect("whole");
        assert_eq!((head.method.as_str(), head.target.as_str(), head.goes_on), ("GET", "/a?b", true));
        assert_eq!((head.accept_encoding.as_str(), head.if_none_match.as_str()), ("br", "\"x\""));
        assert_eq!(&request[length..], b"GET /");
    }

    #[test]
    fn what_has_a_body_or_is_old_ends_with_its_answer() {
        for request in [
            "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n",
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        ] {
            assert!(!parse(request.as_bytes()).expect("sound").expect("whole").0.goes_on, "{request}");
        }
        assert!(parse(b"\x16\x03\x01 tls\r\n\r\n").is_err());
    }
}
