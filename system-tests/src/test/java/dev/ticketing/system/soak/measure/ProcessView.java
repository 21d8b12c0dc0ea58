package dev.ticketing.system.soak.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One JVM as the operating system (Linux) and its own diagnostic commands describe it. */
final class ProcessView {

  private static final Pattern USED = Pattern.compile("(?:total|size) .*?used (\\d+)K");

  private final long pid;

  ProcessView(long pid) {
    this.pid = pid;
  }

  long rssMib() {
    return status("VmRSS") / 1024;
  }

  int threads() {
    return (int) status("Threads");
  }

  int files() {
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return (int) open.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double heapMibAfterCollection() {
    jcmd("GC.run");
    String heap =
        jcmd("GC.heap_info").lines().filter(line -> !isMetadata(line)).toList().toString();
    Matcher matcher = USED.matcher(heap);
    long kib = 0;
    while (matcher.find()) {
      kib += Long.parseLong(matcher.group(1));
    }
    return kib / 1024.0;
  }

  private static boolean isMetadata(String line) {
    return line.contains("Metaspace") || line.contains("class space");
  }

  private long status(String field) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      String line = lines.filter(l -> l.startsWith(field + ":")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String jcmd(String command) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try (InputStream output =
        new ProcessBuilder(jcmd, String.valueOf(pid), command)
            .redirectErrorStream(true)
            .start()
            .getInputStream()) {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
