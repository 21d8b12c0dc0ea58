package dev.ticketing.payments.adapter.stripe;

import com.stripe.StripeClient;
import dev.ticketing.payments.application.PaymentGateway;
import dev.ticketing.payments.application.StripeBooks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The way to Stripe, by the key in STRIPE_API_KEY, or to what stands in for it at STRIPE_API_BASE.
 * One client serves all requests. Without a key the server runs, and refuses payments.
 */
@ApplicationScoped
public class StripeAccess {

  private static final System.Logger LOG = System.getLogger(StripeAccess.class.getName());
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration READ_TIMEOUT = Duration.ofSeconds(8);

  private StripeClient client;

  /** For the container's proxy. */
  protected StripeAccess() {}

  @Inject
  public StripeAccess(
      @ConfigProperty(name = "STRIPE_API_KEY") Optional<String> key,
      @ConfigProperty(name = "STRIPE_API_BASE") Optional<String> base) {
    if (key.filter(text -> !text.isBlank()).isEmpty()) {
      LOG.log(System.Logger.Level.ERROR, "Payments are refused: STRIPE_API_KEY is not set");
    } else {
      client = client(key.get().strip(), base.orElse(null), READ_TIMEOUT);
    }
  }

  @Produces
  @Singleton
  PaymentGateway gateway() {
    return new StripeGateway(client);
  }

  @Produces
  @Singleton
  StripeBooks books() {
    return new StripeReader(client);
  }

  /**
   * @param base null for Stripe itself
   */
  static StripeClient client(String key, String base, Duration readTimeout) {
    StripeClient.StripeClientBuilder builder =
        StripeClient.builder()
            .setApiKey(key)
            .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
            .setReadTimeout((int) readTimeout.toMillis())
            .setMaxNetworkRetries(0);
    return (base == null ? builder : builder.setApiBase(base)).build();
  }
}
