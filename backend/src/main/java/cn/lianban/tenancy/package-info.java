/**
 * Districts, sub-districts, units and service points, and the scope every statement runs in. Here
 * alone transactions are begun and the settings that row-level security reads are written.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql"})
package cn.lianban.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
