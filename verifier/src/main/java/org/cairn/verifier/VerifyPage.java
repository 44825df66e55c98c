package org.cairn.verifier;

import java.io.IOException;
import java.io.InputStream;
import org.cairn.proof.Bytes;
import org.cairn.proof.Digest;

/// verify.html: the checks of this verifier a second time, in one page for a browser, with no line in common. It is a
/// file of this jar as it stands in the source, so that its digest can be told and compared.
public final class VerifyPage {
    /// Its name in a pack.
    public static final String NAME = "verify.html";

    private VerifyPage() {}

    public static Bytes bytes() {
        try (InputStream in = VerifyPage.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException(NAME + " belongs beside this class");
            }
            return Bytes.copyOf(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(NAME + " belongs beside this class", e);
        }
    }

    /// To be compared with what `sha256sum verify.html` prints.
    public static Digest digest() {
        return Digest.sha256(bytes());
    }
}
