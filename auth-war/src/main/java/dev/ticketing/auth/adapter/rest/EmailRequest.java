package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.domain.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The body that asks for a mail to an address. */
public record EmailRequest(
    @NotNull(message = "is required")
        @Pattern(regexp = Email.SYNTAX, message = ProfileRequest.NO_EMAIL)
        String email) {

  public EmailRequest {
    email = Email.normalised(email);
  }
}
