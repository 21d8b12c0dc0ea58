package dev.ticketing.platform.mail;

import java.util.Map;

/** Where letters are handed in. */
public interface Letters {

  /**
   * Has stored the letter when it returns. It is sent within seconds, at least once, while there is
   * a mail server; nobody waits for that.
   *
   * @return its id
   */
  String post(String kind, Map<String, String> facts);

  /** Takes a letter back whose cause did not come about; does nothing when it is underway. */
  void withdraw(String id);
}
