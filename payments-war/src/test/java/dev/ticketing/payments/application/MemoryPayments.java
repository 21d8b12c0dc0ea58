package dev.ticketing.payments.application;

import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.payments.domain.Payment;
import dev.ticketing.payments.domain.PaymentRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Payments in memory, with the store's rules: whole documents, changed one at a time. */
final class MemoryPayments implements PaymentRepository {

  private final Map<String, Payment> stored = new TreeMap<>();
  private final Set<String> published = new HashSet<>();
  private final Crashes crashes;

  MemoryPayments(Crashes crashes) {
    this.crashes = crashes;
  }

  @Override
  public boolean add(Payment payment) {
    return crashes.around(() -> insert(payment));
  }

  @Override
  public Optional<Payment> find(String id) {
    return crashes.around(() -> read(id));
  }

  @Override
  public Optional<Payment> change(String id, Consumer<Payment> change) {
    return crashes.around(
        () -> {
          synchronized (this) {
            return read(id)
                .map(
                    payment -> {
                      change.accept(payment);
                      return store(payment, payment.version() + 1);
                    });
          }
        });
  }

  @Override
  public synchronized List<String> dueAt(Instant now, int limit) {
    return stored.values().stream()
        .filter(payment -> Copies.of(payment, payment.version()).lease(now))
        .limit(limit)
        .map(Payment::id)
        .toList();
  }

  synchronized List<Payment> all() {
    return List.copyOf(stored.values());
  }

  /** What was told and not yet taken by this. */
  synchronized List<Envelope<?>> publish() {
    List<Envelope<?>> news = new ArrayList<>();
    for (Payment payment : stored.values()) {
      payment.outbox().stream().filter(event -> published.add(event.id())).forEach(news::add);
    }
    return news;
  }

  private synchronized Optional<Payment> read(String id) {
    return Optional.ofNullable(stored.get(id)).map(found -> Copies.of(found, found.version()));
  }

  private synchronized boolean insert(Payment payment) {
    boolean isNew = !stored.containsKey(payment.id());
    if (isNew) {
      store(payment, 0);
    }
    return isNew;
  }

  private synchronized Payment store(Payment payment, long version) {
    Payment copy = Copies.of(payment, version);
    stored.put(copy.id(), copy);
    return Copies.of(copy, version);
  }
}
