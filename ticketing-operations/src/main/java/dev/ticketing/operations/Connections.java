package dev.ticketing.operations;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say where the deployment is; each is a variable of the server's as well. */
public final class Connections {

  @Option(
      names = "--mongodb-uri",
      paramLabel = "URI",
      defaultValue = "${env:MONGODB_URI:-mongodb://127.0.0.1:27017}",
      description = "The document store; else MONGODB_URI, else mongodb://127.0.0.1:27017.")
  private String mongodbUri;

  @Mixin private BrokerOption broker;

  @Option(
      names = "--stripe-key",
      paramLabel = "KEY",
      defaultValue = "${env:STRIPE_API_KEY:-}",
      description = "Stripe's secret key; else STRIPE_API_KEY, else Stripe is not asked.")
  private String stripeKey;

  @Option(
      names = "--stripe-base",
      paramLabel = "URL",
      defaultValue = "${env:STRIPE_API_BASE:-}",
      description = "What stands in for Stripe; else STRIPE_API_BASE, else Stripe itself.")
  private String stripeBase;

  public Deployment open() {
    return Deployment.at(
        new Addresses(
            mongodbUri,
            broker.bootstrapServers(),
            unlessBlank(stripeKey),
            unlessBlank(stripeBase)));
  }

  private static Optional<String> unlessBlank(String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }
}
