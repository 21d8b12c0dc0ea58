package dev.ticketing.system.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void theTableCanBeReadAndAnAliasSaysWhatItsTargetSays() {
    List<Line> lines = Table.lines();
    assertTrue(lines.size() > 15, lines::toString);
    Line alias =
        Table.aliases().stream().filter(line -> line.path().equals("/api/order")).findAny().get();
    Line target =
        lines.stream().filter(line -> line.toString().equals("POST /api/orders")).findAny().get();
    assertEquals(target.expected(), alias.expected());
    assertEquals(target.body(), alias.body());
  }

  @Test
  void aRouteWithoutALineIsToldWithTheLineToAdd() {
    String told = Table.difference(List.of("GET /api/new/{id}", "GET /a"), List.of("GET /a"));
    assertTrue(told.contains("GET | /api/new/{id} | <"), told);
    assertTrue(told.endsWith("| 401 | 403 | 200 | 403 | 401 | 401 | 401"), told);
    assertFalse(told.contains("GET | /a |"), told);
  }

  @Test
  void aLineWithoutARouteIsToldToo() {
    String told = Table.difference(List.of("GET /a"), List.of("GET /a", "GET /b"));
    assertTrue(told.contains("Remove from authorization.csv") && told.contains("GET /b"), told);
    assertEquals("", Table.difference(List.of("GET /a"), List.of("GET /a")));
  }

  @Test
  void aLineThatLacksACellIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> Line.parse("GET | /a | | | 200 | 200 | 200"));
  }
}
