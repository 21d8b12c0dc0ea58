package dev.ticketing.operations;

import java.util.Map;
import java.util.Optional;

/**
 * Where a deployment is, by the variables that its server has too.
 *
 * @param stripeKey empty to leave Stripe out
 * @param stripeBase empty for Stripe itself
 */
public record Addresses(
    String mongodbUri, String kafka, Optional<String> stripeKey, Optional<String> stripeBase) {

  public static final String MONGODB_URI = "MONGODB_URI";
  public static final String KAFKA = "KAFKA_BOOTSTRAP_SERVERS";
  public static final String STRIPE_KEY = "STRIPE_API_KEY";
  public static final String STRIPE_BASE = "STRIPE_API_BASE";

  /** As the server of the deployment is told. */
  public static Addresses in(Map<String, String> variables) {
    return new Addresses(
        variables.get(MONGODB_URI),
        variables.get(KAFKA),
        Optional.ofNullable(variables.get(STRIPE_KEY)),
        Optional.ofNullable(variables.get(STRIPE_BASE)));
  }
}
