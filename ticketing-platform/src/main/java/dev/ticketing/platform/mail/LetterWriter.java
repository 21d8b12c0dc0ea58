package dev.ticketing.platform.mail;

import java.util.Optional;

/** Words letters at the moment they are sent. */
@FunctionalInterface
public interface LetterWriter {

  /**
   * May be called again for the same letter, when it is not known whether it was sent.
   *
   * @return empty when nobody is to be written to
   * @throws NotYet when what the letter tells of is not done yet
   */
  Optional<Mail> write(Letter letter);
}
