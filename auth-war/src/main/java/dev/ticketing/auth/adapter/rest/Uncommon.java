package dev.ticketing.auth.adapter.rest;

import dev.ticketing.auth.domain.CommonPasswords;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Refuses the passwords that whoever guesses tries first. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Uncommon.LookedUp.class)
@interface Uncommon {

  String message() default "is one of the most common passwords: choose another";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks it up; null passes. */
  class LookedUp implements ConstraintValidator<Uncommon, String> {

    @Override
    public boolean isValid(String password, ConstraintValidatorContext context) {
      return password == null || !CommonPasswords.contains(password);
    }
  }
}
