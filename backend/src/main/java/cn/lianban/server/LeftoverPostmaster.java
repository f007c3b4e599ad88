package cn.lianban.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** After kill -9 of the service its postmaster lives on and holds the data folder. */
final class LeftoverPostmaster {
  private static final Logger log = LoggerFactory.getLogger(LeftoverPostmaster.class);

  private LeftoverPostmaster() {}

  /**
   * Stops the postmaster named in the folder's postmaster.pid when it really serves this folder.
   */
  static void stop(Path dataFolder) throws IOException {
    Path pidFile = dataFolder.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.size() < 2 || !lines.get(1).equals(dataFolder.toString())) {
      return;
    }
    ProcessHandle.of(Long.parseLong(lines.getFirst().trim()))
        .filter(process -> servesFolder(process, dataFolder))
        .ifPresent(LeftoverPostmaster::stop);
  }

  private static boolean servesFolder(ProcessHandle process, Path dataFolder) {
    try {
      String commandLine = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
      return commandLine.contains("postgres") && commandLine.contains(dataFolder.toString());
    } catch (IOException gone) {
      return false;
    }
  }

  private static void stop(ProcessHandle postmaster) {
    log.warn("taking over from a postmaster left behind, pid {}", postmaster.pid());
    postmaster.destroy();
    if (!gone(postmaster, 2)) {
      signal("INT", postmaster);
    }
    if (!gone(postmaster, 10)) {
      signal("QUIT", postmaster);
      gone(postmaster, 10);
    }
  }

  private static boolean gone(ProcessHandle process, int seconds) {
    for (int tenth = 0; tenth < seconds * 10 && process.isAlive(); tenth++) {
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return !process.isAlive();
  }

  private static void signal(String name, ProcessHandle process) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException("cannot stop postmaster " + process.pid(), failed);
    }
  }
}
