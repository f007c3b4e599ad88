package cn.lianban.setup;

import cn.lianban.catalog.TaskType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A district's published list of service items: departments, and the items each one decides. Codes
 * are in the links only, in many forms; they are taken as they are.
 */
record PublishedList(List<Department> departments) {

  /** Reads {@code service-items/*-<district>-service-items.json}. */
  static PublishedList read(Path data, String district) throws IOException {
    String name = "-" + district + "-service-items.json";
    try (Stream<Path> files = Files.list(data.resolve("service-items"))) {
      Path file =
          files
              .filter(path -> path.getFileName().toString().endsWith(name))
              .min(Comparator.naturalOrder())
              .orElseThrow(() -> new IllegalArgumentException("missing file *" + name));
      List<Department> departments = new ArrayList<>();
      for (JsonNode department : JsonMapper.shared().readTree(Files.readString(file))) {
        departments.add(department(department));
      }
      return new PublishedList(departments);
    }
  }

  int items() {
    return departments.stream().mapToInt(department -> department.items().size()).sum();
  }

  private static Department department(JsonNode node) {
    Set<String> codes = new LinkedHashSet<>();
    List<Entry> items = new ArrayList<>();
    for (JsonNode main : node.path("items")) {
      for (JsonNode item : main.path("sub_items")) {
        Map<String, String> link = parameters(item.path("link").asString());
        codes.add(link.getOrDefault("deptCode", ""));
        items.add(
            new Entry(
                link.getOrDefault("itemCode", ""),
                item.path("name").asString().strip(),
                main.path("main_item").asString().strip(),
                TaskType.ofPublished(link.getOrDefault("taskType", ""))));
      }
    }
    codes.remove("");
    return new Department(node.path("department").asString().strip(), codes, items);
  }

  private static Map<String, String> parameters(String link) {
    Map<String, String> found = new TreeMap<>();
    for (String pair : link.substring(link.indexOf('?') + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        found.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return found;
  }

  /** A department is its name; codes are aliases. */
  record Department(String name, Set<String> codes, List<Entry> items) {}

  record Entry(String code, String name, String mainItem, TaskType taskType) {}
}
