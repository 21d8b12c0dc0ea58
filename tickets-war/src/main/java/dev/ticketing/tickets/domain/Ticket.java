package dev.ticketing.tickets.domain;

import dev.ticketing.contracts.Money;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.contracts.event.OrderEvent;
import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.platform.aggregate.Aggregate;
import dev.ticketing.platform.aggregate.InstantConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A ticket that somebody sells. It begins available, is reserved while an order holds it, available
 * again when that order ends unpaid, and sold when it is paid. Its seller may edit or withdraw it
 * only while it is available. A withdrawn ticket stays as a tombstone, because an order placed in
 * the same moment may still win.
 */
@Entity
@Table(name = "tickets")
public class Ticket extends Aggregate {

  private String userId;
  private String title;
  private String description;
  private String venue;

  @Convert(converter = InstantConverter.class)
  private Instant date;

  private long price;
  private String currency;

  @Enumerated(EnumType.STRING)
  private TicketStatus status;

  private String orderId;
  private long hold;
  private long orderVersion;

  @Convert(converter = InstantConverter.class)
  private Instant createdAt;

  @Convert(converter = InstantConverter.class)
  private Instant updatedAt;

  /** For the persistence provider. */
  protected Ticket() {}

  private Ticket(String id, String userId) {
    super(id);
    this.userId = userId;
  }

  /**
   * Puts a ticket on sale.
   *
   * @param offer complete but for description, venue and date, which may be null
   */
  public static Ticket list(String id, String sellerId, Offer offer, Instant now) {
    Ticket ticket = new Ticket(id, sellerId);
    ticket.status = TicketStatus.AVAILABLE;
    ticket.orderVersion = -1;
    ticket.createdAt = now;
    ticket.take(offer, now);
    ticket.tell(new TicketEvent.TicketCreated(ticket.snapshot()), now);
    return ticket;
  }

  /**
   * @throws Refusal NOT_FOUND when it is withdrawn, CONFLICT while it is reserved or sold
   */
  public void edit(Offer offer, Instant now) {
    requireFree();
    take(offer, now);
    tell(new TicketEvent.TicketUpdated(snapshot()), now);
  }

  /**
   * @throws Refusal NOT_FOUND when it is withdrawn, CONFLICT while it is reserved or sold
   */
  public void withdraw(Instant now) {
    requireFree();
    status = TicketStatus.WITHDRAWN;
    updatedAt = now;
    tell(new TicketEvent.TicketDeleted(snapshot()), now);
  }

  /**
   * Follows what an order did to this ticket. Of several orders the later hold counts, of one
   * order's events the later version; anything older is ignored, so an order that lost the ticket
   * cannot free it from the next.
   *
   * @param version of the order when it said so
   */
  public void follow(OrderEvent event, long version, Instant now) {
    long eventHold = event.order().hold();
    boolean older = eventHold < hold || eventHold == hold && version <= orderVersion;
    if (older) {
      return;
    }
    hold = eventHold;
    orderVersion = version;
    updatedAt = now;
    TicketStatus next = statusAfter(event);
    orderId =
        next == TicketStatus.RESERVED || next == TicketStatus.SOLD ? event.order().id() : null;
    status = next;
  }

  private TicketStatus statusAfter(OrderEvent event) {
    if (event instanceof OrderEvent.OrderCompleted) {
      return TicketStatus.SOLD;
    }
    if (status == TicketStatus.WITHDRAWN) {
      return TicketStatus.WITHDRAWN;
    }
    boolean ended =
        event instanceof OrderEvent.OrderCancelled || event instanceof OrderEvent.OrderExpired;
    return ended ? TicketStatus.AVAILABLE : TicketStatus.RESERVED;
  }

  private void requireFree() {
    if (status == TicketStatus.WITHDRAWN) {
      throw Refusal.notFound("No such ticket");
    }
    if (status == TicketStatus.RESERVED) {
      throw Refusal.conflict("Somebody is buying this ticket");
    }
    if (status == TicketStatus.SOLD) {
      throw Refusal.conflict("This ticket is sold");
    }
  }

  private void take(Offer offer, Instant now) {
    title = offer.title() == null ? title : offer.title();
    description = offer.description() == null ? description : offer.description();
    venue = offer.venue() == null ? venue : offer.venue();
    date = offer.date() == null ? date : offer.date();
    if (offer.price() != null) {
      price = offer.price().amount();
      currency = offer.price().currency();
    }
    updatedAt = now;
  }

  private TicketEvent.Ticket snapshot() {
    return new TicketEvent.Ticket(id(), userId, title, venue, date, price());
  }

  @Override
  protected String auditDetail() {
    return "%d %s".formatted(price, currency);
  }

  public String userId() {
    return userId;
  }

  public String title() {
    return title;
  }

  public String description() {
    return description;
  }

  public String venue() {
    return venue;
  }

  public Instant date() {
    return date;
  }

  public Money price() {
    return new Money(price, currency);
  }

  public TicketStatus status() {
    return status;
  }

  /** The order that holds or bought this ticket, or null. */
  public String orderId() {
    return orderId;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
