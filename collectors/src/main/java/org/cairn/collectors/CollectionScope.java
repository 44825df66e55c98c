package org.cairn.collectors;

import java.util.List;

/// Where to look for files whose place the host does not prescribe.
/// @param modelFolders       where model weights may lie
/// @param certificateFolders where certificates of services may lie
/// @param hashBudgetBytes    how many bytes of model files one run hashes; files beyond are listed without a digest
public record CollectionScope(List<String> modelFolders, List<String> certificateFolders, long hashBudgetBytes) {
    public CollectionScope {
        modelFolders = List.copyOf(modelFolders);
        certificateFolders = List.copyOf(certificateFolders);
    }

    /// The usual places.
    public static CollectionScope usual() {
        return new CollectionScope(
                List.of(
                        "/models",
                        "/srv/models",
                        "/srv/ai",
                        "/opt/models",
                        "/data/models",
                        "/var/lib/models",
                        "/var/lib/ollama",
                        "/usr/share/ollama",
                        "/root/.ollama",
                        "/root/.cache/huggingface"),
                List.of(
                        "/etc/ssl",
                        "/etc/pki",
                        "/etc/letsencrypt/live",
                        "/etc/nginx",
                        "/etc/haproxy",
                        "/etc/kubernetes/pki"),
                20L * 1024 * 1024 * 1024);
    }
}
