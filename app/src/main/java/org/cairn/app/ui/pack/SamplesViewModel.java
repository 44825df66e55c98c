package org.cairn.app.ui.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.cairn.app.ui.desk.Desk;
import org.cairn.app.ui.desk.Doing;
import org.cairn.app.ui.desk.Library;
import org.cairn.app.ui.kit.Texts;
import org.cairn.app.workspace.Sample;
import org.cairn.app.workspace.SampleKind;
import org.cairn.app.workspace.SampleMethod;
import org.cairn.app.workspace.SampleRequest;
import org.cairn.app.workspace.WorkspaceException;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Subject;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.EvidenceId;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.cairn.reports.pack.OutcomeKind;

/// Draws samples of the state that is looked at. Confined to the UI executor.
public final class SamplesViewModel {
    private static final int SEED_DIGITS = 2 * SampleRequest.SEED_SIZE_BYTES;

    private final Desk desk;
    private final Library library;
    private final Texts texts = Texts.beside(SamplesViewModel.class);
    private final ReadOnlyObjectWrapper<Optional<Sample>> drawn = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Doing drawing;
    private final Doing keeping;

    public SamplesViewModel(Desk desk, Library library) {
        this.desk = desk;
        this.library = library;
        this.drawing = new Doing(desk);
        this.keeping = new Doing(desk);
    }

    /// What is to be drawn, as typed.
    /// @param seed 64 hexadecimal digits; empty draws one here
    record Draft(
            SampleKind of,
            Optional<FrameworkId> framework,
            Optional<String> state,
            Optional<CollectorId> collector,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            String size,
            SampleMethod method,
            String seed) {}

    ReadOnlyObjectProperty<Optional<Sample>> drawn() {
        return drawn.getReadOnlyProperty();
    }

    Doing drawing() {
        return drawing;
    }

    Doing keeping() {
        return keeping;
    }

    ObservableValue<Optional<String>> readOnly() {
        return desk.readOnly();
    }

    ObservableValue<Map<FrameworkId, String>> frameworks() {
        return desk.snapshot()
                .map(now -> now.posture().frameworks().values().stream()
                        .map(FrameworkPosture::framework)
                        .collect(Collectors.toMap(
                                each -> each.id(),
                                each -> library.titles().of(each),
                                (one, _) -> one,
                                java.util.LinkedHashMap::new)));
    }

    /// Of which there is evidence.
    ObservableValue<List<CollectorId>> collectors() {
        return desk.snapshot()
                .map(now -> now.evidence().stream()
                        .map(piece -> piece.evidence().collector())
                        .distinct()
                        .sorted(java.util.Comparator.comparing(CollectorId::value))
                        .toList());
    }

    /// By which a population can be narrowed, as the command line spells them.
    static List<String> states(SampleKind of) {
        Stream<? extends Enum<?>> states = switch (of) {
            case EVIDENCE -> Stream.empty();
            case ANSWERS -> Arrays.stream(AnswerStatus.values());
            case CONTROLS -> Arrays.stream(OutcomeKind.values());
            case REQUIREMENTS -> Arrays.stream(RequirementState.values());
        };
        return states.map(Texts::keyOf).toList();
    }

    /// As the window calls a state elsewhere, where it does.
    static String state(String code) {
        Texts kit = Texts.beside(Texts.class);
        for (String key : List.of("mark.answer-" + code.replace("-documented", ""), "mark." + code)) {
            if (kit.has(key)) {
                return kit.text(key);
            }
        }
        return code;
    }

    void draw(Draft draft) {
        boolean all = draft.method() == SampleMethod.ALL;
        String size = draft.size().strip();
        String seed = draft.seed().strip();
        if (!all && !size.matches("[1-9][0-9]{0,6}")) {
            drawing.refuse("W-SAMPLE", texts.text("sample.size.wrong"));
        } else if (!seed.isEmpty() && !seed.matches("[0-9a-fA-F]{" + SEED_DIGITS + "}")) {
            drawing.refuse("W-SAMPLE", texts.text("sample.seed.wrong"));
        } else {
            drawn.set(Optional.empty());
            SampleRequest request = new SampleRequest(
                    draft.of(),
                    new SampleRequest.Filter(
                            draft.framework(), draft.state(), draft.collector(), draft.from(), draft.to()),
                    all ? 0 : Integer.parseInt(size),
                    draft.method(),
                    seed.isEmpty()
                            ? Optional.empty()
                            : Optional.of(Bytes.copyOf(HexFormat.of().parseHex(seed))),
                    desk.now().lookedAt().asked(desk.now().takenAt(), desk.zone()));
            drawing.ask(() -> desk.workspace().sampling().draw(request), sample -> drawn.set(Optional.of(sample)));
        }
    }

    /// Writes the draw, with all that is needed to draw it again.
    void write(Path file) {
        drawn.get()
                .ifPresent(sample -> keeping.ask(
                        () -> write(sample, file), written -> keeping.tell(texts.text("sample.written", written))));
    }

    private String write(Sample sample, Path file) throws WorkspaceException {
        try {
            Files.write(file, Json.write(sample.json()).toByteArray(), StandardOpenOption.CREATE_NEW);
            return file.toString();
        } catch (IOException e) {
            throw new WorkspaceException(
                    WorkspaceException.Kind.OUTSIDE,
                    texts.text("sample.unwritten", file.toString(), String.valueOf(e)),
                    e);
        }
    }

    /// Writes the draw to a new file and records that as evidence on a row, so that packs hold it.
    void record(Path file, String row) {
        if (drawn.get().isEmpty()) {
            return;
        }
        Sample sample = drawn.get().get();
        Subject subject;
        try {
            subject = Subject.parse(row.strip());
        } catch (IllegalArgumentException _) {
            keeping.refuse("W-SAMPLE", texts.text("sample.row.wrong", row));
            return;
        }
        String title = texts.text(
                "sample.evidence",
                sample.drawn().size(),
                sample.population().size(),
                texts.text("sample.of." + sample.request().of().code()));
        keeping.change(
                () -> {
                    write(sample, file);
                    return desk.workspace().attach(file, subject, title);
                },
                (EvidenceId id) -> texts.text("sample.recorded", id.shortForm(), subject.text()));
    }
}
