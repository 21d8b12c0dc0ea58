/**
 * A sandbox of Stripe's HTTP API: what an unmodified stripe-java needs to take a card payment in
 * test mode. It keeps its books in one journal file, signs and delivers webhooks, honours
 * idempotency keys, and can be told to be slow, to fail or to lose its answer, so that a test can
 * reach every branch that a payment may take.
 */
package dev.ticketing.devstack.stripe;
