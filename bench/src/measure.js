import { load } from './load.js';
import { sum } from './meter.js';

/**
 * Measures a scenario: warms it up, then takes the median of several rounds. The CPU of a round is
 * all that the processes used until they had caught up with its events.
 */
export async function measure(scenario, { system, meter, options, say }) {
  const { url, connections } = system;
  const round = async (name, seconds) => {
    const workerOf = await scenario.prepare(seconds);
    const before = await meter.settle();
    say(`${scenario.title}: ${name}, ${seconds} s`);
    const result = await load({ url, connections, seconds, workerOf });
    const after = await meter.settle();
    scenario.ended?.(result.units, result.seconds);
    return {
      ...result,
      cpu: after.cpu.map((cpu, i) => (cpu - before.cpu[i]) / result.units),
      settledAfter: after.settledAfter,
    };
  };

  say(`${scenario.title}: preparing`);
  const rounds = [await round('warm-up', options.warmup * (scenario.warmupFactor ?? 1))];
  for (let i = 1; i <= options.rounds; i++) {
    rounds.push(await round(`round ${i}`, options.seconds));
    say(`${scenario.title}: ${brief(rounds.at(-1))}`);
  }
  return { key: scenario.key, title: scenario.title, ...summary(rounds.slice(1)), reasons: reasonsOf(rounds) };
}

/** The median of each figure; failures are added up, as none of them may hide. */
export function summary(rounds) {
  const medianOf = (figure) => median(rounds.map(figure));
  return {
    rate: medianOf((round) => round.rate),
    p50: medianOf((round) => round.p50),
    p99: medianOf((round) => round.p99),
    cpu: rounds[0].cpu.map((_, i) => medianOf((round) => round.cpu[i])),
    cpuSum: medianOf((round) => sum(round.cpu)),
    settledAfter: medianOf((round) => round.settledAfter),
    units: sum(rounds.map((round) => round.units)),
    failures: sum(rounds.map((round) => round.failures)),
  };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Of the warm-up too: what failed there is worth knowing. */
function reasonsOf(rounds) {
  const total = new Map();
  for (const [reason, count] of rounds.flatMap((round) => [...round.reasons])) {
    total.set(reason, (total.get(reason) ?? 0) + count);
  }
  return total;
}

function brief({ rate, p50, p99, failures, cpu }) {
  const figures = `${rate.toFixed(1)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  return `${figures}, CPU ${sum(cpu).toFixed(2)} ms each, ${failures} failures`;
}
