package org.cairn.collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.checklist.Finding;
import org.cairn.checklist.Outcome;
import org.cairn.checklist.check.CheckCatalogue;
import org.cairn.checklist.check.CheckDefinition;
import org.cairn.checklist.check.CheckEvaluation;
import org.cairn.checklist.check.CheckId;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.Fakes;
import org.cairn.evidence.EvidenceId;
import org.cairn.evidence.PayloadRef;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The hardened host with one thing changed: the check that looks at it says so, in words.
final class ChangedHostTest {
    @TempDir
    private Path root;

    @BeforeEach
    void copyTheTree() throws IOException {
        HardenedTree.copyTo(root);
    }

    /// @param file    what is changed
    /// @param from    what is replaced in it; empty to replace all of it
    /// @param finding how the finding begins
    record Change(String check, String file, String from, String to, String finding) {}

    static Stream<Change> changes() {
        return Stream.of(
                new Change(
                        "acc.review",
                        "etc/cairn/access-reviews.jsonl",
                        "2026-04-14",
                        "2026-02-14",
                        "no review of the last 92 days"),
                new Change(
                        "model.redteam",
                        "etc/cairn/red-team.jsonl",
                        "2026-03-20",
                        "2025-03-20",
                        "no red-team test of the last 365 days"),
                new Change(
                        "net.airgap.canary",
                        "etc/cairn/canaries.jsonl",
                        "\"failed\"",
                        "\"reached\"",
                        "192.0.2.1:443 was reached at 2026-05-30T09:00:00Z"),
                new Change(
                        "net.egress.observed",
                        "proc/net/tcp",
                        "0100007F:1F40 00000000:0000 0A",
                        "0400140A:C001 076433C6:01BB 01",
                        "tcp to 198.51.100.7:443 leads outside"),
                new Change(
                        "model.hash",
                        "srv/models/SHA256SUMS",
                        "tiny",
                        "other",
                        "/srv/models/other.safetensors: absent"),
                new Change(
                        "model.sig",
                        "srv/models/SHA256SUMS",
                        "tiny",
                        "./tiny",
                        "/srv/models/SHA256SUMS.sig is no signature"),
                new Change("acc.sod", "etc/group", "1002:", "1002:vllm", "vllm holds data and models"),
                new Change("acc.sod.fs", "etc/cairn/host.json", "[\"vllm\"]", "[]", "vllm can reach /srv/models"),
                new Change(
                        "model.gateway.listen",
                        "etc/systemd/system/vllm.service",
                        "127.0.0.1",
                        "0.0.0.0",
                        "vllm (/etc/systemd/system/vllm.service) listens on 0.0.0.0"),
                new Change(
                        "model.gateway.auth",
                        "etc/systemd/system/vllm.service",
                        "127.0.0.1",
                        "10.20.0.4",
                        "vllm (/etc/systemd/system/vllm.service) answers anyone"),
                new Change(
                        "model.gateway.key",
                        "etc/litellm/config.yaml",
                        "master_key:",
                        "other:",
                        "the gateway of /etc/litellm/config.yaml has no"),
                new Change(
                        "model.gateway.external",
                        "etc/litellm/config.yaml",
                        "http://127.0.0.1:8000/v1",
                        "https://api.openai.com/v1",
                        "chat (hosted_vllm) runs outside"),
                new Change(
                        "model.gateway.failover",
                        "etc/litellm/config.yaml",
                        "ollama/small",
                        "anthropic/small",
                        "chat falls back to small"),
                new Change(
                        "model.validate",
                        "etc/litellm/config.yaml",
                        "default_on: true",
                        "default_on: false",
                        "no filter is on"),
                new Change("model.budget", "var/log/gateway/usage.jsonl", "1200", "4800", "2026-05: 5100 tokens"),
                new Change(
                        "model.budget",
                        "var/log/gateway/usage.jsonl",
                        "0.25",
                        "10.36",
                        "2026-05: 1500 tokens and 10.51"),
                new Change(
                        "host.inference.user",
                        "proc/42/status",
                        "Uid:\t998\t998",
                        "Uid:\t998\t0",
                        "vllm (process 42) runs as"),
                new Change(
                        "host.inference.confined",
                        "proc/42/status",
                        "NoNewPrivs:\t1",
                        "NoNewPrivs:\t0",
                        "vllm (process 42): no-new-privileges 0"),
                new Change(
                        "host.inference.limits",
                        "sys/fs/cgroup/system.slice/vllm.service/memory.max",
                        "",
                        "max",
                        "vllm (process 42) may take all memory"),
                new Change(
                        "host.container",
                        "etc/kubernetes/manifests/inference.yaml",
                        "  containers:",
                        "  hostNetwork: true\n  containers:",
                        "Pod vllm, server (/etc/kubernetes/manifests/inference.yaml) asks for hostNetwork"),
                new Change(
                        "host.container.context",
                        "etc/kubernetes/manifests/inference.yaml",
                        "drop: [ALL]",
                        "drop: [NET_RAW]",
                        "Pod vllm, server (/etc/kubernetes/manifests/inference.yaml) leaves out capabilities.drop: ALL"),
                new Change(
                        "acc.rbac", "etc/kubernetes/manifests/inference.yaml", "[get, list]", "['*']", "Role reader"),
                new Change(
                        "acc.rbac",
                        "etc/kubernetes/manifests/inference.yaml",
                        "kind: Role, name: reader}",
                        "kind: ClusterRole, name: cluster-admin}",
                        "RoleBinding reader"),
                new Change(
                        "net.egress.k8s",
                        "etc/kubernetes/manifests/inference.yaml",
                        "[Ingress, Egress]",
                        "[Ingress]",
                        "namespace inference: egress denied by default no"),
                new Change(
                        "net.egress.k8s",
                        "etc/kubernetes/manifests/inference.yaml",
                        "policyTypes:",
                        "egress: [{}]\n  policyTypes:",
                        "namespace inference: egress denied by default no, opened to everywhere yes"),
                new Change("data.tls", "etc/nginx/conf.d/api.conf", "TLSv1.2 TLSv1.3", "TLSv1 TLSv1.2", "nginx on 443"),
                new Change("data.tls", "etc/nginx/conf.d/api.conf", "HIGH:!aNULL:!MD5", "HIGH:RC4-SHA", "nginx on 443"),
                new Change(
                        "data.tls",
                        "etc/nginx/conf.d/api.conf",
                        "return 301 https://$host$request_uri;",
                        "root /srv;",
                        "nginx on 80"),
                new Change("data.mtls", "etc/nginx/conf.d/api.conf", "ssl_verify_client on;", "", "nginx on 443"),
                new Change(
                        "net.lb",
                        "etc/nginx/conf.d/api.conf",
                        "http://127.0.0.1:8000",
                        "https://models.example.com",
                        "nginx (/etc/nginx/conf.d/api.conf) passes on to https://models.example.com"),
                new Change(
                        "data.cryptopolicy",
                        "etc/ssl/openssl.cnf",
                        "TLSv1.2",
                        "TLSv1.0",
                        "programs may negotiate TLS 1.0"),
                new Change(
                        "data.rotation", "etc/cairn/keys.json", "2026-01-10", "2025-01-10", "volume-1 is 507 days old"),
                new Change(
                        "data.label",
                        "etc/cairn/labels.json",
                        "/srv/data/",
                        "/srv/other/",
                        "1 of 1 files in /srv/data"),
                new Change(
                        "data.pii",
                        "srv/share/note.txt",
                        "4711",
                        "4111111111111111",
                        "/srv/share/note.txt: 1 times what looks like a payment card (41…11)"),
                new Change(
                        "data.backup.restore",
                        "etc/cairn/restore-tests.jsonl",
                        "ok",
                        "failed",
                        "no restore of the last 365 days"),
                new Change(
                        "sup.lock",
                        "srv/app/requirements.txt",
                        "==",
                        ">=",
                        "/srv/app/requirements.txt (pip): 1 of 1 without an exact version"),
                new Change(
                        "sup.lock",
                        "srv/app/requirements.txt",
                        "sha256:",
                        "md5:",
                        "/srv/app/requirements.txt (pip): 0 of 1 without an exact version, 1 without"),
                new Change("sup.verify", "usr/bin/sudo", "program", "pr0gram", "/usr/bin/sudo of sudo: changed"),
                new Change("host.gpu", "sys/module/nvidia/version", "570", "535", "0000:01:00.0 runs nvidia 535"),
                new Change(
                        "host.secureboot",
                        "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c",
                        "",
                        "\6\0\0\0\0",
                        "Secure Boot is off"),
                new Change(
                        "host.usbguard",
                        "etc/usbguard/usbguard-daemon.conf",
                        "block",
                        "allow",
                        "unknown devices are: allow"),
                new Change("host.usbguard", "proc/44/comm", "usbguard-daemon", "other", "usbguard does not run"),
                new Change(
                        "host.policy",
                        "srv/policy/egress_test.rego",
                        "test_denied",
                        "denied",
                        "egress (/srv/policy/egress.rego) has no test"),
                new Change("acc.idp", "etc/nsswitch.conf", "files sss", "files", "accounts come from files alone"),
                new Change(
                        "acc.idp", "etc/cairn/host.json", "[\"anna\"]", "[]", "anna is an account of this host alone"),
                new Change(
                        "acc.svc.tokens",
                        "etc/systemd/system/vllm.service",
                        "HF_HUB_OFFLINE=1",
                        "HF_TOKEN=hf_s3cr3tVALUE",
                        "HF_TOKEN is set to a value in /etc/systemd/system/vllm.service"),
                new Change("net.segment", "etc/cairn/host.json", "10.20.0.0/24", "10.20.1.0/24", "eth0 has 10.20.0.4"),
                new Change("log.alerts", "proc/45/comm", "falco", "other", "no program that runs here has rules"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theCheckThatLooksAtItFindsIt(Change change) throws Exception {
        Path file = root.resolve(change.file());
        String before = Files.readString(file);
        assertTrue(before.contains(change.from()), change + " has nothing to change in: " + before);
        Files.writeString(file, change.from().isEmpty() ? change.to() : before.replace(change.from(), change.to()));
        Outcome outcome = outcome(check(change.check()), HardenedTree.ANSWERS);
        List<String> findings =
                assertInstanceOf(Outcome.NotSatisfied.class, outcome, outcome.toString()).findings().stream()
                        .map(Finding::text)
                        .toList();
        assertTrue(findings.stream().anyMatch(text -> text.startsWith(change.finding())), findings.toString());
    }

    @Test
    void aDumpOfAWeakVolumeIsAFinding() throws Exception {
        Outcome outcome =
                outcome(check("data.luksparam"), answering("cryptsetup luksDump --dump-json-metadata /dev/vda", """
                {"keyslots":{"0":{"type":"luks2","key_size":32,"kdf":{"type":"pbkdf2"}},
                "1":{"type":"luks2","key_size":64,"kdf":{"type":"argon2id"}}},
                "segments":{"0":{"type":"crypt","encryption":"aes-cbc-essiv:sha256"}}}"""));
        assertEquals(
                List.of("vda: LUKS 2, aes-cbc-essiv:sha256, 256 bits, argon2id pbkdf2"),
                assertInstanceOf(Outcome.NotSatisfied.class, outcome).findings().stream()
                        .map(Finding::text)
                        .toList());
    }

    @Test
    void aLibraryForCardsIsNoCard() throws Exception {
        Files.delete(root.resolve("sys/class/tpm/tpm0/tpm_version_major"));
        Files.delete(root.resolve("sys/class/tpm/tpm0"));
        assertInstanceOf(Outcome.Indeterminate.class, outcome(check("data.hsm"), HardenedTree.ANSWERS));
        Files.writeString(root.resolve("usr/share/p11-kit/modules/card.module"), "module: libsofthsm2.so\n");
        assertInstanceOf(Outcome.NotSatisfied.class, outcome(check("data.hsm"), HardenedTree.ANSWERS));
    }

    @Test
    void anEndPointThatShakesHandsOverAnOldVersionIsAFinding() throws Exception {
        Outcome outcome = outcome(
                check("data.tls.live"),
                answering("openssl s_client -connect 127.0.0.1:8443 -tls1_1 -brief -cipher ALL:@SECLEVEL=0", ""));
        assertEquals(
                List.of("127.0.0.1:8443 accepts TLS 1.1"),
                assertInstanceOf(Outcome.NotSatisfied.class, outcome).findings().stream()
                        .map(Finding::text)
                        .toList());
    }

    @Test
    void anAddressOfAnotherHostIsNeverAsked() throws Exception {
        Path file = root.resolve("etc/cairn/host.json");
        Files.writeString(file, Files.readString(file).replace("127.0.0.1:8443", "192.0.2.7:443"));
        Map<String, String> answers = new TreeMap<>(HardenedTree.ANSWERS);
        for (String version : List.of("tls1", "tls1_1", "tls1_2", "tls1_3")) {
            answers.put("openssl s_client -connect 192.0.2.7:443 -" + version + " -brief -cipher ALL:@SECLEVEL=0", "");
        }
        Outcome outcome = outcome(check("data.tls.live"), answers);
        assertTrue(outcome.toString().contains("not asked"), outcome.toString());
        assertInstanceOf(Outcome.Indeterminate.class, outcome);
    }

    /// What stays when the operator states nothing at all.
    @Test
    void withoutADeclarationWhatItDecidesCannotBeTold() throws Exception {
        Files.delete(root.resolve("etc/cairn/host.json"));
        for (String id : Set.of(
                "model.sig",
                "acc.sod",
                "acc.sod.fs",
                "model.budget",
                "data.tls.live",
                "data.rotation",
                "data.label",
                "data.pii",
                "data.backup",
                "data.backup.restore",
                "sup.lock",
                "host.gpu",
                "host.policy",
                "acc.idp",
                "net.segment")) {
            Outcome outcome = outcome(check(id), HardenedTree.ANSWERS);
            assertInstanceOf(Outcome.Indeterminate.class, outcome, id + ": " + outcome);
            assertTrue(outcome.toString().contains(HostDeclaration.PATH), id + ": " + outcome);
        }
    }

    private static Map<String, String> answering(String command, String answer) {
        Map<String, String> answers = new TreeMap<>(HardenedTree.ANSWERS);
        assertTrue(answers.containsKey(command), command);
        answers.put(command, answer);
        return answers;
    }

    private static CheckDefinition check(String id) {
        return CheckCatalogue.load().check(new CheckId(id)).orElseThrow();
    }

    private Outcome outcome(CheckDefinition check, Map<String, String> answers) throws InterruptedException {
        Collector reads = Collectors.all().stream()
                .filter(collector -> collector.id().equals(check.reads()))
                .findFirst()
                .orElseThrow();
        Digest some = Digest.sha256(Bytes.empty());
        RecordedEvidence evidence = new RecordedEvidence(
                new EvidenceId(some),
                1,
                Fakes.NOW,
                new PayloadRef(some, some, 1),
                reads.collect(Fakes.host(root, "root", answers), Fakes.CLOCK).evidence());
        return CheckEvaluation.evaluate(check, Optional.of(evidence), Fakes.NOW);
    }
}
