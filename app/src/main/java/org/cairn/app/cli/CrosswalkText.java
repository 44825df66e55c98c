package org.cairn.app.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cairn.checklist.Mapping;
import org.cairn.checklist.Relation;
import org.cairn.frameworks.crosswalk.Claim;
import org.cairn.frameworks.crosswalk.Hop;
import org.cairn.frameworks.crosswalk.Route;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonFlag;

/// Rows of the crosswalk, spelled for people and for programs.
final class CrosswalkText {
    private CrosswalkText() {}

    /// `subset-of`, as in the data.
    static String relation(Relation relation) {
        return code(relation);
    }

    static String claim(Claim claim) {
        return code(claim);
    }

    static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Why, in whose opinion, and of when.
    static String reason(Mapping row) {
        return reason(row.rationale(), row.author(), row.date());
    }

    static String reason(Hop hop) {
        return reason(hop.row().rationale(), hop.row().author(), hop.row().date());
    }

    private static String reason(String rationale, String author, LocalDate date) {
        return rationale + " (" + author + ", " + date + ")";
    }

    static Json json(Mapping row) {
        return Json.object()
                .with("control", row.control().value())
                .with("requirement", row.requirement().text())
                .with("relation", relation(row.relation()))
                .with("strength", row.strength())
                .with("rationale", row.rationale())
                .with("author", row.author())
                .with("date", row.date().toString())
                .build();
    }

    static Json json(Hop hop) {
        return Json.object()
                .with("from", hop.from().text())
                .with("to", hop.to().text())
                .with("relation", claim(hop.claim()))
                .with("strength", hop.strength())
                .with("backwards", new JsonFlag(hop.backwards()))
                .with("rationale", hop.row().rationale())
                .with("author", hop.row().author())
                .with("date", hop.row().date().toString())
                .build();
    }

    static Json json(Route route) {
        return Json.object()
                .with("from", route.from().text())
                .with("to", route.to().text())
                .with("claim", claim(route.claim()))
                .with("strength", route.strength())
                .with("pivots", JsonOutput.texts(pivots(route)))
                .with(
                        "hops",
                        new JsonArray(
                                route.hops().stream().map(CrosswalkText::json).toList()))
                .build();
    }

    static List<String> pivots(Route route) {
        return route.pivots().stream().map(each -> each.text()).toList();
    }
}
