package org.cairn.app.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonObject;

/// A sample with everything that is needed to draw it again.
/// @param population in its order
/// @param drawn      indices, ascending
/// @param named      whether somebody else named the seed
public record Sample(
        SampleRequest request,
        TwoTimes times,
        List<String> population,
        Bytes seed,
        boolean named,
        List<Integer> drawn) {
    public Sample {
        population = List.copyOf(population);
        drawn = List.copyOf(drawn);
    }

    public Digest digest() {
        return SampleDraw.digest(population);
    }

    public String item(int index) {
        return population.get(index);
    }

    /// As it is recorded.
    public JsonObject json() {
        Json.Builder filter = Json.object();
        SampleRequest.Filter asked = request.filter();
        asked.framework().ifPresent(framework -> filter.with("framework", framework.value()));
        asked.state().ifPresent(state -> filter.with("state", state));
        asked.collector().ifPresent(collector -> filter.with("collector", collector.value()));
        asked.from().ifPresent(from -> filter.with("from", from.toString()));
        asked.to().ifPresent(to -> filter.with("to", to.toString()));
        List<Json> items = new ArrayList<>();
        for (int index : drawn) {
            items.add(
                    Json.object().with("index", index).with("item", item(index)).build());
        }
        return Json.object()
                .with("format", "cairn-sample")
                .with("formatVersion", 1)
                .with("of", request.of().code())
                .with("filter", filter.build())
                .with("validAt", times.validAt().toString())
                .with("knownAt", times.knownAt().toString())
                .with("entries", times.size())
                .with("method", request.method().code())
                .with("seed", seed.hex().toLowerCase(Locale.ROOT))
                .with("seedFrom", named ? "given" : "drawn-here")
                .with("populationSize", population.size())
                .with("populationSha256", digest().hex())
                .with("population", population.stream().map(Json::text).toList())
                .with("drawn", items)
                .build();
    }
}
