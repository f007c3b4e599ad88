import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Verifies the audit trail of a Lianban database from its rows alone: one file, no code of the
 * product, nothing but pgjdbc on the class path ({@code infra/verify/verify} starts it).
 *
 * <pre>
 * verify [--data data | --url postgres://user:password@host:port/name] [--heads file]…
 *        [--district id] [--unsealed-seconds 10]
 * </pre>
 *
 * <p><b>Who connects.</b> Best {@code lianban_backup} (select only, passes row-level security), from
 * a machine that the service's administrators do not own. The service's own role works as well,
 * because every district is read under its own settings ({@code app.district}, reach ALL); so does
 * the owner. {@code --data} takes the embedded server's address and the service's password from its
 * data folder. Without either, {@code DATABASE_URL} is taken. Nothing is ever written: each district
 * is one read-only snapshot.
 *
 * <p><b>What it finds.</b> EDITED_ROW, DELETED_ROW, SEAL_MISMATCH (rows swapped, or edited together
 * with their digests), MISSING_SEAL, BROKEN_CHAIN, FORGED_SEAL, SEALED_TWICE, UNMARKED_ROW (added
 * past the trigger), UNSEALED_LATE, and by the heads kept outside: CUT_TAIL and REWRITTEN_SUFFIX,
 * which the rows alone cannot show. Not covered: rows removed with their marks before they were
 * sealed (2 s), and seals cut before their head left (one round of the sealer).
 *
 * <p>Exit code 0: sound. 1: findings. 2: wrong call or no connection.
 */
class Verify {
  private final Connection database;
  private final Map<Integer, TreeMap<Long, Set<String>>> heads;
  private final long unsealedSeconds;
  private final List<String> findings = new ArrayList<>();
  private long rows;
  private long seals;
  private long unsealed;

  Verify(Connection database, Map<Integer, TreeMap<Long, Set<String>>> heads, long seconds) {
    this.database = database;
    this.heads = heads;
    this.unsealedSeconds = seconds;
  }

  public static void main(String[] args) throws Exception {
    Map<String, List<String>> options = options(args);
    // the heads first: each was committed before it left, so the snapshot must hold it
    Map<Integer, TreeMap<Long, Set<String>>> heads = heads(options.getOrDefault("heads", List.of()));
    long seconds = Long.parseLong(options.getOrDefault("unsealed-seconds", List.of("10")).getFirst());
    try (Connection database = connect(options)) {
      database.setReadOnly(true);
      database.setAutoCommit(false);
      database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Verify verify = new Verify(database, heads, seconds);
      Set<Integer> districts = verify.districts(options.get("district"));
      for (int district : districts) {
        verify.district(district);
      }
      System.exit(verify.report(districts.size()));
    } catch (SQLException | IOException failed) {
      System.err.println("verify: " + failed);
      System.exit(2);
    }
  }

  private int report(int districts) {
    findings.forEach(System.out::println);
    System.out.printf(
        "%d districts, %d rows in %d seals, %d rows not sealed yet, heads outside: %d%n",
        districts, rows, seals, unsealed, heads.values().stream().mapToInt(Map::size).sum());
    if (heads.isEmpty()) {
      System.out.println("WARNING no outside heads: a cut tail or a rewritten suffix cannot be seen");
    }
    System.out.println(findings.isEmpty() ? "SOUND" : findings.size() + " FINDINGS");
    return findings.isEmpty() ? 0 : 1;
  }

  private Set<Integer> districts(List<String> named) throws SQLException {
    Set<Integer> ids = new TreeSet<>();
    if (named != null) {
      named.forEach(id -> ids.add(Integer.valueOf(id)));
      return ids;
    }
    ids.add(0); // the platform's own
    ids.addAll(heads.keySet());
    try (ResultSet found = query("select district_id from tenancy.district_code")) {
      while (found.next()) {
        ids.add(found.getInt(1));
      }
    }
    database.rollback();
    return ids;
  }

  private void district(int district) throws SQLException {
    try (ResultSet done =
        query(
            "select set_config('app.district', ?::text, true), set_config('app.reach', 'ALL', true),"
                + " set_config('app.actor', 'job:verify', true)",
            district)) {
      done.next();
    }
    Set<Long> sealed = new HashSet<>();
    long last = chain(district, sealed);
    TreeMap<Long, Set<String>> outside = heads.getOrDefault(district, new TreeMap<>());
    if (!outside.isEmpty() && outside.lastKey() > last) {
      find(district, "CUT_TAIL", "the chain ends at seal " + last + ", outside is " + outside.lastKey());
    }
    loose(district, sealed);
    database.rollback();
  }

  /** Walks the chain from its first seal. Returns the last sequence number. */
  private long chain(int district, Set<Long> sealed) throws SQLException {
    long expected = 1;
    byte[] previous = new byte[32];
    try (ResultSet seal =
        query(
            "select seq, sealed_at, entry_ids, root, previous, hash from audit.seal"
                + " where district_id = ? order by seq",
            district)) {
      while (seal.next()) {
        seals++;
        long seq = seal.getLong(1);
        if (seq != expected) {
          find(district, "MISSING_SEAL", expected + " to " + (seq - 1));
        } else if (!MessageDigest.isEqual(previous, seal.getBytes(5))) {
          find(district, "BROKEN_CHAIN", "seal " + seq + " does not follow the one before it");
        }
        seal(district, seq, seal, sealed);
        expected = seq + 1;
        previous = seal.getBytes(6);
      }
    }
    return expected - 1;
  }

  private void seal(int district, long seq, ResultSet seal, Set<Long> sealed) throws SQLException {
    Long[] ids = (Long[]) seal.getArray(3).getArray();
    for (long id : ids) {
      if (!sealed.add(id)) {
        find(district, "SEALED_TWICE", "row " + id);
      }
    }
    byte[] root = root(district, ids);
    if (root != null && !MessageDigest.isEqual(root, seal.getBytes(4))) {
      find(district, "SEAL_MISMATCH", "the rows of seal " + seq + " are not those that were sealed");
    }
    HexFormat hex = HexFormat.of();
    byte[] hash =
        sha256(
            text(
                district,
                seq,
                micros(seal, 2),
                ids.length,
                hex.formatHex(seal.getBytes(4)),
                hex.formatHex(seal.getBytes(5))));
    if (!MessageDigest.isEqual(hash, seal.getBytes(6))) {
      find(district, "FORGED_SEAL", "seal " + seq + " does not have its own hash");
    }
    Set<String> outside = heads.getOrDefault(district, new TreeMap<>()).get(seq);
    if (outside != null && !outside.equals(Set.of(hex.formatHex(seal.getBytes(6))))) {
      find(district, "REWRITTEN_SUFFIX", "seal " + seq + " is not the one whose head was kept outside");
    }
  }

  /** The batch's root from the rows as they are; null when a row has been reported by itself. */
  private byte[] root(int district, Long[] ids) throws SQLException {
    Map<Long, byte[]> digests = new HashMap<>();
    boolean whole = true;
    try (ResultSet row =
        query(
            "select id, at, actor, action, subject, facts, digest from audit.entry"
                + " where district_id = ? and id = any (?)",
            district,
            database.createArrayOf("bigint", ids))) {
      while (row.next()) {
        rows++;
        whole &= fits(district, row);
        digests.put(row.getLong(1), row.getBytes(7));
      }
    }
    List<byte[]> level = new ArrayList<>();
    for (long id : ids) {
      byte[] digest = digests.get(id);
      if (digest == null) {
        find(district, "DELETED_ROW", "row " + id);
        whole = false;
      } else {
        level.add(sha256(new byte[] {0}, ByteBuffer.allocate(8).putLong(id).array(), digest));
      }
    }
    return whole ? root(level) : null;
  }

  private static byte[] root(List<byte[]> leaves) {
    List<byte[]> level = leaves;
    while (level.size() > 1) {
      List<byte[]> above = new ArrayList<>();
      for (int i = 0; i < level.size(); i += 2) {
        boolean alone = i + 1 == level.size();
        above.add(alone ? level.get(i) : sha256(new byte[] {1}, level.get(i), level.get(i + 1)));
      }
      level = above;
    }
    return level.getFirst();
  }

  private boolean fits(int district, ResultSet row) throws SQLException {
    byte[] digest =
        sha256(
            text(
                district,
                micros(row, 2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6)));
    boolean fits = MessageDigest.isEqual(digest, row.getBytes(7));
    if (!fits) {
      find(district, "EDITED_ROW", "row " + row.getLong(1) + " " + row.getString(5));
    }
    return fits;
  }

  /** Rows that no seal covers: marked and young, or something to tell. */
  private void loose(int district, Set<Long> sealed) throws SQLException {
    try (ResultSet row =
        query(
            "select coalesce(e.id, u.entry_id), e.at, e.actor, e.action, e.subject, e.facts, e.digest,"
                + " e.id is null, u.entry_id is null,"
                + " coalesce(extract(epoch from clock_timestamp() - u.at), 0)::bigint"
                + " from (select * from audit.entry where district_id = ?) e"
                + " full join (select * from audit.unsealed where district_id = ?) u"
                + " on u.entry_id = e.id",
            district,
            district)) {
      while (row.next()) {
        if (sealed.contains(row.getLong(1)) && row.getBoolean(9)) {
          continue;
        }
        loose(district, row, sealed);
      }
    }
  }

  private void loose(int district, ResultSet row, Set<Long> sealed) throws SQLException {
    long id = row.getLong(1);
    if (row.getBoolean(8)) {
      find(district, "DELETED_ROW", "row " + id + ", before it was sealed");
    } else if (row.getBoolean(9)) {
      find(district, "UNMARKED_ROW", "row " + id + " is neither sealed nor waiting");
    } else if (sealed.contains(id)) {
      find(district, "SEALED_TWICE", "row " + id + " is sealed and waits again");
    } else {
      unsealed++;
      fits(district, row);
      if (row.getLong(10) > unsealedSeconds) {
        find(district, "UNSEALED_LATE", "row " + id + " waits for " + row.getLong(10) + " s");
      }
    }
  }

  private void find(int district, String kind, String what) {
    findings.add("district " + district + " " + kind + " " + what);
  }

  private ResultSet query(String sql, Object... values) throws SQLException {
    PreparedStatement statement = database.prepareStatement(sql);
    statement.closeOnCompletion();
    statement.setFetchSize(1_000);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement.executeQuery();
  }

  private static long micros(ResultSet row, int column) throws SQLException {
    Instant at = row.getObject(column, OffsetDateTime.class).toInstant();
    return at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000;
  }

  private static byte[] text(Object... fields) {
    List<String> parts = new ArrayList<>();
    for (Object field : fields) {
      parts.add(String.valueOf(field));
    }
    return String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** district → seq → hashes; two different hashes for one seal are a finding in themselves. */
  private static Map<Integer, TreeMap<Long, Set<String>>> heads(List<String> files)
      throws IOException {
    Map<Integer, TreeMap<Long, Set<String>>> heads = new HashMap<>();
    for (String file : files) {
      for (String line : Files.readAllLines(Path.of(file))) {
        String[] word = line.split(" ");
        if (word.length == 4) { // a torn last line is nobody's head
          heads.computeIfAbsent(Integer.valueOf(word[0]), district -> new TreeMap<>())
              .computeIfAbsent(Long.valueOf(word[1]), seq -> new HashSet<>())
              .add(word[2]);
        }
      }
    }
    return heads;
  }

  private static Map<String, List<String>> options(String[] args) {
    Map<String, List<String>> options = new HashMap<>();
    Set<String> known = Set.of("--data", "--url", "--heads", "--district", "--unsealed-seconds");
    for (int i = 0; i < args.length; i += 2) {
      if (!known.contains(args[i]) || i + 1 == args.length) {
        System.err.println("verify: options are " + new TreeSet<>(known) + ", each with a value");
        System.exit(2);
      }
      options.computeIfAbsent(args[i].substring(2), name -> new ArrayList<>()).add(args[i + 1]);
    }
    return options;
  }

  private static Connection connect(Map<String, List<String>> options)
      throws IOException, SQLException {
    if (options.containsKey("data")) {
      Path data = Path.of(options.get("data").getFirst());
      String port = Files.readAllLines(data.resolve("pg/postmaster.pid")).get(3).trim();
      String password = Files.readAllLines(data.resolve("secrets")).get(2);
      return DriverManager.getConnection(
          "jdbc:postgresql://localhost:" + port + "/lianban", "lianban_app", password);
    }
    String url = options.getOrDefault("url", List.of(System.getenv().getOrDefault("DATABASE_URL", ""))).getFirst();
    URI uri = URI.create(url.replaceFirst("^jdbc:", ""));
    if (uri.getRawUserInfo() == null || uri.getHost() == null) {
      throw new SQLException("no database: --data FOLDER, --url postgres://user:password@host/name or DATABASE_URL");
    }
    String[] who = uri.getRawUserInfo().split(":", 2);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return DriverManager.getConnection(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath(),
        URLDecoder.decode(who[0], StandardCharsets.UTF_8),
        who.length < 2 ? "" : URLDecoder.decode(who[1], StandardCharsets.UTF_8));
  }
}
