import { parseArgs } from 'node:util';

const KEYS = ['list', 'by-id', 'sign-up', 'sign-in', 'order', 'purchase', 'create'];

export const USAGE = `Usage: bench/run [options]

  --url <address>      measure the system that runs there, instead of starting one
  --tickets <number>   afterwards fill the store to this many tickets, measure by-id, create
                       and order again, and print their cost against that before
  --only <keys>        only these, with commas: ${KEYS.join(', ')}
  --connections <n>    default 8
  --warmup <seconds>   of each scenario, default 20
  --rounds <n>         default 3; the median counts
  --seconds <n>        of each round, default 10
  --liberty <dir>      Liberty, default target/liberty/wlp as the build unpacked it
  --help
`;

export class UsageError extends Error {}

/** The command line, checked. */
export function optionsOf(args) {
  const values = parse(args);
  return {
    help: values.help,
    url: values.url && addressOf(values.url),
    tickets: values.tickets && positive('tickets', values.tickets),
    only: values.only && keys(values.only),
    connections: positive('connections', values.connections),
    warmup: positive('warmup', values.warmup),
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    liberty: values.liberty,
  };
}

function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', default: false },
        url: { type: 'string' },
        tickets: { type: 'string' },
        only: { type: 'string' },
        connections: { type: 'string', default: '8' },
        warmup: { type: 'string', default: '20' },
        rounds: { type: 'string', default: '3' },
        seconds: { type: 'string', default: '10' },
        liberty: { type: 'string' },
      },
    }).values;
  } catch (e) {
    throw new UsageError(e.message);
  }
}

function keys(text) {
  const chosen = text.split(',').map((key) => key.trim());
  const unknown = chosen.find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    throw new UsageError(`--only knows ${KEYS.join(', ')}, not '${unknown}'`);
  }
  return chosen;
}

function positive(name, text) {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new UsageError(`--${name} must be a positive number, not '${text}'`);
  }
  return Number(text);
}

function addressOf(text) {
  if (!URL.canParse(text) || new URL(text).protocol !== 'http:') {
    throw new UsageError(`--url must be an address like http://127.0.0.1:9080, not '${text}'`);
  }
  return new URL(text).origin;
}
