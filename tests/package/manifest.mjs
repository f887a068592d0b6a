// Whether custom-elements.json is what its schema wants, and names what the types name.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

const read = (url) => readFileSync(new URL(url, import.meta.url), 'utf8');
const schema = JSON.parse(read('node_modules/custom-elements-manifest/schema.json'));
const manifest = JSON.parse(read('node_modules/article-widget/custom-elements.json'));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
const isValid = ajv.validate(schema, manifest);
const complaints = isValid ? [] : ajv.errors.map((error) => `${error.instancePath} ${error.message}`);

const types = read('node_modules/article-widget/index.d.ts');
const [element] = manifest.modules[0].declarations;
const body = (name) => types.match(new RegExp(`interface ${name}\\b[^{]*{([^]*?)\n}`))[1];
const keysIn = (text, key) => [...text.matchAll(key)].map((match) => match[1] ?? match[2]).sort();
const same = (what, manifested, typed) => {
  const named = manifested.map(({ name }) => name).sort();
  if (`${named}` !== `${typed}`) complaints.push(`${what}: ${named} in the manifest, ${typed} in the types`);
};
same('attributes', element.attributes, keysIn(body('ArticleWidgetAttributes'), /^  "?([\w-]+)"?\?:/gm));
same('events', element.events, keysIn(body('ArticleWidgetEventMap'), /^  "([\w-]+)":/gm));
same('members', element.members, keysIn(body('ArticleWidgetElement'), /^  (?:readonly )?(\w+)[(?:]/gm));
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
