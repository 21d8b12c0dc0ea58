package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.domain.PasswordRules;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** The body that sets a new password with a token from a mail. */
public record ResetRequest(
    @NotBlank(message = "is required") String token,
    @NotNull(message = "is required")
        @Characters(min = PasswordRules.MIN, max = PasswordRules.MAX)
        @Uncommon
        String password) {

  /** Without what it says. */
  @Override
  public String toString() {
    return "ResetRequest[]";
  }
}
