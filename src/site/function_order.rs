//! The functions of the program in an order that compresses well.
//!
//! Compilers write a generic function anew for each type, and what they write differs by a few bytes. A compressor finds
//! that a function resembles another one, and says so in fewer bits the nearer that one is. So functions that are the same
//! become one, and of all others each is followed by the one most like it: 4 % of the program less to fetch.

use rayon::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, Encode, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload, TypeRef};

/// Functions are compared by all runs of so many bytes in them.
const RUN: usize = 5;
/// How many samples of its runs stand for a function (min-wise hashing: A. Z. Broder, *On the resemblance and containment
/// of documents*, 1997). Two functions share about that part of their samples that they share of their runs.
const SAMPLES: usize = 96;
/// Samples that two functions must share at least to be alike.
const ALIKE: usize = 2;
/// Of functions that share a sample at most so many are compared: some runs are everywhere.
const COMPARED: usize = 400;

type Reencoded<T> = std::result::Result<T, Error>;

/// The same program with its functions in another order, and no two of them the same.
///
/// # Errors
/// When it is no valid program.
pub(crate) fn arranged(wasm: &[u8]) -> Reencoded<Vec<u8>> {
    let program = WasmModule::read(wasm)?;
    let mut layout = Layout::of(&program);
    program.merge_same(&mut layout)?;
    let kept: Vec<usize> = (0..program.bodies.len()).filter(|at| layout.stands_for_itself(&program, *at)).collect();
    let code: Vec<&[u8]> = kept.iter().map(|at| program.bodies[*at].as_bytes()).collect();
    let order = by_likeness(&code).into_iter().map(|index| kept[index]).collect();
    layout.settle(&program, order);
    let mut module = Module::new();
    layout.parse_core_module(&mut module, Parser::new(0), wasm)?;
    Ok(module.finish())
}

/// What has to be known of a program.
struct WasmModule<'a> {
    /// Functions of the browser's, which come first in the numbering.
    imported: usize,
    /// The types and bodies of its own functions.
    types: Vec<u32>,
    bodies: Vec<FunctionBody<'a>>,
}

impl<'a> WasmModule<'a> {
    fn read(wasm: &'a [u8]) -> Reencoded<WasmModule<'a>> {
        let mut program = WasmModule { imported: 0, types: Vec::new(), bodies: Vec::new() };
        for part in Parser::new(0).parse_all(wasm) {
            match part? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        program.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(types) => program.types = types.into_iter().collect::<Result<_, _>>()?,
                Payload::CodeSectionEntry(body) => program.bodies.push(body),
                _ => {}
            }
        }
        Ok(program)
    }

    /// Lets functions that do the same be one. Those that only differ in which of two such functions they call are the
    /// same thereafter, so it goes on until no more are found.
    fn merge_same(&self, layout: &mut Layout) -> Reencoded<()> {
        loop {
            let mut known = HashMap::new();
            let mut merged = false;
            for (at, body) in self.bodies.iter().enumerate() {
                if !layout.stands_for_itself(self, at) {
                    continue;
                }
                let mut code = CodeSection::new();
                layout.parse_function_body(&mut code, body.clone())?;
                let mut bytes = Vec::new();
                code.encode(&mut bytes);
                let first = *known.entry((self.types[at], bytes)).or_insert(at);
                if first != at {
                    layout.stand_in(self.imported + at, self.imported + first);
                    merged = true;
                }
            }
            if !merged {
                return Ok(());
            }
        }
    }
}

/// Which function stands where.
struct Layout {
    /// The new number of each function, imported ones first.
    numbers: Vec<u32>,
    /// The functions of the program's own in their new order, by their old place.
    order: Vec<usize>,
}

impl Layout {
    /// As it is.
    fn of(program: &WasmModule) -> Layout {
        let count = program.imported + program.bodies.len();
        Layout { numbers: (0..).take(count).collect(), order: (0..program.bodies.len()).collect() }
    }

    /// True when no other function stands in for this one of the program's own. Before numbers are settled.
    fn stands_for_itself(&self, program: &WasmModule, at: usize) -> bool {
        self.numbers[program.imported + at] as usize == program.imported + at
    }

    /// Lets a function stand in for another one, and for all those that the other one stood in for.
    fn stand_in(&mut self, other: usize, one: usize) {
        let (other, one) = (other as u32, one as u32);
        self.numbers.iter_mut().filter(|number| **number == other).for_each(|number| *number = one);
    }

    /// Numbers the functions anew in an order of those that are kept.
    fn settle(&mut self, program: &WasmModule, order: Vec<usize>) {
        let mut fresh: Vec<u32> = self.numbers.clone();
        for (number, at) in (program.imported as u32..).zip(&order) {
            fresh[program.imported + at] = number;
        }
        self.numbers.iter_mut().for_each(|number| *number = fresh[*number as usize]);
        self.order = order;
    }
}

