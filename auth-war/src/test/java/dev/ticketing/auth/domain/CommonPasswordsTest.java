package dev.ticketing.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"password", "PASSWORD", "12345678", "qwertyuiop", "TrustNo1", "1q2w3e4r5t"})
  void whatEverybodyTriesIsCommonInSmallAndCapitalLetters(String password) {
    assertTrue(CommonPasswords.contains(password));
    assertFalse(PasswordRules.admit(password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"correct horse", "correct-horse", "password ", "# The most common"})
  void othersAreNot(String password) {
    assertFalse(CommonPasswords.contains(password));
    assertTrue(PasswordRules.admit(password));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2rkw7d9", "2rkw7d9q2rkw7d9q2rkw7"})
  void aPasswordHasEightToTwentyCharacters(String password) {
    assertFalse(PasswordRules.admit(password));
  }

  @Test
  void theListHasThousandsOfThoseThatCouldBeChosen() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                CommonPasswords.class.getResourceAsStream("common-passwords.txt"),
                StandardCharsets.UTF_8))) {
      List<String> all = lines.lines().filter(line -> !line.startsWith("#")).toList();
      assertEquals(5_000, all.size());
      assertTrue(all.stream().allMatch(line -> line.length() >= 8 && line.length() <= 20));
    }
  }
}
