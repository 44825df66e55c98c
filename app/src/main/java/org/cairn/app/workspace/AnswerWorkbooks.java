package org.cairn.app.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.workbook.AnswerForm;
import org.cairn.app.workbook.AnswerFormReading;
import org.cairn.app.workbook.AnswerRow;
import org.cairn.app.workbook.AnswerValues;
import org.cairn.app.workbook.Decisions;
import org.cairn.app.workbook.FilledForm;
import org.cairn.app.workbook.RowDiff;
import org.cairn.app.workbook.UnreadableForm;
import org.cairn.app.workbook.WorkbookDiff;
import org.cairn.app.workbook.WorkbookOrigin;
import org.cairn.app.workspace.EventLog.Dated;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.HandbackEvent.WorkbookImported;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.ControlPosture;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.checklist.posture.RequirementPosture;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.frameworks.Language;
import org.cairn.ledger.store.LedgerException;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.MalformedNote;
import org.cairn.reports.xlsx.MalformedWorkbook;
import org.cairn.reports.xlsx.StoredWorkbook;

/// Answers as a workbook that is filled in on another machine and comes back. What was there when it was exported is
/// looked up in the ledger and never taken from the file.
public final class AnswerWorkbooks {
    private static final int MOST_BYTES = 16 << 20;

    private final Parts parts;

    AnswerWorkbooks(Parts parts) {
        this.parts = parts;
    }

    /// What was taken.
    /// @param entry   that names the workbook
    /// @param answers the entries of the answers, in the order of the rows
    public record Taken(long entry, List<Long> answers) {
        public Taken {
            answers = List.copyOf(answers);
        }
    }

    /// Writes the rows that can be answered.
    /// @param framework empty means the controls and every adopted framework
    /// @return how many rows
    public int export(Optional<FrameworkId> framework, Language language, Path out) throws WorkspaceException {
        try {
            Checkpoint checkpoint = Checkpoint.parse(parts.ledger().checkpoint().text());
            TwoTimes times = parts.times(AsOf.ofAll(new KnownAt.Through(checkpoint.size() - 1)));
            List<AnswerRow> rows = rows(parts.posture(times), framework, language);
            WorkbookOrigin origin = new WorkbookOrigin(checkpoint.origin(), checkpoint.size(), checkpoint.root());
            Instant at = parts.environment().clock().instant();
            SmallFiles.write(out, AnswerForm.write(rows, origin, language, at));
            return rows.size();
        } catch (LedgerException e) {
            throw Failures.of(e);
        } catch (IOException e) {
            throw new WorkspaceException(Kind.OUTSIDE, out + ": cannot be written (" + e + ")", e);
        } catch (MalformedNote e) {
            throw new IllegalStateException("a checkpoint that was just signed", e);
        }
    }

    private List<AnswerRow> rows(Posture posture, Optional<FrameworkId> framework, Language language)
            throws WorkspaceException {
        if (framework.isPresent() && posture.framework(framework.get()).isEmpty()) {
            throw new WorkspaceException(
                    Kind.UNKNOWN_FRAMEWORK,
                    "framework " + framework.get() + " is not adopted here; nothing was written");
        }
        PackTitles titles = new PackTitles(parts.library(), language);
        List<AnswerRow> rows = new ArrayList<>();
        for (ControlPosture row : posture.controls()) {
            rows.add(new AnswerRow(row.control().id(), titles.of(row.control()).title(), values(row.answer())));
        }
        for (FrameworkPosture each : posture.frameworks().values()) {
            if (framework.isEmpty() || framework.get().equals(each.framework().id())) {
                for (RequirementPosture row : each.requirements()) {
                    if (row.state() != RequirementState.OUT_OF_SCOPE) {
                        rows.add(new AnswerRow(
                                row.requirement().id(), titles.of(row.requirement()), values(row.answer())));
                    }
                }
            }
        }
        return rows;
    }

    private AnswerValues values(Optional<Recorded<ControlAnswered>> answer) throws WorkspaceException {
        if (answer.isEmpty()) {
            return AnswerValues.none();
        }
        AnswerTexts texts = new Telling(parts).texts(answer.get().event());
        return AnswerValues.of(answer.get().event(), texts.note(), texts.owner());
    }

    /// What a workbook that came back would change. Records nothing.
    public WorkbookDiff compare(Path file) throws WorkspaceException {
        Bytes content = content(file);
        String name = String.valueOf(file.getFileName());
        try {
            FilledForm form = AnswerFormReading.read(name, StoredWorkbook.read(name, content));
            requireOurs(name, form.origin());
            TwoTimes now = parts.times(AsOf.now());
            long then = form.origin().entries();
            TwoTimes base = new TwoTimes(
                    now.validAt(),
                    parts.times(AsOf.ofAll(new KnownAt.Through(then - 1))).knownAt(),
                    then,
                    false);
            return new WorkbookComparison(
                            form, texts(parts.posture(base)), texts(parts.posture(now)), reworded(base, now))
                    .diff(Digest.sha256(content));
        } catch (MalformedWorkbook | UnreadableForm e) {
            throw new WorkspaceException(Kind.BAD_INPUT, e.getMessage() + ". Nothing was recorded", e);
        }
    }

