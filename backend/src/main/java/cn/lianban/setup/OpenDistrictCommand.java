package cn.lianban.setup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code --lianban.command=open-district}: opens an empty district for its administrator. */
@Component
@ConditionalOnProperty(name = "lianban.command", havingValue = "open-district")
class OpenDistrictCommand implements ApplicationRunner {
  private final DistrictOpening opening;
  private final ConfigurableApplicationContext context;
  private final Path data;
  private final String district;

  OpenDistrictCommand(
      DistrictOpening opening,
      ConfigurableApplicationContext context,
      @Value("${lianban.data}") Path data,
      @Value("${lianban.district}") String district) {
    this.opening = opening;
    this.context = context;
    this.data = data;
    this.district = district;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    int code = execute(System.out);
    System.exit(SpringApplication.exit(context, () -> code));
  }

  private int execute(PrintStream out) {
    try {
      List<Staff.Created> administrator = opening.open(data, district);
      out.println(
          administrator.isEmpty()
              ? "district " + district + " is open already, nothing changed"
              : "district " + district + " is open; its administrator, shown once:");
      administrator.forEach(out::println);
      return 0;
    } catch (IOException | IllegalArgumentException wrong) {
      out.println("cannot open: " + wrong.getMessage());
      return 1;
    }
  }
}
