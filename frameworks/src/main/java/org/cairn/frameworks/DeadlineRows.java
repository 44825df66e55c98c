package org.cairn.frameworks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.checklist.Framework;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.deadline.Amount;
import org.cairn.checklist.deadline.DeadlineRule;
import org.cairn.checklist.deadline.DeadlineRuleId;
import org.cairn.checklist.deadline.Limit;
import org.cairn.checklist.deadline.StartEvent;
import org.cairn.checklist.deadline.WeekendRule;

/// Checks the deadline rules of one framework: known nodes, each rule once.
final class DeadlineRows {
    private final Sheet sheet;

    DeadlineRows(Sheet sheet) {
        this.sheet = sheet;
    }

    List<DeadlineRule> rules(Framework framework) throws MalformedCatalogue {
        if (!sheet.head("framework").equals(framework.id().value())) {
            throw new MalformedCatalogue(
                    sheet.file(), "is about " + sheet.head("framework") + " and lies with " + framework.id());
        }
        Set<RequirementId> nodes =
                framework.requirements().stream().map(Requirement::id).collect(Collectors.toSet());
        Set<DeadlineRuleId> seen = new HashSet<>();
        List<DeadlineRule> rules = new ArrayList<>();
        for (Row row : sheet.rows()) {
            DeadlineRule rule = Refusing.in(sheet.file(), row.line(), () -> rule(row, framework.id()));
            for (RequirementId requirement : rule.requirements()) {
                if (!nodes.contains(requirement)) {
                    throw new MalformedCatalogue(sheet.file(), row.line(), "no node " + requirement);
                }
            }
            if (!seen.add(rule.id())) {
                throw new MalformedCatalogue(sheet.file(), row.line(), "rule " + rule.id() + " twice");
            }
            rules.add(rule);
        }
        return rules;
    }

    private static DeadlineRule rule(Row row, FrameworkId framework) {
        return new DeadlineRule(
                new DeadlineRuleId(row.required("id")),
                framework,
                row.required("title"),
                row.list("requirements").stream()
                        .map(number -> new RequirementId(framework, number))
                        .toList(),
                row.required("citation"),
                row.list("limits").stream().map(Limit::parse).toList(),
                row.list("optional").stream().map(StartEvent::new).collect(Collectors.toSet()),
                row.list("binds"),
                word(row, "sense", DeadlineRule.Sense.values()),
                new WeekendRule(
                        word(row, "weekend", WeekendRule.Move.values()),
                        Set.copyOf(row.list("exempt")),
                        row.required("weekendCitation")),
                extension(row),
                word(row, "rounds", DeadlineRule.Rounds.values()),
                word(row, "source", DeadlineRule.Source.values()),
                row.optional("note").orElse(""));
    }

    private static Optional<DeadlineRule.Extension> extension(Row row) {
        if (row.optional("extension").isEmpty()
                && row.optional("extensionCitation").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new DeadlineRule.Extension(Amount.parse(row.required("extension")), row.required("extensionCitation")));
    }

    private static <E extends Enum<E>> E word(Row row, String name, E[] values) {
        String text = row.required(name);
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("unknown " + name + " '" + text + "'");
    }
}
