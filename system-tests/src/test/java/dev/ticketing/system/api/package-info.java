/** What the running system says of its own API, and the rules that this API has to keep. */
package dev.ticketing.system.api;
