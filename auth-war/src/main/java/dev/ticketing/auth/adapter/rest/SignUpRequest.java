package dev.ticketing.auth.adapter.rest;

import static dev.ticketing.auth.adapter.rest.ProfileRequest.NAME_LENGTH;
import static dev.ticketing.auth.adapter.rest.ProfileRequest.NO_EMAIL;
import static dev.ticketing.auth.adapter.rest.ProfileRequest.PLAIN;
import static dev.ticketing.auth.adapter.rest.ProfileRequest.PLAIN_MESSAGE;

import dev.ticketing.auth.domain.Email;
import dev.ticketing.auth.domain.Name;
import dev.ticketing.auth.domain.PasswordRules;
import dev.ticketing.auth.domain.Profile;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The body that makes somebody a user. */
public record SignUpRequest(
    @NotNull(message = "is required")
        @Characters(min = 1, max = 100, message = NAME_LENGTH)
        @Pattern(regexp = PLAIN, message = PLAIN_MESSAGE)
        String firstName,
    @NotNull(message = "is required")
        @Characters(min = 1, max = 100, message = NAME_LENGTH)
        @Pattern(regexp = PLAIN, message = PLAIN_MESSAGE)
        String lastName,
    @NotNull(message = "is required") @Pattern(regexp = Email.SYNTAX, message = NO_EMAIL)
        String email,
    @NotNull(message = "is required")
        @Characters(min = PasswordRules.MIN, max = PasswordRules.MAX)
        @Uncommon
        String password) {

  public SignUpRequest {
    firstName = Name.normalised(firstName);
    lastName = Name.normalised(lastName);
    email = Email.normalised(email);
  }

  Profile toProfile() {
    return new Profile(firstName, lastName, email);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "SignUpRequest[" + email + "]";
  }
}
