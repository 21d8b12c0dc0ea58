package dev.ticketing.system.soak.market;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Everybody and everything there is; what nobody pays in time comes back on sale by itself. */
public final class Market {

  private final Pool<Person> people = new Pool<>();
  private final Pool<Listing> onSale = new Pool<>();
  private final Pool<Listing> withdrawn = new Pool<>();
  private final Pool<Purchase> open = new Pool<>();
  private final Pool<Purchase> lapsed = new Pool<>();
  private final Pool<Purchase> ledger = new Pool<>();

  public Pool<Person> people() {
    return people;
  }

  /** Tickets that anyone may order now. */
  public Pool<Listing> onSale() {
    return onSale;
  }

  public Pool<Listing> withdrawn() {
    return withdrawn;
  }

  /** Every order that was ever accepted. */
  public List<Purchase> ledger() {
    return ledger.all();
  }

  public Optional<Purchase> anyPurchase(Random random) {
    return ledger.any(random);
  }

  public void ordered(Purchase purchase) {
    purchase.listing().isOrdered();
    ledger.add(purchase);
    open.add(purchase);
  }

  /** An order that nobody will do anything with. */
  public void abandoned(Purchase purchase) {
    purchase.listing().isOrdered();
    ledger.add(purchase);
  }

  /** An order that is neither paid nor cancelled, and has time left. */
  public Optional<Purchase> takeOpen(Random random) {
    for (Purchase over : open.takeAll(Purchase::hasLapsed)) {
      lapse(over);
    }
    return open.take(random);
  }

  /** One whose time is over. */
  public Optional<Purchase> takeLapsed(Random random) {
    return lapsed.take(random);
  }

  /** The order still waits; who had taken it is done with it. */
  public void putBack(Purchase purchase) {
    open.add(purchase);
  }

  /** The ticket of an order that was cancelled. */
  public void released(Listing listing) {
    onSale.add(listing);
  }

  private void lapse(Purchase purchase) {
    lapsed.add(purchase);
    if (!purchase.mayBePaid()) {
      onSale.add(purchase.listing());
    }
  }

  /** A person other than the seller. */
  public Optional<Person> buyerOf(Listing listing, Random random) {
    Optional<Person> found = people.any(random);
    for (int i = 0; i < 5 && found.filter(p -> p.isOwnerOf(listing)).isPresent(); i++) {
      found = people.any(random);
    }
    return found.filter(person -> !person.isOwnerOf(listing));
  }

  @Override
  public String toString() {
    return "%d users, %d tickets on sale, %d orders, %d of them open"
        .formatted(people.size(), onSale.size(), ledger.size(), open.size());
  }
}
