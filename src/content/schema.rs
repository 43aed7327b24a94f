//! The layout of the content as JSON Schemas, so that editors complete and warn while one types.
//!
//! A schema knows what a file alone can tell: keys, types, words and notations. Links, order and geometry are left to `check`.

use super::form::{Form, KeyForm, Presence, TableForm};
use super::layout::files;
use super::vocabulary::Vocabulary;
use atlas_model::{Lang, Language};
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

/// The schemas of all files that curators of an atlas with this vocabulary write.
pub fn schemas(vocabulary: &Vocabulary) -> Vec<Schema> {
    let schema = |table: &'static TableForm| {
        let mut maker = Maker { vocabulary, definitions: Map::new() };
        let mut schema = maker.table(table);
        schema.insert("$schema".into(), "http://json-schema.org/draft-07/schema#".into());
        schema.insert("title".into(), table.name.into());
        schema.insert("definitions".into(), maker.definitions.into());
        Value::Object(schema)
    };
    files().into_iter().map(|file| Schema { name: file.name, files: file.files, schema: schema(file.table) }).collect()
}

/// Makes the schema of a file.
struct Maker<'a> {
    vocabulary: &'a Vocabulary,
    /// What tables and texts refer to.
    definitions: Map<String, Value>,
}

impl Maker<'_> {
    /// A table; what it refers to is added to the definitions.
    fn table(&mut self, table: &'static TableForm) -> Map<String, Value> {
        let keys = table.keys.iter();
        let properties: Map<String, Value> = keys.clone().map(|key| (key.name.to_string(), self.key(key))).collect();
        let is_required = |key: &&KeyForm| matches!(key.presence, Presence::Required | Presence::RequiredByRule);
        let required: Vec<&str> = keys.clone().filter(is_required).map(|key| key.name).collect();
        let mut schema = Map::new();
        schema.insert("type".into(), "object".into());
        schema.insert("properties".into(), properties.into());
        schema.insert("required".into(), required.into());
        schema.insert("additionalProperties".into(), false.into());
        if let Some(key) = keys.clone().find(|key| key.presence == Presence::UnlessUnverified) {
            let marked =
                json!({ "properties": { "confidence": { "const": "unverified" } }, "required": ["confidence"] });
            schema.insert("anyOf".into(), json!([{ "required": [key.name] }, marked]));
        }
        schema
    }

    fn key(&mut self, key: &KeyForm) -> Value {
        let mut schema = match self.form(key.form) {
            Value::Object(schema) if !schema.contains_key("$ref") => schema,
            // Beside a reference nothing counts.
            reference => Map::from_iter([("allOf".to_string(), json!([reference]))]),
        };
        schema.insert("description".into(), key.about.into());
        schema.into()
    }

    fn form(&mut self, form: Form) -> Value {
        match form {
            Form::Plain => json!({ "type": "string" }),
            Form::Filled => text(r"\S"),
            Form::Number => json!({ "type": "number" }),
            Form::Whole(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
            Form::ArticleNumber => {
                json!({ "type": "integer", "minimum": 0, "maximum": self.vocabulary.articles.unwrap_or(u8::MAX) })
            }
            Form::Word(words) => json!({ "type": "string", "enum": words() }),
            Form::Date => text(r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"),
            Form::Article => text(r"^\d{1,3}(\.[1-9]\d?|-\d{1,3})?$"),
            Form::Paragraphs => text(r"^[1-9]\d*(-[1-9]\d*)?$"),
            Form::Target => text(r"^((place|claim|source):.+|article:\d+)$"),
            Form::Url => text(r"^https?://\S+$"),
            Form::Language => text(r"^[a-z]{2,3}(-.*)?$"),
            Form::NewId(_) | Form::Id(..) => text("^[a-z0-9]+(-[a-z0-9]+)*$"),
            Form::BasemapArea => text(r"^(country:[A-Z]{3}|(province|sea|lake):\S(.*\S)?)$"),
            Form::LanguageCode => text("^[a-z]{2,3}$"),
            Form::Colour => text("^#[0-9a-fA-F]{6}$"),
            Form::Flag => json!({ "type": "boolean" }),
            Form::Layer => json!({ "type": "string", "enum": self.vocabulary.layers }),
            Form::Text => self.defined("text", |maker| maker.in_languages(&[Lang::ENGLISH])),
            Form::Name => {
                let all: Vec<Lang> = self.vocabulary.languages.iter().map(|language| language.code).collect();
                self.defined("name", |maker| maker.in_languages(&all))
            }
            Form::Offered => {
                let offered = self.vocabulary.offered();
                self.defined("offered-text", |maker| maker.in_languages(&offered))
            }
            Form::View => json!({ "type": "array", "items": { "type": "number" }, "minItems": 3, "maxItems": 3 }),
            Form::Numbers(list) => {
                let (least, most) = list.count;
                json!({ "type": "array", "items": { "type": "number" }, "minItems": least, "maxItems": most })
            }
            Form::Coordinates => json!({ "type": "array", "items": { "type": ["number", "array"] }, "minItems": 1 }),
            Form::List(item) => json!({ "type": "array", "items": self.form(*item) }),
            Form::Links(item) => json!({ "type": "array", "items": self.form(*item), "uniqueItems": true }),
            Form::Table(table) => self.defined(table.name, |maker| maker.table(table).into()),
            Form::TableOrNull(table) => {
                json!({ "anyOf": [{ "type": "null" }, self.form(Form::Table(table))] })
            }
        }
    }

    /// A reference to a definition, which is made the first time.
    fn defined(&mut self, name: &str, define: impl FnOnce(&mut Self) -> Value) -> Value {
        let name = name.replace(' ', "-");
        if !self.definitions.contains_key(&name) {
            let definition = define(self);
            self.definitions.insert(name.clone(), definition);
        }
        json!({ "$ref": format!("#/definitions/{name}") })
    }

    /// A text by language, of which some are needed.
    fn in_languages(&self, needed: &[Lang]) -> Value {
        let needed: Vec<&str> = needed.iter().map(|lang| lang.code()).collect();
        let language = |lang: &Language| (lang.code.code().to_string(), json!({ "type": "string", "pattern": r"\S" }));
        let languages: Map<String, Value> = self.vocabulary.languages.iter().map(language).collect();
        json!({ "type": "object", "properties": languages, "required": needed, "additionalProperties": false })
    }
}

fn text(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}
