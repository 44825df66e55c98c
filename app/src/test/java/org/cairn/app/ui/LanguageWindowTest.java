package org.cairn.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.cairn.app.ui.frame.Page;
import org.cairn.app.ui.kit.Texts;
import org.cairn.frameworks.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The window in the language that a person chooses.
@Tag("window")
class LanguageWindowTest {
    private static final Path RESOURCES = Path.of("src/main/resources/org/cairn/app/ui");

    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,} \\p{L}{2,}.* \\p{L}{2,}");

    /// A digest in groups reads like words where its digits happen to be letters.
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{8}(\\s+[0-9a-f]{8})+");

    /// Names that people gave, and findings with their facts, which are in English in both.
    private static final Set<String> STAYS =
            Set.of("Collectors on ", "tcp 0.0.0.0:8000 is open", "sudo ./cairn collect");

    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    /// What stands in the English bundles and reads otherwise in German.
    private static Set<String> englishWords() throws Exception {
        Set<String> english = new TreeSet<>();
        Set<String> german = new TreeSet<>();
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".properties"))
                    .toList()) {
                Properties words = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                boolean translated = file.toString().endsWith("_de.properties");
                words.values().forEach(word -> (translated ? german : english).add(String.valueOf(word)));
            }
        }
        english.removeAll(german);
        return english;
    }

    private static List<String> said(Driver window) throws Exception {
        return window.onWindow(() -> window.scene().getRoot().lookupAll("*").stream()
                .flatMap(node -> Stream.of(text(node), String.valueOf(node.getAccessibleText())))
                .distinct()
                .toList());
    }

    private static String text(Node node) {
        return node instanceof Labeled labeled ? String.valueOf(labeled.getText()) : "";
    }

    private static void choose(Driver window, Language language) throws Exception {
        window.untilShown("language");
        window.onWindow(() -> {
            MenuButton menu = (MenuButton) window.node("language");
            menu.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
            menu.getItems().stream()
                    .filter(item -> language.ownName().equals(item.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return true;
        });
        window.until(() -> window.find("language")
                .map(menu -> ((MenuButton) menu).getText())
                .equals(Optional.of(language.ownName())));
    }

    @Test
    void everyScreenIsInGermanFittingAndComplete() throws Exception {
        Set<String> english = englishWords();
        List<String> faults = new ArrayList<>();
        List<String> left = new ArrayList<>();
        try (Driver window = Driver.open(folder)) {
            choose(window, Language.DE);
            assertThat(window.text("start-founding")).isEqualTo("Arbeitsbereich gründen");
            faults.addAll(window.faults("german-start"));
            window.press("start-founding");
            faults.addAll(window.faults("german-founding"));
            window.press("back");
            window.enter();
            faults.addAll(window.faults("german-posture-empty"));
            window.collect();
            for (Page page : Page.values()) {
                String name = Texts.keyOf(page);
                window.press("page-" + name);
                if (page == Page.CHECKLIST) {
                    window.chooseNet3();
                }
                faults.addAll(window.faults("german-" + name));
                said(window).stream()
                        .filter(english::contains)
                        .map(words -> name + ": " + words)
                        .forEach(left::add);
            }
            window.lock();
            window.untilShown("lock-screen");
            faults.addAll(window.faults("german-lock"));
        }

        assertThat(faults).isEmpty();
        assertThat(left).isEmpty();
    }

    /// What is said on a page, tab by tab, in both languages alike is a remnant. Not so what the library holds in
    /// English
    /// alone, and what this machine's facts say.
    @Test
    void noSentenceOnAnyPageIsTheSameInBothLanguages() throws Exception {
        Set<String> alike;
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.collect();
            Set<String> english = sentences(window);
            choose(window, Language.DE);
            alike = sentences(window);
            alike.retainAll(english);
            alike.removeIf(LanguageWindowTest::isRecorded);
            String library = library();
            alike.removeIf(words -> library.contains(words.replaceFirst("^• ", "")));
        }
        assertThat(alike).isEmpty();
    }

    private static boolean isRecorded(String words) {
        return STAYS.stream().anyMatch(words::startsWith);
    }

    private static String library() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("../frameworks/src/main/resources"))) {
            for (Path file : files.filter(each -> each.toString().matches(".*(?<!\\.de)\\.json"))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static Set<String> sentences(Driver window) throws Exception {
        Set<String> all = new TreeSet<>();
        for (Page page : Page.values()) {
            window.press("page-" + Texts.keyOf(page));
            if (page == Page.CHECKLIST) {
                window.chooseNet3();
            }
            WaitForAsyncUtils.waitForFxEvents();
            gather(window, all);
            List<TabPane> panes = window.onWindow(() -> window.scene().getRoot().lookupAll(".tab-pane").stream()
                    .map(TabPane.class::cast)
                    .toList());
            for (TabPane pane : panes) {
                for (int tab = 1; tab < pane.getTabs().size(); tab++) {
                    int at = tab;
                    window.onWindow(() -> window.select(pane, at));
                    WaitForAsyncUtils.waitForFxEvents();
                    gather(window, all);
                }
            }
        }
        return all;
    }

    private static void gather(Driver window, Set<String> all) throws Exception {
        said(window).stream()
                .filter(words ->
                        SENTENCE.matcher(DIGEST.matcher(words).replaceAll("")).find())
                .forEach(all::add);
    }

    @Test
    void theChoiceChangesAnOpenWorkspaceAndIsRemembered() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            assertThat(window.text("page-evidence")).isEqualTo("Evidence");
            choose(window, Language.DE);
            window.until(() -> window.text("page-evidence").equals("Nachweise"));
            assertThat(window.text("organisation")).isEqualTo("Bergbank AG");
            window.press("page-packs");
            assertThat(window.onWindow(() -> ((ComboBox<?>) window.node("pack-language")).getValue()))
                    .isEqualTo(Language.DE);
        }
        Locale.setDefault(before);
        try (Driver window = Driver.open(folder)) {
            assertThat(window.text("start-founding")).isEqualTo("Arbeitsbereich gründen");
            choose(window, Language.EN);
            window.until(() -> window.text("start-founding").equals("Found a workspace"));
        }
    }

    @Test
    void whatSomebodyTypedIsNotLostToAnotherLanguage() throws Exception {
        try (Driver window = Driver.open(folder)) {
            window.enter();
            window.openChecklist();
            window.chooseNet3();
            window.robot.push(KeyCode.N);
            window.robot.write("half a sentence");
            window.until(() -> window.text("saving").equals("Not saved yet"));
            List<String> offered = window.onWindow(() -> {
                MenuButton menu = (MenuButton) window.node("language");
                menu.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
                return menu.getItems().stream()
                        .filter(item -> item.isVisible() && !item.isDisable())
                        .map(MenuItem::getText)
                        .collect(Collectors.toList());
            });
            assertThat(offered).isEmpty();
            assertThat(window.text("note")).isEqualTo("half a sentence");
        }
    }

    @Test
    void aSystemThatSpeaksGermanGetsGermanAndAnyOtherEnglish() {
        assertThat(new Settings(folder, Locale.forLanguageTag("de-AT"), Runnable::run)
                        .language()
                        .get())
                .isEqualTo(Language.DE);
        assertThat(new Settings(folder, Locale.FRENCH, Runnable::run).language().get())
                .isEqualTo(Language.EN);
    }

    @Test
    void englishStaysEnglishOnASystemThatSpeaksGerman() {
        Locale.setDefault(Locale.forLanguageTag("en-DE"));
        assertThat(Texts.beside(CairnWindow.class).language()).isEqualTo(Language.EN);
        assertThat(Texts.beside(Texts.class).text("cancel")).isEqualTo("Cancel");
        Locale.setDefault(Locale.GERMANY);
        assertThat(Texts.beside(Texts.class).text("cancel")).isEqualTo("Abbrechen");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.FRENCH);
        assertThat(Texts.beside(Texts.class).text("cancel")).isEqualTo("Cancel");
    }
}
