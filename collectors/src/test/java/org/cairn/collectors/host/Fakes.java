package org.cairn.collectors.host;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.cairn.evidence.Refusal;
import org.cairn.proof.Bytes;

/// A host made of a folder and of canned answers to commands; one that begins with `ended with status` is a failure.
public final class Fakes {
    public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    public static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private Fakes() {}

    public static HostReader host(Path root, String user, Map<String, String> answers) {
        return new HostReader(root, new HostIdentity("testhost", user), command -> {
            String answer = answers.get(command.text());
            if (answer != null && answer.startsWith("ended with status")) {
                return new Commands.Answer.Refused(new Refusal(command.text(), Refusal.Why.MALFORMED, answer));
            }
            return answer == null
                    ? new Commands.Answer.Refused(
                            new Refusal(command.text(), Refusal.Why.ABSENT, "no program " + command.program()))
                    : new Commands.Answer.Printed(Bytes.utf8(answer));
        });
    }

    public static HostReader host(Path root) {
        return host(root, "root", Map.of());
    }
}
