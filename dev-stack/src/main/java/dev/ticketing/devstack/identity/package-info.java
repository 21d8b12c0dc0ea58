/**
 * An OpenID provider and a graph like Facebook's, for tests of who signs in through them: they keep
 * the standards to the letter, and break them on demand.
 */
package dev.ticketing.devstack.identity;
