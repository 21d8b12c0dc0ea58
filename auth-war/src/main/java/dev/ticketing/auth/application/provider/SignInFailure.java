package dev.ticketing.auth.application.provider;

/**
 * Why somebody did not get in through a provider. Like a refusal it is an answer, not a fault of
 * the program.
 */
public final class SignInFailure extends RuntimeException {

  /** What went wrong, as a page or a program may be told; the code is part of our interface. */
  public enum Reason {
    DENIED("The sign-in was cancelled"),
    EXPIRED("This sign-in was not begun in this browser, is over, or took too long: begin again"),
    FAILED("The provider's answer could not be accepted"),
    UNAVAILABLE("The provider cannot be reached at the moment"),
    EMAIL_MISSING("The provider gives no e-mail address, which an account here needs"),
    EMAIL_UNVERIFIED("The provider has not verified your e-mail address"),
    EMAIL_IN_USE(
        "There is an account with this e-mail address: sign in with its password, and link the"
            + " provider from there"),
    NOT_SIGNED_IN("Sign in first, to link another way to sign in"),
    LINKED_ALREADY("Your account is linked to another identity of this provider"),
    IDENTITY_IN_USE("This identity belongs to another account");

    private final String message;

    Reason(String message) {
      this.message = message;
    }

    /** In lower case, for use in an address. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String message() {
      return message;
    }
  }

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public SignInFailure(Reason reason) {
    this(reason, null);
  }

  /**
   * @param cause for the log of whoever runs the server
   */
  public SignInFailure(Reason reason, Throwable cause) {
    super(reason.message(), cause, false, false);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
