//! One breach of every rule, and the exact sentence that a curator reads about it.

/// A change to the good atlas, and what `check` says about it.
pub(crate) struct Breach {
    /// What is wrong, for whoever reads a failing test.
    pub what: &'static str,
    /// The file that is changed.
    pub file: &'static str,
    /// The snippet that is replaced, at its first occurrence.
    pub old: &'static str,
    /// What stands there instead.
    pub new: &'static str,
    /// The problems, all of them, in order.
    pub says: &'static [&'static str],
}

/// The breaches, in the order of the rules.
#[rustfmt::skip]
pub(crate) const BREACHES: &[Breach] = &[
    Breach {
        what: "the atlas: an opening view from east to west",
        file: "atlas.toml",
        old: "opening = [30.3, 18.9, 72.9, 59.9]",
        new: "opening = [72.9, 18.9, 30.3, 59.9]",
        says: &[
            "geodata/atlas.toml:57:11: [bad-number] “opening” of the atlas has not the numbers that belong there. Write [west, south, east, north], in degrees.",
        ],
    },
    Breach {
        what: "the atlas: an inset without a width",
        file: "atlas.toml",
        old: "size = [640, 530]",
        new: "size = [530]",
        says: &[
            "geodata/atlas.toml:78:8: [bad-number] “size” of the atlas has not the numbers that belong there. Write [width, height], in kilometres.",
        ],
    },
    Breach {
        what: "names of the ground: a spine of two places",
        file: "labels.toml",
        old: ", [52.3, 39.2]]",
        new: "]",
        says: &[
            "geodata/labels.toml:14:10: [bad-number] “points” of water “caspian-sea” has not the numbers that belong there. Write three places: [[longitude, latitude], …].",
        ],
    },
    Breach {
        what: "names of the ground: one language",
        file: "labels.toml",
        old: "{ en = \"Volga\", fa = \"ولگا\" }",
        new: "{ en = \"Volga\" }",
        says: &[
            "geodata/labels.toml:17:8: [missing-translation] “name” of the river is not given in “fa”. Add it: the atlas is offered in en, fa.",
        ],
    },
    Breach {
        what: "about the atlas: a text without a heading",
        file: "about/en.md",
        old: "## How to read it\n\n",
        new: "",
        says: &[
            "geodata/about/en.md:1:1: [syntax] The file begins with a text that has no heading. Write a heading above it: ## How to read it.",
        ],
    },
    Breach {
        what: "words of the interface: one missing, one unknown",
        file: "strings/en.toml",
        old: "zoom_in = ",
        new: "zoom_inn = ",
        says: &[
            "geodata/strings/en.toml:1:1: [missing-key] the file has no “zoom_in”. Add “zoom_in”; geodata/README.md shows how.",
            "geodata/strings/en.toml:101:1: [unknown-key] the file has the unknown key “zoom_inn”. Did you mean “zoom_in”?",
        ],
    },
    Breach {
        what: "words of the interface: one empty",
        file: "strings/fa.toml",
        old: "next = \"بعدی\"",
        new: "next = \" \"",
        says: &[
            "geodata/strings/fa.toml:98:8: [empty-text] “next” of the file is empty. Fill it in, or leave the key out.",
        ],
    },
    Breach {
        what: "words of the interface: a month too few",
        file: "strings/en.toml",
        old: "January, ",
        new: "",
        says: &[
            "geodata/strings/en.toml:7:10: [word-count] “months” of the file has 11 of 12. Write twelve names with a comma and a space between them.",
        ],
    },
    Breach {
        what: "the atlas: a name in one language only",
        file: "atlas.toml",
        old: "title = { en = \"Treaty Atlas\", fa = \"اطلس پیمان\" }",
        new: "title = { en = \"Treaty Atlas\" }",
        says: &[
            "geodata/atlas.toml:4:9: [missing-translation] “title” of the atlas is not given in “fa”. Add it: the atlas is offered in en, fa.",
        ],
    },
    Breach {
        what: "the atlas: a subject that does not exist",
        file: "atlas.toml",
        old: "places = [\"instc\"",
        new: "places = [\"intsc\"",
        says: &[
            "geodata/atlas.toml:44:11: [dangling-place] the atlas names the place “intsc”, which does not exist. Write instc, or add the place.",
        ],
    },
    Breach {
        what: "the atlas: a sign that the legend does not have",
        file: "atlas.toml",
        old: "terminus = {",
        new: "terminal = {",
        says: &[
            "geodata/atlas.toml:83:1: [unknown-key] “legend” of the atlas has the unknown key “terminal”. Did you mean “terminus”?",
        ],
    },
    Breach {
        what: "syntax, TOML",
        file: "sources/documents.toml",
        old: r#"title = "On the signing of the treaty""#,
        new: "title = On the signing",
        says: &[
            "geodata/sources/documents.toml:4:9: [syntax] The file is malformed here: string values must be quoted, expected literal string. Correct it; the rest of the file is checked after that.",
        ],
    },
    Breach {
        what: "syntax, JSON: trailing comma",
        file: "features/areas.geojson",
        old: r#""basemap": ["province:Syunik"]
"#,
        new: r#""basemap": ["province:Syunik"],
"#,
        says: &[
            "geodata/features/areas.geojson:14:39: [syntax] The file is malformed here: trailing comma. Correct it; the rest of the file is checked after that.",
        ],
    },
    Breach {
        what: "syntax, JSON: comment",
        file: "features/areas.geojson",
        old: r#""kind": "city","#,
        new: r#""kind": "city", // Gilan"#,
        says: &[
            "geodata/features/areas.geojson:46:25: [syntax] The file is malformed here: JSON has no comments. Correct it; the rest of the file is checked after that.",
        ],
    },
    Breach {
        what: "syntax, JSON: cut short",
        file: "features/corridor.geojson",
        old: "    }\n  ]\n}\n",
        new: "    }\n",
        says: &[
            "geodata/features/corridor.geojson:47:6: [syntax] The file is malformed here: the file ends within a list. Correct it; the rest of the file is checked after that.",
        ],
    },
    Breach {
        what: "syntax, JSON: line break in a text",
        file: "features/areas.geojson",
        old: r#""A city near the Caspian.""#,
        new: r#""A city near
the Caspian.""#,
        says: &[
            r#"geodata/features/areas.geojson:50:50: [syntax] The file is malformed here: control character (\u0000-\u001F) found while parsing a string. Correct it; the rest of the file is checked after that."#,
        ],
    },
    Breach {
        what: "a required key",
        file: "commentary/gif.toml",
        old: r#"stance = "supportive"
"#,
        new: "",
        says: &[
            "geodata/commentary/gif.toml:15:1: [missing-key] claim “gif-01” has no “stance”. Add “stance”; geodata/README.md shows how.",
        ],
    },
    Breach {
        what: "a required key inside",
        file: "treaty/articles.toml",
        old: r#"{ place = "caspian-sea", basis = "explicit" }"#,
        new: r#"{ place = "caspian-sea" }"#,
        says: &[
            "geodata/treaty/articles.toml:6:11: [missing-key] “places” of article 12 has no “basis”. Add “basis”; geodata/README.md shows how.",
        ],
    },
    Breach {
        what: "a mistyped key",
        file: "commentary/gif.toml",
        old: r#"figures = ["162 km"]"#,
        new: r#"figure = ["162 km"]"#,
        says: &[
            "geodata/commentary/gif.toml:20:1: [unknown-key] claim “gif-01” has the unknown key “figure”. Did you mean “figures”?",
        ],
    },
    Breach {
        what: "an unknown key",
        file: "features/corridor.geojson",
        old: r#""rank": 2,"#,
        new: r#""rank": 2, "colour": "red","#,
        says: &[
            "geodata/features/corridor.geojson:14:20: [unknown-key] feature “rasht-astara-railway” has the unknown key “colour”. Remove it, or see geodata/README.md for the keys there are.",
        ],
    },
    Breach {
        what: "an unknown key of GIS programs",
        file: "features/corridor.geojson",
        old: r#""type": "FeatureCollection","#,
        new: r#""type": "FeatureCollection", "crs": null,"#,
        says: &[
            "geodata/features/corridor.geojson:2:32: [unknown-key] the file has the unknown key “crs”. Remove it, or see geodata/README.md for the keys there are.",
        ],
    },
    Breach {
        what: "the same key twice",
        file: "features/corridor.geojson",
        old: r#""rank": 2,"#,
        new: r#""rank": 2, "rank": 3,"#,
        says: &[
            "geodata/features/corridor.geojson:14:20: [duplicate-key] feature “rasht-astara-railway” has the key “rank” twice. Remove one of the two.",
        ],
    },
    Breach {
        what: "a number in quotes",
        file: "features/corridor.geojson",
        old: r#""rank": 2,"#,
        new: r#""rank": "2","#,
        says: &[
            "geodata/features/corridor.geojson:14:17: [wrong-type] “rank” of feature “rasht-astara-railway” is a text, not a number. Write digits, without quotes and unit.",
        ],
    },
    Breach {
        what: "a date without quotes",
        file: "sources/documents.toml",
        old: r#"date = "2025-01-17""#,
        new: "date = 2025-01-17",
        says: &[
            r#"geodata/sources/documents.toml:5:8: [wrong-type] “date” of document “tass-2025-01-17” is a date without quotes, not a text. Put it in quotes: "2025-01-17"."#,
        ],
    },
    Breach {
        what: "a number for a reference",
        file: "features/corridor.geojson",
        old: r#""article": "25""#,
        new: r#""article": 25"#,
        says: &[
            r#"geodata/features/corridor.geojson:29:35: [wrong-type] “article” of feature “rasht-astara-railway” is a number, not a text. Put it in quotes: "25"."#,
        ],
    },
    Breach {
        what: "a text without language",
        file: "features/areas.geojson",
        old: r#""name": { "en": "Syunik", "fa": "سیونیک", "ru": "Сюник", "az": "Sünik", "hy": "Սյունիք" }"#,
        new: r#""name": "Syunik""#,
        says: &[
            r#"geodata/features/areas.geojson:12:17: [wrong-type] “name” of feature “syunik” is a text, not a text in languages. Give its language: { en = "…" }, in JSON { "en": "…" }."#,
        ],
    },
    Breach {
        what: "a text instead of a list",
        file: "commentary/gif.toml",
        old: r#"places = ["instc"]"#,
        new: r#"places = "instc""#,
        says: &[
            "geodata/commentary/gif.toml:31:10: [wrong-type] “places” of claim “gif-02” is a text, not a list. Put it in [ ].",
        ],
    },
    Breach {
        what: "an unknown word",
        file: "features/corridor.geojson",
        old: r#""kind": "railway""#,
        new: r#""kind": "railwai""#,
        says: &[
            "geodata/features/corridor.geojson:12:17: [unknown-word] “kind” of feature “rasht-astara-railway” is “railwai”, which is not one of the words for it. Did you mean “railway”?",
        ],
    },
    Breach {
        what: "an unknown word that is like no other",
        file: "features/corridor.geojson",
        old: r#""quality": "generalised""#,
        new: r#""quality": "moon""#,
        says: &[
            "geodata/features/corridor.geojson:31:20: [unknown-word] “quality” of feature “rasht-astara-railway” is “moon”, which is not one of the words for it. Write one of surveyed, generalised, schematic.",
        ],
    },
    Breach {
        what: "a layer that the atlas does not have",
        file: "features/corridor.geojson",
        old: r#""layer": "corridor",
        "rank": 2"#,
        new: r#""layer": "corridors",
        "rank": 2"#,
        says: &[
            "geodata/features/corridor.geojson:13:18: [dangling-layer] feature “rasht-astara-railway” is in the layer “corridors”, which does not exist. Write corridor, or add the layer to atlas.toml.",
        ],
    },
    Breach {
        what: "the atlas: a colour by its name",
        file: "atlas.toml",
        old: r##"colour = { light = "#905607""##,
        new: r##"colour = { light = "brown""##,
        says: &[
            "geodata/atlas.toml:95:20: [bad-colour] “light” of the atlas is “brown”, which is not a colour. Write six hexadecimal digits after a #: #66081e.",
        ],
    },
    Breach {
        what: "the atlas: a colour that is too pale for text",
        file: "atlas.toml",
        old: r##"colour = { light = "#905607""##,
        new: r##"colour = { light = "#c08637""##,
        says: &[
            "geodata/atlas.toml:95:20: [low-contrast] The colour of layer “energy” has a contrast of 3.1 to 1 with Paper. Make it darker; text needs 4.5.",
        ],
    },
    Breach {
        what: "the atlas: two layers that some eyes cannot tell apart",
        file: "atlas.toml",
        old: r##"colour = { light = "#905607""##,
        new: r##"colour = { light = "#66405a""##,
        says: &[
            "geodata/atlas.toml:110:20: [similar-colours] To eyes with protanopia the light colours of layer “energy” and layer “security” are 8.0 apart. Change one of the two until they are 16 apart (CIELAB).",
        ],
    },
    Breach {
        what: "the atlas: another language first",
        file: "atlas.toml",
        old: "code = \"en\"\nname = \"English\"\noffered = true\n\n[[language]]\ncode = \"fa\"\nname = \"فارسی\"\noffered = true\n",
        new: "code = \"fa\"\nname = \"فارسی\"\noffered = true\n\n[[language]]\ncode = \"en\"\nname = \"English\"\noffered = true\n",
        says: &[
            r#"geodata/atlas.toml:19:1: [missing-english] The first language is not English, offered. Begin the list with code = "en", offered = true."#,
        ],
    },
    Breach {
        what: "the atlas: a language that is offered with a word",
        file: "atlas.toml",
        old: "code = \"hy\"\nname = \"Հայերեն\"",
        new: "code = \"hy\"\nname = \"Հայերեն\"\noffered = \"no\"",
        says: &[
            "geodata/atlas.toml:40:11: [wrong-type] “offered” of the atlas is a text, not true or false. Write true or false, without quotes.",
        ],
    },
    Breach {
        what: "the atlas: a language with a region",
        file: "atlas.toml",
        old: "code = \"hy\"\n",
        new: "code = \"hy-AM\"\n",
        says: &[
            "geodata/atlas.toml:38:8: [unknown-language] “code” of the atlas is “hy-AM”, which is not the code of a language. Write its two or three letters: en, fa, ckb.",
            "geodata/features/areas.geojson:12:81: [unknown-language] “name” of feature “syunik” has the language “hy”, which the atlas does not have. Write one of en, fa, ru, az.",
            "geodata/features/areas.geojson:31:106: [unknown-language] “name” of feature “caspian-sea” has the language “hy”, which the atlas does not have. Write one of en, fa, ru, az.",
            "geodata/features/areas.geojson:49:75: [unknown-language] “name” of feature “rasht” has the language “hy”, which the atlas does not have. Write one of en, fa, ru, az.",
            "geodata/features/corridor.geojson:15:148: [unknown-language] “name” of feature “rasht-astara-railway” has the language “hy”, which the atlas does not have. Write one of en, fa, ru, az.",
            "geodata/features/corridor.geojson:44:134: [unknown-language] “name” of feature “instc” has the language “hy”, which the atlas does not have. Write one of en, fa, ru, az.",
        ],
    },
    Breach {
        what: "an unknown unit",
        file: "features/corridor.geojson",
        old: r#""unit": "km""#,
        new: r#""unit": "miles""#,
        says: &[
            "geodata/features/corridor.geojson:22:76: [unknown-word] “unit” of feature “rasht-astara-railway” is “miles”, which is not one of the words for it. Write one of km, km2, m, bcm/yr, t/yr, MW, people, USD, EUR, years.",
        ],
    },
    Breach {
        what: "an unknown language of a text",
        file: "commentary/gif.toml",
        old: r#"fa = "جی‌آی‌اف""#,
        new: r#"de = "GIF""#,
        says: &[
            "geodata/commentary/gif.toml:8:23: [unknown-language] “short” of commentary “gif” has the language “de”, which the atlas does not have. Write one of en, fa, ru, az, hy.",
        ],
    },
    Breach {
        what: "an unknown language of a document",
        file: "sources/documents.toml",
        old: r#"language = "en""#,
        new: r#"language = "English""#,
        says: &[
            "geodata/sources/documents.toml:7:12: [unknown-language] “language” of document “tass-2025-01-17” is “English”, which is not the code of a language. Write a code such as en, ru or hr.",
        ],
    },
    Breach {
        what: "a number outside its limits",
        file: "features/corridor.geojson",
        old: r#""rank": 2,"#,
        new: r#""rank": 7,"#,
        says: &[
            "geodata/features/corridor.geojson:14:17: [bad-number] “rank” of feature “rasht-astara-railway” is 7, not a whole number from 1 to 5. Correct the number.",
        ],
    },
    Breach {
        what: "a range that ends before it begins",
        file: "features/corridor.geojson",
        old: r#""max": 164"#,
        new: r#""max": 16"#,
        says: &[
            "geodata/features/corridor.geojson:22:63: [bad-number] “max” of feature “rasht-astara-railway” is 16, which is not above the value. Give the lower end as the value, the upper as max.",
        ],
    },
    Breach {
        what: "a zoom outside the map",
        file: "tours/corridor.toml",
        old: "37.8, 4.0]",
        new: "37.8, 40.0]",
        says: &[
            "geodata/tours/corridor.toml:8:8: [bad-number] “view” of tour “corridor” has the zoom 40, which the map does not have. Write a zoom from 0 to 12.",
        ],
    },
    Breach {
        what: "a view without zoom",
        file: "tours/corridor.toml",
        old: "[49.1, 37.8, 4.0]",
        new: "[49.1, 37.8]",
        says: &[
            "geodata/tours/corridor.toml:8:8: [bad-number] “view” of tour “corridor” has not three numbers. Write [longitude, latitude, zoom].",
        ],
    },
    Breach {
        what: "a day that does not exist",
        file: "features/corridor.geojson",
        old: r#""as_of": "2026-02-18""#,
        new: r#""as_of": "2026-02-30""#,
        says: &[
            "geodata/features/corridor.geojson:28:18: [bad-date] “as_of” of feature “rasht-astara-railway” is “2026-02-30”, which is not a date. Write 2026-02-18, 2026-02 or 2026, a date that exists.",
        ],
    },
    Breach {
        what: "an article that does not exist",
        file: "commentary/gif.toml",
        old: r#"article = "35-41""#,
        new: r#"article = "35-48""#,
        says: &[
            "geodata/commentary/gif.toml:30:25: [bad-article] “article” of claim “gif-02” is “35-48”, which is not an article of the treaty. Write a number from 0 (the preamble) to 47, a section (3.4) or a group (35-41).",
        ],
    },
    Breach {
        what: "a paragraph that is none",
        file: "commentary/gif.toml",
        old: r#"paragraph = "3-4""#,
        new: r#"paragraph = "4-3""#,
        says: &[
            "geodata/commentary/gif.toml:10:14: [paragraph-unread] Paragraph 3 of commentary “gif” has no claim and is not silent. Add a claim for it, or list it under “silent” with a reason.",
            "geodata/commentary/gif.toml:10:14: [paragraph-unread] Paragraph 4 of commentary “gif” has no claim and is not silent. Add a claim for it, or list it under “silent” with a reason.",
            "geodata/commentary/gif.toml:27:13: [bad-paragraph] “paragraph” of claim “gif-02” is “4-3”, which is not a paragraph. Write a number such as 12, or a range such as 14-15.",
        ],
    },
    Breach {
        what: "a target that is none",
        file: "tours/corridor.toml",
        old: r#"target = "article:12""#,
        new: r#"target = "article-12""#,
        says: &[
            "geodata/tours/corridor.toml:12:10: [bad-target] “target” of tour “corridor” is “article-12”, which is not a target. Write place:<id>, article:<number>, claim:<id> or source:<id>.",
        ],
    },
    Breach {
        what: "an id in capitals",
        file: "tours/corridor.toml",
        old: r#"id = "corridor""#,
        new: r#"id = "Corridor""#,
        says: &[
            "geodata/tours/corridor.toml:2:6: [bad-id] “id” of tour “Corridor” is “Corridor”, which is not an id. Use lower-case letters, digits and single hyphens.",
        ],
    },
    Breach {
        what: "an address without scheme",
        file: "sources/documents.toml",
        old: r#""https://example.org/tass/1""#,
        new: r#""example.org/tass/1""#,
        says: &[
            "geodata/sources/documents.toml:6:7: [bad-url] “url” of document “tass-2025-01-17” is “example.org/tass/1”, which is not an address on the web. Begin it with https://, or leave the key out.",
        ],
    },
    Breach {
        what: "an empty translation",
        file: "features/corridor.geojson",
        old: r#""fa": "راه‌آهن رشت–آستارا""#,
        new: r#""fa": " ""#,
        says: &[
            "geodata/features/corridor.geojson:15:55: [empty-text] “name” of feature “rasht-astara-railway” is empty in the language “fa”. Translate it, or leave the language out.",
        ],
    },
    Breach {
        what: "an empty title",
        file: "sources/documents.toml",
        old: r#""On the signing of the treaty""#,
        new: r#""""#,
        says: &[
            "geodata/sources/documents.toml:4:9: [empty-text] “title” of document “tass-2025-01-17” is empty. Fill it in, or leave the key out.",
        ],
    },
    Breach {
        what: "a place given twice",
        file: "features/areas.geojson",
        old: r#""id": "rasht""#,
        new: r#""id": "syunik""#,
        says: &[
            "geodata/features/areas.geojson:43:13: [duplicate-id] The id of feature “syunik” is given already, at geodata/features/areas.geojson:6:13. Give one of the two another, or remove it.",
        ],
    },
    Breach {
        what: "a document with the id of a commentary",
        file: "sources/documents.toml",
        old: r#"date = "2026-01"
"#,
        new: r#"date = "2026-01"

[[document]]
id = "gif"
publisher = "GIF"
title = "A report"
"#,
        says: &[
            "geodata/commentary/gif.toml:2:6: [duplicate-id] The id of commentary “gif” is given already, at geodata/sources/documents.toml:16:6. Give one of the two another, or remove it.",
        ],
    },
    Breach {
        what: "an article given twice",
        file: "treaty/articles.toml",
        old: "number = 47",
        new: "number = 46",
        says: &[
            "geodata/treaty/articles.toml:1:1: [missing-article] Article 47 is not there. Add an [[article]] with number = 47.",
            "geodata/treaty/articles.toml:244:10: [duplicate-id] The id of article 46 is given already, at geodata/treaty/articles.toml:239:10. Give one of the two another, or remove it.",
        ],
    },
    Breach {
        what: "a place named twice",
        file: "commentary/gif.toml",
        old: r#""caspian-sea"]"#,
        new: r#""rasht-astara-railway"]"#,
        says: &[
            "geodata/commentary/gif.toml:22:35: [repeated-link] “places” of claim “gif-01” names “rasht-astara-railway” twice. Remove one of the two.",
        ],
    },
    Breach {
        what: "a claim names no place",
        file: "commentary/gif.toml",
        old: r#""rasht-astara-railway", "caspian-sea""#,
        new: r#""rasht-astara", "caspian-sea""#,
        says: &[
            "geodata/commentary/gif.toml:22:11: [dangling-place] claim “gif-01” names the place “rasht-astara”, which does not exist. Write rasht-astara-railway, or add the place.",
        ],
    },
    Breach {
        what: "an article names no place",
        file: "treaty/articles.toml",
        old: r#"place = "caspian-sea""#,
        new: r#"place = "aral-sea""#,
        says: &[
            "geodata/treaty/articles.toml:6:21: [dangling-place] article 12 names the place “aral-sea”, which does not exist. Correct the id, or add the place.",
        ],
    },
    Breach {
        what: "a part of nothing",
        file: "features/corridor.geojson",
        old: r#""part_of": "instc""#,
        new: r#""part_of": "intsc""#,
        says: &[
            "geodata/features/corridor.geojson:30:20: [dangling-place] feature “rasht-astara-railway” is part of “intsc”, which does not exist. Write instc, or add the place.",
        ],
    },
    Breach {
        what: "a section that its article does not have",
        file: "commentary/gif.toml",
        old: r#"article = "12.1""#,
        new: r#"article = "12.2""#,
        says: &[
            "geodata/commentary/gif.toml:21:25: [dangling-article] claim “gif-01” names the article “12.2”, which does not exist. Write 12.1, or 12 for the whole article.",
        ],
    },
    Breach {
        what: "a dispute with nothing",
        file: "commentary/gif.toml",
        old: r#"disputes = ["mikovic-01"]"#,
        new: r#"disputes = ["mikovic-11"]"#,
        says: &[
            "geodata/commentary/gif.toml:23:13: [dangling-claim] claim “gif-01” disputes the claim “mikovic-11”, which does not exist. Write mikovic-01, or add the claim.",
        ],
    },
    Breach {
        what: "a statement cites nothing",
        file: "commentary/mikovic.toml",
        old: r#"sources = ["tass-2026-01-09"]"#,
        new: r#"sources = ["tass-2026-01-10"]"#,
        says: &[
            "geodata/commentary/mikovic.toml:20:67: [dangling-source] claim “mikovic-01” cites the source “tass-2026-01-10”, which does not exist. Write tass-2025-01-17, or add the document to sources/.",
        ],
    },
    Breach {
        what: "a tour stops nowhere",
        file: "tours/corridor.toml",
        old: r#"target = "source:gif""#,
        new: r#"target = "source:ngo""#,
        says: &[
            "geodata/tours/corridor.toml:20:10: [dangling-source] tour “corridor” stops at the commentary “ngo”, which does not exist. Correct the id, or add the commentary.",
        ],
    },
    Breach {
        what: "a claim disputes itself",
        file: "commentary/gif.toml",
        old: r#"disputes = ["mikovic-01"]"#,
        new: r#"disputes = ["gif-01"]"#,
        says: &[
            "geodata/commentary/gif.toml:23:13: [circular] claim “gif-01” disputes itself. Remove it, or name the claim that says otherwise.",
        ],
    },
    Breach {
        what: "a part of itself",
        file: "features/corridor.geojson",
        old: r#""part_of": "instc""#,
        new: r#""part_of": "rasht-astara-railway""#,
        says: &[
            "geodata/features/corridor.geojson:6:13: [circular] feature “rasht-astara-railway” is, by way of “part_of”, a part of itself. Remove one “part_of” of the circle.",
        ],
    },
    Breach {
        what: "parts in a circle",
        file: "features/corridor.geojson",
        old: r#""rank": 1,"#,
        new: r#""rank": 1, "part_of": "rasht-astara-railway","#,
        says: &[
            "geodata/features/corridor.geojson:6:13: [circular] feature “rasht-astara-railway” is, by way of “part_of”, a part of itself. Remove one “part_of” of the circle.",
            "geodata/features/corridor.geojson:38:13: [circular] feature “instc” is, by way of “part_of”, a part of itself. Remove one “part_of” of the circle.",
        ],
    },
    Breach {
        what: "a figure that adds up a place that is not there",
        file: "features/corridor.geojson",
        old: r#""measure": "length""#,
        new: r#""measure": "length", "over": ["rasht-astara-railwai"]"#,
        says: &[
            "geodata/features/corridor.geojson:22:112: [dangling-place] feature “rasht-astara-railway” adds up the place “rasht-astara-railwai”, which does not exist. Write rasht-astara-railway, or add the place.",
        ],
    },
    Breach {
        what: "a figure that adds up a point",
        file: "features/corridor.geojson",
        old: r#""measure": "length""#,
        new: r#""measure": "length", "over": ["rasht-astara-railway", "rasht"]"#,
        says: &[
            "geodata/features/corridor.geojson:6:13: [unmeasurable] A figure of feature “rasht-astara-railway” adds up “rasht”, which has no length. Name features that are drawn as lines.",
        ],
    },
    Breach {
        what: "a figure within a state that the line does not cross",
        file: "features/corridor.geojson",
        old: r#""measure": "length""#,
        new: r#""measure": "length", "within": "rasht""#,
        says: &[
            "geodata/features/corridor.geojson:6:13: [unmeasurable] A figure of feature “rasht-astara-railway” asks for the length within “rasht”, but the map has none. Name a state that the line crosses and whose area is on the basemap.",
        ],
    },
    Breach {
        what: "a figure between places that the line does not pass",
        file: "features/corridor.geojson",
        old: r#""measure": "length""#,
        new: r#""measure": "length", "between": ["rasht", "syunik"]"#,
        says: &[
            "geodata/features/corridor.geojson:6:13: [unmeasurable] A figure of feature “rasht-astara-railway” asks for the length between “rasht” and “syunik”, but the map has none. Name two places that one piece of the line passes within 15 km.",
        ],
    },
    Breach {
        what: "a figure between one place",
        file: "features/corridor.geojson",
        old: r#""measure": "length""#,
        new: r#""measure": "length", "between": ["rasht"]"#,
        says: &[
            "geodata/features/corridor.geojson:22:114: [unmeasurable] A figure of feature “rasht-astara-railway” is measured between two places, but names 1. Name the places at both ends.",
        ],
    },
    Breach {
        what: "a figure of a border of a line",
        file: "features/corridor.geojson",
        old: r#""measure": "length""#,
        new: r#""measure": "border""#,
        says: &[
            "geodata/features/corridor.geojson:22:93: [unmeasurable] A figure of feature “rasht-astara-railway” asks for a border, but names no neighbour. Add “with”: the id of the state or province beyond it.",
            "geodata/features/corridor.geojson:22:93: [unmeasurable] A figure of feature “rasht-astara-railway” asks for the measured border, but its geometry has none. Measure the length of lines and borders and the distance of points in km or m and the area of polygons in km2, or remove “measure”.",
        ],
    },
    Breach {
        what: "a figure with a neighbour but without a border",
        file: "features/corridor.geojson",
        old: r#""measure": "length""#,
        new: r#""with": "syunik""#,
        says: &[
            "geodata/features/corridor.geojson:22:90: [unmeasurable] A figure of feature “rasht-astara-railway” names a neighbour, but does not ask for the border. Add “measure”: \"border\", or remove “with”.",
        ],
    },
    Breach {
        what: "a distance from a place that is no point",
        file: "features/areas.geojson",
        old: r#""summary": { "text": { "en": "A city near the Caspian." }, "confidence": "unverified" },"#,
        new: r#""summary": { "text": { "en": "A city near the Caspian." }, "confidence": "unverified" },
        "facts": [{ "label": { "en": "Distance" }, "value": 30, "unit": "km", "measure": "distance", "from": "caspian-sea", "sources": ["tass-2025-01-17"] }],"#,
        says: &[
            "geodata/features/areas.geojson:43:13: [unmeasurable] A figure of feature “rasht” asks for the distance from “caspian-sea”, but the map has none. Name a place that is drawn as a point; the feature itself must be one too.",
        ],
    },
    Breach {
        what: "a distance from a place that does not exist",
        file: "features/areas.geojson",
        old: r#""summary": { "text": { "en": "A city near the Caspian." }, "confidence": "unverified" },"#,
        new: r#""summary": { "text": { "en": "A city near the Caspian." }, "confidence": "unverified" },
        "facts": [{ "label": { "en": "Distance" }, "value": 30, "unit": "km", "measure": "distance", "from": "rasth", "sources": ["tass-2025-01-17"] }],"#,
        says: &[
            "geodata/features/areas.geojson:51:110: [dangling-place] feature “rasht” measures the distance from “rasth”, which does not exist. Write rasht, or add the place.",
        ],
    },
    Breach {
        what: "a distance of a line, from nowhere",
        file: "features/corridor.geojson",
        old: r#""measure": "length""#,
        new: r#""measure": "distance""#,
        says: &[
            "geodata/features/corridor.geojson:22:93: [unmeasurable] A figure of feature “rasht-astara-railway” asks for a distance, but not from where. Add “from”: the id of a place that is drawn as a point.",
            "geodata/features/corridor.geojson:22:93: [unmeasurable] A figure of feature “rasht-astara-railway” asks for the measured distance, but its geometry has none. Measure the length of lines and borders and the distance of points in km or m and the area of polygons in km2, or remove “measure”.",
        ],
    },
    Breach {
        what: "a figure from a place but without a distance",
        file: "features/corridor.geojson",
        old: r#""measure": "length""#,
        new: r#""from": "rasht""#,
        says: &[
            "geodata/features/corridor.geojson:22:90: [unmeasurable] A figure of feature “rasht-astara-railway” names a place to measure from, but does not ask for the distance. Add “measure”: \"distance\", or remove “from”.",
        ],
    },
    Breach {
        what: "a figure that adds up without a length",
        file: "features/corridor.geojson",
        old: r#""measure": "length""#,
        new: r#""over": ["rasht-astara-railway"]"#,
        says: &[
            "geodata/features/corridor.geojson:22:90: [unmeasurable] A figure of feature “rasht-astara-railway” adds up places, but does not ask for the length. Add “measure”: \"length\", or remove “over”.",
        ],
    },
    Breach {
        what: "an area that no basemap has",
        file: "features/areas.geojson",
        old: r#""province:Syunik""#,
        new: r#""country:Armenia""#,
        says: &[
            "geodata/features/areas.geojson:14:21: [unknown-area] feature “syunik” takes the area “country:Armenia”, which the basemap does not have. Write an area such as country:FRA, province:Brittany or sea:North Sea.",
        ],
    },
    Breach {
        what: "no English",
        file: "features/areas.geojson",
        old: r#""en": "Rasht", "#,
        new: "",
        says: &[
            "geodata/features/areas.geojson:49:17: [missing-english] “name” of feature “rasht” has no English. Add a text for “en”.",
        ],
    },
    Breach {
        what: "a name that two languages miss",
        file: "features/areas.geojson",
        old: r#", "az": "Rəşt", "hy": "Ռեշտ""#,
        new: "",
        says: &[
            "geodata/features/areas.geojson:49:17: [missing-translation] “name” of feature “rasht” is not given in “az”, “hy”. Add it: places have names in en, fa, ru, az, hy.",
        ],
    },
    Breach {
        what: "no source",
        file: "commentary/mikovic.toml",
        old: r#"{ en = "Work had begun by 2026." }, sources = ["tass-2026-01-09"] }"#,
        new: r#"{ en = "Work had begun by 2026." } }"#,
        says: &[
            r#"geodata/commentary/mikovic.toml:20:11: [missing-source] “checked” of claim “mikovic-01” names no source. Add sources = ["…"], or mark it: confidence = "unverified"."#,
        ],
    },
    Breach {
        what: "a figure without source",
        file: "features/areas.geojson",
        old: r#", "sources": ["tass-2025-01-17"] }"#,
        new: " }",
        says: &[
            r#"geodata/features/areas.geojson:34:11: [missing-source] “facts” of feature “caspian-sea” names no source. Add sources = ["…"], or leave the figure out."#,
        ],
    },
    Breach {
        what: "a long quotation",
        file: "commentary/gif.toml",
        old: "“the missing link” of the corridor",
        new: "“the missing link of the corridor that joins the north and the south”",
        says: &[
            "geodata/commentary/gif.toml:18:15: [long-quotation] “text” of claim “gif-01” quotes 13 words: “the missing link of …”. Quote at most 11 words, and say the rest in words of our own.",
        ],
    },
    Breach {
        what: "a letter that is not Persian",
        file: "treaty/articles.toml",
        old: "چهار منطقه",
        new: "منطقۀ خزر",
        says: &[
            "geodata/treaty/articles.toml:3:37: [foreign-letter] “title” of article 12 has the letter U+06C0 in Persian. Write “هٔ”, U+0647 U+0654.",
        ],
    },
    Breach {
        what: "a status without date",
        file: "features/corridor.geojson",
        old: r#""date": "2023-05-17", "#,
        new: "",
        says: &[
            "geodata/features/corridor.geojson:25:11: [undated-status] A status entry of feature “rasht-astara-railway” has no date. Add “date”: 2026-02-18, 2026-02 or 2026.",
        ],
    },
    Breach {
        what: "a status out of order",
        file: "features/corridor.geojson",
        old: r#""date": "2023-05-17""#,
        new: r#""date": "2026-02-01""#,
        says: &[
            "geodata/features/corridor.geojson:26:11: [unordered-status] The status of feature “rasht-astara-railway” has 2026-01 after 2026-02-01. Put the oldest entry first.",
        ],
    },
    Breach {
        what: "a status that does not say as of when",
        file: "features/corridor.geojson",
        old: r#"        "as_of": "2026-02-18",
"#,
        new: "",
        says: &[
            "geodata/features/corridor.geojson:24:19: [as-of] feature “rasht-astara-railway” has a status, but does not say as of when. Add “as_of”, the date of the newest information.",
        ],
    },
    Breach {
        what: "a status newer than as_of",
        file: "features/corridor.geojson",
        old: r#""as_of": "2026-02-18""#,
        new: r#""as_of": "2025-12-31""#,
        says: &[
            "geodata/features/corridor.geojson:28:18: [as-of] feature “rasht-astara-railway” is said to be as of 2025-12-31, but its status has an entry of 2026-01. Give the date of the newest information.",
        ],
    },
    Breach {
        what: "a missing article",
        file: "treaty/articles.toml",
        old: r#"[[article]]
number = 47
title = { en = "Article 47" }
summary = { text = { en = "Not verified." }, confidence = "unverified" }
"#,
        new: "",
        says: &[
            "geodata/treaty/articles.toml:1:1: [missing-article] Article 47 is not there. Add an [[article]] with number = 47.",
        ],
    },
    Breach {
        what: "a claim in the file of another",
        file: "commentary/gif.toml",
        old: r#"id = "gif-02""#,
        new: r#"id = "mikovic-02""#,
        says: &[
            "geodata/commentary/gif.toml:26:6: [foreign-claim] claim “mikovic-02” stands in the file of the commentary “gif”. Begin its id with gif-, or move it to the file of its commentary.",
        ],
    },
    Breach {
        what: "a paragraph beyond the end",
        file: "commentary/gif.toml",
        old: "paragraphs = 4",
        new: "paragraphs = 3",
        says: &[
            "geodata/commentary/gif.toml:27:13: [paragraph-outside] claim “gif-02” is about paragraph 4, but commentary “gif” has only 3. Correct the paragraph, or the number of paragraphs.",
        ],
    },
    Breach {
        what: "a paragraph that nobody read",
        file: "commentary/gif.toml",
        old: r#"paragraph = "3-4""#,
        new: r#"paragraph = "3""#,
        says: &[
            "geodata/commentary/gif.toml:10:14: [paragraph-unread] Paragraph 4 of commentary “gif” has no claim and is not silent. Add a claim for it, or list it under “silent” with a reason.",
        ],
    },
    Breach {
        what: "a paragraph both silent and claimed",
        file: "commentary/gif.toml",
        old: r#"paragraphs = "1""#,
        new: r#"paragraphs = "1-2""#,
        says: &[
            "geodata/commentary/gif.toml:12:18: [paragraph-twice] Paragraph 2 of commentary “gif” is listed as silent, but “gif-01” is a claim from it. Remove it from “silent”.",
        ],
    },
    Breach {
        what: "a geometry of an unknown type",
        file: "features/areas.geojson",
        old: r#""type": "Point""#,
        new: r#""type": "Circle""#,
        says: &[
            "geodata/features/areas.geojson:44:29: [unknown-word] “type” of feature “rasht” is “Circle”, which is not one of the words for it. Write one of Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon.",
        ],
    },
    Breach {
        what: "a position that is none",
        file: "features/corridor.geojson",
        old: "[49.315, 37.301]",
        new: "[49.315]",
        says: &[
            "geodata/features/corridor.geojson:9:43: [bad-geometry] The LineString of feature “rasht-astara-railway” holds something that is not a position here. Write two numbers, longitude and latitude, and no height.",
        ],
    },
    Breach {
        what: "a line nested like a polygon",
        file: "features/corridor.geojson",
        old: "[[49.589, 37.276], [49.315, 37.301], [49.1, 37.5], [48.93, 37.7], [48.91, 37.9], [48.86, 38.1], [48.87, 38.36]]",
        new: "[[[49.589, 37.276], [49.315, 37.301]]]",
        says: &[
            "geodata/features/corridor.geojson:9:25: [bad-geometry] The LineString of feature “rasht-astara-railway” holds something that is not a position here. Write two numbers, longitude and latitude, and no height.",
        ],
    },
    Breach {
        what: "a geometry without quality",
        file: "features/areas.geojson",
        old: r#"        "quality": "surveyed",
"#,
        new: "",
        says: &[
            "geodata/features/areas.geojson:44:19: [undescribed-geometry] The geometry of feature “rasht” does not say how good it is. Add “quality” to the properties.",
        ],
    },
    Breach {
        what: "a geometry without provenance",
        file: "features/corridor.geojson",
        old: r#"        "provenance": { "text": { "en": "Drawn by hand." }, "confidence": "unverified" },
"#,
        new: "",
        says: &[
            "geodata/features/corridor.geojson:7:19: [undescribed-geometry] The geometry of feature “rasht-astara-railway” does not say where it is from. Add “provenance” to the properties.",
        ],
    },
    Breach {
        what: "a geometry without licence",
        file: "features/corridor.geojson",
        old: r#""provenance": { "text": { "en": "Drawn by hand." }, "confidence": "unverified" },
        "licence": "CC BY 4.0""#,
        new: r#""provenance": { "text": { "en": "Drawn by hand." }, "confidence": "unverified" }"#,
        says: &[
            "geodata/features/corridor.geojson:7:19: [undescribed-geometry] The geometry of feature “rasht-astara-railway” does not say under which licence it is. Add “licence” to the properties.",
        ],
    },
    Breach {
        what: "two geometries",
        file: "features/areas.geojson",
        old: r#""quality": "surveyed""#,
        new: r#""basemap": ["province:Gilan"], "quality": "surveyed""#,
        says: &[
            "geodata/features/areas.geojson:51:20: [two-geometries] feature “rasht” has a geometry and takes one from the basemap. Remove “basemap”, or write null as the geometry.",
        ],
    },
    Breach {
        what: "a position not on the globe",
        file: "features/corridor.geojson",
        old: "[49.1, 37.5], [48.93",
        new: "[491, 37.5], [48.93",
        says: &[
            "geodata/features/corridor.geojson:9:61: [out-of-range] feature “rasht-astara-railway” has the position [491, 37.5], which is not on the globe. Write longitude from -180 to 180, then latitude from -90 to 90.",
        ],
    },
    Breach {
        what: "positions outside the atlas",
        file: "features/areas.geojson",
        old: "[[49.0, 37.5], [53.5, 37.0], [53.0, 46.0], [48.5, 45.0], [49.0, 37.5]]",
        new: "[[10.0, 37.5], [53.5, 37.0], [53.0, 46.0], [48.5, 45.0], [10.0, 37.5]]",
        says: &[
            "geodata/features/areas.geojson:23:12: [outside-frame] feature “caspian-sea” has the position [10, 37.5], outside the atlas (and 1 more like it). Stay within 14 to 96 degrees east and 2 to 68 north, longitude first.",
        ],
    },
    Breach {
        what: "latitude before longitude",
        file: "features/areas.geojson",
        old: "[49.5832, 37.2808]",
        new: "[7.2808, 49.5832]",
        says: &[
            "geodata/features/areas.geojson:44:53: [outside-frame] feature “rasht” has the position [7.2808, 49.5832], outside the atlas. Stay within 14 to 96 degrees east and 2 to 68 north, longitude first.",
        ],
    },
    Breach {
        what: "too many decimals",
        file: "features/areas.geojson",
        old: "[49.5832, 37.2808]",
        new: "[49.58321, 37.28081]",
        says: &[
            "geodata/features/areas.geojson:44:53: [too-precise] feature “rasht” has the position [49.58321, 37.28081], with more than four decimals. Round it: [49.5832, 37.2808].",
        ],
    },
    Breach {
        what: "a line of one point",
        file: "features/corridor.geojson",
        old: "[[49.589, 37.276], [49.315, 37.301], [49.1, 37.5], [48.93, 37.7], [48.91, 37.9], [48.86, 38.1], [48.87, 38.36]]",
        new: "[[49.589, 37.276]]",
        says: &[
            "geodata/features/corridor.geojson:9:24: [short-line] A line of feature “rasht-astara-railway” has fewer than two points. Give it two or more, or make it a Point.",
        ],
    },
    Breach {
        what: "a long leg",
        file: "features/corridor.geojson",
        old: "[48.93, 37.7], ",
        new: "",
        says: &[
            "geodata/features/corridor.geojson:9:61: [long-leg] feature “rasht-astara-railway” goes 47 km from [49.1, 37.5] to [48.91, 37.9] without a point. Add points, one at least every 30 km, or call its quality schematic.",
        ],
    },
    Breach {
        what: "a ring that does not close",
        file: "features/areas.geojson",
        old: "[48.5, 45.0], [49.0, 37.5]]",
        new: "[48.5, 45.0]]",
        says: &[
            "geodata/features/areas.geojson:23:11: [open-ring] An outer ring of feature “caspian-sea” does not end where it began. Repeat its first position at the end.",
        ],
    },
    Breach {
        what: "a ring of three positions",
        file: "features/areas.geojson",
        old: "[[50.0, 40.0], [50.0, 41.0], [51.0, 41.0], [51.0, 40.0], [50.0, 40.0]]",
        new: "[[50.0, 40.0], [50.0, 41.0], [50.0, 40.0]]",
        says: &[
            "geodata/features/areas.geojson:24:11: [open-ring] A hole of feature “caspian-sea” has 3 positions. A ring has at least four, the last the same as the first.",
        ],
    },
    Breach {
        what: "an outer ring that runs clockwise",
        file: "features/areas.geojson",
        old: "[53.5, 37.0], [53.0, 46.0], [48.5, 45.0]",
        new: "[48.5, 45.0], [53.0, 46.0], [53.5, 37.0]",
        says: &[
            "geodata/features/areas.geojson:23:11: [ring-winding] An outer ring of feature “caspian-sea” does not run counter-clockwise. Reverse the order of its positions.",
        ],
    },
    Breach {
        what: "a hole that runs counter-clockwise",
        file: "features/areas.geojson",
        old: "[50.0, 41.0], [51.0, 41.0], [51.0, 40.0]",
        new: "[51.0, 40.0], [51.0, 41.0], [50.0, 41.0]",
        says: &[
            "geodata/features/areas.geojson:24:11: [ring-winding] A hole of feature “caspian-sea” does not run clockwise. Reverse the order of its positions.",
        ],
    },
    Breach {
        what: "a ring that crosses itself",
        file: "features/areas.geojson",
        old: "[53.5, 37.0], [53.0, 46.0], [48.5, 45.0]",
        new: "[53.0, 46.0], [53.5, 37.0], [48.5, 45.0]",
        says: &[
            "geodata/features/areas.geojson:23:12: [self-crossing] An outer ring of feature “caspian-sea” crosses itself at [50.7987, 41.3221]. Put its positions in order, or cut it into two polygons.",
        ],
    },
    Breach {
        what: "a hole outside",
        file: "features/areas.geojson",
        old: "[[50.0, 40.0], [50.0, 41.0], [51.0, 41.0], [51.0, 40.0], [50.0, 40.0]]",
        new: "[[60.0, 40.0], [60.0, 41.0], [61.0, 41.0], [61.0, 40.0], [60.0, 40.0]]",
        says: &[
            "geodata/features/areas.geojson:23:11: [invalid-polygon] The geometry of feature “caspian-sea” is not valid: a hole lies outside its outer ring. Correct the rings so that they do not meet.",
        ],
    },
    Breach {
        what: "a section given twice",
        file: "treaty/articles.toml",
        old: r#"number = 1
summary = { text = { en = "The Caspian comes first." }, sources = ["tass-2025-01-17"], confidence = "text" }
"#,
        new: r#"number = 1
summary = { text = { en = "The Caspian comes first." }, confidence = "unverified" }

[[article.section]]
number = 1
summary = { text = { en = "Again." }, confidence = "unverified" }
"#,
        says: &[
            "geodata/treaty/articles.toml:14:10: [duplicate-id] article 12 has a section 1 already. Remove one of the two, or correct its number.",
        ],
    },
    Breach {
        what: "the area of a line",
        file: "features/corridor.geojson",
        old: r#""measure": "length""#,
        new: r#""measure": "area""#,
        says: &[
            "geodata/features/corridor.geojson:22:93: [unmeasurable] A figure of feature “rasht-astara-railway” asks for the measured area, but its geometry has none. Measure the length of lines and borders and the distance of points in km or m and the area of polygons in km2, or remove “measure”.",
        ],
    },
    Breach {
        what: "a length in square kilometres",
        file: "features/corridor.geojson",
        old: r#""unit": "km""#,
        new: r#""unit": "km2""#,
        says: &[
            "geodata/features/corridor.geojson:22:94: [unmeasurable] A figure of feature “rasht-astara-railway” asks for the measured length, but it is given in km2. Measure the length of lines and borders and the distance of points in km or m and the area of polygons in km2, or remove “measure”.",
        ],
    },
];
