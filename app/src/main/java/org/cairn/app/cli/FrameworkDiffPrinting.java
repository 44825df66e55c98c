package org.cairn.app.cli;

import java.io.PrintStream;
import java.util.List;
import org.cairn.frameworks.own.FrameworkDiff;
import org.cairn.frameworks.own.FrameworkDiff.Change;
import org.cairn.frameworks.own.OwnFramework;
import org.cairn.frameworks.own.OwnNode;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonFlag;

/// What changes from one version of a framework to the next, for people and for scripts.
record FrameworkDiffPrinting(OwnFramework newer, FrameworkDiff diff) {
    void print(PrintStream out) {
        out.println(Table.printable(newer.id() + ", " + newer.name() + ", version " + newer.version()));
        out.println(diff.added().size() + " added, " + diff.changed().size() + " changed, "
                + diff.removed().size() + " removed, " + diff.moved().size() + " moved, " + diff.unchanged()
                + " unchanged; mappings: " + diff.mappingsAdded().size() + " added, "
                + diff.mappingsRemoved().size() + " removed");
        diff.added().forEach(node -> line(out, "+ ", node.id() + "  " + node.title()));
        for (Change change : diff.changed()) {
            line(out, "~ ", change.after().id());
            words(change.before()).forEach(words -> line(out, "    - ", words));
            words(change.after()).forEach(words -> line(out, "    + ", words));
        }
        diff.removed().forEach(node -> line(out, "- ", node.id() + "  " + node.title()));
        for (Change change : diff.moved()) {
            line(out, "> ", change.after().id() + "  " + place(change.before()) + " -> " + place(change.after()));
        }
    }

    private static void line(PrintStream out, String mark, String words) {
        out.println(mark + Table.printable(words));
    }

    private static List<String> words(OwnNode node) {
        String asks = node.assessable() ? "" : " (asks nothing)";
        return (node.title() + asks + "\n" + node.text())
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    private static String place(OwnNode node) {
        return node.parent().map(parent -> "below " + parent).orElse("at the top")
                + (node.ref().isEmpty() ? "" : ", " + node.ref());
    }

    /// Members of the document; a caller may add its own.
    Json.Builder json() {
        return Json.object()
                .with("framework", newer.id().value())
                .with("name", JsonOutput.text(newer.name()))
                .with("version", JsonOutput.text(newer.version()))
                .with(
                        "added",
                        diff.added().stream().map(FrameworkDiffPrinting::json).toList())
                .with(
                        "removed",
                        diff.removed().stream().map(FrameworkDiffPrinting::json).toList())
                .with(
                        "changed",
                        diff.changed().stream().map(FrameworkDiffPrinting::json).toList())
                .with(
                        "moved",
                        diff.moved().stream().map(FrameworkDiffPrinting::json).toList())
                .with("unchanged", diff.unchanged())
                .with("mappingsAdded", diff.mappingsAdded().size())
                .with("mappingsRemoved", diff.mappingsRemoved().size());
    }

    private static Json json(Change change) {
        return Json.object()
                .with("before", json(change.before()))
                .with("after", json(change.after()))
                .build();
    }

    private static Json json(OwnNode node) {
        return Json.object()
                .with("id", JsonOutput.text(node.id()))
                .with("parent", JsonOutput.text(node.parent()))
                .with("ref", JsonOutput.text(node.ref()))
                .with("title", JsonOutput.text(node.title()))
                .with("text", JsonOutput.text(node.text()))
                .with("assessable", new JsonFlag(node.assessable()))
                .build();
    }
}
