//! `cargo xtask world`: the base map of the world view, made again.
//!
//! Reads Natural Earth's countries (public domain) as the npm package
//! `world-atlas` has them in TopoJSON, and CLDR's table of country codes (npm
//! package `cldr-core`, Unicode-3.0), and writes `www/world.bin`: borders that
//! two countries share are there once, as differences of whole twentieths of a
//! degree. `src/core/map/world/atlas.rs` reads it and says how it is written.

use std::path::Path;

use serde_json::Value;

use crate::tools::{self, CLDR, Needs, Toolbox, WORLD_ATLAS};
use crate::{Outcome, no_arguments, say, workspace};

/// Steps per degree.
const STEPS: f64 = 20.0;

/// Has no code in ISO 3166-1; CLDR and others say XK.
const KOSOVO: &str = "Kosovo";

/// For a land without a code.
const NO_CODE: &str = "--";

const NEEDS: Needs = Needs { rust: &[], system: &[&tools::NODE], tools: &[&WORLD_ATLAS, &CLDR] };

/// Writes the base map.
pub(crate) fn command(arguments: &[String]) -> Outcome {
    no_arguments("world", arguments)?;
    let map = made(&tools::setup(NEEDS)?)?;
    let path = workspace::root().join("www/world.bin");
    std::fs::write(&path, &map)
        .map_err(|error| format!("can't write {}: {error}", path.display()))?;
    say::note(&format!("wrote {} ({} bytes)", path.display(), map.len()));
    Ok(())
}

/// The base map as the script makes it.
pub(crate) fn made(toolbox: &Toolbox) -> Outcome<Vec<u8>> {
    let coarse_path = toolbox.tool(&WORLD_ATLAS)?;
    let coarse = Topology::read(coarse_path)?.cut()?;
    let fine = Topology::read(&coarse_path.with_file_name("countries-50m.json"))?;
    let codes = json(toolbox.tool(&CLDR)?)?;
    write(&coarse, &fine, &codes["supplemental"]["codeMappings"])
}

fn json(path: &Path) -> Outcome<Value> {
    let fail = |error: &dyn std::fmt::Display| format!("can't read {}: {error}", path.display());
    let text = std::fs::read_to_string(path).map_err(|error| fail(&error))?;
    serde_json::from_str(&text).map_err(|error| fail(&error))
}

/// A TopoJSON file of countries, in degrees.
struct Topology {
    arcs: Vec<Vec<[f64; 2]>>,
    countries: Vec<Country>,
}

struct Country {
    /// ISO 3166-1 numeric; empty where there is none.
    number: String,
    name: String,
    /// Arcs; the complement stands for one that is gone backwards.
    rings: Vec<Vec<i64>>,
}

impl Topology {
    fn read(path: &Path) -> Outcome<Self> {
        let file = json(path)?;
        Self::of(&file).ok_or_else(|| format!("{} is not as expected", path.display()))
    }

    fn of(file: &Value) -> Option<Self> {
        let pair = |value: &Value| Some([value.get(0)?.as_f64()?, value.get(1)?.as_f64()?]);
        let transform = &file["transform"];
        let (scale, offset) = (pair(&transform["scale"])?, pair(&transform["translate"])?);
        let mut arcs = Vec::new();
        for arc in file["arcs"].as_array()? {
            let (mut at, mut points) = ([0.0, 0.0], Vec::new());
            for step in arc.as_array()? {
                let step = pair(step)?;
                at = [at[0] + step[0], at[1] + step[1]];
                points.push([at[0] * scale[0] + offset[0], at[1] * scale[1] + offset[1]]);
            }
            arcs.push(points);
        }
        let mut countries = Vec::new();
        for geometry in file["objects"]["countries"]["geometries"].as_array()? {
            let polygons = match geometry["type"].as_str()? {
                "Polygon" => vec![geometry["arcs"].as_array()?],
                _ => {
                    let polygons = geometry["arcs"].as_array()?;
                    polygons.iter().map(Value::as_array).collect::<Option<_>>()?
                }
            };
            let mut rings = Vec::new();
            for ring in polygons.into_iter().flatten() {
                let arcs = ring.as_array()?.iter().map(Value::as_i64);
                rings.push(arcs.collect::<Option<Vec<_>>>()?);
            }
            countries.push(Country {
                number: geometry["id"].as_str().unwrap_or_default().into(),
                name: geometry["properties"]["name"].as_str()?.into(),
                rings,
            });
        }
        Some(Topology { arcs, countries })
    }

