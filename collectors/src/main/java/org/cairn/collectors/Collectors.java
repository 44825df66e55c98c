package org.cairn.collectors;

import java.util.List;
import java.util.stream.Stream;
import org.cairn.collectors.account.AuthorizedKeysCollector;
import org.cairn.collectors.account.DirectoryCollector;
import org.cairn.collectors.account.DutiesCollector;
import org.cairn.collectors.account.FolderReadersCollector;
import org.cairn.collectors.account.LastLoginsCollector;
import org.cairn.collectors.account.LocalAccountsCollector;
import org.cairn.collectors.account.PamCollector;
import org.cairn.collectors.account.PasswordPolicyCollector;
import org.cairn.collectors.account.ShadowCollector;
import org.cairn.collectors.account.SshdCollector;
import org.cairn.collectors.account.StaticSecretsCollector;
import org.cairn.collectors.account.SudoCollector;
import org.cairn.collectors.crypto.CryptoPolicyCollector;
import org.cairn.collectors.crypto.HardwareKeysCollector;
import org.cairn.collectors.crypto.KeyInventoryCollector;
import org.cairn.collectors.crypto.TlsHandshakesCollector;
import org.cairn.collectors.crypto.TlsSettingsCollector;
import org.cairn.collectors.declared.RecordsCollector;
import org.cairn.collectors.file.CertificatesCollector;
import org.cairn.collectors.file.DataLabelsCollector;
import org.cairn.collectors.file.ModelFilesCollector;
import org.cairn.collectors.file.PersonalDataCollector;
import org.cairn.collectors.host.Collector;
import org.cairn.collectors.inference.GatewayCollector;
import org.cairn.collectors.inference.InferenceProcessesCollector;
import org.cairn.collectors.inference.UsageCollector;
import org.cairn.collectors.inventory.InventoryCollectors;
import org.cairn.collectors.kernel.BootCollector;
import org.cairn.collectors.kernel.GpuCollector;
import org.cairn.collectors.kernel.KernelModulesCollector;
import org.cairn.collectors.kernel.KernelSettingsCollector;
import org.cairn.collectors.kernel.UsbGuardCollector;
import org.cairn.collectors.logging.AlertRulesCollector;
import org.cairn.collectors.logging.AuditCollector;
import org.cairn.collectors.logging.JournalCollector;
import org.cairn.collectors.logging.LogForwardingCollector;
import org.cairn.collectors.logging.LogRotationCollector;
import org.cairn.collectors.logging.TimeSynchronisationCollector;
import org.cairn.collectors.macos.MacosCollectors;
import org.cairn.collectors.network.ConnectionsCollector;
import org.cairn.collectors.network.FirewallFilesCollector;
import org.cairn.collectors.network.IptablesCollector;
import org.cairn.collectors.network.ListeningSocketsCollector;
import org.cairn.collectors.network.NameResolutionCollector;
import org.cairn.collectors.network.NftablesCollector;
import org.cairn.collectors.network.RadiosCollector;
import org.cairn.collectors.network.RoutesCollector;
import org.cairn.collectors.network.SegmentCollector;
import org.cairn.collectors.orchestration.ManifestsCollector;
import org.cairn.collectors.process.ProcessesCollector;
import org.cairn.collectors.software.ContainerDaemonCollector;
import org.cairn.collectors.software.LockFilesCollector;
import org.cairn.collectors.software.PackageSourcesCollector;
import org.cairn.collectors.software.PackageVerificationCollector;
import org.cairn.collectors.software.PatchStateCollector;
import org.cairn.collectors.software.PolicyCodeCollector;
import org.cairn.collectors.storage.BackupsCollector;
import org.cairn.collectors.storage.DiskEncryptionCollector;
import org.cairn.collectors.storage.LuksParametersCollector;
import org.cairn.collectors.storage.MountOptionsCollector;
import org.cairn.collectors.storage.SwapAndDumpsCollector;
import org.cairn.collectors.windows.WindowsCollectors;
import org.cairn.evidence.Platform;

/// Every collector of this product, listed one by one.
public final class Collectors {
    private Collectors() {}

    public static List<Collector> all() {
        return all(CollectionScope.usual());
    }

    /// Those of one system.
    public static List<Collector> on(Platform platform) {
        return all().stream()
                .filter(collector -> collector.platform() == platform)
                .toList();
    }

    public static List<Collector> all(CollectionScope scope) {
        return Stream.of(
                        linuxSystem(scope),
                        linuxStack(scope),
                        WindowsCollectors.all(),
                        InventoryCollectors.of(Platform.WINDOWS),
                        MacosCollectors.all(),
                        InventoryCollectors.of(Platform.MACOS))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Collector> linuxSystem(CollectionScope scope) {
        return List.of(
                new ListeningSocketsCollector(),
                new RoutesCollector(),
                new NameResolutionCollector(),
                new NftablesCollector(),
                new IptablesCollector(),
                new FirewallFilesCollector(),
                new RadiosCollector(),
                new LocalAccountsCollector(),
                new ShadowCollector(),
                new SudoCollector(),
                new PamCollector(),
                new PasswordPolicyCollector(),
                new SshdCollector(),
                new AuthorizedKeysCollector(),
                new DiskEncryptionCollector(),
                new SwapAndDumpsCollector(),
                new MountOptionsCollector(),
                new PackageSourcesCollector(),
                new PatchStateCollector(),
                new ContainerDaemonCollector(),
                new KernelSettingsCollector(),
                new KernelModulesCollector(),
                new AuditCollector(),
                new JournalCollector(),
                new LogRotationCollector(),
                new LogForwardingCollector(),
                new TimeSynchronisationCollector(),
                new ProcessesCollector(),
                new CertificatesCollector(scope.certificateFolders()),
                new ModelFilesCollector(scope.modelFolders(), scope.hashBudgetBytes()));
    }

    /// What reads settings of the stack beside what the operator states.
    private static List<Collector> linuxStack(CollectionScope scope) {
        return List.of(
                new DutiesCollector(),
                new FolderReadersCollector(scope.modelFolders()),
                new GatewayCollector(),
                new UsageCollector(),
                new InferenceProcessesCollector(),
                new ManifestsCollector(),
                new LastLoginsCollector(),
                new DirectoryCollector(),
                new StaticSecretsCollector(),
                new TlsSettingsCollector(),
                new TlsHandshakesCollector(),
                new CryptoPolicyCollector(),
                new HardwareKeysCollector(),
                new KeyInventoryCollector(),
                new LuksParametersCollector(),
                new BackupsCollector(),
                new DataLabelsCollector(),
                new PersonalDataCollector(),
                new SegmentCollector(),
                new LockFilesCollector(),
                new PackageVerificationCollector(),
                new PolicyCodeCollector(),
                new GpuCollector(),
                new BootCollector(),
                new UsbGuardCollector(),
                new AlertRulesCollector(),
                new ConnectionsCollector(),
                RecordsCollector.canaries(),
                RecordsCollector.accessReviews(),
                RecordsCollector.redTeamTests());
    }
}
