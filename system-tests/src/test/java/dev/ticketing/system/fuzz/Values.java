package dev.ticketing.system.fuzz;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values for fields, ids, parameters and headers: a few that fit, and many that do not. */
final class Values {

  private static final List<String> ODD_JSON =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1e999",
          "1e-999",
          "9007199254740993",
          "99999999999999999999999999999999999999",
          "1.005",
          "-0",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\u202e\\u0007\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"$ne\": null}",
          "{\"$gt\": \"\"}",
          "\"' OR 1=1 --\"",
          "\"<script>alert(1)</script>\"",
          "\"${jndi:ldap://127.0.0.1:1/a}\"",
          "\"2027-13-45T99:99:99Z\"",
          "\"2027-05-01\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "NaN",
          "tru",
          "'single'",
          "0x10",
          "01");

  private static final List<String> ODD_TEXTS =
      List.of(
          "0",
          "-1",
          "null",
          "%20",
          "%C3%28",
          "%FF%FE",
          "zzzzzzzzzzzzzzzzzzzzzzzz",
          "5f000000000000000000000",
          "5f00000000000000000000000",
          "5F00000000000000000000AB",
          "$ne",
          "[]",
          "%7B%22$gt%22:%22%22%7D",
          "1e3",
          "2147483648",
          "%E2%80%AE",
          "a;b=c",
          "*",
          "'",
          "%22",
          "%5C",
          "~",
          "undefined",
          "%F0%9F%8E%9F");

  private static final List<String> ODD_HEADERS =
      List.of(
          "Accept: text/html",
          "Accept: nonsense",
          "Accept: application/json;q=2",
          "Accept: */*;q=0",
          "Accept: ,;,",
          "Accept-Encoding: gzip;q=abc, *;q=0",
          "Accept-Language: xx-\u00ff",
          "Authorization: Bearer",
          "Authorization: Bearer a.b.c",
          "Authorization: Basic Og==",
          "Authorization: Nonsense \u00e9",
          "Cookie: ticketing_token=",
          "Cookie: ticketing_token=a.b.c; ticketing_token=d.e.f",
          "Cookie: ;;;=;=",
          "Cookie: $Version=1; \"a\"=b",
          "Content-Type: application/json; charset=utf-32",
          "Content-Type: application/json; charset=nonsense",
          "Content-Type: application/xml",
          "Content-Type: text/plain",
          "Content-Type: multipart/form-data",
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Type: nonsense",
          "Content-Type: a/b/c",
          "Content-Type:",
          "Content-Encoding: gzip",
          "Idempotency-Key:",
          "Idempotency-Key: \"",
          "Idempotency-Key: \u00e9",
          "Origin: null",
          "Origin: http://[",
          "Sec-Fetch-Site: cross-site",
          "Range: bytes=0-1",
          "If-Match: *",
          "If-Modified-Since: yesterday",
          "X-HTTP-Method-Override: DELETE",
          "X-Forwarded-For: ', ,\u00ff",
          "X-Forwarded-Proto: gopher",
          "Forwarded: for=\"",
          "Stripe-Signature: t=1,v1=" + "0".repeat(64),
          "Stripe-Signature: t=99999999999999999999,v1=\u00ff",
          "User-Agent:",
          "X-Long: " + "x".repeat(4000));

  private final Random random;

  Values(Random random) {
    this.random = random;
  }

  String oddJson() {
    return switch (random.nextInt(12)) {
      case 0 -> '"' + "x".repeat(1 + random.nextInt(100_000)) + '"';
      case 1 -> "[".repeat(1 + random.nextInt(5_000));
      case 2 -> nested(1 + random.nextInt(3_000));
      case 3 -> "1" + "0".repeat(1 + random.nextInt(3_000));
      case 4 -> '"' + randomText() + '"';
      default -> of(ODD_JSON);
    };
  }

  private static String nested(int depth) {
    return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  private String randomText() {
    return IntStream.range(0, random.nextInt(40))
        .mapToObj(i -> String.format("\\u%04x", random.nextInt(0x10000)))
        .collect(Collectors.joining());
  }

  /** For a place in a path or a query, escaped as far as it has to be. */
  String oddText() {
    return random.nextInt(10) == 0 ? "x".repeat(1 + random.nextInt(2_000)) : of(ODD_TEXTS);
  }

  String oddHeader() {
    return of(ODD_HEADERS);
  }

  String of(List<String> some) {
    return some.get(random.nextInt(some.size()));
  }
}
