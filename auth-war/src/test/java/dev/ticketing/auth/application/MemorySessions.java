package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.Session;
import dev.ticketing.auth.domain.SessionRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Sessions in memory, for tests of what is done with them. */
final class MemorySessions implements SessionRepository {

  private final Map<String, Session> sessions = new HashMap<>();
  private boolean away;

  /** From now on nothing can be changed. */
  void goAway() {
    away = true;
  }

  @Override
  public void add(Session session) {
    sessions.put(session.id(), session);
  }

  @Override
  public Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  @Override
  public Optional<Session> change(String id, Consumer<Session> change) {
    if (away) {
      throw new IllegalStateException("away");
    }
    Optional<Session> found = find(id);
    found.ifPresent(change);
    return found;
  }

  @Override
  public List<String> unendedOf(String userId, String exceptId, int limit) {
    return sessions.values().stream()
        .filter(session -> session.userId().equals(userId) && session.endedAt() == null)
        .map(Session::id)
        .filter(id -> !Objects.equals(id, exceptId))
        .limit(limit)
        .toList();
  }

  @Override
  public Map<String, Instant> endedWithTokensAt(Instant time) {
    return sessions.values().stream()
        .filter(session -> session.endedAt() != null && !session.tokensExpireAt().isBefore(time))
        .collect(Collectors.toMap(Session::id, Session::tokensExpireAt));
  }
}
