import { setTimeout as pause } from 'node:timers/promises';

export const PASSWORD = 'correct horse 42';
const JSON_TYPE = { 'content-type': 'application/json' };

let number = 0;

/** A sign-up that nobody has made before. */
export function newcomer() {
  const email = `bench-${Date.now().toString(36)}-${number++}@example.com`;
  return { firstName: 'Bench', lastName: 'Mark', email, password: PASSWORD };
}

/** A request with a JSON body, and with a user's token where there is one. */
export function post(path, body, token) {
  return { method: 'POST', path, headers: { ...JSON_TYPE, ...bearer(token) }, body: JSON.stringify(body) };
}

export function get(path, token) {
  return { method: 'GET', path, headers: bearer(token), body: undefined };
}

const bearer = (token) => (token ? { authorization: token } : {});

/** Somebody signed up, with the token of the session. */
export async function signUp(url) {
  const user = newcomer();
  const { status, headers, text } = await send(url, post('/api/users/signup', user));
  if (status !== 201) {
    throw new Error(`A sign-up answered ${status}: ${text}`);
  }
  return { ...user, token: headers.get('authorization') };
}

/** Sends one request outside of any measurement; the server may need a moment when it is busy. */
export async function send(url, { method, path, headers, body }) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url + path, { method, headers, body });
    if (response.status !== 503 || attempt === 5) {
      return { status: response.status, headers: response.headers, text: await response.text() };
    }
    await pause(1000);
  }
}
