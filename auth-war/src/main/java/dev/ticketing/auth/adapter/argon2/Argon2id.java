package dev.ticketing.auth.adapter.argon2;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The function of RFC 9106, version 19, over passwords as text. */
final class Argon2id {

  private Argon2id() {}

  /**
   * @param password composed to NFC first, as RFC 8265 says: keyboards differ in how they spell "é"
   * @param bytes length of the hash
   */
  static byte[] hash(
      String password,
      byte[] salt,
      Argon2Cost cost,
      int bytes,
      Argon2BytesGenerator.BlockPool memory) {
    byte[] secret =
        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(cost.memoryKib())
              .withIterations(cost.iterations())
              .withParallelism(cost.parallelism())
              .withSalt(salt)
              .withBlockPool(memory)
              .build());
      byte[] hash = new byte[bytes];
      generator.generateBytes(secret, hash);
      return hash;
    } finally {
      Arrays.fill(secret, (byte) 0);
    }
  }
}
