package cn.lianban.setup;

import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code --lianban.command=import-demo}: sets up a real district, prints what it did and exits. */
@Component
@ConditionalOnProperty(name = "lianban.command", havingValue = "import-demo")
class ImportDemoCommand implements ApplicationRunner {
  private final DistrictImport imports;
  private final ConfigurableApplicationContext context;
  private final Path data;
  private final String district;

  ImportDemoCommand(
      DistrictImport imports,
      ConfigurableApplicationContext context,
      @Value("${lianban.data}") Path data,
      @Value("${lianban.district}") String district) {
    this.imports = imports;
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
    out.println("District " + district + " from " + data.toAbsolutePath().normalize());
    try {
      print(imports.run(data, district, out::println), out);
      return 0;
    } catch (java.io.IOException | IllegalArgumentException wrong) {
      out.println("cannot import: " + wrong.getMessage());
      return 1;
    }
  }

  private void print(DistrictImport.Outcome outcome, PrintStream out) {
    if (outcome.changedNothing()) {
      out.println("nothing changed");
    }
    if (!outcome.accounts().isEmpty()) {
      out.println();
      out.println("Staff accounts, shown once; each must change its password at first sign-in:");
      outcome.accounts().forEach(out::println);
    }
  }
}
