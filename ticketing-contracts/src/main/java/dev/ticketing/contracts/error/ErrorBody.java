package dev.ticketing.contracts.error;

import java.util.List;

/** The body of every refusal and every failure that a client can see. */
public record ErrorBody(List<Item> errors) {

  /**
   * One thing that was wrong.
   *
   * @param field the property of the request it concerns, or null where there is none
   */
  public record Item(String message, String field) {}

  public ErrorBody {
    errors = List.copyOf(errors);
  }

  public static ErrorBody of(String message) {
    return new ErrorBody(List.of(new Item(message, null)));
  }
}
