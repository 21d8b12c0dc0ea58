/**
 * The language the domains share: money, the events they exchange with a JSON schema each, and the
 * error body every client sees. It depends on nothing, so that any domain may depend on it.
 */
package dev.ticketing.contracts;
