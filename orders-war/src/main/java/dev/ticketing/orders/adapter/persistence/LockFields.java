package dev.ticketing.orders.adapter.persistence;

/** The names in a lock's document; the listing it belongs to is kept in the same one. */
final class LockFields {

  static final String COLLECTION = "tickets";

  static final String ID = "_id";
  static final String VERSION = "version";
  static final String TITLE = "title";
  static final String SELLER = "sellerId";
  static final String PRICE = "price";
  static final String CURRENCY = "currency";
  static final String WITHDRAWN = "withdrawn";

  static final String STATE = "state";
  static final String ORDER = "orderId";

  /** The buyer, while the lock is held or secured. */
  static final String HOLDER = "holderId";

  static final String DEADLINE = "deadline";
  static final String TAKEN = "takenAt";
  static final String PAYMENT = "paymentId";
  static final String HOLD = "hold";

  private LockFields() {}
}
