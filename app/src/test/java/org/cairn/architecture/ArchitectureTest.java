package org.cairn.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What may use what. The table stands in ARCHITECTURE.md; this test makes it true.
class ArchitectureTest {
    private static JavaClasses classes;

    @BeforeAll
    static void importEveryModule() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.cairn");
    }

    @Test
    void theRulesSeeEveryModule() {
        for (String module : new String[] {
            "proof",
            "ledger",
            "evidence",
            "causality",
            "collectors",
            "checklist",
            "frameworks",
            "reports",
            "verifier",
            "app"
        }) {
            assertTrue(
                    classes.stream().anyMatch(c -> c.getPackageName().startsWith("org.cairn." + module)),
                    "no class of org.cairn." + module + " was read, so the rules below would prove nothing about it");
        }
    }

    @Test
    void proofAndVerifierUseTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("org.cairn.proof..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.cairn.proof..", "java..", "javax..", "org.jspecify.annotations..")
                .check(classes);
        classes()
                .that()
                .resideInAPackage("org.cairn.verifier..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.cairn.verifier..",
                        "org.cairn.proof..",
                        "java..",
                        "javax..",
                        "org.w3c.dom..",
                        "org.xml.sax..",
                        "org.jspecify.annotations..")
                .check(classes);
    }

    @Test
    void modulesDependOnlyDownwards() {
        uses("ledger", "proof");
        uses("evidence", "proof", "ledger");
        uses("causality", "proof", "ledger", "evidence");
        uses("collectors", "proof", "evidence");
        uses("checklist", "proof", "ledger", "evidence");
        uses("frameworks", "proof", "evidence", "checklist");
        uses("reports", "proof", "ledger", "evidence", "causality", "checklist", "frameworks");
    }

    private static void uses(String module, String... mayUse) {
        String[] allowed = new String[mayUse.length + 1];
        for (int i = 0; i < mayUse.length; i++) {
            allowed[i] = "org.cairn." + mayUse[i] + "..";
        }
        allowed[mayUse.length] = "org.cairn." + module + "..";
        noClasses()
                .that()
                .resideInAPackage("org.cairn." + module + "..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.cairn..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
                .check(classes);
    }

    @Test
    void thirdPartyLibrariesStayInTheirPackages() {
        only("org.bouncycastle..", "org.cairn.ledger.key..", "org.cairn.reports.sign..");
        only("com.google.crypto.tink..", "org.cairn.ledger.key..", "org.cairn.evidence.vault..");
        only("org.h2..", "org.cairn.ledger.replay..");
        only("org.jdbi..", "org.cairn.ledger.replay..");
        only("java.sql..", "org.cairn.ledger.replay..");
        only("org.snakeyaml..", "org.cairn.evidence.yaml..");
        only("oshi..", "org.cairn.collectors.host..", "org.cairn.collectors.process..");
        only("org.apache.poi..", "org.cairn.reports.xlsx..", "org.cairn.reports.sign..");
        only("com.openhtmltopdf..", "org.cairn.reports.pdf..");
        only("org.apache.pdfbox..", "org.cairn.reports.pdf..", "org.cairn.reports.sign..");
        only("eu.europa.esig..", "org.cairn.reports.sign..");
        only("com.google.zxing..", "org.cairn.reports.pdf..");
        only("picocli..", "org.cairn.app.cli..");
        only("javafx..", "org.cairn.app.ui..", "org.cairn.app");
        only("tools.jackson..", "org.cairn.frameworks..", "org.cairn.collectors.imports..");
        only("org.eclipse.elk..", "org.cairn.causality.picture..");
        only("org.jgrapht..", "org.cairn.causality.query..", "org.cairn.frameworks.crosswalk..");
    }

    private static void only(String library, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .and()
                .resideInAPackage("org.cairn..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(classes);
    }

    @Test
    void nothingOpensASocketOrAUrl() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.ServerSocket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.DatagramSocket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.URLConnection")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.channels.SocketChannel")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.channels.ServerSocketChannel")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(classes);
    }

    @Test
    void theClockAndTheZoneComeFromOutside() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.cairn.app.Main")
                .and()
                .doNotHaveFullyQualifiedName("org.cairn.verifier.Main")
                .and()
                .doNotHaveFullyQualifiedName("org.cairn.collectors.away.Main")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(classes);
    }

    @Test
    void processesStartOnlyBehindTheHostReader() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.cairn.collectors.host..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("exec"))
                        .and(JavaCall.Predicates.target(
                                HasOwner.Predicates.With.owner(JavaClass.Predicates.equivalentTo(Runtime.class)))))
                .check(classes);
    }

    @Test
    void viewModelsKnowNoScene() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("org.cairn.app.workspace..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "picocli..")
                .check(classes);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.cairn.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void standardStreamsBelongToCommandLines() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.cairn.app",
                        "org.cairn.app.cli..",
                        "org.cairn.verifier..",
                        "org.cairn.collectors.away..",
                        "org.cairn.benchmarks..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(classes);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .that()
                .areTopLevelClasses()
                .should()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .check(classes);
    }
}
