package dev.ticketing.system.secrecy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file of the repository is, or has in it, what looks like a secret. */
class RepositorySecretsTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> NOT_KEPT =
      Set.of(".git", "target", "data", "node_modules", ".idea", "build");
  private static final long LARGEST = 2_000_000;
  private static final Pattern SECRET_FILE =
      Pattern.compile(
          "(?i).*\\.(p12|pfx|jks|keystore|pem|key|kdbx|ppk)|\\.env|id_(rsa|ed25519)|\\.npmrc_auth");
  private static final Pattern SECRET =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY"
              + "|\\b[sr]k_(live|test)_[0-9A-Za-z]{20,}"
              + "|\\bwhsec_[0-9A-Za-z]{20,}"
              + "|\\bAKIA[0-9A-Z]{16}\\b"
              + "|\\bgh[pousr]_[0-9A-Za-z]{36}"
              + "|\\bxox[abp]-[0-9A-Za-z-]{20,}"
              + "|\\bAIza[0-9A-Za-z_-]{35}"
              + "|\\beyJ[0-9A-Za-z_-]{20,}\\.eyJ[0-9A-Za-z_-]{20,}\\.[0-9A-Za-z_-]{40,}"
              + "|\\b(mongodb(\\+srv)?|smtps?|amqp)://[^\\s:/@\"'<{$]+:(?!password@|secret@)[^\\s:/@\"'<{$]{6,}@"
              + "(?!127\\.|localhost|[\\w.-]*example)");

  @TempDir Path elsewhere;

  private static List<String> suspectsIn(Path root) throws IOException {
    List<String> suspects = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> isKept(root.relativize(file)))
          .forEach(
              file -> {
                if (SECRET_FILE.matcher(file.getFileName().toString()).matches()) {
                  suspects.add(root.relativize(file) + " is a file for secrets");
                } else if (SECRET.matcher(textOf(file)).find()) {
                  suspects.add(root.relativize(file) + " has what looks like a secret in it");
                }
              });
    }
    return suspects;
  }

  private static boolean isKept(Path path) {
    for (Path part : path) {
      if (NOT_KEPT.contains(part.toString())) {
        return false;
      }
    }
    return true;
  }

  private static String textOf(Path file) {
    try {
      return Files.size(file) > LARGEST ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theRepositoryHasNoSecretInIt() throws IOException {
    assertTrue(Files.exists(ROOT.resolve("server.xml")), ROOT::toString);
    assertEquals(List.of(), suspectsIn(ROOT));
  }

  /** The control: split, so that this file is no suspect itself. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sk_~live_0123456789abcdefghij",
        "whsec~_0123456789abcdefghij",
        "AKIA~0123456789ABCDEF",
        "-----BEGIN ~RSA PRIVATE KEY-----",
        "mongodb:~//root:correcthorse@db.internal",
        "eyJhbGciOiJSUzI1NiIsInR5cCI6~IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuv"
      })
  void aSecretThatIsPlantedIsFound(String secret) throws IOException {
    Files.writeString(elsewhere.resolve("notes.md"), "it is " + secret.replace("~", ""));
    assertEquals(1, suspectsIn(elsewhere).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwt.p12", "server.key", "id_rsa", ".env"})
  void aFileForSecretsIsFound(String name) throws IOException {
    Files.writeString(elsewhere.resolve(name), "nothing");
    assertEquals(1, suspectsIn(elsewhere).size());
  }
}
