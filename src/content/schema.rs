//! The layout of the content as JSON Schemas, so that editors complete and warn while one types.
//!
//! A schema knows what a file alone can tell: keys, types, words and notations. Links, order and geometry are left to `check`.

use super::form::{Form, Key, Presence, TableForm};
use super::layout::files;
use atlas_model::{ArticleRef, Lang};
use serde_json::{Map, Value, json};

/// The schema of a sort of file.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema {
    /// Its name, without extension.
    pub name: &'static str,
    /// The files it is for, as a glob below the content folder.
    pub files: &'static str,
    /// The schema, of draft 7, which the editors know.
    pub schema: Value,
}

/// The schemas of all files that curators write.
pub fn schemas() -> Vec<Schema> {
    let schema = |table: &'static TableForm| {
        let mut definitions = Map::new();
        let mut schema = table_schema(table, &mut definitions);
        schema.insert("$schema".into(), "http://json-schema.org/draft-07/schema#".into());
        schema.insert("title".into(), table.name.into());
        schema.insert("definitions".into(), definitions.into());
        Value::Object(schema)
    };
    files().into_iter().map(|file| Schema { name: file.name, files: file.files, schema: schema(file.table) }).collect()
}

/// A table; what it refers to is added to the definitions.
fn table_schema(table: &'static TableForm, definitions: &mut Map<String, Value>) -> Map<String, Value> {
    let keys = table.keys.iter();
    let properties: Map<String, Value> =
        keys.clone().map(|key| (key.name.to_string(), key_schema(key, definitions))).collect();
    let is_required = |key: &&Key| matches!(key.presence, Presence::Required | Presence::RequiredByRule);
    let required: Vec<&str> = keys.clone().filter(is_required).map(|key| key.name).collect();
    let mut schema = Map::new();
    schema.insert("type".into(), "object".into());
    schema.insert("properties".into(), properties.into());
    schema.insert("required".into(), required.into());
    schema.insert("additionalProperties".into(), false.into());
    if let Some(key) = keys.clone().find(|key| key.presence == Presence::UnlessUnverified) {
        let marked = json!({ "properties": { "confidence": { "const": "unverified" } }, "required": ["confidence"] });
        schema.insert("anyOf".into(), json!([{ "required": [key.name] }, marked]));
    }
    schema
}

fn key_schema(key: &Key, definitions: &mut Map<String, Value>) -> Value {
    let mut schema = match form_schema(key.form, definitions) {
        Value::Object(schema) if !schema.contains_key("$ref") => schema,
        // Beside a reference nothing counts.
        reference => Map::from_iter([("allOf".to_string(), json!([reference]))]),
    };
    schema.insert("description".into(), key.about.into());
    schema.into()
}

fn form_schema(form: Form, definitions: &mut Map<String, Value>) -> Value {
    match form {
        Form::Plain => json!({ "type": "string" }),
        Form::Filled => text(r"\S"),
        Form::Number => json!({ "type": "number" }),
        Form::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Form::ArticleNumber => json!({ "type": "integer", "minimum": 0, "maximum": ArticleRef::LAST }),
        Form::Word(words) => json!({ "type": "string", "enum": words() }),
        Form::Date => text(r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"),
        Form::Article => text(r"^\d{1,2}(\.[1-9]\d?|-\d{1,2})?$"),
        Form::Paragraphs => text(r"^[1-9]\d*(-[1-9]\d*)?$"),
        Form::Target => text(r"^((place|claim|source):.+|article:\d+)$"),
        Form::Url => text(r"^https?://\S+$"),
        Form::Language => text(r"^[a-z]{2,3}(-.*)?$"),
        Form::NewId(_) | Form::Id(..) => text("^[a-z0-9]+(-[a-z0-9]+)*$"),
        Form::BasemapArea => text(r"^(country:[A-Z]{3}|(province|sea|lake):\S(.*\S)?)$"),
        Form::Text => defined("text", definitions, |_| in_languages(&[Lang::En])),
        Form::Name => defined("name", definitions, |_| in_languages(&Lang::ALL)),
        Form::Offered => defined("offered-text", definitions, |_| in_languages(&Lang::INTERFACE)),
        Form::View => json!({ "type": "array", "items": { "type": "number" }, "minItems": 3, "maxItems": 3 }),
        Form::Numbers(list) => {
            let (least, most) = list.count;
            json!({ "type": "array", "items": { "type": "number" }, "minItems": least, "maxItems": most })
        }
        Form::Coordinates => json!({ "type": "array", "items": { "type": ["number", "array"] }, "minItems": 1 }),
        Form::List(item) => json!({ "type": "array", "items": form_schema(*item, definitions) }),
        Form::Links(item) => json!({ "type": "array", "items": form_schema(*item, definitions), "uniqueItems": true }),
        Form::Table(table) => defined(table.name, definitions, |definitions| table_schema(table, definitions).into()),
        Form::TableOrNull(table) => {
            json!({ "anyOf": [{ "type": "null" }, form_schema(Form::Table(table), definitions)] })
        }
    }
}

/// A reference to a definition, which is made the first time.
fn defined(
    name: &str,
    definitions: &mut Map<String, Value>,
    define: impl FnOnce(&mut Map<String, Value>) -> Value,
) -> Value {
    let name = name.replace(' ', "-");
    if !definitions.contains_key(&name) {
        let definition = define(definitions);
        definitions.insert(name.clone(), definition);
    }
    json!({ "$ref": format!("#/definitions/{name}") })
}

fn text(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// A text by language, of which some are needed.
fn in_languages(needed: &[Lang]) -> Value {
    let needed: Vec<&str> = needed.iter().map(|lang| lang.code()).collect();
    let language = |lang: Lang| (lang.code().to_string(), json!({ "type": "string", "pattern": r"\S" }));
    let languages: Map<String, Value> = Lang::ALL.into_iter().map(language).collect();
    json!({ "type": "object", "properties": languages, "required": needed, "additionalProperties": false })
}
