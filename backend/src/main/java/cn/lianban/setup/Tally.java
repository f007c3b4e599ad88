package cn.lianban.setup;

/**
 * What one kind of thing came to.
 *
 * @param total how many the files name
 * @param changed how many were new or different
 */
record Tally(String kind, int total, int changed) {
  @Override
  public String toString() {
    return "  %-34s %5d %s"
        .formatted(
            kind, total, changed == 0 ? "  unchanged" : "  " + changed + " added or changed");
  }
}
