/**
 * Other organisations' systems: who they are, what they were granted, and the tokens they call
 * with. To every other room such a caller is the holder of a post in a unit.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "tenancy", "audit", "identity"})
package cn.lianban.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
