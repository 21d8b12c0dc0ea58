package dev.ticketing.system.soak.measure;

import dev.ticketing.system.client.Answer;
import dev.ticketing.system.client.Visitor;
import dev.ticketing.system.client.Wire;
import dev.ticketing.system.soak.market.Listing;
import dev.ticketing.system.soak.market.Market;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The tickets that nobody bought: on sale as their sellers were told, or gone. */
final class Shelves {

  private final Market market;
  private final Visitor visitor;

  Shelves(Market market, Wire wire) {
    this.market = market;
    this.visitor = new Visitor(wire, Map.of());
  }

  /** To be asked for when every order has come to its end. */
  List<String> contradictions() {
    return Stream.concat(
            market.onSale().all().parallelStream().map(this::onSale),
            market.withdrawn().all().parallelStream().map(this::withdrawn))
        .filter(Objects::nonNull)
        .toList();
  }

  private String onSale(Listing listing) {
    Answer ticket = visitor.ticket(listing.id());
    boolean fits =
        ticket.status() == 200
            && ticket.field("title").equals(listing.title())
            && ticket.field("status").equals("available");
    return fits ? null : "Not '" + listing.title() + "' on sale: " + ticket.text();
  }

  private String withdrawn(Listing listing) {
    Answer ticket = visitor.ticket(listing.id());
    return ticket.status() == 404 ? null : "Not withdrawn: " + ticket.text();
  }
}