impl Reencode for Layout {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Reencoded<u32> {
        Ok(self.numbers.get(function as usize).copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Reencoded<()> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        self.order.iter().for_each(|at| {
            functions.function(types[*at]);
        });
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Reencoded<()> {
        let bodies = section.into_iter().collect::<Result<Vec<FunctionBody>, _>>()?;
        for at in self.order.clone() {
            self.parse_function_body(code, bodies[at].clone())?;
        }
        Ok(())
    }
}

/// An order in which each is followed by the one most like it of those that are left, as far as there is one.
fn by_likeness(code: &[&[u8]]) -> Vec<usize> {
    let sampled: Vec<[u32; SAMPLES]> = code.par_iter().map(|code| samples(code)).collect();
    let mut sharing: HashMap<(usize, u32), Vec<usize>> = HashMap::new();
    for (index, samples) in sampled.iter().enumerate() {
        for sample in samples.iter().copied().enumerate() {
            sharing.entry(sample).or_default().push(index);
        }
    }
    let mut order: Vec<usize> = Vec::with_capacity(code.len());
    let mut taken = vec![false; code.len()];
    for first in 0..code.len() {
        let mut next = (!taken[first]).then_some(first);
        while let Some(one) = next {
            taken[one] = true;
            order.push(one);
            let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
            for sample in sampled[one].iter().copied().enumerate() {
                let others = sharing[&sample].iter().take(COMPARED);
                others.filter(|other| !taken[**other]).for_each(|other| *shared.entry(*other).or_default() += 1);
            }
            // Of those that are equally alike the nearest: neighbours come from the same source.
            let likest = shared.into_iter().max_by_key(|(other, count)| (*count, Reverse(other.abs_diff(one))));
            next = likest.filter(|(_, count)| *count >= ALIKE).map(|(other, _)| other);
        }
    }
    order
}

/// For each of some hash functions the least hash of all runs of bytes.
fn samples(code: &[u8]) -> [u32; SAMPLES] {
    let runs: HashSet<u64> =
        code.windows(RUN).map(|run| run.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte))).collect();
    let mut least = [u32::MAX; SAMPLES];
    for run in runs {
        let mut hash = mixed(run);
        for least in &mut least {
            *least = (*least).min((hash >> 32) as u32);
            hash = mixed(hash);
        }
    }
    least
}

/// A number that looks like any other (the finalizer of SplitMix64, G. L. Steele et al., 2014).
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, ExportSection, Function, ImportSection, TypeSection, ValType};
    use wasmparser::Validator;

    /// A program with an imported function and these, each of a number of additions and a function that it calls; the last
    /// one is exported.
    fn program(functions: &[(usize, u32)]) -> Vec<u8> {
        let (mut types, mut imports, mut own) = (TypeSection::new(), ImportSection::new(), FunctionSection::new());
        types.ty().function([ValType::I32], [ValType::I32]);
        imports.import("host", "f", EntityType::Function(0));
        let (mut exports, mut code) = (ExportSection::new(), CodeSection::new());
        for (additions, called) in functions {
            own.function(0);
            let mut function = Function::new([]);
            let mut body = function.instructions();
            body.local_get(0);
            (0..*additions).for_each(|_| {
                body.i32_const(7).i32_add();
            });
            body.call(*called).end();
            code.function(&function);
        }
        exports.export("last", ExportKind::Func, functions.len() as u32);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&own).section(&exports).section(&code);
        module.finish()
    }

    fn bodies(wasm: &[u8]) -> Vec<Vec<u8>> {
        let program = WasmModule::read(wasm).expect("a program");
        program.bodies.iter().map(|body| body.as_bytes().to_vec()).collect()
    }

    #[test]
    fn functions_that_are_the_same_become_one_and_so_do_their_callers() {
        // 1 and 2 are the same; 3 and 4 are once those are one.
        let wasm = program(&[(1, 0), (1, 0), (2, 1), (2, 2), (3, 4)]);
        let arranged = arranged(&wasm).expect("a program");
        Validator::new().validate_all(&arranged).expect("a valid program");
        assert_eq!(bodies(&arranged).len(), 3);
    }

    #[test]
    fn nothing_is_lost_where_no_two_are_the_same() {
        let wasm = program(&[(9, 0), (1, 1), (10, 0), (40, 2), (11, 3)]);
        let arranged = arranged(&wasm).expect("a program");
        Validator::new().validate_all(&arranged).expect("a valid program");
        assert_eq!(bodies(&arranged).len(), 5);
        assert_eq!(arranged.len(), wasm.len());
    }

    #[test]
    fn what_is_alike_lies_together() {
        let code: Vec<Vec<u8>> = (0..6u8)
            .map(|one| {
                (0..200u8)
                    .map(|byte| {
                        if one % 2 == 0 {
                            byte ^ (byte / 50)
                        } else {
                            byte.wrapping_mul(37) ^ (one * u8::from(byte == 9))
                        }
                    })
                    .collect()
            })
            .collect();
        let order = by_likeness(&code.iter().map(Vec::as_slice).collect::<Vec<_>>());
        assert_eq!(order[..3].iter().map(|one| one % 2).collect::<Vec<_>>(), [0, 0, 0], "{order:?}");
        let mut all = order.clone();
        all.sort_unstable();
        assert_eq!(all, [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn what_is_no_program_is_refused() {
        assert!(arranged(b"<!doctype html>").is_err());
    }
}
