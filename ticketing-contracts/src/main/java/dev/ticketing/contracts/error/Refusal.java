package dev.ticketing.contracts.error;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Says no to a request, with a reason the caller may read. A refusal is an answer, not a fault of
 * the program: it carries no stack trace and is not logged.
 */
public final class Refusal extends RuntimeException {

  /** Why a request was refused; the REST adapter gives each reason its HTTP status. */
  public enum Reason {
    INVALID,
    UNAUTHENTICATED,
    DECLINED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    OVERLOADED,
    TOO_MANY
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient List<ErrorBody.Item> items;
  private final Duration retryAfter;

  private Refusal(Reason reason, List<ErrorBody.Item> items) {
    this(reason, items, null);
  }

  private Refusal(Reason reason, List<ErrorBody.Item> items, Duration retryAfter) {
    super(items.get(0).message(), null, false, false);
    this.reason = reason;
    this.items = List.copyOf(items);
    this.retryAfter = retryAfter;
  }

  public static Refusal invalid(String field, String message) {
    return new Refusal(Reason.INVALID, List.of(new ErrorBody.Item(message, field)));
  }

  /**
   * @param items what was wrong, at least one
   */
  public static Refusal invalid(List<ErrorBody.Item> items) {
    return new Refusal(Reason.INVALID, items);
  }

  public static Refusal unauthenticated(String message) {
    return of(Reason.UNAUTHENTICATED, message);
  }

  public static Refusal declined(String message) {
    return of(Reason.DECLINED, message);
  }

  public static Refusal forbidden(String message) {
    return of(Reason.FORBIDDEN, message);
  }

  public static Refusal notFound(String message) {
    return of(Reason.NOT_FOUND, message);
  }

  public static Refusal conflict(String message) {
    return of(Reason.CONFLICT, message);
  }

  public static Refusal conflict(String field, String message) {
    return new Refusal(Reason.CONFLICT, List.of(new ErrorBody.Item(message, field)));
  }

  /** The server cannot take this on now; the client may try again in a moment. */
  public static Refusal overloaded(String message) {
    return of(Reason.OVERLOADED, message);
  }

  /**
   * Somebody does this more often than is good for the others.
   *
   * @param retryAfter how long from now it will be refused again
   */
  public static Refusal tooMany(String message, Duration retryAfter) {
    return new Refusal(Reason.TOO_MANY, List.of(new ErrorBody.Item(message, null)), retryAfter);
  }

  private static Refusal of(Reason reason, String message) {
    return new Refusal(reason, List.of(new ErrorBody.Item(message, null)));
  }

  public Reason reason() {
    return reason;
  }

  /** When it is worth coming again, where that is known. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  public ErrorBody body() {
    return new ErrorBody(items);
  }
}
