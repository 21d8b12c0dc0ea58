import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { load } from '../src/load.js';
import { Buyers } from '../src/purchase.js';

let server;
let url;
const seen = [];

before(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    request.resume().on('end', () => {
      response.statusCode = request.url.startsWith('/refused') ? 409 : 200;
      response.end('{}');
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${server.address().port}`;
});

after(() => server.close());

test('work that runs out ends the round, each unit done once', async () => {
  seen.length = 0;
  let left = 50;
  const worker = {
    next: () => (left > 0 ? { method: 'POST', path: `/unit/${left--}`, body: '{}' } : null),
    answered: (status) => status === 200,
  };
  const result = await load({ url, connections: 4, workerOf: () => worker });
  assert.equal(result.units, 50);
  assert.equal(result.failures, 0);
  assert.equal(new Set(seen).size, 50);
  assert.equal(seen.length, 50);
});

test('an answer that is no success is a failure with its status as the reason', async () => {
  const requests = [{ method: 'GET', path: '/refused' }, { method: 'GET', path: '/fine' }];
  const result = await load({ url, connections: 1, seconds: 1, workerOf: () => ({ requests }) });
  assert.ok(result.failures > 0);
  assert.ok(Math.abs(result.units - 2 * result.failures) <= 1);
  assert.deepEqual([...result.reasons], [['status 409', result.failures]]);
});

test('where a unit of several requests fails is told, without ids', async () => {
  const paths = ['/fine', '/refused/0123456789abcdef01234567', null];
  let step = 0;
  const worker = {
    next: () => paths[step] && { method: 'GET', path: paths[step] },
    answered: (status) => (++step === 2 ? status === 200 : undefined),
  };
  const result = await load({ url, connections: 1, workerOf: () => worker });
  assert.deepEqual([...result.reasons], [['GET /refused/{id}: status 409', 1]]);
});

test('nobody answering is failures, not an empty success', async () => {
  const gone = createServer();
  await new Promise((done) => gone.listen(0, '127.0.0.1', done));
  const dead = `http://127.0.0.1:${gone.address().port}`;
  await new Promise((done) => gone.close(done));
  const requests = [{ method: 'GET', path: '/' }];
  const result = await load({ url: dead, connections: 2, seconds: 60, workerOf: () => ({ requests }) });
  assert.equal(result.units, 0);
  assert.ok(result.failures > 0);
});

test('a purchase is one flow, done only when its order is complete', () => {
  const buyer = new Buyers({ take: () => 'ticket' });
  const step = (status, body = '{}', headers = {}) => {
    const { path } = buyer.next();
    return [path, buyer.answered(status, body, headers)];
  };
  assert.deepEqual(step(201, '{}', { Authorization: 'Bearer t' }), ['/api/users/signup', undefined]);
  assert.equal(buyer.next().headers.authorization, 'Bearer t');
  assert.deepEqual(step(200), ['/api/tickets', undefined]);
  assert.deepEqual(step(201, '{"id":"o"}'), ['/api/orders', undefined]);
  assert.deepEqual(step(201), ['/api/payments/charge', undefined]);
  assert.deepEqual(step(200, '{"status":"awaiting:payment"}'), ['/api/orders/o', undefined]);
  assert.deepEqual(step(200, '{"status":"complete"}'), ['/api/orders/o', true]);
  assert.deepEqual(step(500), ['/api/users/signup', false]);
  assert.equal(buyer.next().path, '/api/users/signup');
});
