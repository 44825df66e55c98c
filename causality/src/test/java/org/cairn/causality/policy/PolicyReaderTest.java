package org.cairn.causality.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {
    static final String FULL = """
            format: cairn-runtime-policy-1
            system: support-bot
            processes:
              users: [3001]
              programs: [/srv/app/server.py]
              from: [/usr/bin/containerd-shim]
            programs: [/usr/bin/python3.11, /srv/app/]
            children:
              /usr/bin/python3.11: [/usr/bin/cat]
            data:
              read: [/srv/data/train/, /etc/hosts]
              write: [/srv/out/*]
            destinations:
              - address: 10.0.0.0/8
                ports: [443, 8000-8099]
              - address: 2001:db8::7
            models:
              files: [/srv/models/]
              readers:
                - {program: /usr/bin/python3.11, user: 3001}
            artefacts:
              places: [/usr/]
              sha256:
                /srv/models/a.gguf: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            users:
              actAs: [3001]
              changes: [{from: 0, to: 3001}]
            volume: {period: PT1H, files: 200}
            writable: [/tmp/]
            watched:
              connections: [ai_net]
              programs: []
            """;

    @Test
    void readsEveryPart() throws MalformedPolicy {
        RuntimePolicy policy = PolicyReader.read(FULL);
        assertEquals(
                List.of(
                        "support-bot",
                        Set.of("3001"),
                        "10.0.0.0/8",
                        "[Ports[first=443, last=443], Ports[first=8000, last=8099]]",
                        Optional.of("3001"),
                        "{PROGRAMS=[], CONNECTIONS=[ai_net]}"),
                List.of(
                        policy.system(),
                        policy.processes().users(),
                        policy.destinations().orElseThrow().getFirst().network(),
                        policy.destinations().orElseThrow().getFirst().ports().toString(),
                        policy.models().orElseThrow().readers().getFirst().user(),
                        policy.watched().toString()));
    }

    @Test
    void whatIsWrittenIsReadBackTheSame() throws MalformedPolicy {
        RuntimePolicy policy = PolicyReader.read(FULL);
        assertEquals(policy, PolicyReader.read(PolicyText.of(policy, List.of("a note\nformat: other"))));
    }

    @Test
    void whatIsAbsentDecidesNothing() throws MalformedPolicy {
        RuntimePolicy policy = PolicyReader.read(
                "format: cairn-runtime-policy-1\nsystem: a\nprocesses: {all: true}\ndestinations: []\n");
        assertEquals(
                List.of(DeviationKind.NEW_DESTINATION),
                Stream.of(DeviationKind.values()).filter(policy::speaksOf).toList());
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("destinatons: []", "line 4: destinatons is not known"),
                Arguments.of("data:\n  raed: []", "line 5: data.raed is not known"),
                Arguments.of("data:\n  read: [srv/a]", "line 5: data.read[0] 'srv/a' is no absolute path"),
                Arguments.of("data:\n  read:", "line 5: data.read is no list"),
                Arguments.of("writable:\n  - /tmp/\n  - /srv/../x", "line 6: writable[1] '/srv/../x'"),
                Arguments.of("destinations: [{address: example.org}]", "destinations[0].address is 'example.org'"),
                Arguments.of("destinations: [{address: 10.1.2.3/8}]", "bits beyond its prefix"),
                Arguments.of("destinations: [{address: 10.0.0.0/8, ports: [70000]}]", "ports is '70000'"),
                Arguments.of("volume: {period: P0D, files: 1}", "volume.period is 'P0D'"),
                Arguments.of("children: {bash: []}", "children.bash does not begin with a slash"),
                Arguments.of("users: {actAs: 3001}", "users.actAs is no list"),
                Arguments.of("writable: []\nwritable: []", "line 5: found duplicate key"));
    }

    @ParameterizedTest
    @MethodSource
    void refused(String part, String reason) {
        String text = "format: cairn-runtime-policy-1\nsystem: a\nprocesses: {all: true}\n" + part + "\n";
        String message = message(text);
        assertTrue(message.contains(reason), message);
    }

    private static String message(String text) {
        return String.valueOf(assertThrows(MalformedPolicy.class, () -> PolicyReader.read(text))
                .getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just words",
                "[]",
                "format: cairn-runtime-policy-2\nsystem: a\nprocesses: {all: true}",
                "format: cairn-runtime-policy-1\nprocesses: {all: true}",
                "format: cairn-runtime-policy-1\nsystem: A B\nprocesses: {all: true}",
                "format: cairn-runtime-policy-1\nsystem: a",
                "format: cairn-runtime-policy-1\nsystem: a\nprocesses: {users: []}",
                "format: cairn-runtime-policy-1\nsystem: a\nprocesses: {all: true}\n---\nformat: x",
                "a: &a [*a]"
            })
    void whatIsNoPolicyIsRefused(String text) {
        assertThrows(MalformedPolicy.class, () -> PolicyReader.read(text));
    }
}
