package org.cairn.collectors.kernel;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;

/// Values the kernel runs with now (kernel: Documentation/admin-guide/sysctl), and which security modules are active.
public final class KernelSettingsCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "kernel.settings",
                    1,
                    "Kernel hardening settings",
                    List.of(
                            "/proc/sys/…",
                            "/sys/kernel/security/{lsm,lockdown}",
                            "/sys/fs/selinux/enforce",
                            "/sys/module/apparmor/parameters/enabled"))
            .withRoot("sudo cat /sys/kernel/security/lockdown", "values closed to others, where securityfs is");
    private static final List<String> SETTINGS = List.of(
            "kernel/randomize_va_space",
            "kernel/kptr_restrict",
            "kernel/dmesg_restrict",
            "kernel/unprivileged_bpf_disabled",
            "kernel/yama/ptrace_scope",
            "kernel/kexec_load_disabled",
            "kernel/modules_disabled",
            "kernel/sysrq",
            "kernel/perf_event_paranoid",
            "kernel/osrelease",
            "fs/protected_hardlinks",
            "fs/protected_symlinks",
            "fs/protected_fifos",
            "fs/protected_regular",
            "net/ipv4/ip_forward",
            "net/ipv4/conf/all/rp_filter",
            "net/ipv4/conf/all/accept_redirects",
            "net/ipv4/conf/all/send_redirects",
            "net/ipv4/conf/all/accept_source_route",
            "net/ipv4/tcp_syncookies",
            "net/ipv6/conf/all/forwarding",
            "net/ipv6/conf/all/accept_redirects",
            "net/ipv6/conf/all/disable_ipv6",
            "crypto/fips_enabled");
    private static final Pattern SELECTED = Pattern.compile("\\[([a-z]+)]");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        for (String setting : SETTINGS) {
            Optional<String> value = seen.text("/proc/sys/" + setting).map(String::strip);
            value.ifPresent(v -> seen.fact(setting.replace('/', '.').replace('_', '-'), v));
        }
        seen.text("/sys/kernel/security/lsm").ifPresent(list -> seen.fact("security-modules", list.strip()));
        seen.text("/sys/kernel/security/lockdown")
                .map(SELECTED::matcher)
                .filter(Matcher::find)
                .ifPresent(mode -> seen.fact("lockdown", mode.group(1)));
        seen.text("/sys/fs/selinux/enforce")
                .ifPresent(v -> seen.fact("selinux-enforcing", v.strip().equals("1") ? "yes" : "no"));
        seen.text("/sys/module/apparmor/parameters/enabled")
                .ifPresent(v -> seen.fact(
                        "apparmor-enabled", v.strip().toLowerCase(Locale.ROOT).equals("y") ? "yes" : "no"));
        return seen.result();
    }
}
