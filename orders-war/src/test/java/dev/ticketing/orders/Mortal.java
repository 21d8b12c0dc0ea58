package dev.ticketing.orders;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Lets a server die at a chosen call of its ports, before or after the call has worked. What the
 * ports have stored stays.
 */
public final class Mortal {

  private int calls;
  private int fatal = -1;
  private boolean afterwards;

  /** From now on, the server dies at its call of this number; never, when it is negative. */
  public void dieAt(int call, boolean afterItWorked) {
    calls = 0;
    fatal = call;
    afterwards = afterItWorked;
  }

  /** How many calls there were since {@link #dieAt}. */
  public int calls() {
    return calls;
  }

  /** The same port, with the risk of dying in each call. */
  public <T> T port(Class<T> type, T port) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              boolean dies = calls++ == fatal;
              if (dies && !afterwards) {
                throw new InMemoryOrders.Died();
              }
              try {
                return method.invoke(port, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (dies) {
                  throw new InMemoryOrders.Died();
                }
              }
            }));
  }
}
