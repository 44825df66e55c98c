package org.cairn.collectors.crypto;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;
import org.cairn.evidence.yaml.MalformedYaml;
import org.cairn.evidence.yaml.Tree;
import org.cairn.evidence.yaml.Yaml;
import org.cairn.proof.Json;

/// What the settings of proxies say of encryption: where they listen, which versions and ciphers they allow, whether
/// they ask for a client's certificate, whither they pass on.
public final class TlsSettingsCollector implements Collector {
    private static final List<String> NGINX = List.of("/etc/nginx/conf.d", "/etc/nginx/sites-enabled");
    private static final List<String> APACHE = List.of(
            "/etc/apache2/mods-enabled",
            "/etc/apache2/conf-enabled",
            "/etc/apache2/sites-enabled",
            "/etc/httpd/conf",
            "/etc/httpd/conf.d");
    /// Only the digest is kept: some of these files hold passwords.
    private static final int LIMIT = 4 * 1024 * 1024;

    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "crypto.tls-settings",
                    1,
                    "Encryption settings of proxies",
                    List.of(
                            "/etc/nginx/{nginx.conf,conf.d,sites-enabled}",
                            "/etc/haproxy/haproxy.cfg",
                            "/etc/apache2/{apache2.conf,ports.conf,*-enabled}",
                            "/etc/httpd/conf{,.d}",
                            "/etc/envoy/envoy.yaml"))
            .withRoot("cairn collect (as root)", "settings files closed to others");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        List<Refusal> refusals = new ArrayList<>();
        Members servers = seen.population("tls-servers");
        Members upstreams = seen.population("upstreams");
        TlsServers into = new TlsServers(servers, upstreams);
        int files = nginx(seen, into, refusals) + apache(seen, into, refusals);
        for (String path : files(seen.host(), "/etc/haproxy/haproxy.cfg", "/etc/haproxy/conf.d", refusals)) {
            files++;
            text(seen, path, refusals).ifPresent(text -> HaproxySettings.tell(path, text, into));
        }
        for (String path : List.of("/etc/envoy/envoy.yaml")) {
            if (isThere(host, path)) {
                files++;
                envoy(seen, path, into, refusals);
            }
        }
        if (files == 0 && refusals.isEmpty()) {
            refusals.add(new Refusal(
                    "settings of nginx, HAProxy, Apache or Envoy", Refusal.Why.ABSENT, "none of them is set up here"));
        }
        refusals.forEach(seen::refuse);
        refusals.forEach(servers::refuse);
        refusals.forEach(upstreams::refuse);
        return seen.result();
    }

    private static int nginx(Observation seen, TlsServers into, List<Refusal> refusals) throws InterruptedException {
        NginxSettings settings = new NginxSettings();
        List<String> paths = new ArrayList<>(files(seen.host(), "/etc/nginx/nginx.conf", NGINX.getFirst(), refusals));
        paths.addAll(files(seen.host(), "/etc/nginx/no-other-file", NGINX.getLast(), refusals));
        for (String path : paths) {
            Optional<Directives> file = text(seen, path, refusals).map(Directives::parse);
            if (file.isPresent() && !file.get().complete()) {
                refusals.add(new Refusal(path, Refusal.Why.MALFORMED, "its blocks do not close"));
            }
            file.ifPresent(directives -> settings.add(path, directives));
        }
        settings.tell(into);
        refuse(settings.unread(), refusals);
        return paths.size();
    }

    private static int apache(Observation seen, TlsServers into, List<Refusal> refusals) throws InterruptedException {
        ApacheSettings settings = new ApacheSettings();
        int files = 0;
        for (String folder : APACHE) {
            for (String path : files(seen.host(), folder + "/no-other-file", folder, refusals)) {
                files++;
                text(seen, path, refusals).ifPresent(text -> settings.add(path, text));
            }
        }
        for (String path : List.of("/etc/apache2/apache2.conf", "/etc/apache2/ports.conf")) {
            if (isThere(seen.host(), path)) {
                files++;
                text(seen, path, refusals).ifPresent(text -> settings.add(path, text));
            }
        }
        settings.tell(into);
        refuse(settings.unread(), refusals);
        return files;
    }

    private static void refuse(List<String> unread, List<Refusal> refusals) {
        unread.forEach(include ->
                refusals.add(new Refusal(include, Refusal.Why.MALFORMED, "what it includes is not read here")));
    }

    private static void envoy(Observation seen, String path, TlsServers into, List<Refusal> refusals)
            throws InterruptedException {
        Optional<String> text = text(seen, path, refusals);
        if (text.isPresent()) {
            try {
                for (Json document : Yaml.documents(text.get())) {
                    EnvoySettings.tell(path, document, into);
                    if (Tree.at(document, "dynamic_resources").isPresent()) {
                        refusals.add(new Refusal(
                                path, Refusal.Why.MALFORMED, "more listeners may come from dynamic_resources"));
                    }
                }
            } catch (MalformedYaml e) {
                refusals.add(new Refusal(path, Refusal.Why.MALFORMED, String.valueOf(e.getMessage())));
            }
        }
    }

    private static Optional<String> text(Observation seen, String path, List<Refusal> refusals)
            throws InterruptedException {
        Optional<String> text = seen.hashed(path, LIMIT);
        if (text.isEmpty()) {
            refusals.add(new Refusal(path, Refusal.Why.DENIED, "could not be read"));
        }
        return text;
    }

    /// The main file and the files of a folder, links among them, as far as they are there.
    private static List<String> files(HostReader host, String main, String folder, List<Refusal> refusals)
            throws InterruptedException {
        List<String> files = new ArrayList<>();
        if (isThere(host, main)) {
            files.add(main);
        }
        switch (host.list(folder)) {
            case Read.Refused<List<FileFacts>>(Refusal refusal) -> {
                if (refusal.why() != Refusal.Why.ABSENT) {
                    refusals.add(refusal);
                }
            }
            case Read.Got<List<FileFacts>>(List<FileFacts> members) ->
                members.stream()
                        .filter(member ->
                                !member.isDirectory() && !member.name().endsWith(".load"))
                        .map(FileFacts::path)
                        .forEach(files::add);
        }
        return files;
    }

    private static boolean isThere(HostReader host, String path) throws InterruptedException {
        return !(host.facts(path) instanceof Read.Refused<FileFacts>(Refusal refusal)
                && refusal.why() == Refusal.Why.ABSENT);
    }
}
