package dev.ticketing.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;

/**
 * Takes down that somebody wants to be mailed a token. It is the same work for every address,
 * whether it belongs to anybody or not.
 */
@ApplicationScoped
public class AskForMail {

  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:%]{2,60}");

  private AccountPost post;

  /** For the container's proxy. */
  protected AskForMail() {}

  @Inject
  public AskForMail(AccountPost post) {
    this.post = post;
  }

  /**
   * @param email in its one spelling
   * @param from the network address that asks, which the mail names, unless it is something else
   */
  public void toResetPassword(String email, String from) {
    post.reset(email, from != null && ADDRESS.matcher(from).matches() ? from : "unknown");
  }

  /**
   * @param email in its one spelling
   */
  public void toConfirm(String email) {
    post.confirmationAgain(email);
  }
}
