package cn.lianban.clock;

import java.time.Instant;

/**
 * A clock reached a rung; published once per clock, generation and kind, in the transaction that
 * records it, under reach ALL of the duty's district.
 *
 * @param at the moment the light changed, which may be a little before the firing
 */
public record RungFired(
    long dutyId,
    int generation,
    RungKind kind,
    String dutyKind,
    String subjectKind,
    long subjectId,
    int ownerUnitId,
    Instant at) {}
