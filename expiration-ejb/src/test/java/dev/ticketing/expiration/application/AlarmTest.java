package dev.ticketing.expiration.application;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlarmTest {

  private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

  private final Alarm alarm = new Alarm();
  private final List<Instant> rings = new ArrayList<>();

  @Test
  void onlyAnEarlierTimeMovesTheBell() {
    alarm.connect(rings::add);
    alarm.setFor(NOON);
    alarm.setFor(NOON.plusSeconds(1));
    alarm.setFor(NOON);
    alarm.setFor(NOON.minusSeconds(1));

    assertEquals(List.of(NOON, NOON.minusSeconds(1)), rings);
  }

  @Test
  void aTimeThatWasSetBeforeTheBellWasThereIsNotLost() {
    alarm.setFor(NOON);
    alarm.connect(rings::add);

    assertEquals(List.of(NOON), rings);
  }

  @Test
  void onceItHasRungAnyTimeIsNewsAgain() {
    alarm.connect(rings::add);
    alarm.setFor(NOON);
    alarm.reset();
    alarm.setFor(NOON.plusSeconds(5));

    assertEquals(List.of(NOON, NOON.plusSeconds(5)), rings);
  }
}
