package cn.lianban.clock;

import cn.lianban.api.types.NationalNoticeInput;
import cn.lianban.api.types.NationalNoticePublishInput;
import cn.lianban.graphql.Refusals;
import cn.lianban.graphql.UserError;
import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.DgsQuery;
import com.netflix.graphql.dgs.InputArgument;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Forecasts of the calendar and the yearly notice, in the API. */
@DgsComponent
class NoticeFetcher {
  private final NoticeDesk desk;
  private final CalendarForecast forecast;
  private final CalendarFetcher calendars;

  NoticeFetcher(NoticeDesk desk, CalendarForecast forecast, CalendarFetcher calendars) {
    this.desk = desk;
    this.forecast = forecast;
    this.calendars = calendars;
  }

  @DgsQuery
  CalendarForecast.Forecast localDayForecast(
      @InputArgument LocalDate day, @InputArgument @Nullable Boolean off) {
    return forecast.ofLocalDay(day, off);
  }

  @DgsQuery
  NoticeDesk.Forecast nationalNoticeForecast(@InputArgument NationalNoticeInput notice) {
    return desk.forecast(notice(notice));
  }

  @DgsMutation
  Payload nationalNoticePublish(@InputArgument NationalNoticePublishInput input) {
    return Refusals.payload(
        () -> {
          Integer changed =
              desk.publish(notice(input.getNotice()), input.getIdempotencyKey(), input);
          return new Payload(calendars.calendar(input.getNotice().getYear()), changed, List.of());
        },
        errors -> new Payload(null, null, errors));
  }

  private static NoticeDesk.Notice notice(NationalNoticeInput typed) {
    return new NoticeDesk.Notice(
        typed.getYear(),
        typed.getPaper(),
        typed.getDays().stream()
            .map(day -> new NationalDay(day.getDay(), day.getOff(), day.getName(), false))
            .toList());
  }

  @DgsData(parentType = "CalendarYear")
  boolean viewerCanPublishNotice() {
    return desk.viewerCanPublish();
  }

  @DgsData(parentType = "CalendarYear")
  List<NoticeDesk.Applied> recomputations() {
    return desk.applied();
  }

  record Payload(
      @Nullable CalendarYear calendar, @Nullable Integer changedDays, List<UserError> userErrors) {}
}
