package dev.ticketing.orders.adapter.persistence;

import dev.ticketing.orders.domain.Listings;
import dev.ticketing.orders.domain.TicketLocks;
import dev.ticketing.orders.domain.TicketLocksContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract over the document store. */
class MongoTicketLocksTest extends TicketLocksContract {

  @TempDir private static Path directory;
  private static StoredTickets tickets;

  @BeforeAll
  static void startStore() {
    tickets = new StoredTickets(directory);
  }

  @AfterAll
  static void stopStore() {
    tickets.close();
  }

  @Override
  protected TicketLocks locks() {
    return new MongoTicketLocks(tickets.collection());
  }

  @Override
  protected Listings listings() {
    return new MongoListings(tickets.collection());
  }
}
