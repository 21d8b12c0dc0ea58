package dev.ticketing.auth.adapter.mail;

import dev.ticketing.auth.application.AccountLetters;
import dev.ticketing.platform.mail.delivery.LetterBox;
import dev.ticketing.platform.mail.delivery.Postman;
import dev.ticketing.platform.mail.delivery.SmtpServer;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Clock;

/** Carries the letters to users from this domain's box to the mail server. */
@ApplicationScoped
public class UserPostman {

  private Postman postman;

  @Resource private ManagedScheduledExecutorService scheduler;

  /** For the container's proxy. */
  protected UserPostman() {}

  @Inject
  public UserPostman(LetterBox box, AccountLetters writer, Clock clock) {
    this.postman = new Postman(box, writer, SmtpServer.configured(clock));
  }

  void begin(@Observes Startup event) {
    postman.begin(scheduler);
  }

  @PreDestroy
  void end() {
    postman.close();
  }
}
