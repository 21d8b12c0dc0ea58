package dev.ticketing.platform.aggregate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.contracts.error.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

  private static final String ID = "65f0a1b2c3d4e5f601234567";

  @Test
  void aNewIdHasTheFormOfAnIdAndIsUnlikeAnyOther() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      ids.add(Identifier.checked("id", Identifier.next()));
    }
    assertEquals(1_000, ids.size());
  }

  @Test
  void aLaterIdSortsAfterAnEarlierOne() {
    assertTrue(Identifier.next().compareTo(Identifier.next()) < 0);
  }

  @Test
  void anIdTellsTheSecondItWasMadeIn() {
    Instant before = Instant.now();
    Instant made = Identifier.madeAt(Identifier.next());
    assertFalse(made.isBefore(before.minusSeconds(1)));
    assertFalse(made.isAfter(Instant.now()));
  }

  @Test
  void theFirstIdOfASecondDividesTheIdsMadeBeforeFromThoseMadeSince() {
    Instant made = Identifier.madeAt(ID);
    assertTrue(Identifier.firstAt(made).compareTo(ID) <= 0);
    assertTrue(Identifier.firstAt(made.plusSeconds(1)).compareTo(ID) > 0);
    assertEquals(made, Identifier.madeAt(Identifier.firstAt(made)));
    assertEquals(24, Identifier.firstAt(Instant.EPOCH).length());
  }

  @Test
  void anIdInUpperCaseIsAcceptedAndLowered() {
    assertEquals(ID, Identifier.checked("id", "65F0A1B2C3D4E5F601234567"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "1",
        "65f0a1b2c3d4e5f60123456",
        "65f0a1b2c3d4e5f6012345678",
        "65f0a1b2c3d4e5f60123456g",
        " 65f0a1b2c3d4e5f601234567",
        "65f0a1b2c3d4e5f601234567\n",
        "６5f0a1b2c3d4e5f601234567"
      })
  void anythingElseIsRefusedNamingTheField(String id) {
    Refusal refusal = assertThrows(Refusal.class, () -> Identifier.checked("ticketId", id));
    assertEquals(Refusal.Reason.INVALID, refusal.reason());
    assertEquals("ticketId", refusal.body().errors().get(0).field());
  }
}
