package dev.ticketing.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class NameTest {

  @Test
  void spaceAroundANameGoesAndSpaceInsideStays() {
    assertEquals("Anna  Maria", Name.normalised(" \t\u00a0Anna  Maria\u3000\n"));
    assertNull(Name.normalised(null));
  }

  @Test
  void aNameOfNothingVisibleIsEmpty() {
    assertEquals("", Name.normalised(" \u00a0\u200b\u2003"));
  }
}
