package cn.lianban.catalog;

import java.time.LocalDate;

/**
 * A unit that accepts an item.
 *
 * @param delegated the unit decides itself (委托/下放), under the document
 */
public record AcceptancePoint(
    long itemId, int unitId, boolean delegated, String documentNo, LocalDate since) {}
