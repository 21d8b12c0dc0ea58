package dev.ticketing.auth.application;

import dev.ticketing.auth.domain.OneTimeToken;
import dev.ticketing.platform.mail.Mail;
import dev.ticketing.platform.site.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/**
 * What the letters say. Nothing in them is a user's own words, a name for instance, so that nobody
 * can have us carry messages to strangers.
 */
@ApplicationScoped
public class LetterTexts {

  private static final String RESET =
      """
      Somebody asked for a new password for your account at Ticketing, from the network address %s.

      To choose one, open this page within %d minutes:

      %s

      If it was not you, do nothing: your password stays as it is, and the page is of no use to
      anybody who has not got this mail.
      """;

  private static final String CONFIRM =
      """
      This address was given for an account at Ticketing.

      To confirm that it is yours, open this page within %d days:

      %s

      If it was not you, do nothing: the address stays unconfirmed.
      """;

  private static final String EMAIL_CHANGED =
      """
      The e-mail address of your account at Ticketing was changed. From now on mail goes to the new
      one, and this address cannot be used to sign in any more.

      If it was not you, somebody else is using your account: please tell us at once.
      """;

  private static final String PASSWORD_CHANGED =
      """
      The password of your account at Ticketing was changed, and the account was signed out
      everywhere else.

      If it was not you, choose another password now:

      %s
      """;

  private PublicAddress site;

  /** For the container's proxy. */
  protected LetterTexts() {}

  @Inject
  public LetterTexts(PublicAddress site) {
    this.site = site;
  }

  Mail reset(String to, OneTimeToken token, String from) {
    URI page = site.of("/auth/reset?token=" + token.text());
    return new Mail(
        to,
        "A new password for Ticketing",
        RESET.formatted(from, AccountLetters.RESET_LIFE.toMinutes(), page));
  }

  Mail confirm(String to, OneTimeToken token) {
    URI page = site.of("/auth/confirm?token=" + token.text());
    return new Mail(
        to,
        "Confirm your address for Ticketing",
        CONFIRM.formatted(AccountLetters.CONFIRMATION_LIFE.toDays(), page));
  }

  Mail emailChanged(String former) {
    return new Mail(former, "Your address at Ticketing was changed", EMAIL_CHANGED);
  }

  Mail passwordChanged(String to) {
    return new Mail(
        to,
        "Your password at Ticketing was changed",
        PASSWORD_CHANGED.formatted(site.of("/auth/forgot")));
  }
}
