package dev.ticketing.system.soak.market;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A ticket on sale, as its seller was last told; only who has taken it from its pool changes it.
 */
public final class Listing {

  private final String id;
  private final Person seller;
  private final Set<Long> prices = ConcurrentHashMap.newKeySet();
  private volatile String title;
  private volatile boolean ordered;

  public Listing(String id, Person seller, String title, long cents) {
    this.id = id;
    this.seller = seller;
    this.title = title;
    prices.add(cents);
  }

  public String id() {
    return id;
  }

  public Person seller() {
    return seller;
  }

  public String title() {
    return title;
  }

  /** The seller has asked for this change, and was told that it is made. */
  public void edited(String newTitle) {
    title = newTitle;
  }

  /** To be called before the seller asks for it. */
  public void mayCost(long cents) {
    prices.add(cents);
  }

  /** Whether it was ever offered at this price. */
  public boolean wasOfferedAt(long cents) {
    return prices.contains(cents);
  }

  public void isOrdered() {
    ordered = true;
  }

  /** Whether somebody ever ordered it; its status may then still be about to follow. */
  public boolean wasOrdered() {
    return ordered;
  }
}
