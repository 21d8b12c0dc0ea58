package dev.ticketing.contracts.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketing.contracts.Money;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasAndRecordsTest {

  private static final JsonNode TYPES =
      Schemas.source("/dev/ticketing/contracts/schemas/types.json").get("$defs");

  static Stream<Arguments> sharedTypes() {
    return Stream.of(
        Arguments.of("money", Money.class),
        Arguments.of("user", UserEvent.User.class),
        Arguments.of("ticket", TicketEvent.Ticket.class),
        Arguments.of("order", OrderEvent.Order.class),
        Arguments.of("payment", PaymentEvent.Payment.class),
        Arguments.of("reservation", ReservationExpired.Reservation.class));
  }

  @ParameterizedTest
  @MethodSource("sharedTypes")
  void aSharedTypeDescribesExactlyTheFieldsOfItsRecord(String name, Class<?> type) {
    assertEquals(fieldsOf(type), propertiesOf(TYPES.get(name)));
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaDescribesExactlyTheEnvelopeAndTheDataOfItsType(EventType type) {
    JsonNode schema = Schemas.source(type.schemaResource());

    assertEquals(fieldsOf(Envelope.class), propertiesOf(schema));
    assertEquals(fieldsOf(type.dataClass()), propertiesOf(schema.at("/properties/data")));
    assertEquals(type.name(), schema.at("/properties/type/const").asText());
    assertEquals("https://ticketing.dev/schemas/" + type + ".json", schema.get("$id").asText());
  }

  @ParameterizedTest
  @EnumSource
  void theDataOfATypeIsDescribedByTheSharedTypeOfItsRecord(EventType type) {
    RecordComponent part = type.dataClass().getRecordComponents()[0];
    String reference =
        Schemas.source(type.schemaResource())
            .at("/properties/data/properties/" + part.getName() + "/$ref")
            .asText();

    assertEquals("types.json#/$defs/" + part.getName(), reference);
    assertEquals(fieldsOf(part.getType()), propertiesOf(TYPES.get(part.getName())));
  }

  private static Set<String> fieldsOf(Class<?> type) {
    Set<String> names = new TreeSet<>();
    Stream.of(type.getRecordComponents()).map(RecordComponent::getName).forEach(names::add);
    return names;
  }

  private static Set<String> propertiesOf(JsonNode schema) {
    Set<String> names = new TreeSet<>();
    schema.get("properties").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