    /// Cuts along the antimeridian what lies across it, and leads round the pole
    /// what lies around it.
    fn cut(mut self) -> Outcome<Self> {
        let mut arcs: Vec<Vec<[f64; 2]>> = Vec::new();
        // Which arcs each arc has become, one after the other.
        let mut pieces: Vec<Vec<i64>> = Vec::new();
        for arc in &self.arcs {
            let mut ids = vec![arcs.len() as i64];
            let mut piece: Vec<[f64; 2]> = Vec::new();
            for &[x, y] in arc {
                if let Some(&[before_x, before_y]) = piece.last()
                    && (x - before_x).abs() > 180.0
                {
                    let edge = 180_f64.copysign(before_x);
                    let (to_edge, beyond) = (edge - before_x, x + edge);
                    let share =
                        if to_edge + beyond == 0.0 { 0.0 } else { to_edge / (to_edge + beyond) };
                    let crossing_y = before_y + (y - before_y) * share;
                    piece.push([edge, crossing_y]);
                    arcs.push(std::mem::take(&mut piece));
                    ids.push(arcs.len() as i64);
                    piece.push([-edge, crossing_y]);
                }
                piece.push([x, y]);
            }
            arcs.push(piece);
            pieces.push(ids);
        }
        self.arcs = arcs;
        for country in &mut self.countries {
            for ring in std::mem::take(&mut country.rings) {
                let mut walked = Vec::new();
                for arc in ring {
                    let parts = &pieces[(if arc < 0 { !arc } else { arc }) as usize];
                    if arc < 0 {
                        walked.extend(parts.iter().rev().map(|part| !part));
                    } else {
                        walked.extend(parts);
                    }
                }
                let cut = cut_ring(&mut self.arcs, walked);
                country.rings.extend(cut.ok_or_else(|| format!("can't cut {}", country.name))?);
            }
        }
        Ok(self)
    }

    fn points(&self, ring: &[i64]) -> Vec<[f64; 2]> {
        let mut points = Vec::new();
        for &arc in ring {
            let forward = &self.arcs[(if arc < 0 { !arc } else { arc }) as usize];
            if arc < 0 {
                points.extend(forward.iter().rev());
            } else {
                points.extend(forward);
            }
        }
        points
    }

    /// The middle of the largest part of `country`.
    fn middle(&self, country: &Country) -> [f64; 2] {
        let mut best = (0.0, [0.0, 0.0]);
        for ring in &country.rings {
            let points = self.points(ring);
            let (mut area, mut sum) = (0.0, [0.0, 0.0]);
            for pair in points.windows(2) {
                let ([ax, ay], [bx, by]) = (pair[0], pair[1]);
                let part = ax * by - bx * ay;
                area += part;
                sum = [sum[0] + part * (ax + bx), sum[1] + part * (ay + by)];
            }
            if f64::abs(area) > best.0 {
                best = (area.abs(), sum.map(|sum| sum / (3.0 * area)));
            }
        }
        best.1
    }
}

/// The two ends of an arc in the direction in which it is gone.
fn ends(arcs: &[Vec<[f64; 2]>], arc: i64) -> Option<[[f64; 2]; 2]> {
    let points = &arcs[(if arc < 0 { !arc } else { arc }) as usize];
    let (first, last) = (*points.first()?, *points.last()?);
    Some(if arc < 0 { [last, first] } else { [first, last] })
}

