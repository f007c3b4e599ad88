package cn.lianban.catalog;

import java.util.List;

/**
 * A material or a condition that several items ask for.
 *
 * @param reusable in how many of them an earlier paper will do
 * @param examples ten of the items
 */
record Overlap(String text, int items, int departments, int reusable, List<Item> examples) {}
