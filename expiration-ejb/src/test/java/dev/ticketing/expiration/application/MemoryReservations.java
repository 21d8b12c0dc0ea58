package dev.ticketing.expiration.application;

import dev.ticketing.expiration.domain.Reservation;
import dev.ticketing.expiration.domain.ReservationRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reservations in memory, some of which cannot be read. */
final class MemoryReservations implements ReservationRepository {

  final Map<String, Reservation> all = new HashMap<>();
  final Set<String> unreadable = new HashSet<>();
  int batches;

  @Override
  public boolean add(Reservation reservation) {
    return all.putIfAbsent(reservation.id(), reservation) == null;
  }

  @Override
  public Optional<Reservation> find(String orderId) {
    return Optional.ofNullable(all.get(orderId));
  }

  @Override
  public Optional<Reservation> change(String orderId, Consumer<Reservation> change) {
    Optional<Reservation> found = find(orderId);
    found.ifPresent(change);
    return found;
  }

  @Override
  public Batch expire(Instant time, int skip, int limit) {
    batches++;
    List<Reservation> due =
        all.values().stream()
            .filter(r -> r.dueAt() != null && !r.dueAt().isAfter(time))
            .sorted(Comparator.comparing(Reservation::dueAt).thenComparing(Reservation::id))
            .skip(skip)
            .limit(limit)
            .toList();
    due.stream().filter(r -> !unreadable.contains(r.id())).forEach(r -> r.expireIfDue(time));
    return new Batch(
        due.size(), (int) due.stream().filter(r -> unreadable.contains(r.id())).count());
  }

  @Override
  public Optional<Instant> nextDueAfter(Instant time) {
    return all.values().stream()
        .map(Reservation::dueAt)
        .filter(Objects::nonNull)
        .filter(time::isBefore)
        .min(Comparator.naturalOrder());
  }
}
