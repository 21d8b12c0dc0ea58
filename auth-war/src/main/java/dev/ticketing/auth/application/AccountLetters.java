package dev.ticketing.auth.application;

import dev.ticketing.auth.application.UserDirectory.Account;
import dev.ticketing.auth.domain.OneTimeToken;
import dev.ticketing.auth.domain.User;
import dev.ticketing.auth.domain.UserRepository;
import dev.ticketing.platform.mail.Letter;
import dev.ticketing.platform.mail.LetterWriter;
import dev.ticketing.platform.mail.Mail;
import dev.ticketing.platform.mail.NotYet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Writes to users. A token is made here, at the last moment, so that only the mail ever holds it;
 * writing the same letter again makes another, and the one before void. Whether an address belongs
 * to anybody comes out here and not where it was asked for, so that the asker cannot tell.
 */
@ApplicationScoped
public class AccountLetters implements LetterWriter {

  static final Duration RESET_LIFE = Duration.ofMinutes(30);
  static final Duration CONFIRMATION_LIFE = Duration.ofDays(3);

  /** A change that is not made by then was never made. */
  private static final Duration UNDERWAY = Duration.ofSeconds(15);

  private UserDirectory directory;
  private UserRepository users;
  private LetterTexts texts;
  private Clock clock;

  /** For the container's proxy. */
  protected AccountLetters() {}

  @Inject
  public AccountLetters(
      UserDirectory directory, UserRepository users, LetterTexts texts, Clock clock) {
    this.directory = directory;
    this.users = users;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public Optional<Mail> write(Letter letter) {
    return switch (LetterKind.valueOf(letter.kind())) {
      case RESET -> reset(letter);
      case CONFIRMATION ->
          whoDid(letter, User::hasEmailSince).flatMap(user -> confirmation(user.id()));
      case CONFIRMATION_AGAIN -> userWith(letter).flatMap(this::confirmation);
      case EMAIL_CHANGED ->
          whoDid(letter, User::hasEmailSince)
              .map(user -> texts.emailChanged(letter.fact(AccountPost.EMAIL)));
      case PASSWORD_CHANGED ->
          whoDid(letter, User::hasPasswordSince).map(user -> texts.passwordChanged(user.email()));
    };
  }

  private Optional<Mail> reset(Letter letter) {
    return userWith(letter)
        .flatMap(
            id -> {
              OneTimeToken token = OneTimeToken.next(id);
              Instant end = clock.instant().plus(RESET_LIFE);
              return users
                  .change(id, user -> user.expectReset(token, end))
                  .map(user -> texts.reset(user.email(), token, letter.fact(AccountPost.FROM)));
            });
  }

  private Optional<Mail> confirmation(String userId) {
    OneTimeToken token = OneTimeToken.next(userId);
    Instant end = clock.instant().plus(CONFIRMATION_LIFE);
    return users
        .change(
            userId,
            user -> {
              if (!user.emailVerified()) {
                user.expectConfirmation(token, end);
              }
            })
        .filter(user -> !user.emailVerified())
        .map(user -> texts.confirm(user.email(), token));
  }

  private Optional<String> userWith(Letter letter) {
    return directory
        .findAccount(letter.fact(AccountPost.EMAIL))
        .map(Account::user)
        .map(UserView::id);
  }

  /** The user, once the change is made that the letter is about. */
  private Optional<User> whoDid(Letter letter, BiPredicate<User, Instant> isMade) {
    Optional<User> changed =
        users
            .find(AccountPost.userOf(letter))
            .filter(user -> isMade.test(user, AccountPost.timeOf(letter)));
    if (changed.isEmpty() && clock.instant().isBefore(letter.postedAt().plus(UNDERWAY))) {
      throw new NotYet();
    }
    return changed;
  }
}
