package org.cairn.app.workspace;

import java.util.List;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Read;

/// What the host says of its clock, from files that each time service leaves while it runs.
final class ClockSources {
    /// @param runs         there while it runs
    /// @param synchronised there once the clock is in step
    private record Service(String name, String runs, String synchronised) {}

    private record Silent(String name, String runs) {}

    /// systemd-timesyncd.service(8): `/run/systemd/timesync/synchronized` is touched once the clock is synchronised.
    private static final List<Service> SERVICES =
            List.of(new Service("systemd-timesyncd", "/run/systemd/timesync", "/run/systemd/timesync/synchronized"));

    /// Services that leave a file while they run, and none that says whether they are in step: chrony.conf(5)
    /// `pidfile`,
    /// ntp.conf(5) `pidfile`, both at their Debian defaults.
    private static final List<Silent> WITHOUT_STATE =
            List.of(new Silent("chrony", "/run/chrony/chronyd.pid"), new Silent("ntpd", "/run/ntpd.pid"));

    private ClockSources() {}

    static ClockState read(HostReader host) throws InterruptedException {
        for (Service service : SERVICES) {
            if (isThere(host, service.runs())) {
                return new ClockState(service.name(), isThere(host, service.synchronised()));
            }
        }
        for (Silent service : WITHOUT_STATE) {
            if (isThere(host, service.runs())) {
                return new ClockState(service.name() + ", state not known", false);
            }
        }
        return new ClockState("none found", false);
    }

    private static boolean isThere(HostReader host, String path) throws InterruptedException {
        return host.facts(path) instanceof Read.Got<?>;
    }
}
