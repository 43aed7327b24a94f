//! The list of the rules.

use serde::{Serialize, Serializer};
use std::fmt;

/// Declares [`Rule`] together with the names of its variants.
macro_rules! rules {
    ($(#[$about:meta])* pub enum Rule { $($(#[$doc:meta])* $rule:ident = $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$doc])* $rule,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Rule] = &[$(Rule::$rule),*];

            /// The name shown in brackets.
            pub fn name(self) -> &'static str {
                match self {
                    $(Rule::$rule => $name,)*
                }
            }
        }
    };
}

rules! {
    /// What the content must follow. One variant for each rule; all of them are checked in every run:
    ///
    /// - [x] files are where they belong, readable and well-formed
    /// - [x] keys are complete, known, given once and of the right type
    /// - [x] words, dates, numbers, addresses, ids and references are written as the guide says
    /// - [x] ids are given once, and everything that is named exists
    /// - [x] every text has English, every place its name in all languages
    /// - [x] every statement has a source or the mark “unverified”
    /// - [x] quotations stay short, and Persian has its own letters
    /// - [x] a status is dated, ordered and says as of when
    /// - [x] every article is there once; every paragraph of a commentary is claimed or silent
    /// - [x] geometry is valid, in the frame, of sensible precision, and says where it is from
    ///
    /// Texts other than names may wait for their translation: the page says so, and `check --report` lists them.
    pub enum Rule {
        /// A file can be read and is UTF-8.
        Unreadable = "unreadable",
        /// A file is well-formed TOML or JSON; comments and trailing commas are not JSON.
        Syntax = "syntax",
        /// The files that every atlas has are there.
        MissingFile = "missing-file",
        /// A folder holds only files that are read.
        StrayFile = "stray-file",

        /// A required key is present.
        MissingKey = "missing-key",
        /// A key is one that the guide knows.
        UnknownKey = "unknown-key",
        /// A key is given once.
        DuplicateKey = "duplicate-key",
        /// A value is of the expected type.
        WrongType = "wrong-type",
        /// A word is one of the words allowed there.
        UnknownWord = "unknown-word",
        /// A language code is one of the atlas (texts), or has the form of one (documents).
        UnknownLanguage = "unknown-language",
        /// A number lies within its limits.
        BadNumber = "bad-number",
        /// A date is a day, month or year of the calendar.
        BadDate = "bad-date",
        /// An article reference is written `12`, `3.4` or `35-41` and within the treaty.
        BadArticle = "bad-article",
        /// A paragraph is written `12` or `14-15`.
        BadParagraph = "bad-paragraph",
        /// A tour's target is written `place:…`, `article:…`, `claim:…` or `source:…`.
        BadTarget = "bad-target",
        /// An id is lower-case letters, digits and single hyphens.
        BadId = "bad-id",
        /// An address begins with `https://` or `http://`.
        BadUrl = "bad-url",
        /// A colour is written `#66081e`.
        BadColour = "bad-colour",
        /// Colours of layers can be read as text on every ground of the map.
        LowContrast = "low-contrast",
        /// Colours of layers can be told apart by every eye.
        SimilarColours = "similar-colours",
        /// There are as many words, or digits, as are needed.
        WordCount = "word-count",
        /// A text that is given is not blank.
        EmptyText = "empty-text",

        /// An id is given once.
        DuplicateId = "duplicate-id",
        /// The same link is made once.
        RepeatedLink = "repeated-link",
        /// A place that is named exists.
        DanglingPlace = "dangling-place",
        /// An article or section that is named exists.
        DanglingArticle = "dangling-article",
        /// A claim that is named exists.
        DanglingClaim = "dangling-claim",
        /// A source that is named exists.
        DanglingSource = "dangling-source",
        /// A layer that is named exists.
        DanglingLayer = "dangling-layer",
        /// Nothing is a part of itself, and no claim disputes itself.
        Circular = "circular",
        /// An area of the basemap that is named exists.
        UnknownArea = "unknown-area",

        /// A text exists in English.
        MissingEnglish = "missing-english",
        /// The name of a place exists in every language of the atlas, what the atlas itself is called in every one offered.
        MissingTranslation = "missing-translation",
        /// A statement has a source or is marked unverified.
        MissingSource = "missing-source",
        /// A quotation has at most eleven words.
        LongQuotation = "long-quotation",
        /// Persian is written with ی, ک and هٔ, not with letters that look like them.
        ForeignLetter = "foreign-letter",

        /// A status entry has a date.
        UndatedStatus = "undated-status",
        /// Status entries stand in order of time.
        UnorderedStatus = "unordered-status",
        /// A feature with a status says as of when that is known, and not earlier than its last entry.
        AsOf = "as-of",

        /// The preamble and every article are there.
        MissingArticle = "missing-article",
        /// The id of a claim begins with the id of its commentary.
        ForeignClaim = "foreign-claim",
        /// A paragraph lies within the commentary.
        ParagraphOutside = "paragraph-outside",
        /// Every paragraph of a commentary has a claim or is listed as silent.
        ParagraphUnread = "paragraph-unread",
        /// No paragraph has a claim and is listed as silent as well.
        ParagraphTwice = "paragraph-twice",

        /// A geometry is a GeoJSON geometry of points, lines or polygons.
        BadGeometry = "bad-geometry",
        /// A geometry says how good it is, where it is from and under which licence.
        UndescribedGeometry = "undescribed-geometry",
        /// A feature has a geometry of its own or takes one from the basemap, not both.
        TwoGeometries = "two-geometries",
        /// Longitude lies within −180 to 180 degrees, latitude within −90 to 90.
        OutOfRange = "out-of-range",
        /// A position lies within the frame of the atlas.
        OutsideFrame = "outside-frame",
        /// A coordinate has at most four decimals.
        TooPrecise = "too-precise",
        /// A line has two points or more.
        ShortLine = "short-line",
        /// On land a line of a railway, route or pipeline has a point at least every 30 kilometres.
        LongLeg = "long-leg",
        /// A ring has four positions or more and ends where it began.
        OpenRing = "open-ring",
        /// Outer rings run counter-clockwise, holes clockwise (RFC 7946).
        RingWinding = "ring-winding",
        /// A ring does not cross or touch itself.
        SelfCrossing = "self-crossing",
        /// Holes lie inside their polygon, and polygons of one feature do not overlap.
        InvalidPolygon = "invalid-polygon",
        /// A figure to be measured is a length, a border, a distance of points or an area, in a unit of that.
        Unmeasurable = "unmeasurable",
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
