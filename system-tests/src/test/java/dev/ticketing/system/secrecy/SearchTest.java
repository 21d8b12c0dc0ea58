package dev.ticketing.system.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ticketing.system.secrecy.Search.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

  private static final Map<String, String> SECRETS =
      Map.of("abcdefgh-IJKLMNOP_0123", "token", "correct horse", "password", "tok_visa", "card");

  @TempDir Path directory;

  private List<Finding> find(String text) throws IOException {
    Path log = Files.writeString(directory.resolve("a.log"), text);
    return new Search(SECRETS).in(List.of(log));
  }

  @Test
  void aSecretIsFoundWhereverItStandsInALine() throws IOException {
    Path log = directory.resolve("a.log");
    assertEquals(
        List.of(new Finding(log, 2, "token")),
        find("fine\nBearer eyJh.eyJz.abcdefgh-IJKLMNOP_0123; more"));
    assertEquals(List.of(new Finding(log, 1, "password")), find("{\"p\":\"correct horse\"}"));
    assertEquals(List.of(new Finding(log, 1, "card")), find("charging xtok_visa."));
  }

  @Test
  void whatIsNoSecretIsNotFound() throws IOException {
    assertEquals(List.of(), find("abcdefgh-IJKLMNOP_012 correct  horse tok-visa"));
  }
}
