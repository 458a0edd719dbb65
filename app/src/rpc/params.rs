//! Strict reading of parameters: every field is named here, an unknown or ill-typed one is refused by its name.

use std::path::PathBuf;
use std::str::FromStr;

use crypto::secret::{Passphrase, Personal};
use serde_json::{Map, Value};

use crate::engine::fault::{Code, Fault};

/// The parameters of one call. What is not taken by [`Params::finish`] was not asked for, and is refused.
pub struct Params(Map<String, Value>);

impl Params {
    /// Reads the `params` member; absent is the same as `{}`.
    pub fn new(value: Option<Value>) -> Result<Self, Fault> {
        match value {
            None => Ok(Self(Map::new())),
            Some(Value::Object(map)) => Ok(Self(map)),
            Some(_) => Err(Fault::because(Code::InvalidParams, "params must be an object")),
        }
    }

    /// An absent field and an explicit `null` mean the same.
    fn take(&mut self, name: &'static str) -> Option<Value> {
        self.0.remove(name).filter(|value| !value.is_null())
    }

    /// A text that may be absent.
    pub fn opt_string(&mut self, name: &'static str) -> Result<Option<String>, Fault> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(Fault::because(Code::InvalidParams, name)),
        }
    }

    /// A text.
    pub fn string(&mut self, name: &'static str) -> Result<String, Fault> {
        self.opt_string(name)?.ok_or(Fault::because(Code::InvalidParams, name))
    }

    /// An invite: a link, or its words as one text or line by line.
    pub fn invite(&mut self, name: &'static str) -> Result<String, Fault> {
        match self.take(name) {
            Some(Value::String(text)) => Ok(text),
            Some(Value::Array(lines)) => {
                let lines: Option<Vec<&str>> = lines.iter().map(Value::as_str).collect();
                Ok(lines.ok_or(Fault::because(Code::InvalidParams, name))?.join("\n"))
            }
            _ => Err(Fault::because(Code::InvalidParams, name)),
        }
    }

    /// A person's text.
    pub fn personal(&mut self, name: &'static str) -> Result<Personal, Fault> {
        self.string(name).map(Personal::from)
    }

    /// A person's text that may be absent.
    pub fn opt_personal(&mut self, name: &'static str) -> Result<Option<Personal>, Fault> {
        Ok(self.opt_string(name)?.map(Personal::from))
    }

    /// A passphrase.
    pub fn passphrase(&mut self, name: &'static str) -> Result<Passphrase, Fault> {
        self.string(name).map(Passphrase::new)
    }

    /// A passphrase that may be absent.
    pub fn opt_passphrase(&mut self, name: &'static str) -> Result<Option<Passphrase>, Fault> {
        Ok(self.opt_string(name)?.map(Passphrase::new))
    }

    /// A path on this machine.
    pub fn path(&mut self, name: &'static str) -> Result<PathBuf, Fault> {
        let text = self.string(name)?;
        if text.is_empty() || text.contains('\0') {
            return Err(Fault::because(Code::InvalidParams, name));
        }
        Ok(PathBuf::from(text))
    }

    /// An id: 32 lowercase hex digits.
    pub fn id<T: FromStr>(&mut self, name: &'static str) -> Result<T, Fault> {
        self.opt_id(name)?.ok_or(Fault::because(Code::InvalidParams, name))
    }

    /// An id that may be absent.
    pub fn opt_id<T: FromStr>(&mut self, name: &'static str) -> Result<Option<T>, Fault> {
        match self.opt_string(name)? {
            None => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| Fault::because(Code::InvalidParams, name)),
        }
    }

    /// A whole number that may be absent.
    pub fn opt_u64(&mut self, name: &'static str) -> Result<Option<u64>, Fault> {
        match self.take(name) {
            None => Ok(None),
            Some(value) => value.as_u64().map(Some).ok_or(Fault::because(Code::InvalidParams, name)),
        }
    }

    /// Yes or no, where it may be absent.
    pub fn opt_flag(&mut self, name: &'static str) -> Result<Option<bool>, Fault> {
        match self.take(name) {
            None => Ok(None),
            Some(value) => value.as_bool().map(Some).ok_or(Fault::because(Code::InvalidParams, name)),
        }
    }

    /// Yes or no.
    pub fn flag(&mut self, name: &'static str) -> Result<bool, Fault> {
        self.opt_flag(name)?.ok_or(Fault::because(Code::InvalidParams, name))
    }

    /// One of a few words.
    pub fn word<T>(&mut self, name: &'static str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, Fault> {
        let text = self.string(name)?;
        read(&text).ok_or(Fault::because(Code::InvalidParams, name))
    }

    /// A structure that reads itself strictly.
    pub fn object<T: serde::de::DeserializeOwned>(&mut self, name: &'static str) -> Result<T, Fault> {
        self.opt_object(name)?.ok_or(Fault::because(Code::InvalidParams, name))
    }

    /// The same where it may be absent.
    pub fn opt_object<T: serde::de::DeserializeOwned>(&mut self, name: &'static str) -> Result<Option<T>, Fault> {
        // The reason would quote the input, and a fault never carries content.
        let read = self.take(name).map(serde_json::from_value).transpose();
        read.map_err(|_| Fault::because(Code::InvalidParams, name))
    }

    /// Refuses whatever was not asked for.
    pub fn finish(self) -> Result<(), Fault> {
        if self.0.is_empty() { Ok(()) } else { Err(Fault::because(Code::InvalidParams, "an unknown parameter")) }
    }
}
