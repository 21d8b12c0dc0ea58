package dev.ticketing.platform.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReaderTest {

  @Test
  void aUserSeesWhatIsTheirsAndAnAdminWhatIsAnybodys() {
    assertTrue(new Reader("ann", false).maySeeWhatIsOf("ann"));
    assertFalse(new Reader("ann", false).maySeeWhatIsOf("bob"));
    assertTrue(new Reader("ann", true).maySeeWhatIsOf("bob"));
  }
}
