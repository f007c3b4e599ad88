package cn.lianban.audit;

import cn.lianban.graphql.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The root of a batch: a leaf is H(0x00 ‖ id ‖ digest), a node H(0x01 ‖ left ‖ right), so that
 * neither passes for the other (RFC 6962, 2.1). A node without a partner moves up as it is.
 */
final class Merkle {
  private static final byte[] LEAF = {0};
  private static final byte[] NODE = {1};

  private Merkle() {}

  /** The id is in the leaf: two rows that changed places do not fit any more. */
  static byte[] leaf(long id, byte[] digest) {
    return Sha256.of(LEAF, ByteBuffer.allocate(Long.BYTES).putLong(id).array(), digest);
  }

  static byte[] root(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      throw new IllegalArgumentException("a seal covers at least one row");
    }
    List<byte[]> level = leaves;
    while (level.size() > 1) {
      List<byte[]> above = new ArrayList<>((level.size() + 1) / 2);
      for (int i = 0; i + 1 < level.size(); i += 2) {
        above.add(Sha256.of(NODE, level.get(i), level.get(i + 1)));
      }
      if (level.size() % 2 == 1) {
        above.add(level.getLast());
      }
      level = above;
    }
    return level.getFirst();
  }
}
