package org.cairn.collectors.account;

import java.time.InstantSource;
import java.util.List;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.SettingsFiles;
import org.cairn.evidence.CollectionResult;

/// Rules for local passwords (login.defs(5), pwquality.conf(5), faillock.conf(5)). A setting that is not written is
/// left
/// out: the default depends on the build.
public final class PasswordPolicyCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
            "account.password-policy",
            1,
            "Password rules",
            List.of(
                    "/etc/login.defs",
                    "/etc/security/pwquality.conf",
                    "/etc/security/pwquality.conf.d",
                    "/etc/security/faillock.conf"));

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        SettingsFiles.facts(
                seen,
                SettingsFiles.read(seen, "/etc/login.defs"),
                "login-defs-",
                List.of("pass_max_days", "pass_min_days", "encrypt_method", "umask", "uid_min", "uid_max"));
        SettingsFiles.facts(
                seen,
                SettingsFiles.read(seen, "/etc/security/pwquality.conf", "/etc/security/pwquality.conf.d", ".conf"),
                "pwquality-",
                List.of("minlen", "minclass", "dictcheck", "enforcing"));
        SettingsFiles.facts(
                seen,
                SettingsFiles.read(seen, "/etc/security/faillock.conf"),
                "faillock-",
                List.of("deny", "unlock_time", "fail_interval"));
        return seen.result();
    }
}
