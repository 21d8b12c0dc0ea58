import { execFileSync, spawnSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** The load average now: of others, when nothing is measured yet. */
export const loadAverage = () => loadavg().map((load) => load.toFixed(2)).join(' ');

/** What a figure depends on besides the code. */
export function machine(processes) {
  const facts = {
    Processor: `${cpus().length} x ${cpus()[0].model}`,
    Memory: `${(totalmem() / 2 ** 30).toFixed(1)} GiB`,
    Kernel: `Linux ${release()}`,
    Revision: revision(),
    'Load tool': `autocannon on Node.js ${process.version}`,
  };
  for (const { name, java, options } of processes.map(jvmOf)) {
    facts[`JVM of ${name}`] = [java, ...options].join(' ');
  }
  return facts;
}

function jvmOf(process) {
  const [command, ...args] = process.commandLine();
  const { stderr } = spawnSync(command, ['-version'], { encoding: 'utf8' });
  const java = stderr?.split('\n').find((line) => /VM|J9/.test(line)) ?? command;
  return { name: process.name, java: java.trim(), options: args.filter((arg) => arg.startsWith('-X')) };
}

function revision() {
  try {
    return git('describe', '--always', '--dirty', '--exclude=*');
  } catch {
    return 'unknown';
  }
}

const git = (...args) =>
  execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
