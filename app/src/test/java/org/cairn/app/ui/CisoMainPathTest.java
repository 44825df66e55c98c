package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.cairn.app.workspace.AnswerRequest;
import org.cairn.app.workspace.LogLine;
import org.cairn.app.workspace.RegisteredRisk;
import org.cairn.app.workspace.RiskLine;
import org.cairn.app.workspace.RiskRequest;
import org.cairn.app.workspace.Workspace;
import org.cairn.checklist.AnswerStatus;
import org.cairn.checklist.ControlId;
import org.cairn.frameworks.ScopeProfile;
import org.cairn.ledger.key.AddedPerson;
import org.cairn.ledger.key.DocumentKeyType;
import org.cairn.ledger.key.NewPerson;
import org.cairn.ledger.key.Passphrase;
import org.cairn.ledger.key.PersonSecrets;
import org.cairn.proof.authority.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Where we stand, how we came there, what is borne and by whom, and a report for the board: a CISO's morning.
@Tag("window")
class CisoMainPathTest {
    private static final String BENS = "nine larches above the hut";
    private static final LocalDate PROPOSED_UNTIL = LocalDate.of(2027, 1, 31);

    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    static Stream<Manner> manners() {
        return Manner.walked(Manner.DARK_GERMAN);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @MethodSource("manners")
    void aCisoReadsThePostureBearsWhatIsLeftAndTakesAReportToTheBoard(Manner manner) throws Exception {
        try (Day day = Day.begin("ciso", manner, folder)) {
            twentyFiveDays(day);
            day.click("recent-0");
            day.unlock();
            bars(day);
            lists(day);
            past(day);
            assess(day);
            sign(day);
            calendar(day);
            pack(day);
            day.window.leave();
            day.recorded(CisoMainPathTest::inTheLedger);
        }
    }

    /// What others did before: the scope, two runs of the collectors, answers, and a risk that Ben would bear.
    private static void twentyFiveDays(Day day) throws Exception {
        day.window.enter();
        day.window.collect();
        day.window.leave();
        day.window.clock.pass(Duration.ofDays(9));
        day.recorded(bank -> {
            ScopeProfile profile = bank.scopes().profile("eu-bank-own-llm");
            bank.scopes().apply(profile, profile.system(), profile.systemName(), profile.facts(), Optional.empty());
            answer(bank, "NET-3", AnswerStatus.MET, "Only the balancer listens");
            answer(bank, "ACC-1", AnswerStatus.NOT_MET, "Two accounts have no owner");
            answer(bank, "ACC-2", AnswerStatus.PARTLY_MET, "Not on the training host");
            try (Passphrase his = Passphrase.of(BENS.toCharArray());
                    AddedPerson ben = bank.keyring()
                            .addPerson(
                                    new NewPerson(
                                            "Ben Okafor",
                                            Optional.empty(),
                                            PersonSecrets.of(his),
                                            DocumentKeyType.P_256),
                                    new SecureRandom(),
                                    day.window.clock)) {
                return bank.identities().enrol(ben, Role.REVIEWER);
            }
        });
        day.recordedBy(
                BENS,
                bank -> bank.risks()
                        .accept(new RiskRequest(
                                List.of(new ControlId("ACC-1")),
                                "Both accounts leave with the old host",
                                "Head of IT",
                                PROPOSED_UNTIL)));
        day.window.clock.pass(Duration.ofDays(10));
        day.window.press("recent-0");
        day.unlock();
        day.window.collect();
        day.window.leave();
        day.window.clock.pass(Duration.ofDays(6));
    }

    private static void answer(Workspace bank, String control, AnswerStatus status, String note) throws Exception {
        bank.answer(AnswerRequest.of(new ControlId(control), status).withNote(note));
    }

    private static void bars(Day day) throws Exception {
        day.window.untilShown("bar-checklist-contradicted");
        day.station("posture");
        String said = day.window.node("bar-checklist-contradicted").getAccessibleText();
        day.click("bar-checklist-contradicted");
        day.window.untilShown("checklist-narrowed");
        assertThat(said).endsWith(": " + shown(day).size());
        day.station("bar-of-the-checklist");
        posture(day);
        day.click(firstOf(day, "bar-framework-iso27001-"));
        day.window.untilShown("checklist-narrowed");
        assertThat(shown(day)).isNotEmpty();
        day.station("bar-of-a-framework");
        posture(day);
        day.bring("bar-freshness");
        day.station("posture-middle");
        day.click(firstOf(day, "bar-freshness-"));
        day.window.until(() -> day.rows("evidence-table") == 6);
        day.station("bar-of-freshness");
    }

    private static void lists(Day day) throws Exception {
        for (String line : List.of("change-NET-3", "gap-ACC-1", "contradiction-0")) {
            posture(day);
            day.click(line);
            day.window.until(() -> day.window.find("item-where").isPresent()
                    && day.window.text("item-where").startsWith(line.startsWith("gap") ? "ACC-1" : "NET-3"));
            day.station(line.substring(0, line.indexOf('-')));
        }
        posture(day);
        day.click(firstOf(day, "lapsing-"));
        day.window.untilShown("evidence-title");
        day.station("lapsing");
        posture(day);
        day.bring("ahead-days-30");
        day.station("posture-foot");
    }

    /// One day, with what is known of it now; and today, with what was known then.
    private static void past(Day day) throws Exception {
        posture(day);
        day.click("trend-2026-11-21");
        day.window.untilShown("editing-off");
        day.window.until(() -> day.window.find("bar-checklist-contradicted").isEmpty());
        day.station("trend-day");
        day.click("back-to-now");
        day.window.until(() -> day.window.find("editing-off").isEmpty());
        String now = freshness(day);
        day.click("life-true");
        slide(day);
        String then = freshness(day);
        day.station("what-was");
        day.click("back-to-now");
        day.window.until(() -> day.window.find("editing-off").isEmpty());
        day.click("life-known");
        slide(day);
        String known = freshness(day);
        day.station("what-we-knew");
        day.click("back-to-now");
        day.window.until(() -> day.window.find("editing-off").isEmpty());
        assertThat(List.of(now, then, known)).doesNotHaveDuplicates();
        assertThat(freshness(day)).isEqualTo(now);
    }

    private static void slide(Day day) throws Exception {
        day.click("life");
        day.keys(KeyCode.HOME);
        day.window.until(() -> day.window.text("life-day").contains("21")
                && day.window.find("editing-off").isPresent()
                && day.window.find("life-reading").isEmpty());
    }

    private static void assess(Day day) throws Exception {
        day.control(KeyCode.I);
        day.window.untilShown("risks-table");
        day.station("risks-empty");
        day.type("risk-title", "Weights leave over an open port");
        day.type("risk-rows", "NET-3");
        choose(day, "risk-inherent-likelihood", KeyCode.DOWN);
        choose(day, "risk-inherent-impact", KeyCode.DOWN, KeyCode.DOWN);
        choose(day, "risk-residual-likelihood", KeyCode.UP);
        day.type("risk-reason", "The port closes with the new balancer");
        day.type("risk-owner", "Head of IT");
        date(day, "risk-review", LocalDate.of(2027, 3, 31));
        day.station("risk-typed");
        day.click("risk-record");
        day.window.until(() -> day.rows("risks-table") == 1);
        day.click("risks-table");
        day.keys(KeyCode.HOME);
        day.window.untilShown("risk-until");
        date(day, "risk-until", LocalDate.of(2027, 2, 28));
        day.station("risk-assessed");
        String unborne = borne(day);
        day.click("risk-retain");
        day.window.untilShown("risks-told");
        day.window.until(() -> !unborne.equals(borne(day)));
        assertThat(day.window.node("risks-table").isFocused()).isTrue();
        day.station("risk-proposed");
    }

    /// How far somebody bears the one risk there is, in words.
    private static String borne(Day day) throws Exception {
        return day.window.onWindow(() -> {
            TableView<?> table = (TableView<?>) day.window.node("risks-table");
            return String.valueOf(table.getColumns().get(4).getCellData(0));
        });
    }

    private static void choose(Day day, String field, KeyCode... keys) throws Exception {
        day.click(field);
        day.keys(keys);
        day.keys(KeyCode.ENTER);
    }

    /// Not by keys: the picker opens at the day of the machine, which is none of the test's.
    private static void date(Day day, String field, LocalDate chosen) throws Exception {
        day.click(field);
        day.window.onWindow(() -> {
            ((DatePicker) day.window.node(field)).setValue(chosen);
            return true;
        });
    }

    /// What Ben proposed; what she proposed herself waits on.
    private static void sign(Day day) throws Exception {
        day.control(KeyCode.E);
        day.window.until(() -> day.rows("queue-table") == 5);
        day.click("queue-table");
        day.keys(KeyCode.HOME);
        assertThat(marked(day)).isEqualTo("Ben Okafor");
        day.station("acceptance-waits");
        day.keys(KeyCode.G);
        day.window.until(() -> day.rows("queue-table") == 4);
        day.station("acceptance-signed");
        posture(day);
        String risk = firstOf(day, "risk-");
        day.bring(risk);
        day.station("acceptance-on-posture");
        day.click(risk);
        day.window.until(() -> day.window.find("item-where").isPresent()
                && day.window.text("item-where").startsWith("ACC-1"));
        assertThat(day.window.text("item-cover")).contains("2027");
        day.station("acceptance-covers");
    }

    /// By whom the marked line is.
    private static String marked(Day day) throws Exception {
        return day.window.onWindow(() -> {
            TableView<?> table = (TableView<?>) day.window.node("queue-table");
            return String.valueOf(table.getColumns()
                    .get(3)
                    .getCellData(table.getSelectionModel().getSelectedIndex()));
        });
    }

    private static void calendar(Day day) throws Exception {
        posture(day);
        day.click("ahead-days-60");
        day.window.untilShown("calendar-days-60");
        assertThat(day.window.text("calendar-days-60")).isNotEqualTo("0");
        day.station("calendar");
    }

    private static void pack(Day day) throws Exception {
        Path pack = day.window.folder.resolve("board.zip");
        day.control(KeyCode.DIGIT5);
        choose(day, "pack-depth", KeyCode.HOME);
        day.window.chooser.willChoose(pack);
        day.click("pack-choose");
        day.station("pack-asked");
        day.click("pack-make");
        day.window.untilShown("pack-made");
        day.station("pack-made");
        day.window.chooser.willChoose(pack);
        day.click("pack-verify");
        day.window.untilShown("pack-verdict");
        day.station("pack-verified");
    }

    private static boolean inTheLedger(Workspace bank) throws Exception {
        List<RiskLine> borne = bank.risks().all();
        assertThat(borne).hasSize(1);
        assertThat(borne.getFirst().approvers()).containsExactlyInAnyOrder("Anna Berger", "Ben Okafor");
        assertThat(borne.getFirst().until()).isEqualTo(PROPOSED_UNTIL);
        assertThat(borne.getFirst().state()).isEqualTo(RiskLine.State.ACTIVE);
        List<RegisteredRisk> register = bank.riskRegister().all();
        assertThat(register).hasSize(1);
        assertThat(register.getFirst().title()).contains("Weights leave over an open port");
        assertThat(register.getFirst().inherent().score()).isEqualTo(20);
        assertThat(register.getFirst().residual().score()).isEqualTo(6);
        assertThat(register.getFirst().bearing()).isEqualTo(RegisteredRisk.Bearing.NOT_APPROVED);
        List<String> kinds = bank.log().stream().map(LogLine::kind).toList();
        assertThat(kinds.stream().filter("PackIssued"::equals)).hasSize(1);
        assertThat(kinds.stream().filter("RiskAccepted"::equals)).hasSize(1);
        return true;
    }

    private static void posture(Day day) throws Exception {
        day.control(KeyCode.DIGIT1);
        day.window.untilShown("posture");
        day.window.untilShown("change-NET-3");
        day.window.untilShown("ahead-days-30");
    }

    /// The shares of what each collector saw last, in words.
    private static String freshness(Day day) throws Exception {
        return day.window.onWindow(() -> buttons(day, "bar-freshness-")
                .map(Node::getAccessibleText)
                .toList()
                .toString());
    }

    private static String firstOf(Day day, String prefix) throws Exception {
        day.window.until(() -> buttons(day, prefix).findAny().isPresent());
        return day.window.onWindow(
                () -> buttons(day, prefix).findFirst().orElseThrow().getId());
    }

    private static Stream<Node> buttons(Day day, String prefix) {
        return day.window.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> String.valueOf(node.getId()).startsWith(prefix));
    }

    /// The controls that the tree shows.
    private static List<?> shown(Day day) throws Exception {
        return day.window.onWindow(() -> leaves(((TreeView<?>) day.window.node("checklist-tree")).getRoot())
                .map(TreeItem::getValue)
                .toList());
    }

    private static Stream<? extends TreeItem<?>> leaves(TreeItem<?> item) {
        return item.isLeaf() ? Stream.of(item) : item.getChildren().stream().flatMap(CisoMainPathTest::leaves);
    }
}
