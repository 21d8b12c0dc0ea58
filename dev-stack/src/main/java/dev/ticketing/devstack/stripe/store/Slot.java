package dev.ticketing.devstack.stripe.store;

/**
 * What the memory knows of a record: where its latest version lies, its place in the order of
 * creation, when it was created (seconds), and the group by which it is listed (the payment intent
 * of a charge or refund, the type of an event; else null).
 */
record Slot(String id, Extent extent, long sequence, long created, String group) {}
