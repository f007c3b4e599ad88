package cn.lianban.testing;

import cn.lianban.catalog.ApprovalType;
import cn.lianban.catalog.Items;
import cn.lianban.catalog.NewItem;
import cn.lianban.catalog.TaskType;
import cn.lianban.clock.BudgetUnit;
import cn.lianban.tenancy.TenantScope;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts items on a test district's list. */
@Component
public class TestItems {
  private final Items items;
  private final TestDistricts districts;
  private final TenantScope scope;

  TestItems(Items items, TestDistricts districts, TenantScope scope) {
    this.items = items;
    this.districts = districts;
    this.scope = scope;
  }

  /**
   * A licence of the department with a code of its own: 5 working days promised, 20 by law, two
   * required materials.
   */
  public long licence(TestDistrict d, String name, int departmentUnit, int... acceptanceUnits) {
    NewItem item =
        new NewItem(
            "LIC-" + UUID.randomUUID(),
            name,
            "行政许可",
            TaskType.LICENCE,
            ApprovalType.PROMISED,
            departmentUnit,
            20,
            5,
            BudgetUnit.WORKING_DAYS,
            false);
    return publish(d, item, acceptanceUnits);
  }

  public long publish(TestDistrict d, NewItem item, int... acceptanceUnits) {
    return districts.in(
        d.id(),
        () ->
            scope.write(
                () -> {
                  long id = items.publish(item);
                  items.acceptAt(id, Arrays.stream(acceptanceUnits).boxed().toList());
                  items.addMaterial(id, "申请书", true, false);
                  items.addMaterial(id, "身份证明", true, false);
                  return id;
                }));
  }
}
