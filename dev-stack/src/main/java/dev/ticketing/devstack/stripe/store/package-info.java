/**
 * Storage of the sandbox: JSON records in one append-only file, with only an index in memory, so
 * that a long load test does not fill the heap and a killed process loses nothing it answered for.
 */
package dev.ticketing.devstack.stripe.store;
