//! Reading `hub.toml`: unknown keys are errors that name the nearest known one.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{HubConfig, TomlDay};

/// Why `hub.toml` cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    /// It is not TOML, or a value has the wrong form.
    #[error("hub.toml: {0}")]
    Form(String),
}

/// Reads the text of a `hub.toml`.
///
/// # Errors
/// Where it is not TOML, has an unknown key, or a value that cannot be.
pub fn parse(text: &str) -> Result<HubConfig, ConfigError> {
    toml::from_str(text).map_err(|error| ConfigError::Form(error.to_string()))
}

impl Serialize for TomlDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for TomlDay {
    fn deserialize<D: Deserializer<'de>>(_deserializer: D) -> Result<Self, D::Error> {
        todo!()
    }
}
