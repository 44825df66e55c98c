package org.cairn.checklist.posture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Relation;
import org.cairn.checklist.ScopeFact;
import org.cairn.checklist.scope.Applicability;
import org.cairn.checklist.scope.SmallScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the code to the tables of `docs/judgement.md`, and the tables to their laws.
class JudgementTest {
    private static final List<Optional<AnswerStatus>> ANSWERS = Stream.concat(
                    Stream.of(Optional.<AnswerStatus>empty()),
                    Arrays.stream(AnswerStatus.values()).map(Optional::of))
            .toList();

    static Stream<Arguments> standings() throws IOException {
        return DocumentedTable.named("answer").cells();
    }

    @ParameterizedTest
    @MethodSource("standings")
    void answerAndOutcomeGiveTheStanding(String answer, String signal, String standing) {
        assertEquals(Standing.valueOf(standing), Judgement.standing(answer(answer), Signal.valueOf(signal)));
    }

    static Stream<Arguments> contributions() throws IOException {
        return DocumentedTable.named("standing").cells();
    }

    @ParameterizedTest
    @MethodSource("contributions")
    void standingAndRelationGiveTheContribution(String standing, String relation, String contribution) {
        assertEquals(
                Contribution.valueOf(contribution),
                Contribution.of(Standing.valueOf(standing), Relation.valueOf(relation)));
    }

    static Stream<Arguments> states() throws IOException {
        return DocumentedTable.named("deciding").cells();
    }

    @ParameterizedTest
    @MethodSource("states")
    void theDecidingContributionAndTheOwnAnswerGiveTheState(String deciding, String own, String state) {
        boolean lawAppliesIt = !own.equals("none, law not yet");
        assertEquals(
                RequirementState.valueOf(state),
                Judgement.state(answer(own), Contribution.valueOf(deciding), lawAppliesIt));
    }

