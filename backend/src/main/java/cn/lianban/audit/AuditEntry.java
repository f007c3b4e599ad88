package cn.lianban.audit;

import java.time.Instant;

/**
 * One row of the trail as auditors read it.
 *
 * @param number the row's, for the cursor
 * @param id the same, opaque
 */
public record AuditEntry(
    long number,
    String id,
    Instant at,
    String actor,
    String action,
    String subject,
    String facts,
    boolean sealed) {}
