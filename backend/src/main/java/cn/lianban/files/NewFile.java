package cn.lianban.files;

import org.jspecify.annotations.Nullable;

/**
 * A file that is about to come.
 *
 * @param subDistrictId and {@code atDistrict}: a copy of the subject's, so that the policies let
 *     the same people see it
 * @param size bytes, as the sender says; checked when it has come
 */
public record NewFile(
    String subjectKind,
    long subjectId,
    @Nullable Integer slot,
    @Nullable Integer subDistrictId,
    boolean atDistrict,
    FileSource source,
    String name,
    long size,
    @Nullable Integer unitId) {}
