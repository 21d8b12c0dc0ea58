package dev.ticketing.tickets.adapter.persistence;

import static com.mongodb.client.model.Indexes.ascending;

import dev.ticketing.platform.aggregate.AggregateStore;
import dev.ticketing.platform.persistence.DomainStore;
import dev.ticketing.platform.persistence.IndexesAtStartup.Index;
import dev.ticketing.tickets.adapter.TicketsDomain;
import dev.ticketing.tickets.domain.Ticket;
import dev.ticketing.tickets.domain.TicketRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps tickets through Hibernate OGM. */
@ApplicationScoped
public class OgmTicketRepository implements TicketRepository {

  private static final String TICKETS = "tickets";

  private DomainStore store;
  private AggregateStore<Ticket> tickets;

  /** For the container's proxy. */
  protected OgmTicketRepository() {}

  @Inject
  public OgmTicketRepository(TicketsDomain domain) {
    this.store = domain.store();
    this.tickets = domain.store().aggregates(Ticket.class);
  }

  void beginWithTheApplication(@Observes Startup event) {
    store.makeIndexes(
        List.of(
            Index.on(TICKETS, ascending("status", "_id")),
            Index.on(TICKETS, ascending("status", "price", "_id")),
            Index.on(TICKETS, ascending("status", "date", "_id"))));
  }

  @Override
  public void add(Ticket ticket) {
    tickets.add(ticket);
  }

  @Override
  public Optional<Ticket> change(String id, Consumer<Ticket> change) {
    return tickets.change(id, change);
  }
}
