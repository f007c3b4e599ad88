import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of 100,000 rows, from its upload over the dry run to the last row written; and the same
 * rows by one plain INSERT … SELECT on the other database. Memory is the service's peak.
 */
class Import100k {
  static final int ROWS = 100_000;
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");
  private static final Pattern STATUS = Pattern.compile("\"status\":\"([A-Z]+)\"");
  private final Bench bench;
  private final Bench.Session admin;

  Import100k(Bench bench) throws IOException {
    this.bench = bench;
    this.admin = bench.session("admin", 1);
  }

  /**
   * @param product a connection of the server's owner to the product's database
   * @param base one to the database that is the floor's
   */
  void measure(Connection product, Connection base) throws Exception {
    for (Connection database : new Connection[] {product, base}) {
      try (var statement = database.createStatement()) {
        statement.execute("alter table tenancy.unit alter id restart with 100000000"); // the seed gave ids of its own
      }
    }
    StringBuilder file = new StringBuilder("单位名称,单位编码\n");
    for (int i = 0; i < ROWS; i++) {
      file.append("Bench ").append(i).append(" 办公室,").append(i).append("、A").append(i).append('\n');
    }
    byte[] body = file.toString().getBytes(StandardCharsets.UTF_8);
    Path process = Path.of("/proc", Bench.OPTION.get("product"));
    Files.writeString(process.resolve("clear_refs"), "5"); // the peak begins anew
    long begin = System.nanoTime();
    String id = upload(body);
    act("import-stage", id, "\"sheet\":0,\"headerFirst\":1,\"headerLast\":1,\"columns\":[{\"index\":0,\"key\":\"name\"},{\"index\":1,\"key\":\"codes\"}]");
    await(id, "CHECKED");
    double tried = seconds(begin);
    long write = System.nanoTime();
    act("import-apply", id, "\"mode\":\"VALID_ROWS\"");
    await(id, "APPLIED");
    double written = seconds(write);
    long floor = System.nanoTime();
    try (var statement = base.createStatement()) {
      statement.execute("insert into tenancy.unit (district_id, kind, name) select 1, 'DEPARTMENT', 'Bench ' || i || ' 办公室' from generate_series(1, " + ROWS + ") i");
      statement.execute("insert into tenancy.unit_alias (district_id, unit_id, code) select u.district_id, u.id, c || u.id from tenancy.unit u, (values ('A'), ('B')) codes(c) where u.name like 'Bench %'");
    }
    double plain = seconds(floor);
    bench.result("import-100k", plain / (tried + written), 0, 0,
        "%d rows a second with upload and dry run, %d a second written; peak memory %s; time of a plain INSERT / all of it"
            .formatted(Math.round(ROWS / (tried + written)), Math.round(ROWS / written), peak(process)));
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }

  private static String peak(Path process) throws IOException {
    Matcher line = Pattern.compile("VmHWM:\\s+(\\d+) kB").matcher(Files.readString(process.resolve("status")));
    return line.find() ? Long.parseLong(line.group(1)) / 1024 + " MB" : "unknown";
  }

  private String upload(byte[] body) throws IOException {
    byte[] head = admin.head("POST", "/import/files?kind=units&name=bench.csv", "application/octet-stream", body.length).getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return found(ID, ask(request));
  }

  private String state(String id) throws IOException {
    return ask(admin.post("import-state", "{\"id\":\"" + id + "\"}"));
  }

  private void act(String document, String id, String more) throws IOException {
    String answer = ask(admin.post(document,
        "{\"input\":{\"idempotencyKey\":\"bench-" + document + "-" + Bench.RUN + "\",\"id\":\"" + id + "\",\"expectedVersion\":" + found(VERSION, state(id)) + "," + more + "}}"));
    if (!answer.contains("\"userErrors\":[]")) {
      throw new IOException(answer);
    }
  }

  private void await(String id, String wanted) throws Exception {
    for (String now = ""; !now.equals(wanted); now = found(STATUS, state(id))) {
      if (now.equals("FAILED") || now.equals("CANCELLED")) {
        throw new IOException("the import ended as " + now);
      }
      Thread.sleep(250);
    }
  }

  private static String found(Pattern pattern, String answer) throws IOException {
    Matcher matcher = pattern.matcher(answer);
    if (!matcher.find()) {
      throw new IOException(answer);
    }
    return matcher.group(1);
  }

  private String ask(byte[] request) throws IOException {
    try (Bench.Wire wire = new Bench.Wire(bench.port)) {
      return wire.ask(request);
    }
  }
}
