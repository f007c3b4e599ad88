package cn.lianban.exchange;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a line.
 *
 * @param column null: the whole line
 */
record Fault(@Nullable String column, String words) {}
