package dev.ticketing.auth.adapter.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class RequestsTest {

  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  @Test
  void aCompleteSignUpIsAdmittedAndNormalised() {
    SignUpRequest request = signUp(" Ann ", "Lee", " Ann@Example.com", "secret-1234");
    assertEquals(Set.of(), badFields(request));
    assertEquals("Ann", request.firstName());
    assertEquals("ann@example.com", request.email());
  }

  @Test
  void everyBadFieldOfASignUpIsNamed() {
    Set<String> all = Set.of("firstName", "lastName", "email", "password");
    assertEquals(all, badFields(signUp(null, null, null, null)));
    assertEquals(all, badFields(signUp(" ", "\u00a0", " ", "")));
    assertEquals(all, badFields(signUp("a".repeat(101), "b\nc", "a@b", "x".repeat(21))));
  }

  @Test
  void aPasswordHasEightToTwentyCharacters() {
    assertEquals(Set.of("password"), badFields(withPassword("1234567")));
    assertEquals(Set.of(), badFields(withPassword("2rkw7d9q")));
    assertEquals(Set.of(), badFields(withPassword("1".repeat(20))));
    assertEquals(Set.of("password"), badFields(withPassword("1".repeat(21))));
  }

  @Test
  void aCommonPasswordIsNotAdmittedWhereverOneIsChosen() {
    assertEquals(Set.of("password"), badFields(withPassword("PassWord1")));
    assertEquals(Set.of("password"), badFields(new ResetRequest("token", "iloveyou")));
    assertEquals(Set.of("newPassword"), badFields(new ChangePasswordRequest("x", "12345678")));
  }

  @Test
  void theCurrentPasswordMayBeAnything() {
    assertEquals(Set.of(), badFields(new ChangePasswordRequest("12345678", "2rkw7d9q")));
    assertEquals(Set.of("currentPassword"), badFields(new ChangePasswordRequest("", "2rkw7d9q")));
  }

  @Test
  void anAddressThatAMailIsAskedForIsNormalised() {
    EmailRequest request = new EmailRequest(" Ann@Example.com\n");
    assertEquals(Set.of(), badFields(request));
    assertEquals("ann@example.com", request.email());
    assertEquals(Set.of("email"), badFields(new EmailRequest("a@b.example\nBcc: c@d.example")));
  }

  @Test
  void anEmojiIsOneCharacter() {
    String emoji = "\ud83d\ude00";
    assertEquals(Set.of("password"), badFields(withPassword(emoji.repeat(7))));
    assertEquals(Set.of(), badFields(withPassword(emoji.repeat(20))));
    assertEquals(Set.of("password"), badFields(withPassword(emoji.repeat(21))));
  }

  @Test
  void spaceAroundAPasswordBelongsToIt() {
    assertEquals(" 2rkw7d9q ", withPassword(" 2rkw7d9q ").password());
  }

  @Test
  void aNameHasOneToAHundredCharacters() {
    assertEquals(Set.of(), badFields(signUp("a", "b".repeat(100), "a@b.example", "2rkw7d9q")));
    assertEquals(
        Set.of("lastName"), badFields(signUp("a", "b".repeat(101), "a@b.example", "2rkw7d9q")));
  }

  @Test
  void aSignInSaysOnlyWhatIsMissingAndNotWhatCannotBeRight() {
    assertEquals(Set.of("email", "password"), badFields(new SignInRequest(null, " ")));
    assertEquals(Set.of(), badFields(new SignInRequest("no address", "short")));
  }

  @Test
  void anEditMayLeaveOutAnythingButNotBlankIt() {
    assertEquals(Set.of(), badFields(new ProfileRequest(null, null, null)));
    assertEquals(
        Set.of("firstName", "lastName", "email"), badFields(new ProfileRequest("", " ", "")));
  }

  @Test
  void noRequestShowsItsPasswordAsText() {
    assertFalse(withPassword("secret-1234").toString().contains("secret"));
    assertFalse(new ResetRequest("secret", "secret-1234").toString().contains("secret"));
    assertFalse(new ChangePasswordRequest("secret", "secret").toString().contains("secret"));
    assertFalse(new TokenRequest("secret").toString().contains("secret"));
    assertFalse(new SignInRequest("a@b.example", "secret-1234").toString().contains("secret"));
  }

  private static SignUpRequest withPassword(String password) {
    return signUp("Ann", "Lee", "ann@example.com", password);
  }

  private static SignUpRequest signUp(
      String firstName, String lastName, String email, String password) {
    return new SignUpRequest(firstName, lastName, email, password);
  }

  private static Set<String> badFields(Object request) {
    return VALIDATOR.validate(request).stream()
        .map(violation -> violation.getPropertyPath().toString())
        .collect(Collectors.toSet());
  }
}
