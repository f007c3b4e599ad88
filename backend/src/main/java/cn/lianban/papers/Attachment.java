package cn.lianban.papers;

import cn.lianban.files.FileSource;
import cn.lianban.files.FileState;
import cn.lianban.files.StoredFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a case as the caller sees it.
 *
 * @param name told to who takes part in the case; to others its place in the list only
 * @param viewerCanOpen he takes part, and the file is clean
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
    boolean viewerCanOpen) {

  static Attachment of(StoredFile file, int place, boolean takesPart) {
    return new Attachment(
        file.id(),
        takesPart ? file.name() : "附件 " + place,
        file.mediaType(),
        file.size(),
        file.source(),
        file.state(),
        file.slot(),
        file.unitId(),
        file.addedAt(),
        takesPart && file.state() == FileState.CLEAN);
  }
}
