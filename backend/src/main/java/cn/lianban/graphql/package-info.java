/**
 * Plumbing of the API only: scalars, ids, pages, refusals, masked errors, limits, trusted
 * documents. It knows no room and no table.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package cn.lianban.graphql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
