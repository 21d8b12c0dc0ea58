/**
 * A mail server that delivers to nobody: it takes every message over SMTP and shows it over HTTP,
 * so that people and tests can read what the application has sent.
 */
package dev.ticketing.devstack.mail;
