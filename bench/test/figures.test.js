import assert from 'node:assert/strict';
import { test } from 'node:test';
import { percentile } from '../src/load.js';
import { table } from '../src/markdown.js';
import { median, summary } from '../src/measure.js';
import { optionsOf } from '../src/options.js';
import { listeningInodes, parseStat } from '../src/processes.js';

const round = (rate, cpu, failures) => ({ rate, p50: 1, p99: 2, cpu, settledAfter: 0, units: 10, failures });

test('a percentile is a value that was measured', () => {
  const sorted = Array.from({ length: 200 }, (_, i) => i + 1);
  assert.equal(percentile(sorted, 0.5), 100);
  assert.equal(percentile(sorted, 0.99), 198);
  assert.equal(percentile([7], 0.99), 7);
});

test('the median of an even number of rounds lies between the middle two', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 2, 9]), 3);
});

test('no failure disappears in a median', () => {
  const result = summary([round(1, [1, 1], 0), round(2, [2, 9], 3), round(3, [3, 2], 0)]);
  assert.equal(result.failures, 3);
  assert.equal(result.units, 30);
});

test('each process has a median of its own, and so has their sum', () => {
  const result = summary([round(1, [1, 5], 0), round(2, [2, 1], 0), round(3, [3, 2], 0)]);
  assert.deepEqual(result.cpu, [2, 2]);
  assert.equal(result.cpuSum, 5);
});

test('a process name with spaces and brackets does not shift the CPU times', () => {
  const stat = '42 (a (b) c) S 7 42 42 0 -1 4194304 1 2 3 4 150 50 0 0 20 0 9 0 1 1 1';
  assert.deepEqual(parseStat(stat), { parent: 7, userTicks: 150, systemTicks: 50 });
});

test('only a socket that listens on the port is found', () => {
  const row = (local, state, inode) => `   0: ${local} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1`;
  const lines = ['  sl', row('0100007F:2378', '01', 11), row('0100007F:2378', '0A', 12), row('0100007F:2379', '0A', 13)];
  assert.deepEqual(listeningInodes(lines.join('\n'), 0x2378), ['12']);
});

test('options that make no sense are refused by name', () => {
  assert.throws(() => optionsOf(['--seconds', '0']), /--seconds/);
  assert.throws(() => optionsOf(['--only', 'order,lost']), /'lost'/);
  assert.throws(() => optionsOf(['--url', 'localhost']), /--url/);
  assert.throws(() => optionsOf(['--fast']), /--fast/);
  assert.deepEqual(optionsOf(['--only', 'order, list']).only, ['order', 'list']);
});

test('columns of numbers are aligned to the right, and mixed ones to the left', () => {
  const lines = table(['a', 'b', 'c'], [['x', 1.5, '20 %'], ['y', 10, 'none']]).split('\n');
  assert.equal(lines[1], '| --- | --: | ---- |');
  assert.equal(lines[2], '| x   | 1.5 | 20 % |');
});
