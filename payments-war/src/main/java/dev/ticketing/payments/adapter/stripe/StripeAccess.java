package dev.ticketing.payments.adapter.stripe;

import com.stripe.StripeClient;
import dev.ticketing.payments.application.PaymentGateway;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
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

  @Produces
  @Singleton
  PaymentGateway gateway(
      @ConfigProperty(name = "STRIPE_API_KEY") Optional<String> key,
      @ConfigProperty(name = "STRIPE_API_BASE") Optional<String> base) {
    if (key.filter(text -> !text.isBlank()).isEmpty()) {
      LOG.log(System.Logger.Level.ERROR, "Payments are refused: STRIPE_API_KEY is not set");
      return new StripeGateway(null);
    }
    return new StripeGateway(client(key.get().strip(), base.orElse(null), READ_TIMEOUT));
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
