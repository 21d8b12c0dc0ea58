package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.domain.PasswordRules;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/** The body that replaces a password by another. */
public record ChangePasswordRequest(
    @NotBlank(message = "is required") String currentPassword,
    @NotNull(message = "is required")
        @Characters(min = PasswordRules.MIN, max = PasswordRules.MAX)
        @Uncommon
        String newPassword) {

  /** Without what it says. */
  @Override
  public String toString() {
    return "ChangePasswordRequest[]";
  }
}
