package org.cairn.collectors.inference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.collectors.text.Origin;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonObject;

/// A settings file of the LiteLLM gateway (docs.litellm.ai, "All settings"): which models it offers and where they run,
/// where it turns when one fails, which filters see every request, and what it may spend.
/// @param models    `name`, `provider`, `place` (`inside`, `outside`), `opt-in` for those outside
/// @param fallbacks `from`, `to`, `place` where the target is a model of this file
/// @param filters   `name`, `mode`, `always`
/// @param facts     `authentication`, `budget` and the like
record GatewaySettings(
        List<Map<String, String>> models,
        List<Map<String, String>> fallbacks,
        List<Map<String, String>> filters,
        Map<String, String> facts) {
    /// Providers that without an address mean the loopback or the gateway's own process.
    private static final Set<String> ON_THIS_HOST = Set.of("ollama", "ollama_chat", "llamafile", "vllm");

    /// Providers that stand for a server of one's own, whose address a variable may give.
    private static final Set<String> OWN_SERVERS = Set.of("hosted_vllm", "lm_studio", "xinference", "triton");

    private static final List<String> FALLBACKS =
            List.of("fallbacks", "context_window_fallbacks", "content_policy_fallbacks");

    GatewaySettings {
        models = List.copyOf(models);
        fallbacks = List.copyOf(fallbacks);
        filters = List.copyOf(filters);
        facts = Map.copyOf(facts);
    }

    /// Whether this is such a file: it lists models as the gateway wants them.
    static boolean isOne(Json document) {
        return Tree.at(document, "model_list").isPresent();
    }

    static GatewaySettings of(Json document) {
        List<Map<String, String>> models = Tree.list(document, "model_list").stream()
                .map(GatewaySettings::model)
                .toList();
        Map<String, String> places = new HashMap<>();
        models.forEach(model -> places.merge(
                model.getOrDefault("name", "?"),
                model.getOrDefault("place", "?"),
                (one, other) -> one.equals("outside") ? one : other));
        return new GatewaySettings(models, fallbacks(document, places), filters(document), facts(document));
    }

    private static Map<String, String> model(Json entry) {
        String name = Tree.text(entry, "model_name").orElse("?");
        String model = Tree.text(entry, "litellm_params", "model").orElse("");
        String provider = model.contains("/") ? model.substring(0, model.indexOf('/')) : "hosted";
        Optional<String> base =
                Tree.text(entry, "litellm_params", "api_base").or(() -> Tree.text(entry, "litellm_params", "base_url"));
        boolean inside = base.isPresent()
                ? !Origin.placeOf(base.get()).equals("public-or-unknown")
                : ON_THIS_HOST.contains(provider);
        Map<String, String> values =
                new TreeMap<>(Map.of("name", name, "provider", provider, "place", inside ? "inside" : "outside"));
        if (base.orElse("").startsWith("os.environ/") || base.isEmpty() && OWN_SERVERS.contains(provider)) {
            values.remove("place"); // a variable says where, and environments are not read
        }
        boolean optIn = !Tree.texts(entry, "model_info", "access_groups").isEmpty()
                || !Tree.texts(entry, "litellm_params", "tags").isEmpty();
        values.put("opt-in", optIn ? "yes" : "no");
        return values;
    }

    /// Each is a list of mappings from a model to those tried after it, or (`default_fallbacks`) a list for all models.
    private static List<Map<String, String>> fallbacks(Json document, Map<String, String> places) {
        List<Map<String, String>> fallbacks = new ArrayList<>();
        for (String section : List.of("router_settings", "litellm_settings")) {
            for (String name : FALLBACKS) {
                Tree.at(document, section, name).ifPresent(value -> add(value, places, fallbacks));
            }
            Tree.at(document, section, "default_fallbacks").ifPresent(value -> add(value, places, fallbacks));
        }
        for (Json model : Tree.list(document, "model_list")) {
            String from = Tree.text(model, "model_name").orElse("?");
            Tree.texts(model, "litellm_params", "fallbacks").forEach(to -> fallbacks.add(fallback(from, to, places)));
        }
        return fallbacks;
    }

    private static void add(Json value, Map<String, String> places, List<Map<String, String>> fallbacks) {
        switch (value) {
            case JsonArray(List<Json> entries) -> entries.forEach(entry -> add(entry, places, fallbacks));
            case JsonObject object ->
                object.members()
                        .keySet()
                        .forEach(from ->
                                Tree.texts(object, from).forEach(to -> fallbacks.add(fallback(from, to, places))));
            case Json.JsonText(String to) -> fallbacks.add(fallback("every model", to, places));
            default -> {} // null and the like name nothing
        }
    }

    private static Map<String, String> fallback(String from, String to, Map<String, String> places) {
        Map<String, String> values = new TreeMap<>(Map.of("from", from, "to", to));
        String place = places.get(to);
        if (place != null && !place.equals("?")) {
            values.put("place", place);
        }
        return values;
    }

    private static List<Map<String, String>> filters(Json document) {
        Stream<Json> entries = Stream.concat(
                Tree.list(document, "guardrails").stream(),
                Tree.list(document, "litellm_settings", "guardrails").stream());
        return entries.map(entry -> Map.of(
                        "name",
                        Tree.text(entry, "guardrail_name").orElse("?"),
                        "mode",
                        String.join(" ", Tree.texts(entry, "litellm_params", "mode")),
                        "always",
                        Tree.flag(entry, "litellm_params", "default_on").orElse(false) ? "yes" : "no"))
                .toList();
    }

    private static Map<String, String> facts(Json document) {
        boolean key = Tree.text(document, "general_settings", "master_key").isPresent();
        boolean budget = Tree.text(document, "litellm_settings", "max_budget").isPresent();
        return Map.of("authentication", key ? "yes" : "no", "budget", budget ? "set" : "none");
    }
}
