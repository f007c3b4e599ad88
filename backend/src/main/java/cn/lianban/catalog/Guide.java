package cn.lianban.catalog;

import org.jspecify.annotations.Nullable;

/** An item as the public reads it: the version in force and nothing else. */
record Guide(Item item, ItemContent content, @Nullable String documentNo) {}
