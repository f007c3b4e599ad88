package cn.lianban.identity;

import cn.lianban.tenancy.Districts;
import cn.lianban.tenancy.SubDistrict;
import com.netflix.graphql.dgs.DgsDataLoader;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.MappedBatchLoader;

/** Sub-districts of posts: a district has some dozens, so all are read at once. */
@DgsDataLoader(name = PostPlaceLoader.NAME)
class PostPlaceLoader implements MappedBatchLoader<Integer, SubDistrict> {
  static final String NAME = "postSubDistricts";
  private final Districts districts;

  PostPlaceLoader(Districts districts) {
    this.districts = districts;
  }

  @Override
  public CompletionStage<Map<Integer, SubDistrict>> load(Set<Integer> ids) {
    return CompletableFuture.completedFuture(
        districts.subDistricts().stream()
            .filter(place -> ids.contains(place.id()))
            .collect(Collectors.toMap(SubDistrict::id, Function.identity())));
  }
}
