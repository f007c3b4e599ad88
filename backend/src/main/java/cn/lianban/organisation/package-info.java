/**
 * The district's organisation over time: departments that are renamed, merged and split on a day,
 * with a paper, and who inherits what is open. Tenancy keeps the units as they are; later rooms say
 * here what they hand on, and no figure of a closed unit is lost.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"graphql", "tenancy", "audit", "files", "identity", "partners"})
package cn.lianban.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
