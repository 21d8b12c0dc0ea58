/** A very small way to answer HTTP with JSON, for the embedded servers that people look into. */
package dev.ticketing.devstack.http;
