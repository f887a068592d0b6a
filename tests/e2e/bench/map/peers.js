// The layouts that are measured, each behind the same call: a graph goes in,
// the places of its actors and the time that took come out. Peers have their
// own defaults, and what they have themselves to be told of labels.
import cytoscape from 'cytoscape';
import fcose from 'cytoscape-fcose';
import { forceCenter, forceLink, forceManyBody, forceSimulation } from 'd3-force';
import ForceGraph from 'force-graph';
import Graph from 'graphology';
import { inferSettings } from 'graphology-layout-forceatlas2';
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import helpers from 'graphology-layout-forceatlas2/helpers.js';
import defaults from 'graphology-layout-forceatlas2/defaults.js';
import { DataSet } from 'vis-data/esnext';
import { Network } from 'vis-network/esnext';

cytoscape.use(fcose);

/** Random numbers from a seed (mulberry32), in place of the browser's own. */
function seed(state) {
    Math.random = () => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
}

/** A part of the page to draw in, as large as the map. */
function stage() {
    const div = document.createElement('div');
    Object.assign(div.style, { width: '1000px', height: '620px' });
    document.body.append(div);
    return div;
}

/** One of Cytoscape.js's; `labels` tells it the boxes of actors with their labels. */
async function cytoscapes(graph, name, labels) {
    const nodes = graph.nodes.map(([radius, width, height], i) => ({
        data: {
            id: `${i}`,
            width: labels ? Math.max(2 * radius, width) : 2 * radius,
            height: labels ? 2 * radius + 3 + height : 2 * radius,
        },
    }));
    const edges = graph.edges.map(([a, b], i) => ({
        data: { id: `e${i}`, source: `${a}`, target: `${b}` },
    }));
    const cy = cytoscape({
        headless: true,
        styleEnabled: true,
        elements: { nodes, edges },
        style: [
            { selector: 'node', style: { width: 'data(width)', height: 'data(height)', shape: 'rectangle' } },
        ],
        layout: { name: 'null' },
    });
    const start = performance.now();
    const layout = cy.layout({
        name,
        animate: false,
        randomize: true,
        fit: false,
        boundingBox: { x1: 0, y1: 0, w: 1000, h: 620 },
    });
    const stopped = layout.promiseOn('layoutstop');
    layout.run();
    await stopped;
    const ms = performance.now() - start;
    const places = cy.nodes().map((node) => [node.position().x, node.position().y]);
    cy.destroy();
    return { ms, places };
}

/** How far places have moved, as a share of the size of the drawing. */
function moved(matrix, before, stride) {
    let [way, size, x, y] = [0, 0, 0, 0];
    const count = matrix.length / stride;
    for (let i = 0; i < matrix.length; i += stride) {
        x += matrix[i] / count;
        y += matrix[i + 1] / count;
    }
    for (let i = 0; i < matrix.length; i += stride) {
        way += Math.hypot(matrix[i] - before[i], matrix[i + 1] - before[i + 1]);
        size += (matrix[i] - x) ** 2 + (matrix[i + 1] - y) ** 2;
    }
    return way / count / Math.sqrt(size / count);
}

/** graphology's, as sigma's users run it. It has no end of its own: it counts
 * as settled when ten rounds move actors by less than 1 % of the drawing. */
function forceAtlas2(graph) {
    const g = new Graph();
    graph.nodes.forEach((_, i) => g.addNode(i, { x: Math.random(), y: Math.random() }));
    graph.edges.forEach(([a, b]) => g.mergeEdge(a, b));
    const start = performance.now();
    const settings = { ...defaults, ...inferSettings(g) };
    const { nodes, edges } = helpers.graphToByteArrays(g, () => 1);
    const stride = nodes.length / graph.nodes.length;
    let rounds = 0;
    for (let share = 1; share > 0.01 && rounds < 1000; rounds += 10) {
        const before = nodes.slice();
        for (let i = 0; i < 10; i += 1) iterate(settings, nodes, edges);
        share = moved(nodes, before, stride);
    }
    const ms = performance.now() - start;
    const places = graph.nodes.map((_, i) => [nodes[i * stride], nodes[i * stride + 1]]);
    return { ms, places, rounds };
}

/** vis-network's, until it says that it is stabilised or has done its 1000 rounds. */
async function visNetwork(graph, number) {
    const div = stage();
    const nodes = new DataSet(graph.nodes.map((_, id) => ({ id, shape: 'dot', size: 9 })));
    const edges = new DataSet(graph.edges.map(([from, to], id) => ({ id, from, to })));
    const start = performance.now();
    const network = new Network(div, { nodes, edges }, { layout: { randomSeed: number } });
    const ms = await new Promise((resolve) => {
        network.once('stabilizationIterationsDone', () => resolve(performance.now() - start));
    });
    network.stopSimulation();
    const found = network.getPositions();
    const places = graph.nodes.map((_, i) => [found[i].x, found[i].y]);
    network.destroy();
    div.remove();
    return { ms, places };
}

