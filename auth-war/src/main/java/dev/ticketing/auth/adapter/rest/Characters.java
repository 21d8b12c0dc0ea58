package dev.ticketing.auth.adapter.rest;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Bounds a text by what people count: an emoji is one character, though two in Java. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Characters.Counted.class)
@interface Characters {

  int min();

  int max();

  String message() default "must be {min}-{max} characters";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Counts them; null passes. */
  class Counted implements ConstraintValidator<Characters, String> {

    private int min;
    private int max;

    @Override
    public void initialize(Characters bounds) {
      min = bounds.min();
      max = bounds.max();
    }

    @Override
    public boolean isValid(String text, ConstraintValidatorContext context) {
      if (text == null) {
        return true;
      }
      int count = text.codePointCount(0, text.length());
      return count >= min && count <= max;
    }
  }
}
