package org.cairn.collectors.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.cairn.proof.Bytes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,LOOPBACK", "0.0.0.0,ANY", "10.1.2.3,PRIVATE", "172.16.0.1,PRIVATE", "172.32.0.1,PUBLIC",
        "192.168.1.1,PRIVATE", "169.254.1.1,LINK_LOCAL", "9.9.9.9,PUBLIC", "::1,LOOPBACK", "::,ANY",
        "fe80::1,LINK_LOCAL", "fd12::1,PRIVATE", "2001:db8::1,PUBLIC", "::ffff:10.0.0.1,PRIVATE", "::2,PUBLIC",
    })
    void knowsWhereAnAddressCanBeReachedFrom(String literal, IpAddress.Scope scope) {
        assertEquals(Optional.of(scope), IpAddress.parse(literal).map(IpAddress::scope));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1.2.3",
                "1.2.3.256",
                "01.2.3.4",
                ":::",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "g::",
                "1:2:3:4:5:6:7:8:9",
                "name"
            })
    void takesNothingElseForAnAddress(String text) {
        assertEquals(Optional.empty(), IpAddress.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:0DB8:0:0:1:0:0:1,2001:db8::1:0:0:1",
        "0:0:0:0:0:0:0:0,::",
        "1:0:2:3:4:5:6:7,1:0:2:3:4:5:6:7",
        "fe80:0:0:0:0:0:0:0,fe80::"
    })
    void writesTheFormOfRfc5952(String literal, String canonical) {
        assertEquals(
                canonical, IpAddress.parse(literal).map(IpAddress::toString).orElse("none"));
    }

    @Property
    void readsWhatItWrites(@ForAll @Size(16) byte[] sixteen, @ForAll @Size(4) byte[] four) {
        for (byte[] bytes : new byte[][] {sixteen, four}) {
            IpAddress address = new IpAddress(Bytes.copyOf(bytes));
            assertEquals(Optional.of(address), IpAddress.parse(address.toString()));
        }
    }
}
