package cn.lianban.catalog;

import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import cn.lianban.graphql.Page;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Versions of items in the API, reading side. */
@DgsComponent
class VersionFetcher {
  private final VersionQueries versions;
  private final ItemQueries items;
  private final MaterialQueries materials;
  private final Editors editors;

  VersionFetcher(
      VersionQueries versions, ItemQueries items, MaterialQueries materials, Editors editors) {
    this.versions = versions;
    this.items = items;
    this.materials = materials;
    this.editors = editors;
  }

  @DgsQuery
  List<ItemVersion> itemVersions(@InputArgument String itemId) {
    return versions.ofItem(Ids.parse(Item.KIND, itemId));
  }

  @DgsQuery
  @Nullable ItemVersion itemVersion(@InputArgument String id) {
    return find(id).orElse(null);
  }

  @DgsQuery
  Page<Item> itemsUnpublished(@InputArgument int first, @InputArgument @Nullable String after) {
    editors.requireStaff();
    return items.unpublished(first, after);
  }

  @DgsQuery
  Page<ItemVersion> itemVersionsWaiting(
      @InputArgument int first, @InputArgument @Nullable String after) {
    return versions.waiting(first, after);
  }

  @DgsQuery
  @Nullable VersionDiff itemVersionDiff(@InputArgument String from, @InputArgument String to) {
    ItemVersion before = find(from).orElse(null);
    ItemVersion after = find(to).orElse(null);
    if (before == null || after == null || before.itemId() != after.itemId()) {
      return null;
    }
    return VersionDiff.of(before, materials(before), after, materials(after));
  }

  private Optional<ItemVersion> find(String id) {
    return versions.find(Ids.parse(ItemVersion.KIND, id));
  }

  private List<Material> materials(ItemVersion version) {
    return materials.of(new EditionKey(version.itemId(), version.no()));
  }

  @DgsData(parentType = "ItemVersion", field = "id")
  String versionId(DataFetchingEnvironment env) {
    return Ids.of(ItemVersion.KIND, version(env).id());
  }

  @DgsData(parentType = "ItemVersion", field = "itemId")
  String versionItemId(DataFetchingEnvironment env) {
    return Ids.of(Item.KIND, version(env).itemId());
  }

  @DgsData(parentType = "ItemVersion", field = "materials")
  CompletableFuture<List<Material>> versionMaterials(DataFetchingEnvironment env) {
    ItemVersion version = version(env);
    EditionKey key = new EditionKey(version.itemId(), version.no());
    return Loads.<EditionKey, @Nullable List<Material>>one(env, EditionMaterialLoader.NAME, key)
        .thenApply(found -> found == null ? List.of() : found);
  }

  @DgsData(parentType = "ItemVersion")
  boolean viewerCanEdit(DataFetchingEnvironment env) {
    return version(env).state() == Publication.DRAFT && mine(env);
  }

  @DgsData(parentType = "ItemVersion")
  boolean viewerCanSend(DataFetchingEnvironment env) {
    return viewerCanEdit(env);
  }

  @DgsData(parentType = "ItemVersion")
  boolean viewerCanWithdraw(DataFetchingEnvironment env) {
    return version(env).state().isOpen() && mine(env);
  }

  @DgsData(parentType = "ItemVersion")
  boolean viewerCanReview(DataFetchingEnvironment env) {
    ItemVersion version = version(env);
    return version.state() == Publication.IN_REVIEW
        && editors.mayReview(version.trail().draftedBy());
  }

  @DgsData(parentType = "ItemVersion")
  boolean viewerCanPublish(DataFetchingEnvironment env) {
    return version(env).state() == Publication.REVIEWED && editors.mayPublish();
  }

  @DgsData(parentType = "Item")
  boolean viewerCanDraft(DataFetchingEnvironment env) {
    return editors.mayDraft(Objects.requireNonNull(env.<Item>getSource()).unitId());
  }

  @DgsData(parentType = "Item")
  boolean viewerCanCancel() {
    return editors.mayPublish();
  }

  private boolean mine(DataFetchingEnvironment env) {
    return editors.mayDraft(version(env).unitId());
  }

  static ItemVersion version(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<ItemVersion>getSource());
  }
}
