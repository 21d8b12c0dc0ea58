package dev.ticketing.operations;

import com.mongodb.MongoException;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import org.apache.kafka.common.KafkaException;

/** Why a command could not do its work, in one line that names the variable to look at. */
final class Complaint {

  private Complaint() {}

  static String about(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String what = what(cause);
      if (what != null) {
        return what;
      }
    }
    return failure.toString();
  }

  private static String what(Throwable cause) {
    if (cause instanceof Unreachable) {
      return cause.getMessage();
    }
    if (cause instanceof MongoException) {
      return because("The document store at " + Addresses.MONGODB_URI + " does not answer", cause);
    }
    if (cause instanceof KafkaException) {
      return because("No broker answers at " + Addresses.KAFKA, cause);
    }
    if (cause instanceof ApiConnectionException) {
      return because("Stripe does not answer; look at " + Addresses.STRIPE_BASE, cause);
    }
    if (cause instanceof StripeException) {
      return because("Stripe refuses; look at " + Addresses.STRIPE_KEY, cause);
    }
    return null;
  }

  private static String because(String what, Throwable cause) {
    String reason = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return what + ": " + reason.split(" while waiting for a server")[0];
  }
}