    /// Records what was decided: an answer of the person for each row, and before them the entry that names the
    /// workbook. All of it or nothing; durable on return.
    public Taken take(WorkbookDiff diff, Decisions decisions) throws WorkspaceException {
        parts.requireWritable();
        List<RowDiff> taken = diff.taken(decisions);
        if (!diff.faults().isEmpty() || !diff.open(decisions).isEmpty() || taken.isEmpty()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    taken.isEmpty()
                            ? "nothing is to be taken"
                            : "cells are refused or undecided; nothing was recorded");
        }
        Map<Subject, Recorded<ControlAnswered>> answers = answers(parts.posture(parts.times(AsOf.now())));
        Answering answering = new Answering(parts);
        List<AnswerRequest> requests = new ArrayList<>();
        for (RowDiff row : taken) {
            AnswerRequest request = WorkbookComparison.request(
                    row.subject(), row.merged(decisions), Optional.ofNullable(answers.get(row.subject())));
            answering.check(request);
            requests.add(request);
        }
        Instant now = parts.environment().clock().instant();
        List<Dated> entries = new ArrayList<>();
        entries.add(new Dated(
                new WorkbookImported(
                        diff.file(), diff.origin().entries(), diff.origin().root(), requests.size()),
                now,
                Optional.empty()));
        for (AnswerRequest request : requests) {
            entries.add(new Dated(answering.event(request), now, Optional.empty()));
        }
        List<Long> recorded = parts.log().recordAll(entries);
        return new Taken(recorded.getFirst(), recorded.subList(1, recorded.size()));
    }

    /// Its own log, and a state that this log went through.
    private void requireOurs(String name, WorkbookOrigin origin) throws WorkspaceException {
        String why = "";
        if (!origin.log().equals(parts.file().origin())) {
            why = "was exported from the log " + origin.log() + ", and this is "
                    + parts.file().origin();
        } else if (origin.entries() > parts.log().size()) {
            why = "was exported when there were " + origin.entries() + " entries, and there are "
                    + parts.log().size() + " here. Open the newest copy";
        } else if (!parts.ledger().root(origin.entries()).equals(origin.root())) {
            why = "names another state at entry " + origin.entries() + " than this ledger had";
        }
        if (!why.isEmpty()) {
            throw new WorkspaceException(Kind.BAD_INPUT, name + ": " + why + "; nothing was recorded");
        }
    }

    private Map<Subject, AnswerValues> texts(Posture posture) throws WorkspaceException {
        Map<Subject, AnswerValues> texts = new HashMap<>();
        for (Map.Entry<Subject, Recorded<ControlAnswered>> each :
                answers(posture).entrySet()) {
            texts.put(each.getKey(), values(Optional.of(each.getValue())));
        }
        posture.controls().forEach(row -> texts.putIfAbsent(row.control().id(), AnswerValues.none()));
        posture.frameworks().values().stream()
                .flatMap(framework -> framework.requirements().stream())
                .forEach(row -> texts.putIfAbsent(row.requirement().id(), AnswerValues.none()));
        return texts;
    }

    private static Map<Subject, Recorded<ControlAnswered>> answers(Posture posture) {
        Map<Subject, Recorded<ControlAnswered>> answers = new HashMap<>();
        posture.controls()
                .forEach(row -> row.answer()
                        .ifPresent(answer -> answers.put(row.control().id(), answer)));
        posture.frameworks().values().stream()
                .flatMap(framework -> framework.requirements().stream())
                .forEach(row -> row.answer()
                        .ifPresent(answer -> answers.put(row.requirement().id(), answer)));
        return answers;
    }

    /// Rows whose words are others now: what was filled in was said of
    /// something else.
    private Map<Subject, String> reworded(TwoTimes base, TwoTimes now) {
        Map<Subject, String> reworded = new HashMap<>();
        var before = parts.library(base).catalogue();
        var after = parts.library(now).catalogue();
        Posture posture = parts.posture(now);
        Stream.concat(
                        posture.controls().stream()
                                .<Subject>map(row -> row.control().id()),
                        posture.frameworks().values().stream()
                                .flatMap(framework -> framework.requirements().stream())
                                .map(row -> row.requirement().id()))
                .filter(subject -> !before.textDigest(subject).equals(after.textDigest(subject)))
                .forEach(subject -> reworded.put(subject, "its text changed since the workbook was exported"));
        return reworded;
    }

    private static Bytes content(Path file) throws WorkspaceException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(MOST_BYTES + 1);
            if (read.length > MOST_BYTES) {
                throw new WorkspaceException(
                        Kind.BAD_INPUT,
                        file + ": larger than " + (MOST_BYTES >> 20) + " MiB; export the workbook again and fill that"
                                + " one in. Nothing was recorded");
            }
            return Bytes.copyOf(read);
        } catch (IOException e) {
            throw new WorkspaceException(
                    Kind.UNREADABLE_FILE, file + ": cannot be read (" + e + "); nothing was recorded", e);
        }
    }
}
