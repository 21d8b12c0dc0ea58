package dev.ticketing.payments.application;

import dev.ticketing.payments.domain.Payment;
import dev.ticketing.platform.aggregate.Aggregate;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Makes payments go through a store: what comes out is equal to what went in, and not the same. */
final class Copies {

  private Copies() {}

  static Payment of(Payment payment, long version) {
    try {
      Constructor<Payment> constructor = Payment.class.getDeclaredConstructor();
      constructor.setAccessible(true);
      Payment copy = constructor.newInstance();
      for (Class<?> type = Payment.class; type != Object.class; type = type.getSuperclass()) {
        for (Field field : type.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            field.set(copy, field.get(payment));
          }
        }
      }
      set(copy, "version", version);
      set(copy, "isNew", false);
      return copy;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void set(Payment payment, String name, Object value)
      throws ReflectiveOperationException {
    Field field = Aggregate.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(payment, value);
  }
}
