package dev.ticketing.auth.adapter.argon2;

import dev.ticketing.auth.domain.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes passwords with Argon2id, by default with 19 MiB, two passes and one lane (the OWASP
 * password storage recommendation). Each hash is checked with the settings it was made with.
 */
@ApplicationScoped
public class Argon2Passwords implements Passwords {

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final SecureRandom random = new SecureRandom();
  private Argon2Cost cost;
  private HashSlots slots;

  /** For the container's proxy. */
  protected Argon2Passwords() {}

  /**
   * @param concurrency how many hashes may be made at once, each in memory of its own
   */
  @Inject
  public Argon2Passwords(
      @ConfigProperty(name = "PASSWORD_HASH_MEMORY_KIB", defaultValue = "19456") int memoryKib,
      @ConfigProperty(name = "PASSWORD_HASH_ITERATIONS", defaultValue = "2") int iterations,
      @ConfigProperty(name = "PASSWORD_HASH_PARALLELISM", defaultValue = "1") int parallelism,
      @ConfigProperty(name = "PASSWORD_HASH_CONCURRENCY") Optional<Integer> concurrency) {
    this(
        new Argon2Cost(memoryKib, iterations, parallelism),
        new HashSlots(
            concurrency.orElseGet(() -> HashSlots.defaultCount(memoryKib)),
            memoryKib,
            LONGEST_WAIT));
  }

  Argon2Passwords(Argon2Cost cost, HashSlots slots) {
    this.cost = cost;
    this.slots = slots;
  }

  @Override
  public String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] hash = slots.use(memory -> Argon2id.hash(password, salt, cost, HASH_BYTES, memory));
    return new PhcString(cost, salt, hash).toString();
  }

  @Override
  public boolean matches(String password, String hash) {
    PhcString known = PhcString.parse(hash);
    byte[] found =
        slots.use(
            memory ->
                Argon2id.hash(password, known.salt(), known.cost(), known.hash().length, memory));
    return MessageDigest.isEqual(found, known.hash());
  }

  @Override
  public boolean isOutdated(String hash) {
    PhcString known = PhcString.parse(hash);
    return !known.cost().equals(cost)
        || known.salt().length != SALT_BYTES
        || known.hash().length != HASH_BYTES;
  }
}
