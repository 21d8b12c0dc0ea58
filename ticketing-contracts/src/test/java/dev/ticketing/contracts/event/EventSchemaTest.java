package dev.ticketing.contracts.event;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemaTest {

  private static final Set<String> OPTIONAL =
      Set.of("venue", "date", "paymentId", "stripeId", "failure");

  /** Every type with the path of every object and value in it. */
  static Stream<Arguments> partsOfEvents() {
    return Stream.of(EventType.values())
        .flatMap(type -> paths("", Schemas.json(type)).map(path -> Arguments.of(type, path)));
  }

  private static Stream<String> paths(String parent, JsonNode node) {
    return node.properties().stream()
        .flatMap(
            part -> {
              String path = parent + "/" + part.getKey();
              return Stream.concat(Stream.of(path), paths(path, part.getValue()));
            });
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaAdmitsItsEvent(EventType type) {
    assertTrue(Schemas.admits(type, Schemas.json(type)));
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaAdmitsNoEventOfAnotherType(EventType type) {
    for (EventType other : EventType.values()) {
      if (other != type) {
        assertFalse(Schemas.admits(type, Schemas.json(other)), other.name());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSchemaAdmitsPropertiesThatALaterVersionAdds(EventType type) {
    ObjectNode message = Schemas.json(type).put("traceId", "1");
    ObjectNode data = (ObjectNode) message.get("data");
    data.putObject("later").put("x", 1);
    ((ObjectNode) data.iterator().next()).put("later", true);

    assertTrue(Schemas.admits(type, message));
  }

  @ParameterizedTest
  @MethodSource("partsOfEvents")
  void whatIsRequiredMustBeThereAndTheRestMayBeMissing(EventType type, String path) {
    ObjectNode message = Schemas.json(type);
    parentOf(message, path).remove(nameOf(path));

    assertTrue(Schemas.admits(type, message) == OPTIONAL.contains(nameOf(path)), path);
  }

  @ParameterizedTest
  @MethodSource("partsOfEvents")
  void whatIsRequiredMustNotBeNullAndTheRestMay(EventType type, String path) {
    ObjectNode message = Schemas.json(type);
    parentOf(message, path).putNull(nameOf(path));

    assertTrue(Schemas.admits(type, message) == OPTIONAL.contains(nameOf(path)), path);
  }

  @ParameterizedTest
  @MethodSource("partsOfEvents")
  void aValueOfTheWrongTypeIsNotAdmitted(EventType type, String path) {
    ObjectNode message = Schemas.json(type);
    JsonNode right = message.at(path);
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    JsonNode wrong = right.isTextual() ? nodes.numberNode(5) : nodes.textNode("5");
    parentOf(message, path).set(nameOf(path), wrong);

    assertFalse(Schemas.admits(type, message), path);
  }

  private static ObjectNode parentOf(ObjectNode message, String path) {
    return (ObjectNode) message.at(path.substring(0, path.lastIndexOf('/')));
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
