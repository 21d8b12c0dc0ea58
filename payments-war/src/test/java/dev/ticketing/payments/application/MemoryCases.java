package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.Case;
import dev.ticketing.payments.domain.Cases;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cases in memory, one for each kind and intent. */
final class MemoryCases implements Cases {

  private final Map<String, Case> kept = new LinkedHashMap<>();
  private final Crashes crashes;

  MemoryCases(Crashes crashes) {
    this.crashes = crashes;
  }

  @Override
  public boolean keep(Case found, Instant now) {
    return crashes.around(() -> !found.equals(kept.put(found.kind() + found.intentId(), found)));
  }

  List<Case.Kind> kinds() {
    return kept.values().stream().map(Case::kind).toList();
  }

  List<Case> all() {
    return List.copyOf(kept.values());
  }
}
