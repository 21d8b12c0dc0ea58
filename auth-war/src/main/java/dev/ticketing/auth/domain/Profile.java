package dev.ticketing.auth.domain;

/**
 * What a user tells about himself. In an edit, null leaves a part as it is.
 *
 * @param email in its {@linkplain Email#normalised one spelling}
 */
public record Profile(String firstName, String lastName, String email) {}
