package cn.lianban.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Looks for viruses in a file. */
interface VirusScanner {
  /** No scanner is set: files are taken as they come, and the storage screen says so. */
  VirusScanner NONE =
      new VirusScanner() {
        @Override
        public boolean isOn() {
          return false;
        }

        @Override
        public Optional<String> scan(InputStream content) {
          return Optional.empty();
        }
      };

  /** False: nothing is scanned, so nothing waits for a scan. */
  boolean isOn();

  /**
   * @return the name of what was found; empty: clean
   * @throws ScannerDown the scanner cannot be asked now: every file waits
   * @throws IOException it has no answer for this file, which is asked for again later
   */
  Optional<String> scan(InputStream content) throws IOException;
}
