package org.cairn.reports.pack;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.Finding;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Maturity;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.Relation;
import org.cairn.checklist.RequirementId;
import org.cairn.checklist.WorkState;
import org.cairn.checklist.calendar.Bearing;
import org.cairn.checklist.calendar.CalendarEntry;
import org.cairn.checklist.posture.Contradiction;
import org.cairn.checklist.posture.RequirementState;
import org.cairn.evidence.CollectorId;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.Item;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.Population;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.Source;
import org.cairn.frameworks.Language;
import org.cairn.proof.Bytes;
import org.cairn.proof.Checkpoint;
import org.cairn.proof.Digest;
import org.cairn.proof.KeyId;
import org.cairn.proof.NoteSignature;
import org.cairn.proof.SignedNote;

/// A pack of a bank that runs its own language model, of any size; every text in it comes from `texts`.
public final class SamplePack {
    public static final Instant ISSUED = Instant.parse("2026-11-21T04:30:00Z");
    public static final FrameworkId DORA = new FrameworkId("dora");

    private static final Instant OBSERVED = ISSUED.minus(Duration.ofHours(3));
    private static final KeyId KEY = new KeyId(digest("key"));
    private static final List<String> CATEGORIES =
            List.of("Network security", "Access control", "Logging and records", "Model and data");
    private static final List<String> TITLES = List.of(
            "Outbound traffic is denied unless a rule allows it",
            "Remote administration needs a key, never a password",
            "Audit records are kept for at least six months and cannot be changed by those they are about",
            "Model weights match the digest that was approved",
            "The clock follows a known source",
            "Services listen only where they are meant to be reached");

    private final Language language;
    private final String text;
    private final int controls;

    private SamplePack(Language language, String text, int controls) {
        this.language = language;
        this.text = text;
        this.controls = controls;
    }

    public static PackModel realistic() {
        return realistic(Language.EN);
    }

    public static PackModel realistic(Language language) {
        return new SamplePack(language, "", 12).model();
    }

    /// As large as one likes: three requirements a control.
    public static PackModel ofControls(int controls) {
        return new SamplePack(Language.EN, "", controls).model();
    }

    /// Every text that a person or a host can choose has `text` in it.
    public static PackModel hostile(String text) {
        return new SamplePack(Language.EN, text, 2).model();
    }

    /// One control, and one requirement, that rest on many pieces of evidence; outcomes rest on the oldest two.
    public static PackModel resting(int pieces) {
        SamplePack sample = new SamplePack(Language.EN, "", 1);
        PackModel model = sample.model();
        List<EvidenceId> all =
                IntStream.range(0, pieces).mapToObj(SamplePack::evidenceId).toList();
        ControlPage page = model.controls().getFirst();
        RequirementRow row = model.requirements().stream()
                .filter(each -> each.state().isPresent())
                .findFirst()
                .orElseThrow();
        return new PackModel(
                model.language(),
                model.cover(),
                model.scope(),
                model.posture(),
                model.contradictions(),
                List.of(new RequirementRow(
                        row.id(),
                        row.depth(),
                        row.title(),
                        row.citation(),
                        row.kind(),
                        row.binds(),
                        row.notes(),
                        row.state(),
                        row.ownAnswer(),
                        row.supports(),
                        all,
                        row.gaps())),
                List.of(new ControlPage(
                        page.control(), page.answer(), page.outcome(), page.checks(), all, page.supports())),
                IntStream.range(0, pieces).mapToObj(sample::evidence).toList(),
                model.ledger());
    }

    /// With so many pieces of evidence that went stale.
    public static PackModel withDates(int stale) {
        PackModel model = realistic();
        Dates dates = model.dates();
        List<Dates.Line> overdue = IntStream.rangeClosed(1, stale)
                .mapToObj(n -> new Dates.Line(
                        dates.from().minusDays(stale - n),
                        Optional.empty(),
                        CalendarEntry.Kind.EVIDENCE_EXPIRES,
                        "Ruleset of llm-01, E-" + n,
                        "",
                        Bearing.APPLIES,
                        Optional.of((long) n)))
                .toList();
        return new PackModel(
                model.language(),
                model.cover(),
                model.scope(),
                model.posture(),
                model.contradictions(),
                model.requirements(),
                model.controls(),
                model.evidence(),
                model.erased(),
                new Dates(dates.from(), dates.to(), overdue, dates.coming(), dates.untimed(), dates.leftOut()),
                model.ledger(),
                model.appendix(),
                model.followUps(),
                model.register());
    }

