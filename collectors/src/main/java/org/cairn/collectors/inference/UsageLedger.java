package org.cairn.collectors.inference;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cairn.evidence.yaml.Tree;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedJson;

/// What a gateway wrote of each request, one JSON object a line: `time`, `tokens`, `cost`, and `budget` where the line
/// says what may be spent in its month; LiteLLM's names `startTime`, `total_tokens`, `spend` are taken too. Summed by
/// calendar month (UTC).
/// @param unknownLines lines that were none of these, or lacked a time, or both amounts
record UsageLedger(SortedMap<YearMonth, Month> months, int unknownLines) {
    /// Bounded, so that a spelling like `1e999999` costs nothing.
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,18})?([eE][-+]?\\d{1,2})?");

    /// @param budget the smallest that a line of the month names
    record Month(long requests, BigDecimal tokens, BigDecimal cost, Optional<BigDecimal> budget) {
        static Month empty() {
            return new Month(0, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty());
        }

        Month plus(Month other) {
            Optional<BigDecimal> least = budget.isPresent() && other.budget.isPresent()
                    ? Optional.of(budget.get().min(other.budget.get()))
                    : budget.or(other::budget);
            return new Month(requests + other.requests, tokens.add(other.tokens), cost.add(other.cost), least);
        }

        /// @param tokenBudget what the operator states
        /// @param costBudget  what the operator states; a line's own budget counts too, the smaller of both
        Map<String, String> item(Optional<BigDecimal> tokenBudget, Optional<BigDecimal> costBudget) {
            Map<String, String> item = new TreeMap<>(Map.of(
                    "requests",
                    Long.toString(requests),
                    "used",
                    tokens.stripTrailingZeros().toPlainString(),
                    "cost",
                    cost.stripTrailingZeros().toPlainString()));
            Optional<BigDecimal> money = budget.isPresent() && costBudget.isPresent()
                    ? Optional.of(budget.get().min(costBudget.get()))
                    : budget.or(() -> costBudget);
            money.ifPresent(limit -> item.put("cost-budget", limit.toPlainString()));
            tokenBudget.ifPresent(limit -> item.put("use-budget", limit.toPlainString()));
            if (money.isPresent() || tokenBudget.isPresent()) {
                boolean over = money.isPresent() && cost.compareTo(money.get()) > 0
                        || tokenBudget.isPresent() && tokens.compareTo(tokenBudget.get()) > 0;
                item.put("over-budget", over ? "yes" : "no");
            }
            return item;
        }
    }

    static UsageLedger parse(String text) {
        SortedMap<YearMonth, Month> months = new TreeMap<>();
        int unknown = 0;
        for (String line : (Iterable<String>) text.lines().filter(l -> !l.isBlank())::iterator) {
            Optional<Map.Entry<YearMonth, Month>> request = request(line);
            if (request.isPresent()) {
                months.merge(request.get().getKey(), request.get().getValue(), Month::plus);
            } else {
                unknown++;
            }
        }
        return new UsageLedger(months, unknown);
    }

    private static Optional<Map.Entry<YearMonth, Month>> request(String line) {
        try {
            Json json = Json.parseObject(Bytes.utf8(line));
            Optional<YearMonth> month =
                    first(json, List.of("time", "timestamp", "startTime")).flatMap(UsageLedger::month);
            Optional<String> tokens = first(json, List.of("tokens", "total_tokens"));
            Optional<String> cost = first(json, List.of("cost", "spend"));
            Optional<String> budget = first(json, List.of("budget"));
            if (month.isEmpty() || tokens.isEmpty() && cost.isEmpty() || !amounts(tokens, cost, budget)) {
                return Optional.empty();
            }
            return Optional.of(Map.entry(
                    month.get(),
                    new Month(
                            1,
                            tokens.map(BigDecimal::new).orElse(BigDecimal.ZERO),
                            cost.map(BigDecimal::new).orElse(BigDecimal.ZERO),
                            budget.map(BigDecimal::new))));
        } catch (MalformedJson _) {
            return Optional.empty();
        }
    }

    private static boolean amounts(Optional<String> tokens, Optional<String> cost, Optional<String> budget) {
        return List.of(tokens, cost, budget).stream()
                .flatMap(Optional::stream)
                .allMatch(amount -> AMOUNT.matcher(amount).matches());
    }

    /// What the operator states, if it is a number.
    static Optional<BigDecimal> amount(String text) {
        return AMOUNT.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<String> first(Json json, List<String> names) {
        return names.stream().flatMap(name -> Tree.text(json, name).stream()).findFirst();
    }

    /// RFC 3339, or without an offset, which then is UTC.
    private static Optional<YearMonth> month(String time) {
        try {
            Instant at = time.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                    ? OffsetDateTime.parse(time.replace(' ', 'T')).toInstant()
                    : LocalDateTime.parse(time.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            return Optional.of(YearMonth.from(at.atOffset(ZoneOffset.UTC)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
