package cn.lianban.catalog;

import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Loads;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Power, negative and responsibility lists in the API, reading side. */
@DgsComponent
class ListFetcher {
  private final ListQueries queries;
  private final Editors editors;

  ListFetcher(ListQueries queries, Editors editors) {
    this.queries = queries;
    this.editors = editors;
  }

  /** A list as the public reads it. */
  record PublishedList(ListVersion version) {
    public ListKind kind() {
      return version.kind();
    }

    public String title() {
      return version.title();
    }

    public int no() {
      return version.no();
    }

    public String documentNo() {
      return Objects.requireNonNull(version.trail().documentNo());
    }

    public LocalDate publishedOn() {
      return Objects.requireNonNull(version.trail().effectiveOn());
    }
  }

  @DgsQuery
  List<PublishedList> publishedLists() {
    return queries.published().stream().map(PublishedList::new).toList();
  }

  @DgsQuery
  @Nullable PublishedList publishedList(@InputArgument String id) {
    long list = Ids.parse(ListVersion.LIST, id);
    return queries.ofList(list).stream()
        .filter(ListVersion::inForce)
        .findFirst()
        .map(PublishedList::new)
        .orElse(null);
  }

  @DgsQuery
  List<ListVersion> listVersions(@InputArgument @Nullable String listId) {
    return listId == null ? queries.all() : queries.ofList(Ids.parse(ListVersion.LIST, listId));
  }

  @DgsQuery
  @Nullable ListVersion listVersion(@InputArgument String id) {
    return find(id).orElse(null);
  }

  @DgsQuery
  List<ListDiff.Change> listVersionDiff(@InputArgument String from, @InputArgument String to) {
    ListVersion before = find(from).orElse(null);
    ListVersion after = find(to).orElse(null);
    if (before == null || after == null || before.listId() != after.listId()) {
      return List.of();
    }
    var entries = queries.entries(List.of(before.id(), after.id()));
    return ListDiff.of(
        entries.getOrDefault(before.id(), List.of()), entries.getOrDefault(after.id(), List.of()));
  }

  private Optional<ListVersion> find(String id) {
    return queries.find(Ids.parse(ListVersion.KIND, id));
  }

  @DgsData(parentType = "PublishedList", field = "id")
  String listId(DataFetchingEnvironment env) {
    PublishedList list = Objects.requireNonNull(env.getSource());
    return Ids.of(ListVersion.LIST, list.version().listId());
  }

  @DgsData(parentType = "PublishedList", field = "entries")
  CompletableFuture<List<ListEntry>> listEntries(DataFetchingEnvironment env) {
    PublishedList list = Objects.requireNonNull(env.getSource());
    return entries(env, list.version().id());
  }

  @DgsData(parentType = "ListVersion", field = "id")
  String versionId(DataFetchingEnvironment env) {
    return Ids.of(ListVersion.KIND, version(env).id());
  }

  @DgsData(parentType = "ListVersion", field = "listId")
  String versionListId(DataFetchingEnvironment env) {
    return Ids.of(ListVersion.LIST, version(env).listId());
  }

  @DgsData(parentType = "ListVersion", field = "entries")
  CompletableFuture<List<ListEntry>> versionEntries(DataFetchingEnvironment env) {
    return entries(env, version(env).id());
  }

  @DgsData(parentType = "ListVersion")
  boolean viewerCanEdit(DataFetchingEnvironment env) {
    return version(env).state() == Publication.DRAFT && editors.mayPublish();
  }

  @DgsData(parentType = "ListVersion")
  boolean viewerCanSend(DataFetchingEnvironment env) {
    return viewerCanEdit(env);
  }

  @DgsData(parentType = "ListVersion")
  boolean viewerCanReview(DataFetchingEnvironment env) {
    ListVersion version = version(env);
    return version.state() == Publication.IN_REVIEW
        && editors.mayReview(version.trail().draftedBy());
  }

  @DgsData(parentType = "ListVersion")
  boolean viewerCanPublish(DataFetchingEnvironment env) {
    return version(env).state() == Publication.REVIEWED && editors.mayPublish();
  }

  @DgsData(parentType = "ListVersion")
  boolean viewerCanWithdraw(DataFetchingEnvironment env) {
    return version(env).state().isOpen() && editors.mayPublish();
  }

  private static CompletableFuture<List<ListEntry>> entries(
      DataFetchingEnvironment env, long version) {
    return Loads.<Long, @Nullable List<ListEntry>>one(env, ListEntryLoader.NAME, version)
        .thenApply(found -> found == null ? List.of() : found);
  }

  private static ListVersion version(DataFetchingEnvironment env) {
    return Objects.requireNonNull(env.<ListVersion>getSource());
  }
}
