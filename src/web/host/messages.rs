//! Messages as JavaScript values, and the way they take.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::Window;

/// Numbers as an array of the host's.
pub(super) fn array(numbers: &[f64]) -> JsValue {
    numbers.iter().map(|number| JsValue::from_f64(*number)).collect::<Array>().into()
}

/// An object with these fields.
pub(super) fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A fresh object takes every field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

/// A message of the atlas: its kind and what it says.
pub(super) fn message_of(kind: &str, says: &[(&str, JsValue)]) -> Object {
    Object::assign(&object(&[("atlas", 1.into()), ("type", kind.into())]), &object(says))
}

pub(super) fn post(to: &Window, message: &Object) {
    // What is told is no secret, and a sandboxed host has no origin to name.
    let _ = to.post_message(message, "*");
}
