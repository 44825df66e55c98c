package org.cairn.app.workspace;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.check.ImportRules;
import org.cairn.checklist.event.Event.EvidenceRecorded;
import org.cairn.checklist.event.Recorded;
import org.cairn.collectors.imports.CleanText;
import org.cairn.collectors.imports.ScanTime;
import org.cairn.collectors.imports.ToolReport;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Digest;

/// Reports of other tools as evidence. The person's key signs, since the person vouches for the file.
public final class ToolReportImports {
    static final String SHA256 = "file-sha256";

    private static final int VERSION = 1;

    /// A report without a time zone may be local time of the zone furthest ahead of UTC.
    private static final Duration FURTHEST_ZONE = Duration.ofHours(14);

    private static final Duration CLOCKS_APART = Duration.ofMinutes(5);

    private final Parts parts;
    private final ImportRules rules = ImportRules.load();

    ToolReportImports(Parts parts) {
        this.parts = parts;
    }

    /// Reads a report to its end, and records nothing.
    public ReportPlan plan(Path file, ReportRequest request) throws WorkspaceException {
        ReportFile source = new ReportFile(file);
        ReportFile.Read read = source.read(request);
        ToolReport report = read.report();
        Instant now = parts.environment().clock().instant();
        ReportTimes times = times(file, report, request, now, source.modifiedAt());
        Evidence evidence = evidence(file, read, request, times);
        return new ReportPlan(
                file,
                report,
                evidence,
                read.sha256(),
                read.sizeBytes(),
                earlier(read.sha256(), evidence),
                ReportMapping.of(report, rules, parts.environment().knowledge().checks()),
                ReportNotices.of(report, evidence));
    }

    /// Keeps the file and records what it says, in one entry. What is here already is not recorded again.
    public RecordedEvidence record(ReportPlan plan) throws WorkspaceException {
        parts.requireWritable();
        if (plan.earlier().isPresent()) {
            return plan.earlier().get();
        }
        Instant now = parts.environment().clock().instant();
        ReportFile.Kept kept = new ReportFile(plan.file()).keep(parts.vault(), now, plan.sha256());
        Evidence read = plan.evidence();
        Evidence evidence = new Evidence(
                read.collector(),
                read.version(),
                read.host(),
                read.readAs(),
                read.observedAt(),
                kept.sources(),
                read.facts(),
                read.populations(),
                read.refusals());
        return parts.shelf().record(evidence, kept.raw(), parts.keyring().person());
    }

    /// @param observedAt what the evidence is of; where nobody says, the file's own time, which no check relies on
    /// @param scannedAt  as the file or a person says
    private record ReportTimes(Instant observedAt, Optional<Instant> scannedAt, Optional<Instant> databaseAt) {}

    private static ReportTimes times(
            Path file, ToolReport report, ReportRequest request, Instant now, Optional<Instant> modifiedAt)
            throws WorkspaceException {
        Optional<Instant> scanned = stated(file, "made", report.scannedAt(), request.scannedAt(), now);
        Optional<Instant> database = stated(file, "built its database", report.databaseAt(), request.databaseAt(), now);
        Instant fallback = modifiedAt.filter(at -> at.isBefore(now)).orElse(now);
        return new ReportTimes(scanned.orElse(fallback), scanned, database);
    }

    /// A person fills in what the file does not say, and does not correct it.
    private static Optional<Instant> stated(
            Path file, String what, Optional<ScanTime> inFile, Optional<Instant> byPerson, Instant now)
            throws WorkspaceException {
        if (inFile.isEmpty()) {
            return byPerson.isPresent() ? Optional.of(notAfter(file, what, byPerson.get(), true, now)) : byPerson;
        }
        Instant at = notAfter(file, what, inFile.get().at(), inFile.get().zoned(), now);
        if (byPerson.isPresent() && !byPerson.get().equals(at)) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    file + ": says itself that it was " + what + " " + at
                            + "; nothing was recorded. Leave the time out");
        }
        return Optional.of(at);
    }

    private static Instant notAfter(Path file, String what, Instant at, boolean zoned, Instant now)
            throws WorkspaceException {
        Duration ahead = Duration.between(now, at);
        if (!ahead.isPositive()) {
            return at;
        }
        if (ahead.compareTo(zoned ? CLOCKS_APART : FURTHEST_ZONE) <= 0) {
            return now;
        }
        throw new WorkspaceException(
                Kind.BAD_INPUT,
                file + ": was " + what + " " + at + ", which is after now (" + now
                        + "); nothing was recorded. Set the clocks right, and scan again");
    }

    private Evidence evidence(Path file, ReportFile.Read read, ReportRequest request, ReportTimes times)
            throws WorkspaceException {
        ToolReport report = read.report();
        Optional<String> given = request.target().map(CleanText::of).filter(text -> !text.isEmpty());
        Optional<String> target = given.isPresent() ? given : report.target();
        var facts = new TreeMap<>(report.facts());
        facts.put("format", report.format().id());
        facts.put("tool", report.tool());
        report.toolVersion().ifPresent(version -> facts.put("tool-version", version));
        report.target().ifPresent(stated -> facts.put("target-in-file", stated));
        facts.put("file-name", CleanText.of(String.valueOf(file.getFileName())));
        facts.put(SHA256, read.sha256().hex());
        facts.put(Evidence.SCOPE, report.scope() + (times.scannedAt().isEmpty() ? " (time not stated)" : ""));
        times.scannedAt().ifPresent(at -> facts.put("scanned-at", at.toString()));
        times.databaseAt().ifPresent(at -> facts.put("database-at", at.toString()));
        facts.put(
                "scanned-at-said-by",
                saidBy(report.scannedAt().isPresent(), times.scannedAt().isPresent()));
        facts.put(
                "target-said-by", given.isPresent() ? "person" : report.target().isPresent() ? "file" : "nobody");
        report.counts().forEach((outcome, many) -> facts.put("count-" + outcome, Long.toString(many)));
        return new Evidence(
                report.family().collector(),
                VERSION,
                target.orElse("unnamed target of " + facts.get("file-name") + " ("
                        + read.sha256().hex().substring(0, 12) + ")"),
                parts.environment().host().identity().user(),
                times.observedAt(),
                List.of(),
                facts,
                report.populations(),
                report.refusals());
    }

    private static String saidBy(boolean file, boolean any) {
        if (file) {
            return "file";
        }
        return any ? "person" : "nobody";
    }

    private Optional<RecordedEvidence> earlier(Digest sha256, Evidence evidence) {
        for (Recorded<EvidenceRecorded> each : parts.log().all(EvidenceRecorded.class)) {
            if (each.event().collector().equals(evidence.collector())) {
                Optional<RecordedEvidence> found =
                        parts.shelf().find(each.event().id());
                if (found.isPresent()
                        && found.get().evidence().fact(SHA256).equals(Optional.of(sha256.hex()))
                        && found.get().evidence().host().equals(evidence.host())) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
