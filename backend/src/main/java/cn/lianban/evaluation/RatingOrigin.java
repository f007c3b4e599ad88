package cn.lianban.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Where a rating was given.
 *
 * @param source OWN, or another platform's name
 * @param foreignNo the other platform's number of it
 */
record RatingOrigin(String source, @Nullable String foreignNo) {}
