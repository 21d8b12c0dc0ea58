package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.domain.Email;
import dev.ticketing.auth.domain.Name;
import dev.ticketing.auth.domain.Profile;
import jakarta.validation.constraints.Pattern;

/** The body that edits a profile; parts may be left out. */
public record ProfileRequest(
    @Characters(min = 1, max = 100, message = NAME_LENGTH)
        @Pattern(regexp = PLAIN, message = PLAIN_MESSAGE)
        String firstName,
    @Characters(min = 1, max = 100, message = NAME_LENGTH)
        @Pattern(regexp = PLAIN, message = PLAIN_MESSAGE)
        String lastName,
    @Pattern(regexp = Email.SYNTAX, message = NO_EMAIL) String email) {

  static final String NAME_LENGTH = "must be 1-100 characters, not blank";
  static final String PLAIN = "\\P{Cntrl}*+";
  static final String PLAIN_MESSAGE = "must not contain control characters";
  static final String NO_EMAIL = "must be an e-mail address of at most 254 characters";

  public ProfileRequest {
    firstName = Name.normalised(firstName);
    lastName = Name.normalised(lastName);
    email = Email.normalised(email);
  }

  Profile toProfile() {
    return new Profile(firstName, lastName, email);
  }
}
