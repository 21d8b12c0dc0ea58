package dev.ticketing.devstack.stripe.store;

/**
 * What the memory knows of a record: where its latest version lies, its place in the order of
 * creation, and the group by which it is listed (the payment intent of a charge or refund, the type
 * of an event; else null).
 */
record Slot(Kind kind, String id, long offset, int length, long sequence, String group) {
  Extent extent() {
    return new Extent(offset, length);
  }
}
