//! Pictures as instructions, to be carried out where painting keeps nobody waiting: in a worker, by `www/painter.js`.

use super::canvas::{LineStyle, Surface, TextRun};
use crate::geometry::Curve;
use crate::scene::Align;

/// The instructions by number, in the order of the functions in `www/painter.js`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Instruction {
    Clear,
    Begin,
    Move,
    Line,
    Close,
    Circle,
    Fill,
    Stroke,
    Clip,
    Unclip,
    Text,
    Bent,
}

/// A recorded picture. Positions are CSS pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recording {
    /// Instructions, each followed by its numbers.
    pub steps: Vec<f32>,
    /// Colours, fonts and texts, to which some of the numbers refer.
    pub words: Vec<String>,
}

impl Recording {
    fn step(&mut self, step: Instruction, numbers: &[f64]) {
        self.steps.push(f32::from(step as u8));
        self.steps.extend(numbers.iter().map(|number| *number as f32));
    }

    /// The number of a word. A picture has a few dozen, most of them used again at once.
    fn word(&mut self, word: &str) -> f64 {
        let known = self.words.iter().rposition(|known| known == word);
        let at = known.unwrap_or_else(|| {
            self.words.push(word.to_owned());
            self.words.len() - 1
        });
        at as f64
    }
}

impl Surface for Recording {
    fn clear(&mut self, colour: &str) {
        let colour = self.word(colour);
        self.step(Instruction::Clear, &[colour]);
    }

    fn begin_path(&mut self) {
        self.step(Instruction::Begin, &[]);
    }

    fn move_to(&mut self, x: f64, y: f64) {
        self.step(Instruction::Move, &[x, y]);
    }

    fn line_to(&mut self, x: f64, y: f64) {
        self.step(Instruction::Line, &[x, y]);
    }

    fn close_path(&mut self) {
        self.step(Instruction::Close, &[]);
    }

    fn circle(&mut self, x: f64, y: f64, radius: f64) {
        self.step(Instruction::Circle, &[x, y, radius.max(0.0)]);
    }

    fn fill(&mut self, colour: &str, alpha: f64) {
        let colour = self.word(colour);
        self.step(Instruction::Fill, &[colour, alpha]);
    }

    fn stroke(&mut self, line: &LineStyle<'_>) {
        let colour = self.word(line.colour);
        let round = f64::from(u8::from(line.round));
        let dashes = line.dash.len() as f64;
        self.step(Instruction::Stroke, &[colour, line.width, line.alpha, round, line.dash_offset, dashes]);
        self.steps.extend(line.dash.iter().map(|length| *length as f32));
    }

    fn clip(&mut self) {
        self.step(Instruction::Clip, &[]);
    }

    fn unclip(&mut self) {
        self.step(Instruction::Unclip, &[]);
    }

    fn text(&mut self, text: &TextRun<'_>) {
        let align = match text.align {
            Align::Left => 0.0,
            Align::Middle => 1.0,
            Align::Right => 2.0,
        };
        let rtl = f64::from(u8::from(text.rtl));
        let [words, font, colour, halo] = [text.text, text.font, text.colour, text.halo].map(|word| self.word(word));
        let place = [text.at.x, text.at.y, text.baseline, text.angle, align, rtl, text.spacing];
        self.step(Instruction::Text, &[words, font]);
        self.steps.extend(place.into_iter().chain([colour, halo, text.halo_width, text.alpha]).map(|it| it as f32));
    }

    fn bent(&mut self, text: &TextRun<'_>, curve: &Curve) {
        let [words, font, colour, halo] = [text.text, text.font, text.colour, text.halo].map(|word| self.word(word));
        let Curve { from, control, to } = *curve;
        let place = [from.x, from.y, control.x, control.y, to.x, to.y, text.spacing];
        self.step(Instruction::Bent, &[words, font]);
        self.steps.extend(place.into_iter().chain([colour, halo, text.halo_width, text.alpha]).map(|it| it as f32));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAINTER: &str = include_str!("../../../www/painter.js");

    #[test]
    fn the_painter_knows_the_steps_in_this_order() {
        let steps = [
            Instruction::Clear,
            Instruction::Begin,
            Instruction::Move,
            Instruction::Line,
            Instruction::Close,
            Instruction::Circle,
            Instruction::Fill,
            Instruction::Stroke,
            Instruction::Clip,
            Instruction::Unclip,
            Instruction::Text,
            Instruction::Bent,
        ];
        let table = PAINTER.split("const carryOut = [").nth(1).and_then(|rest| rest.split("\n  ];").next());
        let known = table.expect("the table").lines().filter_map(|line| line.strip_prefix("    function "));
        let known: Vec<&str> = known.map(|line| line.split('(').next().unwrap_or_default()).collect();
        let wanted: Vec<String> = steps.iter().map(|step| format!("{step:?}").to_lowercase()).collect();
        assert_eq!(known, wanted);
        assert!(steps.iter().enumerate().all(|(at, step)| *step as usize == at));
    }

    #[test]
    fn words_are_kept_once_and_dashes_with_their_stroke() {
        let mut recording = Recording::default();
        recording.clear("#fff");
        recording.begin_path();
        recording.move_to(1.0, 2.5);
        recording.fill("#123", 0.5);
        let line =
            LineStyle { colour: "#fff", width: 2.0, alpha: 1.0, dash: &[3.0, 4.0], dash_offset: 1.0, round: true };
        recording.stroke(&line);
        assert_eq!(recording.words, ["#fff", "#123"]);
        let steps = [0.0, 0.0, 1.0, 2.0, 1.0, 2.5, 6.0, 1.0, 0.5, 7.0, 0.0, 2.0, 1.0, 1.0, 1.0, 2.0, 3.0, 4.0];
        assert_eq!(recording.steps, steps);
    }
}
