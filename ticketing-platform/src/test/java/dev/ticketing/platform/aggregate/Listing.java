package dev.ticketing.platform.aggregate;

import dev.ticketing.contracts.event.TicketEvent;
import dev.ticketing.platform.SampleEvents;

/** An aggregate that tells something when it is told to. */
public class Listing extends Aggregate {

  private int changes;

  protected Listing() {}

  public Listing(String id) {
    super(id);
  }

  public void change() {
    changes++;
  }

  public void changeAndTell() {
    changes++;
    tell(new TicketEvent.TicketUpdated(SampleEvents.ticket()), SampleEvents.TIME);
  }

  public void noteOnly() {
    note("Looked", SampleEvents.TIME);
  }

  public int changes() {
    return changes;
  }
}
