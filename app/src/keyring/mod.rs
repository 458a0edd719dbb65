//! The desktop's keyring, by the Secret Service of the session bus: keeps one random key that opens a vault, for as long
//! as the person wants that. What the key opens, and whether to ask, is the engine's affair.
//!
//! A client of our own, since the session bus is spoken here anyway; a library for this would bring a second AES and big
//! numbers for hiding secrets from a bus that only this person's programs are on. Every call ends: where nothing answers
//! within a moment there is no keyring, and where the desktop asks the person to unlock it, they have a minute.

use std::collections::HashMap;
use std::future::Future;
use std::pin::pin;
use std::time::Duration;

use crypto::secret::Passphrase;
use serde::{Deserialize, Serialize};
use zbus::export::futures_core::Stream as _;
use zbus::fdo::DBusProxy;
use zbus::zvariant::{ObjectPath, OwnedObjectPath, OwnedValue, Type, Value};
use zbus::{Connection, Proxy};
use zeroize::Zeroize;

const BUS: &str = "org.freedesktop.secrets";
const PLACE: &str = "/org/freedesktop/secrets";
const SERVICE: &str = "org.freedesktop.Secret.Service";
const COLLECTION: &str = "org.freedesktop.Secret.Collection";
const ITEM: &str = "org.freedesktop.Secret.Item";
const PROMPT: &str = "org.freedesktop.Secret.Prompt";
/// What the entry is called in the desktop's own list of passwords.
const LABEL: &str = "Hearth";

/// How long the bus may take to say whether there is a keyring.
const MOMENT: Duration = Duration::from_secs(3);
/// How long the person may take to unlock it.
const PATIENCE: Duration = Duration::from_secs(60);

/// Why the keyring did not do it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// This desktop has none, or it does not answer.
    #[error("No keyring answers")]
    Absent,
    /// It is locked, and was not unlocked when the person was asked.
    #[error("The keyring is locked")]
    Locked,
    /// It holds no such key.
    #[error("The key is not in the keyring")]
    Missing,
}

impl From<zbus::Error> for Error {
    fn from(error: zbus::Error) -> Self {
        tracing::debug!(%error, "The keyring refused");
        match error {
            zbus::Error::MethodError(name, ..) if name.ends_with("IsLocked") => Self::Locked,
            _ => Self::Absent,
        }
    }
}

type Result<T> = std::result::Result<T, Error>;

/// Whether this desktop has a keyring, as far as its bus tells: none is started for the question.
#[must_use]
pub fn is_here() -> bool {
    finish(MOMENT, async {
        let connection = Connection::session().await?;
        let bus = DBusProxy::new(&connection).await?;
        let running = bus.list_names().await.map_err(zbus::Error::from)?;
        let startable = bus.list_activatable_names().await.map_err(zbus::Error::from)?;
        Ok(running.iter().chain(&startable).any(|name| name.as_str() == BUS))
    })
    .unwrap_or(false)
}

/// Puts a key under a name that tells nothing.
pub fn keep(name: &str, key: &Passphrase) -> Result<()> {
    finish(PATIENCE, async { Ring::reach().await?.keep(name, key).await })
}

/// The key of that name.
pub fn fetch(name: &str) -> Result<Passphrase> {
    finish(PATIENCE, async { Ring::reach().await?.fetch(name).await })
}

/// Takes the key of that name out; well where it is not in there.
pub fn forget(name: &str) -> Result<()> {
    finish(MOMENT, async { Ring::reach().await?.forget(name).await })
}

fn finish<T>(limit: Duration, work: impl Future<Output = Result<T>>) -> Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().map_err(|_| Error::Absent)?;
    runtime.block_on(async { tokio::time::timeout(limit, work).await.unwrap_or(Err(Error::Absent)) })
}

/// A secret as the bus carries it.
#[derive(Serialize, Deserialize, Type)]
struct Carried {
    session: OwnedObjectPath,
    parameters: Vec<u8>,
    value: Vec<u8>,
    content_type: String,
}

impl Drop for Carried {
    fn drop(&mut self) {
        self.value.zeroize();
    }
}

/// The keyring, spoken to over one connection.
struct Ring {
    connection: Connection,
    session: OwnedObjectPath,
}

