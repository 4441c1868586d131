//! What the device says: for whom, whether somebody was there and proved it, how often the key was used (WebAuthn, 6.1).

use sha2::{Digest, Sha256};

/// The head of it.
pub(super) struct Authenticator {
    host_hash: [u8; 32],
    flags: u8,
    /// How often the key was used; 0 where the device does not count.
    pub(super) uses: u32,
}

/// Somebody touched the device.
const PRESENT: u8 = 1;
/// Somebody proved to the device that they are its owner.
const VERIFIED: u8 = 1 << 2;
/// A new key follows.
const KEY: u8 = 1 << 6;
/// Bytes of the head.
const HEAD: usize = 37;

impl Authenticator {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, &'static str> {
        let head = bytes.get(..HEAD).ok_or("the device's data are cut off")?;
        let mut host_hash = [0; 32];
        host_hash.copy_from_slice(&head[..32]);
        Ok(Self { host_hash, flags: head[32], uses: u32::from_be_bytes([head[33], head[34], head[35], head[36]]) })
    }

    /// Whether it is for this host, and somebody proved to the device that it is theirs.
    pub(super) fn holds(&self, host: &str) -> Result<(), &'static str> {
        if self.host_hash.as_slice() != Sha256::digest(host.as_bytes()).as_slice() {
            return Err("it is for another host");
        }
        let both = PRESENT | VERIFIED;
        if self.flags & both == both { Ok(()) } else { Err("nobody proved to the device that it is theirs") }
    }

    /// What the device calls the new key, and what follows.
    pub(super) fn credential<'a>(&self, bytes: &'a [u8]) -> Result<(&'a [u8], &'a [u8]), &'static str> {
        let cut = "the new key is cut off";
        if self.flags & KEY == 0 {
            return Err("no new key came");
        }
        let length = bytes.get(HEAD + 16..HEAD + 18).ok_or(cut)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        if !(1..=1023).contains(&length) {
            return Err("the key's name is too long");
        }
        let rest = bytes.get(HEAD + 18..).ok_or(cut)?;
        Ok((rest.get(..length).ok_or(cut)?, rest.get(length..).ok_or(cut)?))
    }
}
