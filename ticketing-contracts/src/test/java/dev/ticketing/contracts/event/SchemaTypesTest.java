package dev.ticketing.contracts.event;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTypesTest {

  private static final EventType TYPE = EventType.OrderCreated;

  private final ObjectNode message = Schemas.json(TYPE);

  private ObjectNode order() {
    return (ObjectNode) message.at("/data/order");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "65f0a1b2c3d4e5f60123456",
        "65f0a1b2c3d4e5f6012345678",
        "65F0A1B2C3D4E5F601234567",
        "g5f0a1b2c3d4e5f601234567"
      })
  void anIdIsTwentyFourLowerCaseHexadecimalCharacters(String id) {
    order().put("ticketId", id);
    assertFalse(Schemas.admits(TYPE, message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2027-05-01", "2027-13-01T00:00:00Z"})
  void aTimeIsADateAndATimeOfDay(String time) {
    order().put("expiresAt", time);
    assertFalse(Schemas.admits(TYPE, message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "us", "USD", "us1", "usdd"})
  void aCurrencyIsThreeLowerCaseLetters(String currency) {
    ((ObjectNode) order().get("price")).put("currency", currency);
    assertFalse(Schemas.admits(TYPE, message));
  }

  @Test
  void anAmountIsNotNegative() {
    ((ObjectNode) order().get("price")).put("amount", -1);
    assertFalse(Schemas.admits(TYPE, message));
  }

  @Test
  void anAmountIsAWholeNumberOfMinorUnits() {
    ((ObjectNode) order().get("price")).put("amount", 19.99);
    assertFalse(Schemas.admits(TYPE, message));
  }

  @Test
  void theFirstHoldOfATicketIsOne() {
    order().put("hold", 0);
    assertFalse(Schemas.admits(TYPE, message));
  }

  @Test
  void aVersionIsNotNegative() {
    message.put("aggregateVersion", -1);
    assertFalse(Schemas.admits(TYPE, message));
  }
}