/** force-graph's: the 300 rounds after which its forces have cooled down, at once. */
async function forceGraph(graph) {
    const div = stage();
    const nodes = graph.nodes.map((_, id) => ({ id }));
    const links = graph.edges.map(([source, target]) => ({ source, target }));
    const start = performance.now();
    let ms = 0;
    const drawing = await new Promise((resolve) => {
        const drawing = new ForceGraph(div)
            .width(1000)
            .height(620)
            .warmupTicks(300)
            .cooldownTicks(0)
            .onEngineStop(() => {
                ms ||= performance.now() - start;
                resolve(drawing);
            })
            .graphData({ nodes, links });
    });
    const places = nodes.map(({ x, y }) => [x, y]);
    drawing._destructor();
    div.remove();
    return { ms, places };
}

/** d3-force's, to its end (300 rounds). */
function d3Force(graph) {
    const nodes = graph.nodes.map(() => ({}));
    const links = graph.edges.map(([source, target]) => ({ source, target }));
    const start = performance.now();
    forceSimulation(nodes)
        .force('link', forceLink(links))
        .force('charge', forceManyBody())
        .force('center', forceCenter())
        .stop()
        .tick(300);
    const ms = performance.now() - start;
    return { ms, places: nodes.map(({ x, y }) => [x, y]) };
}

const PEERS = {
    'cose': (graph) => cytoscapes(graph, 'cose', false),
    'cose, knowing labels': (graph) => cytoscapes(graph, 'cose', true),
    'fcose': (graph) => cytoscapes(graph, 'fcose', false),
    'fcose, knowing labels': (graph) => cytoscapes(graph, 'fcose', true),
    'ForceAtlas2': forceAtlas2,
    'vis-network': visNetwork,
    'force-graph': forceGraph,
    'd3-force': d3Force,
};

/** The module with our layout, from its bytes. */
let ours;
async function load(bytes) {
    ours = (await WebAssembly.instantiate(new Uint8Array(bytes), {})).instance.exports;
}

/** Gives the module a list of numbers. */
function give(numbers) {
    const at = ours.input(numbers.length);
    new Float64Array(ours.memory.buffer, at, numbers.length).set(numbers);
}

/** What the module has answered. */
function answer() {
    return [...new Float64Array(ours.memory.buffer, ours.output(), ours.output_length())];
}

/** Ours, for the size of articles: the answer is read by whoever asked. */
function map(graph, width) {
    give([width, graph.nodes.length, graph.edges.length, ...graph.nodes.flat(), ...graph.edges.flat()]);
    const start = performance.now();
    ours.lay_out();
    return { ms: performance.now() - start, answer: answer() };
}

/** Ours, for large graphs: in slices, as they leave the page free to answer. */
async function large(graph) {
    const start = performance.now();
    let longest = 0;
    let slices = 0;
    const timed = (work) => {
        const begin = performance.now();
        const result = work();
        longest = Math.max(longest, performance.now() - begin);
        return result;
    };
    timed(() => {
        give([graph.nodes.length, graph.edges.length, ...graph.edges.flatMap(([a, b]) => [a, b])]);
        ours.begin();
    });
    const channel = new MessageChannel();
    do {
        await new Promise((resolve) => {
            channel.port1.onmessage = resolve;
            channel.port2.postMessage(null);
        });
        slices += 1;
    } while (!timed(() => ours.step(graph.slice)));
    const ms = performance.now() - start;
    const flat = answer();
    const places = graph.nodes.map((_, i) => [flat[2 * i], flat[2 * i + 1]]);
    channel.port1.close();
    return { ms, places, longest, slices };
}

async function run(name, graph, number, width) {
    seed(number);
    if (name === 'article-widget') return map(graph, width);
    if (name === 'article-widget, large') return large(graph);
    return PEERS[name](graph, number);
}

let ended = null;

globalThis.bench = {
    load,
    peers: Object.keys(PEERS),
    /** Has someone lay out a graph, once whoever asks has been answered. */
    begin(...request) {
        ended = null;
        setTimeout(() => {
            run(...request).then(
                (result) => (ended = result),
                (error) => (ended = { error: `${error}` }),
            );
        });
    },
    /** What came out, once it has. */
    ended: () => ended,
};
