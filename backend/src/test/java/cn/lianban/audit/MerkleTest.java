package cn.lianban.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.lianban.graphql.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerkleTest {
  private static final byte[] A = Merkle.leaf(1, new byte[32]);
  private static final byte[] B = Merkle.leaf(2, new byte[32]);
  private static final byte[] C = Merkle.leaf(3, new byte[32]);

  @Test
  void theRootOfOneLeafIsTheLeaf() {
    assertThat(Merkle.root(List.of(A))).isEqualTo(A);
  }

  @Test
  void aNodeHashesOneAndItsTwoChildren() throws Exception {
    MessageDigest byHand = MessageDigest.getInstance("SHA-256");
    byHand.update((byte) 1);
    byHand.update(A);
    assertThat(Merkle.root(List.of(A, B))).isEqualTo(byHand.digest(B));
  }

  @Test
  void aNodeWithoutPartnerMovesUpAndIsNotDoubled() {
    byte[] left = Merkle.root(List.of(A, B));
    assertThat(Merkle.root(List.of(A, B, C))).isEqualTo(Merkle.root(List.of(left, C)));
    assertThat(Merkle.root(List.of(A, B, C))).isNotEqualTo(Merkle.root(List.of(A, B, C, C)));
  }

  @Test
  void theOrderOfTheLeavesMatters() {
    assertThat(Merkle.root(List.of(A, B))).isNotEqualTo(Merkle.root(List.of(B, A)));
  }

  @Test
  void theIdIsInTheLeaf() {
    byte[] digest = Sha256.of("x".getBytes(StandardCharsets.UTF_8));
    assertThat(Merkle.leaf(1, digest)).isNotEqualTo(Merkle.leaf(2, digest));
  }

  @Test
  void nothingHasNoRoot() {
    assertThatThrownBy(() -> Merkle.root(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
