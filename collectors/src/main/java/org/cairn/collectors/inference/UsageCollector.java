package org.cairn.collectors.inference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.collectors.declared.DeclaredCollector;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.Refusal;

/// What a gateway's own records say was used and spent, month by month, beside the budget: needs no billing service.
/// Only sums are recorded; of the records their digest.
public final class UsageCollector implements DeclaredCollector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "inference.usage",
            1,
            "Use and cost of inference beside the budget",
            List.of(HostDeclaration.PATH, "<gateway.usage>"));
    private static final int LIMIT = 256 * 1024 * 1024;

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public Needed needed() {
        return new Needed("gateway.usage", "no records of use are named");
    }

    @Override
    public void collect(HostDeclaration declared, Observation seen) throws InterruptedException {
        Members months = seen.population("usage-months");
        Optional<BigDecimal> tokens = budget(declared, "gateway.tokenBudget", months);
        Optional<BigDecimal> cost = budget(declared, "gateway.costBudget", months);
        SortedMap<String, UsageLedger.Month> all = new TreeMap<>();
        for (String path : declared.paths("gateway.usage")) {
            Optional<String> text = seen.hashed(path, LIMIT);
            if (text.isEmpty()) {
                months.refuse(new Refusal(path, Refusal.Why.DENIED, "could not be read"));
                continue;
            }
            UsageLedger ledger = UsageLedger.parse(text.get());
            if (ledger.unknownLines() > 0) {
                months.refuse(
                        new Refusal(path, Refusal.Why.MALFORMED, ledger.unknownLines() + " lines were not understood"));
            }
            ledger.months().forEach((month, used) -> all.merge(month.toString(), used, UsageLedger.Month::plus));
        }
        all.forEach((month, used) -> {
            Map<String, String> item = used.item(tokens, cost);
            item.put("month", month);
            months.add(item);
        });
    }

    private static Optional<BigDecimal> budget(HostDeclaration declared, String name, Members months) {
        Optional<BigDecimal> amount = declared.text(name).flatMap(UsageLedger::amount);
        if (declared.states(name) && amount.isEmpty()) {
            months.refuse(new Refusal(HostDeclaration.PATH + " " + name, Refusal.Why.MALFORMED, "not an amount"));
        }
        return amount;
    }
}
