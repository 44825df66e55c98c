package org.cairn.reports.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class VisibleTextProperties {
    @Property
    void whatIsShownHasNothingInvisible(@ForAll String text) {
        String shown = VisibleText.of(text, codePoint -> codePoint < 0x2000);

        assertTrue(shown.codePoints()
                .allMatch(codePoint -> codePoint == '\n'
                        || codePoint == '⟨'
                        || codePoint == '⟩'
                        || codePoint < 0x2000 && !Character.isISOControl(codePoint)));
    }

    @Property
    void differentTextsAreShownDifferently(@ForAll String one, @ForAll String other) {
        boolean same = VisibleText.of(one, _ -> true).equals(VisibleText.of(other, _ -> true));

        // a text that already spells a code point is the one exception
        assertTrue(one.equals(other) || !same || (one + other).contains("⟨U+"));
    }

    @Example
    void aBidirectionalOverrideIsWrittenOut() {
        assertEquals("user⟨U+202E⟩txt.exe", VisibleText.of("user\u202Etxt.exe", _ -> true));
    }

    @Example
    void aRunOfUnprintableCharactersIsOneGroup() {
        assertEquals("⟨U+6F22 U+5B57⟩ ⟨U+1F600⟩", VisibleText.of("漢字 😀", codePoint -> codePoint < 0x3000));
    }

    @Example
    void plainTextStaysAsItIs() {
        assertEquals("Füße ≥ 3 µm – ●", VisibleText.of("Füße ≥ 3 µm – ●", _ -> true));
    }
}
