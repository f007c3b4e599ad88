/**
 * Who did what: a row in the change's own transaction, sealed into a chain afterwards; and the
 * memory of requests already done. No audit, no change.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "tenancy"})
package cn.lianban.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
