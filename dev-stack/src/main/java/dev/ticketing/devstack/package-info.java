/**
 * What a laptop or a test needs around the application server: a Kafka broker, a document store
 * that speaks MongoDB's wire protocol, a sandbox of Stripe's HTTP API and a mail catcher, all in
 * one JVM, and the launcher that starts them and the server. Each can be replaced by a real one.
 */
package dev.ticketing.devstack;