/// The rings that `ring` falls into where it jumps from one side of the map to
/// the other; nothing if it does so in a way that does not come up.
fn cut_ring(arcs: &mut Vec<Vec<[f64; 2]>>, mut ring: Vec<i64>) -> Option<Vec<Vec<i64>>> {
    let jumps = |ring: &[i64], place: usize, arcs: &[Vec<[f64; 2]>]| {
        let next = ring[(place + 1) % ring.len()];
        Some((ends(arcs, ring[place])?[1][0] - ends(arcs, next)?[0][0]).abs() > 180.0)
    };
    let mut found = Vec::new();
    for place in 0..ring.len() {
        if jumps(&ring, place, arcs)? {
            found.push(place + 1);
        }
    }
    let join = |arcs: &mut Vec<Vec<[f64; 2]>>, mut part: Vec<i64>, pole: Option<f64>| {
        let (from, to) = (ends(arcs, *part.last()?)?[1], ends(arcs, part[0])?[0]);
        part.push(arcs.len() as i64);
        arcs.push(match pole {
            Some(pole) => vec![from, [from[0], pole], [to[0], pole], to],
            None => vec![from, to],
        });
        Some(part)
    };
    match found[..] {
        [] => Some(vec![ring]),
        // Round a pole: of all land, Antarctica alone.
        [jump] => {
            let count = ring.len();
            ring.rotate_left(jump % count);
            Some(vec![join(arcs, ring, Some(-90.0))?])
        }
        [first, second] => {
            let inner = ring[first..second].to_vec();
            let count = ring.len();
            ring.rotate_left(second % count);
            ring.truncate(count - inner.len());
            Some(vec![join(arcs, ring, None)?, join(arcs, inner, None)?])
        }
        _ => None,
    }
}

/// Two letters for a country.
fn code<'a>(country: &Country, codes: &'a Value) -> &'a str {
    if country.name == KOSOVO {
        return "XK";
    }
    let is_it = |(code, entry): &(&'a String, &Value)| {
        code.len() == 2 && !country.number.is_empty() && entry["_numeric"] == *country.number
    };
    let found = codes.as_object().and_then(|codes| codes.iter().find(is_it));
    found.map_or(NO_CODE, |(code, _)| code)
}

fn write(coarse: &Topology, fine: &Topology, codes: &Value) -> Outcome<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut pen = Pen::default();
    unsigned(&mut bytes, coarse.arcs.len() as u64);
    for arc in &coarse.arcs {
        let mut points: Vec<[i64; 2]> = arc.iter().map(steps).collect();
        points.dedup();
        unsigned(&mut bytes, points.len() as u64);
        for point in points {
            pen.go(&mut bytes, point);
        }
    }
    unsigned(&mut bytes, coarse.countries.len() as u64);
    let mut last = 0;
    for country in &coarse.countries {
        bytes.extend(code(country, codes).bytes());
        unsigned(&mut bytes, country.rings.len() as u64);
        for ring in &country.rings {
            unsigned(&mut bytes, ring.len() as u64);
            for &arc in ring {
                signed(&mut bytes, arc - last);
                last = arc;
            }
        }
    }
    let is_missing = |country: &&Country| {
        !coarse.countries.iter().any(|other| other.name == country.name)
            && !coarse.countries.iter().any(|other| other.number == country.number)
    };
    let missing: Vec<&Country> = fine.countries.iter().filter(is_missing).collect();
    unsigned(&mut bytes, missing.len() as u64);
    for country in missing {
        let code = code(country, codes);
        if code == NO_CODE {
            return Err(format!("no code for {}", country.name));
        }
        bytes.extend(code.bytes());
        pen.go(&mut bytes, steps(&fine.middle(country)));
    }
    Ok(bytes)
}

fn steps(degrees: &[f64; 2]) -> [i64; 2] {
    degrees.map(|degrees| (degrees * STEPS).round() as i64)
}

/// Writes each point as the way from the one before.
#[derive(Default)]
struct Pen([i64; 2]);

impl Pen {
    fn go(&mut self, bytes: &mut Vec<u8>, to: [i64; 2]) {
        signed(bytes, to[0] - self.0[0]);
        signed(bytes, to[1] - self.0[1]);
        self.0 = to;
    }
}

/// Seven bits to a byte, the lowest first; the eighth says that more follow.
fn unsigned(bytes: &mut Vec<u8>, mut number: u64) {
    while number > 127 {
        bytes.push(number as u8 & 127 | 128);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// The sign in the lowest bit.
fn signed(bytes: &mut Vec<u8>, number: i64) {
    unsigned(bytes, (number << 1 ^ number >> 63) as u64);
}
