use serde::{Serialize, Deserialize};
use super::Descriptions;
#[derive(Debug, Clone, Serialize, Deserialize, Default)]
pub struct TitledIDsList {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Vec<Descriptions>>,
}
impl std::fmt::Display for TitledIDsList {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> Result<(), std::fmt::Error> {
        write!(f, "{}", serde_json::to_string(self).unwrap())
    }
}