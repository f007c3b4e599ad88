package cn.lianban.files;

import static cn.lianban.db.files.Tables.FILE;

import cn.lianban.tenancy.Among;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes bytes that no row knows: of uploads whose transaction failed, of files taken back. A week
 * old at least, so that a restored backup that is a little behind loses nothing.
 */
@Component
class Orphans {
  static final Duration AGE = Duration.ofDays(7);
  private static final Logger log = LoggerFactory.getLogger(Orphans.class);
  private static final Pattern OURS = Pattern.compile("(\\d{1,9})/[0-9a-f-]{36}(\\.part)?");
  private static final int BATCH = 500;
  private final DSLContext sql;
  private final TenantScope scope;
  private final Storage storage;

  Orphans(DSLContext sql, TenantScope scope, Storage storage) {
    this.sql = sql;
    this.scope = scope;
    this.storage = storage;
  }

  /**
   * @param before what was kept later stays, known or not
   * @return how many were removed
   */
  int remove(Instant before) throws IOException {
    List<String> batch = new ArrayList<>();
    int[] gone = {0};
    storage.list(
        kept -> {
          if (kept.changedAt().isBefore(before) && OURS.matcher(kept.key()).matches()) {
            batch.add(kept.key());
          }
          if (batch.size() == BATCH) {
            gone[0] += removeUnknown(batch);
            batch.clear();
          }
        });
    gone[0] += removeUnknown(batch);
    if (gone[0] > 0) {
      log.info("removed {} files that no record knows", gone[0]);
    }
    return gone[0];
  }

  private int removeUnknown(List<String> keys) {
    Map<Integer, List<String>> byDistrict =
        keys.stream()
            .collect(
                Collectors.groupingBy(key -> Integer.valueOf(key.substring(0, key.indexOf('/')))));
    int gone = 0;
    for (var one : byDistrict.entrySet()) {
      Set<String> known = known(one.getKey(), one.getValue());
      for (String key : one.getValue()) {
        if (!known.contains(key)) {
          delete(key);
          gone++;
        }
      }
    }
    return gone;
  }

  private Set<String> known(int district, List<String> keys) {
    return scope.inDistrict(
        district,
        Reach.ALL,
        "job:orphans",
        () ->
            sql.select(FILE.STORAGE_KEY)
                .from(FILE)
                .where(FILE.DISTRICT_ID.eq(district), Among.these(FILE.STORAGE_KEY, keys))
                .fetchSet(FILE.STORAGE_KEY));
  }

  private void delete(String key) {
    try {
      storage.delete(key);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
