use serde::{Serialize, Deserialize};
///A primitive that is referred to.
#[derive(Debug, Clone, Serialize, Deserialize, Default)]
pub struct Primitive(pub String);