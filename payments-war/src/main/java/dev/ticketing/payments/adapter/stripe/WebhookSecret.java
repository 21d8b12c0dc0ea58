package dev.ticketing.payments.adapter.stripe;

import dev.ticketing.payments.application.StripeMail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secret of this webhook's endpoint at Stripe. Without it the server runs, and takes none. */
@ApplicationScoped
public class WebhookSecret {

  private static final System.Logger LOG = System.getLogger(WebhookSecret.class.getName());

  @Produces
  @Singleton
  StripeMail mail(
      @ConfigProperty(name = "stripe.webhook.secret") Optional<String> secret, Clock clock) {
    if (secret.filter(text -> !text.isBlank()).isEmpty()) {
      LOG.log(System.Logger.Level.ERROR, "Webhooks are refused: STRIPE_WEBHOOK_SECRET is not set");
      return new SignedMail(null);
    }
    return new SignedMail(new WebhookSeal(secret.get().strip(), clock));
  }
}
