import autocannon from 'autocannon';

/** Autocannon has a time limit of its own; the round ends before. */
const NEVER_SECONDS = 86_400;
const MOST_BROKEN_CONNECTIONS = 100;

/**
 * Puts load on an address with autocannon, one worker for each connection, and tells how that went.
 * When time is up each worker ends what it is at, so that every unit of work is counted whole: the
 * rate counts what ended in time, the cost whatever ended.
 *
 * A worker either has `requests`, repeated for ever, each a unit of its own; or `next()`, which
 * gives the next request of a unit, or null when there is no work left, and `answered(status, body,
 * headers)`, which tells whether the unit has ended: true or false for well or badly ended, else
 * undefined.
 */
export async function load({ url, connections, seconds = NEVER_SECONDS, workerOf }) {
  const round = new Round(seconds);
  const run = autocannon({
    url,
    connections,
    duration: NEVER_SECONDS,
    sampleInt: 100,
    timeout: 30,
    setupClient: (client) => round.take(client, workerOf),
  });
  run.on('reqError', (error) => round.broken(error, run));
  await run;
  return round.result();
}

class Round {
  #workers = 0;
  #begin = performance.now();
  #end;
  #inTime = 0;
  #units = 0;
  #failures = new Map();
  #latencies = [];

  constructor(seconds) {
    this.#end = this.#begin + seconds * 1000;
  }

  take(client, workerOf) {
    const worker = workerOf(this.#workers++);
    if (worker.requests) {
      client.setRequests(worker.requests);
      client.on('response', (status, bytes, latency) => {
        this.#ended(isSuccess(status), `status ${status}`, latency);
        if (this.#isOver()) endAfterThis(client);
      });
    } else {
      this.#drive(client, worker);
    }
  }

  #drive(client, worker) {
    let unitBegan = null;
    let next = worker.next();
    const step = {
      setupRequest: (request) => {
        unitBegan ??= performance.now();
        return { ...request, ...next };
      },
      onResponse: (status, body, context, headers) => {
        const ended = worker.answered(status, body, headers);
        if (ended !== undefined) {
          this.#ended(ended, `${nameOf(next)}: status ${status}`, performance.now() - unitBegan);
          unitBegan = null;
        }
        next = ended !== undefined && this.#isOver() ? null : worker.next();
        if (next === null) {
          this.#end = Math.min(this.#end, performance.now());
          endAfterThis(client);
        }
      },
    };
    client.setRequests([step]);
  }

  #ended(well, outcome, latency) {
    this.#units++;
    if (performance.now() <= this.#end) this.#inTime++;
    if (!well) this.#fail(outcome);
    this.#latencies.push(latency);
  }

  #isOver() {
    return performance.now() > this.#end;
  }

  #fail(reason) {
    this.#failures.set(reason, (this.#failures.get(reason) ?? 0) + 1);
  }

  broken(error, run) {
    this.#fail(error.code ?? error.message);
    if (this.#failureCount() > MOST_BROKEN_CONNECTIONS && this.#inTime === 0) run.stop();
  }

  #failureCount() {
    return [...this.#failures.values()].reduce((sum, count) => sum + count, 0);
  }

  result() {
    const seconds = (Math.min(this.#end, performance.now()) - this.#begin) / 1000;
    const sorted = this.#latencies.sort((a, b) => a - b);
    return {
      seconds,
      units: this.#units,
      rate: this.#inTime / seconds,
      p50: percentile(sorted, 0.5),
      p99: percentile(sorted, 0.99),
      failures: this.#failureCount(),
      reasons: this.#failures,
    };
  }
}

/** Autocannon ends a connection before the request that would be one too many. */
function endAfterThis(client) {
  client.responseMax = client.reqsMade;
}

const nameOf = ({ method, path }) => `${method} ${path.replace(/[0-9a-f]{24}/g, '{id}')}`;

export const isSuccess = (status) => status >= 200 && status < 300;

/** The nearest-rank percentile of numbers in rising order. */
export function percentile(sorted, share) {
  return sorted.length === 0 ? NaN : sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
