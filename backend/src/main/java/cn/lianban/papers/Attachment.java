package cn.lianban.papers;

import cn.lianban.files.FileSource;
import cn.lianban.files.FileState;
import cn.lianban.files.StoredFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a case as the caller sees it.
 *
 * @param name told to who may open it; to others its place in the list only
 * @param viewerCanOpen he takes part or oversees, and the file is clean
 * @param viewerCanRemove the file is his desk's, or the case his own
 */
record Attachment(
    long number,
    String name,
    String mediaType,
    double size,
    FileSource source,
    FileState state,
    @Nullable Integer materialSeq,
    @Nullable Integer unitId,
    Instant addedAt,
    boolean viewerCanOpen,
    boolean viewerCanRemove) {

  static Attachment of(StoredFile file, int place, boolean mayOpen, boolean mayRemove) {
    return new Attachment(
        file.id(),
        mayOpen ? file.name() : "附件 " + place,
        file.mediaType(),
        file.size(),
        file.source(),
        file.state(),
        file.slot(),
        file.unitId(),
        file.addedAt(),
        mayOpen && file.state() == FileState.CLEAN,
        mayRemove && file.state() != FileState.INFECTED);
  }
}
