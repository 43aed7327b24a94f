//! The text about method, borders, names and data.

use super::scope::Scope;
use atlas_model::Lang;
use maud::{Markup, html};

const METHOD: [(&str, &str, &str, &str); 5] = [
    (
        "How to read it",
        "Every place, article and commentary has a page of its own, with the map framed on it. A place names the articles that concern it and what each commentator says, with the paragraph. An article or a claim lights up its places. Links drawn by the atlas rather than by the author are marked as inferred.",
        "شیوهٔ خواندن",
        "هر جا، هر ماده و هر تفسیر صفحه‌ای از آن خود دارد که نقشه را بر همان موضوع قاب می‌کند. صفحهٔ هر جا ماده‌های مربوط و گفتهٔ هر مفسر را با شمارهٔ بند می‌آورد. هر ماده یا ادعا جاهای خود را روی نقشه برجسته می‌کند. پیوندهایی که اطلس برقرار کرده و در متن نیامده، با نشان استنباط مشخص است.",
    ),
    (
        "How sure it is",
        "The full text of the treaty was not available to the editors. Each article therefore carries its level: from the wording, from a summary, known from a commentary only, or not verified. Where the content is not verified the page says so and names the official text. Status lines carry the date of the newest information seen.",
        "میزان اطمینان",
        "متن کامل پیمان در دسترس ویراستاران نبود. از این رو هر ماده سطح اطمینان خود را نشان می‌دهد: از متن، از خلاصه، تنها از راه یک تفسیر، یا تأییدنشده. جایی که محتوا تأیید نشده، صفحه آن را می‌گوید و متن رسمی را نام می‌برد. سطرهای وضعیت تاریخ تازه‌ترین اطلاع دیده‌شده را دارند.",
    ),
    (
        "Borders",
        "Borders follow the position of the United Nations General Assembly where it has taken one; where control differs, the line of control is drawn dashed and named. Crimea and the four regions that Russia declared annexed in 2022 are drawn as Ukraine with the line of claim dashed; the Golan as occupied Syrian territory; Kashmir with dashed lines of control; Abkhazia and South Ossetia dashed within Georgia; Northern Cyprus dashed. The 1994–2020 line in Karabakh is history.",
        "مرزها",
        "مرزها هر جا مجمع عمومی سازمان ملل موضعی گرفته باشد از آن پیروی می‌کند؛ جایی که کنترل زمین با آن فرق دارد، خط کنترل به صورت خط‌چین و با نام کشیده می‌شود. کریمه و چهار منطقه‌ای که روسیه در ۲۰۲۲ الحاق‌شده اعلام کرد جزو اوکراین و با خط ادعای خط‌چین رسم شده است؛ جولان به عنوان خاک اشغالی سوریه؛ کشمیر با خطوط کنترل خط‌چین؛ آبخازیا و اوستیای جنوبی خط‌چین در درون گرجستان؛ قبرس شمالی خط‌چین. خط ۱۹۹۴ تا ۲۰۲۰ قره‌باغ به تاریخ تعلق دارد.",
    ),
    (
        "Names",
        "Labels use the neutral name in the reader’s language. Names that some use and others reject stand on the page of the place, with who uses them.",
        "نام‌ها",
        "برچسب‌ها نام خنثی را به زبان خواننده می‌آورند. نام‌هایی که برخی به کار می‌برند و برخی نمی‌پذیرند در صفحهٔ همان جا با نام به کار برندگانش آمده است.",
    ),
    (
        "Lines",
        "Railways, pipelines and sea lanes were drawn for this atlas through towns with known positions. A line whose course is not published, or not fixed, is drawn and labelled as schematic. Lengths and areas are measured from the geometry on the ellipsoid and shown beside the figures that the sources claim.",
        "خط‌ها",
        "راه‌آهن‌ها، خطوط لوله و مسیرهای دریایی برای این اطلس از میان شهرهایی با مختصات معلوم کشیده شده است. خطی که مسیرش منتشر یا قطعی نشده، طرح‌واره کشیده و نامیده می‌شود. طول‌ها و مساحت‌ها از روی هندسه بر بیضوی اندازه‌گیری شده و کنار ارقام منابع آمده است.",
    ),
];

/// The sections on method, in the language of the page.
pub fn sections(cx: &Scope) -> Markup {
    html! {
        @for (title, text, title_fa, text_fa) in METHOD {
            section {
                h2 { (if cx.lang == Lang::Fa { title_fa } else { title }) }
                p { (if cx.lang == Lang::Fa { text_fa } else { text }) }
            }
        }
    }
}

/// Whose data the map rests on, under which licence. The names are those the licences ask for.
const CREDITS: [&str; 5] = [
    "Borders, coasts, the Caspian and the BTC pipeline: © OpenStreetMap contributors, Open Database License 1.0",
    "Lakes, provinces and disputed lines: Natural Earth, public domain",
    "Rivers: GSHHG / World Data Bank II, GNU Lesser General Public License 3",
    "Towns: GeoNames, CC BY 4.0",
    "Own text and lines: Treaty Atlas, CC BY 4.0. Code: MIT or Apache 2.0",
];

/// The credits as a list.
pub fn credits() -> Markup {
    html! { ul lang="en" dir="ltr" { @for credit in CREDITS { li { (credit) } } } }
}
