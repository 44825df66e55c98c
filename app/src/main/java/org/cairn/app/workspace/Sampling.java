package org.cairn.app.workspace;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.checklist.event.Event.ControlAnswered;
import org.cairn.checklist.event.Recorded;
import org.cairn.checklist.posture.FrameworkPosture;
import org.cairn.checklist.posture.Posture;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.OutcomeKind;

/// Samples for whoever audits: drawn from the whole population of a state, and again by anyone.
public final class Sampling {
    private final Parts parts;

    Sampling(Parts parts) {
        this.parts = parts;
    }

    public Sample draw(SampleRequest request) throws WorkspaceException {
        TwoTimes times = parts.times(request.asOf());
        List<String> population = SampleDraw.sorted(items(request, times));
        if (population.isEmpty()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, "nothing in this state matches; there is nothing to draw from");
        }
        boolean all = request.method() == SampleMethod.ALL;
        if (!all && request.size() > population.size()) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    request.size() + " cannot be drawn from " + population.size()
                            + "; ask for fewer, or for all with --method all");
        }
        byte[] drawn = new byte[SampleRequest.SEED_SIZE_BYTES];
        parts.environment().random().nextBytes(drawn);
        Bytes seed = request.seed().orElseGet(() -> Bytes.copyOf(drawn));
        return new Sample(
                request,
                times,
                population,
                seed,
                request.seed().isPresent(),
                SampleDraw.indices(
                        population.size(), all ? population.size() : request.size(), request.method(), seed));
    }

    private List<String> items(SampleRequest request, TwoTimes times) throws WorkspaceException {
        return switch (request.of()) {
            case EVIDENCE -> evidence(request.filter(), times);
            case ANSWERS -> answers(request.filter(), parts.posture(times));
            case CONTROLS -> controls(request.filter(), parts.posture(times));
            case REQUIREMENTS -> requirements(request.filter(), parts.posture(times));
        };
    }

    private List<String> evidence(SampleRequest.Filter filter, TwoTimes times) {
        return parts.shelf().all().stream()
                .filter(piece -> piece.entry() < times.size()
                        && !piece.evidence().observedAt().isAfter(times.validAt()))
                .filter(piece -> matches(filter, piece))
                .map(piece -> piece.id().hex())
                .toList();
    }

    private static boolean matches(SampleRequest.Filter filter, RecordedEvidence piece) {
        LocalDate day = LocalDate.ofInstant(piece.evidence().observedAt(), ZoneOffset.UTC);
        return filter.collector().map(piece.evidence().collector()::equals).orElse(true)
                && filter.from().map(from -> !day.isBefore(from)).orElse(true)
                && filter.to().map(to -> !day.isAfter(to)).orElse(true);
    }

    /// Of controls too, where no framework is asked for. An answer is named by its row and its entry.
    private static List<String> answers(SampleRequest.Filter filter, Posture posture) throws WorkspaceException {
        Stream<Recorded<ControlAnswered>> controls = filter.framework().isPresent()
                ? Stream.empty()
                : posture.controls().stream().flatMap(row -> row.answer().stream());
        Stream<Recorded<ControlAnswered>> requirements = frameworks(filter, posture).stream()
                .flatMap(framework -> framework.requirements().stream())
                .flatMap(row -> row.answer().stream());
        return Stream.concat(controls, requirements)
                .filter(answer -> isAsked(filter, answer.event().status()))
                .map(answer -> answer.event().subject().text() + " entry " + answer.entry())
                .toList();
    }

    private static List<String> controls(SampleRequest.Filter filter, Posture posture) {
        return posture.controls().stream()
                .filter(row -> isAsked(filter, OutcomeKind.of(row.outcome())))
                .map(row -> row.control().id().text())
                .toList();
    }

    private static List<String> requirements(SampleRequest.Filter filter, Posture posture) throws WorkspaceException {
        return frameworks(filter, posture).stream()
                .flatMap(framework -> framework.requirements().stream())
                .filter(row -> isAsked(filter, row.state()))
                .map(row -> row.requirement().id().text())
                .toList();
    }

    private static List<FrameworkPosture> frameworks(SampleRequest.Filter filter, Posture posture)
            throws WorkspaceException {
        if (filter.framework().isEmpty()) {
            return new ArrayList<>(posture.frameworks().values());
        }
        Optional<FrameworkPosture> one = posture.framework(filter.framework().get());
        return List.of(one.orElseThrow(() -> new WorkspaceException(
                Kind.UNKNOWN_FRAMEWORK, "framework " + filter.framework().get() + " is not adopted here")));
    }

    /// `not-met` is `NOT_MET`.
    private static boolean isAsked(SampleRequest.Filter filter, Enum<?> state) {
        return filter.state()
                .map(asked -> asked.equals(state.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .orElse(true);
    }
}
