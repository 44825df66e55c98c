package org.cairn.checklist.codec;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.cairn.checklist.event.Event;
import org.cairn.checklist.event.ProgrammeEvent;
import org.cairn.checklist.event.RegisterEvent;
import org.cairn.checklist.event.RiskId;

/// Events of the register of risks, of pilots and of samples.
final class RegisterDrafts {
    private RegisterDrafts() {}

    static Arbitrary<Event> events() {
        Arbitrary<RiskId> risks = Arbitraries.longs().map(id -> new RiskId("%016x".formatted(id)));
        Arbitrary<RegisterEvent.Rating> ratings = Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 5))
                .as(RegisterEvent.Rating::new);
        Arbitrary<Event> assessed = Combinators.combine(
                        risks,
                        Drafts.refs(),
                        Drafts.subjects().list().uniqueElements().ofMaxSize(3),
                        Drafts.ids().list().uniqueElements().ofMaxSize(3),
                        Combinators.combine(ratings, ratings)
                                .as((one, other) -> one.score() < other.score()
                                        ? new RegisterEvent.Rating[] {other, one}
                                        : new RegisterEvent.Rating[] {one, other}),
                        Arbitraries.of(RegisterEvent.Treatment.values()),
                        Drafts.dates(),
                        risks.optional())
                .as((id, text, subjects, evidence, rating, treatment, review, acceptance) ->
                        new RegisterEvent.RiskAssessed(
                                id,
                                text,
                                subjects,
                                evidence,
                                rating[0],
                                treatment,
                                rating[1],
                                text,
                                review,
                                text,
                                acceptance));
        return Arbitraries.oneOf(
                assessed,
                Combinators.combine(risks, Drafts.refs()).as(RegisterEvent.RiskClosed::new),
                Arbitraries.just(new ProgrammeEvent.SampleDeclared()),
                Combinators.combine(Drafts.dates(), Drafts.refs()).as(ProgrammeEvent.PilotBegun::new),
                Combinators.combine(
                                Arbitraries.of("no-outbound", "m1"),
                                Arbitraries.of(ProgrammeEvent.PilotMeasured.Result.values()),
                                Drafts.ids().list().ofMinSize(1).ofMaxSize(3),
                                Drafts.refs())
                        .as(ProgrammeEvent.PilotMeasured::new));
    }
}
