//! Tests of the packed format and of the questions a basemap answers.

use super::format::importance;
use super::{Arc, ArcUse, Area, Basemap, DecodeError, Line, LineKind};
use proptest::collection::vec;
use proptest::prelude::*;

/// An island divided between two countries, with a river.
fn island() -> Basemap {
    let arc = |points: &[[f64; 2]], levels: &[u8]| Arc {
        points: points.to_vec(),
        importance: levels.iter().map(|&level| importance(level)).collect(),
    };
    let area = |name: &str, ring: &[ArcUse]| Area { name: name.to_owned(), rings: vec![ring.to_vec()] };
    Basemap {
        arcs: vec![
            arc(&[[1.0, 0.0], [1.1, 0.4], [0.9, 0.6], [1.0, 1.0]], &[11, 0, 4, 11]),
            arc(&[[1.0, 1.0], [0.0, 1.0], [0.0, 0.0], [1.0, 0.0]], &[11, 9, 10, 11]),
            arc(&[[1.0, 0.0], [2.0, 0.0001], [2.0, 1.0], [1.0, 1.0]], &[11, 9, 10, 11]),
        ],
        countries: vec![area("WST", &[0, 1]), area("EST", &[2, !0])],
        provinces: vec![area("East", &[2, !0])],
        lines: vec![Line { kind: LineKind::River, name: "Río".to_owned(), arcs: vec![!0] }],
        ..Basemap::default()
    }
}

#[test]
fn bytes_are_stable() {
    let golden = "5441424d016000000003131310\
                  2032633200f300f40020001f4e00000000010001004e004e00c864c80000f30000021e\
                  00000000000000010000004e000004090a090a02035753540102000203455354\
                  0102040501044561737401020405000001030452c3ad6f0101";
    let bytes: String = island().encode().iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(bytes, golden);
}

#[test]
fn what_is_packed_is_read_again() {
    assert_eq!(Basemap::decode(&island().encode()), Ok(island()));
}

#[test]
fn the_coarse_level_has_the_same_parts_and_fewer_points() {
    let mut fine = island();
    let islet = [[30.0, 20.0], [30.01, 20.0], [30.01, 20.01], [30.0, 20.01], [30.0, 20.0]];
    fine.arcs.push(Arc { points: islet.to_vec(), importance: vec![f32::INFINITY; 5] });
    fine.seas = vec![Area { name: "Sea".to_owned(), rings: vec![vec![0, 1], vec![3]] }];
    let coarse = fine.coarse();
    assert_eq!((&coarse.countries, &coarse.seas, &coarse.lines), (&fine.countries, &fine.seas, &fine.lines));
    let sizes: Vec<usize> = coarse.arcs.iter().map(|arc| arc.points.len()).collect();
    // In the margin what matters less than 36 km is gone, and the islet altogether.
    assert_eq!(sizes, [2, 3, 3, 0]);
    assert_eq!(coarse.arcs[0].points.last(), coarse.arcs[1].points.first(), "arcs have come apart");
    assert_eq!(Basemap::decode(&coarse.encode()), Ok(coarse));
}

#[test]
fn parts_are_merged() {
    let both = Basemap::decode(&[island().encode(), island().encode()].concat()).expect("two parts");
    assert_eq!((both.arcs.len(), both.countries.len(), both.lines.len()), (6, 4, 2));
    assert_eq!(both.countries[3].rings, [[5, !3]]);
    assert_eq!(both.ring(&both.countries[3].rings[0], 0.0), both.ring(&both.countries[1].rings[0], 0.0));
}

#[test]
fn mistakes_are_named() {
    let good = island().encode();
    let with = |at: usize, byte: u8| {
        let mut bytes = good.clone();
        bytes[at] = byte;
        Basemap::decode(&bytes)
    };
    assert_eq!(Basemap::decode(&[]), Err(DecodeError::Empty));
    assert_eq!(with(0, b'X'), Err(DecodeError::Magic(0)));
    assert_eq!(with(4, 99), Err(DecodeError::Version(99)));
    assert_eq!(with(5, good[5] + 1), Err(DecodeError::Truncated));
    assert_eq!(with(good.len() - 1, 6), Err(DecodeError::ArcUse));
    assert_eq!(with(good.len() - 8, 7), Err(DecodeError::Kind(7)));
    assert_eq!(Basemap::decode(&[good.as_slice(), b"more"].concat()), Err(DecodeError::Magic(good.len())));
    assert_eq!(DecodeError::Version(9).to_string(), "the basemap has format version 9, this program reads 1");
}

