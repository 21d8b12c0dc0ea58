package dev.ticketing.devstack.stripe.store;

/** Where a record's bytes lie in the journal file. */
record Extent(long offset, int length) {}
