package org.cairn.collectors.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretMaskTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "vllm --api-key s3cr3tVALUE --port 8000",
                "psql postgresql://user:s3cr3tVALUE@db.internal/x",
                "password = s3cr3tVALUE",
                "HF_TOKEN=s3cr3tVALUE",
                "\"secret\": \"s3cr3tVALUE\"",
                "curl -H 'Authorization: Bearer s3cr3tVALUE'",
                "java --password=s3cr3tVALUE",
                "aws_secret_access_key=s3cr3tVALUE",
                "root:$6$salt$s3cr3tVALUE:19000",
                "-----BEGIN EC PRIVATE KEY-----\ns3cr3tVALUE\n-----END EC PRIVATE KEY-----",
                "x eyJhbGciOiJI.s3cr3tVALUE y",
            })
    void masksWhatLooksLikeASecret(String text) {
        assertFalse(SecretMask.mask(text).contains("s3cr3tVALUE"), SecretMask.mask(text));
    }

    @Test
    void leavesOrdinaryConfigurationAsItIs() {
        String text = """
                password [success=1 default=ignore] pam_unix.so obscure
                password required pam_permit.so
                PasswordAuthentication no
                passwd: files systemd
                PASS_MAX_DAYS 365
                URIs: http://mirror.internal/debian
                -----BEGIN CERTIFICATE-----
                """;
        assertEquals(text, SecretMask.mask(text));
    }
}
