package dev.ticketing.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {

  private static final int FIRST_OF_OUTGOING_CONNECTIONS = 32_768;

  @Test
  void aFreePortIsNeverGivenToAnOutgoingConnection() {
    List<Integer> ports = FreePorts.find(200);

    assertEquals(200, new HashSet<>(ports).size());
    assertTrue(ports.stream().allMatch(port -> port < FIRST_OF_OUTGOING_CONNECTIONS));
    assertTrue(ports.stream().allMatch(FreePorts::isFree));
  }
}
