package org.cairn.collectors.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells machines of one name apart. machine-id(5) asks that the id itself be kept confidential, and that a keyed hash
/// of it be used, as sd_id128_get_machine_app_specific(3) does: HMAC-SHA256 under the id, cut to 128 bits.
final class MachineId {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}\n?");
    private static final byte[] USE = "Cairn, which machine, version 1".getBytes(StandardCharsets.UTF_8);
    private static final int DIGITS = 32;

    private MachineId() {}

    /// Empty where there is none, or it is not set yet.
    static Optional<String> read(Path file, OpenOption... opening) {
        try (InputStream in = Files.newInputStream(file, opening)) {
            String text = new String(in.readNBytes(DIGITS + 2), StandardCharsets.UTF_8);
            return FORM.matcher(text).matches() ? Optional.of(hash(text.strip())) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String hash(String id) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(HexFormat.of().parseHex(id), "HmacSHA256"));
            return HexFormat.of().formatHex(Arrays.copyOf(hmac.doFinal(USE), DIGITS / 2));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", e);
        }
    }
}
