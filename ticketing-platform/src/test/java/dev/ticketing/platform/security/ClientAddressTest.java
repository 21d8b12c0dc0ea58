package dev.ticketing.platform.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

  @Test
  void addressesOfOneIpv6NetworkCountAsOne() {
    String one = ClientAddress.networkOf("2001:db8:1:2:3:4:5:6");
    assertEquals(one, ClientAddress.networkOf("2001:db8:1:2:ffff:ffff:ffff:ffff"));
    assertNotEquals(one, ClientAddress.networkOf("2001:db8:1:3:3:4:5:6"));
  }

  @Test
  void anIpv4AddressIsTheSameHoweverItIsWritten() {
    assertEquals("192.0.2.7", ClientAddress.networkOf("192.0.2.7"));
    assertEquals("192.0.2.7", ClientAddress.networkOf("::ffff:192.0.2.7"));
    assertNotEquals(ClientAddress.networkOf("192.0.2.7"), ClientAddress.networkOf("192.0.2.8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "_hidden", "proxy.example.com", "::not:an:address", "1:2", ""})
  void whatIsNoAddressStandsForItself(String text) {
    assertEquals(text, ClientAddress.networkOf(text));
  }
}
