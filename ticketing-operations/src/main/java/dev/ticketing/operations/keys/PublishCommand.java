package dev.ticketing.operations.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ticketing.operations.Unreachable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the file of public keys, by which servers verify tokens, from the key store. */
@Command(
    name = "publish",
    description =
        "Writes the public keys of a key store as a JSON Web Key Set, which servers verify by.")
final class PublishCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--keystore",
      paramLabel = "FILE",
      required = true,
      defaultValue = "${env:JWT_KEYSTORE_LOCATION}",
      description = "The PKCS12 key store; else JWT_KEYSTORE_LOCATION.")
  private File keystore;

  @Option(
      names = "--password:env",
      paramLabel = "NAME",
      defaultValue = "JWT_KEYSTORE_PASSWORD",
      description = "The variable with its password; else JWT_KEYSTORE_PASSWORD.")
  private String passwordVariable;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The file to replace, in one step; else the set is printed.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    String set = read();
    if (file == null) {
      spec.commandLine().getOut().println(set);
      spec.commandLine().getOut().flush();
    } else {
      Path unfinished = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(unfinished, set);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return 0;
  }

  private String read() throws JsonProcessingException {
    String password = System.getenv(passwordVariable);
    if (password == null) {
      throw new Unreachable("There is no password in %s".formatted(passwordVariable), null);
    }
    try {
      return PublicKeys.of(KeyStore.getInstance(keystore, password.toCharArray()));
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new Unreachable(
          "%s cannot be read with the password in %s: %s"
              .formatted(keystore, passwordVariable, e.getMessage()),
          e);
    }
  }
}
