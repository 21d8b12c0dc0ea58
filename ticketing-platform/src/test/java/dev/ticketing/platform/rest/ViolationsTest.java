package dev.ticketing.platform.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.contracts.error.ErrorBody;
import dev.ticketing.contracts.error.ErrorBody.Item;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class ViolationsTest {

  record Address(@NotNull(message = "is required") String city) {}

  record Person(
      @Size(max = 2, message = "must be short") @Pattern(regexp = "a*", message = "must be a's")
          String name,
      @Valid Address home,
      @NotNull(message = "is required") String age) {}

  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  @Test
  void everyBrokenConstraintIsToldWithItsFieldAlwaysInTheSameOrder() {
    for (int i = 0; i < 20; i++) {
      assertEquals(
          List.of(
              new Item("age is required", "age"),
              new Item("name must be a's", "name"),
              new Item("name must be short", "name")),
          itemsOf(new Person("bbb", null, null)));
    }
  }

  @Test
  void aFieldWithinAnotherIsNamedByItself() {
    assertEquals(
        List.of(new Item("city is required", "city")),
        itemsOf(new Person("a", new Address(null), "5")));
  }

  @Test
  void anExceptionWithoutViolationsIsStillTheClientsFault() {
    Response response = respond(new ConstraintViolationException(Set.of()));
    assertEquals(400, response.getStatus());
    assertEquals(ErrorBody.of("Invalid request"), response.getEntity());
  }

  private static List<Item> itemsOf(Person person) {
    Response response = respond(new ConstraintViolationException(VALIDATOR.validate(person)));
    assertEquals(400, response.getStatus());
    return ((ErrorBody) response.getEntity()).errors();
  }

  private static Response respond(ConstraintViolationException violations) {
    return new Violations().toResponse(violations);
  }
}
