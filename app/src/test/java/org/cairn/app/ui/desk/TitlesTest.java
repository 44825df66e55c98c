package org.cairn.app.ui.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.cairn.app.ui.kit.Texts;
import org.cairn.checklist.Control;
import org.cairn.checklist.ControlId;
import org.cairn.checklist.FrameworkId;
import org.cairn.checklist.Requirement;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckId;
import org.cairn.frameworks.FrameworkLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The library's titles, as the window shows them.
class TitlesTest {
    private static final Library LIBRARY = new Library(FrameworkLibrary.load(), CheckCatalogue.load());
    private final Locale before = Locale.getDefault();

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    private static Titles in(Locale locale) {
        Locale.setDefault(locale);
        return LIBRARY.titles();
    }

    @Test
    void everyControlHasAGermanTitleAndAGermanArea() {
        Titles english = in(Locale.ENGLISH);
        Titles german = in(Locale.GERMAN);

        List<Control> controls = LIBRARY.catalogue().controls();
        assertEquals(
                List.of(),
                controls.stream()
                        .filter(control -> german.of(control).endsWith("(englisch)"))
                        .toList());
        assertEquals(
                List.of("Compliance"),
                controls.stream()
                        .filter(control -> german.area(control).equals(control.category()))
                        .map(Control::category)
                        .distinct()
                        .toList());
        controls.forEach(control -> assertEquals(control.title(), english.of(control)));
    }

    @Test
    void aTitleWithoutTranslationIsShownInEnglishAndSaysSo() {
        Titles german = in(Locale.GERMANY);
        Requirement criterion = LIBRARY.frameworks()
                .framework(new FrameworkId("soc2"))
                .requirements()
                .getLast();

        assertEquals(criterion.title() + " (englisch)", german.of(criterion));
        assertEquals("Own (englisch)", german.of(new Control(new ControlId("OWN-1"), "Mine", "Own")));
        assertEquals("Mine", german.area(new Control(new ControlId("OWN-1"), "Mine", "Own")));
    }

    @Test
    void whatToDoAboutACheckIsSaidInTheLanguageOfTheWindow() {
        CheckDefinition check =
                LIBRARY.checks().check(new CheckId("acc.sshd.root")).orElseThrow();

        assertEquals("Set PermitRootLogin no.", in(Locale.ENGLISH).remediation(check));
        assertEquals("Setzen Sie PermitRootLogin no.", in(Locale.GERMAN).remediation(check));
    }

    @Test
    void aFrameworkIsCalledByItsNameInTheLanguageOfTheWindow() {
        var gdpr = LIBRARY.frameworks().framework(new FrameworkId("gdpr"));

        assertEquals("GDPR", in(Locale.ENGLISH).of(gdpr));
        assertEquals("Verordnung (EU) 2016/679 (DSGVO)", in(Locale.GERMAN).of(gdpr));
        assertEquals("Abbrechen", Texts.beside(Texts.class).text("cancel"));
    }
}
