package dev.ticketing.tickets.adapter.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.executable.ExecutableValidator;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

/** Validates as the container does before it calls a method of the resource. */
class ListingValidationTest {

  private static final ExecutableValidator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator()
          .forExecutables();

  private final TicketsResource resource = new TicketsResource(null, null, null);
  private final TicketRequest nothing = new TicketRequest(null, null, null, null, null);
  private final TicketRequest wrong =
      new TicketRequest(" ", BigDecimal.ONE, "x".repeat(5_001), null, null);

  @Test
  void aNewListingMustBeComplete() {
    assertEquals(List.of("price", "title"), fieldsRefusedBy("create", nothing, null, null));
  }

  @Test
  void aNewListingKeepsToTheLimitsToo() {
    assertEquals(
        List.of("description", "price", "title"), fieldsRefusedBy("create", wrong, null, null));
  }

  @Test
  void anEditMayLeaveEverythingOut() {
    assertEquals(List.of(), fieldsRefusedBy("update", "id", nothing, null));
  }

  @Test
  void anEditKeepsToTheLimits() {
    assertEquals(
        List.of("description", "price", "title"), fieldsRefusedBy("update", "id", wrong, null));
  }

  private List<String> fieldsRefusedBy(String name, Object... arguments) {
    Method method =
        Stream.of(TicketsResource.class.getMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return VALIDATOR.validateParameters(resource, method, arguments).stream()
        .map(fault -> lastOf(fault.getPropertyPath()))
        .sorted()
        .toList();
  }

  private static String lastOf(Path path) {
    String name = null;
    for (Path.Node node : path) {
      name = node.getName();
    }
    return name;
  }
}
