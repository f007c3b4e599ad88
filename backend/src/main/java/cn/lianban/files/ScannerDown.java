package cn.lianban.files;

import java.io.IOException;

/** The scanner itself cannot be asked: no other file will fare better now. */
final class ScannerDown extends IOException {
  private static final long serialVersionUID = 1L;

  ScannerDown(String words, Throwable cause) {
    super(words, cause);
  }
}
