package cn.lianban.catalog;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who brought a version how far, and when; account ids, never names.
 *
 * @param draftedBy null: an import
 * @param effectiveOn set when published
 */
record Trail(
    @Nullable Long draftedBy,
    Instant draftedAt,
    @Nullable Instant sentAt,
    @Nullable Long reviewedBy,
    @Nullable Instant reviewedAt,
    @Nullable String opinion,
    @Nullable Long publishedBy,
    @Nullable Instant publishedAt,
    @Nullable String documentNo,
    @Nullable LocalDate effectiveOn) {}
