package cn.lianban.audit;

import java.util.Collection;

/**
 * Keeps heads where whoever owns the database cannot change them. A chain alone shows neither a cut
 * tail nor a suffix that was computed anew.
 */
interface HeadsOutside {
  /**
   * Returns when the heads are kept.
   *
   * @throws java.io.UncheckedIOException they are not; the caller tries again
   */
  void publish(Collection<Head> heads);
}
