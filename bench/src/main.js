import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadAverage, machine } from './machine.js';
import { measure } from './measure.js';
import { Meter } from './meter.js';
import { USAGE, UsageError, optionsOf } from './options.js';
import { processesBehind } from './processes.js';
import { report } from './report.js';
import { scenarios } from './scenarios.js';
import { OwnSystem } from './system.js';
import { Tickets } from './tickets.js';

const BENCH = resolve(import.meta.dirname, '..');
const GROWING = ['list', 'by-id', 'create', 'order'];

const say = (text) => console.error(`${new Date().toTimeString().slice(0, 8)}  ${text}`);

async function bench(options, url) {
  const processes = processesBehind(url);
  if (processes.length === 0) {
    throw new Error(`Nothing that may be looked at listens at ${url}: run the bench beside the server, as its user`);
  }
  const meter = new Meter(processes);
  const system = { url, connections: options.connections };
  const tickets = new Tickets(system, meter);
  const all = scenarios({ system, tickets });
  const chosen = all.filter(({ key }) => options.only?.includes(key) ?? true);

  await meter.settle();
  const idle = meter.memory();
  await tickets.fillFirstPage();
  const run = async (list) => {
    const results = [];
    for (const scenario of list) {
      const result = await measure(scenario, { system, meter, options, say });
      results.push({ ...result, stored: tickets.made });
    }
    return results;
  };
  const measured = await run(chosen);
  const afterLoad = meter.memory();
  let grown = [];
  if (options.tickets) {
    say(`Filling the store to ${options.tickets} tickets`);
    await tickets.fill(options.tickets);
    grown = await run(chosen.filter(({ key }) => GROWING.includes(key)));
  }
  const names = processes.map(({ name }) => name);
  return { measured, grown, names, memory: { idle, afterLoad }, machine: machine(processes) };
}

function write(results, loadBefore, options) {
  const date = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const peer = JSON.parse(readFileSync(join(BENCH, 'peer.json'), 'utf8'));
  const text = report({ ...results, date, loadBefore, options, peer });
  const file = join(BENCH, 'results', `${date.replace(' ', 'T').replace(':', '')}.md`);
  mkdirSync(join(BENCH, 'results'), { recursive: true });
  writeFileSync(file, text);
  console.log(text);
  say(`Written to ${file}`);
}

async function main() {
  const options = optionsOf(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const loadBefore = loadAverage();
  let own;
  const stopOnSignal = async () => {
    await own?.stop();
    process.exit(130);
  };
  process.once('SIGINT', stopOnSignal).once('SIGTERM', stopOnSignal);
  try {
    if (!options.url) {
      say('Starting a system');
      own = new OwnSystem();
      await own.start(options.liberty);
    }
    write(await bench(options, options.url ?? own.url), loadBefore, options);
  } finally {
    await own?.stop();
  }
}

main().catch((e) => {
  console.error(e instanceof UsageError ? `${e.message}\n\n${USAGE}` : e.message);
  process.exitCode = e instanceof UsageError ? 64 : 1;
});
