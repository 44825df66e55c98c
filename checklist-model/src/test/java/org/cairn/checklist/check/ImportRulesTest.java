package org.cairn.checklist.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cairn.checklist.Gap;
import org.cairn.checklist.Outcome;
import org.cairn.evidence.Evidence;
import org.cairn.evidence.Item;
import org.cairn.evidence.Population;
import org.cairn.evidence.RecordedEvidence;
import org.cairn.evidence.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What imported results say of the controls they bear on: each check that the rules build is tried.
final class ImportRulesTest {
    private static final ImportRules RULES = ImportRules.load();

    /// A result that some rule leads to this control.
    private static final Map<ImportRule.Kind, List<String>> EXAMPLES = Map.of(
            ImportRule.Kind.RULE,
            List.of(
                    "xccdf_org.ssgproject.content_rule_sshd_disable_root_login",
                    "accounts_password_minlen",
                    "no_invalid_shell_accounts_unlocked",
                    "nftables_ensure_default_deny_policy",
                    "kernel_module_usb-storage_disabled",
                    "encrypt_partitions",
                    "sshd_use_strong_ciphers",
                    "ensure_gpgcheck_globally_activated",
                    "security_patches_up_to_date",
                    "rsyslog_remote_loghost",
                    "audit_rules_immutable",
                    "service_chronyd_enabled",
                    "sysctl_kernel_kptr_restrict",
                    "AUTH-9229",
                    "AUTH-9204",
                    "USB-1000",
                    "KRNL-5820",
                    "KRNL-6000",
                    "FIRE-4512",
                    "PKGS-7392",
                    "PKGS-7388",
                    "LOGG-2130",
                    "ACCT-9628",
                    "LOGG-2154",
                    "TIME-3104",
                    "SSH-7408",
                    "DS-0002",
                    "DS-0001",
                    "aws-access-key-id"),
            ImportRule.Kind.CCI,
            List.of("CCI-000366", "CCI-000169", "CCI-002418"),
            ImportRule.Kind.CCE,
            List.of(),
            ImportRule.Kind.NIST,
            List.of(),
            ImportRule.Kind.CWE,
            List.of("CWE-798", "CWE-295", "CWE-311", "CWE-502", "CWE-89", "CWE-494", "CWE-1104", "CWE-269", "CWE-532"));

    static Stream<CheckDefinition> checks() {
        return RULES.definitions().stream();
    }

    private static Item result(CheckDefinition check, String applies, Optional<String> passed) {
        ImportRule rule = RULES.rules().stream()
                .filter(each -> each.reads().contains(check.reads())
                        && each.control().equals(check.feeds().getFirst().control()))
                .findFirst()
                .orElseThrow();
        SortedMap<String, String> values = new TreeMap<>(Map.of(
                "rule", "r", "cce", "", "cci", "", "nist", "", "cwe", "", "title", "t", "outcome", "o", "count", "1"));
        values.put("applies", applies);
        passed.ifPresent(each -> values.put("passed", each));
        values.put(rule.kind().value(), example(rule));
        return new Item(values);
    }

    private static String example(ImportRule rule) {
        if (rule.kind() == ImportRule.Kind.NIST) {
            return "AC-1 " + rule.matches().pattern().replace("\\", "");
        }
        return EXAMPLES.getOrDefault(rule.kind(), List.of()).stream()
                .filter(each -> rule.matches().matcher(each).matches())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example for " + rule));
    }

    private static Outcome judge(CheckDefinition check, List<Item> results, Refusal... refusals) {
        return judge(check, Map.of("scanned-at", "2026-01-02T00:00:00Z"), results, refusals);
    }

    private static Outcome judge(
            CheckDefinition check, Map<String, String> facts, List<Item> results, Refusal... refusals) {
        RecordedEvidence evidence = CheckCase.recorded(new Evidence(
                check.reads(),
                1,
                "host",
                "root",
                CheckCase.OBSERVED_AT,
                List.of(),
                new TreeMap<>(facts),
                List.of(new Population("results", results, List.of(refusals))),
                List.of()));
        return CheckEvaluation.evaluate(check, Optional.of(evidence), CheckCase.OBSERVED_AT);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void onlyResultsThatPassedAreAPass(CheckDefinition check) {
        Item passed = result(check, "yes", Optional.of("yes"));
        Item failed = result(check, "yes", Optional.of("no"));
        Item untold = result(check, "yes", Optional.empty());
        Item notMeant = result(check, "no", Optional.empty());
        assertInstanceOf(Outcome.Satisfied.class, judge(check, List.of(passed, notMeant)));
        assertInstanceOf(Outcome.NotSatisfied.class, judge(check, List.of(passed, failed, untold)));
        assertInstanceOf(Outcome.Indeterminate.class, judge(check, List.of(passed, untold)));
        assertInstanceOf(Outcome.Indeterminate.class, judge(check, List.of(notMeant)));
        assertInstanceOf(Outcome.Indeterminate.class, judge(check, List.of()));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void whatWasCutOrUndatedIsNoPassAndItsFindingsStand(CheckDefinition check) {
        Item passed = result(check, "yes", Optional.of("yes"));
        Item failed = result(check, "yes", Optional.of("no"));
        Refusal cut = new Refusal("results", Refusal.Why.TOO_LARGE, "cut");
        assertInstanceOf(Outcome.Indeterminate.class, judge(check, List.of(passed), cut));
        assertInstanceOf(Outcome.NotSatisfied.class, judge(check, List.of(failed), cut));
        assertEquals(
                new Outcome.Indeterminate(List.of(new Gap.Missing("fact scanned-at"))),
                judge(check, Map.of(), List.of(passed)));
        assertInstanceOf(Outcome.NotSatisfied.class, judge(check, Map.of(), List.of(failed)));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void everyCheckOverImportsIsPartialAndSilentUntilThereIsAnImport(CheckDefinition check) {
        assertEquals(CheckDefinition.Asking.ONCE_RECORDED, check.asking());
        assertTrue(check.feeds().stream().allMatch(feed -> feed.coverage() == Coverage.PARTIAL));
    }

    @Test
    void aResultThatNoRuleKnowsBearsOnNothing() {
        Item item =
                Item.of(Map.of("rule", "something_else", "cce", "", "cci", "CCI-0003669", "nist", "AC-61", "cwe", ""));
        List<ImportRule> bearing = new ArrayList<>();
        checks().forEach(check -> bearing.addAll(RULES.bearing(check.reads(), item)));
        assertEquals(List.of(), bearing);
    }
}
