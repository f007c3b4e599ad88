/**
 * What a district offers: service items as published, who decides and who may accept them, their
 * materials and limits. Found by any part of the name, by code, by pinyin and by its initials.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "graphql",
      "tenancy",
      "audit",
      "exchange",
      "identity",
      "organisation",
      "clock"
    })
package cn.lianban.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
