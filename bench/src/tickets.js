import { load } from './load.js';
import { get, post, send, signUp } from './users.js';

const LISTED = 100;

export const OFFER = { title: 'An evening with the orchestra', price: 19.99 };

/** The tickets that this run has put on sale: through the API, as sellers do. */
export class Tickets {
  #system;
  #meter;
  #seller;
  #unsold = [];
  #known = [];

  constructor(system, meter) {
    this.#system = system;
    this.#meter = meter;
    this.made = 0;
  }

  /** Makes sure that a page of the list is full, and knows what is on it. */
  async fillFirstPage() {
    this.#seller = await signUp(this.#system.url);
    const found = await this.#firstPage();
    if (found.length < LISTED) {
      await this.#make(LISTED - found.length);
    }
    this.#known = (await this.#firstPage()).map((ticket) => ticket.id);
    this.made = this.#known.length;
    this.#unsold = [];
  }

  async #firstPage() {
    const { status, text } = await send(this.#system.url, get(`/api/tickets?limit=${LISTED}`));
    if (status !== 200) {
      throw new Error(`The list of tickets answered ${status}: ${text}`);
    }
    return JSON.parse(text);
  }

  /** Tops the store up to this many, and spreads what is known over all of them. */
  async fill(count) {
    await this.provide(Math.min(count, this.#unsold.length + count - this.made));
    const step = Math.max(1, Math.floor(this.#unsold.length / 1000));
    this.#known = this.#unsold.filter((_, i) => i % step === 0);
  }

  /** Makes sure that this many wait for a buyer. */
  async provide(count) {
    const missing = count - this.#unsold.length;
    if (missing > 0) {
      await this.#make(missing);
      await this.#meter.settle();
    }
  }

  async #make(count) {
    const { url, connections } = this.#system;
    let begun = 0;
    const request = post('/api/tickets', OFFER, this.#seller.token);
    const worker = {
      next: () => (begun++ < count ? request : null),
      answered: (status, body) => {
        if (status === 201) this.#unsold.push(JSON.parse(body).id);
        return status === 201;
      },
    };
    const workers = Math.min(connections, count);
    const { failures, reasons } = await load({ url, connections: workers, workerOf: () => worker });
    if (failures > 0) {
      throw new Error(`Tickets cannot be made: ${JSON.stringify([...reasons])}`);
    }
    this.made += count;
  }

  /** A ticket that nobody has ordered yet, or undefined. */
  take() {
    return this.#unsold.pop();
  }

  /** Some of the tickets in the store. */
  some() {
    return this.#known;
  }
}
