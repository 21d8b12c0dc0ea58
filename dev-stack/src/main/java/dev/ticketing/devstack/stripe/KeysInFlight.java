package dev.ticketing.devstack.stripe;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The idempotency keys of requests that have not been answered yet; each may be there once. */
final class KeysInFlight {
  private static final int LONGEST = 255;

  private final Set<String> keys = ConcurrentHashMap.newKeySet();

  void claim(String key) {
    if (key == null) {
      return;
    }
    if (key.length() > LONGEST) {
      throw ApiError.refused(400, null, "Idempotency keys can have up to 255 characters.");
    }
    if (!keys.add(key)) {
      throw ApiError.refused(
          409,
          "idempotency_key_in_use",
          "There is currently another in-progress request using this Stripe idempotent key (that"
              + " probably means you submitted twice, and the other request is still going"
              + " through): "
              + key
              + ".");
    }
  }

  void release(String key) {
    if (key != null) {
      keys.remove(key);
    }
  }
}
