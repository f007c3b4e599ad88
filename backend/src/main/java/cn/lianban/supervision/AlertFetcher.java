package cn.lianban.supervision;

import cn.lianban.api.types.AlertAnswerInput;
import cn.lianban.api.types.AlertAppealInput;
import cn.lianban.api.types.AlertFilter;
import cn.lianban.api.types.AlertJudgeInput;
import cn.lianban.api.types.AlertOrder;
import cn.lianban.files.StoredFile;
import cn.lianban.graphql.Ids;
import cn.lianban.graphql.Page;
import cn.lianban.graphql.PageInfo;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import cn.lianban.supervision.Alert.Ground;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import graphql.schema.DataFetchingEnvironment;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Alerts in the API. */
@DgsComponent
class AlertFetcher {
  private final AlertQueries queries;
  private final AlertLists lists;
  private final AlertDesk desk;

  AlertFetcher(AlertQueries queries, AlertLists lists, AlertDesk desk) {
    this.queries = queries;
    this.lists = lists;
    this.desk = desk;
  }

  @DgsQuery
  AlertConnection alerts(
      @InputArgument @Nullable AlertFilter filter,
      @InputArgument int first,
      @InputArgument @Nullable String after,
      @InputArgument @Nullable AlertOrder orderBy) {
    AlertQueries.Filter which = lists.allowed(filter);
    Page<Alert> page = queries.page(which, orderBy, first, after);
    return new AlertConnection(page.nodes(), page.pageInfo(), which);
  }

  @DgsData(parentType = "AlertConnection")
  int totalCount(DataFetchingEnvironment env) {
    return queries.count(Objects.requireNonNull(env.<AlertConnection>getSource()).filter());
  }

  @DgsQuery
  @Nullable Alert alert(@InputArgument String id) {
    return queries.find(Ids.parse(Alert.KIND, id)).filter(lists::shows).orElse(null);
  }

  @DgsQuery
  List<AlertLists.Figure> alertFigures(@InputArgument LocalDate from, @InputArgument LocalDate to) {
    return lists.figures(from, to);
  }

  @DgsMutation
  AlertPayload alertAnswer(@InputArgument AlertAnswerInput input) {
    return payload(
        () ->
            desk.answer(
                call(input.getIdempotencyKey(), input.getId(), input.getExpectedVersion(), input),
                input.getReason(),
                input.getMeasures(),
                attachment(input.getAttachmentId())));
  }

  @DgsMutation
  AlertPayload alertAppeal(@InputArgument AlertAppealInput input) {
    return payload(
        () ->
            desk.appeal(
                call(input.getIdempotencyKey(), input.getId(), input.getExpectedVersion(), input),
                Ground.valueOf(input.getGround().name()),
                input.getReason(),
                attachment(input.getAttachmentId())));
  }

  @DgsMutation
  AlertPayload alertJudge(@InputArgument AlertJudgeInput input) {
    return payload(
        () ->
            desk.judge(
                call(input.getIdempotencyKey(), input.getId(), input.getExpectedVersion(), input),
                input.getAccept(),
                input.getNote()));
  }

  private AlertPayload payload(LongSupplier mutation) {
    return Refusals.payload(
        () -> new AlertPayload(queries.find(mutation.getAsLong()).orElse(null), List.of()),
        errors -> new AlertPayload(null, errors));
  }

  private static AlertDesk.Call call(String key, String id, int version, Object input) {
    return new AlertDesk.Call(key, Ids.parse(Alert.KIND, id), version, input);
  }

  private static @Nullable Long attachment(@Nullable String id) {
    return id == null ? null : Ids.parse(StoredFile.KIND, id);
  }

  record AlertConnection(List<Alert> nodes, PageInfo pageInfo, AlertQueries.Filter filter) {}

  record AlertPayload(@Nullable Alert alert, List<UserError> userErrors) {}
}
