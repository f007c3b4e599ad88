package cn.lianban.audit;

import java.time.Instant;

/** The newest seal, and how many rows wait for the next. */
record AuditHead(long seq, Instant sealedAt, String hash, int unsealed) {}
