import { table } from './markdown.js';

/** What is aimed at against the peer: how many times its throughput, what part of its CPU. */
const WANTED = {
  list: { rate: '4x', cpu: '20 %' },
  'by-id': { rate: '4x', cpu: '20 %' },
  create: { cpu: '25 %' },
  order: { cpu: '20 %' },
  purchase: { cpu: '60 ms' },
};

/** The report as Markdown. */
export function report({ date, measured, grown, memory, machine, loadBefore, options, peer, names }) {
  const { connections, warmup, rounds, seconds } = options;
  return [
    `# Bench of ${date}`,
    `${connections} connections; each scenario warmed up for ${warmup} s, then the median of ${rounds} rounds of ${seconds} s. ` +
      `Peer: ${peer.name} (${peer.conditions}).`,
    '## Speed',
    speed(measured, peer.scenarios),
    '## CPU milliseconds per request',
    'User and kernel time of the processes, all that a request causes after its answer included. ' +
      '*Caught up* is how long after a round that work went on. The purchase is counted per flow.',
    cost(measured, peer.scenarios, names),
    ...failuresOf([...measured, ...grown]),
    ...(grown.length > 0 ? ['## In a store that has grown', growth(measured, grown)] : []),
    '## Memory',
    memoryTable(memory, names, peer),
    '## Machine',
    table(['', ''], Object.entries({ ...machine, 'Load average before': loadBefore })),
    '',
  ].join('\n\n');
}

function speed(measured, peers) {
  const head = ['Scenario', 'req/s', 'peer', 'times', 'wanted', 'p50 ms', 'peer', 'p99 ms', 'peer', 'failures'];
  return table(
    head,
    measured.map((m) => {
      const peer = peers[m.key];
      const times = `${(m.rate / peer.rate).toFixed(1)}x`;
      return [
        title(m), figure(m.rate), peer.rate, times, WANTED[m.key]?.rate ?? '',
        figure(m.p50), peer.p50, figure(m.p99), peer.p99, `${m.failures} of ${m.units}`,
      ];
    }),
  );
}

function cost(measured, peers, names) {
  const head = ['Scenario', ...names, 'sum', 'peer', 'of peer', 'wanted', 'caught up s', 'tickets in store'];
  return table(
    head,
    measured.map((m) => {
      const peer = peers[m.key].cpu;
      const cpu = m.cpu.map(figure);
      const part = `${((100 * m.cpuSum) / peer).toFixed(0)} %`;
      const wanted = WANTED[m.key]?.cpu ?? '';
      return [title(m), ...cpu, figure(m.cpuSum), peer, part, wanted, m.settledAfter.toFixed(1), m.stored];
    }),
  );
}

function growth(measured, grown) {
  const head = ['Scenario', 'tickets before', 'after', 'CPU ms before', 'after', 'ratio', 'p50 ms before', 'after', 'wanted'];
  return table(
    head,
    grown.map((after) => {
      const before = measured.find((m) => m.key === after.key);
      return [
        title(after), before.stored, after.stored, figure(before.cpuSum), figure(after.cpuSum),
        (after.cpuSum / before.cpuSum).toFixed(2), figure(before.p50), figure(after.p50), '1.3',
      ];
    }),
  );
}

function failuresOf(measured) {
  const lines = measured
    .filter((m) => m.reasons.size > 0)
    .map((m) => {
      const reasons = [...m.reasons].map(([reason, count]) => `${reason}: ${count}`);
      return `- ${m.title}: ${reasons.join(', ')}, the warm-up included`;
    });
  return lines.length === 0 ? [] : ['## Failures', lines.join('\n')];
}

function memoryTable(memory, names, peer) {
  const row = (label, values, peerMiB) => [
    label, ...values, values.reduce((total, value) => total + value, 0), peerMiB,
  ];
  return table(
    ['Resident MiB', ...names, 'sum', "peer's services, without its store and broker"],
    [
      row('before any load', memory.idle, peer.memoryMiB.idle),
      row('after the load', memory.afterLoad, peer.memoryMiB.afterLoad),
    ],
  );
}

/** A scenario with failures is not a measurement of what it says. */
const title = (m) => (m.failures > 0 ? `**FAILURES** ${m.title}` : m.title);

const figure = (number) => (number >= 100 ? number.toFixed(0) : number.toPrecision(3));