    public static PackModel empty() {
        return empty(Language.EN);
    }

    public static PackModel empty(Language language) {
        PackModel full = realistic(language);
        LedgerPage ledger = full.ledger();
        return new PackModel(
                language,
                full.cover(),
                new Scope("", List.of(), List.of(), List.of()),
                List.of(new FrameworkCounts(full.cover().framework(), Map.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new LedgerPage(
                        ledger.origin(),
                        ledger.checkpoint(),
                        ledger.size(),
                        ledger.root(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    private static Digest digest(String seed) {
        return Digest.sha256(Bytes.utf8(seed));
    }

    private PackModel model() {
        return new PackModel(
                language,
                cover(),
                scope(),
                posture(),
                List.of(new Contradiction(
                        control(0),
                        "Answered as met; the ruleset of llm-01 has no drop policy on the output chain." + text)),
                requirements(),
                IntStream.range(0, controls).mapToObj(this::page).toList(),
                IntStream.range(0, controls).mapToObj(this::evidence).toList(),
                List.of(),
                dates(),
                ledger(),
                Appendix.NONE,
                List.of(),
                SampleRegister.of(control(0), evidenceId(0), text));
    }

    private Dates dates() {
        LocalDate day = LocalDate.of(2026, 11, 21);
        Instant due = Instant.parse("2026-11-20T08:00:00Z");
        return new Dates(
                day,
                day.plusYears(2),
                List.of(new Dates.Line(
                        LocalDate.of(2026, 11, 20),
                        Optional.of(due),
                        CalendarEntry.Kind.DEADLINE,
                        "DORA-INC-INIT: Send the initial notification of a major incident" + text,
                        "Delegated Regulation (EU) 2025/301, Art. 5(1)(a) and (2)",
                        Bearing.APPLIES,
                        Optional.of(31L))),
                List.of(new Dates.Line(
                        LocalDate.of(2027, 1, 17),
                        Optional.empty(),
                        CalendarEntry.Kind.COMES_INTO_FORCE,
                        "Art. 28(9): Keep the register of information" + text,
                        "Regulation (EU) 2022/2554, Art. 64",
                        Bearing.UNSCOPED,
                        Optional.empty())),
                List.of(new Dates.Untimed(
                        "DORA-FRAME: Review the framework for managing ICT risk" + text,
                        "1 year from last-review",
                        "Regulation (EU) 2022/2554, Art. 6(5)",
                        Bearing.APPLIES)),
                4);
    }

    private Cover cover() {
        return new Cover(
                "Südbank Kreditinstitut AG" + text,
                "suedbank.example/cairn",
                "DORA-2026-11-21-0007",
                PackKind.FULL,
                edition(DORA, "Digital Operational Resilience Act"),
                Instant.parse("2026-05-01T00:00:00Z"),
                Instant.parse("2026-11-01T00:00:00Z"),
                new ShownState(ISSUED.minusSeconds(60), ISSUED.minusSeconds(30), ShownState.KnownBy.TIME, 40),
                ISSUED,
                new Cover.Issuer(
                        "Anna Köhler, Information Security" + text,
                        KEY,
                        digest("certificate"),
                        digest("root certificate"),
                        Optional.of(new Cover.StampedBy("Stamps of Südbank", true))));
    }

    private static FrameworkEdition edition(FrameworkId id, String title) {
        return new FrameworkEdition(
                id, title, "Regulation (EU) 2022/2554", LocalDate.of(2026, 11, 2), digest(id.value()));
    }

    private Scope scope() {
        return new Scope(
                "The language model that answers questions about payments, its two inference hosts, the retrieval"
                        + " index, and the people who administer them. The core banking system is outside.\n"
                        + "Self-hosted; no connection to the internet."
                        + text,
                List.of("financial-entity", "deployer", "controller"),
                List.of("llm-01", "llm-02"),
                List.of(new Scope.Withheld(
                        evidenceId(1),
                        control(1),
                        "Names of administrators; shown on the premises on request." + text)));
    }

    private List<FrameworkCounts> posture() {
        Map<RequirementState, Integer> counts = new EnumMap<>(RequirementState.class);
        int count = 3;
        for (RequirementState state : RequirementState.values()) {
            counts.put(state, count);
            count = count * 7 % 29;
        }
        return List.of(
                new FrameworkCounts(edition(DORA, "Digital Operational Resilience Act"), counts),
                new FrameworkCounts(
                        edition(new FrameworkId("eu-ai-act"), "Artificial Intelligence Act" + text),
                        Map.of(RequirementState.NOT_ASSESSED, 214, RequirementState.SUPPORTED, 31)));
    }

    private static ControlId control(int n) {
        return new ControlId("NET-" + (n + 1));
    }

    public static EvidenceId evidenceId(int n) {
        return new EvidenceId(digest("evidence " + n));
    }

    private List<RequirementRow> requirements() {
        List<RequirementRow> rows = new ArrayList<>();
        for (int n = 0; n < controls * 3; n++) {
            if (n % 6 == 0) {
                rows.add(heading(n));
            }
            rows.add(requirement(n));
        }
        return rows;
    }

    private RequirementRow heading(int n) {
        return new RequirementRow(
                new RequirementId(DORA, "Art. " + (5 + n)),
                0,
                "ICT risk management, part " + n + text,
                "Art. " + (5 + n),
                "group",
                List.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private RequirementRow requirement(int n) {
        RequirementState[] states = RequirementState.values();
        Relation[] relations = Relation.values();
        return new RequirementRow(
                new RequirementId(DORA, "Art. " + (5 + n) + "(4)(" + (char) ('a' + n % 26) + ")"),
                1,
                "Have a policy for " + TITLES.get(n % TITLES.size()).toLowerCase(java.util.Locale.ROOT) + text,
                "Regulation (EU) 2022/2554, Art. " + (5 + n) + "(4)",
                "obligation",
                List.of("financial-entity"),
                n % 5 == 0 ? "Lighter rules for microenterprises, Art. 16." + text : "",
                Optional.of(states[n % states.length]),
                n % 4 == 0 ? Optional.of(answer(n)) : Optional.empty(),
                IntStream.range(0, n % 3)
                        .mapToObj(i -> new RequirementRow.Support(
                                control((n + i) % controls),
                                relations[(n + i) % relations.length],
                                "Same demand." + text))
                        .toList(),
                IntStream.range(0, n % 4)
                        .mapToObj(i -> evidenceId((n + i) % controls))
                        .toList(),
                n % 7 == 3 ? List.of(gap(n)) : List.of());
    }

    private Gap gap(int n) {
        return switch (n % 4) {
            case 0 -> new Gap.Missing("evidence of network.firewall" + text);
            case 1 -> new Gap.Stale(evidenceId(n % controls), Duration.ofDays(41), Duration.ofDays(30));
            case 2 ->
                new Gap.Unreadable(new Refusal("/etc/audit/audit.rules", Refusal.Why.DENIED, "Run as root." + text));
            default -> new Gap.NotCovered("that the rules are reviewed each quarter" + text);
        };
    }

    private Answer answer(int n) {
        AnswerStatus[] statuses = AnswerStatus.values();
        AnswerStatus status = statuses[n % statuses.length];
        return new Answer(
                status,
                "Default deny since March; the exception for the mirror was closed on 3 November, change 4711." + text,
                40 + n,
                KEY,
                "Anna Köhler" + text,
                OBSERVED.minus(Duration.ofDays(2)),
                OBSERVED.minus(Duration.ofDays(2)),
                List.of(WorkState.values()).get(n % WorkState.values().length),
                n % 2 == 0 ? Optional.of(new Maturity(3, 2)) : Optional.empty(),
                "Head of Infrastructure" + text,
                Optional.of(LocalDate.of(2027, 1, 31)),
                status == AnswerStatus.NOT_YET_APPLICABLE ? Optional.of(LocalDate.of(2027, 8, 2)) : Optional.empty());
    }

    private Outcome outcome(int n) {
        return switch (n % 4) {
            case 0 ->
                new Outcome.NotSatisfied(List.of(
                        new Finding(
                                evidenceId(n), "chain output of table inet filter has policy accept on llm-01" + text),
                        new Finding(evidenceId(n), "0.0.0.0:8000 (python3) is reachable from outside" + text)));
            case 1 -> new Outcome.Satisfied(List.of(evidenceId(n)));
            case 2 -> new Outcome.Indeterminate(List.of(gap(n), gap(n + 1)));
            default -> new Outcome.NotApplicable("There is no wireless network on the premises." + text, KEY);
        };
    }

    private ControlPage page(int n) {
        Control control = new Control(
                control(n),
                CATEGORIES.get(n * CATEGORIES.size() / controls) + text,
                TITLES.get(n % TITLES.size()) + text);
        Outcome outcome = outcome(n);
        return new ControlPage(
                control,
                n % 5 == 4 ? Optional.empty() : Optional.of(answer(n)),
                outcome,
                List.of(
                        new ControlPage.CheckRow(
                                "network.default-deny",
                                "Default policy drops" + text,
                                outcome,
                                "Set policy drop." + text),
                        new ControlPage.CheckRow(
                                "network.known-listeners", "Listeners are known", outcome(n + 1), "Stop the service.")),
                n % 3 == 2 ? List.of() : List.of(evidenceId(n), evidenceId((n + 1) % controls)),
                List.of(
                        new RequirementId(DORA, "Art. 9(4)(b)"),
                        new RequirementId(new FrameworkId("iso27001"), "A.8.22")));
    }

    private EvidenceSheet evidence(int n) {
        Refusal refusal = new Refusal("/proc/41/fd", Refusal.Why.DENIED, "Belongs to root." + text);
        Evidence facts = new Evidence(
                new CollectorId("network.firewall"),
                2,
                "llm-0" + (n % 2 + 1) + text,
                "anna",
                OBSERVED,
                List.of(
                        new Source(
                                "nft -j list ruleset" + text, Source.How.COMMAND, OBSERVED, digest("raw " + n), 48_213),
                        new Source("/etc/nftables.conf", Source.How.FILE, OBSERVED, digest("file " + n), 1_204)),
                new TreeMap<>(Map.of("policy.output", "accept" + text, "tables", "2")),
                List.of(new Population(
                        "listening-sockets",
                        IntStream.range(0, 5 + n % 10)
                                .mapToObj(i -> Item.of(Map.of("port", "" + i)))
                                .toList(),
                        n % 2 == 0 ? List.of() : List.of(refusal))),
                n % 2 == 0 ? List.of() : List.of(refusal));
        PayloadRef manifest = new PayloadRef(evidenceId(n).stored(), digest("commitment " + n), 913);
        return new EvidenceSheet(
                new RecordedEvidence(evidenceId(n), 100 + n, OBSERVED.plusSeconds(4), manifest, facts),
                "Firewall rules and listening sockets" + text,
                Optional.of(OBSERVED.plus(Duration.ofDays(n % 3 == 0 ? -1 : 30))),
                List.of(
                        n % 3 == 1
                                ? new EvidenceSheet.Artefact.Withheld("names" + text, digest("commitment " + n), 913)
                                : new EvidenceSheet.Artefact.Included(
                                        "evidence/NET-1/ruleset-" + n + ".json", digest("raw " + n), 48_213)),
                List.of(control(n % 900)));
    }

    private LedgerPage ledger() {
        Checkpoint checkpoint = new Checkpoint("suedbank.example/cairn", 1307, digest("root"));
        Bytes signature = Bytes.copyOf(digest("a").toByteArray())
                .concat(Bytes.copyOf(digest("b").toByteArray()));
        Bytes longSignature = Bytes.copyOf(new byte[2_428]);
        SignedNote note = new SignedNote(
                checkpoint.text(),
                List.of(
                        new NoteSignature("suedbank.example/cairn", 0x1234abcd, signature),
                        new NoteSignature("suedbank.example/cairn", 0x4321dcba, longSignature)));
        return new LedgerPage(
                checkpoint.origin(),
                note.encode().asUtf8(),
                checkpoint.size(),
                checkpoint.root(),
                List.of(
                        new LedgerPage.LogKey(
                                "suedbank.example/cairn", "Ed25519", "suedbank.example/cairn+1234abcd+AX0h"),
                        new LedgerPage.LogKey(
                                "suedbank.example/cairn", "ML-DSA-44", "suedbank+4321dcba+" + "A".repeat(1_750))),
                IntStream.range(0, controls * 3)
                        .mapToObj(n -> new LedgerPage.EntryLine(
                                40 + n,
                                n % 2 == 0 ? "ControlAnswered" : "EvidenceRecorded",
                                "NET-" + n + text,
                                OBSERVED,
                                KEY,
                                digest("leaf " + n)))
                        .toList(),
                List.of());
    }
}
