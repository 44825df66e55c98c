package org.cairn.app.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.app.pilot.PilotState;
import org.cairn.app.pilot.PilotWords;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.evidence.EvidenceId;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.pack.PackException;
import org.cairn.reports.pack.ReportWords;
import org.cairn.reports.pack.Wording;
import org.cairn.reports.pdf.PlainModel;
import org.cairn.reports.pdf.PlainReport;
import org.cairn.reports.sign.DocumentSigning;

/// The report of a pilot, signed like every other report.
final class PilotReporting {
    private final Parts parts;
    private final PilotState state;
    private final Language language;
    private final PilotWords words;

    PilotReporting(Parts parts, PilotState state, Language language) {
        this.parts = parts;
        this.state = state;
        this.language = language;
        this.words = PilotWords.in(language);
    }

    Bytes signed() throws WorkspaceException {
        Instant now = parts.environment().clock().instant();
        try {
            return new DocumentSigning(parts.keyring().documents(), new TimeStamps(parts).signing())
                    .signPdf(PlainReport.render(model(now)), now);
        } catch (PackException e) {
            throw new WorkspaceException(Kind.OUTSIDE, String.valueOf(e.getMessage()), e);
        }
    }

    private PlainModel model(Instant now) {
        Cover.Issuer issuer = PackHead.issuer(parts.keyring().documents(), Optional.empty());
        return new PlainModel(
                language,
                words.text("report.title"),
                words.text("report.lead"),
                words.text("report.footer"),
                parts.organisation(language),
                "pilot\n" + parts.file().origin() + '\n' + state.entry() + '\n' + now,
                issuer.name(),
                now,
                facts(now, issuer),
                List.of(new PlainModel.Table(
                        words.text("report.measures"),
                        words.text("report.measures.lead"),
                        List.of(26, 14, 16, 44),
                        List.of(
                                words.text("column.measure"),
                                words.text("column.days"),
                                words.text("column.standing"),
                                words.text("column.shown")),
                        state.lines().stream().map(this::row).toList())));
    }

    private List<PlainModel.Fact> facts(Instant now, Cover.Issuer issuer) {
        return List.of(
                fact("organisation", parts.organisation(language)),
                fact("purpose", state.purpose().orElse(words.text("erased"))),
                fact("begins", state.begins().toString()),
                fact("day", words.text("report.day.of", state.day())),
                fact(
                        "reached",
                        words.text(
                                "report.reached.of",
                                state.reached(),
                                state.lines().size())),
                fact(
                        "entries",
                        words.text(
                                "report.entries.of",
                                parts.file().origin(),
                                parts.log().size(),
                                state.entry())),
                fact("issued", ReportWords.in(language).time(now)),
                fact("signer", issuer.name() + ", SHA-256 " + Wording.grouped(issuer.certificate())));
    }

    private PlainModel.Fact fact(String key, String value) {
        return new PlainModel.Fact(words.text("report." + key), value);
    }

    private List<String> row(PilotState.Line line) {
        List<String> shown = new ArrayList<>();
        line.figure().map(words::figure).ifPresent(shown::add);
        line.said().ifPresent(shown::add);
        if (!line.evidence().isEmpty()) {
            shown.add(words.text(
                    "evidence",
                    line.evidence().stream().map(EvidenceId::shortForm).collect(Collectors.joining(", "))));
        }
        line.entry().ifPresent(entry -> shown.add(words.text("entry", entry)));
        return List.of(
                words.title(line.measure()) + " (" + line.measure().control() + ")",
                words.days(line.measure()),
                words.standing(line.standing()),
                shown.isEmpty() ? "-" : String.join("\n", shown));
    }
}
