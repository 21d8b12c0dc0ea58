package dev.ticketing.auth.adapter.nimbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ticketing.auth.domain.Provider;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingsTest {

  @Test
  void withoutIdAndSecretAProviderIsNotConfigured() {
    Site site = new Site(Map.of("GOOGLE_CLIENT_ID", "a", "GOOGLE_CLIENT_SECRET", "b"));
    assertTrue(site.providers().find(Provider.GOOGLE).isPresent());
    assertTrue(site.providers().find(Provider.FACEBOOK).isEmpty());
    assertTrue(
        new Site(Map.of("GOOGLE_CLIENT_ID", " ")).providers().find(Provider.GOOGLE).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"CLIENT_ID", "CLIENT_SECRET"})
  void oneOfThemAloneIsAMistakeThatNamesBoth(String given) {
    String message = mistake(Map.of("GOOGLE_" + given, "x"), ProviderSettings::client);
    assertEquals("GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET go together", message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://idp.example.org", "http://127.0.0.1:8080/x", "http://localhost/x"})
  void anAddressIsHttpsOrOnThisMachine(String address) {
    assertEquals(
        URI.create(address), settings(Map.of("GOOGLE_ISSUER", address)).address("ISSUER", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://192.0.2.1/x", "ftp://127.0.0.1/x", "https:///x", "idp", "a b"})
  void anyOtherIsAMistakeThatNamesTheVariable(String address) {
    String message =
        mistake(Map.of("GOOGLE_ISSUER", address), settings -> settings.address("ISSUER", null));
    assertTrue(message.startsWith("GOOGLE_ISSUER must be an https address"), message);
  }

  @Test
  void anAddressThatIsNotGivenIsTheProvidersOwn() {
    assertEquals(
        URI.create("https://a.example"), settings(Map.of()).address("ISSUER", "https://a.example"));
  }

  private static String mistake(
      Map<String, String> variables, java.util.function.Consumer<ProviderSettings> what) {
    return assertThrows(IllegalArgumentException.class, () -> what.accept(settings(variables)))
        .getMessage();
  }

  private static ProviderSettings settings(Map<String, String> variables) {
    return new ProviderSettings(Provider.GOOGLE, name -> Optional.ofNullable(variables.get(name)));
  }
}
