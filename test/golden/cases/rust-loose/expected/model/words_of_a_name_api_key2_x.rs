use serde::{Serialize, Deserialize};
#[derive(Debug, Clone, Serialize, Deserialize, Default)]
pub struct WordsOfANameApiKey2X {
    #[serde(rename = "1st")]
    pub _1_st: String,
    #[serde(rename = "XMLHttp")]
    pub xml_http: String,
    #[serde(rename = "aBc")]
    pub a_bc: String,
    #[serde(rename = "address_line_1_check")]
    pub address_line1_check: String,
    #[serde(rename = "final")]
    pub final_: String,
    #[serde(rename = "last_4")]
    pub last4: String,
    pub line1: String,
    #[serde(rename = "loop")]
    pub loop_: String,
    #[serde(rename = "match")]
    pub match_: String,
    #[serde(rename = "ref")]
    pub ref_: String,
    #[serde(rename = "self")]
    pub self_: String,
    #[serde(rename = "type")]
    pub type_: String,
    #[serde(rename = "use")]
    pub use_: String,
    #[serde(rename = "with space")]
    pub with_space: String,
    #[serde(rename = "with-dash")]
    pub with_dash: String,
    #[serde(rename = "with.dot")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with_dot: Option<String>,
    #[serde(rename = "x_2_y_3")]
    pub x2_y_3: String,
}
impl std::fmt::Display for WordsOfANameApiKey2X {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> Result<(), std::fmt::Error> {
        write!(f, "{}", serde_json::to_string(self).unwrap())
    }
}