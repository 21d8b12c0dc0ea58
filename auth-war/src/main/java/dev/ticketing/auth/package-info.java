/**
 * Users and their sessions: somebody signs up once, signs in with e-mail and password, is
 * recognised by a signed token in every domain, and signs out, after which that token is dead.
 * Other domains know users by their id and learn of profile changes through events.
 */
package dev.ticketing.auth;
