/**
 * Messages, the in-app inbox and the ways out: SMS, webhooks, group robots. The only way anything
 * leaves, and only what a committed change has told.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "tenancy", "audit"})
package cn.lianban.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
