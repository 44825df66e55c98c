package org.cairn.collectors.account;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.collectors.account.PamStack.Rule;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.host.CollectorDescription;
import org.cairn.collectors.host.FileFacts;
import org.cairn.collectors.host.HostReader;
import org.cairn.collectors.host.Members;
import org.cairn.collectors.host.Observation;
import org.cairn.evidence.CollectionResult;
import org.cairn.evidence.Refusal;

/// What each service asks of a person who logs in, with included stacks put in their place.
public final class PamCollector implements Collector {
    private static final String FOLDER = "/etc/pam.d";
    private static final int DEPTH_LIMIT = 8;
    private static final CollectorDescription DESCRIPTION =
            CollectorDescription.of("account.pam", 1, "Login stacks (PAM)", List.of(FOLDER + "/*"));
    /// Modules that ask for a second factor: one-time codes, security keys, smart cards.
    private static final Set<String> SECOND_FACTORS = Set.of(
            "pam_google_authenticator.so",
            "pam_oath.so",
            "pam_u2f.so",
            "pam_yubico.so",
            "pam_pkcs11.so",
            "pam_p11.so",
            "pam_fprintd.so",
            "pam_duo.so",
            "pam_radius_auth.so",
            "pam_usb.so");
    private static final Pattern JUMP = Pattern.compile("success=(\\d{1,4})");
    private static final Set<String> SERVICES = Set.of(
            "login",
            "sshd",
            "su",
            "su-l",
            "sudo",
            "sudo-i",
            "gdm-password",
            "lightdm",
            "sddm",
            "xrdp-sesman",
            "cockpit");

    @Override
    public CollectorDescription description() {
        return DESCRIPTION;
    }

    @Override
    public CollectionResult collect(HostReader host, InstantSource clock) throws InterruptedException {
        Observation seen = new Observation(DESCRIPTION, host, clock);
        Optional<List<FileFacts>> files = seen.directory(FOLDER);
        if (files.isEmpty()) {
            return seen.result();
        }
        Members stacks = seen.population("login-stacks");
        Map<String, PamStack> byName = new HashMap<>();
        for (FileFacts file : files.get()) {
            Optional<String> text = seen.text(file.path());
            text.ifPresent(t -> byName.put(file.name(), PamStack.parse(t)));
            if (text.isEmpty()) {
                stacks.refuse(new Refusal(file.path(), Refusal.Why.DENIED, "this stack could not be read"));
            }
        }
        byName.forEach((name, stack) -> seen.unknownLines(FOLDER + "/" + name, stack.unknownLines()));
        for (String service : new TreeMap<>(byName).keySet()) {
            if (SERVICES.contains(service)) {
                stacks.add(stack(service, byName, stacks));
            }
        }
        return seen.result();
    }

    private static Map<String, String> stack(String service, Map<String, PamStack> byName, Members stacks) {
        List<Rule> rules = new ArrayList<>();
        expand(service, "auth", byName, DEPTH_LIMIT, rules, stacks);
        List<Rule> factors = rules.stream()
                .filter(rule -> SECOND_FACTORS.contains(rule.module()))
                .toList();
        boolean forced =
                factors.stream().anyMatch(rule -> mustSucceed(rule) && !canBeSkipped(rules, rules.indexOf(rule)));
        boolean nullok = rules.stream().anyMatch(rule -> (" " + rule.arguments() + " ").contains(" nullok "));
        boolean lockout = rules.stream()
                .anyMatch(rule -> Set.of("pam_faillock.so", "pam_tally2.so").contains(rule.module()));
        return Map.of(
                "service", service,
                "second-factor", factors.isEmpty() ? "none" : forced ? "required" : "optional",
                "empty-passwords",
                        nullok || factors.stream().anyMatch(r -> r.arguments().contains("nullok"))
                                ? "accepted"
                                : "refused",
                "lockout", lockout ? "yes" : "no",
                "modules", String.join(" ", rules.stream().map(Rule::module).toList()));
    }

    /// A second factor that is let pass when it is not set up (`nullok`) is not required.
    private static boolean mustSucceed(Rule rule) {
        return Set.of("required", "requisite").contains(rule.control())
                && !rule.arguments().contains("nullok");
    }

    /// Whether a rule before it may end the stack with success or jump over it (pam.d(5): `sufficient`,
    /// `success=done`, `success=N`).
    private static boolean canBeSkipped(List<Rule> rules, int index) {
        for (int before = 0; before < index; before++) {
            String control = rules.get(before).control();
            Matcher jump = JUMP.matcher(control);
            if (control.equals("sufficient")
                    || control.contains("success=done")
                    || jump.find() && before + Integer.parseInt(jump.group(1)) >= index) {
                return true;
            }
        }
        return false;
    }

    private static void expand(
            String name, String type, Map<String, PamStack> byName, int depth, List<Rule> into, Members stacks) {
        PamStack stack = byName.get(name);
        if (stack == null || depth == 0) {
            stacks.refuse(new Refusal(FOLDER + "/" + name, Refusal.Why.ABSENT, "an included stack is not there"));
            return;
        }
        for (Rule rule : stack.rules()) {
            if (rule.type().equals(type) && rule.includes()) {
                expand(rule.module(), type, byName, depth - 1, into, stacks);
            } else if (rule.type().equals(type)) {
                into.add(rule);
            }
        }
    }
}
