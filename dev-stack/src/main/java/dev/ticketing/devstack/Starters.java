package dev.ticketing.devstack;

import dev.ticketing.devstack.broker.EmbeddedBroker;
import dev.ticketing.devstack.keys.DevelopmentKeys;
import dev.ticketing.devstack.mail.MailCatcher;
import dev.ticketing.devstack.store.EmbeddedStore;
import dev.ticketing.devstack.stripe.StripeSandbox;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** How each part is started: which directory, which ports, which secrets it gets. */
final class Starters {

  /** What an endpoint at the real Stripe has to be registered for, too. */
  private static final Set<String> WEBHOOKS =
      Set.of(
          "payment_intent.succeeded",
          "payment_intent.amount_capturable_updated",
          "payment_intent.payment_failed",
          "payment_intent.canceled",
          "charge.refunded",
          "charge.dispute.created");

  private final Settings settings;
  private final DevelopmentKeys keys;

  Starters(Settings settings, DevelopmentKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  Map<Part, EmbeddedServer.Starter> all() {
    Map<Part, EmbeddedServer.Starter> starters = new EnumMap<>(Part.class);
    starters.put(Part.STORE, this::store);
    starters.put(Part.KAFKA, this::broker);
    starters.put(Part.STRIPE, this::stripe);
    starters.put(Part.MAIL, this::mail);
    return starters;
  }

  private EmbeddedServer store() {
    EmbeddedStore store = EmbeddedStore.start(directory("store"), settings.port(Port.STORE));
    return new Embedded<>(store, store.uri(), store::close);
  }

  private EmbeddedServer broker() {
    EmbeddedBroker broker =
        EmbeddedBroker.start(
            directory("kafka"), settings.port(Port.KAFKA), settings.port(Port.KAFKA_CONTROLLER));
    return new Embedded<>(broker, broker.bootstrapServers(), broker::close);
  }

  private EmbeddedServer stripe() {
    ApplicationVariables variables = new ApplicationVariables(settings, keys);
    URI webhooks =
        URI.create("http://127.0.0.1:" + settings.port(Port.HTTP) + "/api/payments/webhook");
    StripeSandbox stripe =
        StripeSandbox.start(
            directory("stripe"),
            settings.port(Port.STRIPE),
            keys.stripeApiKey(),
            variables.webhookSecret(),
            () -> webhooks);
    stripe.sendWebhooksOnlyOf(WEBHOOKS);
    return new Embedded<>(stripe, stripe.baseUri().toString(), stripe::close);
  }

  private EmbeddedServer mail() {
    MailCatcher mail =
        MailCatcher.start(directory("mail"), settings.port(Port.SMTP), settings.port(Port.MAIL));
    String address = mail.smtpUri() + ", messages at " + mail.messagesUri();
    return new Embedded<>(mail, address, mail::close);
  }

  private Path directory(String name) {
    return settings.dataDirectory().resolve(name);
  }
}
