/**
 * Accounts, their posts and roles, and how they sign in. Tells tenancy on every request who is
 * asking and how far he sees.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"graphql", "tenancy", "audit", "outbox", "exchange"})
package cn.lianban.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
