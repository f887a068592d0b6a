// Starts the Waline that npm put into a folder: node start.js FOLDER PORT.
const http = require('node:http');
const path = require('node:path');

const [, , folder, port] = process.argv;

// Each of its answers waits for a list of sign-in services from far away: here
// it is empty, and near.
const services = http.createServer((_, answer) => answer.end('{"services":[]}'));
services.listen(0, '127.0.0.1', () => {
  process.env.OAUTH_URL = `http://127.0.0.1:${services.address().port}/`;
  const waline = require(path.join(folder, 'node_modules/@waline/vercel'));
  http.createServer(waline({ env: 'production' })).listen(Number(port), '127.0.0.1');
});
