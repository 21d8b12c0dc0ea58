package dev.ticketing.system.running;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The memory of another JVM on Linux, in MiB.
 *
 * @param rss what the process has of the machine
 * @param heap what is used of its heap after a collection
 */
public record Footprint(long rss, long heap) {

  private static final Pattern USED = Pattern.compile("(?:heap|generation).*?used (\\d+)K");

  public static Footprint of(long pid) {
    jcmd(pid, "GC.run");
    long heap =
        jcmd(pid, "GC.heap_info")
            .lines()
            .map(USED::matcher)
            .flatMap(line -> line.results().map(MatchResult::group).limit(1))
            .mapToLong(used -> Long.parseLong(used.replaceAll("(?s).*used (\\d+)K.*", "$1")))
            .sum();
    return new Footprint(rssOf(pid) / 1024, heap / 1024);
  }

  private static long rssOf(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      String rss = lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(rss.replaceAll("\\D", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String jcmd(long pid, String command) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    ProcessBuilder process = new ProcessBuilder(List.of(jcmd, String.valueOf(pid), command));
    try (InputStream output = process.redirectErrorStream(true).start().getInputStream()) {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "RSS " + rss + " MiB, heap " + heap + " MiB";
  }
}
