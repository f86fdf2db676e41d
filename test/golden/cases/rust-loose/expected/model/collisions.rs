use serde::{Serialize, Deserialize};
#[derive(Debug, Clone, Serialize, Deserialize, Default)]
pub struct Collisions {
    #[serde(rename = "fooBar")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub foo_bar_2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub foo_bar: Option<String>,
}
impl std::fmt::Display for Collisions {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> Result<(), std::fmt::Error> {
        write!(f, "{}", serde_json::to_string(self).unwrap())
    }
}