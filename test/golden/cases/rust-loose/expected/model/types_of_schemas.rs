use serde::{Serialize, Deserialize};
use super::{Descriptions, Options, TitledIDsList, Union2};
#[derive(Debug, Clone, Serialize, Deserialize, Default)]
pub struct TypesOfSchemas {
    ///Trimmed, on one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_of: Option<Descriptions>,
    pub map: serde_json::Value,
    ///Trimmed, on one line.
    pub object: Descriptions,
    pub objects: Vec<Options>,
    pub one_of: serde_json::Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<serde_json::Value>,
    ///A primitive that is referred to.
    pub primitive: String,
    pub titled: TitledIDsList,
    pub untitled: serde_json::Value,
    ///Any value.
    pub untyped: serde_json::Value,
    ///
    pub wrapped: Union2,
}
impl std::fmt::Display for TypesOfSchemas {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> Result<(), std::fmt::Error> {
        write!(f, "{}", serde_json::to_string(self).unwrap())
    }
}