// Builds states.tsv: all states, their capitals and demonyms, in French and
// English. Run it when a registry has newer data:
//
//   mkdir /tmp/gazetteer && cd /tmp/gazetteer
//   npm install --ignore-scripts cldr-core@48.2.0 cldr-localenames-full@48.2.0 \
//     cldr-dates-full@48.2.0 countries-list@3.4.1 i18n-nationality@1.4.0
//   python3 -m pip install --no-deps --target . countryinfo==1.0.1
//   node …/build.mjs /tmp/gazetteer > …/states.tsv
//
// From Unicode CLDR (Unicode-3.0): which states there are, their names, the
// French names of cities. From i18n-nationality (MIT): demonyms. From
// countries-list (MIT): capitals. From countryinfo (MIT): coordinates. The
// licences are in LICENCES.md.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const json = (...path) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
const npm = (...path) => json('node_modules', ...path);

const groups = npm('cldr-core', 'supplemental', 'territoryContainment.json').supplemental
  .territoryContainment;
// The members of the United Nations, its observers, and two that many recognise.
const CODES = [...groups.UN._contains, 'VA', 'PS', 'XK', 'TW'].sort();

const LANGUAGES = ['fr', 'en'];
const names = {}, demonyms = {}, cities = {};
for (const language of LANGUAGES) {
  names[language] = npm('cldr-localenames-full', 'main', language, 'territories.json').main[language]
    .localeDisplayNames.territories;
  demonyms[language] = npm('i18n-nationality', 'langs', `${language}.json`).nationalities;
  cities[language] = {};
  const collect = (zones, path) => {
    for (const [key, value] of Object.entries(zones)) {
      if (value?.exemplarCity) cities[language][path + key] = value.exemplarCity;
      if (typeof value == 'object') collect(value, `${path}${key}/`);
    }
  };
  collect(npm('cldr-dates-full', 'main', language, 'timeZoneNames.json').main[language].dates
    .timeZoneNames.zone, '');
}
const frenchCity = {};
for (const [zone, french] of Object.entries(cities.fr)) {
  const english = cities.en[zone] ?? zone.split('/').pop().replaceAll('_', ' ');
  frenchCity[english] = french.replace(/ \(.*\)$/, '');
}
const { countries } = await import(join(folder, 'node_modules/countries-list/mjs/index.js'));

const places = {};
for (const file of readdirSync(join(folder, 'countryinfo', 'data'))) {
  if (!file.endsWith('.json')) continue;
  const place = json('countryinfo', 'data', file);
  if (place.ISO?.alpha2) places[place.ISO.alpha2] = place;
}

