/**
 * The secrets of a development machine. They are made on the first run, so that the repository
 * holds none, and kept, so that sessions and stored data stay valid from run to run.
 */
package dev.ticketing.devstack.keys;
