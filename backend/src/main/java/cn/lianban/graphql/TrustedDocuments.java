package cn.lianban.graphql;

import graphql.language.AstPrinter;
import graphql.language.Document;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents that were read by somebody before they were put into service: the manifest of the
 * front end in this jar, and a folder with the manifests of earlier versions (for tabs still open)
 * and of partners. A manifest is {@code {"<sha256>": "<document>"}}.
 */
@Component
final class TrustedDocuments {
  private static final TypeReference<Map<String, String>> MANIFEST = new TypeReference<>() {};
  private final Map<String, String> documents = new HashMap<>();

  @org.springframework.beans.factory.annotation.Autowired
  TrustedDocuments(
      ResourcePatternResolver resources,
      JsonMapper json,
      @Value("${lianban.trusted-documents:}") String folder)
      throws IOException {
    for (Resource manifest : resources.getResources("classpath*:static/trusted-documents.json")) {
      try (InputStream text = manifest.getInputStream()) {
        register(json.readValue(text, MANIFEST));
      }
    }
    if (!folder.isBlank()) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.filter(name -> name.toString().endsWith(".json")).toList()) {
          register(json.readValue(Files.readString(file), MANIFEST));
        }
      }
    }
  }

  TrustedDocuments(Map<String, String> manifest) {
    register(manifest);
  }

  /**
   * @throws IllegalArgumentException when a document does not hash to its key
   */
  private void register(Map<String, String> manifest) {
    manifest.forEach(
        (hash, document) -> {
          if (!sha256(document).equals(hash)) {
            throw new IllegalArgumentException("trusted document has another hash than " + hash);
          }
          documents.put(hash, document);
        });
  }

  Optional<String> find(String hash) {
    return Optional.ofNullable(documents.get(hash));
  }

  Collection<String> all() {
    return documents.values();
  }

  boolean contains(String document) {
    return documents.containsKey(sha256(document));
  }

  /** One form for all ways to write the same document. */
  static String canonical(Document document) {
    return AstPrinter.printAstCompact(document);
  }

  static String sha256(String text) {
    return HexFormat.of().formatHex(Sha256.of(text));
  }
}
