package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.User;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.mail.Letter;
import dev.ticketing.platform.mail.Letters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Hands in what users are to be written to about. A letter about a change is handed in before the
 * change is made, with its time; {@link AccountLetters} looks whether it was.
 */
@ApplicationScoped
public class AccountPost {

  static final String EMAIL = "email";
  static final String FROM = "from";

  private static final String USER = "userId";
  private static final String TIME = "time";

  private Letters letters;

  /** For the container's proxy. */
  protected AccountPost() {}

  @Inject
  public AccountPost(Letters letters) {
    this.letters = letters;
  }

  /**
   * @param email of somebody, or of nobody
   * @param from the network address that asks
   */
  String reset(String email, String from) {
    return post(LetterKind.RESET, Map.of(EMAIL, email, FROM, from));
  }

  /**
   * @param email of somebody, or of nobody
   */
  String confirmationAgain(String email) {
    return post(LetterKind.CONFIRMATION_AGAIN, Map.of(EMAIL, email));
  }

  /**
   * @param time when the address to confirm is set
   */
  String confirmation(String userId, Instant time) {
    return post(LetterKind.CONFIRMATION, Map.of(USER, userId, TIME, time.toString()));
  }

  /**
   * @param former the address until then
   */
  String emailChanged(String userId, String former, Instant time) {
    return post(
        LetterKind.EMAIL_CHANGED, Map.of(USER, userId, EMAIL, former, TIME, time.toString()));
  }

  String passwordChanged(String userId, Instant time) {
    return post(LetterKind.PASSWORD_CHANGED, Map.of(USER, userId, TIME, time.toString()));
  }

  /**
   * Makes a user whose address is to be confirmed by mail.
   *
   * @param add may refuse, and nobody is written to then
   */
  public void confirming(User user, Instant now, Consumer<User> add) {
    String letter = confirmation(user.id(), now);
    try {
      add.accept(user);
    } catch (Refusal e) {
      withdraw(letter);
      throw e;
    }
  }

  /** For what did not come about. */
  void withdraw(String letterId) {
    letters.withdraw(letterId);
  }

  private String post(LetterKind kind, Map<String, String> facts) {
    return letters.post(kind.name(), facts);
  }

  static String userOf(Letter letter) {
    return letter.fact(USER);
  }

  static Instant timeOf(Letter letter) {
    return Instant.parse(letter.fact(TIME));
  }
}
