package dev.ticketing.system.running;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ticketing.devstack.keys.DevelopmentKeys;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens that look like a user's own, and are not to be accepted. */
public final class Forger {

  private static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"%s}";

  private final DevelopmentKeys keys;
  private final String[] parts;

  /**
   * @param token a good one
   */
  public Forger(DevelopmentKeys keys, String token) {
    this.keys = keys;
    this.parts = token.split("\\.");
  }

  /** Signed by the server's own key, and over for a minute. */
  public String expired() {
    return expiredFor(Duration.ofMinutes(1));
  }

  /** Signed by the server's own key some time ago, and over for so long. */
  public String expiredFor(Duration time) {
    Instant over = Instant.now().minus(time);
    Instant issued = over.minus(LIFETIME);
    return signed(
        claims -> claims.put("exp", over.getEpochSecond()).put("iat", issued.getEpochSecond()),
        serverKey());
  }

  /** Signed by the server's own key, for the same user with the role of admins. */
  public String asAdmin() {
    return signed(claims -> claims.putArray("groups").add("user").add("admin"), serverKey());
  }

  /** Signed by the server's own key, and good for no time at all. */
  public String withoutExpiry() {
    return signed(claims -> claims.remove("exp"), serverKey());
  }

  /** Signed by the server's own key, which it says is another. */
  public String ofAnotherKeyId() {
    return signed(header("another"), claims -> {}, serverKey());
  }

  /** Signed by the server's own key, and silent about that. */
  public String withoutKeyId() {
    return signed(encode(HEADER.formatted("")), claims -> {}, serverKey());
  }

  /** Without the end of its signature. */
  public String truncated() {
    return parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 8);
  }

  /** Without its signature. */
  public String cutOff() {
    return parts[0] + "." + parts[1];
  }

  /** As good as any, where that key is trusted. */
  public String signedBy(PrivateKey key, String keyId) {
    return signed(header(keyId), claims -> {}, key);
  }

  /** Signed by the server's own key, for another system. */
  public String ofAnotherIssuer() {
    return signed(claims -> claims.put("iss", "https://elsewhere.example"), serverKey());
  }

  /** Signed by the server's own key, for somebody else to accept. */
  public String forAnotherAudience() {
    return signed(claims -> claims.put("aud", "elsewhere"), serverKey());
  }

  public String signedBySomebodyElse() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return signed(claims -> {}, generator.generateKeyPair().getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The algorithm is said to be none, and there is no signature. */
  public String unsigned() {
    return headerWith("none") + "." + parts[1] + ".";
  }

  /** The public key, which everybody may know, used as the secret of a symmetric algorithm. */
  public String signedByThePublicKey() {
    try {
      String content = headerWith("HS256") + "." + parts[1];
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(pem().getBytes(ascii()), "HmacSHA256"));
      return content + "." + ENCODER.encodeToString(mac.doFinal(content.getBytes(ascii())));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Another user's id under the signature of the good token. */
  public String tampered() {
    return parts[0] + "." + changed(claims -> claims.put("sub", "f".repeat(24))) + "." + parts[2];
  }

  private String signed(Consumer<ObjectNode> change, PrivateKey key) {
    return signed(parts[0], change, key);
  }

  private String signed(String header, Consumer<ObjectNode> change, PrivateKey key) {
    try {
      String content = header + "." + changed(change);
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(content.getBytes(ascii()));
      return content + "." + ENCODER.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(String keyId) {
    return encode(HEADER.formatted(",\"kid\":\"" + keyId + "\""));
  }

  /** The good header, in which only the algorithm is another. */
  private String headerWith(String algorithm) {
    String good = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
    return encode(good.replace("RS256", algorithm));
  }

  private PrivateKey serverKey() {
    try {
      return (PrivateKey) keyStore().getKey("jwt", keys.keystorePassword().toCharArray());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private String pem() throws GeneralSecurityException, IOException {
    byte[] key = keyStore().getCertificate("jwt").getPublicKey().getEncoded();
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
  }

  private KeyStore keyStore() throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(keys.keystore().toFile(), keys.keystorePassword().toCharArray());
  }

  private String changed(Consumer<ObjectNode> change) {
    try {
      ObjectNode claims = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      change.accept(claims);
      return encode(JSON.writeValueAsString(claims));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Charset ascii() {
    return StandardCharsets.US_ASCII;
  }
}
