package cn.lianban.catalog;

/** One version of an item, by its number. */
record EditionKey(long itemId, int edition) {}
