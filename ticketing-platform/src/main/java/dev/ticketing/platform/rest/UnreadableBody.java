package dev.ticketing.platform.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.ticketing.contracts.error.ErrorBody;
import dev.ticketing.contracts.error.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;

/** Tells a client why its body could not be read, in the client's terms. */
final class UnreadableBody {

  private UnreadableBody() {}

  /**
   * @param failure what the reader of the client's own bytes threw
   */
  static Refusal because(IOException failure) {
    if (failure instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
      String field = mismatch.getPath().get(mismatch.getPath().size() - 1).getFieldName();
      if (field != null) {
        return Refusal.invalid(field, field + " must be " + nameOf(mismatch.getTargetType()));
      }
    }
    return Refusal.invalid(ErrorBody.of("The request body is not valid JSON").errors());
  }

  private static String nameOf(Class<?> type) {
    if (type == String.class) {
      return "text";
    }
    if (type == BigDecimal.class || type != null && Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (type == Instant.class) {
      return "a time in ISO 8601, such as 2027-05-01T19:30:00Z";
    }
    return "of another type";
  }
}