#[test]
fn rings_are_joined_and_thinned() {
    let island = island();
    let whole = island.ring(&[2, !0], 0.0);
    assert_eq!(whole.len(), 7);
    assert_eq!(whole.first(), whole.last());
    assert_eq!(island.ring(&[2, !0], 5.0), [[1.0, 0.0], [2.0, 0.0001], [2.0, 1.0], [1.0, 1.0], [1.0, 0.0]]);
    assert_eq!(island.ring(&[7, !7, ArcUse::MIN], 0.0), Vec::<[f64; 2]>::new());
}

#[test]
fn areas_are_found_by_name() {
    let island = island();
    assert_eq!(island.areas_for("country:EST"), [&island.countries[1]]);
    assert_eq!(island.areas_for("province:East"), [&island.provinces[0]]);
    for unknown in ["country:QQQ", "province:", "East", "", "planet:East"] {
        assert!(island.areas_for(unknown).is_empty(), "{unknown}");
    }
    let west = island.country("WST").expect("a western country");
    assert!(island.contains(west, 0.5, 0.5) && !island.contains(west, 1.5, 0.5) && !island.contains(west, -1.0, 0.5));
}

/// A basemap that the format can hold exactly.
fn any_basemap() -> impl Strategy<Value = Basemap> {
    let coordinate = |limit: i32| (-limit..=limit, prop_oneof![Just(1), Just(10), Just(40)]);
    let degrees = |(value, unit): (i32, i32)| f64::from(value / unit * unit) / 10_000.0;
    let place = (coordinate(1_800_000), coordinate(900_000)).prop_map(move |(x, y)| [degrees(x), degrees(y)]);
    let arc = vec((place, 0u8..12), 2..20).prop_map(|pairs| {
        let (points, levels): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        let mut importance: Vec<f32> = levels.into_iter().map(importance).collect();
        let last = importance.len() - 1;
        (importance[0], importance[last]) = (f32::INFINITY, f32::INFINITY);
        Arc { points, importance }
    });
    vec(arc, 1..8).prop_flat_map(|arcs| {
        let count = arcs.len() as ArcUse;
        let ring = move || vec(-count..count, 0..6);
        let areas = move || vec(("\\PC{0,8}", vec(ring(), 0..3)).prop_map(|(name, rings)| Area { name, rings }), 0..4);
        let kind = prop_oneof![
            Just(LineKind::Border),
            Just(LineKind::DisputedBorder),
            Just(LineKind::ProvinceBorder),
            Just(LineKind::River)
        ];
        let line = (kind, "\\PC{0,8}", ring()).prop_map(|(kind, name, arcs)| Line { kind, name, arcs });
        (Just(arcs), areas(), areas(), areas(), areas(), vec(line, 0..4)).prop_map(
            |(arcs, countries, provinces, seas, lakes, lines)| Basemap {
                arcs,
                countries,
                provinces,
                seas,
                lakes,
                lines,
            },
        )
    })
}

proptest! {
    #[test]
    fn round_trip(basemap in any_basemap()) {
        prop_assert_eq!(Basemap::decode(&basemap.encode()), Ok(basemap));
    }

    #[test]
    fn damaged_bytes_never_panic(
        basemap in any_basemap(),
        changes in vec((any::<prop::sample::Index>(), any::<u8>()), 0..6),
        length in any::<prop::sample::Index>(),
    ) {
        let mut bytes = basemap.encode();
        for (at, byte) in changes {
            // Behind the head, so that the damage is not just a wrong mark.
            let at = 9 + at.index(bytes.len() - 9);
            bytes[at] = byte;
        }
        let _ = Basemap::decode(&bytes);
        prop_assert!(Basemap::decode(&bytes[..length.index(bytes.len())]).is_err());
    }

    #[test]
    fn any_bytes_never_panic(body in vec(any::<u8>(), 0..200)) {
        let _ = Basemap::decode(&body);
        let head = [b"TABM\x01".as_slice(), &(body.len() as u32).to_le_bytes()].concat();
        if let Ok(basemap) = Basemap::decode(&[head, body].concat()) {
            for area in basemap.countries.iter().chain(&basemap.seas) {
                basemap.contains(area, 1.0, 1.0);
            }
        }
    }
}
