package org.cairn.checklist.check;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cairn.checklist.ControlId;
import org.cairn.evidence.CollectorId;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.proof.MalformedJson;

/// Reads one `check.json`: UTF-8, strict JSON, every member known.
public final class CheckDefinitionReader {
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "title",
            "reads",
            "sinceVersion",
            "privilege",
            "timeToLive",
            "feeds",
            "rule",
            "remediation",
            "falsePositiveRisk",
            "citations",
            "asked",
            "tried",
            "sameAs");

    private CheckDefinitionReader() {}

    /// @throws MalformedCheck naming the member and what is wrong with it
    public static CheckDefinition read(Bytes document) throws MalformedCheck {
        try {
            return definition(
                    DefinitionMembers.of("check", Json.parse(document)).only(MEMBERS));
        } catch (MalformedJson | IllegalArgumentException e) {
            throw new MalformedCheck(String.valueOf(e.getMessage()), e);
        } catch (DateTimeParseException e) {
            throw new MalformedCheck("check.timeToLive is no ISO 8601 duration", e);
        }
    }

    private static CheckDefinition definition(DefinitionMembers json) throws MalformedCheck {
        return new CheckDefinition(
                new CheckId(json.text("id")),
                new CheckDefinition.Words(
                        json.text("title"),
                        json.text("remediation"),
                        json.text("falsePositiveRisk"),
                        json.texts("citations")),
                new CheckDefinition.Reading(
                        new CollectorId(json.text("reads")),
                        Math.toIntExact(json.integer("sinceVersion")),
                        privilege(json.text("privilege")),
                        Duration.parse(json.text("timeToLive"))),
                feeds(json.objects("feeds")),
                RuleReader.rule(json.object("rule")),
                json.has("asked") ? asking(json.text("asked")) : CheckDefinition.Asking.ALWAYS,
                new CheckDefinition.Origin(
                        json.has("tried") ? tried(json.text("tried")) : CheckDefinition.Tried.ON_HOSTS,
                        json.has("sameAs")
                                ? json.texts("sameAs").stream()
                                        .map(CheckId::new)
                                        .toList()
                                : List.of()));
    }

    private static CheckDefinition.Tried tried(String name) throws MalformedCheck {
        return switch (name) {
            case "hosts" -> CheckDefinition.Tried.ON_HOSTS;
            case "captured-text" -> CheckDefinition.Tried.ON_CAPTURED_TEXT;
            default -> throw new MalformedCheck("check.tried is neither hosts nor captured-text");
        };
    }

    private static Privilege privilege(String name) throws MalformedCheck {
        return switch (name) {
            case "none" -> Privilege.NONE;
            case "root-adds" -> Privilege.ROOT_ADDS;
            case "root" -> Privilege.ROOT;
            default -> throw new MalformedCheck("check.privilege is none of none, root-adds, root");
        };
    }

    private static CheckDefinition.Asking asking(String name) throws MalformedCheck {
        return switch (name) {
            case "always" -> CheckDefinition.Asking.ALWAYS;
            case "once-recorded" -> CheckDefinition.Asking.ONCE_RECORDED;
            default -> throw new MalformedCheck("check.asked is neither always nor once-recorded");
        };
    }

    /// A partial feed states its `remainder`, a full one its `because`.
    private static List<Feed> feeds(List<DefinitionMembers> elements) throws MalformedCheck {
        List<Feed> feeds = new ArrayList<>();
        for (DefinitionMembers json : elements) {
            ControlId control = new ControlId(json.text("control"));
            switch (json.text("coverage")) {
                case "partial" -> {
                    json.only(Set.of("control", "coverage", "remainder"));
                    feeds.add(new Feed(control, Coverage.PARTIAL, json.text("remainder")));
                }
                case "full" -> {
                    json.only(Set.of("control", "coverage", "because"));
                    feeds.add(new Feed(control, Coverage.FULL, json.text("because")));
                }
                default -> throw new MalformedCheck(json.path() + ".coverage is neither partial nor full");
            }
        }
        return feeds;
    }
}
