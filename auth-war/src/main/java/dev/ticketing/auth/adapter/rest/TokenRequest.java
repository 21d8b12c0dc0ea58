package dev.ticketing.auth.adapter.rest;

import jakarta.validation.constraints.NotBlank;

/** The body that shows a token from a mail. */
public record TokenRequest(@NotBlank(message = "is required") String token) {

  /** Without the token. */
  @Override
  public String toString() {
    return "TokenRequest[]";
  }
}
