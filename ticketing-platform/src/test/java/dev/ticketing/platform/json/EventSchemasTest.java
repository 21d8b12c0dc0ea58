package dev.ticketing.platform.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.contracts.event.Envelope;
import dev.ticketing.contracts.event.EventType;
import dev.ticketing.platform.SampleEvents;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSchemasTest {

  private static final EventSchemas SCHEMAS = new EventSchemas();

  private final ObjectNode message =
      Json.mapper().valueToTree(SampleEvents.of(EventType.OrderCreated));

  @ParameterizedTest
  @EnumSource
  void whatADomainTellsIsAdmittedAndReadAsItWasTold(EventType type) {
    Envelope<?> envelope = SampleEvents.of(type);
    assertEquals(envelope, SCHEMAS.read(EventJson.write(envelope)));
  }

  @Test
  void propertiesOfALaterVersionAreIgnored() {
    message.put("later", 1);
    ((ObjectNode) message.at("/data/order")).put("later", 1);
    assertEquals(SampleEvents.of(EventType.OrderCreated), SCHEMAS.read(message.toString()));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "x", "{", "null", "5", "[]", "{}", "{} {}", "{\"type\":5}"})
  void whatIsNoJsonObjectWithAKnownTypeIsMalformed(String json) {
    assertThrows(MalformedEvent.class, () -> SCHEMAS.read(json));
  }

  @Test
  void theReasonNamesAnUnknownType() {
    message.put("type", "OrderBaked");
    assertReasonNames("OrderBaked");
  }

  @Test
  void theReasonNamesWhatIsMissing() {
    ((ObjectNode) message.at("/data/order")).remove("ticketId");
    assertReasonNames("ticketId");
  }

  @Test
  void theReasonNamesEveryFault() {
    message.put("aggregateId", "x").put("time", "yesterday");
    assertReasonNames("aggregateId");
    assertReasonNames("time");
  }

  @Test
  void aNumberThatDoesNotFitIsMalformed() {
    message.put("aggregateVersion", BigInteger.TWO.pow(70));
    assertThrows(MalformedEvent.class, () -> SCHEMAS.read(message.toString()));
  }

  private void assertReasonNames(String name) {
    MalformedEvent e = assertThrows(MalformedEvent.class, () -> SCHEMAS.read(message.toString()));
    assertTrue(e.getMessage().contains(name), e.getMessage());
  }
}
