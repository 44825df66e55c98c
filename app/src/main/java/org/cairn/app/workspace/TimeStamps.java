package org.cairn.app.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cairn.app.workspace.WorkspaceException.Kind;
import org.cairn.proof.Bytes;
import org.cairn.reports.pack.Cover;
import org.cairn.reports.sign.OwnTimeStamps;
import org.cairn.reports.sign.TimeStampAuthority;
import org.cairn.reports.sign.TimeStampFolder;
import org.cairn.reports.sign.TimeStamping;

/// Who time-stamps what this workspace signs.
public final class TimeStamps {
    private final Parts parts;

    TimeStamps(Parts parts) {
        this.parts = parts;
    }

    public StampSource source() throws WorkspaceException {
        return StampSettings.read(parts.folder());
    }

    /// From now on.
    public void use(StampSource source) throws WorkspaceException {
        StampSettings.write(parts.folder(), source);
    }

    /// An authority that watches a folder.
    /// @param root its root certificate, PEM or DER: what is trusted from now on
    public static StampSource.Folder folder(Path folder, Bytes root, Duration patience) throws WorkspaceException {
        Path place = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(place)) {
            throw new WorkspaceException(Kind.BAD_INPUT, folder + " is no folder; nothing was set");
        }
        try {
            X509Certificate trusted = StampSettings.certificate(root);
            trusted.verify(trusted.getPublicKey());
            return new StampSource.Folder(place, trusted, patience, Optional.empty());
        } catch (CertificateException e) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT, "the root is no certificate (" + e.getMessage() + "); nothing was set", e);
        } catch (GeneralSecurityException e) {
            throw new WorkspaceException(
                    Kind.BAD_INPUT,
                    "the certificate is no root: it is not signed by its own key. Give the authority's root; nothing"
                            + " was set",
                    e);
        }
    }

    /// The same authority, whose certificate is from now on looked for in a revocation list before a stamp is believed.
    /// @param list PEM or DER, in a place where a newer one is put before it ends
    public static StampSource.Folder revokedBy(StampSource.Folder authority, Path list) throws WorkspaceException {
        Path place = list.toAbsolutePath().normalize();
        LongTermCheck.lists(List.of(place));
        return new StampSource.Folder(authority.folder(), authority.root(), authority.patience(), Optional.of(place));
    }

    /// The list that is set stays with an authority of the same root.
    public StampSource.Folder withItsList(StampSource.Folder authority) throws WorkspaceException {
        return source() instanceof StampSource.Folder set && set.root().equals(authority.root())
                ? new StampSource.Folder(authority.folder(), authority.root(), authority.patience(), set.revoked())
                : authority;
    }

    /// As the signing of documents wants it.
    Optional<TimeStamping> authority() throws WorkspaceException {
        return switch (source()) {
            case StampSource.None _ -> Optional.empty();
            case StampSource.Own _ ->
                Optional.of(new TimeStamping(
                        new OwnTimeStamps(
                                parts.keyring().timeStamps(),
                                parts.environment().clock()),
                        parts.keyring().timeStamps().root()));
            case StampSource.Folder outside ->
                Optional.of(new TimeStamping(
                        new TimeStampFolder(outside.folder(), outside.patience()),
                        outside.root(),
                        LongTermCheck.lists(outside.revoked().stream().toList())));
        };
    }

    Optional<TimeStampAuthority> signing() throws WorkspaceException {
        return authority().map(stamps -> stamps);
    }

    /// As the report says it.
    Optional<Cover.StampedBy> named() throws WorkspaceException {
        return switch (source()) {
            case StampSource.None _ -> Optional.empty();
            case StampSource.Own _ ->
                Optional.of(new Cover.StampedBy(
                        PackHead.commonName(parts.keyring().timeStamps().certificate()), true));
            case StampSource.Folder outside ->
                Optional.of(new Cover.StampedBy(PackHead.commonName(outside.root()), false));
        };
    }
}
