package org.cairn.collectors.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.account.LocalAccounts.User;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.text.KeyValues;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Whether accounts come from a directory (nsswitch.conf(5), sssd.conf(5), krb5.conf(5)), and which people still have
/// an
/// account of this host alone.
public final class DirectoryCollector implements Collector {
    private static final CollectorDescription DESCRIPTION = CollectorDescription.of(
                    "account.directory",
                    1,
                    "Directory of accounts and local exceptions",
                    List.of(
                            HostDeclaration.PATH,
                            "/etc/nsswitch.conf",
                            "/etc/sssd/sssd.conf",
                            "/etc/krb5.conf",
                            "/etc/passwd",
                            "/etc/group"))
            .withRoot("sudo cat /etc/sssd/sssd.conf", "the directory's provider: the file is closed to others");
    private static final Pattern PASSWD = Pattern.compile("(?m)^\\s*passwd:\\s*(.*?)\\s*$");
    private static final Set<String> DIRECTORIES = Set.of("sss", "ldap", "winbind", "nis", "nisplus", "hesiod");
    private static final Set<String> NO_LOGIN =
            Set.of("/usr/sbin/nologin", "/sbin/nologin", "/bin/false", "/usr/bin/false");
    private static final int FIRST_PERSON = 1000;
    private static final int NOBODY = 65_534;
    /// Only the digest is kept: the file may hold the password of the directory's reader.
    private static final int SETTINGS_LIMIT = 1024 * 1024;

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        HostDeclaration declared = HostDeclaration.ifThere(seen);
        seen.text("/etc/nsswitch.conf")
                .map(PASSWD::matcher)
                .filter(Matcher::find)
                .ifPresent(line -> {
                    List<String> sources = List.of(
                            line.group(1).replaceAll("\\[[^]]*]", " ").strip().split("\\s+"));
                    seen.fact("account-sources", String.join(" ", sources));
                    seen.fact("directory", sources.stream().anyMatch(DIRECTORIES::contains) ? "yes" : "no");
                });
        seen.hashed("/etc/sssd/sssd.conf", SETTINGS_LIMIT)
                .map(KeyValues::parse)
                .flatMap(settings -> settings.value("id_provider"))
                .ifPresent(provider -> seen.fact("directory-provider", provider));
        seen.text("/etc/krb5.conf")
                .map(KeyValues::parse)
                .flatMap(settings -> settings.value("default_realm"))
                .ifPresent(realm -> seen.fact("kerberos-realm", realm));
        Optional<LocalAccounts> accounts = LocalAccounts.read(seen);
        if (accounts.isPresent()) {
            people(seen, declared, accounts.get());
        }
        return seen.result();
    }

    private static void people(Observation seen, HostDeclaration declared, LocalAccounts accounts) {
        Members people = seen.population("local-people");
        if (!declared.states("accounts.breakGlass")) {
            people.refuse(new Refusal(
                    HostDeclaration.PATH + " accounts.breakGlass", Refusal.Why.ABSENT, "no exceptions are named"));
        }
        for (User user : accounts.users()) {
            boolean person = user.uid() >= FIRST_PERSON && user.uid() != NOBODY && !NO_LOGIN.contains(user.shell());
            if (person && declared.states("accounts.breakGlass")) {
                boolean exception = declared.texts("accounts.breakGlass").contains(user.name());
                people.add("name", user.name(), "break-glass", exception ? "yes" : "no");
            } else if (person) {
                people.add("name", user.name());
            }
        }
    }
}
