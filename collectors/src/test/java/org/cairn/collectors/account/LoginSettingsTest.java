package org.cairn.collectors.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.collectors.host.Fakes;
import org.cairn.evidence.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoginSettingsTest {
    @TempDir
    Path root;

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(Path.of(file.toString().replaceFirst("/[^/]*$", "")));
        Files.writeString(file, text);
    }

    private Evidence sshd(Map<String, String> answers) throws InterruptedException {
        return new SshdCollector()
                .collect(Fakes.host(root, "root", answers), Fakes.CLOCK)
                .evidence();
    }

    @Test
    void theFirstValueCountsAlsoAcrossAnIncludeAtTheEnd() throws Exception {
        file("etc/ssh/sshd_config", "PermitRootLogin no\nInclude /etc/ssh/sshd_config.d/*.conf\nUsePAM yes\n");
        file("etc/ssh/sshd_config.d/10.conf", "PermitRootLogin yes\nPasswordAuthentication yes\n");
        assertEquals(
                new TreeMap<>(Map.of(
                        "permitrootlogin",
                        "no",
                        "passwordauthentication",
                        "yes",
                        "usepam",
                        "yes",
                        "settings-from",
                        "files")),
                sshd(Map.of()).facts());
    }

    @Test
    void anIncludedFileThatCannotBeReadLeavesEverythingUnknown() throws Exception {
        file("etc/ssh/sshd_config", "Include /etc/ssh/sshd_config.d/*.conf\nPermitRootLogin no\n");
        file("etc/ssh/sshd_config.d/10.conf", "#".repeat(5 * 1024 * 1024));
        assertEquals(new TreeMap<>(), sshd(Map.of()).facts());
        assertEquals(
                Optional.of("no"),
                sshd(Map.of("sshd -T", "permitrootlogin no\n")).fact("permitrootlogin"));
    }

    @Test
    void aDropInThatCannotBeReadLeavesASettingUnknown() throws Exception {
        file("etc/security/pwquality.conf", "minlen = 14\n");
        assertEquals(
                Optional.of("14"),
                new PasswordPolicyCollector()
                        .collect(Fakes.host(root), Fakes.CLOCK)
                        .evidence()
                        .fact("pwquality-minlen"));
        file("etc/security/pwquality.conf.d/x.conf", "#".repeat(5 * 1024 * 1024));
        assertEquals(
                Optional.empty(),
                new PasswordPolicyCollector()
                        .collect(Fakes.host(root), Fakes.CLOCK)
                        .evidence()
                        .fact("pwquality-minlen"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth required pam_unix.so; auth required pam_oath.so | required",
                "auth required pam_unix.so; auth sufficient pam_oath.so | optional",
                "auth sufficient pam_unix.so; auth required pam_oath.so | optional",
                "auth [success=done default=ignore] pam_unix.so; auth required pam_oath.so | optional",
                "auth [success=1 default=ignore] pam_unix.so; auth requisite pam_deny.so; auth required pam_oath.so | required",
                "auth [success=2 default=ignore] pam_unix.so; auth requisite pam_deny.so; auth required pam_oath.so | optional",
                "auth required pam_unix.so; auth required pam_google_authenticator.so nullok | optional",
                "auth required pam_unix.so; account required pam_oath.so | none",
            })
    void aSecondFactorIsRequiredOnlyIfNothingLetsItBeSkipped(String stack, String factor) throws Exception {
        file("etc/pam.d/sshd", stack.replace("; ", "\n") + "\n");
        Evidence evidence =
                new PamCollector().collect(Fakes.host(root), Fakes.CLOCK).evidence();
        assertEquals(
                Optional.of(factor),
                evidence.population("login-stacks")
                        .orElseThrow()
                        .items()
                        .getFirst()
                        .value("second-factor"));
    }
}
