package org.cairn.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cairn.app.cli.CommandFixture.Result;
import org.cairn.app.cli.DocumentedCommands.Example;
import org.cairn.app.workspace.CheckpointMemory;
import org.cairn.app.workspace.Knowledge;
import org.cairn.app.workspace.WorkspaceEnvironment;
import org.cairn.collectors.Collectors;
import org.cairn.collectors.host.HostReader;
import org.cairn.proof.Bytes;
import org.cairn.proof.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs `docs/commands.md` on this machine, with the real collectors.
class DocumentedCommandsTest {
    private static final Set<String> FILES = Set.of(
            "acme",
            "ben",
            "demo",
            "sample-bank",
            "pilot.pdf",
            "dora.zip",
            "dora-de.zip",
            "dora-short.zip",
            "dora.zip.ers",
            "policy.txt",
            "names.txt",
            "redacted.txt",
            "sample.json",
            "answers.xlsx",
            "auditor",
            "marks.json",
            "marks.xlsx",
            "review.json",
            "policy.yaml",
            "wider.yaml",
            "learnt.yaml",
            "results.xml",
            "entry-3.tlog-proof",
            "branch",
            "acme.card",
            "branch.card",
            "branch.bundle",
            "acme.bundle",
            "team-b",
            "anna.keys",
            "acme-request",
            "acme-request.keys",
            "acme-signed",
            "request.json",
            "proposal.json",
            "signed.json",
            "risk.json",
            "risk2.json",
            "risk-signed.json",
            "backup.zip",
            "backup-keys.zip",
            "backup-folder",
            "backup-keys-folder",
            "acme-restored",
            "passphrase-of-ben.txt",
            "baseline.json",
            "baseline-signed.json",
            "accept.json",
            "accept-signed.json",
            "our-rules.xlsx",
            "our-rules.csv",
            "our-rules-copy.xlsx",
            "our-rules-mapping.json",
            "dora-catalog.json",
            "gdpr.csv",
            "request.pem",
            "certificate.pem",
            "captured",
            "web01.key",
            "web01-request.json",
            "web01.run",
            "other.run",
            "server.strace",
            "decisions.jsonl",
            "samples.jsonl",
            "samples.json",
            "runtime.json",
            "runtime.prov.json",
            "why.svg",
            "impact.svg",
            "none.svg",
            "incident.pdf",
            "departure.pdf",
            "unsigned.pdf",
            "none.pdf");

    @TempDir
    Path temporary;

    @Test
    void everyExampleDoesWhatThePageSays() throws Exception {
        Files.writeString(temporary.resolve("policy.txt"), "Outbound traffic is denied by default.");
        Files.writeString(temporary.resolve("names.txt"), "Orla Quillfeather\n");
        String policy = "format: cairn-runtime-policy-1\nsystem: payments-assistant\nprocesses: {all: true}\n"
                + "programs: [/usr/bin/]\nchildren: {}\ndata: {read: [/usr/], write: []}\ndestinations: ";
        Files.writeString(temporary.resolve("policy.yaml"), policy + "[]\n");
        Files.writeString(temporary.resolve("wider.yaml"), policy + "[{address: 203.0.113.0/24, ports: [443]}]\n");
        capture(temporary.resolve("captured"));
        Files.writeString(temporary.resolve("server.strace"), RuntimeCommandsTest.LOG);
        Files.writeString(temporary.resolve("decisions.jsonl"), RuntimeCommandsTest.DECISIONS);
        Files.writeString(temporary.resolve("results.xml"), """
                <TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="r" end-time="2026-02-28T03:06:28Z">
                  <benchmark id="B"/><target>inference-1</target>
                  <target-facts>
                    <fact name="urn:xccdf:fact:scanner:name">OpenSCAP</fact>
                    <fact name="urn:xccdf:fact:scanner:version">1.3.7</fact>
                  </target-facts>
                  <rule-result idref="sshd_disable_root_login"><result>fail</result></rule-result>
                  <rule-result idref="another_rule"><result>pass</result></rule-result>
                </TestResult>
                """);
        CommandFixture commands = new CommandFixture(
                temporary, thisMachine().withMemory(new CheckpointMemory(temporary.resolve("state"))));
        Files.writeString(temporary.resolve("passphrase-of-ben.txt"), "a passphrase that Ben remembers\n");
        for (Example example : DocumentedCommands.in(Files.readString(Path.of("../docs/commands.md")))) {
            List<String> arguments = new ArrayList<>(example.arguments());
            arguments.subList(1, arguments.size()).replaceAll(this::inFolder);
            Result result = commands.run(arguments.toArray(String[]::new));
            assertEquals(example.exit(), result.exit(), () -> example.line() + "\n" + result.err());
            if (example.shape().isPresent()) {
                Json actual = Json.parse(Bytes.utf8(result.out().strip()));
                List<String> differences = JsonShape.differences(example.shape().get(), actual, Set.of());
                assertEquals(List.of(), differences, example.line());
            }
            if (example.line().startsWith("cairn demo")) {
                assertTrue(result.out().endsWith("verify: intact\n"), result.out());
            }
        }
        assertTrue(Files.size(temporary.resolve("entry-3.tlog-proof")) > 0);
    }

    private static void capture(Path tree) throws IOException {
        Files.createDirectories(tree.resolve("etc/apt"));
        Files.createDirectories(tree.resolve("cairn-captured"));
        Files.writeString(tree.resolve("etc/hostname"), "web02\n");
        Files.writeString(tree.resolve("etc/passwd"), "root:x:0:0::/root:/bin/sh\n");
        Files.writeString(tree.resolve("cairn-captured/captured-at"), "2026-11-01T00:00:00Z\n");
    }

    private String inFolder(String word) {
        return FILES.contains(word) ? temporary.resolve(word).toString() : word;
    }

    private static WorkspaceEnvironment thisMachine() {
        return new WorkspaceEnvironment(
                Clock.systemUTC(),
                new SecureRandom(),
                HostReader.ofThisMachine(),
                Collectors.all(),
                Knowledge.builtIn(),
                "test");
    }
}
