package dev.ticketing.auth.application.provider;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The page of ours that somebody came from and goes back to, whatever a link may have asked for.
 */
public final class ReturnPath {

  private static final String HOME = "/";
  private static final int LONGEST = 512;

  private ReturnPath() {}

  /**
   * @param wanted anything, null included
   * @return a path on this site, the home page in place of anything else
   */
  public static String checked(String wanted) {
    boolean ours =
        wanted != null
            && wanted.length() <= LONGEST
            && wanted.startsWith("/")
            && !wanted.startsWith("//")
            && wanted.chars().allMatch(ReturnPath::isPlain)
            && isPath(wanted);
    return ours ? wanted : HOME;
  }

  /** Browsers read a backslash as a slash, and pass over tabs and line breaks. */
  private static boolean isPlain(int c) {
    return c > ' ' && c < 127 && c != '\\';
  }

  private static boolean isPath(String text) {
    try {
      URI address = new URI(text);
      return !address.isAbsolute() && address.getRawAuthority() == null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
