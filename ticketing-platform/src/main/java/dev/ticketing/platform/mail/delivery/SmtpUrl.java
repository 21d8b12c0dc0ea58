package dev.ticketing.platform.mail.delivery;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Where mail is handed in: {@code smtp://host:port}, in TLS if the server offers it; {@code
 * smtp+starttls://}, never without; {@code smtps://}, in TLS from the first byte. User and password
 * go before the host, percent-encoded.
 *
 * @param user null where nobody signs in
 */
record SmtpUrl(Security security, String host, int port, String user, String password) {

  /** How the connection is encrypted, with the port that is usual for it. */
  enum Security {
    IF_OFFERED("smtp", 25),
    REQUIRED("smtp+starttls", 587),
    FROM_THE_START("smtps", 465);

    private final String scheme;
    private final int usualPort;

    Security(String scheme, int usualPort) {
      this.scheme = scheme;
      this.usualPort = usualPort;
    }
  }

  /**
   * @throws IllegalArgumentException naming the variable, without the text, which holds a password
   */
  static SmtpUrl parse(String text) {
    try {
      URI uri = new URI(text.strip());
      Security security = securityOf(uri.getScheme());
      if (security == null || uri.getHost() == null) {
        throw malformed();
      }
      int port = uri.getPort() < 0 ? security.usualPort : uri.getPort();
      String[] account = uri.getRawUserInfo() == null ? null : uri.getRawUserInfo().split(":", 2);
      return new SmtpUrl(
          security,
          uri.getHost(),
          port,
          account == null ? null : decoded(account[0]),
          account == null || account.length < 2 ? null : decoded(account[1]));
    } catch (URISyntaxException e) {
      throw malformed();
    }
  }

  private static Security securityOf(String scheme) {
    for (Security security : Security.values()) {
      if (security.scheme.equalsIgnoreCase(scheme)) {
        return security;
      }
    }
    return null;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "SMTP_URL must be smtp://, smtp+starttls:// or smtps://[user:password@]host[:port]");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return security.scheme + "://" + host + ":" + port;
  }
}
