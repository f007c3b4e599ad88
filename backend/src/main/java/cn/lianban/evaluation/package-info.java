/**
 * Ratings of finished services: one-time links, five worded grades, and figures by unit and month.
 * The rated unit never learns who rated it; only supervision sees the case behind a rating.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "graphql",
      "tenancy",
      "audit",
      "files",
      "identity",
      "organisation",
      "clock",
      "catalog",
      "cases",
      "exchange"
    })
package cn.lianban.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
