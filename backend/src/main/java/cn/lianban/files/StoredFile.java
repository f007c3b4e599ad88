package cn.lianban.files;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is listed.
 *
 * @param subjectKind API kind of what it belongs to ({@code Case}), with its number
 * @param slot which part of the subject (a material's seq); null: none in particular
 * @param name as uploaded, its extension corrected to what the content is; may be personal
 * @param mediaType by content
 * @param size bytes
 * @param unitId whose desk took it; null: nobody's
 */
public record StoredFile(
    long id,
    String subjectKind,
    long subjectId,
    @Nullable Integer slot,
    FileSource source,
    String name,
    String mediaType,
    long size,
    FileState state,
    @Nullable Integer unitId,
    Instant addedAt) {
  /** The API's id kind. */
  public static final String KIND = "File";
}