// What none of the sources has, or has in a form that no article uses.
const MORE_NAMES = {
  AE: { fr: ['Émirats'], en: ['UAE', 'Emirates'] },
  BY: { fr: ['Bélarus'] },
  CD: { fr: ['République démocratique du Congo', 'RDC', 'RD Congo'], en: ['DRC', 'DR Congo', 'Democratic Republic of the Congo', 'Democratic Republic of Congo'] },
  CF: { fr: ['République centrafricaine', 'RCA'] },
  CG: { fr: ['Congo'], en: ['Congo', 'Republic of the Congo'] },
  CZ: { fr: ['République tchèque'], en: ['Czech Republic'] },
  GB: { fr: ['Grande-Bretagne', 'Angleterre'], en: ['UK', 'U.K.', 'Britain', 'Great Britain', 'England'] },
  CI: { en: ['Ivory Coast'] },
  KP: { en: ['DPRK'] },
  MM: { fr: ['Birmanie'], en: ['Burma'] },
  NL: { fr: ['Hollande'], en: ['Holland'] },
  PS: { fr: ['Palestine'], en: ['Palestine'] },
  RU: { fr: ['Fédération de Russie'], en: ['Russian Federation'] },
  SA: { en: ['Saudi'] },
  US: { fr: ['États-Unis d’Amérique', 'USA'], en: ['US', 'U.S.', 'USA', 'U.S.A.', 'United States of America'] },
  VA: { fr: ['Vatican', 'Saint-Siège'], en: ['Vatican', 'Holy See'] },
};
const CAPITALS = {
  AE: { fr: 'Abou Dabi' }, AO: { fr: 'Luanda' }, AD: { fr: 'Andorre-la-Vieille' },
  BO: { fr: 'La Paz', en: 'La Paz' }, BR: { fr: 'Brasilia' }, CH: { fr: 'Berne' },
  CN: { fr: 'Pékin' }, CZ: { fr: 'Prague' },
  GT: { fr: 'Guatemala' }, IT: { fr: 'Rome' }, KW: { fr: 'Koweït' }, MM: { fr: 'Naypyidaw' },
  MN: { fr: 'Oulan-Bator' }, MT: { fr: 'La Valette' }, MD: { en: 'Chisinau', fr: 'Chisinau' },
  PA: { fr: 'Panama' }, RS: { fr: 'Belgrade' }, RO: { fr: 'Bucarest' }, SD: { fr: 'Khartoum' },
  SM: { fr: 'Saint-Marin', en: 'San Marino' }, TD: { fr: 'N’Djamena', en: 'N’Djamena' },
  TZ: { fr: 'Dodoma' }, UG: { fr: 'Kampala' }, UA: { fr: 'Kiev', en: 'Kyiv' },
  US: { fr: 'Washington', en: 'Washington' }, VA: { fr: 'Vatican', en: 'Vatican' },
  VN: { fr: 'Hanoï' }, YE: { fr: 'Sanaa', en: 'Sanaa' }, ZA: { fr: 'Pretoria' },
  DZ: { fr: 'Alger' }, GE: { fr: 'Tbilissi' }, ME: { fr: 'Podgorica' }, PS: { fr: 'Ramallah' },
  WS: { fr: 'Apia' }, TO: { fr: 'Nuku’alofa', en: 'Nuku’alofa' }, BN: { fr: 'Bandar Seri Begawan' },
};
const DEMONYMS = {
  AG: { fr: 'Antiguais', en: 'Antiguan' },
  BA: { en: 'Bosnian' }, BI: { fr: 'Burundais' }, BF: { fr: 'Burkinabé,Burkinabè' },
  CD: { fr: 'Congolais', en: 'Congolese' }, CG: { fr: '', en: '' },
  CV: { fr: 'Cap-verdien' }, DM: { fr: '', en: '' },
  DO: { fr: 'Dominicain', en: 'Dominican' }, AR: { en: 'Argentinean,Argentine,Argentinian' },
  BY: { fr: 'Biélorusse,Bélarusse' }, GB: { fr: 'Britannique,Anglais', en: 'British,English' },
  GW: { fr: 'Bissau-guinéen' }, KN: { fr: 'Kittitien', en: 'Kittitian' },
  KP: { fr: 'Nord-coréen', en: 'North Korean' }, KR: { fr: 'Sud-coréen', en: 'South Korean' },
  LK: { fr: 'Sri-lankais' }, LR: { fr: 'Libérien' }, NZ: { fr: 'Néo-zélandais', en: 'New Zealander' },
  PS: { fr: 'Palestinien', en: 'Palestinian' }, SB: { en: 'Solomon Islander' },
  SA: { fr: 'Saoudien', en: 'Saudi' }, SL: { fr: 'Sierra-léonais' }, SS: { fr: 'Sud-soudanais' },
  TL: { fr: 'Est-timorais' }, TT: { fr: 'Trinidadien', en: 'Trinidadian' },
  TM: { en: 'Turkmen' }, UZ: { en: 'Uzbek' }, VA: { fr: '', en: '' }, VC: { en: 'Vincentian' },
  VU: { en: 'Ni-Vanuatu' }, XK: { en: 'Kosovar' }, ZA: { fr: 'Sud-africain' },
  YE: { en: 'Yemeni,Yemenite' }, CF: { fr: 'Centrafricain' }, KZ: { fr: 'Kazakh,Kazakhstanais', en: 'Kazakh,Kazakhstani' },
  KI: { fr: 'Kiribatien' }, DJ: { en: 'Djiboutian' }, TD: { en: 'Chadian' }, SK: { fr: 'Slovaque', en: 'Slovak,Slovakian' },
};

const COORDINATES = {
  BO: [[-17, -65], [-16.5, -68.15]], PS: [[31.92, 35.2], [31.9, 35.2]], XK: [[42.6, 20.9], [42.66, 21.17]],
};

const straight = (text) => text.replaceAll("'", '’');
const namesOf = (code, language) => {
  const all = names[language];
  const found = [all[code], all[`${code}-alt-short`], all[`${code}-alt-variant`]]
    .filter(Boolean)
    // « Congo-Kinshasa », "Myanmar (Burma)": what is in brackets is a name too.
    .flatMap((name) => {
      const [, before, inside] = name.match(/^(.*?) \((.*)\)$/) ?? [];
      return before ? [before, inside] : [name];
    });
  found.push(...(MORE_NAMES[code]?.[language] ?? []));
  return [...new Set(found.map(straight))];
};

console.log('# Made by build.mjs. Code, names, capital and demonyms in French, the same in');
console.log('# English, then latitude and longitude of the state and of its capital.');
for (const code of CODES) {
  const english = CAPITALS[code]?.en ?? countries[code].capital;
  const capital = { en: english, fr: CAPITALS[code]?.fr ?? frenchCity[english] ?? english };
  const row = [code];
  for (const language of LANGUAGES) {
    const demonym = DEMONYMS[code]?.[language] ?? demonyms[language][code] ?? '';
    row.push(namesOf(code, language).join(','), straight(capital[language]), straight(demonym));
  }
  const pair = (pair) => pair.map((n) => Math.round(n * 100) / 100).join(',');
  const [state, city] = COORDINATES[code] ?? [places[code].latlng, places[code].capital_latlng];
  row.push(pair(state), pair(city));
  console.log(row.join('\t'));
}