    static Stream<Arguments> scopes() throws IOException {
        return DocumentedTable.named("judged").cells();
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void whetherItAppliesAndTheJudgementGiveTheStateShown(String judged, String scope, String shown) {
        assertEquals(
                RequirementState.valueOf(shown),
                Judgement.scoped(RequirementState.valueOf(judged), applicability(scope), scope.endsWith(", answered")));
    }

    private static Applicability applicability(String cell) {
        return switch (cell) {
            case "applies" -> new Applicability.Applies(List.of(), List.of());
            case "not known" -> new Applicability.Unscoped(List.of(), List.of(new ScopeFact("role.held")));
            default -> new Applicability.OutOfScope(List.of(), List.of(SmallScope.stated("role.held", "no", 1)));
        };
    }

    /// Law 8: nothing that cannot be told is counted as good, and nobody's finding is hidden by it.
    @Test
    void whatIsNotKnownToApplyIsNeverShownAsGood() {
        for (RequirementState judged : RequirementState.values()) {
            RequirementState shown = Judgement.scoped(judged, applicability("not known"), true);
            assertTrue(rank(shown) <= 1 || shown == RequirementState.NOT_APPLICABLE, () -> judged + " shows " + shown);
            assertTrue(rank(shown) <= rank(judged) || rank(judged) == 1, () -> judged + " shows " + shown);
        }
    }

    private static Optional<AnswerStatus> answer(String cell) {
        return cell.startsWith("none") ? Optional.empty() : Optional.of(AnswerStatus.valueOf(cell));
    }

    @Test
    void theTablesNameEveryCase() throws IOException {
        List<String> answers = new ArrayList<>(names(AnswerStatus.values()));
        answers.add("none");
        assertEquals(
                Set.copyOf(answers), Set.copyOf(DocumentedTable.named("answer").rowNames()));
        assertEquals(names(Signal.values()), DocumentedTable.named("answer").columns());
        assertEquals(
                Set.copyOf(names(Standing.values())),
                Set.copyOf(DocumentedTable.named("standing").rowNames()));
        assertEquals(
                names(Relation.values()).stream().sorted().toList(),
                DocumentedTable.named("standing").columns().stream().sorted().toList());
        List<String> judged = new ArrayList<>(names(RequirementState.values()));
        judged.removeAll(List.of("UNSCOPED", "OUT_OF_SCOPE"));
        assertEquals(judged, DocumentedTable.named("judged").rowNames());
        answers.add("none, law not yet");
        assertEquals(
                Set.copyOf(answers),
                Set.copyOf(DocumentedTable.named("deciding").columns()));
    }

    @Test
    void theFirstRowOfTheTableThatIsPresentDecides() throws IOException {
        List<String> order = DocumentedTable.named("deciding").rowNames();
        assertEquals(names(Contribution.values()), order);
        everySet().forEach(present -> {
            Contribution expected = order.stream()
                    .map(Contribution::valueOf)
                    .filter(present::contains)
                    .findFirst()
                    .orElse(Contribution.SILENT);
            assertEquals(expected, Judgement.deciding(present));
        });
    }

    private static Stream<Set<Contribution>> everySet() {
        Contribution[] all = Contribution.values();
        return Stream.iterate(0, bits -> bits < 1 << all.length, bits -> bits + 1)
                .map(bits -> {
                    Set<Contribution> present = EnumSet.noneOf(Contribution.class);
                    Stream.iterate(0, i -> i < all.length, i -> i + 1)
                            .filter(i -> (bits >> i & 1) == 1)
                            .forEach(i -> present.add(all[i]));
                    return present;
                });
    }

    /// Over every answer and outcome of a control, every relation, every set of other contributions and every own
    /// answer.
    @Test
    void aFindingNeverImprovesAState() {
        for (Optional<AnswerStatus> answer : ANSWERS) {
            for (Signal signal : Signal.values()) {
                for (Relation relation : Relation.values()) {
                    Contribution before = Contribution.of(Judgement.standing(answer, signal), relation);
                    Contribution after = Contribution.of(Judgement.standing(answer, Signal.FINDINGS), relation);
                    everySet().forEach(others -> assertNoBetter(others, before, after));
                }
            }
        }
    }

    private static void assertNoBetter(Set<Contribution> others, Contribution before, Contribution after) {
        for (Optional<AnswerStatus> own : ANSWERS) {
            for (boolean lawAppliesIt : List.of(true, false)) {
                RequirementState without = Judgement.state(own, deciding(others, before), lawAppliesIt);
                RequirementState with = Judgement.state(own, deciding(others, after), lawAppliesIt);
                assertTrue(
                        rank(with) <= rank(without),
                        () -> own + " " + others + ": " + before + " to " + after + " makes " + without + " " + with);
            }
        }
    }

    private static Contribution deciding(Set<Contribution> others, Contribution one) {
        return Judgement.deciding(Stream.concat(others.stream(), Stream.of(one)).toList());
    }

    /// Law 4 of `docs/judgement.md`.
    private static int rank(RequirementState state) {
        return switch (state) {
            case DEMONSTRATED -> 5;
            case CLAIMED -> 4;
            case SUPPORTED -> 3;
            case NOT_APPLICABLE, NOT_YET_APPLICABLE, OUT_OF_SCOPE -> 2;
            case STALE, INDETERMINATE, NOT_ASSESSED, UNSCOPED -> 1;
            case NOT_MET, CONTRADICTED -> 0;
        };
    }

    @Test
    void whatCannotBeToldLendsNothingByItself() {
        for (Signal signal : List.of(Signal.LAPSED, Signal.OPEN, Signal.NOTHING)) {
            for (Relation relation : Relation.values()) {
                Contribution lent = Contribution.of(Judgement.standing(Optional.empty(), signal), relation);
                assertTrue(
                        EnumSet.of(
                                        Contribution.LAPSED,
                                        Contribution.SUPPORT_LAPSED,
                                        Contribution.UNDECIDED,
                                        Contribution.SILENT)
                                .contains(lent),
                        () -> signal + " " + relation + " lends " + lent);
            }
        }
    }

    @Test
    void amongControlsOnlyAnEqualOrWiderOneDemonstratesOrClaims() {
        for (Standing standing : Standing.values()) {
            for (Relation relation : Relation.values()) {
                RequirementState state = Judgement.state(Optional.empty(), Contribution.of(standing, relation), true);
                if (state == RequirementState.DEMONSTRATED || state == RequirementState.CLAIMED) {
                    assertTrue(relation.mayClose(), () -> standing + " " + relation + " makes " + state);
                }
            }
        }
    }

    @Test
    void evidenceThatLapsesTurnsDemonstratedIntoStale() {
        for (Optional<AnswerStatus> answer : ANSWERS) {
            if (Judgement.standing(answer, Signal.SATISFIED) == Standing.DEMONSTRATED) {
                Standing lapsed = Judgement.standing(answer, Signal.LAPSED);
                assertEquals(
                        RequirementState.STALE, Judgement.state(answer, Contribution.of(lapsed, Relation.EQUAL), true));
            }
        }
    }

    @Test
    void onlyAPersonMakesARequirementNotApplicable() {
        for (Contribution contribution : Contribution.values()) {
            assertTrue(Judgement.state(Optional.empty(), contribution, true) != RequirementState.NOT_APPLICABLE);
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