impl Ring {
    async fn reach() -> Result<Self> {
        let connection = Connection::session().await?;
        let opened = async {
            let service = Proxy::new(&connection, BUS, PLACE, SERVICE).await?;
            service.call("OpenSession", &("plain", Value::from(""))).await
        };
        let opened: zbus::Result<(OwnedValue, OwnedObjectPath)> =
            tokio::time::timeout(MOMENT, opened).await.map_err(|_| Error::Absent)?;
        let (_, session) = opened?;
        Ok(Self { connection, session })
    }

    async fn at<'a>(&self, path: &'a ObjectPath<'_>, interface: &'static str) -> Result<Proxy<'a>> {
        Ok(Proxy::new(&self.connection, BUS, path.to_owned(), interface).await?)
    }

    async fn service(&self) -> Result<Proxy<'_>> {
        Ok(Proxy::new(&self.connection, BUS, PLACE, SERVICE).await?)
    }

    async fn keep(&self, name: &str, key: &Passphrase) -> Result<()> {
        let service = self.service().await?;
        let collection: OwnedObjectPath = service.call("ReadAlias", &("default",)).await?;
        if collection.as_str() == "/" {
            return Err(Error::Absent);
        }
        self.unlock(&collection).await?;
        let properties: HashMap<String, Value<'_>> = HashMap::from([
            (format!("{ITEM}.Label"), Value::from(LABEL)),
            (format!("{ITEM}.Attributes"), Value::from(attributes(name))),
        ]);
        let secret = Carried {
            session: self.session.clone(),
            parameters: Vec::new(),
            value: key.expose().as_bytes().to_vec(),
            content_type: "text/plain".into(),
        };
        let at = self.at(&collection, COLLECTION).await?;
        let (_, prompt): (OwnedObjectPath, OwnedObjectPath) =
            at.call("CreateItem", &(properties, &secret, true)).await?;
        self.ask(&prompt).await
    }

    async fn fetch(&self, name: &str) -> Result<Passphrase> {
        let item = self.find(name).await?.ok_or(Error::Missing)?;
        self.unlock(&item).await?;
        let (secret,): (Carried,) = self.at(&item, ITEM).await?.call("GetSecret", &(&self.session,)).await?;
        std::str::from_utf8(&secret.value).map(|key| Passphrase::new(key.to_owned())).map_err(|_| Error::Missing)
    }

    async fn forget(&self, name: &str) -> Result<()> {
        while let Some(item) = self.find(name).await? {
            let prompt: OwnedObjectPath = self.at(&item, ITEM).await?.call("Delete", &()).await?;
            self.ask(&prompt).await?;
        }
        Ok(())
    }

    async fn find(&self, name: &str) -> Result<Option<OwnedObjectPath>> {
        let found = self.service().await?.call("SearchItems", &(attributes(name),)).await?;
        let (open, locked): (Vec<OwnedObjectPath>, Vec<OwnedObjectPath>) = found;
        Ok(open.into_iter().chain(locked).next())
    }

    /// Unlocks an item or a collection; the desktop may ask the person.
    async fn unlock(&self, what: &OwnedObjectPath) -> Result<()> {
        let (_, prompt): (Vec<OwnedObjectPath>, OwnedObjectPath) =
            self.service().await?.call("Unlock", &(vec![what],)).await?;
        self.ask(&prompt).await
    }

    /// Lets the desktop ask, where it wants to.
    async fn ask(&self, prompt: &OwnedObjectPath) -> Result<()> {
        if prompt.as_str() == "/" {
            return Ok(());
        }
        let at = self.at(prompt, PROMPT).await?;
        // Listened to before it is shown, so that no answer is missed.
        let mut answers = pin!(at.receive_signal("Completed").await?);
        let () = at.call("Prompt", &("",)).await?;
        let answer = std::future::poll_fn(|cx| answers.as_mut().poll_next(cx)).await.ok_or(Error::Locked)?;
        let (dismissed, _): (bool, OwnedValue) = answer.body().deserialize()?;
        if dismissed { Err(Error::Locked) } else { Ok(()) }
    }
}

/// What an item is found by; the keyring keeps it in clear.
fn attributes(name: &str) -> HashMap<&'static str, String> {
    HashMap::from([("application", "hearth".to_owned()), ("vault", name.to_owned())])
}

#[cfg(test)]
#[path = "keyring_tests.rs"]
mod tests;
