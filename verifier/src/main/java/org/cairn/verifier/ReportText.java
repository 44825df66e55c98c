package org.cairn.verifier;

import java.time.Instant;
import java.util.Locale;
import org.cairn.proof.Defect;
import org.cairn.proof.Verdict;

/// A report in words for a terminal.
final class ReportText {
    private ReportText() {}

    static String of(Report report, Instant asOf) {
        var text = new StringBuilder();
        switch (report.verdict()) {
            case Verdict.Intact _ -> text.append("Intact: every check passed.\n");
            case Verdict.Broken(var defects) ->
                text.append("Broken: ")
                        .append(counted(defects.size(), "defect"))
                        .append(".\n");
            case Verdict.Incomplete(var missing) ->
                text.append("Incomplete: nothing is wrong with what is here, but ")
                        .append(counted(missing.size(), "thing"))
                        .append(" missing.\n");
        }
        report.defects().forEach(defect -> text.append("  defect   ").append(line(defect)));
        report.missing().forEach(file -> text.append("  missing  ").append(file).append('\n'));
        facts(report, text);
        report.notes()
                .forEach(note -> text.append("  note     ")
                        .append(MemberName.printable(note))
                        .append('\n'));
        witnesses(report, asOf, text);
        return text.toString();
    }

    private static void facts(Report report, StringBuilder text) {
        var counts = report.counts();
        text.append(String.format(
                Locale.ROOT,
                "  checked  %d files, %d ledger entries, %d openings of commitments; %d payloads withheld%n",
                counts.files(),
                counts.entries(),
                counts.openings(),
                counts.withheld()));
        report.checkpoint()
                .ifPresent(at -> text.append("  ledger   ")
                        .append(MemberName.printable(at.origin()))
                        .append(", ")
                        .append(at.size())
                        .append(" entries, root ")
                        .append(at.root().hex())
                        .append('\n'));
        text.append("  as of    ").append(state(report)).append('\n');
        report.root().ifPresent(root -> text.append(root(root)));
    }

    private static String state(Report report) {
        if (report.shown().isEmpty() || report.checkpoint().isEmpty()) {
            return "the pack does not say which state it shows";
        }
        return report.shown().get().words(report.checkpoint().get().size());
    }

    private static void witnesses(Report report, Instant asOf, StringBuilder text) {
        report.witnesses().ifPresent(found -> {
            witness(text, found.statement().headline(asOf));
            found.statement()
                    .details(asOf)
                    .forEach(line -> text.append("           ")
                            .append(MemberName.printable(line))
                            .append('\n'));
            if (found.policy() == Report.Source.THE_PACK_ITSELF
                    && found.statement().witnesses() > 0) {
                text.append("           ").append(Report.OWN_POLICY).append('\n');
            }
        });
        if (report.witnesses().isEmpty()
                || report.witnesses().get().statement().vouching().isEmpty()) {
            witness(text, Report.NO_WITNESS);
        }
    }

    private static void witness(StringBuilder text, String line) {
        text.append("  witness  ").append(line).append('\n');
    }

    private static String root(Report.Root root) {
        String trust = switch (root.source()) {
            case GIVEN -> "           it is the one whose fingerprint was given\n";
            case THE_PACK_ITSELF ->
                "           it came from the pack itself, so anyone could have made it: compare this fingerprint"
                        + " with\n           the one you were told by another way, or give that one with"
                        + " --root-fingerprint\n";
        };
        return "  root     certificate SHA-256 " + root.fingerprint().hex() + '\n' + trust;
    }

    private static String line(Defect defect) {
        String entry = defect.entry().map(index -> " (entry " + index + ")").orElse("");
        return defect.file() + entry + ": " + MemberName.printable(defect.problem()) + '\n';
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
