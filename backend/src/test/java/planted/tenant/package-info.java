/** Planted: a room that may use no other. */
@ApplicationModule(allowedDependencies = {})
package planted.tenant;

import org.springframework.modulith.ApplicationModule;
