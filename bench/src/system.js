import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '../..');
const DEV_STACK = join(ROOT, 'dev-stack/target/dev-stack.jar');
const USER_DIRECTORY = join(ROOT, 'ticketing-ear/target/usr');
const START_SECONDS = 300;
const STOP_SECONDS = 120;

const PORTS = [
  'HTTP_PORT',
  'HTTPS_PORT',
  'STORE_PORT',
  'KAFKA_PORT',
  'KAFKA_CONTROLLER_PORT',
  'STRIPE_PORT',
  'SMTP_PORT',
  'MAIL_PORT',
];

/** What bounds abuse would refuse a load test; no reservation may end while others are measured. */
const LOAD_SETTINGS = {
  RATE_LIMIT_ENABLED: 'false',
  MAX_HOLDS_PER_USER: '0',
  RESERVATION_TIMEOUT: '1440',
  TOKEN_LIFETIME: '1440',
};

/**
 * A whole system of its own: started as the run profile starts it, with the same JVM options, but
 * on free ports and in a directory that is removed afterwards.
 */
export class OwnSystem {
  async start(liberty = join(ROOT, 'target/liberty/wlp')) {
    const libertyDirectory = resolve(liberty);
    requireBuilt(DEV_STACK, USER_DIRECTORY, libertyDirectory);
    const ports = await freePorts(PORTS.length);
    const environment = Object.fromEntries(PORTS.map((name, i) => [name, String(ports[i])]));
    this.directory = mkdtempSync(join(tmpdir(), 'ticketing-bench-'));
    this.url = `http://127.0.0.1:${environment.HTTP_PORT}`;
    const command = ['-jar', DEV_STACK, 'run', '--liberty', libertyDirectory];
    command.push('--user-dir', USER_DIRECTORY, '--server', 'ticketing', '--detached');
    const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/java') : 'java';
    this.process = spawn(java, [...jvmOptions(), ...command], {
      env: { ...process.env, ...LOAD_SETTINGS, ...environment, DATA_DIR: this.directory },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.exit = new Promise((done) => this.process.once('close', done));
    this.process.once('error', (e) => (this.failure = e));
    await this.#awaitReady();
  }

  /** The launcher says so once Liberty is ready and its demo user is signed up. */
  async #awaitReady() {
    const output = [];
    let ready = false;
    const log = createWriteStream(join(this.directory, 'console.log'));
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream.on('data', (text) => {
        log.write(text);
        ready ||= /^Ready after/m.test(text);
        if (!ready) output.push(text);
      });
    }
    const end = Date.now() + START_SECONDS * 1000;
    while (!ready) {
      if (this.failure || this.process.exitCode !== null || Date.now() > end) {
        throw new Error(`The system did not start\n${this.failure ?? output.join('')}`);
      }
      await pause(200);
    }
  }

  async stop() {
    if (this.process?.pid && this.process.exitCode === null) {
      this.process.kill('SIGTERM');
      const late = setTimeout(() => this.process.kill('SIGKILL'), STOP_SECONDS * 1000);
      await this.exit;
      clearTimeout(late);
    }
    if (this.directory) {
      rmSync(this.directory, { recursive: true, force: true });
    }
  }
}

function requireBuilt(...files) {
  const missing = files.find((file) => !existsSync(file));
  if (missing) {
    throw new Error(`${missing} is missing: build first with ./mvnw package -DskipTests`);
  }
}

/** Those of the run profile, so that what is measured is what runs. */
function jvmOptions() {
  const pom = readFileSync(join(ROOT, 'ticketing-ear/pom.xml'), 'utf8');
  return [...pom.matchAll(/<argument>(-X[^<]+)<\/argument>/g)].map((match) => match[1]);
}

async function freePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, () => {
      const server = createServer();
      return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
    }),
  );
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
