//! The base map: `www/world.bin`, which `cargo xtask world` makes.
//!
//! Numbers are written seven bits to a byte, the lowest first; the eighth bit says
//! that more follow. Where they can be negative, the lowest bit is the sign.
//! A place is the way from the place written before, east and north, in
//! twentieths of a degree.
//!
//! 1. how many borders; for each, how many places, and these;
//! 2. how many countries; for each, its code (ISO 3166-1 alpha-2, `--` where it
//!    has none), how many rings, and for each ring how many borders, and which:
//!    the difference from the one named before, the complement if it is gone
//!    backwards;
//! 3. how many states too small to be drawn; for each, its code and its place.

/// The countries of the world.
#[derive(Debug, PartialEq)]
pub struct Atlas {
    /// Those that have borders, then those that are points.
    pub countries: Vec<Country>,
}

/// A country.
#[derive(Debug, PartialEq)]
pub struct Country {
    /// ISO 3166-1 alpha-2; `--` where there is none.
    pub code: String,
    /// Its outlines, in degrees: closed rings, of islands and of holes. Of a
    /// state too small to be drawn, one ring with one place.
    pub rings: Vec<Vec<[f64; 2]>>,
}

impl Atlas {
    /// Reads the base map; nothing when it is broken.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader { bytes, at: 0, place: [0; 2] };
        let mut borders = Vec::new();
        for _ in 0..reader.count()? {
            let mut border = Vec::new();
            for _ in 0..reader.count()? {
                border.push(reader.place()?);
            }
            borders.push(border);
        }
        let mut countries = Vec::new();
        let mut border = 0;
        for _ in 0..reader.count()? {
            let (code, mut rings) = (reader.code()?, Vec::new());
            for _ in 0..reader.count()? {
                let mut ring = Vec::new();
                for _ in 0..reader.count()? {
                    border += reader.signed()?;
                    let is_back = border < 0;
                    let places = borders.get((if is_back { !border } else { border }) as usize)?;
                    for index in 0..places.len() {
                        ring.push(places[if is_back { places.len() - 1 - index } else { index }]);
                    }
                }
                rings.push(ring);
            }
            countries.push(Country { code, rings });
        }
        for _ in 0..reader.count()? {
            countries.push(Country { code: reader.code()?, rings: vec![vec![reader.place()?]] });
        }
        Some(Atlas { countries })
    }

    /// The country with this code.
    pub fn find(&self, code: &str) -> Option<&Country> {
        self.countries.iter().find(|country| country.code == code)
    }
}

impl Country {
    /// The middle of its largest part, in degrees.
    pub fn middle(&self) -> [f64; 2] {
        let mut best = (0.0, self.rings.first().and_then(|ring| ring.first()).copied());
        for ring in &self.rings {
            let (mut area, mut x, mut y) = (0.0, 0.0, 0.0);
            for pair in ring.windows(2) {
                let ([ax, ay], [bx, by]) = (pair[0], pair[1]);
                let part = ax * by - bx * ay;
                area += part;
                x += part * (ax + bx);
                y += part * (ay + by);
            }
            if area.abs() > best.0 {
                best = (area.abs(), Some([x / (3.0 * area), y / (3.0 * area)]));
            }
        }
        best.1.unwrap_or_default()
    }
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    place: [i32; 2],
}

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn count(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return Some(number);
            }
            shift += 7;
            if shift > 28 {
                return None;
            }
        }
    }

    fn signed(&mut self) -> Option<i32> {
        let number = self.count()?;
        Some((number >> 1) as i32 ^ -((number & 1) as i32))
    }

    fn code(&mut self) -> Option<String> {
        let mut code = String::new();
        code.push(self.byte()?.into());
        code.push(self.byte()?.into());
        Some(code)
    }

    fn place(&mut self) -> Option<[f64; 2]> {
        let [x, y] = self.place;
        self.place = [x.wrapping_add(self.signed()?), y.wrapping_add(self.signed()?)];
        Some(self.place.map(|steps| f64::from(steps) / 20.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORLD: &[u8] = include_bytes!("../../../../www/world.bin");

    #[test]
    fn the_base_map_has_the_world() {
        let atlas = Atlas::read(WORLD).unwrap();
        assert_eq!(atlas.countries.len(), 177 + 61);
        for code in ["NE", "LY", "IR", "XK", "PS", "EH", "SG", "MT", "BH", "MU", "KM", "CV", "FR"] {
            assert!(atlas.find(code).is_some(), "{code}");
        }
        for country in &atlas.countries {
            assert!(!country.rings.is_empty());
            for ring in &country.rings {
                assert!(ring.iter().all(|[x, y]| x.abs() <= 180.0 && y.abs() <= 90.0));
                assert!(ring.len() == 1 || ring.first() == ring.last(), "{:?}", country.code);
            }
        }
    }

    #[test]
    fn countries_are_where_they_are() {
        let atlas = Atlas::read(WORLD).unwrap();
        for (code, [x, y]) in [
            ("NE", [9.4, 17.4]),
            ("FR", [2.5, 46.6]),
            ("US", [-99.0, 39.5]),
            ("RU", [99.0, 61.7]),
            ("SG", [103.8, 1.35]),
            ("CV", [-23.6, 15.1]),
        ] {
            let [at_x, at_y] = atlas.find(code).unwrap().middle();
            assert!((x - at_x).abs() < 3.0 && (y - at_y).abs() < 3.0, "{code} {at_x} {at_y}");
        }
    }

    #[test]
    fn a_broken_file_is_none() {
        for length in [0, 1, 2, 100, WORLD.len() / 2, WORLD.len() - 1] {
            assert_eq!(Atlas::read(&WORLD[..length]), None, "{length}");
        }
        assert_eq!(Atlas::read(&[255; 64]), None);
    }
}
