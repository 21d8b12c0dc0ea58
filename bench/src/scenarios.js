import { isSuccess } from './load.js';
import { Buyers } from './purchase.js';
import { OFFER } from './tickets.js';
import { PASSWORD, get, newcomer, post, signUp } from './users.js';

const RESERVE = 1.5;

/**
 * What is measured, in this order. `prepare(seconds)` makes ready what a round of that length uses
 * up, and gives what makes a worker for each connection.
 */
export function scenarios({ system, tickets }) {
  const users = () => Promise.all(Array.from({ length: system.connections }, () => signUp(system.url)));
  return [
    {
      key: 'list',
      title: 'GET list, 100 tickets',
      prepare: async () => () => ({ requests: [get('/api/tickets?limit=100')] }),
    },
    {
      key: 'by-id',
      title: 'GET ticket by id',
      prepare: async () => () => ({
        requests: tickets.some().map((id) => get(`/api/tickets/${id}`)),
      }),
    },
    {
      key: 'sign-up',
      title: 'sign-up',
      prepare: async () => () => single(() => post('/api/users/signup', newcomer())),
    },
    {
      key: 'sign-in',
      title: 'sign-in',
      prepare: async () => {
        const known = await users();
        return (i) => ({
          requests: [post('/api/users/signin', { email: known[i].email, password: PASSWORD })],
        });
      },
    },
    usingUpTickets(tickets, {
      key: 'order',
      title: 'POST order',
      firstGuess: 400,
      workers: async () => {
        const buyers = await users();
        return (i) => single(() => orderOf(tickets.take(), buyers[i]));
      },
    }),
    // a flow takes long: it needs more time for as many rounds of the compiler
    usingUpTickets(tickets, {
      key: 'purchase',
      title: 'full purchase',
      warmupFactor: 3,
      firstGuess: 40,
      workers: async () => () => new Buyers(tickets),
    }),
    {
      key: 'create',
      title: 'POST ticket',
      prepare: async () => {
        const sellers = await users();
        return (i) => ({
          requests: [post('/api/tickets', OFFER, sellers[i].token)],
        });
      },
      ended: (units) => (tickets.made += units),
    },
  ];
}

const orderOf = (ticketId, buyer) => (ticketId ? post('/api/orders', { ticketId }, buyer.token) : null);

/** One request is the whole unit, but each is another. */
const single = (next) => ({ next, answered: isSuccess });

/** Provides as many tickets as the best round so far would have used up, and some. */
function usingUpTickets(tickets, { workers, firstGuess, ...scenario }) {
  let perSecond = firstGuess;
  return {
    ...scenario,
    prepare: async (seconds) => {
      await tickets.provide(Math.ceil(perSecond * seconds));
      return workers();
    },
    ended: (units, seconds) => (perSecond = Math.max(perSecond, (RESERVE * units) / seconds)),
  };
}
