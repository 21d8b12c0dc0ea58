import { isSuccess } from './load.js';
import { get, newcomer, post } from './users.js';

/**
 * One buyer after the other, each from the sign-up to a complete order: signs up, looks at the
 * list, orders a ticket, pays and asks for the order until it is complete.
 */
export class Buyers {
  #tickets;
  #step = 'signUp';
  #token;
  #ticketId;
  #orderId;

  constructor(tickets) {
    this.#tickets = tickets;
  }

  next() {
    switch (this.#step) {
      case 'signUp':
        this.#ticketId = this.#tickets.take();
        return this.#ticketId ? post('/api/users/signup', newcomer()) : null;
      case 'list':
        return get('/api/tickets', this.#token);
      case 'order':
        return post('/api/orders', { ticketId: this.#ticketId }, this.#token);
      case 'pay':
        return post('/api/payments/charge', { token: 'tok_visa', orderId: this.#orderId }, this.#token);
      case 'poll':
        return get(`/api/orders/${this.#orderId}`, this.#token);
    }
  }

  answered(status, body, headers) {
    if (!isSuccess(status)) {
      this.#step = 'signUp';
      return false;
    }
    switch (this.#step) {
      case 'signUp':
        this.#token = tokenIn(headers);
        this.#step = 'list';
        return undefined;
      case 'list':
        this.#step = 'order';
        return undefined;
      case 'order':
        this.#orderId = JSON.parse(body).id;
        this.#step = 'pay';
        return undefined;
      case 'pay':
        this.#step = 'poll';
        return undefined;
      case 'poll':
        return this.#polled(JSON.parse(body).status);
    }
  }

  #polled(orderStatus) {
    const ended = ['complete', 'cancelled', 'expired'].includes(orderStatus);
    if (!ended) {
      return undefined;
    }
    this.#step = 'signUp';
    return orderStatus === 'complete';
  }
}

function tokenIn(headers) {
  const name = Object.keys(headers).find((key) => key.toLowerCase() === 'authorization');
  return headers[name];
}
