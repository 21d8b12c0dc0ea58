package dev.ticketing.platform.idempotency;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that honours the header {@code Idempotency-Key}: of all requests with one key, however
 * often they come, one has an effect, and all get its answer. A domain that has such methods also
 * has an {@link IdempotencyFilter}; the methods make what they make under the id that {@link NewId}
 * gives them, and find it there when they are repeated.
 */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

  /** The request header with the client's key. */
  String HEADER = "Idempotency-Key";

  /** The response header that says that this is the answer to an earlier request. */
  String REPLAYED = "Idempotency-Replayed";

  /** What the header does, for the description of the API. */
  String DESCRIPTION =
      "1 to 255 printable ASCII characters, plain or as a quoted string. The same request with the"
          + " same key has one effect and gets the same answer for 24 hours, with the header"
          + " Idempotency-Replayed; another request with this key gets 422, one that comes while"
          + " the first is underway 409.";
}
