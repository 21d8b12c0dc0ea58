package dev.ticketing.devstack.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request that Stripe refuses, with the body it refuses it with. A refusal of the parameters
 * comes before anything is executed, so an idempotency key stays free; any other refusal is an
 * outcome, which the key remembers.
 */
final class ApiError extends RuntimeException {
  private static final String INVALID = "invalid_request_error";

  private final int status;
  private final ObjectNode error = Json.object();
  private final boolean outcome;

  private ApiError(int status, String type, String code, String param, String message, boolean o) {
    super(message, null, false, false);
    this.status = status;
    this.outcome = o;
    if (code != null) {
      error.put("code", code);
      error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
    }
    error.put("message", message);
    if (param != null) {
      error.put("param", param);
    }
    error.put("type", type);
  }

  static ApiError parameter(String code, String param, String message) {
    return new ApiError(400, INVALID, code, param, message, false);
  }

  static ApiError outcome(String code, String param, String message) {
    return new ApiError(400, INVALID, code, param, message, true);
  }

  static ApiError unexpectedState(ObjectNode intent, String message) {
    ApiError error = outcome("payment_intent_unexpected_state", null, message);
    error.error.set("payment_intent", Json.published(intent));
    return error;
  }

  static ApiError missing(int status, String param, String what, String id) {
    String message = "No such " + what + ": '" + id + "'";
    return new ApiError(status, INVALID, "resource_missing", param, message, true);
  }

  static ApiError refused(int status, String code, String message) {
    return new ApiError(status, INVALID, code, null, message, false);
  }

  static ApiError idempotency(int status, String code, String message) {
    return new ApiError(status, "idempotency_error", code, null, message, false);
  }

  static ApiError server(int status, String message) {
    return new ApiError(status, "api_error", null, null, message, false);
  }

  static ApiError card(String code, String param, String message) {
    return new ApiError(402, "card_error", code, param, message, true);
  }

  /** Whether this is the result of executing the request, to be remembered with its key. */
  boolean isOutcome() {
    return outcome;
  }

  Answer answer() {
    ObjectNode body = Json.object();
    body.set("error", error);
    return Answer.of(status, body);
  }
}
