package org.cairn.app.cli;

import java.util.List;
import org.cairn.app.exchange.Card;
import org.cairn.app.workspace.Conflict;
import org.cairn.app.workspace.ExportSummary;
import org.cairn.app.workspace.ImportSummary;
import org.cairn.app.workspace.PeerState;
import org.cairn.checklist.Subject;
import org.cairn.proof.Json;
import org.cairn.proof.Json.JsonArray;
import org.cairn.proof.Json.JsonNull;

/// What the exchange's commands print; the JSON shapes stand in `docs/commands.md`.
final class ExchangePrinting {
    private static final int GROUP = 4;

    private final Terminal terminal;
    private final Format format;

    ExchangePrinting(Terminal terminal, Format format) {
        this.terminal = terminal;
        this.format = format;
    }

    /// Digits in groups of four, to be read aloud.
    static String grouped(String hex) {
        return hex.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    void card(Card card, String state) {
        print(
                Json.object()
                        .with("origin", JsonOutput.text(card.origin()))
                        .with("fingerprint", card.fingerprint().hex())
                        .with("rootCertificate", card.root().hex())
                        .with("state", state)
                        .build(),
                "card of " + card.origin() + ": " + state,
                "  fingerprint       " + grouped(card.fingerprint().hex()),
                "  root certificate  " + grouped(card.root().hex()));
    }

    void exported(ExportSummary summary) {
        print(
                Json.object()
                        .with("file", JsonOutput.text(summary.file().toString()))
                        .with("to", JsonOutput.text(summary.to()))
                        .with("since", summary.since())
                        .with("size", summary.size())
                        .with("payloads", summary.payloads())
                        .with("absent", summary.absent())
                        .build(),
                summary.file() + ": entries " + summary.since() + " to " + summary.size() + " for " + summary.to()
                        + ", " + summary.payloads() + " payloads"
                        + (summary.absent() == 0 ? "" : ", " + summary.absent() + " are erased"));
    }

    void imported(ImportSummary summary, int conflicts) {
        print(
                Json.object()
                        .with("from", JsonOutput.text(summary.origin()))
                        .with("since", summary.since())
                        .with("size", summary.size())
                        .with("recorded", summary.recorded())
                        .with("known", summary.known())
                        .with("payloads", summary.payloads())
                        .with("absent", summary.absent())
                        .with("erased", summary.erased())
                        .with("conflicts", conflicts)
                        .with(
                                "notices",
                                summary.notices().stream().map(JsonOutput::text).toList())
                        .build(),
                summary.recorded() == 0
                        ? "nothing new from " + summary.origin() + ": its first " + summary.size()
                                + " entries were known"
                        : summary.origin() + ": " + summary.recorded() + " entries and " + summary.payloads()
                                + " payloads taken over; its first " + summary.size() + " entries are known now",
                summary.absent() == 0
                        ? "every payload is there"
                        : summary.absent() + " payloads are erased or withheld there",
                conflicts == 0
                        ? "no answers in conflict"
                        : conflicts + " in conflict: `cairn exchange conflicts` shows them");
        if (format != Format.JSON) {
            if (summary.erased() > 0) {
                terminal.out().println(summary.erased() + " erased there: the copies here are destroyed");
            }
            summary.notices().forEach(notice -> terminal.out().println(Table.printable(notice)));
        }
    }

    void status(PeerState.Overview overview) {
        Json.Builder json = Json.object()
                .with(
                        "fingerprint",
                        overview.own()
                                .<Json>map(card -> Json.text(card.fingerprint().hex()))
                                .orElse(new JsonNull()))
                .with("size", overview.ownSize())
                .with(
                        "peers",
                        overview.peers().stream().map(ExchangePrinting::peer).toList());
        if (format == Format.JSON) {
            JsonOutput.print(terminal.out(), json.build());
            return;
        }
        Table table = new Table("log", "known here", "ours known there", "ours to send", "forks");
        for (PeerState peer : overview.peers()) {
            table.row(
                    peer.origin(),
                    Long.toString(peer.imported()),
                    Long.toString(peer.acknowledged()),
                    Long.toString(overview.ownSize() - peer.acknowledged()),
                    peer.forks() == 0 ? "none" : peer.forks() + ": its log showed two histories");
        }
        table.printTo(terminal.out());
    }

    void conflicts(List<Conflict> conflicts) {
        if (format == Format.JSON) {
            JsonOutput.print(
                    terminal.out(),
                    new JsonArray(
                            conflicts.stream().map(ExchangePrinting::conflict).toList()));
            return;
        }
        Table table = new Table("subject", "entry", "answer", "by", "in the log", "valid from (UTC)", "note");
        for (Conflict conflict : conflicts) {
            for (Conflict.Side side : conflict.sides()) {
                table.row(
                        conflict.subject().text(),
                        Long.toString(side.answer().entry()),
                        OutcomeTexts.word(side.answer().event().status()),
                        side.person(),
                        side.place().origin(),
                        side.answer().validFrom().toString(),
                        side.note().orElse(""));
            }
        }
        table.printTo(terminal.out());
    }

    void decided(Subject subject, long chosen, long entry) {
        print(
                Json.object()
                        .with("entry", entry)
                        .with("subject", subject.text())
                        .with("chosen", chosen)
                        .build(),
                "entry " + entry + ": " + subject.text() + " is decided for the answer in entry " + chosen);
    }

    private static Json peer(PeerState peer) {
        return Json.object()
                .with("origin", JsonOutput.text(peer.origin()))
                .with("imported", peer.imported())
                .with("acknowledged", peer.acknowledged())
                .with("forks", peer.forks())
                .build();
    }

    private static Json conflict(Conflict conflict) {
        return Json.object()
                .with("subject", conflict.subject().text())
                .with(
                        "answers",
                        conflict.sides().stream()
                                .map(side -> Json.object()
                                        .with("entry", side.answer().entry())
                                        .with(
                                                "answer",
                                                OutcomeTexts.word(
                                                        side.answer().event().status()))
                                        .with("by", JsonOutput.text(side.person()))
                                        .with(
                                                "origin",
                                                JsonOutput.text(side.place().origin()))
                                        .with("index", side.place().index())
                                        .with(
                                                "validFrom",
                                                side.answer().validFrom().toString())
                                        .with("note", JsonOutput.text(side.note()))
                                        .build())
                                .toList())
                .build();
    }

    private void print(Json json, String... lines) {
        if (format == Format.JSON) {
            JsonOutput.print(terminal.out(), json);
            return;
        }
        for (String line : lines) {
            terminal.out().println(Table.printable(line));
        }
    }
}
