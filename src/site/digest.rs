//! Short names for contents.

use sha2::{Digest, Sha256};

/// The first 16 hexadecimal digits of the SHA-256 of some content: the same content, the same name.
pub(crate) fn digest(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::digest;

    #[test]
    fn known_and_stable() {
        assert_eq!(digest(b""), "e3b0c44298fc1c14");
        assert_eq!(digest(b"atlas"), digest(b"atlas"));
        assert_ne!(digest(b"atlas"), digest(b"Atlas"));
    }
}
