package dev.ticketing.devstack.identity;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the endpoints have in common. */
final class Answers {

  private Answers() {}

  static HTTPResponse json(int status, String body) throws ParseException {
    HTTPResponse response = new HTTPResponse(status);
    response.setContentType("application/json; charset=UTF-8");
    response.setBody(body);
    return response;
  }

  /** Empty when it is not there. */
  static String parameter(HTTPRequest request, String name) {
    List<String> values = request.getQueryStringParameters().get(name);
    return values == null || values.isEmpty() ? "" : values.get(0);
  }

  static String hmac(String key, String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
