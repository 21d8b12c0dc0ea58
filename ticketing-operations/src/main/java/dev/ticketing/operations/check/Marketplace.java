package dev.ticketing.operations.check;

import dev.ticketing.operations.source.Source;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The places that can be read. */
public final class Marketplace {

  private final Map<Place, Source> sources;

  public Marketplace(Map<Place, Source> sources) {
    this.sources = new EnumMap<>(sources);
  }

  /** Empty when nobody said how to reach it. */
  public Optional<Source> source(Place place) {
    return Optional.ofNullable(sources.get(place));
  }

  public boolean has(Place place) {
    return sources.containsKey(place);
  }
}
