package cn.lianban.setup;

import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.Reach;
import cn.lianban.tenancy.TenantScope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Opens a district that has nothing yet: its name, its sub-districts, one administrator. Everything
 * else he brings himself, on screens. What is there already stays as it is.
 */
@Component
class DistrictOpening {
  private static final String ACTOR = "job:open-district";
  private final TenantScope scope;
  private final Districts districts;
  private final Staff staff;

  DistrictOpening(TenantScope scope, Districts districts, Staff staff) {
    this.scope = scope;
    this.districts = districts;
    this.staff = staff;
  }

  /**
   * @param data the folder with divisions/
   * @param code the district's, 6 digits of GB/T 2260
   * @return the administrator with his first password; empty when he exists
   * @throws IllegalArgumentException when a file or the district is missing
   */
  List<Staff.Created> open(Path data, String code) throws IOException {
    Division district = Division.district(data, code);
    List<Division> townships = Division.subDistricts(data, code);
    int id = districts.open(code, district.name());
    return scope.inDistrict(
        id,
        Reach.ALL,
        ACTOR,
        () ->
            scope.write(
                () -> {
                  townships.forEach(one -> districts.addSubDistrict(one.code(), one.name()));
                  return staff.administrator(code);
                }));
  }
}
