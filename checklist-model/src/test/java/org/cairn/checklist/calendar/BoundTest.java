package org.cairn.checklist.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundTest {
    @ParameterizedTest
    @CsvSource({
        "deployer, deployer, true",
        "deployer, provider, false",
        "deployer, deployer (law enforcement), true",
        "deploy, deployer, false",
        "provider, operator, true",
        "'', provider, true"
    })
    void whoHasTheRoleMayBeMeant(String role, String binds, boolean bound) {
        assertEquals(bound, new Bound(role.isEmpty() ? List.of() : List.of(role)).binds(List.of(binds)));
    }

    @Test
    void whatNamesNobodyBindsAnybody() {
        assertTrue(new Bound(List.of("provider")).binds(List.of()));
    }
}
