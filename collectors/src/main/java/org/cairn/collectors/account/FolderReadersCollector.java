package org.cairn.collectors.account;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.collectors.account.LocalAccounts.User;
import org.cairn.collectors.declared.HostDeclaration;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.Command;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.collectors.host.Read;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// Which accounts can reach what lies in the folders of models and data: through every folder above, with access
/// control
/// lists, and beside them who the operator says should.
public final class FolderReadersCollector implements Collector {
    private static final String EVERYONE = "every account of the host";

    private final List<String> modelFolders;
    private final CollectorDescription description;

    /// @param modelFolders where models lie if the operator names no folders
    public FolderReadersCollector(List<String> modelFolders) {
        this.modelFolders = List.copyOf(modelFolders);
        this.description = CollectorDescription.of(
                "account.folder-readers",
                1,
                "Who can reach the folders of models and data",
                List.of(
                        HostDeclaration.PATH,
                        "/etc/passwd",
                        "/etc/group",
                        "ls -ldn -- <folder>",
                        "getfacl -cnp -- <folder>"));
    }

    @Override
    public CollectorDescription description() {
        return description;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(description, host, clock);
        HostDeclaration declared = HostDeclaration.read(seen);
        Optional<LocalAccounts> accounts = LocalAccounts.read(seen);
        if (accounts.isEmpty()) {
            return seen.result();
        }
        List<String> models = declared.states("models.folders") ? declared.paths("models.folders") : modelFolders;
        look(seen, declared, accounts.get(), "models", there(host, models));
        look(seen, declared, accounts.get(), "data", there(host, declared.paths("data.folders")));
        for (String statement : List.of("models.folders", "data.folders")) {
            List<String> named = declared.paths(statement);
            List<String> there = there(host, named);
            named.stream()
                    .filter(folder -> !there.contains(folder))
                    .forEach(folder -> seen.population("folder-readers")
                            .refuse(new Refusal(folder, Refusal.Why.ABSENT, "named, and not there")));
        }
        return seen.result();
    }

    private static List<String> there(HostReader host, List<String> folders) throws InterruptedException {
        List<String> there = new ArrayList<>();
        for (String folder : folders) {
            if (!(host.facts(folder) instanceof Read.Refused<FileFacts>(Refusal refusal)
                    && refusal.why() == Refusal.Why.ABSENT)) {
                there.add(folder);
            }
        }
        return there;
    }

    private static void look(
            Observation seen, HostDeclaration declared, LocalAccounts accounts, String kind, List<String> folders)
            throws InterruptedException {
        Members readers = seen.population("folder-readers");
        String statement = kind + ".readers";
        if (!folders.isEmpty() && !declared.states(statement)) {
            readers.refuse(new Refusal(
                    HostDeclaration.PATH + " " + statement, Refusal.Why.ABSENT, "nobody is named as a reader"));
        }
        Set<String> allowed = allowed(accounts, declared.texts(statement));
        for (String folder : folders) {
            Optional<List<FolderAccess>> way = way(seen, folder, readers);
            if (way.isPresent()) {
                readers(accounts, way.get())
                        .forEach(name -> readers.add(
                                item(kind, folder, name, declared.states(statement), allowed.contains(name))));
            }
        }
    }

    /// Users as they are, `@group` as its members here.
    private static Set<String> allowed(LocalAccounts accounts, List<String> names) {
        Set<String> allowed = new TreeSet<>();
        for (String name : names) {
            allowed.addAll(
                    name.startsWith("@") ? accounts.membersOf(name.substring(1)).orElse(Set.of()) : Set.of(name));
        }
        return allowed;
    }

    private static Map<String, String> item(String kind, String folder, String name, boolean stated, boolean allowed) {
        Map<String, String> values = new TreeMap<>(Map.of("kind", kind, "folder", folder, "reader", name));
        if (name.equals("root")) {
            values.put("declared", "yes");
        } else if (stated || name.equals(EVERYONE)) {
            values.put("declared", allowed ? "yes" : "no");
        }
        return values;
    }

    /// `root`, whom no mode keeps out, and who else passes every folder of the way.
    private static Set<String> readers(LocalAccounts accounts, List<FolderAccess> way) {
        Set<String> readers = new TreeSet<>(Set.of("root"));
        if (way.stream().allMatch(FolderAccess::everyonePasses)) {
            readers.add(EVERYONE);
            return readers;
        }
        for (User user : accounts.users()) {
            Set<Integer> groups = accounts.groupsOf(user);
            if (way.stream().allMatch(folder -> folder.passes(user.uid(), groups))) {
                readers.add(user.name());
            }
        }
        return readers;
    }

    /// The folder and every folder above it, from the top.
    private static Optional<List<FolderAccess>> way(Observation seen, String folder, Members readers)
            throws InterruptedException {
        List<FolderAccess> way = new ArrayList<>();
        for (int slash = 0; slash >= 0; slash = folder.indexOf('/', slash + 1)) {
            int end = folder.indexOf('/', slash + 1);
            Optional<FolderAccess> access = access(seen, end < 0 ? folder : folder.substring(0, end), readers);
            if (access.isEmpty()) {
                return Optional.empty();
            }
            way.add(access.get());
        }
        return Optional.of(way);
    }

    private static Optional<FolderAccess> access(Observation seen, String folder, Members readers)
            throws InterruptedException {
        Optional<FolderAccess.Listing> listing =
                output(seen, Command.of("ls", "-ldn", "--", folder), readers).flatMap(FolderAccess::ofListing);
        if (listing.isEmpty() || !listing.get().isFolder()) {
            readers.refuse(new Refusal(folder, Refusal.Why.MALFORMED, "not a folder, or its mode could not be read"));
            return Optional.empty();
        }
        if (!listing.get().hasList()) {
            return Optional.of(listing.get().access());
        }
        Optional<FolderAccess> whole = output(seen, Command.of("getfacl", "-cnp", "--", folder), readers)
                .flatMap(listing.get().access()::withList);
        if (whole.isEmpty()) {
            readers.refuse(new Refusal(folder, Refusal.Why.MALFORMED, "its access control list could not be read"));
        }
        return whole;
    }

    private static Optional<String> output(Observation seen, Command command, Members readers)
            throws InterruptedException {
        Optional<String> output = seen.output(command);
        if (output.isEmpty()) {
            readers.refuse(new Refusal(command.text(), Refusal.Why.DENIED, "gave no answer"));
        }
        return output;
    }
}
