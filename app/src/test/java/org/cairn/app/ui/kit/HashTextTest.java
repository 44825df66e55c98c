package org.cairn.app.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HashTextTest {
    @Test
    void aHashIsShownInGroupsOfEight() {
        assertEquals("01234567 89abcdef 0123", HashText.grouped("0123456789abcdef0123"));
    }

    @Test
    void tablesShowTheFirstTwoGroups() {
        assertEquals("01234567 89abcdef", HashText.shortened("0123456789abcdef0123"));
    }
}
