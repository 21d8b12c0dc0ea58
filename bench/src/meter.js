import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MILLIS = 500;
const QUIET_CORES = 0.15;
const LONGEST_MILLIS = 120_000;

/**
 * Reads what the processes have used. Much of the work that a request causes is done after its
 * answer - events travel, timers are armed - so a reading waits until the processes are quiet.
 */
export class Meter {
  constructor(processes) {
    this.processes = processes;
  }

  /** Waits until the processes rest; tells their CPU time when they came to it, and how long that took. */
  async settle() {
    const begin = performance.now();
    let quiet = this.#read();
    let last = quiet;
    for (let looks = 0; looks < 2 && last.time - begin < LONGEST_MILLIS; ) {
      await pause(LOOK_MILLIS);
      const next = this.#read();
      const cores = (sum(next.cpu) - sum(last.cpu)) / (next.time - last.time);
      looks = cores < QUIET_CORES ? looks + 1 : 0;
      quiet = looks === 0 ? next : quiet;
      last = next;
    }
    return { cpu: quiet.cpu, settledAfter: (quiet.time - begin) / 1000 };
  }

  memory() {
    return this.processes.map((process) => process.memory());
  }

  #read() {
    return { time: performance.now(), cpu: this.processes.map((process) => process.cpu()) };
  }
}

export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
