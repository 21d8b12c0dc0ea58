package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.stripe.store.Kind;
import dev.ticketing.devstack.stripe.store.RecordStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A running Stripe sandbox on this machine. It answers like Stripe's test mode for card payments,
 * keeps its books in a directory between runs, and tells a webhook receiver of what happens.
 * Closing it leaves nothing behind but the directory.
 */
public final class StripeSandbox implements AutoCloseable {
  /** The API version that it speaks: the one of the stripe-java that the project uses. */
  public static final String API_VERSION = "2026-07-29.dahlia";

  private static final Duration EVENT_LIFE = Duration.ofDays(30);

  private final RecordStore store;
  private final Switches switches;
  private final WebhookReceiver receiver;
  private final Webhooks webhooks;
  private final LocalServer server;

  private StripeSandbox(
      RecordStore store,
      Switches switches,
      WebhookReceiver receiver,
      Webhooks webhooks,
      LocalServer server) {
    this.store = store;
    this.switches = switches;
    this.receiver = receiver;
    this.webhooks = webhooks;
    this.server = server;
  }

  /**
   * Starts a sandbox that listens on the loopback interface.
   *
   * @param dataDirectory where the books are kept; one sandbox at a time may use it
   * @param port the port, or 0 for any that is free
   * @param apiKey the secret key that clients must present
   * @param webhookSecret the secret by which webhooks are signed
   * @param webhookUrl where webhooks go, asked anew every time; null for nowhere
   */
  public static StripeSandbox start(
      Path dataDirectory, int port, String apiKey, String webhookSecret, Supplier<URI> webhookUrl) {
    return start(
        dataDirectory,
        port,
        apiKey,
        new WebhookReceiver(webhookUrl, new WebhookSignature(webhookSecret), Clock.systemUTC()),
        Duration.ofMillis(250),
        Clock.systemUTC());
  }

  static StripeSandbox start(
      Path dataDirectory,
      int port,
      String apiKey,
      WebhookReceiver receiver,
      Duration firstPause,
      Clock clock) {
    RecordStore store = open(dataDirectory, clock);
    Switches switches = new Switches();
    RequestLog log = new RequestLog();
    Webhooks webhooks = new Webhooks(store, receiver, firstPause);
    Ledger ledger = new Ledger(store, clock, receiver::wants, webhooks::announce);
    Api api = new Api(new Credentials(apiKey), ledger, switches, log);
    Controls controls = new Controls(store, ledger, switches, log, webhooks);
    try {
      LocalServer server = LocalServer.start(port, new SandboxHandler(api, controls));
      webhooks.resume();
      return new StripeSandbox(store, switches, receiver, webhooks, server);
    } catch (RuntimeException e) {
      webhooks.close();
      close(store);
      throw e;
    }
  }

  public int port() {
    return server.port();
  }

  /** What a client takes as the API's base. */
  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** The books as they are now. */
  public Books books() {
    return Books.of(store);
  }

  public Switches switches() {
    return switches;
  }

  /** From now on webhooks go there; those that are underway too, when they are tried again. */
  public void sendWebhooksTo(URI url) {
    receiver.moveTo(() -> url);
  }

  /** From now on only events of these types are sent, as Stripe's endpoints can ask for. */
  public void sendWebhooksOnlyOf(Set<String> types) {
    receiver.wantOnly(types);
  }

  @Override
  public void close() {
    server.close();
    webhooks.close();
    close(store);
  }

  private static RecordStore open(Path directory, Clock clock) {
    try {
      return RecordStore.open(directory, record -> isWanted(record, clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isWanted(ObjectNode record, Clock clock) {
    String object = Json.text(record, "object");
    if (Kind.ANSWER.object().equals(object)) {
      return Ledger.isFresh(record, clock);
    }
    boolean told = Kind.EVENT.object().equals(object) || Kind.DELIVERY.object().equals(object);
    long age = clock.instant().getEpochSecond() - record.path("created").longValue();
    return !told || age < EVENT_LIFE.toSeconds();
  }

  private static void close(RecordStore store) {
    try {
      store.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
