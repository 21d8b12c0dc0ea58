package dev.ticketing.auth.adapter.persistence;

import dev.ticketing.auth.adapter.AuthDomain;
import dev.ticketing.platform.mail.delivery.LetterBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The letters to users, in this domain's own database. */
@ApplicationScoped
public class UserLetters {

  @Produces
  @Singleton
  LetterBox letters(AuthDomain domain, Clock clock) {
    return new LetterBox(domain.store().collection(LetterBox.COLLECTION), clock);
  }
}
