package cn.lianban.catalog;

import cn.lianban.tenancy.Now;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Takes versions back that a file made: the one before is in force again. */
@Component
class ImportedVersions {
  private final VersionQueries versions;
  private final ItemFiles files;
  private final Editions editions;
  private final Now now;

  ImportedVersions(VersionQueries versions, ItemFiles files, Editions editions, Now now) {
    this.versions = versions;
    this.files = files;
    this.editions = editions;
    this.now = now;
  }

  /**
   * In the undo's transaction, which comes to nothing when the answer is false.
   *
   * @param written what the file made of the version before
   * @return false: the item has a newer version or draft, or its version says something else
   */
  boolean takeBack(long item, UnaryOperator<ItemContent> written) {
    ItemVersion made = versions.of(item, versions.lastNo(item)).orElseThrow();
    if (!made.inForce()) {
      return false;
    }
    files.remove(item, made.no());
    ItemContent earlier =
        versions.publishedOn(item, now.today()).map(ItemVersion::content).orElse(null);
    if (earlier == null || !made.content().equals(written.apply(earlier))) {
      return false;
    }
    editions.takeEffect(item);
    return true;
  }
}
