//! The reader must not see the script take over: the canvas shows what the prerendered map showed, nothing moves.

use crate::harness::{DESKTOP, PHONE, Screen, Tab, keep, test};

/// Share of pixels that may clearly differ: letters that a canvas sets a hair's breadth from where SVG does.
const DIFFERENT: f64 = 0.02;
/// Mean difference of a colour channel, of 255.
const MEAN: f64 = 2.5;

/// What the map looks like, without what only scripts can do.
async fn map(tab: &Tab) -> Picture {
    let hide = "document.querySelectorAll('.controls, .scale, .credit, .legend, .hint, .notes').forEach((it) => { \
                it.style.visibility = 'hidden'; })";
    tab.run(hide).await;
    let frame = "(() => { const { x, y, width, height } = document.querySelector('section.map').getBoundingClientRect(); \
                 const panel = document.querySelector('.panel').getBoundingClientRect(); \
                 return [x, y, width, panel.top > y + 50 ? Math.min(height, panel.top - y) : height]; })()";
    let part = tab.eval::<[f64; 4]>(frame).await;
    Picture::read(tab.picture(Some(part)).await)
}

struct Picture {
    png: Vec<u8>,
    width: u32,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    fn read(png: Vec<u8>) -> Picture {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(&png));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().expect("a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("a size")];
        let info = reader.next_frame(&mut bytes).expect("its pixels");
        let pixels = bytes[..info.buffer_size()].chunks_exact(info.color_type.samples());
        Picture { width: info.width, pixels: pixels.map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect(), png }
    }

    /// Mean difference of the channels, and the share of pixels that clearly differ.
    fn difference(&self, other: &Picture) -> (f64, f64) {
        assert_eq!((self.width, self.pixels.len()), (other.width, other.pixels.len()), "pictures of different sizes");
        let (mut sum, mut different) = (0, 0);
        for (one, other) in self.pixels.iter().zip(&other.pixels) {
            let apart: [u8; 3] = std::array::from_fn(|channel| one[channel].abs_diff(other[channel]));
            sum += apart.iter().map(|&difference| u64::from(difference)).sum::<u64>();
            different += usize::from(apart.iter().any(|&difference| difference > 48));
        }
        let count = self.pixels.len() as f64;
        (sum as f64 / count / 3.0, different as f64 / count)
    }
}

fn looks_the_same(name: &'static str, screen: Screen, page: &'static str, theme: &'static str) {
    test(screen, async |tab| {
        tab.media(&[("prefers-color-scheme", theme)]).await;
        tab.open_ready(page).await;
        let live = map(tab).await;
        tab.without_scripts().await;
        tab.goto(page).await;
        let still = map(tab).await;
        keep(&format!("handover/{name}-static.png"), &still.png);
        keep(&format!("handover/{name}-live.png"), &live.png);
        let colours: std::collections::BTreeSet<_> = still.pixels.iter().collect();
        assert!(colours.len() > 50, "there is no map in the picture");
        let (mean, different) = live.difference(&still);
        println!("{name}: mean {mean:.2}, different {:.2} %", different * 100.0);
        assert!(mean < MEAN && different < DIFFERENT, "mean {mean:.2}, different {:.2} %", different * 100.0);
    });
}

#[test]
fn the_opening_page_looks_the_same() {
    looks_the_same("home", DESKTOP, "/", "light");
}

#[test]
fn a_place_in_the_dark_looks_the_same() {
    looks_the_same("place-dark", DESKTOP, "/place/syunik/", "dark");
}

#[test]
fn a_phone_looks_the_same() {
    looks_the_same("phone", PHONE, "/place/rasht-astara-railway/", "light");
}

#[test]
fn persian_looks_the_same() {
    looks_the_same("fa", DESKTOP, "/fa/", "light");
}

#[test]
fn nothing_moves() {
    for screen in [DESKTOP, PHONE] {
        test(screen, async |tab| {
            for page in ["/", "/place/instc/", "/treaty/12/", "/fa/place/syunik/"] {
                tab.open_ready(page).await;
                tab.still().await;
                let shift = tab.eval::<f64>("notebook.shift").await;
                assert!(shift < 0.02, "{page} shifts by {shift}");
            }
        });
    }
}

#[test]
fn the_text_stays_the_same_element() {
    test(DESKTOP, async |tab| {
        tab.before_pages("addEventListener('DOMContentLoaded', () => { globalThis.before = document.querySelector('.prerendered h1'); })")
            .await;
        tab.open_ready("/place/instc/").await;
        assert!(
            tab.eval::<bool>(
                "before && before === document.querySelector('.prerendered h1') && before.checkVisibility()"
            )
            .await
        );
        assert_eq!(tab.text(".live").await, "", "the text stands twice");
    });
}
