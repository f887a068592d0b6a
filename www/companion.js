/**
 * Companion modules: WebAssembly that only those pages load that need it
 * (src/companions). Only those load this, too.
 */

/**
 * Has a companion do a job with inputs, texts or bytes; gives its answer. Each
 * time by a new instance: one that breaks down leaves nothing behind. What a
 * server calls the file does not matter, since it is compiled as a whole.
 */
export const run = async (locate, name, job, ...inputs) => {
  const file = await fetch(locate(name + '.wasm'));
  if (!file.ok) throw new Error(`${file.status} ${file.url}`);
  const { instance } = await WebAssembly.instantiate(await file.arrayBuffer());
  const { memory, reserve, [job]: start } = instance.exports;
  for (const input of inputs) {
    const bytes = typeof input == 'string' ? new TextEncoder().encode(input) : input;
    const address = reserve(bytes.length);
    new Uint8Array(memory.buffer, address).set(bytes);
  }
  const address = start();
  const answer = new Uint8Array(memory.buffer, address);
  return new TextDecoder().decode(answer.subarray(0, answer.indexOf(0)));
};

/**
 * The answer of a server, with a document of ours in the place of one in a foreign
 * format. Where that can't be had, it stays as it is: the widget says so, and leads
 * to the page that it is (`way`).
 */
export default async (answer, locate) => {
  if (answer.status != 200) return answer;
  const way = /^\s*</.test(answer.text) && answer.url;
  try {
    const found = await run(locate, 'formats', 'document', answer.text);
    return { ...answer, way, status: +found.slice(0, 3), text: found.slice(3) };
  } catch (error) {
    console.error(error);
    return { ...answer, way };
  }
};
