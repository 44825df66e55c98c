package org.cairn.collectors.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cairn.collectors.file.PersonalDataScan.Hit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers that the makers of these formats publish as examples.
final class PersonalDataScanTest {
    @Test
    void findsNumbersWhoseCheckDigitsFitAndShowsTheirEndsOnly() {
        assertEquals(
                List.of(
                        new Hit("payment card", "41…11"),
                        new Hit("payment card", "37…05"),
                        new Hit("IBAN", "DE…00"),
                        new Hit("IBAN", "GB…32"),
                        new Hit("German tax number", "86…19"),
                        new Hit("Dutch service number", "11…33")),
                PersonalDataScan.of("""
                        card 4111 1111 1111 1111, or 378282246310005
                        to DE89 3704 0044 0532 0130 00 or GB82WEST12345698765432
                        Steuer-ID: 86095742719
                        BSN 111222333
                        """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112",
                "4444444444444444",
                "order 0000000000000",
                "1.4111111111111111",
                "DE88370400440532013000",
                "Steuer-ID: 86095742718",
                "86095742719",
                "BSN 111222334",
                "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "2026-11-21T17:00:00Z 10.20.0.4 GET /v1/models 200"
            })
    void leavesAloneWhatDoesNotFit(String text) {
        assertEquals(List.of(), PersonalDataScan.of(text));
    }
}
