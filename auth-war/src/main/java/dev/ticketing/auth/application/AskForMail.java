package dev.ticketing.auth.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Takes down that somebody wants to be mailed a token. It is the same work for every address,
 * whether it belongs to anybody or not.
 */
@ApplicationScoped
public class AskForMail {

  private AccountPost post;

  /** For the container's proxy. */
  protected AskForMail() {}

  @Inject
  public AskForMail(AccountPost post) {
    this.post = post;
  }

  /**
   * @param email in its one spelling
   * @param from the network address that asks, which the mail names
   */
  public void toResetPassword(String email, String from) {
    post.reset(email, from);
  }

  /**
   * @param email in its one spelling
   */
  public void toConfirm(String email) {
    post.confirmationAgain(email);
  }
}
