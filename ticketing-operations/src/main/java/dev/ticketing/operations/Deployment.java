package dev.ticketing.operations;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.stripe.StripeClient;
import dev.ticketing.operations.check.Marketplace;
import dev.ticketing.operations.check.Place;
import dev.ticketing.operations.deadletters.Broker;
import dev.ticketing.operations.deadletters.DeadLetterDocuments;
import dev.ticketing.operations.deadletters.DeadLetters;
import dev.ticketing.operations.source.ContestedTickets;
import dev.ticketing.operations.source.MongoSource;
import dev.ticketing.operations.source.Source;
import dev.ticketing.operations.source.StripeIntents;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** The store, the broker and the Stripe account of one deployment. */
public final class Deployment implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 5;
  private static final int STRIPE_READ_SECONDS = 30;

  private final MongoClient store;
  private final Broker broker;
  private final Map<Place, Source> sources = new EnumMap<>(Place.class);

  private Deployment(MongoClient store, Broker broker) {
    this.store = store;
    this.broker = broker;
  }

  /**
   * @throws Unreachable when an address is none; whether somebody answers there shows later
   */
  public static Deployment at(Addresses addresses) {
    Deployment deployment =
        new Deployment(storeAt(addresses.mongodbUri()), new Broker(addresses.kafka()));
    deployment.addStore();
    deployment.sources.put(
        Place.DEAD_LETTERS, new DeadLetterDocuments(new DeadLetters(deployment.broker)));
    addresses
        .stripeKey()
        .ifPresent(
            key ->
                deployment.sources.put(Place.INTENTS, new StripeIntents(stripe(key, addresses))));
    return deployment;
  }

  private void addStore() {
    for (Place place : Place.values()) {
      if (place.database() != null) {
        sources.put(place, source(place));
      }
    }
  }

  private Source source(Place place) {
    MongoCollection<Document> collection =
        store.getDatabase(place.database()).getCollection(place.collection());
    return switch (place) {
      case CONTESTED_TICKETS -> new ContestedTickets(collection);
      case USERS ->
          new MongoSource(collection, "passwordHash", "email", "resetToken", "confirmationToken");
      case LETTERS -> new MongoSource(collection, "facts");
      case SESSIONS ->
          new MongoSource(collection, "familyHash", "tokenHash", "userAgent", "address");
      case PAYMENTS -> new MongoSource(collection, "token");
      default -> new MongoSource(collection);
    };
  }

  static MongoClient storeAt(String uri) {
    try {
      return MongoClients.create(
          MongoClientSettings.builder()
              .applyToClusterSettings(
                  cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
              .applyConnectionString(new ConnectionString(uri))
              .build());
    } catch (IllegalArgumentException e) {
      throw new Unreachable(Addresses.MONGODB_URI + " is no address of a document store", e);
    }
  }

  private static StripeClient stripe(String key, Addresses addresses) {
    StripeClient.StripeClientBuilder builder =
        StripeClient.builder()
            .setApiKey(key)
            .setConnectTimeout((int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS))
            .setReadTimeout((int) TimeUnit.SECONDS.toMillis(STRIPE_READ_SECONDS))
            .setMaxNetworkRetries(2);
    addresses.stripeBase().ifPresent(builder::setApiBase);
    return builder.build();
  }

  public Marketplace marketplace() {
    return new Marketplace(sources);
  }

  public Broker broker() {
    return broker;
  }

  @Override
  public void close() {
    broker.close();
    store.close();
  }
}
