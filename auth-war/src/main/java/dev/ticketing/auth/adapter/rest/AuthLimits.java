package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.adapter.AuthDomain;
import dev.ticketing.auth.application.provider.SignInFailure;
import dev.ticketing.contracts.error.Refusal;
import dev.ticketing.platform.limits.Limit;
import dev.ticketing.platform.limits.LimitSettings;
import dev.ticketing.platform.limits.RateLimits;
import dev.ticketing.platform.limits.RateLimits.Counted;
import dev.ticketing.platform.security.ClientAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;

/**
 * Bounds what somebody without an account can do: guess passwords, make users and have mail sent.
 * An account is counted by its e-mail address whether it exists or not, so a refusal tells nothing.
 * Nothing here stands before a session that exists: whoever is signed in stays so, however often
 * others guess.
 */
@ApplicationScoped
public class AuthLimits {

  private RateLimits limits;
  private Limit guessesPerAccount;
  private Limit guessesPerAddress;
  private Limit signUpsPerAddress;
  private Limit mailsPerAccount;
  private Limit mailsPerAddress;

  /** For the container's proxy. */
  protected AuthLimits() {}

  @Inject
  public AuthLimits(AuthDomain domain, LimitSettings settings) {
    this(settings.unlessDisabled(domain.rateLimits()), settings);
  }

  AuthLimits(RateLimits limits, LimitSettings settings) {
    this.limits = limits;
    this.guessesPerAccount = settings.limit("RATE_LIMIT_SIGNIN_ACCOUNT", "10/PT15M");
    this.guessesPerAddress = settings.limit("RATE_LIMIT_SIGNIN_ADDRESS", "100/PT15M");
    this.signUpsPerAddress = settings.limit("RATE_LIMIT_SIGNUP_ADDRESS", "100/PT10M");
    this.mailsPerAccount = settings.limit("RATE_LIMIT_MAIL_ACCOUNT", "5/PT1H");
    this.mailsPerAddress = settings.limit("RATE_LIMIT_MAIL_ADDRESS", "30/PT10M");
  }

  void begin(@Observes Startup event) {
    // having been created is all it takes: a variable that is wrong shows now, not at a sign-in
  }

  /**
   * Makes an attempt that a password decides. Only a wrong password stays counted.
   *
   * @param email in its one spelling
   * @param attempt throws a Refusal that is INVALID when the password is wrong
   * @throws Refusal TOO_MANY, before the password is looked at, whether it is right or wrong
   */
  <T> T guess(String email, HttpServletRequest request, Supplier<T> attempt) {
    return signIn(request, () -> signIn(guessesPerAccount, email, attempt));
  }

  /**
   * Makes an attempt that a provider decides. Only what the provider did not vouch for stays
   * counted, together with the wrong passwords from the same address.
   *
   * @throws Refusal TOO_MANY, before the provider is asked
   */
  <T> T signIn(HttpServletRequest request, Supplier<T> attempt) {
    return signIn(guessesPerAddress, ClientAddress.of(request), attempt);
  }

  private <T> T signIn(Limit limit, String subject, Supplier<T> attempt) {
    Counted counted = limits.count(limit, subject);
    boolean wrong = false;
    try {
      return attempt.get();
    } catch (Refusal e) {
      wrong = e.reason() == Refusal.Reason.INVALID;
      throw e;
    } catch (SignInFailure e) {
      wrong = e.reason() != SignInFailure.Reason.UNAVAILABLE;
      throw e;
    } finally {
      if (!wrong) {
        counted.takeBack();
      }
    }
  }

  /**
   * @throws Refusal TOO_MANY
   */
  void signUp(HttpServletRequest request) {
    limits.count(signUpsPerAddress, ClientAddress.of(request));
  }

  /**
   * Before mail is sent to somebody on anybody's wish.
   *
   * @param email in its one spelling
   * @throws Refusal TOO_MANY
   */
  void mail(String email, HttpServletRequest request) {
    limits.count(mailsPerAddress, ClientAddress.of(request));
    limits.count(mailsPerAccount, email);
  }

  /**
   * Before a token out of a mail is looked up.
   *
   * @throws Refusal TOO_MANY
   */
  void redeem(HttpServletRequest request) {
    limits.count(mailsPerAddress, ClientAddress.of(request));
  }
}
