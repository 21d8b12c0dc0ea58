package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.domain.Email;
import jakarta.validation.constraints.NotBlank;

/**
 * The body that begins a session. Whether e-mail and password have the form they would need is not
 * told apart from whether they are right.
 */
public record SignInRequest(
    @NotBlank(message = "is required") String email,
    @NotBlank(message = "is required") String password) {

  public SignInRequest {
    email = Email.normalised(email);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SignInRequest[" + email + "]";
  }
}
