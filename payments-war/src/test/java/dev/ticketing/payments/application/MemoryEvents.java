package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.Patience;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stripe's events in memory; every call is one atomic step. */
final class MemoryEvents implements StripeEvents {

  private record Kept(StripeEvent event, Instant came, Instant due) {}

  private final Map<String, Kept> kept = new LinkedHashMap<>();
  private final Crashes crashes;

  MemoryEvents(Crashes crashes) {
    this.crashes = crashes;
  }

  @Override
  public boolean keep(StripeEvent event, Instant now) {
    return crashes.around(() -> kept.putIfAbsent(event.id(), new Kept(event, now, now)) == null);
  }

  @Override
  public Optional<StripeEvent> take(Instant now) {
    return crashes.around(
        () -> {
          Optional<Kept> found =
              kept.values().stream()
                  .filter(one -> one.due() != null && !one.due().isAfter(now))
                  .findFirst();
          found.ifPresent(one -> put(one, now.plus(Patience.LEASE)));
          return found.map(Kept::event);
        });
  }

  @Override
  public void finish(String id) {
    crashes.around(() -> put(kept.get(id), null));
  }

  @Override
  public void forget(Instant cameBefore) {
    kept.values().removeIf(one -> one.due() == null && one.came().isBefore(cameBefore));
  }

  List<StripeEvent> waiting() {
    return kept.values().stream().filter(one -> one.due() != null).map(Kept::event).toList();
  }

  int size() {
    return kept.size();
  }

  private Kept put(Kept one, Instant due) {
    return kept.put(one.event().id(), new Kept(one.event(), one.came(), due));
  }
}
