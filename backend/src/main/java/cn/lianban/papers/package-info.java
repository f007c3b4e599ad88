/**
 * The paper side of a case: what was handed in at the desk or by a phone's camera, and what the
 * office prints. It knows cases, which is why it is no part of {@code files}: that room keeps bytes
 * for everybody, earlier in the flow of knowledge, and knows no subject.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "graphql",
      "tenancy",
      "audit",
      "files",
      "identity",
      "clock",
      "catalog",
      "cases"
    })
package cn.lianban.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
