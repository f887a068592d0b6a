/**
 * A first actor map for an article: what the command `article-widget draft` does,
 * in the page. What was found is listed, how sure it is and why; what is wrong is
 * taken out; the document is shown live, and saved.
 */
const form = document.getElementById('draft');
const status = document.getElementById('draft-status');
const file = document.getElementById('draft-file');
const table = document.getElementById('draft-findings');
const live = document.getElementById('draft-live');
const folder = new URL('.', document.querySelector('script[src$="embed.js"]').src);
const locate = (name) => new URL(name, folder).href;

/** Why there is no draft, by the status that the companion gives. */
const REFUSALS = {
  204: 'There is no article in it.',
  401: 'This post wants a password.',
  404: 'This is the answer of a server that has no such post.',
  413: 'It is longer than an article may be.',
  415: 'This is neither HTML nor JSON.',
};

// What the drafted article says of itself is not the configurator's.
for (const name of ['article-ready', 'article-error']) {
  live.addEventListener(name, (event) => event.stopPropagation());
}

const cell = (content) => {
  const cell = document.createElement('td');
  cell.append(content);
  return cell;
};

/** The document with those actors alone that are kept. */
const kept = (document) => {
  const ids = new Set([...table.querySelectorAll(':checked')].map((box) => box.value));
  return {
    ...document,
    actors: document.actors?.filter(({ id }) => ids.has(id)),
    relations: document.relations?.filter(({ from, to }) => ids.has(from) && ids.has(to)),
  };
};

const show = (draft) => {
  const text = JSON.stringify(kept(draft), null, 2);
  URL.revokeObjectURL(file.href);
  file.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  Object.assign(file, { download: 'article.json', hidden: false });
  const element = document.createElement('article-widget');
  const data = document.createElement('script');
  data.type = 'application/json';
  data.textContent = text;
  element.append(data);
  live.replaceChildren(element);
};

const list = ({ document: draft, actors }) => {
  const rows = actors.map(({ id, confidence, count, because }) => {
    const { name, kind } = draft.actors.find((actor) => actor.id == id);
    const box = document.createElement('input');
    Object.assign(box, { type: 'checkbox', checked: true, value: id, ariaLabel: name });
    const row = document.createElement('tr');
    const sure = `${Math.round(confidence * 100)} %`;
    row.append(cell(box), cell(name), cell(kind), cell(count), cell(sure), cell(because));
    return row;
  });
  table.tBodies[0].replaceChildren(...rows);
  table.hidden = !rows.length;
  table.onchange = () => show(draft);
};

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  status.textContent = 'Reading…';
  try {
    const companion = await import(locate('companion.js'));
    const answer = await companion.draft(locate, form.source.value);
    const code = answer.slice(0, 3);
    if (code != 200) {
      status.textContent = REFUSALS[code] ?? answer.slice(3);
      return;
    }
    const found = JSON.parse(answer.slice(3));
    list(found);
    show(found.document);
    const relations = found.relations.length;
    status.textContent = `${found.actors.length} actors, ${relations} relations: a draft, to be corrected.`;
  } catch (error) {
    status.textContent = `It could not be read: ${error.message}`;
  }
});
