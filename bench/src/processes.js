import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

const LISTENING = '0A';
const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** One process of the system, as /proc tells of it. */
export class ServerProcess {
  constructor(name, pid) {
    this.name = name;
    this.pid = pid;
  }

  /** Milliseconds of CPU it has used so far, its kernel time included. */
  cpu() {
    const { userTicks, systemTicks } = parseStat(read(this.pid, 'stat'));
    return ((userTicks + systemTicks) * 1000) / TICKS_PER_SECOND;
  }

  /** Resident memory in MiB, now. */
  memory() {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(read(this.pid, 'status'))[1]) / 1024);
  }

  commandLine() {
    return commandLine(this.pid);
  }
}

/**
 * The processes behind an address on this machine: the server that listens on its port, and the
 * dev-stack where one started that server.
 */
export function processesBehind(url) {
  const port = Number(new URL(url).port || 80);
  const liberty = listenerOn(port);
  if (liberty === undefined) {
    return [];
  }
  const devStack = ancestors(liberty).find((pid) => commandLine(pid).some(isDevStack));
  const found = [new ServerProcess('Liberty', liberty)];
  return devStack ? [...found, new ServerProcess('dev-stack', devStack)] : found;
}

export function parseStat(text) {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), userTicks: Number(fields[11]), systemTicks: Number(fields[12]) };
}

/** The socket inodes that listen on a port, from the text of /proc/net/tcp or tcp6. */
export function listeningInodes(table, port) {
  const suffix = ':' + port.toString(16).toUpperCase().padStart(4, '0');
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === LISTENING && fields[1].endsWith(suffix))
    .map((fields) => fields[9]);
}

function listenerOn(port) {
  const inodes = ['tcp', 'tcp6'].flatMap((file) =>
    listeningInodes(readFileSync(`/proc/net/${file}`, 'utf8'), port),
  );
  const sockets = new Set(inodes.map((inode) => `socket:[${inode}]`));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => openFiles(pid).some((file) => sockets.has(file)));
}

function openFiles(pid) {
  const directory = `/proc/${pid}/fd`;
  return orNothing(() => readdirSync(directory)).flatMap((fd) =>
    orNothing(() => [readlinkSync(`${directory}/${fd}`)]),
  );
}

/** A process may end, or belong to somebody else, while it is looked at. */
function orNothing(action) {
  try {
    return action();
  } catch {
    return [];
  }
}

function* parents(pid) {
  for (let next = parseStat(read(pid, 'stat')).parent; next > 1; ) {
    yield next;
    next = parseStat(read(next, 'stat')).parent;
  }
}

const ancestors = (pid) => [...parents(pid)];
const isDevStack = (argument) => argument.endsWith('dev-stack.jar');
const commandLine = (pid) => read(pid, 'cmdline').split('\0').filter(Boolean);
const read = (pid, file) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
