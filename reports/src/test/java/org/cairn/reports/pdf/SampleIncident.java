package org.cairn.reports.pdf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.causality.Edge;
import org.cairn.causality.incident.Incident;
import org.cairn.causality.query.Destination;
import org.cairn.causality.query.Destinations;
import org.cairn.causality.record.LogFile;
import org.cairn.causality.record.RuntimeRecord;
import org.cairn.frameworks.Language;
import org.cairn.proof.Digest;
import org.cairn.reports.incident.IncidentModel;

/// A process that reads a file of patients and connects to a strange host.
public final class SampleIncident {
    private static final String LOG = """
            10 1700000000.000001 execve("/usr/bin/python3", ["python3", "server.py"], 0x7ff /* 4 vars */) = 0
            10 1700000001.000001 clone(child_stack=NULL, flags=SIGCHLD) = 11
            11 1700000001.000002 execve("/tmp/.c/<b>upd", ["/tmp/.c/<b>upd"], 0x7ff /* 4 vars */) = 0
            11 1700000002.000001 openat(AT_FDCWD</>, "/srv/data/patients.csv", O_RDONLY|O_CLOEXEC) = 3</srv/data/patients.csv>
            11 1700000003.000001 connect(5<TCP:[7]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("203.0.113.50")}, 16) = -1 EINPROGRESS (Operation now in progress)
            11 1700000003.000002 sendto(5<TCP:[7]>, "x", 1, 0, NULL, 0) = 1
            11 1700000004.000001 connect(6<TCP:[8]>, {sa_family=AF_INET, sin_port=htons(8443), sin_addr=inet_addr("203.0.113.50")}, 16) = -1 ECONNREFUSED (Connection refused)
            11 1700000005.000001 +++ exited with 0 +++
            """;
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    private SampleIncident() {}

    public static Incident incident(Path folder) throws Exception {
        Path log = Files.writeString(folder.resolve("server.strace"), LOG);
        RuntimeRecord record = RuntimeRecord.read(
                List.of(new LogFile(log, "gpu-1", Optional.empty(), ZoneOffset.UTC, Optional.empty())));
        Edge event = Destinations.of(record.graph()).stream()
                .map(Destination::edge)
                .findFirst()
                .orElseThrow();
        return Incident.of(record, event);
    }

    public static IncidentModel model(Incident incident, Language language) {
        Digest log = incident.record().logs().getFirst().source().digest();
        return new IncidentModel(
                incident,
                language,
                Optional.of("Südbank AG"),
                Optional.empty(),
                NOW,
                NOW.minusSeconds(3_600),
                List.of(new IncidentModel.Departure(
                        "new-destination",
                        "upd connects to 203.0.113.50:443",
                        "destinations",
                        "policy.yaml",
                        Optional.empty(),
                        Optional.of(new IncidentModel.Accepted(
                                "false-positive", LocalDate.of(2026, 12, 31), List.of("Anna", "Ben"), 93)))),
                List.of(new IncidentModel.Clock(
                        "GDPR-72",
                        "Notify a personal data breach",
                        "Regulation (EU) 2016/679, Art. 33(1)",
                        Optional.of(NOW.plusSeconds(71 * 3_600)),
                        List.of())),
                Map.of(log, "server.strace"));
    }
}
